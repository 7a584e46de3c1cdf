"""Takes findings, gives them as one SARIF 2.1.0 log, which editors and code hosts show at their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from docgen.findings import Finding, Level, Place, worst
from docgen.version import __version__
from docgen.vocabulary import WORDS, as_json, commands, message, place_text

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
VERSION = "2.1.0"
TOOL, LANGUAGE = "docgen", "zh-CN"
LEVELS = {Level.ERROR: "error", Level.WARN: "warning", Level.INFO: "note"}
IN_PROPERTIES = ("subject", "value", "hint", "basis", "text", "found", "expected")
"""The keys of a finding's JSON object that SARIF has no place of its own for."""
COUNTED = ("part", "paragraph", "page", "table", "row", "cell")
_PLACEHOLDER = re.compile("{[^{}]+}")
_UNTOLD = "…"


def sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return a log with one run: a rule for each code, a result for each finding, in their order."""
    codes = list(dict.fromkeys(finding.code for finding in findings))
    driver = {
        "name": TOOL,
        "version": __version__,
        "language": LANGUAGE,
        "rules": [_rule(code, [each for each in findings if each.code == code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": LANGUAGE,
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
    }
    return {"$schema": SCHEMA, "version": VERSION, "runs": [run]}


def _rule(code: str, found: Sequence[Finding]) -> dict[str, Any]:
    """Describe a code in its own words, with what differs from finding to finding left open."""
    words = WORDS[code]
    plainest = min((words.hint, *words.otherwise), key=lambda text: len(_PLACEHOLDER.findall(text)))
    bases = dict.fromkeys(commands.basis_text(each.basis) for each in found if each.basis)
    help_text = "\n".join(text for text in (_open(plainest), *bases) if text)
    rule = {
        "id": code,
        "shortDescription": {"text": _open(words.what)},
        "defaultConfiguration": {"level": LEVELS[worst(found) or found[0].level]},
    }
    return rule | ({"help": {"text": help_text}} if help_text else {})


def _open(text: str) -> str:
    return _PLACEHOLDER.sub(_UNTOLD, text.replace("{{", "\0").replace("}}", "\1")).replace("\0", "{").replace("\1", "}")


def _result(finding: Finding, index: int) -> dict[str, Any]:
    plain = as_json(finding)
    told = {key: finding.values.get(key) for key in ("text", "found", "expected")} | plain
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.level],
        "message": {"text": message(finding)},
        "locations": list(_locations(finding.place)),
        "properties": _without_nothing((key, told[key]) for key in IN_PROPERTIES),
    }


def _locations(place: Place) -> Iterator[dict[str, Any]]:
    if not place.file:
        return
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line:
        numbers = (("startLine", place.line), ("startColumn", place.column))
        physical["region"] = _without_nothing(numbers)
    location: dict[str, Any] = {"physicalLocation": physical}
    if said := place_text(place):
        location["logicalLocations"] = [{"name": said, "fullyQualifiedName": _path(place), "kind": "element"}]
        location["properties"] = _without_nothing((key, getattr(place, key)) for key in COUNTED)
    yield location


def _path(place: Place) -> str:
    """Return a place within a document for programs: word/document.xml/paragraph:12/table:1/row:2/cell:3."""
    numbers = (f"{key}:{getattr(place, key)}" for key in COUNTED[1:] if getattr(place, key))
    return "/".join((*([place.part] if place.part else []), *numbers))


def _uri(file: str) -> str:
    """Return a file as a URI: relative ones stay relative, so that the log holds on another machine."""
    path: PurePath = PureWindowsPath(file) if PureWindowsPath(file).drive else PurePosixPath(file.replace("\\", "/"))
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _without_nothing(pairs: Iterable[tuple[str, Any]]) -> Mapping[str, Any]:
    return {key: value for key, value in pairs if value not in {None, "", 0}}
