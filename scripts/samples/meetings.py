"""Takes a branch and a month, gives its meetings of all members or of a 党小组: three of the 三会一课, and study."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from scripts.samples import committee, elections, schedule
from scripts.samples.clerk import Data, Draft, entry, record
from scripts.samples.days import at, in_words
from scripts.samples.five_ones import STUDY, is_missing, month_folder
from scripts.samples.gatherings import Call, agreed, frame, mode, speeches, study_item
from scripts.samples.roster import Branch
from scripts.samples.theme_days import Held
from scripts.samples.words import words

from docgen.model.meeting import AgendaItem, Material, Meeting, MeetingType, Summary

LECTURE_HOURS = 1.5
STUDY_HOURS = 3.5
SHORT_STUDY_HOURS = 2
TRAINING_HOURS = 16
_QUARTERS = "一二三四"


def of_month(branch: Branch, month: int) -> Iterator[Held]:
    """Yield the month's meetings but the 支委会."""
    quarterly = month in schedule.QUARTER_MONTHS
    if quarterly:
        yield general(branch, month)
        yield lecture(branch, month)
    for group in branch.unit.groups:
        yield group_meeting(branch, month, group.name, group.leader or "")
    if not is_missing(branch, month, STUDY) and (month in schedule.STUDY_MONTHS or not branch.has_committee):
        yield study(branch, month)
    if month == schedule.TRAINING_DAYS[0].month:
        yield training(branch)


def general(branch: Branch, month: int) -> Held:
    """Return the quarter's 支部党员大会, which may be one that elects."""
    day = schedule.general(branch, month)
    electing = elections.is_election(branch, month)
    call = Call(
        day, schedule.GENERAL, branch.members(day), branch.secretary(day), _second(branch, day), "general",
        elsewhere=elections.abroad(branch, day) if electing else (),
    )  # fmt: skip
    shared = frame(branch, call, mode=mode(month))
    voters = [name for name in shared.present if name in branch.voters(day)]
    agenda = _general_items(branch, month, day, len(voters))
    if electing:
        agenda += elections.items(branch, day, committee.reference(branch, month), len(voters))
    count = elections.ballot(branch, day, voters) if electing else {}
    data = record(Meeting, type=MeetingType.GENERAL, **shared.values, agenda=agenda, **count)
    return Held(Draft(branch.short, month_folder(day), f"{day}-{MeetingType.GENERAL}", data), shared.present)


