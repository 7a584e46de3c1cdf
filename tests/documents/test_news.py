"""Takes a month's news and facts, proves what the 宣传稿 and the bulletin say."""

from __future__ import annotations

import json
import runpy
from typing import Any

import pytest

from docgen.documents.bulletin.entries import digest
from docgen.documents.bulletin.picture_rows import PicturedView, picture_rows
from docgen.model.period import Period
from docgen.view import Figure, Picture, gaps, leaves, pictures

FIRST = """
类型: 宣传稿
编号: 长廊
标题: 一支部参观长廊
导语: 3月15日，一支部开展活动。
正文: |-
  第一段。
  第二段。
日期: 2020-03-16
供稿人: 王三
审核: {一审: 李二, 三审: 张一}
渠道: [网站, 简报]
来源: [党日]
栏目: 支部动态
照片: [{文件: 长廊.jpg, 说明: 参观}]
---
{类型: 主题党日, 编号: 党日, 主题: 参观长廊, 地点: 文化长廊, 开始: 2020-03-15 09:00, 出席: 其余}
---
类型: 会议
编号: 学习
会议类型: 支委会
开始: 2020-03-12 14:30
地点: 会议室
出席: 其余
议题: [{标题: 学习, 材料: [{标题: 支部工作条例}], 发言: [{姓名: 张一, 内容: 不可外传的话, 不同意见: 是}]}]
---
{类型: 宣传稿, 编号: 未发, 标题: 没有渠道的稿, 日期: 2020-03-20}
"""
SECOND = """
{类型: 宣传稿, 编号: 比赛, 标题: 二支部举办比赛, 正文: 正文。, 日期: 2020-03-10, 渠道: [简报], 栏目: 先锋风采}
---
{类型: 制度修订, 编号: 制度, 名称: 会议室使用规定, 审核人: 张一, 发布日期: 2020-03-20}
"""
ISSUE = """
类型: 简报
编号: 本期
月份: 2020-03
要目: [二支部/比赛]
要闻: [一支部/长廊]
签发: 周七
编辑: 陈八
发送: {报: [公司党委], 发: [各党支部]}
印数: 60
"""
PHOTO = {("一支部/长廊", "长廊.jpg"): Picture("a" * 64, 400, 300)}


def test_a_news_item_says_its_words_with_its_picture(make_ledger: Any, view_of: Any, say: Any) -> None:
    ledger = make_ledger(FIRST, pictures=PHOTO)
    made = say("news-item", ledger, "一支部/长廊")

    assert (made["标题"], made["正文"]) == ("一支部参观长廊", ["第一段。", "第二段。"])
    assert made["审核"] == "一审：李二；三审：张一"
    assert [each.caption for each in pictures(view_of("news-item", ledger, "一支部/长廊"))] == ["参观"]


def test_a_half_filled_news_item_has_gaps(make_ledger: Any, view_of: Any) -> None:
    found = gaps(view_of("news-item", make_ledger(FIRST), "一支部/未发"))

    assert [gap.label for gap in found] == ["导语", "正文", "供稿人", "审核", "渠道"]


def test_a_units_digest_is_plain_and_holds_only_published_news(make_ledger: Any) -> None:
    made: Any = digest(make_ledger(FIRST, pictures=PHOTO), Period.parse("2020-03"))

    assert json.loads(json.dumps(made)) == made
    assert [each["id"] for each in made["news"]] == ["一支部/长廊"]
    assert made["news"][0]["pictures"] == [{"sha256": "a" * 64, "width": 400, "height": 300, "caption": "参观"}]
    assert [each["id"] for each in made["facts"]] == ["一支部/学习"], "a news item tells of the theme day already"
    assert "不可外传的话" not in str(made)


def bulletin(make_ledger: Any, organisation: Any, records: str = "") -> Any:
    branches = [make_ledger(FIRST, pictures=PHOTO), make_ledger(SECOND, "二支部")]
    return organisation("bulletin", "2020-03", branches, records)


def test_without_an_editor_the_bulletin_goes_by_column_and_date(make_ledger: Any, organisation: Any, say: Any) -> None:
    made = say("bulletin", bulletin(make_ledger, organisation), "机关党委/2020-03")

    assert (made["名称"], made["期"], made["总期"], made["日期"]) == ("《领航》", "1", "7", "2020年3月")
    assert [row["题"] for row in made["要目"]] == ["一支部参观长廊", "二支部举办比赛"]
    assert [column["名称"] for column in made["栏目"]] == ["学习研讨", "支部动态", "制度建设", "先锋风采"]
    assert made["栏目"][0]["简讯"] == [{"序": "1", "内容": "一支部：支委会，学习《支部工作条例》（3月12日，会议室）。"}]


