"""Takes a page laid out and written, gives which fonts it asked for and did not get, and who drew their characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from weasyprint.formatting_structure.boxes import TextBox

from docgen.findings import Finding, Level, Place
from docgen.fonts import Chain, bear_one_name, chain, in_gb2312, is_drawn, is_generic, same_face, stand_in
from docgen.vocabulary.fonts import face_text

Asked = Mapping[Chain, frozenset[str]]


class Drawn(Struct, frozen=True):
    """A font that is embedded in the pdf, and the characters that it drew."""

    family: str
    weight: int
    chars: frozenset[str]

    @property
    def text(self) -> str:
        """The font as people call it."""
        return face_text(self.family, self.weight)


def asked_of(document: Any) -> Asked:
    """Return each chain of fonts that a document laid out by WeasyPrint asks for, with the characters set in it."""
    asked: dict[Chain, set[str]] = {}
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001 - it has no public way to the boxes of a page
            if isinstance(box, TextBox):
                wanted = chain(*box.style["font_family"], weight=box.style["font_weight"])
                asked.setdefault(wanted, set()).update(box.text)
    return {wanted: frozenset(filter(is_drawn, chars)) for wanted, chars in asked.items()}


def drawn_by(document: Any) -> tuple[Drawn, ...]:
    """Return the fonts that WeasyPrint embedded when it wrote a document; boxes for missing characters left out."""
    fonts = document.fonts.values()
    return tuple(
        Drawn(font.family, int(font.weight), frozenset("".join(font.to_unicode.values())) - set(map(chr, font.missing)))
        for font in fonts
    )


def remarks(asked: Asked, drawn: Iterable[Drawn], template: str) -> Iterator[Finding]:
    """Yield what stood in for each font that was asked for, and what drew the characters that it lacks."""
    fonts = list(drawn)
    for wanted, chars in asked.items():
        if not is_generic(wanted.asked):
            yield from _remarks(wanted, _shares(wanted, chars, fonts), Place(template))


def _remarks(wanted: Chain, shares: Mapping[Drawn, frozenset[str]], place: Place) -> Iterator[Finding]:
    """Yield it for one chain: a font that drew none but rare characters did not stand in, it helped out."""
    main = next((font for font, share in shares.items() if any(map(in_gb2312, share))), None)
    is_own = main is not None and same_face(wanted.asked, main.family)
    if main is not None and not is_own:
        yield Finding("font-substituted", Level.INFO, place, values={"value": wanted.asked, "by": main.text})
    for font, share in shares.items():
        if font is not main and not same_face(wanted.asked, font.family):
            lacking = wanted.asked if is_own else main.text if main is not None else _standing_in(wanted)
            values = {"value": "".join(sorted(share)), "font": lacking, "by": font.text}
            yield Finding("glyph-borrowed", Level.INFO, place, values=values)


def _standing_in(wanted: Chain) -> str:
    face = stand_in(wanted)
    return wanted.asked if face is None else face_text(face.family, face.weight)


def _shares(wanted: Chain, chars: frozenset[str], drawn: list[Drawn]) -> dict[Drawn, frozenset[str]]:
    """Return who drew which of a chain's characters: of those that drew one at all, the first in the chain."""
    shares: dict[Drawn, frozenset[str]] = {}
    left = chars
    for font in sorted(drawn, key=lambda font: (_rank(wanted, font), abs(font.weight - wanted.weight))):
        if share := left & font.chars:
            shares[font] = share
            left -= share
    return shares


def _rank(wanted: Chain, font: Drawn) -> int:
    places = (place for place, family in enumerate(wanted.families) if bear_one_name(family, font.family))
    return next(places, len(wanted.families))
