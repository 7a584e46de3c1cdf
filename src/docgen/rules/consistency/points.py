"""Takes 积分 and 考核 with their schemes, gives sums that do not hold: beyond a cap, unlike the scheme or the parts, twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from docgen.chinese import date_text, number_text
from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.ledger.points import PointsLine, derived_lines, takes_part
from docgen.model.base import RecordModel, label_of
from docgen.model.schemes import PointsCategory, PointsMeasure, PointsScheme, PointsSource
from docgen.model.scoring import ASPECTS, AspectScore, Assessment, PointsEntry
from docgen.model.service import Training, VolunteerWork
from docgen.records.labels import nearest
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ARITHMETIC, ORGANISATION, Basis
from docgen.rules.rule import Rule, Test

SIGN = "、"
HOURS, MEMBERS = "hours", "members"
Entries = list[Entry[PointsEntry]]

_BY_HOURS: dict[PointsSource, type[RecordModel]] = {
    PointsSource.VOLUNTEER: VolunteerWork,
    PointsSource.TRAINING: Training,
}


def beyond_cap(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield, for each member, category and period whose sum is beyond the cap, the last entry that passed it."""
    scheme = case.ledger.settings.points
    named = scheme.named
    sums: dict[tuple[object, str, date], Entries] = {}
    for entry in case.of(PointsEntry):
        category = named.get(entry.model.item)
        if category is not None and category.cap is not None:
            start = scheme.period_of(entry.model.on).start
            sums.setdefault((_who(case, entry), category.name, start), []).append(entry)
    for entries in sums.values():
        yield from _beyond(case, named[entries[0].model.item], entries)


def unlike_scheme(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the entries whose item the written scheme does not know, or values otherwise."""
    scheme = case.ledger.settings.points
    named, values = scheme.named, scheme.values
    for entry in case.of(PointsEntry) if _is_written(scheme) else ():
        item, points = entry.model.item, entry.model.points
        if item not in named:
            known = {"near": nearest(item, named), "known": SIGN.join(named)}
            yield case.finding(entry, "item", case="item", value=item, **known)
        elif item in values and values[item] != points:
            expected = number_text(values[item])
            yield case.finding(entry, "points", case="value", value=number_text(points), item=item, expected=expected)


def written_twice(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the entries of what a record yields by itself: of the same record and category, or the same item and day."""
    scheme = case.ledger.settings.points
    for entry in case.of(PointsEntry) if scheme.derived else ():
        member = case.ledger.roster.person(entry.model.member, entry.model.on)
        window = scheme.period_of(entry.model.on)
        lines = (line for line in derived_lines(case.ledger, window) if line.member is member)
        twin = next((line for line in lines if _is_twin(case, entry.model, line)), None)
        if twin is not None:
            about = {"value": entry.model.member, "item": twin.item, "record": twin.record}
            yield case.finding(entry, "item", case="twice", **about)


def without_part(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the entries of a member of the roster who takes no part on that day."""
    for entry in case.of(PointsEntry):
        member = case.ledger.roster.person(entry.model.member, entry.model.on)
        if member is not None and not takes_part(case.ledger, member, entry.model.on):
            day = date_text(entry.model.on)
            yield case.finding(entry, "member", case="unscored", value=entry.model.member, day=day)


def without_hours(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the records that are counted by hours and name none."""
    for _, item in case.ledger.settings.points.derived:
        kind = _BY_HOURS.get(item.source) if item.source and item.measure is PointsMeasure.HOUR else None
        for entry in case.of(kind) if kind else ():
            if getattr(entry.model, HOURS) is None and getattr(entry.model, MEMBERS):
                yield case.finding(entry, HOURS, case="hours", value=label_of(type(entry.model), HOURS), item=item.name)


def unlike_parts(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the 考核 whose 总分 is not the sum of the scores; one that still lacks a score is not summed."""
    for entry in case.of(Assessment):
        scores = [score.score for _, score in _aspects(entry.model)]
        given = [score for score in scores if score is not None]
        total = entry.model.total
        if total is not None and given and len(given) == len(scores) and sum(given) != total:
            expected = number_text(sum(given, Decimal()))
            yield case.finding(entry, "total", case="total", value=number_text(total), expected=expected)


def beyond_full(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the scores of a 考核 beyond what the aspect is worth."""
    scheme = case.ledger.settings.assessment
    for entry in case.of(Assessment):
        for name, aspect in _aspects(entry.model):
            full = aspect.full if aspect.full is not None else getattr(scheme, name)
            if aspect.score is not None and full is not None and aspect.score > full:
                score, title = number_text(aspect.score), label_of(Assessment, name)
                most = number_text(full)
                yield case.finding(entry, name, "score", case="full", value=score, aspect=title, full=most)


def _beyond(case: Case[Parameters], category: PointsCategory, entries: Entries) -> Iterator[Finding]:
    cap = category.cap or Decimal()
    total, last = Decimal(), entries[0]
    for entry in entries:
        if total <= cap < total + entry.model.points:
            last = entry
        total += entry.model.points
    if total > cap:
        yield case.finding(
            last,
            "points",
            value=last.model.member,
            category=category.name,
            window=case.ledger.settings.points.period_of(last.model.on).text,
            total=number_text(total),
            cap=number_text(cap),
        )


def _is_twin(case: Case[Parameters], written: PointsEntry, line: PointsLine) -> bool:
    if written.item == line.item and written.on == line.day:
        return True
    basis = case.ledger.entry(written.basis) if written.basis else None
    category = case.ledger.settings.points.named.get(written.item)
    return basis is not None and category is not None and (basis.id, category.name) == (line.record, line.category)


def _who(case: Case[Parameters], entry: Entry[PointsEntry]) -> object:
    """Return whose entry it is: the person, however written, or the text where nobody is known by it."""
    text = entry.model.member
    member = case.ledger.roster.person(text, entry.model.on)
    return text if member is None else id(member)


def _is_written(scheme: PointsScheme) -> bool:
    return "categories" in scheme.model_fields_set and len(scheme.categories) > 0


def _aspects(assessment: Assessment) -> Iterator[tuple[str, AspectScore]]:
    for name in ASPECTS:
        score = getattr(assessment, name)
        if score is not None:
            yield name, score


X11 = Rule(
    id="X11",
    words="合计应当等于各项之和；一类积分在一个周期内不超过积分方案的上限，自动记分的不再手工记，得分不超过满分",
    levels={
        "X11": Level.ERROR,
        "X11-total": Level.ERROR,
        "X11-full": Level.ERROR,
        "X11-value": Level.WARN,
        "X11-item": Level.WARN,
        "X11-twice": Level.ERROR,
        "X11-unscored": Level.WARN,
        "X11-hours": Level.WARN,
    },
    bases=(Basis(ORGANISATION), Basis(ARITHMETIC)),
    since=date.min,
    tests=(
        Test(beyond_cap),
        Test(unlike_scheme),
        Test(written_twice),
        Test(without_part),
        Test(without_hours),
        Test(unlike_parts),
        Test(beyond_full),
    ),
    parameters=Parameters,
    branches_only=False,
)
