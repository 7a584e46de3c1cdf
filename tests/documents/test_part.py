"""Takes plain values and parts of records, checks how a paper says them, and what of them is private."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.documents.part import Part, filled, joined, numbered
from docgen.model.dues import Dues
from docgen.model.kinds import MODELS
from docgen.model.reviews import DutyReport
from docgen.records.record import Mark, Source
from docgen.view import Audience, Figure, Gap, Private

NOWHERE = Source("支部/一支部/记录/甲.yaml", Mark(1, 1, 1, 1))


def part(kind: str, **fields: Any) -> Part[Any]:
    return Part(MODELS[kind].model_validate({"类型": kind, **fields}), NOWHERE)


@pytest.fixture
def dues() -> Part[Dues]:
    return part("党费", 月份="2020-03", 明细=[{"党员": "张一", "实交": "15.50"}], 收缴人="李二", 备注="补交")


def test_the_entries_of_a_list_are_numbered() -> None:
    assert numbered(["甲", "乙"]) == ("1.甲", "2.乙")


def test_an_only_entry_has_no_number() -> None:
    assert numbered(["甲"]) == ("甲",)
    assert numbered([]) == ()


def test_a_separator_follows_no_full_stop() -> None:
    plan = part("提质升级", 周期="2020", P=[{"问题": "资料不齐。", "原因": "人手少。"}])

    assert plan.whole("plan") == "问题：资料不齐；原因：人手少。"


def test_a_private_field_leaves_as_a_private_value(dues: Part[Dues]) -> None:
    private = Private("补交", "—", Audience.INTERNAL, "备注")

    assert dues.text("note") == dues.said("note") == dues.whole("note") == private
    assert dues.text("collector") == dues.optional("collector") == "李二"


def test_what_was_not_written_is_no_secret() -> None:
    empty = part("党费", 月份="2020-03")

    assert isinstance(empty.text("note"), Gap)
    assert empty.said("note") == empty.whole("note") == empty.optional("note") == ""


def test_a_private_field_is_not_said_as_plain_text(dues: Part[Dues]) -> None:
    with pytest.raises(TypeError, match="备注"):
        dues.optional("note")


def test_everything_below_a_private_field_is_private(dues: Part[Dues]) -> None:
    payment = next(dues.each("payments"))

    assert payment.text("member") == Private("张一", "—", Audience.CONFIDENTIAL, "党费.明细")
    with pytest.raises(TypeError, match="明细"):
        payment.optional("member")


def test_a_private_flag_is_masked_as_not_set() -> None:
    speech = {"姓名": "王三", "内容": "不同意", "不同意见": "是"}
    meeting = part("主题党日", 主题="学习", 开始="2020-03-12 14:30", 发言=[speech])

    assert next(meeting.each("speeches")).flag("dissent") == Private(True, "", Audience.CONFIDENTIAL, "主题党日.发言")
    assert meeting.flag("host_delegated") is False


def test_a_private_number_keeps_its_sources() -> None:
    report: Part[DutyReport] = part("述职", 述职人="张一", 年度="2020", 测评={"好": "3"})
    ratings = report.below("ratings")
    assert ratings is not None

    figure = Figure(3, "3", ("一支部/述职",))
    assert ratings.count("good", "一支部/述职") == Private(figure, "—", Audience.INTERNAL, "述职.测评")


def test_entries_of_a_general_paper_mask_what_is_private_among_them() -> None:
    meeting = part(
        "会议", 会议类型="支委会", 开始="2020-03-12 14:30", 请假=[{"姓名": "赵四", "事由": "住院", "批准人": "张一"}]
    )

    assert meeting.whole("on_leave") == Private(
        "姓名：赵四；事由：住院；批准人：张一", "姓名：赵四；事由：—；批准人：张一", Audience.INTERNAL, "请假.事由"
    )


def test_a_sentence_with_something_private_is_private() -> None:
    name, phone = (
        Private("李二", "×××", Audience.INTERNAL, "联系人"),
        Private("123", "—", Audience.CONFIDENTIAL, "电话"),
    )

    said = filled("{name}，{phone}", name=name, phone=phone)

    assert said == Private(
        Private("李二，123", "×××，—", Audience.INTERNAL, "联系人"), "×××，—", Audience.CONFIDENTIAL, "电话"
    )
    assert filled("{}：{}", "甲", "乙") == "甲：乙"
    assert joined("、", ["甲", "{乙}"]) == "甲、{乙}"
    assert joined("、", []) == ""
