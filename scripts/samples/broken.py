"""Takes a small sound workspace and lists of faults, gives a folder per fault that is laid over it, with its findings.

Where a finding must point is computed from the planted text itself, so that what is expected is independent of docgen.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from scripts.samples.pictures import draw, save
from scripts.samples.words import HERE, words

_SOUND = HERE / "broken_base"
_BASE = "_base"
_OPEN, _CLOSE = "⟦", "⟧"
_MARK = re.compile(f"{_OPEN}(?:([^{_OPEN}]*?){_CLOSE})?")
_LONG, _LONG_TEXT = "{long}", "长" * 1024
_LINE, _NONE, _PATH = "line", "none", "path"
_ERROR = "error"


class Spot(NamedTuple):
    """Where a fault stands, from 1, and the text that is marked; line 0 is the whole file."""

    line: int = 0
    column: int = 0
    marked: str = ""


def make_broken(target: Path) -> None:
    """Write the sound workspace and a folder for each fault: those of reading, and those of the rules."""
    shutil.copytree(_SOUND, target / _BASE)
    shutil.copyfile(HERE / "words" / "boundary.yaml", target / words("broken")["files"]["settings"])
    picture = target / _BASE / words("broken")["files"]["picture"]
    picture.parent.mkdir()
    save(draw("corridor", 5), picture, turned=False)
    for case in [*words("broken")["cases"], *words("broken_rules")["cases"]]:
        _write_case(case, target / case["code"], picture)


def _write_case(case: dict[str, Any], folder: Path, picture: Path) -> None:
    for change in _changes(case):
        _put(folder / _file(change), _unmarked(_text(change)), change.get("encoding", "utf-8"))
    if "halved" in case:
        content = picture.read_bytes()
        _put_bytes(folder / words("broken")["files"][case["halved"]], content[: len(content) // 2])
    if "says" in case:
        _put(folder / "README.md", f"# {case['code']}\n\n{case['says']}\n", "utf-8")
    found = sorted(_findings(case), key=lambda finding: (finding["file"], finding["line"], finding["column"]))
    _put(folder / "findings.json", json.dumps(found, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _changes(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the changes of files that make a case: its own, and those that go with it."""
    others = case.get("with", [])
    return [case, *([others] if isinstance(others, dict) else others)]


def _findings(case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield one finding for each mark; a case that concerns a whole file, or what is missing, has none."""
    for change in _changes(case):
        text = _text(change)
        for spot in [Spot()] if change.get("whole") else _spots(text):
            yield {
                "code": case["code"],
                "level": case.get("level", _ERROR),
                "file": _place(change),
                "line": spot.line,
                "column": spot.column,
                "value": _value(change, text, spot),
            }


def _text(change: dict[str, Any]) -> str:
    """Return a file as changed, marks included."""
    if "text" in change:
        return str(change["text"])
    text = _before(change)
    for edit in change.get("edits", [change] if "from" in change else []):
        if text.count(edit["from"]) < 1:
            raise ValueError(edit["from"])
        text = text.replace(edit["from"], edit["to"], 1)
    return text.replace(_LONG, _LONG_TEXT)


def _before(change: dict[str, Any]) -> str:
    """Return what is changed: a sound record of the list, else the file of the sound workspace."""
    if "of" in change:
        return str(words("broken_rules")["sound"][change["of"]])
    return (_SOUND / _file(change)).read_text(encoding="utf-8")


def _spots(text: str) -> Iterator[Spot]:
    for mark in _MARK.finditer(text):
        before = _unmarked(text[: mark.start()])
        yield Spot(before.count("\n") + 1, len(before) - before.rfind("\n"), mark[1] or "")


def _unmarked(text: str) -> str:
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def _value(change: dict[str, Any], text: str, spot: Spot) -> str | None:
    said = change.get("value", spot.marked)
    if said == _LINE:
        return _unmarked(text).splitlines()[spot.line - 1].strip()
    if said == _PATH:
        return _place(change)
    return None if said == _NONE else str(said)


def _place(change: dict[str, Any]) -> str:
    return _named(change.get("place", change["file"]))


def _file(change: dict[str, Any]) -> str:
    return _named(change["file"])


def _named(file: str) -> str:
    """Return the path of a file that has a short name in the lists."""
    return str(words("broken")["files"].get(file, file))


def _put(path: Path, text: str, encoding: str) -> None:
    _put_bytes(path, text.encode(encoding, errors="surrogateescape" if encoding == "utf-8" else "strict"))


def _put_bytes(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
