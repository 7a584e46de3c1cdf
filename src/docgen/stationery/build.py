"""Takes the outlines of all kinds, gives the built-in templates and the style sheets that hold the page's numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from docgen.documents import KINDS, DocumentKind
from docgen.documents.frame import framed
from docgen.errors import UsageError
from docgen.formats import Format
from docgen.house import write
from docgen.house.outline import Layout, Outline
from docgen.house.web import PAGE_CSS, STYLES_CSS, write_css, write_styles
from docgen.page import DEFAULT_PROFILE, PROFILES
from docgen.stationery.drawer import SOURCES, profile_folder
from docgen.stationery.every_field import fresh_outline


def written(kind: DocumentKind) -> Iterator[tuple[str, bytes]]:
    """Yield (path below templates/, content) of the templates that a kind's outline gives.

    A Word template holds the numbers of its page, so there is one for each profile; other formats read them elsewhere.
    """
    if kind.outline is None:
        return
    for format in dict.fromkeys(Format(SOURCES[each]) for each in kind.formats):
        for profile in PROFILES if format is Format.DOCX else (DEFAULT_PROFILE,):
            path = Path(profile_folder(profile)) / kind.name / f"{kind.name}.{format}"
            yield path.as_posix(), write(_framed(kind.outline, format), format, profile)


def sheets() -> Iterator[tuple[str, bytes]]:
    """Yield (path below templates/, content) of the styles, and of the numbers of each page profile."""
    yield STYLES_CSS, write_styles().encode()
    for profile in PROFILES:
        yield (Path(profile_folder(profile)) / PAGE_CSS).as_posix(), write_css(profile).encode()


def fresh(
    kind: DocumentKind, layout: Layout | None, formats: Sequence[Format], profile: str = DEFAULT_PROFILE
) -> dict[str, bytes]:
    """Return new templates with every field of a kind on a page, by name below templates/.

    Raise UsageError for a format that the kind has not.
    """
    foreign = [format for format in formats if format not in kind.formats]
    if foreign:
        raise UsageError("format-unknown", {"value": foreign[0], "kind": kind.label, "near": " ".join(kind.formats)})
    outline = fresh_outline(kind, layout)
    return {
        f"{kind.name}/{kind.name}.{SOURCES[format]}": write(_framed(outline, format), format, profile)
        for format in formats
    }


def _framed(outline: Outline, format: Format) -> Outline:
    """Return what a template of a format is written from: pages have the appendix, a workbook and a message have none."""
    return outline if format in (Format.XLSX, Format.TXT) else framed(outline)


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
