"""Takes codes and values, gives what docgen says to people."""

from docgen.vocabulary.gaps import draft_text, gap_text
from docgen.vocabulary.messages import WORDS, as_json, hint, message
from docgen.vocabulary.places import place_text
from docgen.vocabulary.words import Words

__all__ = ["WORDS", "Words", "as_json", "draft_text", "gap_text", "hint", "message", "place_text"]
