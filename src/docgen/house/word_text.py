"""Takes the texts of a block, gives paragraphs of WordprocessingML in the styles of the house."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from docgen.house.ooxml import Element, text, value, w
from docgen.house.outline import Layout
from docgen.house.styles import ALL_STYLES, LOOKS, Look
from docgen.house.texts import shown
from docgen.house.word_styles import indents
from docgen.page import Profile


class Sheet(Struct, frozen=True):
    """What a block must know of the paper that it stands on."""

    layout: Layout
    profile: Profile
    landscape: bool = False

    @property
    def look(self) -> Look:
        """Give the styles of this layout."""
        return LOOKS[self.layout]

    @property
    def width(self) -> int:
        """Give the width of the text area in twips."""
        if not self.landscape:
            return self.profile.text_width_twips
        top, _, bottom, _ = self.profile.margins_twips
        return self.profile.page_twips[1] - top - bottom


def paragraph(style: str, *runs: Element | str, keep: bool = False, direct: Sequence[Element | None] = ()) -> Element:
    """Return a paragraph of a style; `direct` are further properties in the order of the schema, `keep` binds it to the next."""
    made = [run(each) if isinstance(each, str) else each for each in runs]
    return w("p", w("pPr", value("pStyle", style), w("keepNext") if keep else None, *direct), *made)


def run(content: str, style: str = "", *, half_points: int = 0) -> Element:
    """Return a run, in a character style and of a size where these are given."""
    properties = [value("rStyle", style)] if style else []
    if half_points:
        properties += [value("sz", half_points), value("szCs", half_points)]
    return w("r", w("rPr", *properties) if properties else None, text(content))


def tab() -> Element:
    """Return a run that goes on at the next tab."""
    return w("r", w("tab"))


def hanging(sheet: Sheet, style: str, *, start: float, chars: float) -> Element | None:
    """Return indents for a first line at `start` characters whose text, and all that wraps, begins `chars` later."""
    style_ = ALL_STYLES[style]
    return indents(style_, sheet.profile, left=start + chars, right=style_.right, first_line=-chars)


def control(statement: str) -> Element:
    """Return the paragraph that holds a statement of the template and is gone from the paper."""
    return w("p", w("r", text(f"{{%p {statement} %}}")))


def when(test: str, elements: Iterable[Element]) -> Iterator[Element]:
    """Yield elements, between an if and an endif where there is a test."""
    yield from surrounded(f"if {test}" if test else "", elements, "endif")


def when_either(test: str, elements: Iterable[Element], otherwise: Iterable[Element]) -> Iterator[Element]:
    """Yield elements and, where there is a test, those that stand when it fails."""
    return when(test, chain(elements, [control("else")], otherwise) if test else elements)


def when_shown(elements: Iterable[Element], *texts: str) -> Iterator[Element]:
    """Yield elements that stand only when one of the texts has something to show."""
    return when(shown(*texts), elements)


def repeated(name: str, of: str, elements: Iterable[Element]) -> Iterator[Element]:
    """Yield elements for each `name` in `of`."""
    return surrounded(f"for {name} in {of}", elements, "endfor")


def surrounded(opening: str, elements: Iterable[Element], closing: str) -> Iterator[Element]:
    """Yield elements between two statements; without an opening, alone."""
    if opening:
        yield control(opening)
    yield from elements
    if opening:
        yield control(closing)
