"""Takes a branch, gives the year's 谈心谈话, all in one file: who must talk with whom, does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, combinations, repeat
from typing import NamedTuple

from scripts.samples import schedule
from scripts.samples.clerk import Data, Draft, entry, record
from scripts.samples.days import YEAR, in_words, working_day
from scripts.samples.five_ones import YEAR_FOLDER
from scripts.samples.roster import Branch
from scripts.samples.words import words

from docgen.model.responsibility import Talk, Talker, TalkState, TalkType

_FIRST, _LAST = date(YEAR, 11, 2), date(YEAR, 12, 18)


class Pair(NamedTuple):
    """Who talked with whom."""

    talker: str
    partner: str


def talks(branch: Branch) -> list[Draft]:
    """Return the talks of a year, one document each, all for the same file."""
    said = words("years")["talks"]
    pairs = list(_pairs(branch))
    return [
        Draft(branch.short, YEAR_FOLDER, f"{YEAR}-{said['label']}", _talk(branch, pair, place, len(pairs)), comment)
        for place, (pair, comment) in enumerate(zip(pairs, chain((said["comment"],), repeat("")), strict=False))
    ]


def _pairs(branch: Branch) -> Iterator[Pair]:
    """Yield each pair of the committee, each other member with one of them, and the others two by two."""
    posts = list(branch.posts(schedule.YEAR_END))
    yield from (Pair(*pair) for pair in combinations(posts, 2))
    others = [name for name in branch.members(_FIRST) if name not in posts]
    for place, name in enumerate(others):
        yield Pair(posts[place % len(posts)], name)
    for place in range(0, len(others) - 1, 2):
        yield Pair(others[place], others[place + 1])
    if len(others) % 2:
        yield Pair(others[-1], others[0])


def _talk(branch: Branch, pair: Pair, place: int, count: int) -> Data:
    said = words("years")["talks"]
    span = (_LAST - _FIRST).days
    wished = _FIRST + timedelta(days=span * place // count)
    day = working_day(wished.month, wished.day)
    if any(name not in branch.members(day) for name in pair):
        day = working_day(_FIRST.month, _FIRST.day + place % 10)
    fill = {
        "a": pair.talker, "b": pair.partner, "days": branch.number(2, 4, place, "talk"),
        "deadline": in_words(day + timedelta(days=10)),
    }  # fmt: skip
    return record(
        Talk,
        type=TalkType.HEART_TO_HEART,
        on=day,
        place=said["place"],
        talker=entry(Talker, name=pair.talker),
        partner=pair.partner,
        reason=said["reasons"][place % len(said["reasons"])],
        words=branch.say(said["words"][place % len(said["words"])], day, **fill),
        advice=branch.say(said["opinions"], day, **fill),
        follow_up=branch.say(said["follow_up"], day, **fill),
        state=TalkState.CLOSED,
    )
