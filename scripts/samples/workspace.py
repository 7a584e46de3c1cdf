"""Takes units, written or invented, gives a workspace on disk: what was generated, and over it what is by hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from scripts.samples import organisation
from scripts.samples.branches import write_branch
from scripts.samples.broken import make_broken
from scripts.samples.clerk import Draft, plain, written
from scripts.samples.days import YEAR
from scripts.samples.pictures import draw_pictures
from scripts.samples.roster import Branch, unit_invented, unit_written
from scripts.samples.words import HERE, words

from docgen.model.unit import Unit

SEED = 20200301
SAMPLE_MONTHS = tuple(range(3, 13))
BY_HAND = HERE / "written"
SETTINGS = "docgen.yaml"
_SEPARATOR = "---\n"
_LAST_MONTH = 12


def make_samples(target: Path, seed: int = SEED) -> None:
    """Write the sample workspace, five branches from March to December, and the broken ones below it."""
    head = unit_written(_unit_file(BY_HAND, words("units")["organisation"]))
    shorts = sorted(path.name for path in (BY_HAND / words("units")["branches_folder"]).iterdir())
    units = sorted((unit_written(_unit_file(BY_HAND, short)) for short in shorts), key=_first_number)
    branches = [Branch(unit, index, seed) for index, unit in enumerate(units, 1)]
    _write(target, _drafts(branches, SAMPLE_MONTHS, head, photos=True))
    shutil.copytree(BY_HAND, target, dirs_exist_ok=True)
    draw_pictures(target)
    make_broken(target / "broken")


def generate(target: Path, branches: int = 200, months: int = 12, seed: int = SEED) -> int:
    """Write a workspace of any size, its last month December, without pictures; return its number of records."""
    first = _LAST_MONTH + 1 - months
    founded = date(YEAR, first, 1)
    invented = [unit_invented(index, founded) for index in range(1, branches + 1)]
    known = [Branch(unit, index, seed) for index, (unit, _) in enumerate(invented, 1)]
    head = organisation.head_invented(known[:5], founded)
    _put(target / SETTINGS, written(organisation.settings_invented(first)))
    for unit, data in [(head_unit := Unit.model_validate(plain(head)), head), *invented]:
        _put(_unit_file(target, unit.short), written(data))
    return _write(target, _drafts(known, range(first, _LAST_MONTH + 1), head_unit, photos=False))


def _drafts(branches: Sequence[Branch], months: Sequence[int], head: Unit, photos: bool) -> Iterator[Draft]:
    news: dict[int, list[Draft]] = {month: [] for month in months}
    for branch in branches:
        found = write_branch(branch, months, photos)
        yield from found.drafts
        for month, draft in found.news.items():
            news[month].append(draft)
    for issue, month in enumerate(months, 1):
        yield from organisation.of_month(month, issue, news[month], head)
    yield organisation.year_review(head)


def _write(target: Path, drafts: Iterable[Draft]) -> int:
    """Write drafts, those of one path as documents of one file; return how many there were."""
    files: dict[Path, list[str]] = {}
    count = 0
    for draft in drafts:
        folder = _unit_file(target, draft.unit).parent / words("units")["records_folder"] / draft.folder
        files.setdefault(folder / f"{draft.stem}.yaml", []).append(written(draft.data, draft.comment))
        count += 1
    for path, documents in files.items():
        _put(path, _SEPARATOR.join(documents))
    return count


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def _unit_file(root: Path, short: str) -> Path:
    said = words("units")
    folder = root / short if short == said["organisation"] else root / said["branches_folder"] / short
    return folder / f"{said['unit_file']}.yaml"


def _first_number(unit: Unit) -> str:
    """Return a key that puts the units in the order of their members' numbers."""
    return unit.members[0].number or ""
