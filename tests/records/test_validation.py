"""Takes YAML and models with Chinese labels, gives what does not fit, at the words that do not fit."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from textwrap import dedent
from typing import Annotated, Any, Literal, get_args

import pytest
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError, core_schema
from pydantic_core.core_schema import ErrorType
from typing_extensions import TypeAliasType

from docgen.findings import Finding
from docgen.model import values as typed
from docgen.records import complaints
from docgen.records.labels import labels_at, nearest
from docgen.records.reading import read_text
from docgen.records.record import Record
from docgen.records.validation import parse, record_type, validate
from docgen.vocabulary import WORDS, hint, message
from docgen.vocabulary.fields import FIELD_WORDS

Places = list[tuple[str, int, int]]


class Model(BaseModel):
    """The ground of the models here."""

    model_config = ConfigDict(extra="forbid")


class Outcome(StrEnum):
    """The choices of 结论."""

    PASSED = "通过"
    REFUSED = "未通过"


def same(value: Any) -> Any:
    return value


class Person(Model):
    """A block with dates."""

    name: str = Field(alias="姓名")
    post: str | None = Field(None, alias="职务")
    day: typed.Day | None = Field(None, alias="日期")


class Speech(Model):
    """A block in a block."""

    speaker: str = Field(alias="发言人")
    text: str = Field("", alias="内容")


class Item(Model):
    """A block with a list, a choice and a mapping by choices."""

    title: str = Field(alias="标题")
    reporter: str | None = Field(None, alias="汇报人")
    speeches: list[Speech] = Field([], alias="发言")
    votes: dict[Outcome, typed.Count] = Field({}, alias="票数")
    outcome: Outcome | None = Field(None, alias="结论")


class Flag(Model):
    """One branch of a tagged union."""

    kind: Literal["旗"] = Field(alias="种类")
    score: int = Field(alias="得分")


class Star(Model):
    """The other branch."""

    kind: Literal["星"] = Field(alias="种类")
    month: str = Field(alias="月份")


Contest = Annotated[Flag | Star, Field(discriminator="kind")]
Host = TypeAliasType("Host", Annotated[Person, BeforeValidator(same)] | str)


def not_in_january(value: str) -> str:
    if value == "一月":
        raise PydanticCustomError("month-closed", "no records in {month}", {"month": value, "year": 2020})
    if value == "二月":
        raise ValueError("no")
    return value


class Meeting(Model):
    """A record with a field of every kind that pydantic can complain about."""

    kind: Literal["会议"] = Field(alias="类型")
    place: str | None = Field(None, alias="地点")
    host: Host | None = Field(None, alias="主持人")
    attending: Literal["其余"] | list[str] = Field("其余", alias="出席")
    absent: str | list[Person] = Field("", alias="缺席")
    agenda: list[Item] = Field([], alias="议题")
    contests: list[Contest] = Field([], alias="评比")
    month: Annotated[str, AfterValidator(not_in_january)] = Field("", alias="月份")
    length: int | None = Field(None, ge=1, lt=10, alias="学时")
    share: Decimal | None = Field(None, gt=0, le=1, decimal_places=2, alias="占比")
    sum: Decimal | None = Field(None, max_digits=3, alias="总数")
    code: str | None = Field(None, pattern="^[0-9]+$", min_length=2, max_length=3, alias="代码")
    pair: list[str] | None = Field(None, min_length=2, max_length=2, alias="结对")
    rate: float | None = Field(None, alias="比率")
    clock: Annotated[Any, Field()] = Field(None, alias="钟点")

    @model_validator(mode="after")
    def has_a_place_for_its_host(self) -> Meeting:
        if self.host is not None and self.place is None:
            raise PydanticCustomError("place-needed", "a host needs a place", {"host": str(self.host)})
        return self


class Promise(Model):
    """Another kind of record."""

    kind: Literal["承诺"] = Field(alias="类型")
    text: str = Field(alias="内容")


KINDS: dict[str, type[BaseModel]] = {"会议": Meeting, "承诺": Promise}


def record(text: str) -> Record:
    (only,), _ = read_text(dedent(text.removeprefix("\n")).encode(), "会议.yaml")
    return only


def check(text: str, model: type[BaseModel] = Meeting) -> list[Finding]:
    filled, findings = validate(record(text), model)
    assert (filled is None) == bool(findings)
    for finding in findings:
        if finding.code in WORDS:
            assert WORDS[finding.code].placeholders() <= finding.values.keys(), finding
            assert message(finding)
            assert hint(finding)
    return findings


def places(findings: list[Finding]) -> Places:
    return [(finding.code, finding.place.line, finding.place.column) for finding in findings]


def test_a_record_that_fits_fills_its_model() -> None:
    filled, findings = validate(record("类型: 会议\n地点: 楼\n出席: [张一]\n学时: 2\n"), Meeting)

    assert findings == []
    assert filled is not None
    assert (filled.place, filled.attending, filled.length) == ("楼", ["张一"], 2)


def test_an_unknown_key_points_at_the_key_and_names_the_nearest() -> None:
    (finding,) = check("类型: 会议\n主特人: 张一\n")

    assert places([finding]) == [("key-unknown", 2, 1)]
    assert finding.values["near"] == "主持人"
    assert message(finding) == "「会议」里没有「主特人」这个栏目。"
    assert hint(finding) == "是不是「主持人」？"


def test_an_unknown_key_in_a_block_names_the_block_and_the_labels_there() -> None:
    """The item of a list belongs to the list's label."""
    (finding,) = check("类型: 会议\n议题:\n  - 标题: 学习\n    乙丙丁: 1\n")

    assert places([finding]) == [("key-unknown", 4, 5)]
    assert message(finding) == "「议题」里没有「乙丙丁」这个栏目。"
    assert hint(finding) == "这里可以写：标题、汇报人、发言、票数、结论。"


