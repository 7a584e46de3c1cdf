"""Takes rosters with changes, gives who belongs, votes and leads on a day."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from datetime import date

from docgen.ledger import Roster
from docgen.model.unit import Member, Unit

MakeUnit = Callable[[str], Unit]
HEAD = "名称: 第一党支部\n简称: 一支部\n种类: 党支部\n"


def names(people: Iterable[Member]) -> list[str]:
    return [person.name for person in people]


def on(text: str) -> date:
    return date.fromisoformat(text)


def test_a_member_belongs_from_the_day_of_transfer_until_the_day_before_leaving(make_unit: MakeUnit) -> None:
    roster = Roster(make_unit(HEAD + "党员: [{姓名: 张一, 转入: 2020-03-05, 离开: {日期: 2020-09-01, 事由: 转出}}]"))

    days = ["2020-03-04", "2020-03-05", "2020-08-31", "2020-09-01"]

    assert [roster.belongs("张一", on(day)) for day in days] == [False, True, True, False]
    assert names(roster.members_during(on("2020-01-01"), on("2020-12-31"))) == ["张一"]
    assert names(roster.members_during(on("2021-01-01"), on("2021-12-31"))) == []


def test_membership_begins_with_the_latest_of_founding_joining_and_transfer(make_unit: MakeUnit) -> None:
    members = "党员: [{姓名: 张一, 入党日期: 2010-07-01}, {姓名: 李二, 入党日期: 2020-05-10}, {姓名: 王三}]"
    roster = Roster(make_unit(HEAD + "成立日期: 2020-03-01\n" + members))

    assert names(roster.members_on(on("2020-02-29"))) == []
    assert names(roster.members_on(on("2020-03-01"))) == ["张一", "王三"]
    assert names(roster.members_on(on("2020-05-10"))) == ["张一", "李二", "王三"]


def test_nobody_belongs_to_a_dissolved_unit(make_unit: MakeUnit) -> None:
    roster = Roster(make_unit(HEAD + "撤销日期: 2020-06-01\n党员: [{姓名: 张一}]"))

    assert names(roster.members_on(on("2020-05-31"))) == ["张一"]
    assert names(roster.members_on(on("2020-06-01"))) == []


def test_a_probationary_member_becomes_a_voter_on_the_day_of_confirmation(make_unit: MakeUnit) -> None:
    roster = Roster(make_unit(HEAD + "党员: [{姓名: 张一, 入党日期: 2019-06-10, 转正日期: 2020-06-10}, {姓名: 李二}]"))

    assert names(roster.members_on(on("2020-06-09"))) == ["张一", "李二"]
    assert names(roster.full_on(on("2020-06-09"))) == []
    assert names(roster.full_on(on("2020-06-10"))) == ["张一"]
    assert names(roster.voters_on(on("2020-06-09"))) == []
    assert names(roster.voters_on(on("2020-06-10"))) == ["张一"]


def test_a_member_whose_rights_are_suspended_belongs_and_does_not_vote(make_unit: MakeUnit) -> None:
    member = "{姓名: 张一, 转正日期: 2010-07-01, 权利中止: [{自: 2020-02-01, 至: 2020-02-29, 事由: 留党察看}]}"
    roster = Roster(make_unit(HEAD + f"党员: [{member}]"))

    assert names(roster.full_on(on("2020-02-29"))) == ["张一"]
    days = ["2020-01-31", "2020-02-01", "2020-02-29", "2020-03-01"]
    assert [bool(roster.voters_on(on(day))) for day in days] == [True, False, False, True]


def test_groups_follow_the_days_on_which_members_changed_them(make_unit: MakeUnit) -> None:
    moved = "{姓名: 张一, 党小组: [{名称: 甲组, 至: 2020-06-30}, {名称: 乙组, 自: 2020-07-01}]}"
    roster = Roster(make_unit(HEAD + f"党员: [{moved}, {{姓名: 李二, 党小组: 甲组}}]"))

    assert names(roster.group_on("甲组", on("2020-06-30"))) == ["张一", "李二"]
    assert names(roster.group_on("甲组", on("2020-07-01"))) == ["李二"]
    assert names(roster.group_on("乙组", on("2020-07-01"))) == ["张一"]


def test_namesakes_are_told_apart_by_number_and_only_while_both_belong(make_unit: MakeUnit) -> None:
    members = "党员: [{姓名: 张伟, 编号: '01'}, {姓名: 张伟, 编号: '02', 转入: 2020-06-01}]"
    roster = Roster(make_unit(HEAD + members))
    first, second = roster.people
    early, late = on("2020-05-31"), on("2020-06-01")

    assert roster.person("张伟", early) is first
    assert roster.display(first, early) == "张伟"
    assert roster.person("张伟", late) is None
    assert roster.find("张伟", late) == (first, second)
    assert roster.person("张伟（02）", late) is second
    assert roster.person("张伟(02)", late) is second
    assert roster.display(second, late) == "张伟（02）"
    assert roster.find("张伟（03）", late) == ()


def test_the_committee_changes_with_its_terms(make_unit: MakeUnit) -> None:
    posts = "支委: [{姓名: 张一, 职务: 书记, 至: 2020-06-30}, {姓名: 李二, 职务: 副书记}, {姓名: 李二, 职务: 书记, 自: 2020-07-01}]"
    roster = Roster(make_unit(HEAD + posts + "\n党员: [{姓名: 张一}, {姓名: 李二}]"))
    first, second = roster.people

    assert roster.secretary_on(on("2020-06-30")) is first
    assert roster.secretary_on(on("2020-07-01")) is second
    assert roster.post_of(second, on("2020-07-01")) == "副书记、书记"
    assert roster.post_of("张一", on("2020-07-01")) == ""
    assert names(roster.committee_members_on(on("2020-07-01"))) == ["李二"]


def test_who_left_the_unit_has_left_the_committee(make_unit: MakeUnit) -> None:
    posts = "支委: [{姓名: 张一, 职务: 书记}]\n"
    roster = Roster(make_unit(HEAD + posts + "党员: [{姓名: 张一, 离开: {日期: 2020-09-01, 事由: 转出}}]"))

    assert roster.secretary_on(on("2020-08-31")) is not None
    assert roster.secretary_on(on("2020-09-01")) is None


def test_an_organisation_has_its_committee_as_people_who_vote(make_unit: MakeUnit) -> None:
    text = "名称: 某公司机关党委\n简称: 机关党委\n种类: 机关党委\n"
    posts = "支委: [{姓名: 周一, 职务: 机关党委书记}, {姓名: 吴二, 职务: 委员, 自: 2020-05-01}]"
    roster = Roster(make_unit(text + posts))

    assert names(roster.members_on(on("2020-04-30"))) == ["周一"]
    assert names(roster.voters_on(on("2020-05-01"))) == ["周一", "吴二"]
    assert roster.post_of("周一", on("2020-05-01")) == "机关党委书记"
    assert roster.secretary_on(on("2020-05-01")) == roster.person("周一", on("2020-05-01"))


def test_a_pickled_roster_gives_the_same_answers(make_unit: MakeUnit) -> None:
    roster = Roster(make_unit(HEAD + "党员: [{姓名: 张一, 转入: 2020-03-05}]"))
    roster.members_on(on("2020-03-05"))

    again = pickle.loads(pickle.dumps(roster))  # noqa: S301

    assert again.members_on(on("2020-03-05")) == roster.members_on(on("2020-03-05"))
