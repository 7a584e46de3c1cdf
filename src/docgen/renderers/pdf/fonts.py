"""Takes the environment, gives fontconfig docgen's own configuration: the same fonts on every machine that has them."""

from __future__ import annotations

import atexit
import os
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

CONFIGURATION = Path(__file__).resolve().parent.parent / "fonts.conf"
FONTCONFIG_VARIABLE = "FONTCONFIG_FILE"
FOLDERS_VARIABLE = "DOCGEN_FONTS"
# fontconfig's own word for the fonts of Windows.
_WINDOWS_FOLDER = "WINDOWSFONTDIR"


def name_configuration() -> None:
    """Name docgen's font configuration, unless the user has named one; must come before fontconfig is loaded."""
    if FONTCONFIG_VARIABLE in os.environ or not CONFIGURATION.is_file():
        return
    folders = [each for each in os.environ.get(FOLDERS_VARIABLE, "").split(os.pathsep) if each]
    if sys.platform == "win32":
        folders.append(_WINDOWS_FOLDER)
    os.environ[FONTCONFIG_VARIABLE] = str(_extended(folders) if folders else CONFIGURATION)


def _extended(folders: list[str]) -> Path:
    """Write a configuration that adds folders to docgen's own; it lives as long as the process."""
    lines = [f"<dir>{escape(folder)}</dir>" for folder in folders]
    lines.append(f"<include>{escape(str(CONFIGURATION))}</include>")
    text = f'<?xml version="1.0"?>\n<fontconfig>{"".join(lines)}</fontconfig>\n'
    with tempfile.NamedTemporaryFile("w", suffix=".conf", delete=False, encoding="utf-8") as file:
        file.write(text)
    path = Path(file.name)
    atexit.register(path.unlink, missing_ok=True)
    return path
