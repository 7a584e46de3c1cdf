"""The desk of a bulletin: what a month offers, as its record has chosen of it."""

from __future__ import annotations

from typing import Any

from docgen.web.bulletins import Desk, lay_out, only_of

OWN = "机关党委"


def news(unit: str, name: str, column: str, day: str, **more: Any) -> dict[str, Any]:
    told = {
        "id": f"{unit}/{name}", "unit": unit, "headline": name, "lead": "导语", "body": ["一", "二"], "column": column,
        "date": day, "contributor": "", "pictures": [], "place": {"file": f"{name}.yaml", "line": 1, "column": 1},
    }  # fmt: skip
    return {**told, **more}


def fact(unit: str, name: str, column: str, day: str) -> dict[str, Any]:
    return {"id": f"{unit}/{name}", "unit": unit, "column": column, "title": name, "date": day, "where": ""}


UNITS: dict[str, dict[str, Any]] = {
    OWN: {"news": [news(OWN, "会", "要闻", "2020-03-10")], "facts": [], "names": {"会": f"{OWN}/会"}},
    "一支部": {
        "news": [news("一支部", "甲", "支部动态", "2020-03-17"), news("一支部", "乙", "支部动态", "2020-03-05")],
        "facts": [fact("一支部", "办事", "办实事", "2020-03-20")],
        "names": {f"一支部/{each}": f"一支部/{each}" for each in ("甲", "乙", "办事")},
    },
}


def columns(desk: Desk) -> dict[str, list[str]]:
    return {section.name: [piece.headline for piece in section.pieces] for section in desk.sections}


def test_without_a_record_all_news_are_chosen_by_column_and_date() -> None:
    desk = lay_out(UNITS, {}, OWN)
    assert columns(desk) == {"要闻": ["会"], "支部动态": ["乙", "甲"], "办实事": []}
    assert all(piece.chosen for piece in desk.pieces)
    assert [each.chosen for each in desk.facts] == [True]


def test_the_order_of_the_contents_is_the_order_of_each_column_and_what_it_leaves_out_is_undecided() -> None:
    desk = lay_out(UNITS, {"要目": ["一支部/甲", "会"]}, OWN)
    assert columns(desk)["支部动态"] == ["甲", "乙"]
    left_out = next(piece for piece in desk.pieces if piece.headline == "乙")
    assert (left_out.chosen, left_out.undecided) == (False, True)


def test_what_is_omitted_is_neither_chosen_nor_undecided() -> None:
    desk = lay_out(UNITS, {"不登": ["一支部/乙", "一支部/办事"]}, OWN)
    omitted = next(piece for piece in desk.pieces if piece.headline == "乙")
    assert (omitted.chosen, omitted.undecided) == (False, False)
    assert [each.chosen for each in desk.facts] == [False]


def test_news_that_lead_stand_in_the_first_column_wherever_they_come_from() -> None:
    desk = lay_out(UNITS, {"要闻": "一支部/甲"}, OWN)
    assert columns(desk)["要闻"] == ["甲", "会"]
    assert next(piece for piece in desk.pieces if piece.headline == "甲").leads


def test_a_cut_is_shown_as_it_was_decided() -> None:
    data: dict[str, Any] = {"截取": [{"稿件": "会", "段数": "0"}, {"稿件": "一支部/甲", "摘要": "一句话"}]}
    pieces = {piece.headline: piece for piece in lay_out(UNITS, data, OWN).pieces}
    assert pieces["会"].cut == "0"
    assert (pieces["甲"].cut, pieces["甲"].abstract) == ("abstract", "一句话")
    assert pieces["甲"].cuts == (0, 1)


def test_references_to_what_the_month_does_not_offer_are_told() -> None:
    desk = lay_out(UNITS, {"要目": ["会", "一支部/没有"]}, OWN)
    assert desk.strays == (("要目", "一支部/没有"),)


def test_people_and_recipients_are_texts_of_the_form() -> None:
    desk = lay_out(UNITS, {"签发": "周七", "发送": {"报": ["甲处", "乙处"], "送": "丙处"}}, OWN)
    assert desk.details["签发"] == "周七"
    assert desk.details["报"] == "甲处、乙处"
    assert desk.details["送"] == "丙处"


def test_one_unit_sees_of_a_desk_its_own_alone() -> None:
    seen = only_of(lay_out(UNITS, {"签发": "周七"}, OWN), "一支部")
    assert {piece.unit for piece in seen.pieces} == {"一支部"}
    assert {each.unit for each in seen.facts} == {"一支部"}
    assert seen.details == {}
