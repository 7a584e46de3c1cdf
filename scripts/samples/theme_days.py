"""Takes a branch and a month, gives its 主题党日."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from scripts.samples import schedule
from scripts.samples.clerk import Draft, entry, record
from scripts.samples.days import YEAR, in_words
from scripts.samples.five_ones import month_folder
from scripts.samples.gatherings import Call, Frame, frame, speeches
from scripts.samples.roster import Branch
from scripts.samples.words import pick, words

from docgen.model.theme_day import Duty, OwnAction, Photo, ThemeDay

THEME_HOURS = 2
_STEP_MINUTES = 40
# Where a branch of the committed workspace has a picture of its theme day: (branch, month) and the file.
PHOTOGRAPHS = {(2, 9): "观影.png", (2, 11): "展厅.jpg", (3, 8): "送清凉.jpg", (4, 7): "读书.jpg", (5, 10): "观影.png"}


class Held(NamedTuple):
    """A gathering's record, and who was present."""

    draft: Draft
    present: list[str]


def theme(branch: Branch, month: int) -> dict[str, Any]:
    """Return the theme, place and steps of a branch's month."""
    options: list[dict[str, Any]] = words("theme_days")["themes"][month]
    return options[branch.index % len(options)]


def theme_day(branch: Branch, month: int, year: int = YEAR, planned: bool = False, photos: bool = False) -> Held:
    """Return the theme day of a month, held or planned."""
    said = words("theme_days")
    day = schedule.theme(branch, month, year)
    chosen = theme(branch, month)
    shared = _frame(branch, day, chosen["place"], planned)
    people = [
        pick(shared.present or branch.members(day), branch.seed, branch.short, day, step) for step in chosen["steps"]
    ]
    fill = {"theme": chosen["theme"], "minutes": _STEP_MINUTES, "number": len(shared.present)}
    data = record(
        ThemeDay,
        theme=chosen["theme"],
        purpose=branch.say(said["purpose"], day, **fill),
        **shared.values,
        own_actions=[
            entry(OwnAction, step=step, words=branch.say(said["step"], day, person=person, **fill))
            for step, person in zip(chosen["steps"], people, strict=True)
        ],
        duties=[
            entry(Duty, matter=branch.say(said["preparation"], day), responsible=people[0]),
            entry(Duty, matter=said["photographs"], responsible=people[-1]),
        ],
        partners="无" if not planned else None,
        **({} if planned else _outcome(branch, day, chosen, shared)),
        photos=_photos(branch, month) if photos else None,
        hours=THEME_HOURS,
    )
    return Held(Draft(branch.short, month_folder(day), f"{day}-{said['label']}", data), shared.present)


def _frame(branch: Branch, day: date, place: str, planned: bool) -> Frame:
    host = branch.secretary(day)
    recorder = list(branch.posts(day))[1] if len(branch.posts(day)) > 1 else branch.members(day)[1]
    call = Call(
        day, schedule.THEME, branch.members(day), host, recorder, "theme",
        far=day.month % 2 == 1, planned=planned, absence=branch.index == 2 and day.month == 4,
    )  # fmt: skip
    return frame(branch, call, place)


def _outcome(branch: Branch, day: date, chosen: dict[str, Any], shared: Frame) -> dict[str, Any]:
    said = words("theme_days")
    later = in_words(day + timedelta(days=7))
    person = pick(shared.present, branch.seed, branch.short, day, "agreed")
    steps = "、".join(chosen["steps"])
    speakers = branch.in_turn(shared.present[1:], 2)
    return {
        "agreed": [branch.say(said["agreed"], day, deadline=later, person=person)],
        "speeches": speeches(branch, day, speakers, said["speeches"], "theme", step=chosen["steps"][-1]),
        "effect": branch.say(said["effect"], day, number=len(shared.present), steps=steps),
        "follow_up": branch.say(
            said["follow_up"], day, person=person, deadline=later, days=branch.number(2, 6, day, "heard")
        ),
    }


def _photos(branch: Branch, month: int) -> list[dict[str, Any]] | None:
    file = PHOTOGRAPHS.get((branch.index, month))
    return [entry(Photo, file=file, caption=theme(branch, month)["theme"])] if file else None
