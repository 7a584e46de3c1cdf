"""Takes the tags of a template, gives them as marks: what each says, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from docgen.findings import Place
from docgen.renderers.docx.braces import HALF, Fault, Tag, read_tags

LEVELS = ("p", "tr", "tc", "r")
"""What docxtpl's tags take the place of: a paragraph, a row, a cell, a run; "" is the tag's own text."""
ENDS = {
    name: f"end{name}" for name in ("for", "if", "set", "macro", "call", "filter", "block", "with", "autoescape", "raw")
}
OPENS = {end: name for name, end in ENDS.items()}
MIDDLES = {"elif": ("if",), "else": ("if", "for")}
CELL_WORDS = ("colspan", "cellbg", "vm", "hm")
"""docxtpl's own statements about a cell; the first two are followed by an expression."""
WORDS = (*ENDS, *OPENS, *MIDDLES, "extends", "include", "import", "from", *CELL_WORDS)
_TAG = re.compile(r"{(?P<sign>[{%#])[-+]?(?:(?P<level>tr|tc|p|r)(?=\s))?\s*(?P<body>.*?)\s*[-+]?[}%#]}", re.DOTALL)
_WORD = re.compile(r"\w+")
_CURLY = str.maketrans("“”‘’", "\"\"''")
_CUT_STATEMENT = re.compile(r"({%(?:tr|tc|p|r)?\s.*?)[\s}%]*$", re.DOTALL)
FULL_WIDTH = "template-tag-full-width"
AROUND = 30
"""How many characters on both sides of a tag are shown with it."""


class Mark(Struct, frozen=True):
    """One tag: its level, its statement's first word ("" for an expression), and what follows from its place.

    `holder` is what the tag may be paired within, told apart by a number; `beyond` is what lies around that.
    """

    text: str
    level: str
    word: str
    body: str
    place: Place
    where: str = ""
    holder: int = 0
    beyond: int = 0

    @property
    def opens(self) -> bool:
        """Tell whether an end belongs to it."""
        return self.word in ENDS and not (self.word == "set" and "=" in self.body)


def read(text: str, place: Place) -> Iterator[Mark | tuple[Fault, str]]:
    """Yield the marks of one text, and each fault with what stands around it.

    What is not whole is read as it was probably meant too, else the partner of a statement would look alone. Places
    are the text's own.
    """
    found = list(read_tags(text))
    wide = [each for each in found if isinstance(each, Fault) and each.code == FULL_WIDTH]
    yield from ((each, around(text, each.start)) for each in wide)
    if wide:
        text = text.translate(HALF)
        found = list(read_tags(text))
    for each in found:
        if isinstance(each, Fault):
            yield each, around(text, each.start)
        whole = each.text if isinstance(each, Tag) else _mended(each)
        if whole and (made := mark(whole, place)):
            yield replace(made, where=around(text, each.start))


def mark(text: str, place: Place) -> Mark | None:
    """Return what a whole tag says; None for a comment."""
    parsed = _TAG.fullmatch(text)
    if parsed is None or parsed["sign"] == "#":
        return None
    body = " ".join(parsed["body"].translate(_CURLY).split())
    word = _WORD.match(body) if parsed["sign"] == "%" else None
    return Mark(text, parsed["level"] or "", word[0] if word else "", body, place)


def around(text: str, start: int) -> str:
    """Return what a person sees about a place in a text, on one line and not long."""
    shown = " ".join(text[max(start - AROUND, 0) : start + 2 * AROUND].split())
    return f"{'…' if start > AROUND else ''}{shown}{'…' if len(text) > start + 2 * AROUND else ''}"


def _mended(fault: Fault) -> str:
    cut = _CUT_STATEMENT.fullmatch(fault.value)
    return f"{cut[1]} %}}" if cut else ""
