"""Takes what members attended in a year, gives the 学时 of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import Struct

from docgen.ledger.figures import number, total
from docgen.model.unit import Member
from docgen.view import Figure


class Lesson(Struct, frozen=True):
    """One thing attended that carries 学时: the record's id, the hours, and who was there."""

    id: str
    hours: Decimal
    attended: tuple[Member, ...]


def hours_of(members: Iterable[Member], lessons: Iterable[Lesson], inside: Mapping[str, Iterable[str]]) -> list[Figure]:
    """Return the 学时 of each member, citing what was attended.

    `inside` maps a lesson's id to those of the lessons that contain it: who attended one of these has its hours and
    does not earn the inner one's again.
    """
    known = list(lessons)
    present = {lesson.id: {id(member) for member in lesson.attended} for lesson in known}
    earned: dict[int, list[Lesson]] = {}
    for lesson in known:
        counted = set[int]().union(*(present.get(outer, ()) for outer in inside.get(lesson.id, ())))
        for member in present[lesson.id] - counted:
            earned.setdefault(member, []).append(lesson)
    return [_sum(earned.get(id(member), ())) for member in members]


def _sum(lessons: Iterable[Lesson]) -> Figure:
    return total(number(lesson.hours, (lesson.id,)) for lesson in lessons)
