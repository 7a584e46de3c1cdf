"""Takes findings, sees them filtered, grouped by record, counted, and with the places where they are mended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from docgen.findings import Finding, Level, Place
from docgen.generation import Checked, Units, check
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.web.overview.findings import OTHERS, Book, Filter, Group, book, within
from docgen.web.overview.owing import Write
from docgen.workspace import Workspace

DAY = date(2020, 12, 31)


@pytest.fixture(scope="module")
def checked(workspace: Workspace) -> Checked:
    return check(workspace, on=DAY)


@pytest.fixture(scope="module")
def whole(workspace: Workspace, checked: Checked) -> Book:
    titles = {each.subject: "某记录" for each in checked.findings if each.subject in checked.days}
    return book(checked.findings, Units(workspace).of, titles, {})


def groups_of(found: Book, writable: Callable[[Write], bool] = lambda _: False) -> list[Group]:
    return [found.group(each, DAY, writable) for each in found.bundles()]


def test_findings_of_a_period_are_those_that_a_check_of_it_names(workspace: Workspace, checked: Checked) -> None:
    for period in (Period(2020), Period(2020, 2), Period(2020, month=8)):
        day = min(DAY, period.end)
        about = [Subject("机关党委", period)]
        whole = check(workspace, on=day)
        assert list(within(whole.findings, whole.days, period)) == list(check(workspace, about, on=DAY).findings)
    assert checked.findings


def test_a_filter_keeps_what_fits_all_of_it(whole: Book) -> None:
    assert {unit for _, unit in whole.of(Filter(unit="五支部")).findings} == {"五支部"}
    assert {each.code for each, _ in whole.of(Filter(rule="F10")).findings} == {"F10"}
    assert len(whole.of(Filter(text="谢十")).findings) == 1
    assert not whole.of(Filter(level="error")).findings
    assert not whole.of(Filter(unit="五支部", text="谢十")).findings


def test_counts_say_how_many_of_each_level_and_rule(whole: Book) -> None:
    assert whole.levels() == {"error": 0, "warn": 7, "info": 0}
    assert [(rule, count) for rule, _, count in whole.rules()] == [("F10", 5), ("F9", 1), ("X5", 1)]
    assert sum(whole.units().values()) == 7


def test_what_is_missing_leads_to_where_it_is_written(whole: Book) -> None:
    group = next(each for each in groups_of(whole, lambda write: write.unit == "三支部") if each.window == "2020年8月")
    write = group.findings[0].write
    assert write is not None
    assert (write.unit, write.kind, write.day) == ("三支部", "办实事", date(2020, 8, 31))
    assert group.record == ""


def test_who_may_not_write_is_not_led_there(whole: Book) -> None:
    assert not [each for group in groups_of(whole) for each in group.findings if each.write]


def test_what_is_wrong_in_a_record_leads_into_its_form(whole: Book) -> None:
    group = next(each for each in groups_of(whole) if each.record)
    assert group.title == "某记录"
    assert group.findings[0].field == "任务.2.期限"


def test_findings_of_one_record_stand_together_errors_first() -> None:
    place, other = Place("支部/一支部/记录/某.yaml", 3), Place("支部/一支部/记录/别.yaml", 2)
    some = [
        Finding("period-invalid", Level.INFO, other, "一支部/别", {"value": "乙"}),
        Finding("period-invalid", Level.WARN, place, "一支部/某", {"value": "甲"}),
        Finding("date-invalid", Level.ERROR, place, "一支部/某", {"value": "丙"}),
    ]
    found = book(some, lambda each: "一支部", {"一支部/某": "某会"}, {})
    groups = groups_of(found)
    assert [(each.record, each.title, len(each.findings)) for each in groups] == [("一支部/某", "某会", 2), ("", "", 1)]
    assert [each.level for each in groups[0].findings] == ["error", "warn"]
    assert found.rules() == ((OTHERS, "", 3),)


def test_a_file_that_cannot_be_read_is_opened_by_the_record_that_it_holds() -> None:
    file = "支部/一支部/记录/2020/01/坏.yaml"
    finding = Finding("tab-indent", Level.ERROR, Place(file, 2), values={"value": ""})
    found = book([finding], lambda each: "一支部", {}, {file: "一支部/2020/01/坏"})
    assert groups_of(found)[0].record == "一支部/2020/01/坏"
