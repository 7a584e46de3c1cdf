"""Takes a document, gives the paper that it is: its layout, and the role of each of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from docgen.inspection.word import Document, Paragraph, Section
from docgen.page import PROFILES, STYLES, Layout, Profile, Style

BODY = "body"
HEADINGS = ("heading1", "heading2", "heading3", "heading4")
MARKS = frozenset({"mark", "minutes-mark"})
MINUTES_HEAD = frozenset({"minutes-mark", "minutes-number", "minutes-publisher"})
"""The roles of the head of minutes, whose form the standard mostly leaves open (10.3)."""
NUMBERS = frozenset({"number", "number-with-signer"})
NOTES = frozenset({"attachment-note", "attachment-note-next", "attachment-note-single"})
IMPRINT = frozenset({"imprint-copies", "imprint-issuer"})
TEXT = frozenset({BODY, *HEADINGS, "addressee", *NOTES, "people", "people-next", "note"})
"""The roles that are set in lines of body pitch, one below the other."""


class Paper(Struct, frozen=True, dict=True):
    """A document with what its paragraphs are: the key of a style of `page`, by the paragraph's number.

    `own` says that the file has docgen's styles; `layout` is None where the document is no paper that is known.
    """

    document: Document
    layout: Layout | None
    roles: Mapping[int, str]
    own: bool = False

    def role(self, paragraph: Paragraph) -> str:
        """Return the role of a paragraph, "" for none."""
        return self.roles.get(paragraph.index, "") if paragraph.part == self.document.main else ""

    def style(self, paragraph: Paragraph) -> Style | None:
        """Return the style of the page that a paragraph should have."""
        return STYLES.get(self.role(paragraph))

    def of(self, *roles: str) -> Iterator[Paragraph]:
        """Yield the paragraphs of some roles in order, those without text left out."""
        wanted = frozenset(roles)
        return (each for each in self.document.paragraphs if self.roles.get(each.index) in wanted and each.words)

    def next_to(self, paragraph: Paragraph, step: int) -> Paragraph | None:
        """Return the nearest paragraph with text before (-1) or after (1) one in the body."""
        body = self.filled
        at = next((index for index, each in enumerate(body) if each.index == paragraph.index), None)
        return body[at + step] if at is not None and 0 <= at + step < len(body) else None

    @cached_property
    def filled(self) -> tuple[Paragraph, ...]:
        """Give the paragraphs of the body that have text."""
        return tuple(each for each in self.document.body if each.words)

    @cached_property
    def upright(self) -> tuple[Section, ...]:
        """Give the sections whose sheets stand upright."""
        return tuple(each for each in self.document.sections if not each.landscape)

    @cached_property
    def profile(self) -> Profile:
        """Give the profile whose upper margin is nearest to the first upright section's."""
        top = self.upright[0].top if self.upright else 0
        return min(PROFILES.values(), key=lambda profile: abs(profile.margins_twips[0] - top))
