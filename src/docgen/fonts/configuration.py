"""Takes the environment, gives fontconfig docgen's own configuration, and the folders in which it finds fonts."""

from __future__ import annotations

import atexit
import os
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from xml.etree import ElementTree as ET

CONFIGURATION = Path(__file__).resolve().parent.parent / "renderers" / "fonts.conf"
FONTCONFIG_VARIABLE = "FONTCONFIG_FILE"
FOLDERS_VARIABLE = "DOCGEN_FONTS"
# fontconfig's own words for the fonts of Windows, those of the machine and those of the user, and where they lie.
_WINDOWS_FOLDERS = {
    "WINDOWSFONTDIR": ("WINDIR", "Fonts"),
    "WINDOWSUSERFONTDIR": ("LOCALAPPDATA", "Microsoft/Windows/Fonts"),
}


def name_configuration() -> None:
    """Name docgen's font configuration, unless the user has named one; must come before fontconfig is loaded."""
    if FONTCONFIG_VARIABLE in os.environ or not CONFIGURATION.is_file():
        return
    added = _added()
    os.environ[FONTCONFIG_VARIABLE] = str(_extended(added) if added else CONFIGURATION)


def is_foreign() -> bool:
    """Tell whether the user has named a configuration that leaves docgen's out: then its rules do not hold."""
    named = os.environ.get(FONTCONFIG_VARIABLE)
    return bool(named) and CONFIGURATION not in dict(_parsed(Path(str(named))))


def folders() -> tuple[Path, ...]:
    """Return the folders in which fontconfig looks for fonts, each once."""
    return _folders(os.environ.get(FONTCONFIG_VARIABLE, ""), tuple(_added()))


@cache
def _folders(named: str, added: tuple[str, ...]) -> tuple[Path, ...]:
    parsed = _parsed(Path(named) if named else CONFIGURATION)
    inside = [_folder(each, file) for file, root in parsed for each in root.iter("dir")]
    outside = [] if named else [_placed(each) for each in added]
    return tuple(dict.fromkeys(folder for folder in (*outside, *inside) if folder is not None))


def _added() -> list[str]:
    """Return the folders that the environment and the system add to those of the configuration."""
    named = [each for each in os.environ.get(FOLDERS_VARIABLE, "").split(os.pathsep) if each]
    return [*named, *(_WINDOWS_FOLDERS if sys.platform == "win32" else ())]


def _extended(added: list[str]) -> Path:
    """Write a configuration that adds folders to docgen's own; it lives as long as the process."""
    lines = [f"<dir>{escape(folder, quote=False)}</dir>" for folder in added]
    lines.append(f"<include>{escape(str(CONFIGURATION), quote=False)}</include>")
    text = f'<?xml version="1.0"?>\n<fontconfig>{"".join(lines)}</fontconfig>\n'
    with tempfile.NamedTemporaryFile("w", suffix=".conf", delete=False, encoding="utf-8") as file:
        file.write(text)
    path = Path(file.name)
    atexit.register(path.unlink, missing_ok=True)
    return path


def _parsed(file: Path, above: tuple[Path, ...] = ()) -> Iterator[tuple[Path, ET.Element]]:
    """Yield a configuration file and those that it includes; one that cannot be read says nothing."""
    try:
        root = ET.parse(file).getroot()  # noqa: S314 - the user's own configuration, which fontconfig reads as well
    except (OSError, ET.ParseError):
        return
    yield file, root
    for element in root.iter("include"):
        for path in _included(file.parent / Path((element.text or "").strip()).expanduser()):
            if path not in above:
                yield from _parsed(path, (*above, file))


def _included(path: Path) -> list[Path]:
    return sorted(path.glob("[0-9]*.conf")) if path.is_dir() else [path]


def _folder(element: ET.Element, file: Path) -> Path | None:
    text, prefix = (element.text or "").strip(), element.get("prefix", "")
    if not text:
        return None
    if prefix == "xdg":
        return Path(os.environ.get("XDG_DATA_HOME") or Path("~/.local/share").expanduser(), text)
    return Path(os.path.normpath(file.parent / text)) if prefix == "relative" else _placed(text)


def _placed(text: str) -> Path | None:
    if text not in _WINDOWS_FOLDERS:
        return Path(text).expanduser()
    variable, below = _WINDOWS_FOLDERS[text]
    return Path(os.environ[variable], below) if variable in os.environ else None
