"""Takes a unit's ledger and a period, gives the findings of the period, and what of each may be said aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from docgen.findings import Finding, Level, as_plain, from_plain
from docgen.ledger import BranchLedger
from docgen.model.base import Model, RecordModel
from docgen.model.period import Period
from docgen.model.privacy import private_along
from docgen.model.subject import window_of
from docgen.rules import judged, rule_by_code
from docgen.view import Audience, Plain, Private, Text
from docgen.vocabulary import hint, message

PRIVATE_WORDS = "不公开的内容里有一处需要改正。"
CONFIDENTIAL_HINT = "请有权查看的同志打开这条记录修改。"
WRITTEN, HIDDEN = frozenset({"value"}), "…"
Veil = tuple[Audience, str]
"""The widest audience that may read what a finding tells of, and the private field that it is; "" for a whole record."""
CLOSED: Veil = (Audience.CONFIDENTIAL, "")


class Told(Struct, frozen=True):
    """One finding: which unit's, of which window (None: of the unit as a whole), and what veils it.

    `record` is the id of the record that it is about, empty where there is none that could be read; `between` says that
    it shows only when the records of several units are seen together.
    """

    finding: Finding
    unit: str
    window: Period | None
    veils: tuple[Veil, ...] = ()
    record: str = ""
    between: bool = False

    @property
    def order(self) -> tuple[Any, ...]:
        """The key that sorts errors first, then by month; what concerns a whole unit comes last."""
        begins = (self.window.start, self.window.end) if self.window else ()
        level = list(Level).index(self.finding.level)
        return level, self.window is None, begins, self.finding.place, self.finding.code

    @property
    def words(self) -> Text:
        """What is wrong; veiled, only the rule's words, and of a record that could not be read not what was written."""
        said: Text = message(self.finding)
        masked = message(self._hidden) if self._is_unread else self.rule or PRIVATE_WORDS
        for least, field in self.veils if masked != said else ():
            said = Private(said, masked, least, field)
        return said

    @property
    def hint(self) -> str:
        """What to do about it, in words that tell nothing of what is veiled."""
        if self.record and CLOSED in self.veils:
            return CONFIDENTIAL_HINT
        return hint(self._hidden if self.veils else self.finding)

    @property
    def articles(self) -> str:
        """The articles that it rests on."""
        rule = rule_by_code(self.finding.code)
        return rule.short_articles if rule and self.finding.basis else ""

    @property
    def rule(self) -> str:
        """The words of the rule that it rests on."""
        rule = rule_by_code(self.finding.code)
        return rule.words if rule and self.finding.basis else ""

    @property
    def identity(self) -> tuple[Any, ...]:
        """What makes two findings the same."""
        return self.finding.code, self.finding.place, self.finding.subject, message(self.finding)

    def plain(self) -> dict[str, Plain]:
        """Return it as plain data."""
        return {
            "finding": as_plain(self.finding),
            "unit": self.unit,
            "window": str(self.window or ""),
            "veils": [[least.value, field] for least, field in self.veils],
            "record": self.record,
        }

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Told:
        """Return what `plain` wrote."""
        window = Period.parse(plain["window"]) if plain["window"] else None
        veils = tuple((Audience(least), field) for least, field in plain["veils"])
        return cls(from_plain(plain["finding"]), plain["unit"], window, veils, plain["record"])

    @property
    def _is_unread(self) -> bool:
        return CLOSED in self.veils and not self.record

    @property
    def _hidden(self) -> Finding:
        """The finding without what was written; where a field is known to be private, without any value at all."""
        values = self.finding.values
        hidden = WRITTEN & {*values} if self._is_unread else values
        return replace(self.finding, values={**values, **dict.fromkeys(hidden, HIDDEN)})


def told(ledger: BranchLedger, period: Period) -> list[Told]:
    """Return what is wrong in a unit's records of a period, in order."""
    each_told = (_told(ledger, finding) for finding in judged(ledger, ledger.as_of(period)))
    return in_order(each for each in each_told if lies_in(each, period))


def in_order(some: Iterable[Told]) -> list[Told]:
    """Return findings in the order of a list."""
    return sorted(some, key=lambda each: each.order)


def lies_in(one: Told, period: Period) -> bool:
    """Tell whether a finding is of a period; one that has no day shows for every period."""
    window = one.window
    return window is None or (period.start <= window.start and window.end <= period.end)


def read_ids(ledger: BranchLedger, period: Period) -> Iterator[tuple[str, str, bool]]:
    """Yield (id, month, whether it is confidential) for each record of a period."""
    for entry in ledger.of(RecordModel, period):
        if entry.day is not None:
            yield entry.id, str(Period.of_day(entry.day)), entry.model.confidential


def _told(ledger: BranchLedger, finding: Finding) -> Told:
    unit, subject = ledger.unit.short, finding.subject
    nameless = not subject and finding.place.file != ledger.unit_source.file
    if nameless or subject in ledger.unread:
        return Told(finding, unit, None, (CLOSED,))
    entry = ledger.entry(subject)
    if entry is None or entry.id != subject:
        return Told(finding, unit, window_of(subject), _veils(ledger.unit, finding))
    veils = (CLOSED,) if entry.model.confidential else _veils(entry.model, finding)
    return Told(finding, unit, Period.of_day(entry.day) if entry.day else None, veils, entry.id)


def _veils(model: Model, finding: Finding) -> tuple[Veil, ...]:
    return tuple((field.least, field.label) for field in private_along(model, finding.path))
