"""Takes a mechanism and its records, gives the first page of one of its papers as a picture."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.mechanisms.survey import DAY, ROOT, YEAR, Found
from scripts.mechanisms.table import MECHANISMS, Mechanism

from docgen.documents import KINDS
from docgen.errors import DocgenError
from docgen.export import Outcome, render
from docgen.formats import Format
from docgen.workspace import Workspace

PICTURES = ROOT / "docs/images/机制"
DOTS = 45
MOST_TRIED = 8
TOP = "机关党委"


def draw(workspace: Workspace, found: Mapping[str, Found]) -> dict[str, Path]:
    """Write a picture for each mechanism; return their files by name."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    return {each.name: _drawn(workspace, each, found[each.name]) for each in MECHANISMS}


def _drawn(workspace: Workspace, mechanism: Mechanism, found: Found) -> Path:
    kind = mechanism.shown or next(each.name for each in KINDS if each.name in found.documents)
    target = PICTURES / mechanism.stem
    for subject in _subjects(mechanism, found):
        with tempfile.TemporaryDirectory() as folder:
            made = _made(workspace, subject, kind, Path(folder))
            own = [each for each in made if each.subject.endswith(f"#{mechanism.kind}")] or (
                made if kind != "ledger" else []
            )
            if own:
                path = Path(folder) / max(own, key=lambda each: len(each.sources)).path
                options = ["-r", str(DOTS), "-l", "1", "-png", "-gray", "-singlefile"]
                subprocess.run(["pdftoppm", *options, str(path), str(target)], check=True)
                return target.with_suffix(".png")
    raise SystemExit(f"{mechanism.name}: the samples yield no {kind}")


def _made(workspace: Workspace, subject: str, kind: str, out: Path) -> list[Outcome]:
    try:
        done = render(workspace, subject, kinds=[kind], to=[Format.PDF], out=out, on=DAY)
    except DocgenError:
        return []
    return [each for each in done.outcomes if each.path]


def _subjects(mechanism: Mechanism, found: Found) -> Iterator[str]:
    """Yield what may have a paper that shows a mechanism: its richest records, then their units' periods."""
    richest = found.richest
    yield from (entry.id for entry in richest[:MOST_TRIED])
    yield from (f"{entry.unit}/{YEAR}/{name}" for entry in richest if (name := getattr(entry.model, "person", "")))
    for unit in dict.fromkeys((*(entry.unit for entry in richest), TOP)):
        yield f"{unit}/{YEAR}"
        yield from (f"{unit}/{YEAR}-Q{quarter}" for quarter in range(4, 0, -1))
        yield from (f"{unit}/{YEAR}-{month:02}" for month in range(12, 2, -1))
