"""Takes records with days and times, gives those that cannot be, or disagree with where the record lies (X4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import pairwise

from pydantic import BaseModel

from docgen.chinese import date_text, moment_text
from docgen.findings import Finding, Level
from docgen.model.admission import Candidate
from docgen.model.base import Count, RecordModel, label, label_of
from docgen.model.five_ones import PolicyRevision, ProblemSolved
from docgen.model.governance import Election
from docgen.model.improvement import Brand, SecretaryProject
from docgen.model.meeting import Gathering, Meeting
from docgen.model.projects import Project
from docgen.model.responsibility import Talk, TalkState
from docgen.model.service import CareVisit, Carrier, Pairing, Training, VolunteerWork
from docgen.rules.case import Case, Values
from docgen.rules.consistency.folders import misplaced
from docgen.rules.consistency.reach import Steps, Tree, reach, tree_of
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ARITHMETIC, Basis
from docgen.rules.rule import Rule, Test

SPAN = ("since", "until")
JOINED_STEPS = ("applied", "activist_named", "object_named", "admitted_by_meeting", "admission_approved")
CONFIRMED_STEPS = ("admitted_by_meeting", "confirmation_applied", "confirmed_by_meeting", "confirmation_approved")

ORDERS: tuple[tuple[type[RecordModel], str, tuple[str, ...]], ...] = (
    (Gathering, "", ("notice_day", "start")),
    (Gathering, "on_leave", SPAN),
    (Meeting, "", ("start", "issued")),
    (PolicyRevision, "", ("started", "published")),
    (ProblemSolved, "", ("raised", "solved")),
    (SecretaryProject, "", ("started", "ended")),
    (Project, "", ("started", "ended")),
    (Carrier, "span", SPAN),
    (Pairing, "span", SPAN),
    (Brand, "stages", SPAN),
    (Election, "request", ("day", "answered")),
    (Election, "filing", ("day", "answered")),
    (Candidate, "steps", JOINED_STEPS),
    (Candidate, "steps", CONFIRMED_STEPS),
)
"""Kind of record, path of the block, and its days that must follow one another; the same day is in order."""

UNIT_ORDERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("founded", "dissolved")),
    ("committee", SPAN),
    ("groups", SPAN),
    ("members", ("joined", "confirmed", "left.day")),
    ("members", ("transferred_in", "left.day")),
    ("members.groups", SPAN),
    ("members.mobile", SPAN),
    ("members.suspensions", SPAN),
)
"""The same for 单位.yaml."""

DONE: dict[type[RecordModel], tuple[str, dict[str, str]]] = {
    Gathering: ("start", {"attended": label_of(Gathering, "present")}),
    Talk: ("on", {"state": label_of(Talk, "state"), "planned": TalkState.PLANNED.value}),
    Training: ("on", {}),
    VolunteerWork: ("on", {}),
    CareVisit: ("on", {}),
}
"""The kinds of records that tell what was done: where each says its day, and what makes a plan of it, if anything."""


class Duration(Parameters):
    """How long a gathering may last."""

    days: Count = label("最长天数", "一次活动超过此数的，提示核对起止时间", default=7)


BLOCKS = {(at, chain): (tree_of([at] if at else []), tree_of(chain)) for _, at, chain in ORDERS}
UNIT_BLOCKS = {(at, chain): (tree_of([at] if at else []), tree_of(chain)) for at, chain in UNIT_ORDERS}
"""Both as trees: of the block, empty where it is the record itself, and of its days."""


def ends_after_start(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the gatherings that end before they begin."""
    for entry in case.of(Gathering):
        start, end = entry.model.start, entry.model.end
        if end is not None and end < start:
            yield case.finding(entry, "end", value=moment_text(end), start=moment_text(start))


def not_too_long(case: Case[Duration]) -> Iterator[Finding]:
    """Yield the gatherings that last longer than any does: a slip in the day or the year of their end."""
    for entry in case.of(Gathering):
        start, end = entry.model.start, entry.model.end
        if end is not None and (end - start).days >= case.parameters.days:
            yield case.finding(entry, "end", case="long", value=moment_text(end), days=(end - start).days)