def test_what_an_editor_has_not_decided_is_a_gap(make_ledger: Any, organisation: Any, view_of: Any) -> None:
    view = view_of("bulletin", bulletin(make_ledger, organisation), "机关党委/2020-03")

    assert [gap.label for gap in gaps(view)] == ["发送", "印数", "编辑", "审核", "签发"]
    assert [
        gap.label for gap in gaps(view_of("bulletin", bulletin(make_ledger, organisation, ISSUE), "机关党委/2020-03"))
    ] == ["审核"]


def test_the_editor_chooses_orders_and_signs(make_ledger: Any, organisation: Any, say: Any) -> None:
    made = say("bulletin", bulletin(make_ledger, organisation, ISSUE), "机关党委/2020-03")

    assert [row["题"] for row in made["要目"]] == ["一支部参观长廊", "二支部举办比赛"]
    assert made["栏目"][0]["名称"] == "要闻"
    assert (made["报"], made["送"], made["发"]) == ("公司党委", "", "各党支部")
    assert (made["印数"], made["签发"]) == ("60", "周七")


def test_the_bulletin_cites_every_record_that_it_shows(make_ledger: Any, organisation: Any, view_of: Any) -> None:
    view = view_of("bulletin", bulletin(make_ledger, organisation), "机关党委/2020-03")
    cited = {source for _, leaf in leaves(view) if isinstance(leaf, Figure) for source in leaf.sources}

    assert {each for each in cited if "#" not in each} == {"一支部/长廊", "二支部/比赛", "一支部/学习", "二支部/制度"}
    assert "一支部/2020-03#bulletin.figures.meetings" in cited
    assert len(pictures(view)) == 1


CHOSEN = """
类型: 简报
编号: 本期
月份: 2020-03
要闻: [二支部/比赛]
不登: [一支部/学习]
截取:
  - {稿件: 一支部/长廊, 段数: 1}
"""


def test_news_that_lead_come_first_though_all_others_go_by_date(make_ledger: Any, organisation: Any, say: Any) -> None:
    made = say("bulletin", bulletin(make_ledger, organisation, CHOSEN), "机关党委/2020-03")

    assert [row["题"] for row in made["要目"]] == ["二支部举办比赛", "一支部参观长廊"]
    assert [column["名称"] for column in made["栏目"]] == ["要闻", "支部动态", "制度建设"], (
        "the only fact of 学习研讨 is left out"
    )


def test_an_editor_shortens_an_item_to_its_first_paragraphs_or_says_it_anew(
    make_ledger: Any, organisation: Any, say: Any
) -> None:
    def item(part: str) -> Any:
        records = CHOSEN.replace("段数: 1", part)
        return say("bulletin", bulletin(make_ledger, organisation, records), "机关党委/2020-03")["栏目"][1]["稿件"][0]

    assert (item("段数: 1")["导语"], item("段数: 1")["正文"]) == ("3月15日，一支部开展活动。", ["第一段。"])
    assert item("段数: 0")["正文"] == [], "the lead alone"
    assert (item("摘要: 一句话。")["导语"], item("摘要: 一句话。")["正文"]) == ("", ["一句话。"])


def test_an_item_that_is_left_out_is_gone_from_contents_and_columns(
    make_ledger: Any, organisation: Any, say: Any
) -> None:
    records = "{类型: 简报, 编号: 本期, 月份: 2020-03, 不登: [一支部/长廊]}"
    made = say("bulletin", bulletin(make_ledger, organisation, records), "机关党委/2020-03")

    assert [row["题"] for row in made["要目"]] == ["二支部举办比赛"]
    assert "一支部参观长廊" not in str(made)


def test_records_are_found_by_every_name_that_they_have(make_ledger: Any, organisation: Any, say: Any) -> None:
    first = make_ledger(FIRST.replace("编号: 长廊", "编号: 2020/03/长廊"))
    records = "{类型: 简报, 编号: 本期, 月份: 2020-03, 要闻: [一支部/长廊]}"
    made = say("bulletin", organisation("bulletin", "2020-03", [first], records), "机关党委/2020-03")

    assert (made["栏目"][0]["名称"], made["栏目"][0]["稿件"][0]["标题"]) == ("要闻", "一支部参观长廊")


def test_the_months_figures_stand_by_branch_and_in_sum(make_ledger: Any, organisation: Any, say: Any) -> None:
    made = say("bulletin", bulletin(make_ledger, organisation), "机关党委/2020-03")

    assert [(row["党支部"], row["会议"], row["主题党日"], row["完成"], row["应完成"]) for row in made["数说"]] == [
        ("一支部", "1", "1", "3", "5"),
        ("二支部", "0", "0", "2", "5"),
        ("合计", "1", "1", "5", "10"),
    ]
    assert made["图表"].startswith("chart:")


