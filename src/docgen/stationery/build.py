"""Takes the outlines of all kinds, gives the built-in templates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from docgen.documents import KINDS, DocumentKind
from docgen.house import PAGE_CSS, write, write_css
from docgen.stationery.drawer import SOURCES


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


def build(folder: Path) -> list[Path]:
    """Write every template that an outline gives into a folder, and their style sheet; return the files that changed."""
    changed = []
    for name, content in chain([(PAGE_CSS, write_css().encode())], *map(written, KINDS)):
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            changed.append(path)
    return changed