def test_a_key_in_the_wrong_block_is_told_where_it_belongs() -> None:
    outer, inner = check("类型: 会议\n议题:\n  - 标题: 学习\n    地点: 楼\n发言: []\n")

    assert places([outer, inner]) == [("key-unknown", 4, 5), ("key-unknown", 5, 1)]
    assert hint(outer) == "「地点」应写在「会议」里，请检查位置和缩进。"
    assert hint(inner) == "「发言」应写在「议题」里，请检查位置和缩进。"


def test_a_missing_field_points_at_the_block_that_lacks_it() -> None:
    (finding,) = check("类型: 会议\n议题:\n  - 汇报人: 李二\n")

    assert places([finding]) == [("field-missing", 3, 5)]
    assert message(finding) == "「议题」里缺少「标题」。"


def test_a_missing_field_whose_key_is_there_points_at_the_key() -> None:
    (finding,) = check("类型: 会议\n议题:\n  - 汇报人: 李二\n    标题:\n")

    assert places([finding]) == [("field-missing", 4, 5)]


def test_a_choice_lists_what_is_allowed_and_the_nearest() -> None:
    (finding,) = check("类型: 会议\n议题: [{标题: 学习, 结论: 未通}]\n")

    assert places([finding]) == [("choice-unknown", 2, 19)]
    assert (finding.values["known"], finding.values["near"]) == ("通过、未通过", "未通过")
    assert finding.values["value"] == "未通"
    assert hint(finding) == "是不是「未通过」？可以写：通过、未通过。"


def test_a_key_that_is_a_choice_points_at_the_key() -> None:
    (finding,) = check("类型: 会议\n议题: [{标题: 学习, 票数: {同意: 3}}]\n")

    assert places([finding]) == [("choice-unknown", 2, 20)]
    assert (finding.values["key"], finding.values["value"]) == ("票数", "同意")


def test_a_union_of_a_word_and_a_list_says_both() -> None:
    (finding,) = check("类型: 会议\n出席: 全体\n")

    assert places([finding]) == [("choice-or-list", 2, 5)]
    assert hint(finding) == "可以写：其余；或写一个列表，例如：[甲, 乙]。"


