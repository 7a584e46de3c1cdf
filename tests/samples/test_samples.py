"""The committed samples say what samples/README.md promises, and nothing in them is wrong but what it lists."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.samples.oracle import Data, Office, Paper, day, load, texts

from docgen.generation import check
from docgen.model.kinds import MODELS
from docgen.model.settings import Settings
from docgen.model.unit import Unit
from docgen.workspace import open_workspace

MONTHS = range(3, 13)
CHECK_DAY = date(2020, 12, 31)
ITEMS = ("学习研讨", "主题党日", "制度修订", "办实事", "宣传稿")
MISSING = {
    ("二支部", 5, "制度修订"),
    ("三支部", 8, "办实事"),
    ("四支部", 10, "学习研讨"),
    ("五支部", 4, "制度修订"),
    ("五支部", 7, "宣传稿"),
}
TOO_FEW_HOURS = ("三支部", "谢十")
OVERDUE = ("四支部", "核对四支部固定资产登记表")
SAME_TEXT = 18
POINTING = {"会前研究", "来源", "同时召开", "要目", "要闻", "依据", "票决", "会议"}
QUOTED = {"标题", "材料", "规定动作", "题目", "主题", "出处", "事由"}


def test_every_record_fits_its_model(office: Office) -> None:
    assert len(office.papers) > 500
    for paper in office.papers:
        MODELS[paper.kind].model_validate(paper.data)


def test_units_and_settings_fit_their_models(office: Office) -> None:
    assert len(office.units) == 6
    for unit in office.units.values():
        Unit.model_validate(unit)
    Settings.model_validate(load(office.root / "docgen.yaml")[0])


def test_there_is_a_record_of_every_kind(office: Office) -> None:
    assert {paper.kind for paper in office.papers} == set(MODELS)


def test_the_five_items_make_250_cells_less_the_missing_ones(office: Office) -> None:
    done = {cell for paper in office.papers for cell in _cells(paper)}
    due = {(unit, month, item) for unit in office.branches for month in MONTHS for item in ITEMS}
    assert len(due) == 250
    assert due - done == MISSING


def _cells(paper: Paper) -> list[tuple[str, int, str]]:
    data = paper.data
    evidence = {
        "主题党日": ("出席", "开始"),
        "制度修订": ("审核人", "发布日期"),
        "办实事": ("结果", "解决日期"),
        "宣传稿": ("渠道", "日期"),
    }
    if paper.kind in evidence:
        proof, dated = evidence[paper.kind]
        return (
            [(paper.unit, day(data[dated][:10]).month, paper.kind)] if proof in data and _of_2020(data[dated]) else []
        )
    studied = paper.kind == "会议" and any("材料" in item or "第一议题" in item for item in data.get("议题", []))
    return [(paper.unit, paper.start.month, "学习研讨")] if studied and paper.is_held else []


def _of_2020(text: str) -> bool:
    return text.startswith("2020")


def test_theme_days_are_on_the_fixed_day(office: Office) -> None:
    rules = {"一支部": "15", "三支部": "10", "五支部": "20"}
    for paper in office.of("主题党日"):
        on = paper.start.date()
        if paper.unit in rules:
            assert on.day == int(rules[paper.unit])
        else:
            weekday, nth = {"二支部": (4, 1), "四支部": (2, 2)}[paper.unit]
            assert (on.weekday(), (on.day - 1) // 7) == (weekday, nth)


@pytest.mark.parametrize("kind", ["支部党员大会", "党课"])
def test_quarterly_meetings_are_held_in_each_quarter(office: Office, kind: str) -> None:
    for unit in office.branches:
        quarters = {(paper.start.month + 2) // 3 for paper in office.held(unit) if paper.is_meeting(kind)}
        assert quarters == {1, 2, 3, 4}


def test_committees_and_groups_meet_every_month(office: Office) -> None:
    for short, unit in office.branches.items():
        series = [("支委会", None)] if len(office.posts(short, CHECK_DAY)) > 2 else []
        series += [("党小组会", group["名称"]) for group in unit.get("党小组", [])]
        for kind, group in series:
            held = [
                paper for paper in office.held(short) if paper.is_meeting(kind) and paper.data.get("党小组") == group
            ]
            assert sorted(paper.start.month for paper in held) == list(MONTHS)


@pytest.mark.parametrize("kind", ["组织生活会", "民主评议"])
def test_yearly_meetings_are_held_once(office: Office, kind: str) -> None:
    assert Counter(paper.unit for paper in office.held() if paper.is_meeting(kind)) == dict.fromkeys(office.branches, 1)


def test_small_branches_have_no_committee_and_others_have_one_of_three_to_five(office: Office) -> None:
    sizes = {short: len(office.posts(short, CHECK_DAY)) for short in office.branches}
    assert len(office.voters("五支部", CHECK_DAY)) < 7
    assert sizes == {"一支部": 5, "二支部": 3, "三支部": 4, "四支部": 3, "五支部": 2}


def test_leaves_are_of_people_who_were_due_and_everyone_once(office: Office) -> None:
    for paper in office.held():
        away = office.away(paper)
        assert len(away) == len(set(away))
        assert set(away) <= set(office.due(paper)), paper.path
        assert {paper.data["主持人"], paper.data["记录人"]} <= set(office.present(paper)), paper.path


def test_at_least_half_of_a_committee_came(office: Office) -> None:
    for paper in office.held():
        assert 2 * len(office.present(paper)) >= len(office.due(paper)), paper.path


def test_the_secretary_hosts_or_the_leader_of_the_group(office: Office) -> None:
    for paper in office.held():
        if paper.is_meeting("党小组会"):
            groups = {group["名称"]: group["组长"] for group in office.units[paper.unit]["党小组"]}
            assert paper.data["主持人"] == groups[paper.data["党小组"]]
        else:
            assert office.posts(paper.unit, paper.start.date())[paper.data["主持人"]] == "书记"


def test_nobody_is_in_two_places_or_present_while_on_leave(office: Office) -> None:
    seen: dict[str, list[Paper]] = {}
    for paper in office.held():
        assert paper.start < paper.end
        for name in office.present(paper):
            seen.setdefault(name, []).append(paper)
    for papers in seen.values():
        for one, other in combinations(papers, 2):
            contained = other.local in one.data.get("同时召开", ()) or one.local in other.data.get("同时召开", ())
            assert contained or one.end <= other.start or other.end <= one.start, (one.path, other.path)
    for paper in office.held():
        for leave in paper.data.get("请假", []):
            for other in seen.get(leave["姓名"], []) if "自" in leave else []:
                assert not day(leave["自"]) <= other.start.date() <= day(leave["至"]), other.path


def test_votes_add_up_and_pass_with_more_than_half_of_those_due(office: Office) -> None:
    votes = [(paper, item["表决"]) for paper in office.held() for item in paper.data.get("议题", []) if "表决" in item]
    assert len(votes) > 50
    for paper, vote in votes:
        voters = set(office.voters(paper.unit, paper.start.date()))
        due = [name for name in office.due(paper) if name in voters]
        came = [name for name in office.present(paper) if name in voters]
        cast = sum(int(vote.get(key, 0)) for key in ("赞成", "反对", "弃权", "未投"))
        assert cast == len(came), paper.path
        assert int(vote.get("应到", len(due))) == len(due)
        assert int(vote.get("实到", len(came))) == len(came)
        assert 2 * int(vote["赞成"]) > len(due)
        assert 2 * len(came) > len(due)


def test_important_matters_were_first_before_the_committee(office: Office) -> None:
    known = {(paper.unit, paper.local): paper for paper in office.held() if paper.is_meeting("支委会")}
    important = [
        (paper, item)
        for paper in office.held()
        if paper.is_meeting("支部党员大会")
        for item in paper.data["议题"]
        if item.get("重要") == "是"
    ]
    assert important
    for paper, item in important:
        before = known[paper.unit, item["会前研究"]]
        assert before.start < paper.start


def test_the_election_keeps_its_rules(office: Office) -> None:
    elections = [paper for paper in office.held() if "选举" in paper.data]
    assert [paper.start.date() for paper in elections] == [date(2020, 9, 18)]
    paper, vote = elections[0], elections[0].data["选举"]
    voters = office.voters(paper.unit, paper.start.date())
    left_out = [row["姓名"] for row in vote["不计入应到"]]
    due = [name for name in voters if name not in left_out]
    came = [name for name in office.present(paper) if name in voters]
    seats, candidates = int(vote["应选人数"]), vote["候选人"]
    assert 5 * len(came) >= 4 * len(due)
    assert 10 * len(candidates) >= 12 * seats
    assert not set(candidates) & {*vote["监票人"], *vote["计票人"]}
    assert int(vote["选票"]["收回"]) <= int(vote["选票"]["发出"]) == len(came)
    elected = [row for row in vote["得票"] if row["当选"] == "是"]
    assert len(elected) == seats
    assert all(2 * int(row["票数"]) > len(due) for row in elected)
    assert sum(int(row["票数"]) for row in vote["得票"]) <= seats * int(vote["选票"]["有效"])


def test_appraisals_grade_full_members_only_and_few_as_excellent(office: Office) -> None:
    appraisals = [paper for paper in office.held() if paper.is_meeting("民主评议")]
    assert len(appraisals) == 5
    for paper in appraisals:
        voters = office.voters(paper.unit, paper.start.date())
        rows = paper.data["测评"]
        came = [name for name in office.present(paper) if name in voters]
        assert [row["姓名"] for row in rows] == voters
        assert sum(row["支部评定"] == "优秀" for row in rows) <= len(rows) // 3
        for row in rows:
            assert sum(map(int, row["票数"].values())) == len(came)
            assert paper.start.date() <= day(row["反馈日期"]) <= CHECK_DAY


def test_one_member_alone_has_too_few_hours(office: Office) -> None:
    short_of = [
        (unit, name)
        for unit in office.branches
        for name in office.members(unit, CHECK_DAY)
        if _hours(office, unit, name) < _wanted(office, unit, name)
    ]
    assert short_of == [TOO_FEW_HOURS]


def _hours(office: Office, unit: str, name: str) -> float:
    inner = {local for paper in office.of("主题党日", unit) for local in paper.data.get("同时召开", ())}
    lessons = [paper for paper in office.held(unit) if paper.local not in inner and name in office.present(paper)]
    return sum(float(paper.data.get("学时", 0)) for paper in lessons)


def _wanted(office: Office, unit: str, name: str) -> int:
    exempt = {member["姓名"] for member in office.units[unit]["党员"] if member.get("免于硬性要求") == "是"}
    if name in exempt:
        return 0
    return 56 if name in office.posts(unit, CHECK_DAY) else 32


def test_who_left_or_came_within_the_year_has_the_hours_too(office: Office) -> None:
    assert _hours(office, "四支部", "范十") >= 32
    assert _hours(office, "三支部", "邹甲") >= 32


def test_one_task_alone_is_past_its_deadline(office: Office) -> None:
    late = [
        (paper.unit, row.get("事项") or row.get("内容") or row.get("问题"))
        for paper in office.papers
        for row in _rows(paper.data)
        if "期限" in row and day(row["期限"]) <= CHECK_DAY and not _is_done(row, paper)
    ]
    assert late == [OVERDUE]


def _rows(value: Any) -> list[Data]:
    if isinstance(value, dict):
        return [value, *(row for each in value.values() for row in _rows(each))]
    return [row for each in value for row in _rows(each)] if isinstance(value, list) else []


def _is_done(row: Data, paper: Paper) -> bool:
    return row.get("状态") == "已完成" or "结果" in row or "完成日期" in row or paper.kind == "提质升级"


def test_no_leave_is_a_gathering_without_its_reason(office: Office) -> None:
    for paper in office.held():
        assert all(row["事由"] and row["批准人"] for row in paper.data.get("请假", []))
        assert all(row["事由"] for row in paper.data.get("缺席", []) if paper.data["缺席"] != "无")


def test_heart_to_heart_talks_reach_everybody(office: Office) -> None:
    for unit in office.branches:
        pairs = {frozenset((talk.data["谈话人"]["姓名"], talk.data["谈话对象"])) for talk in office.of("谈话", unit)}
        posts = set(office.posts(unit, CHECK_DAY))
        assert {frozenset(pair) for pair in combinations(posts, 2)} <= pairs
        for name in set(office.members(unit, CHECK_DAY)) - posts:
            met = {other for pair in pairs if name in pair for other in pair - {name}}
            assert met & posts
            assert met - posts


def test_every_committee_member_reports(office: Office) -> None:
    for unit in office.branches:
        reported = {paper.data["述职人"] for paper in office.of("述职", unit)}
        assert reported == set(office.posts(unit, CHECK_DAY))


def test_commitments_are_in_every_state_and_their_days_in_order(office: Office) -> None:
    steps = ("审诺", "示诺", "评诺")
    found = office.of("承诺")
    assert len(found) >= 12
    for paper in found:
        days = [day(paper.data["提诺日期"]), *(day(paper.data[step]["日期"]) for step in steps if step in paper.data)]
        assert days == sorted(days)
    progress = Counter(tuple(step in paper.data for step in steps) for paper in found)
    assert {(False, False, False), (True, False, False), (True, True, False), (True, True, True)} == set(progress)


def test_no_longer_text_stands_in_two_records(office: Office) -> None:
    seen: dict[str, Path] = {}
    for paper in office.papers:
        for path, text in texts(paper.data):
            if len(text) >= SAME_TEXT and not (QUOTED | POINTING) & set(path):
                first = seen.setdefault(text, paper.path)
                assert first == paper.path, text


def test_next_month_is_planned_in_every_branch(office: Office) -> None:
    for unit in office.branches:
        plans = [paper for paper in office.papers if paper.unit == unit and "开始" in paper.data and not paper.is_held]
        plans = [paper for paper in plans if paper.kind in {"会议", "主题党日"}]
        assert {paper.kind for paper in plans} == {"会议", "主题党日"}
        assert {(paper.start.year, paper.start.month) for paper in plans} == {(2021, 1)}


def test_folders_that_look_like_years_and_months_agree_with_the_days(office: Office) -> None:
    for paper in office.papers:
        year, month, *_ = paper.local.split("/") if "/" in paper.local else ("", "")
        if month.isdigit():
            dated = str(paper.data.get("开始") or paper.data.get("发布日期") or paper.data.get("解决日期") or "")
            assert (dated or f"{year}-{month}").startswith(f"{year}-{month}"), paper.path


def test_references_and_files_exist(office: Office) -> None:
    known = {paper.local for paper in office.papers} | {f"{paper.unit}/{paper.local}" for paper in office.papers}
    for paper in office.papers:
        for path, text in texts(paper.data):
            if path[-1] in POINTING:
                assert text in known, (paper.path, text)
            if path[-1] in {"文件", "附件"}:
                unit = office.root / "支部" / paper.unit
                assert (unit / "附件" / text).is_file(), text


def test_the_readme_names_every_planted_fault(office: Office) -> None:
    readme = (office.root / "README.md").read_text(encoding="utf-8")
    for unit, month, item in MISSING:
        assert f"| {unit} | 2020年{month}月 | {item} |" in readme
    assert TOO_FEW_HOURS[1] in readme
    assert OVERDUE[1] in readme


def test_the_rules_find_the_planted_faults_and_nothing_else(office: Office) -> None:
    workspace = open_workspace(office.root)

    found = {
        (each.code, each.level.value, each.subject.partition("/")[0], each.values["value"], each.subject)
        for each in check(workspace, on=CHECK_DAY).findings
    }

    planted = {("F10", "warn", unit, item, f"{unit}/2020-{month:02}") for unit, month, item in MISSING}
    planted |= {("F9", "warn", *TOO_FEW_HOURS, f"{TOO_FEW_HOURS[0]}/2020")}
    assert found - planted == {("X5", "warn", *OVERDUE, "四支部/2020/09/2020-09-07-支委会")}
    assert planted - found == set()


def test_settings_span_march_to_december(office: Office) -> None:
    settings = yaml.safe_load((office.root / "docgen.yaml").read_text(encoding="utf-8"))
    assert settings["五个一"] == {"起始月": "2020-03", "截止月": "2020-12"}
