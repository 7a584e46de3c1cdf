"""Takes the texts of a block, gives elements and statements of an html template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from docgen.house.texts import pieces, shown
from docgen.page import Style
from docgen.page.units import number_css


def text(content: str) -> str:
    """Return a text for an html template: what is not a tag of the template is escaped."""
    return "".join(piece if is_tag else escape(piece) for is_tag, piece in pieces(content))


def element(name: str, classes: str, content: str, /, **attributes: str) -> str:
    """Return an element around content that is html already."""
    given = "".join(f' {key}="{value}"' for key, value in attributes.items() if value)
    return f'<{name} class="{classes}"{given}>{content}</{name}>'


def paragraph(style: str, /, *contents: str, **attributes: str) -> str:
    """Return a paragraph in a style of the house."""
    return element("p", style, "".join(contents), **attributes)


def span(style: str, content: str) -> str:
    """Return a piece of a line in a style of the house."""
    return element("span", style, text(content))


def hanging(style: Style, chars: int) -> dict[str, str]:
    """Return the attributes of a line whose text, and all that wraps, begins `chars` after its first character."""
    if style.first_line > 0 or not chars:
        return {}
    return {"style": f"--start: {number_css(style.left + style.first_line)}; --hang: {chars}"}


def when(test: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines, between an if and an endif where there is a test."""
    return surrounded(f"if {test}" if test else "", lines, "endif")


def when_shown(lines: Iterable[str], *texts: str) -> Iterator[str]:
    """Yield lines that stand only when one of the texts has something to show."""
    return when(shown(*texts), lines)


def surrounded(opening: str, lines: Iterable[str], closing: str) -> Iterator[str]:
    """Yield lines between two statements; without an opening, alone."""
    if opening:
        yield f"{{% {opening} %}}"
    yield from lines
    if opening:
        yield f"{{% {closing} %}}"