def test_a_union_complains_only_about_the_branch_that_was_meant() -> None:
    findings = check("""
        类型: 会议
        地点: 楼
        出席: [张一, {姓名: 李二}]
        缺席: [{姓名: 赵四, 职位: 员}, 王五]
        主持人: {姓名: 张一, 日期: 2020-02-30}
    """)

    assert places(findings) == [
        ("text-expected", 3, 10),
        ("key-unknown", 4, 15),
        ("mapping-expected", 4, 23),
        ("date-invalid", 5, 19),
    ]
    assert findings[1].values["near"] == "职务"
    assert findings[1].values["block"] == "缺席"


def test_a_tagged_union_points_at_its_tag() -> None:
    findings = check("类型: 会议\n评比:\n  - {种类: 月}\n  - {得分: 1}\n  - {种类: 旗, 得分: 多}\n")

    assert places(findings) == [("choice-unknown", 3, 10), ("field-missing", 4, 5), ("count-invalid", 5, 17)]
    assert findings[0].values["known"] == "旗、星"
    assert findings[1].values["key"] == "种类"


@pytest.mark.parametrize(
    ("written", "code", "column"),
    [
        ("议题: 学习", "list-expected", 5),
        ("议题: [学习]", "mapping-expected", 6),
        ("议题: [标题：学习]", "colon-full-width", 6),
        ("地点: [楼]", "text-expected", 5),
        ("学时: 两", "count-invalid", 5),
        ("学时: 0", "number-small", 5),
        ("学时: 10", "number-not-below", 5),
        ("占比: 0", "number-not-above", 5),
        ("占比: 2", "number-large", 5),
        ("占比: 0.123", "places-many", 5),
        ("占比: 半", "number-invalid", 5),
        ("总数: 12345", "digits-many", 5),
        ("比率: 高", "number-invalid", 5),
        ("代码: 甲乙", "text-form", 5),
        ("代码: 1", "text-short", 5),
        ("代码: 12345", "text-long", 5),
        ("结对: [一]", "list-short", 5),
        ("结对: [一, 二, 三]", "list-long", 5),
        ("月份: 二月", "value-invalid", 5),
    ],
)
def test_a_wrong_value_points_at_the_value(written: str, code: str, column: int) -> None:
    assert places(check(f"类型: 会议\n{written}\n")) == [(code, 2, column)]


def test_a_code_of_a_model_passes_through_with_its_values() -> None:
    (finding,) = check("类型: 会议\n月份: 一月\n")

    assert places([finding]) == [("month-closed", 2, 5)]
    assert dict(finding.values) == {"key": "月份", "value": "一月", "month": "一月", "year": 2020}


def test_a_complaint_about_the_whole_record_points_at_its_beginning() -> None:
    (finding,) = check("# 说明\n类型: 会议\n主持人: 张一\n")

    assert places([finding]) == [("place-needed", 2, 1)]
    assert finding.values["host"] == "张一"


def test_all_that_is_wrong_comes_in_one_run_by_place() -> None:
    findings = check("类型: 会\n议题:\n  - 标题: 一\n    结论: 好\n  - {}\n学时: 多\n多余: 1\n")

    assert places(findings) == [
        ("choice-unknown", 1, 5),
        ("choice-unknown", 4, 9),
        ("field-missing", 5, 5),
        ("count-invalid", 6, 5),
        ("key-unknown", 7, 1),
    ]


def test_a_record_that_is_not_sound_is_checked_but_fills_nothing() -> None:
    filled, findings = validate(record("类型: 会议\n地点: &a 楼\n"), Meeting)
    assert (filled, findings) == (None, [])

    filled, findings = validate(record("类型: 会议\n地点: &a 楼\n多余: 1\n"), Meeting)
    assert filled is None
    assert places(findings) == [("key-unknown", 3, 1)]


def test_what_reading_passed_over_is_not_missed_again() -> None:
    filled, findings = validate(record("类型: 承诺\n内容: *x\n"), Promise)

    assert (filled, findings) == (None, [])