def no_plan_of_the_past(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the plans whose day has passed: what was held has 出席, what was not has another day or goes."""
    for entry in case.of(Gathering, held=False):
        if entry.model.day < case.day:
            attended = label_of(Gathering, "present")
            yield case.finding(entry, "start", case="plan", value=date_text(entry.model.day), attended=attended)


def done_by_now(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield what took place, be it a gathering, a talk or a training, yet is dated after the day of checking."""
    for kind, (attribute, said) in DONE.items():
        for entry in case.of(kind):
            if entry.day is not None and entry.day > case.day and not _is_plan(entry.model):
                values = {"attended": "", "state": "", "planned": "", **said, "day": date_text(case.day)}
                yield case.finding(entry, attribute, case="future", **values, value=date_text(entry.day))


def in_order(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the days of a record, and of the unit's file, that come before the day that they follow."""
    for kind, at, chain in ORDERS:
        for entry in case.of(kind):
            for steps, values in _disorder(entry.model, *BLOCKS[at, chain]):
                yield case.finding(entry, *steps, case="order", **values)
    for block, days in UNIT_BLOCKS.values():
        for steps, values in _disorder(case.ledger.unit, block, days):
            yield case.roster_finding(*steps, case="order", **values)


def where_it_belongs(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the records whose folder or file name speaks of another time than they do."""
    for entry in case.of(RecordModel):
        found = misplaced(entry.model, entry.source.file)
        if found is not None:
            name, day = found
            steps = ("start",) if isinstance(entry.model, Gathering) else ()
            yield case.finding(entry, *steps, case="folder", value=name, day=date_text(day))


def once(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the held gatherings that another record of the unit tells already, as a copied file does."""
    first: dict[tuple[str, datetime], str] = {}
    for entry in case.held(Gathering):
        key = (event_of(entry.model), entry.model.start)
        other = first.setdefault(key, entry.id)
        if other != entry.id:
            told = case.ledger.entry(other)
            yield case.finding(entry, "start", case="twice", value=told.local_id if told else other)


def event_of(model: Gathering) -> str:
    """Return what a gathering was: its kind, and of a meeting the type and the group; with the time, which one."""
    if isinstance(model, Meeting):
        return f"{model.kind}/{model.type}/{model.group or ''}"
    return model.kind


def _disorder(model: BaseModel, at: Tree, chain: Tree) -> Iterator[tuple[Steps, dict[str, Values]]]:
    for where, block in reach(model, at) if at else [((), model)]:
        days = [(steps, _day(value)) for steps, value in reach(block, chain)]
        for (before, earlier), (after, later) in pairwise(days):
            if later < earlier:
                values: dict[str, Values] = {"value": date_text(later), "what": _label(block, after)}
                values |= {"other": _label(block, before), "day": date_text(earlier)}
                yield (*where, *after), values


def _is_plan(model: RecordModel) -> bool:
    if isinstance(model, Gathering):
        return not model.held
    return isinstance(model, Talk) and model.state is TalkState.PLANNED


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _label(block: BaseModel, steps: Steps) -> str:
    """Return the label of the first step: 离开 says more than its 日期."""
    return label_of(type(block), str(steps[0]))


TESTS: tuple[Callable[[Case[Duration]], Iterator[Finding]], ...] = (
    ends_after_start,
    not_too_long,
    no_plan_of_the_past,
    done_by_now,
    in_order,
    where_it_belongs,
    once,
)

X4 = Rule(
    id="X4",
    words="结束不早于开始，已做的不晚于检查之日，先后有序；文件夹、文件名与日期一致；所附照片、附件齐全；一次活动记一次",
    levels={
        "X4": Level.ERROR,
        "X4-future": Level.ERROR,
        "X4-long": Level.WARN,
        "X4-plan": Level.WARN,
        "X4-order": Level.ERROR,
        "X4-folder": Level.WARN,
        "X4-twice": Level.WARN,
    },
    bases=(Basis(ARITHMETIC),),
    since=date.min,
    tests=tuple(map(Test, TESTS)),
    parameters=Duration,
    branches_only=False,
    claims=("file-missing",),
)
