"""Takes findings, gives their order and weight."""

from __future__ import annotations

import json
import pickle

from docgen.errors import UsageError
from docgen.findings import Finding, Level, Place, as_plain, from_plain, in_order, worst


def finding(file: str, line: int, code: str = "gap", level: Level = Level.WARN) -> Finding:
    return Finding(code, level, Place(file, line, 1))


def test_findings_stand_by_file_line_and_code() -> None:
    first, second, third = finding("a", 2), finding("a", 10), finding("b", 1)

    assert in_order([third, second, first]) == [first, second, third]


def test_the_worst_level_is_an_error_then_a_warning() -> None:
    assert worst([]) is None
    assert worst([finding("a", 1, level=Level.INFO), finding("a", 2)]) is Level.WARN
    assert worst([finding("a", 1), finding("a", 2, level=Level.ERROR)]) is Level.ERROR


def test_a_place_without_a_line_is_the_whole_file() -> None:
    assert str(Place("单位.yaml")) == "单位.yaml"
    assert str(Place("单位.yaml", 3, 5)) == "单位.yaml:3:5"


def test_an_error_comes_back_from_a_worker_as_it_was() -> None:
    error = UsageError("gap", {"value": "x"}, [finding("a", 1)])
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert (type(back), back.code, back.values, back.findings) == (UsageError, "gap", {"value": "x"}, error.findings)


def test_a_finding_comes_back_from_plain_data() -> None:
    one = Finding(
        "gap",
        Level.INFO,
        Place("a", 2, 3, 4, "word/document.xml", 5, 6, 7, 8),
        "一支部/三月",
        {"value": 3, "kind": "b"},
        "依据",
        ("议题", 0),
    )

    assert from_plain(json.loads(json.dumps(as_plain(one)))) == one
    assert from_plain(as_plain(finding("a", 1))) == finding("a", 1)


def test_findings_in_a_word_file_stand_part_by_part_and_in_a_part_by_paragraph() -> None:
    body = [Place("a.docx", part="word/document.xml", paragraph=number) for number in (2, 10)]
    places = [Place("a.docx"), *body, Place("a.docx", part="word/header1.xml", paragraph=1), Place("b.docx")]
    findings = [Finding("gap", Level.WARN, place) for place in places]

    assert in_order(reversed(findings)) == findings
    assert [place.in_document for place in places] == [False, True, True, True, False]
