"""Takes a kind, gives its JSON Schema: as data, as files beside a workspace, by the line by which editors find these."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from docgen.errors import UsageError
from docgen.model.kinds import RECORD_KINDS
from docgen.model.schema import record_schema, settings_schema, unit_schema, workspace_schema
from docgen.outputs import write_whole
from docgen.workspace.files import SETTINGS_FILE, STATE_FOLDER, UNIT_FILE
from docgen.workspace.nearest import nearest

FOLDER = "schema"
RECORD, UNIT, SETTINGS = "record.json", "unit.json", "settings.json"
MODELINE = "# yaml-language-server: $schema={}"
FILES: dict[str, Callable[[], dict[str, Any]]] = {
    RECORD: workspace_schema,
    UNIT: unit_schema,
    SETTINGS: settings_schema,
}

FILE_SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "unit": unit_schema,
    "单位": unit_schema,
    UNIT_FILE: unit_schema,
    "settings": settings_schema,
    "设置": settings_schema,
    SETTINGS_FILE: settings_schema,
}


def schema(kind: str = "") -> dict[str, Any]:
    """Return the JSON Schema of all records, of one kind by label or stem, of 单位.yaml or docgen.yaml."""
    if not kind:
        return workspace_schema()
    if kind in FILE_SCHEMAS:
        return FILE_SCHEMAS[kind]()
    labels = {name: each.label for each in RECORD_KINDS for name in (each.label, each.stem)}
    if kind not in labels:
        raise UsageError("record-kind-unknown", {"value": kind, "near": nearest(kind, [*labels, *FILE_SCHEMAS])})
    return record_schema(labels[kind])


def write_schemas(root: Path) -> list[Path]:
    """Write the schemas below a workspace's state; return the files that changed."""
    changed = []
    for name in FILES:
        path = root / STATE_FOLDER / FOLDER / name
        content = _content(name)
        if not path.is_file() or path.read_bytes() != content:
            write_whole(path, content)
            changed.append(path)
    return changed


@cache
def _content(name: str) -> bytes:
    """Return the bytes of a schema's file, which depend on docgen alone."""
    return f"{json.dumps(FILES[name](), ensure_ascii=False, indent=1)}\n".encode()


def modeline(root: Path, file: Path, schema: str) -> str:
    """Return the line by which an editor finds the schema of a file, by a relative path with slashes."""
    target = Path(os.path.relpath(root / STATE_FOLDER / FOLDER / schema, file.parent))
    return MODELINE.format(target.as_posix())
