"""Takes the sample workspace, writes the page pictures that the README shows: `python scripts/readme_pictures.py`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
DOCGEN = Path(sys.executable).with_name("docgen")
IMAGES = ROOT / "docs" / "images"
WIDTH = 520
PAGES = (
    ("minutes.png", ("render", "一支部/2020/06/2020-06-03-支委会", "--kind", "minutes")),
    ("bulletin.png", ("bulletin", "2020-10")),
)


def main() -> None:
    """Write each picture anew."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, arguments in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder)
            subprocess.run([DOCGEN, "-C", ROOT / "samples", *arguments, "--to", "pdf", "--out", out], check=True)
            (paper,) = out.glob("*.pdf")
            subprocess.run(
                ["pdftoppm", "-r", "110", "-f", "1", "-l", "1", "-singlefile", "-png", paper, out / "page"], check=True
            )
            save(out / "page.png", IMAGES / name)


def save(page: Path, target: Path) -> None:
    """Scale a page down, give it a frame, and keep few colours: a README is read over slow lines."""
    with Image.open(page) as opened:
        height = round(opened.height * WIDTH / opened.width)
        sheet = Image.new("RGB", (WIDTH + 2, height + 2), "#bbbbbb")
        sheet.paste(opened.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS), (1, 1))
    sheet.quantize(48).save(target, optimize=True)


if __name__ == "__main__":
    main()
