"""Takes the outlines of all kinds, gives the built-in templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from docgen.documents import KINDS, DocumentKind
from docgen.errors import UsageError
from docgen.formats import Format
from docgen.house import write
from docgen.house.outline import Layout
from docgen.stationery.drawer import SOURCES
from docgen.stationery.fresh import fresh_outline


def written(kind: DocumentKind) -> Iterator[tuple[str, bytes]]:
    """Yield (path below templates/, content) of the templates that a kind's outline gives."""
    if kind.outline is None:
        return
    seen = set()
    for format in kind.formats:
        suffix = SOURCES[format]
        if suffix not in seen:
            seen.add(suffix)
            yield f"{kind.name}/{kind.name}.{suffix}", write(kind.outline, format)


def fresh(kind: DocumentKind, layout: Layout | None, formats: Sequence[Format]) -> dict[str, bytes]:
    """Return new templates with every field of a kind, by name below templates/.

    Raise UsageError for a format that the kind has not.
    """
    foreign = [format for format in formats if format not in kind.formats]
    if foreign:
        raise UsageError("format-unknown", {"value": foreign[0], "kind": kind.label, "near": " ".join(kind.formats)})
    outline = fresh_outline(kind, layout)
    return {f"{kind.name}/{kind.name}.{SOURCES[format]}": write(outline, format) for format in formats}


def build(folder: Path) -> list[Path]:
    """Write every template that an outline gives into a folder; return the files that changed."""
    changed = []
    for kind in KINDS:
        for name, content in written(kind):
            path = folder / name
            if not path.is_file() or path.read_bytes() != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                changed.append(path)
    return changed
