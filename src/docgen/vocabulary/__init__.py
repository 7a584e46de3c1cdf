"""Takes codes and values, gives what docgen says to people.

The words of all codes are loaded when the first of them is said, so that a command's help need not wait for them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.vocabulary.gaps import draft_text, gap_text
    from docgen.vocabulary.messages import WORDS, as_json, hint, message
    from docgen.vocabulary.places import place_text
    from docgen.vocabulary.words import Words

__all__ = ["WORDS", "Words", "as_json", "draft_text", "gap_text", "hint", "message", "place_text"]

_HOMES = {
    "WORDS": "messages",
    "Words": "words",
    "as_json": "messages",
    "draft_text": "gaps",
    "gap_text": "gaps",
    "hint": "messages",
    "message": "messages",
    "place_text": "places",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
