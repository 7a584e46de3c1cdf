"""Takes units as written, gives them by their 简称, with what is wrong in and between them."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path

from msgspec import Struct

from docgen.findings import Finding, Level
from docgen.model.roster import names_same, numbered
from docgen.model.unit import Member, Unit, UnitType
from docgen.records.record import Source
from docgen.workspace.nearest import SEPARATOR, nearest
from docgen.workspace.tree import cycles

SHORT_NAME, SUPERIOR, COMMITTEE, MEMBERS = "简称", "上级", "支委", "党员"
NAME, NUMBER = "姓名", "编号"
NO_SHORT_NAME = frozenset("/#\\")
ARROW = " → "
# As many as one unit's records speak of at a time.
MOST_OPENED = 32


class UnitFolder(Struct, frozen=True):
    """One unit: what the tree of units needs, and sealed what else was written; the folder that holds all it owns.

    A workspace may have thousands of units, and each is looked into seldom: its roster and where every word of it stands
    take twenty times the memory when they lie open.
    """

    short: str
    name: str
    superior: str | None
    type: UnitType
    path: Path
    findings: tuple[Finding, ...]
    sealed: bytes

    @property
    def unit(self) -> Unit:
        """The unit as written."""
        return _opened(self.sealed)[0]

    @property
    def source(self) -> Source:
        """Where it was written."""
        return _opened(self.sealed)[1]


def unit_folder(unit: Unit, source: Source, path: Path) -> UnitFolder:
    """Return a unit with its folder, and what is wrong inside it."""
    sealed = zlib.compress(pickle.dumps((unit, source)), zlib.Z_BEST_SPEED)
    findings = tuple(_unit_findings(unit, partial(_about, unit.short, source)))
    return UnitFolder(unit.short, unit.name, unit.superior, unit.type, path, findings, sealed)


@lru_cache(MOST_OPENED)
def _opened(sealed: bytes) -> tuple[Unit, Source]:
    unit, source = pickle.loads(zlib.decompress(sealed))  # noqa: S301 - written by this process or the one that began it
    return unit, source


def by_short_name(folders: Iterable[UnitFolder]) -> tuple[dict[str, UnitFolder], list[Finding]]:
    """Return the units by 简称; of two with the same one the first is kept and the other is a finding."""
    units: dict[str, UnitFolder] = {}
    findings = []
    for folder in folders:
        first = units.setdefault(folder.short, folder)
        if first is not folder:
            findings.append(_about(folder.short, folder.source, "unit-duplicate", SHORT_NAME, other=first.source.file))
    return units, findings


def _about(short: str, source: Source, code: str, *path: str | int, **values: str | int) -> Finding:
    """Return an error at a place of a unit's file; `value` is the unit's 简称 unless given."""
    return Finding(code, Level.ERROR, source.place(*path), short, {"value": short} | values)


def _superiors(units: Mapping[str, UnitFolder]) -> dict[str, str | None]:
    named = {short: folder.superior for short, folder in units.items()}
    return {short: superior if superior in units else None for short, superior in named.items()}


def sound_superiors(units: Mapping[str, UnitFolder]) -> dict[str, str | None]:
    """Return the superior of each unit; one that is unknown, or closes a circle, counts as none."""
    superiors = _superiors(units)
    return superiors | {cycle[0]: None for cycle in cycles(superiors)}


def tree_findings(units: Mapping[str, UnitFolder]) -> Iterator[Finding]:
    """Yield what is wrong between the units: superiors that are unknown or go round in a circle."""
    for folder in units.values():
        superior = folder.superior
        if superior and superior not in units:
            near = nearest(superior, units)
            yield _about(folder.short, folder.source, "unit-superior-unknown", SUPERIOR, value=superior, near=near)
    for cycle in cycles(_superiors(units)):
        folder = units[cycle[0]]
        yield _about(folder.short, folder.source, "unit-cycle", SUPERIOR, value=ARROW.join((*cycle, cycle[0])))


def _unit_findings(unit: Unit, about: Callable[..., Finding]) -> Iterator[Finding]:
    """Yield what is wrong inside one unit: its 简称, the numbers of its members, the names of its committee."""
    if NO_SHORT_NAME & set(unit.short):
        yield about("unit-short-invalid", SHORT_NAME)
    yield from _member_findings(unit, about)
    for index, post in enumerate(unit.committee if unit.members else ()):
        bearers = [member for member in unit.members if names_same(post.name, member)]
        path = (COMMITTEE, index, NAME)
        if not bearers:
            near = nearest(post.name, (member.name for member in unit.members))
            yield about("person-unknown", *path, value=post.name, near=near)
        elif len(bearers) > 1:
            yield about("person-ambiguous", *path, value=post.name, near=offers(bearers))


def _member_findings(unit: Unit, about: Callable[..., Finding]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    names: dict[str, list[Member]] = {}
    for index, member in enumerate(unit.members):
        if member.number and seen.setdefault(member.number, index) != index:
            yield about("member-number-duplicate", MEMBERS, index, NUMBER, value=member.number)
        names.setdefault(member.name, []).append(member)
    for index, member in enumerate(unit.members):
        if len(names[member.name]) > 1 and not member.number:
            yield about("member-number-missing", MEMBERS, index, NAME, value=member.name)


def offers(members: Iterable[Member]) -> str:
    """Return the forms that tell namesakes apart, joined."""
    return SEPARATOR.join(numbered(member) for member in members)
