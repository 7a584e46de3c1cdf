"""Takes units as written, gives them by their 简称, with what is wrong in and between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.findings import Finding, Level
from docgen.model.roster import names_same, numbered
from docgen.model.unit import Member, Unit
from docgen.records.record import Source
from docgen.workspace.nearest import SEPARATOR, nearest
from docgen.workspace.tree import cycles

SHORT_NAME, SUPERIOR, COMMITTEE, MEMBERS = "简称", "上级", "支委", "党员"
NAME, NUMBER = "姓名", "编号"
NO_SHORT_NAME = frozenset("/#\\")
ARROW = " → "


@dataclass(frozen=True, slots=True)
class UnitFolder:
    """One unit as written, where it was written, and the folder that holds all it owns."""

    unit: Unit
    source: Source
    path: Path


def by_short_name(folders: Iterable[UnitFolder]) -> tuple[dict[str, UnitFolder], list[Finding]]:
    """Return the units by 简称; of two with the same one the first is kept and the other is a finding."""
    units: dict[str, UnitFolder] = {}
    findings = []
    for folder in folders:
        first = units.setdefault(folder.unit.short, folder)
        if first is not folder:
            findings.append(_about(folder, "unit-duplicate", SHORT_NAME, other=first.source.file))
    return units, findings


def _about(folder: UnitFolder, code: str, *path: str | int, **values: str | int) -> Finding:
    """Return an error at a place of a unit's file; `value` is the unit's 简称 unless given."""
    place = folder.source.place(*path)
    return Finding(code, Level.ERROR, place, folder.unit.short, {"value": folder.unit.short} | values)


def _superiors(units: Mapping[str, UnitFolder]) -> dict[str, str | None]:
    named = {short: folder.unit.superior for short, folder in units.items()}
    return {short: superior if superior in units else None for short, superior in named.items()}


def sound_superiors(units: Mapping[str, UnitFolder]) -> dict[str, str | None]:
    """Return the superior of each unit; one that is unknown, or closes a circle, counts as none."""
    superiors = _superiors(units)
    return superiors | {cycle[0]: None for cycle in cycles(superiors)}


def tree_findings(units: Mapping[str, UnitFolder]) -> Iterator[Finding]:
    """Yield what is wrong between the units: superiors that are unknown or go round in a circle."""
    for folder in units.values():
        superior = folder.unit.superior
        if superior and superior not in units:
            near = nearest(superior, units)
            yield _about(folder, "unit-superior-unknown", SUPERIOR, value=superior, near=near)
    for cycle in cycles(_superiors(units)):
        yield _about(units[cycle[0]], "unit-cycle", SUPERIOR, value=ARROW.join((*cycle, cycle[0])))


def unit_findings(folder: UnitFolder) -> Iterator[Finding]:
    """Yield what is wrong inside one unit: its 简称, the numbers of its members, the names of its committee."""
    unit = folder.unit
    if NO_SHORT_NAME & set(unit.short):
        yield _about(folder, "unit-short-invalid", SHORT_NAME)
    yield from _member_findings(folder)
    for index, post in enumerate(unit.committee if unit.members else ()):
        bearers = [member for member in unit.members if names_same(post.name, member)]
        path = (COMMITTEE, index, NAME)
        if not bearers:
            near = nearest(post.name, (member.name for member in unit.members))
            yield _about(folder, "person-unknown", *path, value=post.name, near=near)
        elif len(bearers) > 1:
            yield _about(folder, "person-ambiguous", *path, value=post.name, near=offers(bearers))


def _member_findings(folder: UnitFolder) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    names: dict[str, list[Member]] = {}
    for index, member in enumerate(folder.unit.members):
        if member.number and seen.setdefault(member.number, index) != index:
            yield _about(folder, "member-number-duplicate", MEMBERS, index, NUMBER, value=member.number)
        names.setdefault(member.name, []).append(member)
    for index, member in enumerate(folder.unit.members):
        if len(names[member.name]) > 1 and not member.number:
            yield _about(folder, "member-number-missing", MEMBERS, index, NAME, value=member.name)


def offers(members: Iterable[Member]) -> str:
    """Return the forms that tell namesakes apart, joined."""
    return SEPARATOR.join(numbered(member) for member in members)
