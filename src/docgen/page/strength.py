"""Takes nothing, gives how binding a number is: by the standard, by its advice, or by practice alone."""

from __future__ import annotations

from enum import StrEnum


class Strength(StrEnum):
    """How binding a rule of the page is."""

    RULE = "规定"
    ADVICE = "推荐"
    PRACTICE = "实务"
