"""Takes findings, gives a SARIF log that holds to the part of the standard's schema that docgen writes."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from docgen.cli.sarif import sarif
from docgen.findings import Finding, Level, Place

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def thing(required: str, **properties: Any) -> dict[str, Any]:
    """An object of the schema: no key but these; `properties` is a bag that any object may have."""
    known = {**properties, "properties": {"type": "object"}}
    return {
        "type": "object", "required": required.split(), "properties": known, "additionalProperties": False,
    }  # fmt: skip


REGION = thing("startLine", **{key: {"type": "integer", "minimum": 1} for key in ("startLine", "startColumn")})
ARTIFACT = thing("uri", uri={"type": "string", "pattern": "^[!-~]+$", "not": {"pattern": r"[\\ ]"}})
LOCATION = thing(
    "physicalLocation",
    physicalLocation=thing("artifactLocation", artifactLocation=ARTIFACT, region=REGION),
    logicalLocations={
        "type": "array",
        "items": thing("name", **{key: {"type": "string"} for key in ("name", "fullyQualifiedName", "kind")}),
    },
)
RESULT = thing(
    "ruleId ruleIndex level message locations",
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations={"type": "array", "items": LOCATION},
)
RULE = thing(
    "id", id={"type": "string"}, shortDescription=TEXT, help=TEXT, defaultConfiguration=thing("level", level=LEVEL)
)
LANGUAGE = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}
DRIVER = thing(
    "name",
    name={"type": "string"},
    version={"type": "string"},
    language=LANGUAGE,
    rules={"type": "array", "items": RULE, "uniqueItems": True},
)
RUN = thing(
    "tool results",
    tool=thing("driver", driver=DRIVER),
    language=LANGUAGE,
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
LOG = thing(
    "version runs",
    **{"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}},
    runs={"type": "array", "minItems": 1, "items": RUN},
)
"""What docgen writes of sarif-schema-2.1.0.json (OASIS), and no more."""

IN_A_RECORD = Finding(
    "choice-unknown", Level.ERROR, Place("支部/一支部/记录 1.yaml", 3, 5), "一支部",
    {"key": "结论", "value": "好", "near": "", "known": "通过"}, "某条例第三条",
)  # fmt: skip
IN_A_DOCUMENT = Finding(
    "key-empty",
    Level.INFO,
    Place("templates/minutes/minutes.docx", part="word/document.xml", paragraph=12, table=1, row=2, cell=3),
    values={"text": "一、会议", "found": "四号", "expected": "三号"},
)
NOWHERE = Finding("key-empty", Level.WARN, Place(""))


def results(*findings: Finding) -> list[dict[str, Any]]:
    log = sarif(findings)
    jsonschema.validate(log, LOG)
    found: list[dict[str, Any]] = log["runs"][0]["results"]
    return found


@pytest.mark.parametrize("findings", [[], [IN_A_RECORD], [IN_A_RECORD, IN_A_DOCUMENT, NOWHERE, IN_A_RECORD]])
def test_a_log_holds_to_the_schema(findings: list[Finding]) -> None:
    assert len(results(*findings)) == len(findings)


def test_the_schema_refuses_what_is_no_log() -> None:
    log = sarif([IN_A_RECORD])
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, LOG)


def test_each_code_is_one_rule_in_its_own_words() -> None:
    rules = sarif([IN_A_RECORD, IN_A_DOCUMENT, IN_A_RECORD])["runs"][0]["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == ["choice-unknown", "key-empty"]
    assert rules[0]["shortDescription"]["text"] == "「…」不能写「…」。"
    assert rules[0]["help"]["text"].splitlines()[-1] == "依据：某条例第三条"
    assert [each["ruleIndex"] for each in results(IN_A_RECORD, IN_A_DOCUMENT, IN_A_RECORD)] == [0, 1, 0]


def test_levels_are_those_of_the_standard() -> None:
    assert [each["level"] for each in results(IN_A_RECORD, NOWHERE, IN_A_DOCUMENT)] == ["error", "warning", "note"]


def test_a_finding_in_a_text_has_its_line_and_an_encoded_uri() -> None:
    (location,) = results(IN_A_RECORD)[0]["locations"]

    assert location["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 5}
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "%E6%94%AF%E9%83%A8/%E4%B8%80%E6%94%AF%E9%83%A8/%E8%AE%B0%E5%BD%95%201.yaml"
    assert results(IN_A_RECORD)[0]["properties"] == {
        "subject": "一支部", "value": "好", "hint": "可以写：通过。", "basis": "某条例第三条",
    }  # fmt: skip


def test_a_finding_in_a_document_has_its_paragraph_and_cell_and_no_line() -> None:
    found = results(IN_A_DOCUMENT)[0]
    (location,) = found["locations"]

    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["name"] == "表1第2行第3格"
    assert location["properties"] == {"part": "word/document.xml", "paragraph": 12, "table": 1, "row": 2, "cell": 3}
    assert {key: found["properties"][key] for key in ("text", "found", "expected")} == IN_A_DOCUMENT.values


def test_a_finding_without_a_file_has_no_location() -> None:
    assert results(NOWHERE)[0]["locations"] == []


@pytest.mark.parametrize(
    ("file", "uri"),
    [("/a/b c.docx", "file:///a/b%20c.docx"), ("..\\b.docx", "../b.docx"), ("C:\\a\\b.docx", "file:///C:/a/b.docx")],
)
def test_a_path_of_any_system_becomes_a_uri(file: str, uri: str) -> None:
    (location,) = results(Finding("key-empty", Level.WARN, Place(file)))[0]["locations"]

    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri
