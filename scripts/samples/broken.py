"""Takes a small sound workspace and a list of faults, gives a folder per fault that is laid over it, with its finding.

Where the finding must point is computed from the planted text itself, so that what is expected is independent of docgen.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from scripts.samples.pictures import draw, save
from scripts.samples.words import HERE, words

_SOUND = HERE / "broken_base"
_BASE = "_base"
_OPEN, _CLOSE = "⟦", "⟧"
_LONG, _LONG_TEXT = "{long}", "长" * 1024
_LINE, _NONE, _PATH = "line", "none", "path"
_ERROR = "error"


class Spot(NamedTuple):
    """Where a fault stands, from 1, and the text that is marked."""

    line: int
    column: int
    marked: str


def make_broken(target: Path) -> None:
    """Write the sound workspace and a folder for each fault."""
    shutil.copytree(_SOUND, target / _BASE)
    shutil.copyfile(HERE / "words" / "boundary.yaml", target / words("broken")["files"]["settings"])
    picture = target / _BASE / words("broken")["files"]["picture"]
    picture.parent.mkdir()
    save(draw("corridor", 5), picture, turned=False)
    for case in words("broken")["cases"]:
        _write_case(case, target / case["code"], picture)


def _write_case(case: dict[str, Any], folder: Path, picture: Path) -> None:
    text = _text(case)
    spot = _spot(text)
    _put(folder / _file(case), _unmarked(text), case.get("encoding", "utf-8"))
    if "with" in case:
        _put(folder / _file(case["with"]), _text(case["with"]), "utf-8")
    if "halved" in case:
        content = picture.read_bytes()
        _put_bytes(folder / words("broken")["files"][case["halved"]], content[: len(content) // 2])
    finding = {
        "code": case["code"],
        "level": case.get("level", _ERROR),
        "file": case.get("place", _file(case)),
        "line": 0 if case.get("whole") else spot.line,
        "column": 0 if case.get("whole") else spot.column,
        "value": _value(case, text, spot),
    }
    _put(folder / "findings.json", json.dumps([finding], ensure_ascii=False, indent=2) + "\n", "utf-8")


def _text(change: dict[str, Any]) -> str:
    """Return a file as changed, marks included."""
    if "text" in change:
        return str(change["text"])
    text = (_SOUND / _file(change)).read_text(encoding="utf-8")
    for edit in change.get("edits", [change]):
        if text.count(edit["from"]) < 1:
            raise ValueError(edit["from"])
        text = text.replace(edit["from"], edit["to"], 1)
    return text.replace(_LONG, _LONG_TEXT)


def _spot(text: str) -> Spot:
    before, _, after = text.partition(_OPEN)
    marked = after.partition(_CLOSE)[0] if _CLOSE in after else ""
    return Spot(before.count("\n") + 1, len(before) - before.rfind("\n"), marked)


def _unmarked(text: str) -> str:
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def _value(case: dict[str, Any], text: str, spot: Spot) -> str | None:
    said = case.get("value", spot.marked)
    if said == _LINE:
        return _unmarked(text).splitlines()[spot.line - 1].strip()
    if said == _PATH:
        return str(case.get("place", _file(case)))
    return None if said == _NONE else str(said)


def _file(change: dict[str, Any]) -> str:
    return str(words("broken")["files"][change["file"]])


def _put(path: Path, text: str, encoding: str) -> None:
    _put_bytes(path, text.encode(encoding, errors="surrogateescape" if encoding == "utf-8" else "strict"))


def _put_bytes(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
