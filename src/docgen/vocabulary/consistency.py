"""Takes nothing, gives the words about records that do not agree (rules X1–X12)."""

from __future__ import annotations

from docgen.vocabulary.words import Words

CONSISTENCY_WORDS: dict[str, Words] = {}
