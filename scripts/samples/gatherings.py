"""Takes a branch, a day and who is due, gives what every gathering says: when, where, who came, who asked for leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from scripts.samples.clerk import Data, entry
from scripts.samples.days import at, in_words
from scripts.samples.roster import Branch
from scripts.samples.schedule import Hours
from scripts.samples.words import pick, words

from docgen.model.base import NONE
from docgen.model.meeting import REST, Absence, AgendaItem, Leave, Material, Mode, Speech, Summary, Vote
from docgen.model.votes import Matter, Verdict

_LEAVES = ((12, (0, 1, 1, 2)), (9, (0, 1, 1)), (4, (0, 0, 1)), (0, (0,)))
_VIDEO_MONTH, _WRITTEN_MONTH = 3, 4


@dataclass
class Frame:
    """The values that all gatherings share, and who was present."""

    values: dict[str, Any]
    present: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Call:
    """Who is called to a gathering, when, and who runs it.

    `far` may keep away the member who is planted with too few 学时; `elsewhere` are on leave in any case.
    """

    day: date
    hours: Hours
    due: Sequence[str]
    host: str
    recorder: str
    key: str
    far: bool = False
    planned: bool = False
    absence: bool = False
    elsewhere: Sequence[str] = ()


def frame(branch: Branch, call: Call, place: str | None = None, **more: Any) -> Frame:
    """Return what a gathering's record says about time, place and people."""
    said = words("meetings")
    values = {
        "start": at(call.day, call.hours.start),
        "end": at(call.day, call.hours.end),
        "place": place or room(branch, call.day),
        **more,
        "host": call.host,
        "recorder": call.recorder,
    }
    told = {
        "contact": branch.unit.contact,
        "notice_day": call.day - timedelta(days=3),
        "notice_requirements": said["requirements"],
    }
    if call.planned:
        return Frame({**values, **told})
    leaves, absent = away(branch, call)
    gone = [*leaves, *absent]
    values["present"] = REST
    values["on_leave"] = [_leave(branch, call, name) for name in leaves] or None
    values["absent"] = [entry(Absence, name=name, reason=said["absence_reason"]) for name in absent] or None
    values["guests"] = NONE
    return Frame({**values, **told}, [name for name in call.due if name not in gone])


def away(branch: Branch, call: Call) -> tuple[list[str], list[str]]:
    """Return who asked for leave and who was absent without."""
    fault = words("faults")["often_away"]
    planted = [fault["name"]] if call.far and fault["branch"] == branch.short else []
    planted += call.elsewhere
    free = [name for name in call.due if name not in (call.host, call.recorder, *planted)]
    choices = next(choice for size, choice in _LEAVES if len(call.due) >= size)
    count = pick(choices, branch.seed, branch.short, call.day, call.key)
    absent = branch.in_turn(free, 1) if call.absence else []
    return planted + branch.in_turn([name for name in free if name not in absent], count), absent


def room(branch: Branch, day: date) -> str:
    """Return a meeting room."""
    said = words("meetings")
    floor = pick(said["floors"], branch.seed, branch.short, "floor")
    return str(said["place"].format(floor=floor, room=pick(said["rooms"], branch.seed, branch.short, day)))


def mode(month: int, studying: bool = False) -> Mode:
    """Return how people met: by video in March, in writing for April's study, else in one room."""
    if month == _VIDEO_MONTH:
        return Mode.VIDEO
    return Mode.WRITTEN if studying and month == _WRITTEN_MONTH else Mode.ON_SITE


def study_item(branch: Branch, day: date, reporter: str) -> Data:
    """Return the first item of an agenda: what is studied."""
    said = words("meetings")
    material = said["materials"][day.month]
    values = {
        "material": material["title"], "reporter": reporter, "deadline": in_words(day + timedelta(days=10)),
        "minutes": branch.number(20, 40, day, "minutes"),
    }  # fmt: skip
    study = {key: branch.say(text, day, **values) for key, text in said["study"].items()}
    return entry(
        AgendaItem,
        title=study["title"],
        first=True,
        reporter=reporter,
        materials=[entry(Material, **material)],
        summary=entry(Summary, heard=study["heard"], required=study["required"]),
        resolution=study["resolution"],
    )


def speech(branch: Branch, day: date, name: str, template: str, key: str, **more: object) -> Data:
    """Return what one person said; names, days and numbers make it his own."""
    others = [other for other in branch.members(day) if other != name]
    values = {
        "person": pick(others, branch.seed, branch.short, day, key),
        "deadline": in_words(day + timedelta(days=branch.number(3, 9, day, key, "deadline"))),
        "days": branch.number(2, 5, day, key, "days"),
        "number": branch.number(8, 60, day, key, "number"),
        "minutes": branch.number(25, 60, day, key, "minutes"),
        "place": room(branch, day),
        **more,
    }
    return entry(Speech, name=name, words=branch.say(template, day, **values))


def speeches(
    branch: Branch, day: date, names: Sequence[str], templates: Sequence[str], key: str, **more: object
) -> list[Data]:
    """Return a speech for each of some people, no two from the same template."""
    first = branch.number(0, len(templates) - 1, day, key)
    return [
        speech(branch, day, name, templates[(first + place) % len(templates)], f"{key}-{place}", **more)
        for place, name in enumerate(names)
    ]


def agreed(present: int, method: str) -> Data:
    """Return a vote in which everybody present agreed."""
    return entry(Vote, matter=Matter.ORDINARY, method=method, yes=present, no=0, abstained=0, verdict=Verdict.PASSED)


def _leave(branch: Branch, call: Call, name: str) -> Data:
    said = words("meetings")
    planted = words("faults")["often_away"]
    reason = pick(said["leave_reasons"], branch.seed, branch.short, call.day, name)
    if (planted["branch"], planted["name"]) == (branch.short, name) and call.far:
        reason = said["long_leave_reason"]
    if name in call.elsewhere:
        reason = words("years")["election"]["away"]
    return entry(Leave, name=name, reason=reason, approver=branch.secretary(call.day))
