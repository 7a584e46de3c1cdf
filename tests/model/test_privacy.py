"""Takes the table of private fields, checks what it covers, and that docgen.yaml may only tighten it."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from docgen.findings import Finding
from docgen.model.base import RecordModel
from docgen.model.dues import Dues
from docgen.model.meeting import Appraisal, Gathering, Meeting
from docgen.model.privacy import PRIVATE_FIELDS, SPEECHES, PrivateField, private_along, private_field
from docgen.model.responsibility import Talk
from docgen.model.schema import settings_schema
from docgen.model.settings import Settings
from docgen.records.reading import read_text
from docgen.records.validation import validate
from docgen.view import Audience


def settings(disclosure: str) -> tuple[Settings | None, list[Finding]]:
    records, found = read_text(f"单位: 某公司\n公开:\n  {disclosure}\n".encode(), "docgen.yaml")
    assert found == []
    return validate(records[0], Settings)


@pytest.mark.parametrize("field", PRIVATE_FIELDS, ids=lambda field: field.label)
def test_a_row_is_about_a_field_that_not_everybody_may_read(field: PrivateField) -> None:
    assert field.attribute in field.model.model_fields
    assert field.least is not Audience.PUBLIC
    assert field.mask


def test_no_two_rows_have_one_label() -> None:
    labels = [field.label for field in PRIVATE_FIELDS]

    assert len(set(labels)) == len(labels) > 20


def test_a_row_holds_for_the_kinds_below_its_model() -> None:
    assert private_field(Meeting, "contact") == private_field(Gathering, "contact")
    assert private_field(Dues, "note") == private_field(RecordModel, "note") is not None


def test_a_grade_may_be_shown_and_its_ballots_not() -> None:
    assert private_field(Appraisal, "grade") is None
    assert private_field(Appraisal, "ballots") is not None


def test_an_organisation_tightens_a_row_by_its_label() -> None:
    found, findings = settings("测评.票数: 保密")

    assert findings == []
    assert found is not None
    assert found.disclosure.tightened == {"测评.票数": Audience.CONFIDENTIAL}


def test_without_a_word_nothing_is_tightened() -> None:
    assert Settings.model_validate({"单位": "某公司"}).disclosure.tightened == {}


@pytest.mark.parametrize("written", ["谈话.内容: 内部", "谈话.内容: 公开", "测评.票数: 公开", "测评.票数: 大家"])
def test_a_row_is_never_loosened(written: str) -> None:
    found, findings = settings(written)

    assert found is None
    assert [(each.code, each.place.line) for each in findings] == [("choice-unknown", 3)]
    assert "保密" in str(findings[0].values["known"])


def test_an_unknown_label_is_told_with_its_place_and_the_nearest() -> None:
    found, findings = settings("谈话.内: 保密")

    assert found is None
    assert [(each.code, each.place.line, each.place.column) for each in findings] == [("key-unknown", 3, 3)]
    assert findings[0].values["near"] == "谈话.内容"


def test_an_editor_knows_what_may_be_tightened() -> None:
    schema = Draft202012Validator(settings_schema())

    assert schema.is_valid({"单位": "某公司", "公开": {"测评.票数": "保密"}})
    assert not schema.is_valid({"单位": "某公司", "公开": {"测评.票数": "公开"}})
    assert not schema.is_valid({"单位": "某公司", "公开": {"测评": "保密"}})


def test_the_contents_of_a_talk_are_confidential() -> None:
    rows = [private_field(Talk, name) for name in ("reason", "words", "advice", "follow_up")]

    assert {row.least for row in rows if row} == {Audience.CONFIDENTIAL}
    assert None not in rows


def test_a_path_into_a_private_field_tells_so() -> None:
    speech = {"姓名": "王三", "内容": "不同意"}
    meeting = Meeting.model_validate(
        {
            "类型": "会议",
            "会议类型": "支委会",
            "开始": "2020-03-12 14:30",
            "请假": [{"姓名": "赵四", "事由": "住院"}],
            "议题": [{"标题": "学习", "发言": [speech]}],
        }
    )

    assert private_along(meeting, ("议题", 0, "发言", 0, "内容")) == (SPEECHES,)
    assert [row.label for row in private_along(meeting, ("请假", 0, "事由"))] == ["请假.事由"]
    assert [row.label for row in private_along(meeting, ("备注",))] == ["备注"]
    for path in ((), ("地点",), ("请假", 0, "姓名"), ("议题", 7, "发言"), ("没有", 0)):
        assert private_along(meeting, path) == ()