def test_parse_takes_the_model_that_the_record_names() -> None:
    promise = record("类型: 承诺\n内容: 读书\n")

    filled, findings = parse(promise, KINDS)

    assert record_type(promise) == "承诺"
    assert findings == []
    assert isinstance(filled, Promise)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("地点: 楼\n", ("type-missing", 1, 1), "请写明是哪一种记录，可以写：会议、承诺。"),
        ("地点: 楼\n类型:\n", ("type-missing", 2, 1), "请写明是哪一种记录，可以写：会议、承诺。"),
        ("类型: 会仪\n", ("type-unknown", 1, 5), "是不是「会议」？可以写：会议、承诺。"),
        ("类型: 别的\n", ("type-unknown", 1, 5), "类型可以写：会议、承诺。"),
    ],
)
def test_a_record_without_a_known_type_is_told_the_types(text: str, place: tuple[str, int, int], said: str) -> None:
    filled, findings = parse(record(text), KINDS)

    assert filled is None
    assert places(findings) == [place]
    assert hint(findings[0]) == said


def test_a_type_that_is_no_text_is_refused() -> None:
    filled, findings = parse(record("类型: [会议]\n"), KINDS)

    assert filled is None
    assert places(findings) == [("text-expected", 1, 5)]


class Forms(Model):
    """One field for each form of text that the model room reads."""

    day: typed.Day | None = Field(None, alias="日")
    moment: typed.Moment | None = Field(None, alias="时")
    month: typed.MonthOf | None = Field(None, alias="月")
    period: typed.PeriodOf | None = Field(None, alias="期")
    truth: typed.Truth | None = Field(None, alias="是")
    count: typed.Count | None = Field(None, alias="数")
    year: typed.Year | None = Field(None, alias="年")
    hours: typed.Hours | None = Field(None, alias="学")
    points: typed.Points | None = Field(None, alias="分")
    money: typed.Money | None = Field(None, alias="元")


def test_every_form_of_text_has_a_code_with_words() -> None:
    labels = [field.alias for field in Forms.model_fields.values()]

    findings = check("".join(f"{label}: 2020-13-45x\n" for label in labels), Forms)

    assert [finding.code for finding in findings] == [
        "date-invalid", "moment-invalid", "month-invalid", "period-invalid", "truth-invalid",
        "count-invalid", "year-invalid", "hours-invalid", "points-invalid", "money-invalid",
    ]  # fmt: skip
    assert {finding.place.column for finding in findings} == {4}


def test_every_error_of_pydantic_has_a_code_with_words() -> None:
    kinds = get_args(ErrorType)
    assert len(kinds) > 90

    for kind in kinds:
        assert complaints.code_of(kind) in FIELD_WORDS, kind


def test_every_named_error_is_one_of_pydantic() -> None:
    assert complaints.CODES.keys() <= set(get_args(core_schema.ErrorType))


def test_codes_that_are_not_of_pydantic_pass_through() -> None:
    assert complaints.code_of("vote-exceeds") == "vote-exceeds"


def test_labels_are_found_through_lists_unions_and_aliases() -> None:
    assert labels_at(Meeting, ("主持人",)) == ["姓名", "职务", "日期"]
    assert labels_at(Meeting, ("议题", 3, "发言", 0)) == ["发言人", "内容"]
    assert labels_at(Meeting, ("评比", 0)) == ["种类", "得分", "月份"]
    assert labels_at(Meeting, ("地点",)) == []


def test_the_nearest_name_may_be_none() -> None:
    assert nearest("地址", ["地点", "类型"]) == "地点"
    assert nearest("啊", ["地点", "类型"]) == ""


def test_a_long_value_is_cut_in_the_message_and_kept_in_the_finding() -> None:
    (finding,) = check(f"类型: 会议\n学时: {'长' * 100}\n")

    assert "长" * 39 + "…" in message(finding)
    assert finding.values["value"] == "长" * 100