def test_without_branches_there_are_no_figures_and_no_chart(make_ledger: Any, organisation: Any, say: Any) -> None:
    made = say("bulletin", organisation("bulletin", "2020-03", []), "机关党委/2020-03")

    assert (made["数说"], made["图表"]) == ([], "")


def test_no_chart_is_drawn_of_more_branches_than_can_be_read(make_ledger: Any, organisation: Any, say: Any) -> None:
    many = [make_ledger("", f"支部{number}") for number in range(21)]
    made = say("bulletin", organisation("bulletin", "2020-03", many), "机关党委/2020-03")

    assert len(made["数说"]) == 22
    assert made["图表"] == ""


@pytest.mark.parametrize(
    ("sizes", "rows"),
    [
        ([], []),
        ([(400, 300)], [1]),
        ([(400, 300)] * 2, [2]),
        ([(400, 300)] * 3, [2, 1]),
        ([(300, 400)] * 3, [3]),
        ([(300, 400), (400, 300), (300, 400)], [2, 1]),
    ],
)
def test_pictures_stand_side_by_side(sizes: list[tuple[int, int]], rows: list[int]) -> None:
    photos = [PicturedView(picture=Picture("a" * 64, *size), caption="参观") for size in sizes]
    made = list(picture_rows(photos))

    assert [len((*row.one, *row.two, *row.three)) for row in made] == rows
    assert all([row.one, row.two, row.three].count(()) == 2 for row in made)
    assert {row.caption for row in made} <= {"参观"}, "what is said of all is said once"


NEXT = """
{类型: 会议, 编号: 六月会, 会议类型: 支委会, 开始: 2020-06-12 14:30, 主持人: 张一}
---
{类型: 主题党日, 编号: 六月党日, 主题: 参观, 开始: 2020-06-15 09:00}
---
{类型: 会议, 编号: 七月会, 会议类型: 支委会, 开始: 2020-07-12 14:30}
"""
HELD = "{类型: 会议, 编号: 大会, 会议类型: 支部党员大会, 开始: %s 14:30, 出席: 其余}"


def next_month(make_ledger: Any, organisation: Any, say: Any, first: str, second: str, month: str) -> list[str]:
    branches = [make_ledger(first), make_ledger(second, "二支部")]
    made = say("bulletin", organisation("bulletin", month, branches), f"机关党委/{month}")
    return [each["内容"] for each in made["下月安排"]]


def test_the_next_month_has_what_is_planned_and_what_falls_due(make_ledger: Any, organisation: Any, say: Any) -> None:
    said = next_month(make_ledger, organisation, say, NEXT, HELD % "2020-04-10", "2020-05")

    assert said == [
        "一支部：支委会（6月12日）、主题党日（6月15日）。",
        "每月应开展：主题党日（2个党支部）、五个一（2个党支部）。",
        "支部党员大会：2020年第二季度应开展，还有1个党支部未开展。",
        "党课：2020年第二季度应开展，还有2个党支部未开展。",
    ]
    assert "张一" not in str(said)


def test_what_was_done_later_does_not_change_an_earlier_issue(make_ledger: Any, organisation: Any, say: Any) -> None:
    due = "支部党员大会：2020年第二季度应开展，还有1个党支部未开展。"
    early, late = HELD % "2020-05-31", HELD % "2020-06-01"

    assert due in next_month(make_ledger, organisation, say, early, late, "2020-05")
    assert not [
        line for line in next_month(make_ledger, organisation, say, early, early, "2020-05") if "党员大会" in line
    ]


def test_a_next_month_of_which_nothing_is_known_is_left_out(make_ledger: Any, organisation: Any, say: Any) -> None:
    made = say("bulletin", organisation("bulletin", "2020-03", []), "机关党委/2020-03")

    assert made["下月安排"] == []


def test_bulletins_begin_with_the_first_month_and_end_with_the_last(make_ledger: Any, subjects: Any) -> None:
    office = make_ledger("", unit="{名称: 某公司机关党委, 简称: 机关党委, 种类: 机关党委}")

    assert subjects("bulletin", office, "2020")[0] == "机关党委/2020-03"
    assert len(subjects("bulletin", office, "2020")) == 10
    assert subjects("bulletin", office, "2021") == []
    assert subjects("bulletin", make_ledger(FIRST), "2020") == []


def test_the_bulletins_templates_are_current(root: Any) -> None:
    script = runpy.run_path(str(root / "scripts/bulletin_template.py"))

    contents = dict(script["written"]())

    assert set(contents) == {
        "bulletin/bulletin.html",
        "bulletin/bulletin-wechat.html",
        "bulletin/bulletin.docx",
        "_gb33476/bulletin/bulletin.docx",
    }
    assert [name for name, content in contents.items() if (root / "templates" / name).read_bytes() != content] == []
