"""Takes nothing, gives the JSON Schemas as files beside a workspace, and the line by which editors find them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docgen.model.schema import settings_schema, unit_schema, workspace_schema
from docgen.outputs import write_whole
from docgen.workspace.files import STATE_FOLDER

FOLDER = "schema"
RECORD, UNIT, SETTINGS = "record.json", "unit.json", "settings.json"
MODELINE = "# yaml-language-server: $schema={}"
FILES: dict[str, Callable[[], dict[str, Any]]] = {
    RECORD: workspace_schema,
    UNIT: unit_schema,
    SETTINGS: settings_schema,
}


def write_schemas(root: Path) -> list[Path]:
    """Write the schemas below a workspace's state; return the files that changed."""
    changed = []
    for name, schema in FILES.items():
        path = root / STATE_FOLDER / FOLDER / name
        content = f"{json.dumps(schema(), ensure_ascii=False, indent=1)}\n".encode()
        if not path.is_file() or path.read_bytes() != content:
            write_whole(path, content)
            changed.append(path)
    return changed


def modeline(root: Path, file: Path, schema: str) -> str:
    """Return the line by which an editor finds the schema of a file, by a relative path with slashes."""
    target = Path(os.path.relpath(root / STATE_FOLDER / FOLDER / schema, file.parent))
    return MODELINE.format(target.as_posix())
