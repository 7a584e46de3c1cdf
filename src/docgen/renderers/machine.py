"""Takes a format, gives what of this machine its papers depend on, besides docgen, templates and data."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version

from docgen.fonts import identities
from docgen.fonts.chain import chain
from docgen.fonts.names import GENERIC
from docgen.formats import Format
from docgen.page.fonts import FONTS, font_families

# Its dictionary decides where a title is broken, in every format.
_WORDS = "rjieba"
# What lays a paper out or writes it. Those that only compress or escape are left out: they change bytes, and no paper;
# Pillow too, as a view names a cleaned picture by its content.
_CHARTS = "matplotlib"
_ENGINES = {
    Format.DOCX: (_CHARTS,),
    Format.HTML: (_CHARTS,),
    Format.PDF: ("weasyprint", _CHARTS),
    Format.XLSX: ("openpyxl",),
}


def fingerprint(format: Format) -> str:
    """Return the versions and faces that decide how papers of a format come out, a line each; loads no engine.

    For pdf it names WeasyPrint's version, by which its amendments are used or not, and the faces in which pages are set.
    """
    lines = [_versioned(name) for name in (_WORDS, *_ENGINES.get(format, ()))]
    return "\n".join([*lines, *(identities(_families()) if format is Format.PDF else ())])


@cache
def _versioned(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} -"


@cache
def _families() -> frozenset[str]:
    asked = [chain(*font_families(role)) for role in FONTS]
    return frozenset([*GENERIC.values(), *(family for each in asked for family in each.families)])
