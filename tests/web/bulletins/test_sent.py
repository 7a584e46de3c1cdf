"""The desk as a form sends it back, written as the record of its month."""

from __future__ import annotations

from typing import Any

from tests.web.bulletins.test_desk import OWN, UNITS

from docgen.web.bulletins import Sent, data_of, lay_out, repeated, sent_of

MEETING, FIRST, SECOND, FACT = f"{OWN}/会", "一支部/甲", "一支部/乙", "一支部/办事"


def fields(*more: tuple[str, str], order: tuple[str, ...] = (MEETING, SECOND, FIRST)) -> list[tuple[str, str]]:
    """A form in which all is chosen and nothing cut."""
    rows = [each for item in order for each in (("item", item), ("chosen", item), ("cut", ""), ("abstract", ""))]
    return [*rows, ("fact", FACT), *more]


def written(sent: Sent, data: dict[str, Any] | None = None) -> dict[str, Any]:
    return dict(data_of(sent, UNITS, data or {}, OWN, "2020-03"))


def test_a_form_is_written_as_the_record_of_its_month() -> None:
    assert written(sent_of(fields(("签发", "周七"), ("报", "甲处，乙处 、丙处"), ("印数", "60")))) == {
        "类型": "简报",
        "月份": "2020-03",
        "要目": ["会", SECOND, FIRST],
        "签发": "周七",
        "发送": {"报": ["甲处", "乙处", "丙处"]},
        "印数": "60",
    }


def test_what_is_not_ticked_is_omitted_news_and_facts_alike() -> None:
    sent = sent_of([("item", MEETING), ("chosen", MEETING), ("cut", ""), ("abstract", ""), ("item", FIRST)])
    data = written(sent)
    assert data["要目"] == ["会"]
    assert data["不登"] == [FIRST, FACT]


def test_cuts_of_chosen_news_are_written_and_an_empty_abstract_is_none() -> None:
    sent = Sent((MEETING, FIRST), frozenset({MEETING, FIRST}), cuts={MEETING: ("0", ""), FIRST: ("abstract", "")})
    assert written(sent)["截取"] == [{"稿件": "会", "段数": "0"}]
    told = Sent((FIRST,), frozenset({FIRST}), cuts={FIRST: ("abstract", "一句话")})
    assert written(told)["截取"] == [{"稿件": FIRST, "摘要": "一句话"}]


def test_an_order_that_prints_the_same_stays_as_it_was_written() -> None:
    before = {"要目": [FIRST, "会", SECOND], "要闻": ["会"]}
    sent = sent_of(fields(("leads", MEETING), order=(MEETING, FIRST, SECOND)))
    assert written(sent, before)["要目"] == [FIRST, "会", SECOND]


def test_what_the_desk_does_not_show_of_a_record_stays() -> None:
    assert written(sent_of(fields()), {"编号": "甲-1", "备注": "留着"})["编号"] == "甲-1"
    assert written(sent_of(fields()), {"编号": "甲-1", "备注": "留着"})["备注"] == "留着"


def test_references_stay_as_they_were_spelt() -> None:
    assert written(sent_of(fields()), {"要目": [f"{OWN}/会"]})["要目"][0] == MEETING


def test_strays_stay_where_they_are_ticked_and_go_where_they_are_not() -> None:
    before = {"要目": ["会", "一支部/没有", "一支部/也没有"]}
    assert "一支部/没有" in written(sent_of(fields(("stray", "要目:一支部/没有"))), before)["要目"]
    assert "一支部/也没有" not in written(sent_of(fields(("stray", "要目:一支部/没有"))), before)["要目"]


def test_what_was_sent_and_laid_out_again_is_the_same() -> None:
    sent = sent_of(fields(("leads", FIRST), ("编辑", "陈喆"), order=(FIRST, MEETING, SECOND)))
    data = written(sent)
    desk = lay_out(UNITS, data, OWN)
    assert [piece.id for piece in desk.pieces if piece.chosen] == [FIRST, MEETING, SECOND]
    assert desk.details["编辑"] == "陈喆"


def test_news_that_nobody_knows_are_not_written_whatever_a_form_says() -> None:
    assert "别家/稿" not in written(sent_of(fields(("item", "别家/稿"), ("chosen", "别家/稿"))))["要目"]


def test_the_next_issue_takes_over_people_and_recipients_but_not_the_number() -> None:
    earlier: dict[str, Any] = {"期": "3", "签发": "周七", "发送": {"报": ["甲"]}, "印数": "60", "要目": ["会"]}
    assert repeated(earlier) == {"签发": "周七", "发送": {"报": ["甲"]}, "印数": "60"}
