"""Takes a workspace and who asks, gives what they can choose for an export, and what is chosen at first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from docgen.accounts import Action, Caller, may_everywhere
from docgen.documents import KINDS, DocumentKind
from docgen.formats import Format
from docgen.vocabulary import jobs as words
from docgen.web.asking import visible_units
from docgen.web.exports.rights import may_start, sees_confidential
from docgen.web.jobs.secrecy import CONFIDENTIAL_KINDS
from docgen.web.jobs.wish import Wish
from docgen.web.service import Service
from docgen.workspace import Workspace
from docgen.workspace.files import RECORDS_FOLDER

YEAR = re.compile(r"[1-9][0-9]{3}")
PARTS = ("", *(f"Q{quarter}" for quarter in range(1, 5)), *(f"{month:02}" for month in range(1, 13)))


@dataclass(frozen=True, slots=True)
class Choices:
    """What an export can be made of; `everything` says that all units can be exported at once."""

    everything: bool
    units: tuple[str, ...]
    years: tuple[int, ...]
    parts: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, tuple[DocumentKind, ...]], ...]
    formats: tuple[tuple[str, str], ...]

    @property
    def year(self) -> int:
        """The year that is chosen at first: the last that has records."""
        return self.years[0]


def choices(service: Service, who: Caller) -> Choices | None:
    """Return what somebody can choose; None where they can start no export at all."""
    units = visible_units(service, who)
    everything = may_everywhere(who, Action.PUBLISH)
    own = tuple(each for each in units if may_start(who, Wish("", (each,))))
    if not own:
        return None
    workspace = service.library.workspace()
    secret = sees_confidential(who, Wish("", () if everything else own))
    return Choices(
        everything=everything,
        units=own,
        years=_until(_years(workspace), service.today()),
        parts=tuple((part, words.part_name(part)) for part in PARTS),
        groups=tuple(_groups(secret=secret)),
        formats=tuple((each.value, words.FORMATS[each.value]) for each in Format),
    )


def _years(workspace: Workspace) -> frozenset[int]:
    """Return the years for which units keep folders of records."""
    folders = (each.path / RECORDS_FOLDER for each in workspace.units.values())
    names = (each.name for folder in folders if folder.is_dir() for each in folder.iterdir())
    return frozenset(int(name) for name in names if YEAR.fullmatch(name))


def _until(years: frozenset[int], today: date) -> tuple[int, ...]:
    """Return the years with records, the latest first; this year where there is none."""
    return tuple(sorted((year for year in years if year <= today.year), reverse=True)) or (today.year,)


def _groups(*, secret: bool) -> list[tuple[str, tuple[DocumentKind, ...]]]:
    """Return the kinds by group; those that only bind files are an option of their own."""
    there = {kind.name: kind for kind in KINDS if not kind.binds and (secret or kind.name not in CONFIDENTIAL_KINDS)}
    named = [(label, [there.pop(name) for name in names if name in there]) for label, names in words.KIND_GROUPS]
    return [(label, tuple(kinds)) for label, kinds in (*named, (words.OTHER_KINDS, there.values())) if kinds]
