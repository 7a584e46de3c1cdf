"""Takes a unit's held gatherings, gives who was at them and when as plain data, and reads it back for many units.

Who is one person across units: who bears the same name and 编号; and whom an organisation's committee names, when
exactly one member below it bears that name. Namesakes without 编号 in two units are two people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Gathering, Meeting
from docgen.model.roster import numbered
from docgen.model.theme_day import ThemeDay
from docgen.records.entry import names_of
from docgen.rules.case import Case
from docgen.rules.consistency.dates import event_of
from docgen.rules.provision import Parameters
from docgen.rules.spot import Spot, spot
from docgen.view import Plain

Key = tuple[str, str, str]
"""Who somebody is across units."""

HOUR, DAY = 60, 24 * 60
LONGEST = 31
"""The days that a gathering can last; what is longer is a slip of the pen, and its later days say nothing."""


def presence(case: Case[Parameters]) -> dict[str, Plain]:
    """Return the unit's people, its held gatherings with who was present, and the leaves of several days."""
    ledger, entries = case.ledger, case.held(Gathering)
    people = ledger.roster.people
    positions = {id(member): at for at, member in enumerate(people)}
    often = Counter(member.name for member in people)
    shown = [numbered(member) if often[member.name] > 1 else member.name for member in people]
    return {
        "superior": ledger.unit.superior or "",
        "members": len(ledger.unit.members),
        "people": [[member.name, member.number or "", name] for member, name in zip(people, shown, strict=True)],
        "held": [_held(ledger, entry, positions) for entry in entries],
        "leaves": [leave for entry in entries for leave in _leaves(ledger, entry, positions)],
    }


def _held(ledger: BranchLedger, entry: Entry[Gathering], positions: Mapping[int, int]) -> Plain:
    model = entry.model
    inner = model.contains if isinstance(model, ThemeDay) else ()
    return {
        "start": model.start.isoformat(),
        "end": model.end.isoformat() if model.end else "",
        "event": event_of(model),
        "type": model.type.value if isinstance(model, Meeting) else "",
        "contains": [own.id if (own := ledger.entry(text)) else text for text in inner],
        "present": [positions[id(member)] for member in ledger.attendance(entry).present],
        "spot": spot(entry, "start").plain(),
    }


def _leaves(ledger: BranchLedger, entry: Entry[Gathering], positions: Mapping[int, int]) -> Iterator[Plain]:
    """Yield the leaves of several days; where 自 or 至 is absent, the gathering's own day stands for it.

    A leave of one day says nothing of the other hours of that day.
    """
    rows = {id(leave): at for at, leave in enumerate(entry.model.on_leave)}
    for member, leave in ledger.attendance(entry).leaves:
        since, until = leave.since or entry.model.day, leave.until or entry.model.day
        if since < until:
            yield {
                "person": positions[id(member)],
                "since": since.isoformat(),
                "until": until.isoformat(),
                "spot": spot(entry, "on_leave", rows[id(leave)], "since" if leave.since else "until").plain(),
            }


class Held(Struct, frozen=True):
    """One gathering that took place, of any unit; `type` is 会议类型.

    It belongs to itself, and to the theme days that contain it.
    """

    unit: str
    start: datetime
    end: datetime | None
    event: str
    type: str
    belongs: frozenset[str]
    present: tuple[Key, ...]
    spot: Spot

    @property
    def id(self) -> str:
        """The id of its record."""
        return self.spot.record

    @property
    def last(self) -> date:
        """The day on which it ended, as far as that can be."""
        return max(self.start, self.end).date() if self.end else self.start.date()

    def windows(self) -> Iterator[tuple[int, int]]:
        """Yield the times that it took, in minutes: of one over several days the same hours of each day.

        Without an end, or with one that cannot be, it took the minute in which it began.
        """
        start = _minutes(self.start)
        end = max(_minutes(self.end), start + 1) if self.end else start + 1
        days = end // DAY - start // DAY
        if not days or end % DAY <= start % DAY:
            yield start, end
            return
        for day in range(min(days, LONGEST) + 1):
            yield start + day * DAY, end - (days - day) * DAY


class Away(Struct, frozen=True):
    """One leave of several days."""

    person: Key
    since: date
    until: date
    spot: Spot


class Presence:
    """What the digests of several units say together."""

    def __init__(self, digests: Mapping[str, Any]) -> None:
        self.digests = digests
        self.keys = {unit: [_key(unit, at, *row) for at, row in _people(digests, unit)] for unit in digests}
        self.names = {
            key: row[2]
            for unit in digests
            for key, (_, row) in zip(self.keys[unit], _people(digests, unit), strict=True)
        }
        self._link_committees()
        self.held = sorted(self._held(), key=lambda each: (each.start, each.id))
        self.away = [
            Away(
                self.keys[unit][each["person"]],
                date.fromisoformat(each["since"]),
                date.fromisoformat(each["until"]),
                Spot.of(each["spot"]),
            )
            for unit, digest in digests.items()
            for each in digest["leaves"]
        ]

    def _held(self) -> Iterator[Held]:
        ids = {unit: [each["spot"][0] for each in digest["held"]] for unit, digest in self.digests.items()}
        called = {unit: names_of(own, unit) for unit, own in ids.items()}
        days: dict[str, set[str]] = defaultdict(set)
        for digest in self.digests.values():
            for each in digest["held"]:
                for text in each["contains"]:
                    days[called.get(text.partition("/")[0], {}).get(text, text)].add(each["spot"][0])
        for unit, digest in self.digests.items():
            for each in digest["held"]:
                yield Held(
                    unit,
                    datetime.fromisoformat(each["start"]),
                    datetime.fromisoformat(each["end"]) if each["end"] else None,
                    each["event"],
                    each["type"],
                    frozenset({each["spot"][0], *days.get(each["spot"][0], ())}),
                    tuple(self.keys[unit][at] for at in each["present"]),
                    Spot.of(each["spot"]),
                )

    def _link_committees(self) -> None:
        """Give who stands in a committee alone the key of the one member below who bears the name."""
        for unit, digest in self.digests.items():
            strangers = [(at, row) for at, row in _people(self.digests, unit) if at >= digest["members"] and not row[1]]
            if not strangers:
                continue
            bearers = self._members_below(unit)
            for at, (name, _, _) in strangers:
                found = bearers.get(name, set())
                if len(found) == 1:
                    self.keys[unit][at] = next(iter(found))

    def _members_below(self, top: str) -> dict[str, set[Key]]:
        found: dict[str, set[Key]] = defaultdict(set)
        for unit, digest in self.digests.items():
            if self._is_below(unit, top):
                for at, row in _people(self.digests, unit)[: digest["members"]]:
                    found[row[0]].add(self.keys[unit][at])
        return found

    def _is_below(self, unit: str, top: str) -> bool:
        passed = {unit}
        superior = self.digests[unit]["superior"]
        while superior in self.digests and superior not in passed:
            if superior == top:
                return True
            passed.add(superior)
            superior = self.digests[superior]["superior"]
        return False


def _minutes(moment: datetime) -> int:
    return moment.toordinal() * DAY + moment.hour * HOUR + moment.minute


def _people(digests: Mapping[str, Any], unit: str) -> list[tuple[int, list[str]]]:
    """Return [name, 编号, name as shown] of each person of a unit, with its position."""
    return list(enumerate(digests[unit]["people"]))


def _key(unit: str, at: int, name: str, number: str, _shown: str) -> Key:
    return ("", name, number) if number else (unit, name, str(at))
