"""Takes the gatherings of all units, gives who was at two of them at once, or there while on leave (X2)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from heapq import heappop, heappush
from itertools import accumulate
from typing import Any

from docgen.chinese import date_text, moment_text, span_text
from docgen.findings import Finding, Level
from docgen.model.meeting import MeetingType
from docgen.rules.consistency.presence import Away, Held, Key, Presence, presence
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ARITHMETIC, Basis
from docgen.rules.rule import Across, AcrossCase, Rule

NAMES, SPAN = "、", "—"
COMBINED = {MeetingType.ORGANISATION_LIFE.value, MeetingType.APPRAISAL.value}
SHOWN = 3
"""How many of several records a finding names."""

Attended = dict[Key, list[int]]
"""For each person the positions of the gatherings at which that person was present."""


def in_two_places(case: AcrossCase[Parameters], digests: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield the gatherings that overlap with another at which somebody was present too, and the leaves not taken."""
    known = Presence(digests)
    attended: Attended = defaultdict(list)
    for at, held in enumerate(known.held):
        for key in dict.fromkeys(held.present):
            attended[key].append(at)
    yield from _overlaps(case, known, attended)
    yield from _leaves(case, known, attended)


def _overlaps(case: AcrossCase[Parameters], known: Presence, attended: Attended) -> Iterator[Finding]:
    """Yield one finding for each two gatherings, at the later one, with all who were at both."""
    pairs: dict[tuple[int, int], list[str]] = defaultdict(list)
    for key, own in attended.items():
        for pair in dict.fromkeys(_overlapping(known.held, own)):
            pairs[pair].append(known.names[key])
    for (earlier, later), names in sorted(pairs.items()):
        one, other = known.held[later], known.held[earlier]
        yield case.finding(one.spot, value=NAMES.join(names), other=other.id, count=len(names), time=_time(other))


def _overlapping(held: list[Held], own: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs, as positions, that overlap among one person's gatherings: for each the one that ends first."""
    running: list[tuple[int, int]] = []
    windows = sorted((start, end, at) for at in own for start, end in held[at].windows())
    for start, end, at in windows:
        while running and running[0][0] <= start:
            heappop(running)
        other = next((other for _, other in running if not _is_one_event(held[at], held[other])), None)
        if other is not None:
            yield min(at, other), max(at, other)
        heappush(running, (end, at))


def _is_one_event(one: Held, other: Held) -> bool:
    """Tell whether two records are of one event.

    They are when they belong to one theme day, when both are told twice, as X4 tells, and when a unit's 民主评议 goes
    with its 组织生活会 (支部条例第十八条).
    """
    if not one.belongs.isdisjoint(other.belongs):
        return True
    if one.unit != other.unit:
        return False
    return {one.type, other.type} == COMBINED or (one.event, one.start) == (other.event, other.start)


def _leaves(case: AcrossCase[Parameters], known: Presence, attended: Attended) -> Iterator[Finding]:
    """Yield one finding for each leave during which the person was present, at the leave."""
    leaves: dict[Key, list[Away]] = defaultdict(list)
    for away in known.away:
        leaves[away.person].append(away)
    for key, own in leaves.items():
        met: dict[Away, list[str]] = defaultdict(list)
        for away, held in _during(own, [known.held[at] for at in attended.get(key, ())]):
            met[away].append(held.id)
        for away, records in met.items():
            yield _not_taken(case, known, away, records)


def _during(leaves: list[Away], present: list[Held]) -> Iterator[tuple[Away, Held]]:
    """Yield the gatherings whose every day lies in a leave, each with the leave that lasts longest."""
    order = sorted(leaves, key=lambda away: away.since)
    begun = [away.since for away in order]
    longest = list(accumulate(order, _longer))
    for held in present:
        before = bisect_right(begun, held.start.date())
        if before and longest[before - 1].until >= held.last and longest[before - 1].spot.record != held.id:
            yield longest[before - 1], held


def _longer(one: Away, other: Away) -> Away:
    return other if other.until > one.until else one


def _not_taken(case: AcrossCase[Parameters], known: Presence, away: Away, records: list[str]) -> Finding:
    span = SPAN.join(dict.fromkeys((date_text(away.since), date_text(away.until))))
    who, others = known.names[away.person], NAMES.join(records[:SHOWN])
    return case.finding(away.spot, case="leave", value=who, span=span, count=len(records), other=others)


def _time(held: Held) -> str:
    return span_text(held.start, held.end) if held.end and held.end > held.start else moment_text(held.start)


X2 = Rule(
    id="X2",
    words="同一人不能同时出席两个活动，也不能在请假期间出席",
    levels={"X2": Level.ERROR, "X2-leave": Level.ERROR},
    bases=(Basis(ARITHMETIC),),
    since=date.min,
    tests=(Across(presence, in_two_places),),
    parameters=Parameters,
    branches_only=False,
)
