"""Takes the name of a file as a record writes it, gives the file beside it, never one outside the unit's folder."""

from __future__ import annotations

import re
from pathlib import Path

from docgen.workspace.files import ACCOUNTS_FILE, ATTACHMENTS_FOLDER, SETTINGS_FILE, UNIT_FILE

UNSAFE = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]')
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")

OWN = frozenset({ACCOUNTS_FILE, SETTINGS_FILE, UNIT_FILE})
"""Files of docgen itself, which may lie in the folder of a unit and are nobody's to hand on."""


def is_safe(name: str) -> bool:
    """Tell whether a name is a relative path with slashes whose every part Windows accepts too, hidden ones left out."""
    return not UNSAFE.search(name) and name not in OWN and all(_is_safe_part(part) for part in name.split("/"))


def places(unit_folder: Path, record_file: Path) -> tuple[Path, ...]:
    """Return the folders in which the files of a record are looked for: beside it, in 附件/, in the unit's folder."""
    return record_file.parent, unit_folder / ATTACHMENTS_FOLDER, unit_folder


def locate(name: str, unit_folder: Path, record_file: Path) -> Path | None:
    """Return the file that a safe name means, None when there is none or it lies, by a link, outside the folder."""
    for folder in places(unit_folder, record_file):
        path = folder / name
        if path.is_file() and path.resolve().is_relative_to(unit_folder.resolve()):
            return path
    return None


def neighbours(unit_folder: Path, record_file: Path) -> list[str]:
    """Return the names of the files that a record could have meant."""
    folders = [folder for folder in places(unit_folder, record_file)[:2] if folder.is_dir()]
    return [path.name for folder in folders for path in folder.iterdir() if path.is_file()]


def _is_safe_part(part: str) -> bool:
    is_named = bool(part) and part == part.strip() and not part.startswith(".") and not part.endswith(".")
    return is_named and not RESERVED.fullmatch(part)
