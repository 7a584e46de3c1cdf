"""Takes nothing, gives the table of rules: one line per rule."""

from __future__ import annotations

from typing import Any

from docgen.rules.frequency.meetings import F1, F2, F3
from docgen.rules.rule import Rule

VERSION = "2026-11"
"""The version of the rule file: the month in which its words, articles or numbers last changed."""

RULES: tuple[Rule[Any], ...] = (
    F1,
    F2,
    F3,
)
