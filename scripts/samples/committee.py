"""Takes a branch and a month, gives its 支委会, held or planned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from scripts.samples import elections, schedule
from scripts.samples.clerk import Data, Draft, entry, record
from scripts.samples.days import NEXT_YEAR, in_words
from scripts.samples.five_ones import (
    POLICY,
    PROBLEM,
    STUDY,
    is_missing,
    month_folder,
    policy_action,
    policy_name,
    problem_words,
)
from scripts.samples.gatherings import Call, agreed, frame, mode, speeches, study_item
from scripts.samples.roster import Branch
from scripts.samples.theme_days import Held, theme
from scripts.samples.words import words

from docgen.model.meeting import AgendaItem, Meeting, MeetingType, Summary
from docgen.model.tasks import Task, TaskState

COMMITTEE_HOURS = 1
_OPEN_UNTIL = date(NEXT_YEAR, 3, 31)
_LAST_MONTHS = (11, 12)


def stem(branch: Branch, month: int) -> str:
    """Return the file stem of a month's 支委会."""
    return f"{schedule.committee(branch, month)}-{MeetingType.COMMITTEE}"


def reference(branch: Branch, month: int) -> str:
    """Return how later records of the branch refer to a month's 支委会."""
    return f"{month_folder(schedule.committee(branch, month))}/{stem(branch, month)}"


def committee_meeting(branch: Branch, month: int) -> Held:
    """Return the 支委会 of a month."""
    day = schedule.committee(branch, month)
    names = list(branch.posts(day))
    call = Call(day, schedule.COMMITTEE, names, names[0], names[1], "committee")
    shared = frame(branch, call, mode=mode(month))
    data = record(
        Meeting,
        type=MeetingType.COMMITTEE,
        **shared.values,
        agenda=list(_agenda(branch, month, day, shared.present)),
        tasks=list(_tasks(branch, month, day, names)),
        hours=COMMITTEE_HOURS,
    )
    return Held(Draft(branch.short, month_folder(day), stem(branch, month), data), shared.present)


def planned_meeting(branch: Branch) -> Draft:
    """Return the 支委会 of next January; a branch without a committee plans a 支部党员大会."""
    day = schedule.committee(branch, 1, NEXT_YEAR)
    names = list(branch.posts(day))
    kind = MeetingType.COMMITTEE if branch.has_committee else MeetingType.GENERAL
    due = names if branch.has_committee else branch.members(day)
    shared = frame(branch, Call(day, schedule.COMMITTEE, due, names[0], names[1], "plan", planned=True))
    agenda = [
        entry(AgendaItem, title=branch.say(title, day, year=year), reporter=names[place])
        for place, (title, year) in enumerate(
            zip(words("meetings")["plan_items"], (day.year - 1, day.year), strict=True)
        )
    ]
    data = record(Meeting, type=kind, **shared.values, agenda=agenda)
    return Draft(branch.short, month_folder(day), f"{day}-{kind}", data)


def _agenda(branch: Branch, month: int, day: date, present: list[str]) -> Iterator[Data]:
    posts = list(branch.posts(day))
    if not is_missing(branch, month, STUDY):
        yield study_item(branch, day, posts[1])
    yield _theme_item(branch, month, day, present)
    if not is_missing(branch, month, POLICY):
        yield _policy_item(branch, month, day, present)
    if not is_missing(branch, month, PROBLEM):
        yield _problem_item(branch, month, day)
    if month in schedule.QUARTER_MONTHS:
        yield _preparation(branch, month, day)
        if elections.is_election(branch, month):
            yield elections.study_before(branch, day)
    else:
        yield _report(branch, day)


def _item(branch: Branch, day: date, key: str, reporter: str, **values: Any) -> dict[str, Any]:
    """Return the values of an agenda item whose words stand in the list under a key."""
    said = words("meetings")["committee"][key]
    values = {"person": reporter, **values, "reporter": reporter}
    filled = {name: branch.say(text, day, **values) for name, text in said.items() if name not in {"task", "result"}}
    texts = {name: filled.get(name) for name in ("heard", "decided", "required")}
    return {
        "title": filled["title"],
        "reporter": reporter,
        "summary": entry(Summary, **texts),
        "resolution": filled.get("resolution"),
    }


def _theme_item(branch: Branch, month: int, day: date, present: list[str]) -> Data:
    when = schedule.theme(branch, month)
    reporter = list(branch.posts(day))[2]
    said = words("meetings")["speeches"]
    item = _item(branch, day, "theme", reporter, date=in_words(when), theme=theme(branch, month)["theme"])
    return entry(AgendaItem, **item, speeches=speeches(branch, day, present[:2], said[:4], "theme-item"))


def _policy_item(branch: Branch, month: int, day: date, present: list[str]) -> Data:
    said = words("meetings")
    reporter = list(branch.posts(day))[1]
    later = in_words(day + timedelta(days=6))
    name, action = policy_name(branch, month), policy_action(branch, month)
    item = _item(branch, day, "policy", reporter, name=name, action=action, deadline=later)
    spoken = speeches(branch, day, present[-2:], said["speeches"][4:], "policy-item")
    return entry(AgendaItem, **item, speeches=spoken, vote=agreed(len(present), said["show_of_hands"]))


def _problem_item(branch: Branch, month: int, day: date) -> Data:
    case = problem_words(branch, month)
    reporter = list(branch.posts(day))[2]
    return entry(AgendaItem, **_item(branch, day, "problem", reporter, unit=case["unit"], person=case["person"]))


def _preparation(branch: Branch, month: int, day: date) -> Data:
    when = schedule.general(branch, month)
    title = words("meetings")["general"][month // 3]["title"]
    return entry(
        AgendaItem, **_item(branch, day, "prepare", list(branch.posts(day))[1], date=in_words(when), title=title)
    )


def _report(branch: Branch, day: date) -> Data:
    later = in_words(day + timedelta(days=12))
    return entry(AgendaItem, **_item(branch, day, "report", list(branch.posts(day))[1], deadline=later))


def _tasks(branch: Branch, month: int, day: date, names: list[str]) -> Iterator[Data]:
    said = words("meetings")["committee"]
    due = schedule.theme(branch, month) - timedelta(days=1)
    if due > day:
        done = branch.say(said["theme"]["result"], day, deadline=in_words(due))
        matter = branch.say(said["theme"]["task"], day, deadline=in_words(due))
        yield entry(Task, matter=matter, responsible=names[2], deadline=due, state=TaskState.DONE, result=done)
    if not is_missing(branch, month, POLICY):
        draft = day + timedelta(days=6)
        matter = branch.say(said["policy"]["task"], day, name=policy_name(branch, month))
        done = branch.say(said["policy"]["result"], day, deadline=in_words(draft))
        yield entry(Task, matter=matter, responsible=names[1], deadline=draft, state=TaskState.DONE, result=done)
    if month in _LAST_MONTHS and branch.shift % 2 == month % 2:
        matter = branch.say(said["archive"]["task"], day)
        yield entry(Task, matter=matter, responsible=names[1], deadline=_OPEN_UNTIL, state=TaskState.RUNNING)
    overdue = words("faults")["overdue"]
    if (overdue["branch"], overdue["month"]) == (branch.short, month):
        deadline = date.fromisoformat(overdue["deadline"])
        yield entry(Task, matter=overdue["matter"], responsible=names[2], deadline=deadline, state=TaskState.RUNNING)
