"""Takes nothing, gives the styles that no standard rules: records, bulletins, tables (实务 throughout)."""

from __future__ import annotations

from functools import partial

from docgen.page.distances import BULLETIN_MARK_DROP, BULLETIN_RULE_WEIGHT, RED_RULE_SPACE_PT
from docgen.page.fonts import Role
from docgen.page.strength import Strength
from docgen.page.style import RED, Align, Kind, Layout, Pitch, Rule, Style

_practice = partial(Style, strength=Strength.PRACTICE)
_record = partial(_practice, layout=Layout.RECORD)
_bulletin = partial(_practice, layout=Layout.BULLETIN)
_table = partial(
    _practice, layout=Layout.TABLE, size="小四", pitch=Pitch.SINGLE, align=Align.LEFT, note="表格内不收紧字距"
)

RECORD_STYLES = (
    _record(
        key="record-title",
        word="记录标题",
        font=Role.TITLE,
        size="二号",
        align=Align.CENTER,
        pitch=Pitch.TITLE,
        after=1,
        keep_with_next=True,
    ),
    _record(key="record-field", word="记录栏目", left=5, first_line=-5, tight=True, note="时间：…；四字标签后回行对齐"),
    _record(key="record-item", word="记录议题栏目", left=7, first_line=-5, tight=True, note="议题内：汇报人：…"),
    _record(key="record-label", word="记录标签", kind=Kind.CHARACTER, font=Role.HEI, tight=True),
    _record(
        key="record-heading", word="记录小标题", font=Role.HEI, first_line=2, outline=1, keep_with_next=True, tight=True
    ),
    _record(
        key="record-heading2",
        word="记录二级标题",
        font=Role.KAI,
        first_line=2,
        outline=2,
        keep_with_next=True,
        tight=True,
    ),
    _record(key="record-body", word="记录正文", first_line=2, tight=True),
    _record(key="record-speech", word="记录发言", first_line=2, tight=True, note="姓名：…"),
    _record(key="hand", word="手签", size="四号", align=Align.LEFT, pitch=Pitch.SINGLE),
)

BULLETIN_STYLES = (
    _bulletin(
        key="bulletin-mark",
        word="简报名称",
        font=Role.TITLE,
        size="初号",
        colour=RED,
        align=Align.CENTER,
        pitch=Pitch.MARK,
        before_mm=BULLETIN_MARK_DROP.mm,
        keep_with_next=True,
        note="不小于 42 磅",
    ),
    _bulletin(key="bulletin-issue", word="期号", align=Align.CENTER, before=0.5, keep_with_next=True, tight=True),
    _bulletin(
        key="bulletin-publisher",
        word="编发行",
        align=Align.LEFT,
        first_line=1,
        before=0.5,
        keep_with_next=True,
        tight=True,
        end_tab=1,
        rule=Rule(BULLETIN_RULE_WEIGHT.pt, RED_RULE_SPACE_PT),
        note="编印单位居左，日期居右，下接红线",
    ),
    _bulletin(
        key="contents-heading",
        word="要目标题",
        font=Role.HEI,
        align=Align.LEFT,
        before=1,
        keep_with_next=True,
        tight=True,
    ),
    _bulletin(key="contents-item", word="要目", font=Role.KAI, align=Align.LEFT, left=2, tight=True),
    _bulletin(
        key="column-heading",
        word="栏目标题",
        font=Role.HEI,
        colour=RED,
        align=Align.CENTER,
        before=1,
        outline=1,
        keep_with_next=True,
        tight=True,
    ),
    _bulletin(
        key="item-title",
        word="稿件标题",
        font=Role.TITLE,
        size="小二",
        align=Align.CENTER,
        pitch=Pitch.AT_LEAST,
        before=0.5,
        after=0.5,
        outline=2,
        keep_with_next=True,
    ),
    _bulletin(key="item-body", word="稿件正文", first_line=2, tight=True),
    _bulletin(
        key="item-source", word="稿件来源", font=Role.KAI, align=Align.RIGHT, right=1, tight=True, note="（供稿单位）"
    ),
    _bulletin(key="picture", word="图片", align=Align.CENTER, pitch=Pitch.SINGLE, before=0.5, keep_with_next=True),
    _bulletin(key="picture-caption", word="图片说明", font=Role.KAI, size="四号", align=Align.CENTER, after=0.5),
    _bulletin(key="bulletin-tail", word="报尾", size="四号", left=4, first_line=-3, right=1, note="报：送：发：各一行"),
    _bulletin(key="bulletin-copies", word="印数", size="四号", align=Align.RIGHT, right=1, note="（共印××份）"),
)

TABLE_STYLES = (
    _table(key="table", word="Table Grid", kind=Kind.TABLE),
    _table(
        key="table-title",
        word="表格标题",
        font=Role.TITLE,
        size="二号",
        align=Align.CENTER,
        pitch=Pitch.TITLE,
        after=0.5,
        keep_with_next=True,
    ),
    _table(key="table-meta", word="表格说明行", size="四号", end_tab=0, keep_with_next=True, note="单位居左，日期居右"),
    _table(key="table-head", word="表头", font=Role.HEI, align=Align.CENTER, keep_with_next=True),
    _table(key="table-cell", word="表格文字"),
    _table(key="table-cell-number", word="表格数字", align=Align.RIGHT),
    _table(key="table-cell-center", word="表格居中", align=Align.CENTER),
    _table(key="caption", word="caption", font=Role.HEI, align=Align.CENTER, before=0.5, keep_with_next=True),
    _table(key="footnote", word="表注", size="五号", align=Align.BOTH, before=0.25),
)

PRACTICE_STYLES = RECORD_STYLES + BULLETIN_STYLES + TABLE_STYLES
