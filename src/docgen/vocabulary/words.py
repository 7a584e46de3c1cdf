"""Takes a code's words and values, gives a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_LONGEST = 40
_ELLIPSIS = "…"


class Words(NamedTuple):
    """What is said for one code: what failed, and what to do about it.

    Placeholders in braces are filled from the finding's values. The first of `hint` and `otherwise` is said whose
    placeholders all have something to say.
    """

    what: str
    hint: str
    otherwise: tuple[str, ...] = ()

    def placeholders(self) -> frozenset[str]:
        """Return the names of all values that the words need."""
        return frozenset().union(*map(_names, (self.what, self.hint, *self.otherwise)))

    def say_what(self, values: Mapping[str, str | int]) -> str:
        """Say what failed; KeyError when a value is not given."""
        return _fill(self.what, values)

    def say_hint(self, values: Mapping[str, str | int]) -> str:
        """Say what to do; KeyError when a value is not given."""
        choices = (self.hint, *self.otherwise)
        fitting = (text for text in choices if all(str(values[name]) for name in _names(text)))
        return _fill(next(fitting, choices[-1]), values)


def merge(*tables: Mapping[str, Words]) -> dict[str, Words]:
    """Return the tables as one; ValueError when two of them have words for one code."""
    merged: dict[str, Words] = {}
    for table in tables:
        if doubles := merged.keys() & table.keys():
            raise ValueError(f"two tables have words for: {', '.join(sorted(doubles))}")
        merged |= table
    return merged


def _names(text: str) -> frozenset[str]:
    from string import Formatter

    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def _fill(text: str, values: Mapping[str, str | int]) -> str:
    return text.format_map({name: _short(values[name]) if name == "value" else values[name] for name in _names(text)})


def _short(value: str | int) -> str:
    """Return a written value on one line, so long that it is known again."""
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + _ELLIPSIS