def lecture(branch: Branch, month: int) -> Held:
    """Return the quarter's 党课."""
    said = words("meetings")
    day = schedule.lecture(branch, month)
    chosen = said["lectures"][(branch.shift + month // 3) % len(said["lectures"])]
    host = branch.secretary(day)
    call = Call(day, schedule.LECTURE, branch.members(day), host, _second(branch, day), "lecture", far=month == 9)
    shared = frame(branch, call, mode=mode(month))
    speakers = branch.in_turn(shared.present[1:], 2)
    talk = speeches(branch, day, speakers, said["lecture_speeches"], "lecture", topic=chosen["topic"])
    data = record(
        Meeting,
        type=MeetingType.LECTURE,
        topic=chosen["topic"],
        lecturer=host,
        **shared.values,
        outline=[branch.say(line, day) for line in chosen["outline"]],
        agenda=[entry(AgendaItem, title=chosen["topic"], reporter=host, speeches=talk)],
        hours=LECTURE_HOURS,
    )
    return Held(Draft(branch.short, month_folder(day), f"{day}-{MeetingType.LECTURE}", data), shared.present)


def group_meeting(branch: Branch, month: int, group: str, leader: str) -> Held:
    """Return the month's meeting of one 党小组."""
    said = words("meetings")["group"]
    day = schedule.group(branch, month)
    due = branch.group(group, day)
    recorder = next(name for name in reversed(due) if name != leader)
    shared = frame(branch, Call(day, schedule.GROUP, due, leader, recorder, group), group=group)
    later = in_words(day + timedelta(days=8))
    fill = {"group": branch.short + group, "deadline": later, "person": recorder}
    spoken = speeches(branch, day, branch.in_turn(shared.present, 2), words("meetings")["speeches"], group)
    items = [
        entry(AgendaItem, title=said["report"], reporter=leader, summary=_summary(branch, day, said["heard"], fill)),
        entry(
            AgendaItem,
            title=branch.say(said["title"], day),
            reporter=recorder,
            speeches=spoken,
            resolution=branch.say(said["resolution"], day, **fill),
        ),
    ]
    data = record(Meeting, type=MeetingType.GROUP, **shared.values, agenda=items)
    return Held(Draft(branch.short, month_folder(day), f"{day}-{group}会", data), shared.present)


def study(branch: Branch, month: int) -> Held:
    """Return a 理论学习 of all members."""
    said = words("meetings")["study_meeting"]
    day = schedule.study(branch, month)
    long = branch.has_committee
    call = Call(
        day, schedule.STUDY if long else schedule.SHORT_STUDY, branch.members(day), branch.secretary(day),
        _second(branch, day), "study", far=True,
    )  # fmt: skip
    shared = frame(branch, call, mode=mode(month, studying=True))
    material = words("meetings")["materials"][month]
    item = study_item(branch, day, _second(branch, day))
    spoken = speeches(branch, day, branch.in_turn(shared.present[2:], 2), said["speeches"], "study")
    data = record(
        Meeting,
        type=MeetingType.STUDY,
        theme=branch.say(said["theme"], day, material=material["title"]),
        **shared.values,
        agenda=[{**item, **entry(AgendaItem, speeches=spoken)}],
        hours=STUDY_HOURS if long else SHORT_STUDY_HOURS,
    )
    return Held(Draft(branch.short, month_folder(day), f"{day}-{MeetingType.STUDY}", data), shared.present)


def training(branch: Branch) -> Held:
    """Return the two days on which 书记 and committee learn more than the others."""
    said = words("meetings")["training_meeting"]
    first, last = schedule.TRAINING_DAYS
    names = list(branch.posts(first))
    call = Call(first, schedule.TRAINING, names, names[0], names[-1], "training")
    shared = frame(branch, call, due=names)
    shared.values["end"] = at(last, schedule.TRAINING.end)
    shared.values["on_leave"] = None
    heard = branch.say(said["heard"], first, end=in_words(last))
    item = entry(
        AgendaItem,
        title=said["title"],
        reporter=names[0],
        materials=[entry(Material, **said["material"])],
        summary=entry(Summary, heard=heard),
    )
    theme = branch.short + said["title"]
    data = record(Meeting, type=MeetingType.STUDY, theme=theme, **shared.values, agenda=[item], hours=TRAINING_HOURS)
    return Held(Draft(branch.short, month_folder(first), f"{first}-{words('meetings')['training']}", data), names)


def _general_items(branch: Branch, month: int, day: date, voters: int) -> list[Data]:
    said, method = words("meetings")["general_words"], words("meetings")["show_of_hands"]
    quarter = _QUARTERS[month // 3 - 1]
    chosen = words("meetings")["general"][month // 3]
    host, second = branch.secretary(day), _second(branch, day)
    fill = {"person": host, "quarter": quarter, "object": chosen["object"]}
    known = branch.has_committee
    report = entry(
        AgendaItem,
        title=said["report"]["title" if known else "small"],
        reporter=host,
        summary=_summary(branch, day, said["report"]["heard"], fill),
        resolution=branch.say(said["report"]["resolution"], day, **fill),
    )
    fill = {**fill, "person": second}
    summary = {key: branch.say(said["decision"][key], day, **fill) for key in ("heard", "decided")}
    decision = entry(
        AgendaItem,
        title=chosen["title"],
        important=known or None,
        prepared_by=committee.reference(branch, month) if known else None,
        reporter=second,
        summary=entry(Summary, **summary),
        resolution=branch.say(said["decision"]["resolution"], day, **fill),
        vote=agreed(voters, method),
    )
    dues = entry(
        AgendaItem,
        title=said["dues"]["title"],
        reporter=second,
        summary=_summary(branch, day, said["dues"]["heard"], fill),
    )
    return [report, decision, dues]


def _summary(branch: Branch, day: date, heard: str, fill: dict[str, Any]) -> Data:
    return entry(Summary, heard=branch.say(heard, day, **fill))


def _second(branch: Branch, day: date) -> str:
    posts = list(branch.posts(day))
    return posts[1] if len(posts) > 1 else branch.members(day)[1]
