"""Takes nothing, gives the words about quorums, votes and elections (rules V1–V14)."""

from __future__ import annotations

from docgen.vocabulary.words import Words

VOTE_WORDS: dict[str, Words] = {}
