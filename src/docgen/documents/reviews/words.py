"""Takes a unit's 年度总结 of a year, gives its words as paragraphs, and a Gap for what it does not say."""

from __future__ import annotations

from msgspec import Struct

from docgen.documents.kind import labels_of
from docgen.documents.part import Part, numbered, paragraphs
from docgen.documents.periods import unit_gap
from docgen.documents.sending import Dispatched, sent
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import Model, label_of
from docgen.model.period import Period
from docgen.model.reviews import ReviewSections, YearReview
from docgen.view import Gap, Text

WORD_FIELDS = labels_of(YearReview, "year", "overview", "sections", "problems", "plans", "signed", "dispatch")
"""The fields that say the words of a year."""


class YearWords(Struct, frozen=True):
    """What a unit says of its year; `entry` is None where it has written nothing."""

    ledger: BranchLedger
    entry: Entry[YearReview] | None

    @classmethod
    def of(cls, ledger: BranchLedger, period: Period) -> YearWords:
        """Find the words of a year."""
        return cls(ledger, next(iter(ledger.of(YearReview, year=period.year)), None))

    def said(self, attribute: str) -> tuple[Text, ...]:
        """Return the paragraphs of a field."""
        if self.entry is None:
            return (unit_gap(self.ledger, label_of(YearReview, attribute)),)
        return said(Part.of(self.entry), attribute)

    def section(self, attribute: str) -> tuple[Text, ...]:
        """Return the paragraphs of a section."""
        name = label_of(ReviewSections, attribute)
        if self.entry is None:
            return (unit_gap(self.ledger, name),)
        sections = Part.of(self.entry).below("sections")
        if sections is None:
            return (Gap(name, self.entry.place(label_of(YearReview, "sections"))),)
        return said(sections, attribute)

    def written(self, attribute: str) -> tuple[Text, ...]:
        """Return the paragraphs of a section that a paper can do without."""
        sections = self.entry.model.sections if self.entry else None
        return paragraphs(getattr(sections, attribute, None) or "")

    def listed(self, attribute: str) -> tuple[Text, ...]:
        """Return the numbered entries of a list; none where there are explicitly none."""
        if self.entry is None:
            return (unit_gap(self.ledger, label_of(YearReview, attribute)),)
        return listed(Part.of(self.entry), attribute)

    @property
    def sent(self) -> Dispatched:
        """What stands around the year's papers."""
        return sent(self.ledger, Part.of(self.entry).below("dispatch") if self.entry else None)

    @property
    def date(self) -> Text:
        """The day by which the year's papers are signed."""
        if self.entry is None:
            return unit_gap(self.ledger, label_of(YearReview, "signed"))
        return Part.of(self.entry).text("signed")


def said(part: Part[Model], attribute: str) -> tuple[Text, ...]:
    """Return the paragraphs of a field, or its Gap."""
    return paragraphs(part.optional(attribute)) or (part.gap(attribute),)


def listed(part: Part[Model], attribute: str) -> tuple[Text, ...]:
    """Return the numbered entries of a list field, or its Gap where it is absent."""
    entries = getattr(part.model, attribute)
    if entries is None:
        return (part.gap(attribute),)
    return numbered(entries)
