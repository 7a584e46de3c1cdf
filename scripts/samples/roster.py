"""Takes units as written, or a number of units to invent, gives branches that know their people on any day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import yaml
from scripts.samples.clerk import Data, entry, plain
from scripts.samples.days import YEAR, in_words
from scripts.samples.words import draw, pick, words

from docgen.chinese import chinese_number
from docgen.model.unit import Group, GroupSpan, Member, Post, Term, Unit, UnitType

SIZES = (16, 14, 12, 10, 7)
SEATS = (4, 3, 4, 3, 0)
FULL_ENOUGH = 7


class Branch:
    """One branch: its unit, its number from 1, and what the generator asks of its roster."""

    def __init__(self, unit: Unit, index: int, seed: int) -> None:
        self.unit = unit
        self.short = unit.short
        self.index = index
        self.seed = seed
        self.shift = (index - 1) % 5
        self._turn = index
        self._namesakes = _repeated(member.name for member in unit.members)

    @property
    def department(self) -> str:
        """The department whose members the branch has."""
        names: list[str] = words("units")["departments"]
        name = names[self.shift]
        number = (self.index - 1) // len(names)
        return words("units")["further_department"].format(department=name, number=number) if number else name

    def name(self, member: Member) -> str:
        """Return a member's name as records write it: with the number where two bear it."""
        if member.name not in self._namesakes:
            return member.name
        return str(words("units")["numbered"].format(name=member.name, number=member.number))

    def members(self, day: date) -> list[str]:
        """Return who belongs on a day."""
        return [self.name(member) for member in self._on(day)]

    def voters(self, day: date) -> list[str]:
        """Return who may vote on a day."""
        return [self.name(member) for member in self._on(day) if member.confirmed and member.confirmed <= day]

    def group(self, group: str, day: date) -> list[str]:
        """Return who belongs to a 党小组 on a day."""
        return [
            self.name(member)
            for member in self._on(day)
            if any(span.name == group and _covers(span, day) for span in member.groups)
        ]

    def posts(self, day: date) -> dict[str, str]:
        """Return the posts of the committee on a day, by name."""
        return {post.name: post.post for post in self.unit.committee if _covers(post, day)}

    def secretary(self, day: date) -> str:
        """Return the 书记."""
        return next(iter(self.posts(day)))

    @property
    def has_committee(self) -> bool:
        """Whether the branch is large enough for a committee."""
        return len(self.posts(date(YEAR, 12, 31))) > 2

    def one(self, day: date, *key: object) -> str:
        """Return any member of a day."""
        return pick(self.members(day), self.seed, self.short, *key)

    def number(self, low: int, high: int, *key: object) -> int:
        """Return a number between two bounds, both included."""
        return low + draw(self.seed, self.short, *key) % (high - low + 1)

    def in_turn(self, names: list[str], count: int) -> list[str]:
        """Return the next few of some names, so that everybody's turn comes equally often."""
        chosen = [names[(self._turn + step) % len(names)] for step in range(min(count, len(names)))]
        self._turn += count
        return [name for name in names if name in chosen]

    def say(self, template: str, day: date, **values: object) -> str:
        """Fill a template with the branch's own words and some values."""
        known = {
            "short": self.short, "department": self.department, "date": in_words(day), "month": day.month,
            "year": day.year, "last": (day.month - 2) % 12 + 1,
        }  # fmt: skip
        return template.format(**{**known, **values})

    def _on(self, day: date) -> Iterator[Member]:
        for member in self.unit.members:
            since = max(filter(None, (member.transferred_in, member.joined, self.unit.founded)))
            if since <= day and (member.left is None or day < member.left.day):
                yield member


def _covers(span: Post | Group | GroupSpan, day: date) -> bool:
    return (span.since or date.min) <= day <= (span.until or date.max)


def _repeated(names: Iterable[str]) -> set[str]:
    known: set[str] = set()
    return {name for name in names if name in known or known.add(name)}  # type: ignore[func-returns-value]


def unit_written(path: Path) -> Unit:
    """Read a unit that somebody wrote."""
    return Unit.model_validate(next(yaml.load_all(path.read_text(encoding="utf-8"), yaml.CBaseLoader)))


def unit_invented(index: int, founded: date) -> tuple[Unit, Data]:
    """Return a unit that follows from its number, and its data as they are written."""
    said = words("units")
    size, seats = SIZES[(index - 1) % 5], SEATS[(index - 1) % 5]
    names = [_person(index * max(SIZES) + place) for place in range(size)]
    posts = said["posts"][:seats] if seats else said["small_posts"]
    groups = said["groups"] if index % 5 in {1, 2} else []
    number = chinese_number(index)
    data = entry(
        Unit,
        name=said["further_name"].format(number=number),
        short=said["further_short"].format(number=number),
        type=UnitType.BRANCH,
        superior=said["organisation"],
        founded=founded,
        theme_day=said["theme_days"][(index - 1) % 5],
        contact=names[1],
        phone=said["phone"].format(number=8000 + index),
        term=entry(Term, elected=founded, years=3),
        committee=[entry(Post, name=name, post=post, since=founded) for name, post in zip(names, posts, strict=False)],
        groups=[
            entry(Group, name=group, leader=names[size // 2 + at], since=founded) for at, group in enumerate(groups)
        ]
        or None,
        members=[_member(index, place, name, groups, seats) for place, name in enumerate(names)],
    )
    return Unit.model_validate(plain(data)), data


def _member(index: int, place: int, name: str, groups: list[str], seats: int) -> Data:
    said = words("units")
    joined = date(1995 + place, 7, 1)
    waiting = not seats and place >= FULL_ENOUGH - 1
    return entry(
        Member,
        number=index * 1000 + place + 1,
        name=name,
        sex=said["sexes"][place % 2],
        ethnicity=said["ethnicity"],
        education=said["education"],
        joined=date(2019, 11, 1) if waiting else joined,
        confirmed=None if waiting else joined.replace(year=joined.year + 1),
        job=said["jobs"][min(place, 4)],
        groups=groups[(place + SIZES[(index - 1) % 5] // 2) % 2] if groups else None,
    )


def _person(number: int) -> str:
    said = words("units")
    surnames, given = said["surnames"], said["given"]
    surname, rest = surnames[number % len(surnames)], number // len(surnames)
    if rest < len(given):
        return f"{surname}{given[rest]}"
    rest -= len(given)
    return f"{surname}{given[rest % len(given)]}{given[rest // len(given) % len(given)]}"
