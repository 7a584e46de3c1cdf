"""Takes a folder, gives a new workspace in it with commented examples, or a new year's folders in an old one."""

from __future__ import annotations

from pathlib import Path

from docgen.drafting.examples import BRANCH, COMMITTEE, MEETING, SETTINGS
from docgen.drafting.schemas import RECORD, UNIT, modeline, write_schemas
from docgen.drafting.schemas import SETTINGS as SETTINGS_SCHEMA
from docgen.errors import UsageError
from docgen.outputs import write_whole
from docgen.records.writing import scalar
from docgen.workspace import open_workspace
from docgen.workspace.files import ATTACHMENTS_FOLDER, RECORDS_FOLDER, SETTINGS_FILE, UNIT_FILE

UNNAMED = "某某公司"
COMMITTEE_NAME = "中共{}机关委员会"
COMMITTEE_FOLDER, BRANCH_FOLDER = "机关党委", "支部/一支部"
FIRST_RECORD = "{branch}/{records}/{year}/01/{year}-01-10-支委会.yaml"


def found(root: Path, year: int, name: str = "", month: int = 1) -> list[Path]:
    """Write a new workspace of a year and return its files; what is owed is asked from `month` (1–12) on.

    Raise UsageError where there is a workspace, or a file of that name.
    """
    if (root / SETTINGS_FILE).exists():
        raise UsageError("workspace-exists", {"value": str(root)})
    record = FIRST_RECORD.format(branch=BRANCH_FOLDER, records=RECORDS_FOLDER, year=year)
    files = {
        SETTINGS_FILE: (SETTINGS_SCHEMA, SETTINGS),
        f"{COMMITTEE_FOLDER}/{UNIT_FILE}": (UNIT, COMMITTEE),
        f"{BRANCH_FOLDER}/{UNIT_FILE}": (UNIT, BRANCH),
        record: (RECORD, MEETING),
    }
    if taken := [file for file in files if (root / file).exists()]:
        raise UsageError("folder-taken", {"value": taken[0], "path": str(root / taken[0])})
    called = name.strip() or UNNAMED
    for file, (schema, text) in files.items():
        filled = text.format(
            name=scalar(called), committee=scalar(COMMITTEE_NAME.format(called)), year=year, month=f"{month:02}"
        )
        write_whole(root / file, f"{modeline(root, root / file, schema)}\n{filled}".encode())
    open_year(root, year)
    write_schemas(root)
    return [root / file for file in files]


def open_year(root: Path, year: int) -> list[Path]:
    """Make the folders that a year needs in every unit of a workspace; return those that were not there."""
    units = open_workspace(root).units.values()
    wanted = [
        folder
        for unit in units
        for folder in (unit.path / RECORDS_FOLDER / f"{year:04}", unit.path / ATTACHMENTS_FOLDER)
    ]
    missing = [folder for folder in wanted if not folder.is_dir()]
    for folder in missing:
        folder.mkdir(parents=True)
    return missing
