"""Takes a branch, gives its members' commitments in all their states."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import IntEnum
from typing import Any

from scripts.samples.clerk import Data, Draft, entry, record
from scripts.samples.days import NEXT_YEAR, YEAR, in_words, working_day
from scripts.samples.five_ones import YEAR_FOLDER
from scripts.samples.roster import Branch
from scripts.samples.words import pick, words

from docgen.model.commitment import (
    Commitment,
    CommitmentCategory,
    CommitmentReview,
    Examination,
    Progress,
    Promise,
    Publication,
)


class State(IntEnum):
    """How far a commitment has come."""

    PROMISED = 1
    EXAMINED = 2
    PUBLISHED = 3
    KEPT = 4
    REVIEWED = 5


_PLANS = (
    (State.REVIEWED, State.KEPT, State.PUBLISHED),
    (State.REVIEWED, State.EXAMINED, State.KEPT),
    (State.PROMISED, State.REVIEWED, State.KEPT),
)
_OPEN_UNTIL = date(NEXT_YEAR, 6, 30)
_PROMISES_EACH = 2
_EARLIEST = 4
_PROGRESS = (6, 9)


def commitments(branch: Branch) -> Iterator[Draft]:
    """Yield three commitments of a branch, in three different states."""
    founded = branch.unit.founded.month if branch.unit.founded else 0
    day = working_day(max(_EARLIEST, founded), 13)
    names = [name for name in branch.voters(day) if name not in branch.posts(day)] or branch.voters(day)
    steady = [name for name in names if name in branch.members(date(YEAR, 12, 31))]
    for place, state in enumerate(_PLANS[branch.index % len(_PLANS)]):
        yield _commitment(branch, steady[place], state, day + timedelta(days=place))


def _commitment(branch: Branch, name: str, state: State, day: date) -> Draft:
    said = words("years")["commitments"]
    first = branch.number(0, len(said["promises"]) - 1, name)
    chosen = [said["promises"][(first + step * 2) % len(said["promises"])] for step in range(_PROMISES_EACH)]
    examined, published, reviewed = day + timedelta(days=4), day + timedelta(days=7), date(YEAR, 12, 16)
    data = record(
        Commitment,
        member=name,
        year=YEAR,
        category=CommitmentCategory[chosen[0]["category"]],
        promised=day,
        promises=[_promise(branch, name, state, promise, day) for promise in chosen],
        supervision=said["supervision"],
        examination=_examination(branch, name, examined) if state >= State.EXAMINED else None,
        publication=entry(Publication, day=published, channel=said["channel"]) if state >= State.PUBLISHED else None,
        review=_review(branch, name, reviewed) if state is State.REVIEWED else None,
    )
    return Draft(branch.short, YEAR_FOLDER, f"{YEAR}-{said['label']}-{name}", data)


def _promise(branch: Branch, name: str, state: State, promise: dict[str, Any], day: date) -> Data:
    said = words("years")["commitments"]
    kept = state >= State.KEPT
    done = working_day(11, branch.number(16, 25, name, promise["words"])) if state is State.REVIEWED else None
    return entry(
        Promise,
        words=branch.say(promise["words"], date(YEAR, 4, 1), person=name),
        measure=promise["measure"],
        deadline=date(YEAR, 12, 10) if done else _OPEN_UNTIL,
        progress=[_progress(branch, name, month, said) for month in _PROGRESS if month > day.month] if kept else None,
        done=done,
    )


def _progress(branch: Branch, name: str, month: int, said: dict[str, Any]) -> Data:
    day = working_day(month, 28)
    percent = month * 10 - 20 + branch.number(0, 9, name, month)
    spoken = branch.say(said["progress"], day, date=in_words(day), person=name, percent=percent)
    return entry(Progress, day=day, words=spoken, evidence=said["evidence"])


def _examination(branch: Branch, name: str, day: date) -> Data:
    said = words("years")["commitments"]
    opinion = branch.say(said["opinion"], day, person=name)
    return entry(Examination, opinion=opinion, examiner=branch.secretary(day), day=day)


def _review(branch: Branch, name: str, day: date) -> Data:
    said = words("years")["commitments"]
    grades = {
        key: pick(said["grades"], branch.seed, branch.short, name, key) for key in ("own", "mutual", "branch", "masses")
    }
    return entry(CommitmentReview, **grades, grade=grades["branch"], day=day)
