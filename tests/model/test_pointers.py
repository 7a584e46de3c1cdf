"""Takes records, gives the persons, records, units and files that they point to, with the way to each."""

from __future__ import annotations

from collections.abc import Callable

from docgen.model.base import FILE, PERSON, PICTURE, RECORD, UNIT, Refers, pointers
from docgen.model.base import RecordModel as Written

Read = Callable[[str, str], Written]


def found(model: Written, refers: Refers) -> dict[tuple[str | int, ...], str]:
    return {path: text for path, each, text in pointers(model) if each is refers}


def test_persons_are_found_in_lists_and_below_lists(record: Read) -> None:
    meeting = record(
        "会议",
        """
        会议类型: 支部党员大会
        开始: 2020-03-12 14:30
        出席: [张一, 李二]
        请假: [{姓名: 赵四}]
        测评: [{姓名: 李二}]
        选举: {应选人数: 3, 选票: {发出: 8, 收回: 8}, 不计入应到: [{姓名: 周七}, {姓名: 钱五}]}
        """,
    )

    assert found(meeting, PERSON) == {
        ("出席", 0): "张一",
        ("出席", 1): "李二",
        ("请假", 0, "姓名"): "赵四",
        ("测评", 0, "姓名"): "李二",
        ("选举", "不计入应到", 0, "姓名"): "周七",
        ("选举", "不计入应到", 1, "姓名"): "钱五",
    }


def test_records_and_files_are_found_with_the_way_to_them(record: Read) -> None:
    meeting = record(
        "会议",
        "{会议类型: 支委会, 开始: 2020-03-12 14:30, 附件: [签到表.jpg], 议题: [{标题: 一}, {标题: 二, 会前研究: 支委会-1}]}",
    )

    assert found(meeting, RECORD) == {("议题", 1, "会前研究"): "支委会-1"}
    assert found(meeting, FILE) == {("附件", 0): "签到表.jpg"}


def test_pictures_below_a_list_are_found(record: Read) -> None:
    theme_day = record("主题党日", "{主题: 参观, 开始: 2020-03-15 9:00, 照片: [{文件: 一.jpg}, {文件: 二.jpg}]}")

    assert found(theme_day, PICTURE) == {("照片", 0, "文件"): "一.jpg", ("照片", 1, "文件"): "二.jpg"}


def test_units_are_found_where_a_record_names_other_branches(record: Read) -> None:
    contest = record("夺旗", "{周期: 2020-Q2, 评分: [{党支部: 一支部}], 得旗支部: [{旗: 安全旗, 党支部: 二支部}]}")

    assert found(contest, UNIT) == {("评分", 0, "党支部"): "一支部", ("得旗支部", 0, "党支部"): "二支部"}


def test_optional_lists_that_are_absent_or_none_point_to_nothing(record: Read) -> None:
    least = "种类: 廉政警示, 日期: 2020-08-03"

    assert list(pointers(record("教育培训", f"{{{least}}}"))) == []
    assert list(pointers(record("教育培训", f"{{{least}, 参加党员: 无}}"))) == []
    assert list(pointers(record("教育培训", f"{{{least}, 参加党员: [张一]}}"))) == [(("参加党员", 0), PERSON, "张一")]
