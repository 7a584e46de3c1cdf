"""Takes the outlines of all kinds, gives the built-in templates and the style sheets that hold the page's numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from docgen.documents import KINDS, DocumentKind
from docgen.formats import Format
from docgen.house import PAGE_CSS, write, write_css
from docgen.page import DEFAULT_PROFILE, PROFILES
from docgen.stationery.drawer import SOURCES, profile_folder


def written(kind: DocumentKind) -> Iterator[tuple[str, bytes]]:
    """Yield (path below templates/, content) of the templates that a kind's outline gives.

    A Word template holds the numbers of its page, so there is one for each profile; other formats read them elsewhere.
    """
    if kind.outline is None:
        return
    for format in dict.fromkeys(Format(SOURCES[each]) for each in kind.formats):
        for profile in PROFILES if format is Format.DOCX else (DEFAULT_PROFILE,):
            path = Path(profile_folder(profile)) / kind.name / f"{kind.name}.{format}"
            yield path.as_posix(), write(kind.outline, format, profile)


def sheets() -> Iterator[tuple[str, bytes]]:
    """Yield (path below templates/, content) of the style sheet of each page profile."""
    for profile in PROFILES:
        yield (Path(profile_folder(profile)) / PAGE_CSS).as_posix(), write_css(profile).encode()


def build(folder: Path) -> list[Path]:
    """Write every template that an outline gives, and the page's style sheets, into a folder; return what changed."""
    contents = (each for kind in KINDS for each in written(kind))
    return [path for name, content in chain(sheets(), contents) if (path := _changed(folder / name, content))]


def _changed(path: Path, content: bytes) -> Path | None:
    """Write a file that has not this content yet."""
    if path.is_file() and path.read_bytes() == content:
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
