"""Takes the key or the Word name of a style, gives the style: the one table of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.page.official import OFFICIAL_STYLES
from docgen.page.practice import PRACTICE_STYLES
from docgen.page.style import Style

STYLES: Mapping[str, Style] = MappingProxyType({style.key: style for style in OFFICIAL_STYLES + PRACTICE_STYLES})
_BY_WORD_NAME: Mapping[str, Style] = MappingProxyType({style.word.lower(): style for style in STYLES.values()})


def style_named(key: str) -> Style:
    """Return a style by its key; raise KeyError for an unknown one."""
    return STYLES[key]


def style_of_word(name: str) -> Style | None:
    """Return the style that a Word file calls so, letter case apart; None for a foreign name."""
    return _BY_WORD_NAME.get(name.lower())
