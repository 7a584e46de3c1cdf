"""Takes a workspace and who asks, gives what they can choose for an export, and what is chosen at first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from docgen.accounts import Action, Caller, may_everywhere
from docgen.documents import KINDS, DocumentKind
from docgen.formats import Format
from docgen.vocabulary import jobs as words
from docgen.web.asking import visible_units
from docgen.web.exports.rights import may_export, sees_confidential
from docgen.web.jobs.secrecy import CONFIDENTIAL_KINDS
from docgen.web.jobs.wish import Wish
from docgen.web.service import Service
from docgen.workspace import Workspace
from docgen.workspace.files import RECORDS_FOLDER

YEAR, MONTH = re.compile(r"[1-9][0-9]{3}"), re.compile(r"0[1-9]|1[0-2]")
BEGUN = 3
"""A year of fewer months than these has just begun."""
PARTS = ("", *(f"Q{quarter}" for quarter in range(1, 5)), *(f"{month:02}" for month in range(1, 13)))


class Choices(Struct, frozen=True):
    """What an export can be made of; `everything` says that all units can be exported at once."""

    everything: bool
    units: tuple[str, ...]
    years: Mapping[int, Collection[str]]
    parts: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, tuple[DocumentKind, ...]], ...]
    formats: tuple[tuple[str, str], ...]

    @property
    def year(self) -> int:
        """The year that is chosen at first: the last that has records of some months, not one that has just begun."""
        return next((year for year, months in self.years.items() if len(months) >= BEGUN), next(iter(self.years)))


def choices(service: Service, who: Caller) -> Choices | None:
    """Return what somebody can choose; None where they can start no export at all."""
    units = visible_units(service, who)
    everything = may_everywhere(who, Action.PUBLISH)
    own = tuple(each for each in units if may_export(who, Wish("", (each,))))
    if not own:
        return None
    workspace = service.library.workspace()
    secret = sees_confidential(who, Wish("", () if everything else own))
    return Choices(
        everything=everything,
        units=own,
        years=_years(workspace, service.today()),
        parts=tuple((part, words.part_name(part)) for part in PARTS),
        groups=tuple(_groups(secret=secret)),
        formats=tuple((each.value, words.FORMATS[each.value]) for each in Format),
    )


def _years(workspace: Workspace, today: date) -> dict[int, set[str]]:
    """Return the years for which units keep folders of records, the latest first, with the months; else this year."""
    found: dict[int, set[str]] = defaultdict(set)
    for unit in workspace.units.values():
        for folder in _folders(unit.path / RECORDS_FOLDER):
            if YEAR.fullmatch(folder.name) and int(folder.name) <= today.year:
                found[int(folder.name)] |= {each.name for each in _folders(folder) if MONTH.fullmatch(each.name)}
    return dict(sorted(found.items(), reverse=True)) or {today.year: set()}


def _folders(path: Path) -> list[Path]:
    return [each for each in path.iterdir() if each.is_dir()] if path.is_dir() else []


def _groups(*, secret: bool) -> list[tuple[str, tuple[DocumentKind, ...]]]:
    """Return the kinds by group; those that only bind files are an option of their own."""
    there = {kind.name: kind for kind in KINDS if not kind.binds and (secret or kind.name not in CONFIDENTIAL_KINDS)}
    named = [(label, [there.pop(name) for name in names if name in there]) for label, names in words.KIND_GROUPS]
    return [(label, tuple(kinds)) for label, kinds in (*named, (words.OTHER_KINDS, there.values())) if kinds]
