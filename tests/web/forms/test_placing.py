"""Findings, and the fields that they are about."""

from __future__ import annotations

import pytest

from docgen.findings import Finding, Level, Place
from docgen.model.kinds import MODELS
from docgen.records.reading import read_text
from docgen.records.validation import parse
from docgen.web.forms.placing import path_of, told

FILE = "一支部/记录/2020.yaml"


def _found(text: str) -> list[tuple[str, tuple[str | int, ...]]]:
    (record,), findings = read_text(text.encode(), FILE)
    wrong = [*findings, *parse(record, MODELS)[1]]
    return [(each.code, path_of(each, record.source)) for each in wrong]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("类型: 会议\n会议类型: 支委会\n开始: 三月\n", ("开始",)),
        ("类型: 会议\n会议类型: 支委\n开始: 2020-03-01 10:00\n", ("会议类型",)),
        ("类型: 会议\n开始: 2020-03-01 10:00\n", ("会议类型",)),
        ("类型: 会议\n会议类型: 支委会\n开始:\n", ("开始",)),
        ("类型: 会议\n会议类型: 支委会\n开始: 2020-03-01 10:00\n地址: 三楼\n", ("地址",)),
        (
            "类型: 会议\n会议类型: 支委会\n开始: 2020-03-01 10:00\n请假:\n  - 姓名: 甲\n  - 事由: 出差\n",
            ("请假", 1, "姓名"),
        ),
        (
            "类型: 会议\n会议类型: 支委会\n开始: 2020-03-01 10:00\n议题:\n  - 标题: 甲\n    表决: {赞成: 四}\n",
            ("议题", 0, "表决", "赞成"),
        ),
        (
            "类型: 会议\n会议类型: 支委会\n开始: 2020-03-01 10:00\n议题:\n  - 标题: 甲\n    表决: {反对: 0}\n",
            ("议题", 0, "表决", "赞成"),
        ),
    ],
)
def test_a_finding_leads_to_its_field(text: str, path: tuple[str | int, ...]) -> None:
    assert [found for _, found in _found(text)] == [path]


def test_a_finding_that_says_its_path_is_believed() -> None:
    (record,), _ = read_text("类型: 会议\n".encode(), FILE)
    finding = Finding("person-unknown", Level.ERROR, Place(FILE, 1, 1), path=("请假", 0, "姓名"))
    assert path_of(finding, record.source) == ("请假", 0, "姓名")


def test_the_gravest_is_said_first_and_lines_count_from_the_records_own_text() -> None:
    (record,), _ = read_text("类型: 会议\n".encode(), FILE)
    values = {"value": "甲", "near": "", "key": "姓名"}
    found = [
        Finding("text-folded", Level.WARN, Place(FILE, 12, 1), values=values),
        Finding("person-unknown", Level.ERROR, Place(FILE, 14, 1), values=values),
        Finding("person-unknown", Level.ERROR, Place("别的.yaml", 14, 1), values=values),
    ]
    said = told(found, record.source, 11)
    assert [(each.level, each.line) for each in said] == [("error", 4), ("error", 0), ("warn", 2)]
