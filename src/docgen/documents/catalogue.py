"""Takes nothing, gives the table of document kinds: one line per kind, whose module is loaded when it is asked."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from functools import cache, partial
from importlib import import_module

from docgen.documents.kind import Contents, DocumentKind
from docgen.errors import UsageError
from docgen.formats import Format
from docgen.view import Audience

PUBLIC, INTERNAL, CONFIDENTIAL = Audience.PUBLIC, Audience.INTERNAL, Audience.CONFIDENTIAL
PAGES = (Format.DOCX, Format.HTML, Format.PDF)
LEDGER = (*PAGES, Format.XLSX)
NOTICE = (*PAGES, Format.TXT)
NEAR_COMMA = "、"


@cache
def _load(module: str) -> Contents:
    contents = import_module(f"docgen.documents.{module}").CONTENTS
    if not isinstance(contents, Contents):
        raise TypeError(module)
    return contents


def _in(module: str) -> Callable[[], Contents]:
    """Return how the `CONTENTS` of a module of this room are asked for."""
    return partial(_load, module)


KINDS: tuple[DocumentKind, ...] = (
    DocumentKind("meeting-notice", "会议通知", INTERNAL, NOTICE, _in("meeting.notice")),
    DocumentKind("sign-in-sheet", "签到表", INTERNAL, LEDGER, _in("meeting.sign_in_sheet")),
    DocumentKind("meeting-record", "会议记录", INTERNAL, PAGES, _in("meeting.record")),
    DocumentKind("minutes", "会议纪要", INTERNAL, PAGES, _in("meeting.minutes")),
    DocumentKind("resolution", "决议", INTERNAL, PAGES, _in("meeting.resolution")),
    DocumentKind("theme-day-plan", "主题党日方案", INTERNAL, PAGES, _in("theme_day.plan")),
    DocumentKind("theme-day-record", "主题党日活动记录", INTERNAL, PAGES, _in("theme_day.record")),
    DocumentKind("commitment-letter", "承诺书", INTERNAL, PAGES, _in("commitment.letter")),
    DocumentKind("commitment-publication", "承诺公示", PUBLIC, LEDGER, _in("commitment.publication")),
    DocumentKind("commitment-ledger", "承诺践诺台账", INTERNAL, LEDGER, _in("commitment.ledger")),
    DocumentKind("commitment-review", "评诺通报", INTERNAL, LEDGER, _in("commitment.review")),
    DocumentKind("points-ledger", "积分台账", INTERNAL, LEDGER, _in("points.ledger")),
    DocumentKind("points-publication", "积分公示", PUBLIC, LEDGER, _in("points.publication")),
    DocumentKind("project-proposal", "书记破题立项申报表", INTERNAL, PAGES, _in("projects.proposal")),
    DocumentKind("project-conclusion", "书记破题结项报告", INTERNAL, PAGES, _in("projects.conclusion")),
    DocumentKind("brand-application", "品牌申报表", INTERNAL, PAGES, _in("projects.brand_application")),
    DocumentKind("five-ones-month", "五个一月报", INTERNAL, PAGES, _in("five_ones.month")),
    DocumentKind("five-ones-matrix", "五个一汇总", INTERNAL, LEDGER, _in("five_ones.matrix")),
    DocumentKind("news-item", "宣传稿", INTERNAL, PAGES, _in("news_item")),
    DocumentKind("bulletin", "简报", PUBLIC, PAGES, _in("bulletin.bulletin")),
    DocumentKind("meeting-ledger", "三会一课台账", INTERNAL, LEDGER, _in("ledgers.meeting_ledger")),
    DocumentKind("theme-day-ledger", "主题党日台账", INTERNAL, LEDGER, _in("ledgers.theme_day_ledger")),
    DocumentKind("activity-statistics", "组织生活统计表", INTERNAL, LEDGER, _in("statistics.activity_statistics")),
    DocumentKind("assessment-sheet", "考核评分表", INTERNAL, LEDGER, _in("assessment.sheet")),
    DocumentKind("ranking-notice", "赛马通报", INTERNAL, PAGES, _in("assessment.ranking")),
    DocumentKind("improvement-plan", "提质升级计划", INTERNAL, PAGES, _in("improvement.plan")),
    DocumentKind("flag-notice", "授旗通报", PUBLIC, PAGES, _in("contests.flags")),
    DocumentKind("award-notice", "评选通报", PUBLIC, PAGES, _in("contests.awards")),
    DocumentKind("obligations", "组织生活对照表", INTERNAL, LEDGER, _in("obligations.obligations")),
    DocumentKind("findings-list", "问题清单", INTERNAL, LEDGER, _in("findings_list.findings_list")),
    DocumentKind("branch-year-review", "年度工作总结", INTERNAL, PAGES, _in("reviews.branch_year_review")),
    DocumentKind("duty-report", "述职报告", INTERNAL, PAGES, _in("reviews.duty_report")),
    DocumentKind(
        "organisation-year-report", "机关党委年度报告", INTERNAL, PAGES, _in("reviews.organisation_year_report")
    ),
    DocumentKind("life-meeting-issues", "组织生活会问题清单", INTERNAL, LEDGER, _in("organisation_life.issues")),
    DocumentKind("life-meeting-report", "组织生活会情况报告", INTERNAL, PAGES, _in("organisation_life.report")),
    DocumentKind("appraisal-ballot", "民主评议测评票", INTERNAL, LEDGER, _in("appraisal.ballot")),
    DocumentKind("appraisal-form", "民主评议登记表", INTERNAL, PAGES, _in("appraisal.form")),
    DocumentKind("appraisal-summary", "民主评议汇总表", INTERNAL, LEDGER, _in("appraisal.summary")),
    DocumentKind("talk-record", "谈话记录表", CONFIDENTIAL, PAGES, _in("people.talk_record"), on_request=True),
    DocumentKind("talk-ledger", "谈话台账", INTERNAL, LEDGER, _in("people.talk_ledger")),
    DocumentKind("care-visit-form", "慰问登记表", INTERNAL, PAGES, _in("people.care_visit_form")),
    DocumentKind("election-reminder", "换届提醒函", INTERNAL, NOTICE, _in("governance.election_reminder")),
    DocumentKind("pre-study-list", "前置研究事项清单", INTERNAL, LEDGER, _in("governance.pre_study_list")),
    DocumentKind("archive-index", "归档目录", INTERNAL, LEDGER, _in("archive_index")),
    DocumentKind("archive-box", "档案盒", INTERNAL, PAGES, _in("archive_box"), binds=True),
    DocumentKind("form", "登记表", INTERNAL, LEDGER, _in("general.form")),
    DocumentKind("ledger", "台账", INTERNAL, LEDGER, _in("general.ledger")),
)

_BY_NAME = {name: kind for kind in KINDS for name in (kind.name, kind.label)}


def kind_named(name: str) -> DocumentKind:
    """Return the kind with a name or label; raise UsageError with the nearest ones otherwise."""
    if name not in _BY_NAME:
        near = get_close_matches(name, _BY_NAME, 3, 0.4)
        raise UsageError("kind-unknown", {"value": name, "near": NEAR_COMMA.join(near)})
    return _BY_NAME[name]
