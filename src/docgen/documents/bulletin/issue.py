"""Takes an organisation's month, gives what its editor decided about the issue: number, choice, people, recipients."""

from __future__ import annotations

from msgspec import Struct

from docgen.documents.part import Part
from docgen.documents.periods import unit_gap
from docgen.findings import Place
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import label_of
from docgen.model.bulletin_issue import BulletinIssue, Recipients, Shortened
from docgen.model.period import Period
from docgen.model.settings import BulletinSettings, Settings
from docgen.view import Figure, Gap, Text
from docgen.workspace.files import SETTINGS_FILE

LIST_COMMA = "、"


class Issue(Struct, frozen=True):
    """One issue; `entry` is None where the editor wrote nothing."""

    ledger: BranchLedger
    month: Period
    entry: Entry[BulletinIssue] | None

    @classmethod
    def of(cls, ledger: BranchLedger, month: Period) -> Issue:
        """Find the issue of a month."""
        return cls(ledger, month, next(iter(ledger.of(BulletinIssue, month=month)), None))

    @property
    def number(self) -> Figure | Gap:
        """第×期: as the editor wrote it, else counted within the year from the first month."""
        written = self.entry.model.issue if self.entry else None
        if written is not None:
            return self._figure(written)
        first = first_month(self.ledger.settings)
        if first is None:
            return self._no_first_month()
        return self._figure(_months(max(first, Period.of_month(self.month.year, 1)), self.month) + 1)

    @property
    def total(self) -> Figure | Gap:
        """总第×期: counted from the first month on."""
        settings = self.ledger.settings
        first = first_month(settings)
        if first is None or settings.bulletin is None:
            return self._no_first_month()
        return self._figure(settings.bulletin.first_total + _months(first, self.month))

    @property
    def order(self) -> tuple[str, ...]:
        """The chosen news in order, as written; empty where the editor left it to column and date."""
        return self.entry.model.contents if self.entry else ()

    @property
    def headlines(self) -> tuple[str, ...]:
        """The 要闻 in order, as written."""
        return self.entry.model.headline if self.entry else ()

    @property
    def omitted(self) -> tuple[str, ...]:
        """The records that are left out, as written."""
        return self.entry.model.omitted if self.entry else ()

    @property
    def shortened(self) -> tuple[Shortened, ...]:
        """The news of which only a part is printed."""
        return self.entry.model.shortened if self.entry else ()

    def said(self, attribute: str) -> Text:
        """Return who signed, edited or examined, or how many were printed, or a Gap."""
        if self.entry is None:
            return unit_gap(self.ledger, label_of(BulletinIssue, attribute))
        return Part.of(self.entry).text(attribute)

    def recipients(self, attribute: str) -> Text:
        """Return to whom an issue goes in one of three ways; one Gap, at 发, where nobody is named at all."""
        named = self.entry.model.recipients if self.entry else None
        if named is not None:
            return LIST_COMMA.join(getattr(named, attribute))
        return self._nobody_named() if attribute == tuple(Recipients.model_fields)[-1] else ""

    def _nobody_named(self) -> Gap:
        name = label_of(BulletinIssue, "recipients")
        return Part.of(self.entry).gap("recipients") if self.entry else unit_gap(self.ledger, name)

    def _figure(self, value: int) -> Figure:
        return Figure(value, str(value), (self.entry.id,) if self.entry else ())

    def _no_first_month(self) -> Gap:
        place = self.entry.place() if self.entry else Place(SETTINGS_FILE)
        return Gap(label_of(BulletinIssue, "issue"), place)


def first_month(settings: Settings) -> Period | None:
    """Return the month of the first issue: the bulletin's own setting, else the first month of the five items."""
    bulletin: BulletinSettings | None = settings.bulletin
    if bulletin is not None and bulletin.first_month is not None:
        return bulletin.first_month
    return settings.five_ones.first if settings.five_ones else None


def _months(first: Period, month: Period) -> int:
    """Count the months from one to another."""
    return (month.year - first.year) * 12 + month.month - first.month
