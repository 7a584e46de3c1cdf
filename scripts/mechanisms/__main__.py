"""Takes the sample workspace, writes the table of mechanisms, the manual and their pictures."""

from __future__ import annotations

from scripts.mechanisms.pages import MANUAL, TABLE, manual, table
from scripts.mechanisms.pictures import PICTURES, draw
from scripts.mechanisms.survey import ROOT, survey

from docgen.workspace import open_workspace


def main() -> None:
    """Write all pages anew; what no mechanism has any more goes."""
    workspace = open_workspace(ROOT / "samples")
    found = survey(workspace)
    for old in (*PICTURES.glob("*.png"), *MANUAL.glob("*.md")):
        old.unlink()
    pictures = draw(workspace, found)
    MANUAL.mkdir(parents=True, exist_ok=True)
    for path, text in ((TABLE, table(workspace, found, pictures)), *manual(workspace, found, pictures)):
        path.write_text(text, encoding="utf-8")
    print(TABLE, MANUAL)


if __name__ == "__main__":
    main()
