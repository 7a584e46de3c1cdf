"""Takes a unit and a day, gives what the fields of its records are picked from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from docgen.accounts import Caller
from docgen.drafting.record import day_label
from docgen.model.base import FILE, PICTURE, pointers
from docgen.model.kinds import KINDS
from docgen.records.record import Written
from docgen.web.forms.picking import PickList
from docgen.web.forms.tree import KIND
from docgen.web.seeing import entries_seen, sees_all
from docgen.web.service import Service
from docgen.workspace import UnitFolder
from docgen.workspace.files import ATTACHMENTS_FOLDER

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp"})
MOST = 400
"""How many records or files a list offers, the newest first."""
_DAY = re.compile(r"([0-9]{4})[-/年]([0-9]{1,2})(?:[-/月]([0-9]{1,2}))?")


class Choice(Struct, frozen=True):
    """One thing to pick, and what is said of it."""

    value: str
    about: str = ""


def pick_lists(service: Service, who: Caller, unit: UnitFolder, day: date) -> Mapping[str, tuple[Choice, ...]]:
    """Return, by name, what may be picked in records of a unit on a day."""
    files = files_of(service, who, unit)
    entries = sorted(entries_seen(service, who, unit.short), key=lambda entry: entry.order, reverse=True)
    units = service.library.workspace().units.values()
    return {
        **roster_lists(service, unit.short, day),
        PickList.RECORDS: tuple(Choice(entry.local_id, entry.model.title[:40]) for entry in entries[:MOST]),
        PickList.UNITS: tuple(Choice(each.short, each.name) for each in units),
        PickList.FILES: files,
        PickList.PICTURES: pictures_in(files),
    }


def roster_lists(service: Service, unit: str, day: date) -> Mapping[str, tuple[Choice, ...]]:
    """Return who is on the roster of a unit on a day, with posts, and its groups."""
    roster = service.library.workspace().roster(unit)
    people = (
        Choice(roster.display(member, day), roster.post_of(member, day) or roster.group_of(member, day))
        for member in roster.members_on(day)
    )
    groups = (Choice(group.name, group.leader or "") for group in roster.groups_on(day))
    return {PickList.PEOPLE: tuple(people), PickList.GROUPS: tuple(groups)}


def day_of(data: Mapping[str, Written]) -> date | None:
    """Return the day that a record's data says, so far as it can be read."""
    kind = data.get(KIND)
    known = KINDS.get(kind) if isinstance(kind, str) else None
    text = data.get(day_label(known)) if known is not None else None
    match = _DAY.match(text.strip()) if isinstance(text, str) else None
    if match is None:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def files_of(service: Service, who: Caller, unit: UnitFolder) -> tuple[Choice, ...]:
    """Return the files beside the records of a unit, without those of confidential records for who may not read them."""
    folder = unit.path / ATTACHMENTS_FOLDER
    hidden = frozenset() if sees_all(who, unit.short) else frozenset(_confidential(service, unit.short))
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    plain = [path for path in found if path.is_file() and not path.is_symlink() and not path.name.startswith(".")]
    return tuple(Choice(path.name) for path in plain if path.name not in hidden)[:MOST]


def pictures_in(files: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return those of some files that are pictures by their names."""
    return tuple(each for each in files if f".{each.value.rpartition('.')[2].lower()}" in PICTURES)


def _confidential(service: Service, unit: str) -> Iterator[str]:
    """Yield the files to which confidential records point."""
    for entry in service.library.records(unit).entries:
        if entry.model.confidential:
            yield from (text for _, refers, text in pointers(entry.model) if refers in {FILE, PICTURE})
