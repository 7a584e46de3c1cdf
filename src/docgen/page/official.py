"""Takes nothing, gives the styles of official papers (公文), element by element as GB/T 9704 has them."""

from __future__ import annotations

from functools import partial

from docgen.page.distances import MARK_DROP, MINUTES_MARK_DROP, RED_RULE_SPACE_PT, RED_RULE_WEIGHT
from docgen.page.fonts import Role
from docgen.page.strength import Strength
from docgen.page.style import RED, Align, Kind, Layout, Pitch, Rule, Style

IMPRINT_BOX = "版记"
"""The name of the text box that stands on the bottom of the last page (7.4)."""
RED_RULE = Rule(RED_RULE_WEIGHT.pt, RED_RULE_SPACE_PT)

_official = partial(Style, layout=Layout.OFFICIAL)
_rule = partial(_official, strength=Strength.RULE, tight=True)
_advice = partial(_official, strength=Strength.ADVICE, tight=True)
_practice = partial(_official, strength=Strength.PRACTICE)
_mark = partial(
    _official,
    strength=Strength.ADVICE,
    font=Role.TITLE,
    size="初号",
    colour=RED,
    align=Align.CENTER,
    pitch=Pitch.MARK,
    keep_with_next=True,
    note="字号、字距无规定，初号为实务",
)

HEAD_STYLES = (
    _advice(key="copy-number", word="份号", clause="7.2.1", align=Align.LEFT),
    _advice(key="secrecy", word="密级和保密期限", clause="7.2.2", font=Role.HEI, align=Align.LEFT),
    _advice(key="urgency", word="紧急程度", clause="7.2.3", font=Role.HEI, align=Align.LEFT),
    _mark(key="mark", word="发文机关标志", clause="7.2.4", before_mm=MARK_DROP.mm),
    _mark(key="minutes-mark", word="纪要标志", clause="10.3", before_mm=MINUTES_MARK_DROP.mm),
    _rule(key="number", word="发文字号", clause="7.2.5", align=Align.CENTER, before=2, rule=RED_RULE),
    _rule(
        key="number-with-signer",
        word="发文字号和签发人",
        clause="7.2.6",
        align=Align.LEFT,
        first_line=1,
        before=2,
        end_tab=1,
        rule=RED_RULE,
    ),
    _rule(
        key="signer-name", word="签发人姓名", clause="7.2.6", kind=Kind.CHARACTER, font=Role.KAI, note="签发人三字仿宋"
    ),
    _practice(key="minutes-number", word="纪要编号", align=Align.CENTER, before=1, tight=True),
    _practice(
        key="minutes-publisher",
        word="纪要编发行",
        align=Align.LEFT,
        first_line=1,
        before=1,
        end_tab=1,
        tight=True,
        rule=RED_RULE,
    ),
    _rule(
        key="red-rule",
        word="红线",
        clause="7.2.7",
        size="小五",
        pitch=Pitch.SINGLE,
        tight=False,
        rule=Rule(RED_RULE_WEIGHT.pt, 0),
        note="与版心等宽；粗细无规定，1.5 磅为实务",
    ),
)

BODY_STYLES = (
    _advice(
        key="title",
        word="Title",
        clause="7.3.1",
        font=Role.TITLE,
        size="二号",
        align=Align.CENTER,
        pitch=Pitch.TITLE,
        before=2,
        keep_with_next=True,
        tight=False,
        note="红色分隔线下空二行；不加粗；行距无规定，36 磅为实务",
    ),
    _practice(
        key="subtitle", word="Subtitle", font=Role.KAI, align=Align.CENTER, keep_with_next=True, note="副标题、通过日期"
    ),
    _rule(key="addressee", word="主送机关", clause="7.3.2", align=Align.LEFT, before=1, keep_with_next=True),
    _advice(key="body", word="公文正文", clause="7.3.3", first_line=2),
    _advice(
        key="heading1", word="heading 1", clause="7.3.3", font=Role.HEI, first_line=2, outline=1, keep_with_next=True
    ),
    _advice(
        key="heading2", word="heading 2", clause="7.3.3", font=Role.KAI, first_line=2, outline=2, keep_with_next=True
    ),
    _advice(key="heading3", word="heading 3", clause="7.3.3", first_line=2, outline=3, keep_with_next=True),
    _advice(key="heading4", word="heading 4", clause="7.3.3", first_line=2, outline=4, keep_with_next=True),
    _practice(key="run-in-heading", word="段首标题", kind=Kind.CHARACTER, font=Role.KAI, tight=True),
)

CLOSING_STYLES = (
    _rule(
        key="attachment-note",
        word="附件说明",
        clause="7.3.4",
        left=6,
        first_line=-4,
        before=1,
        note="附件：1.名称；回行与名称对齐",
    ),
    _rule(key="attachment-note-next", word="附件说明续", clause="7.3.4", left=6, first_line=-1, note="2.名称"),
    _rule(
        key="attachment-note-single",
        word="附件说明单项",
        clause="7.3.4",
        left=5,
        first_line=-3,
        before=1,
        note="附件：名称",
    ),
    _rule(
        key="signature",
        word="署名",
        clause="7.3.5.2",
        align=Align.RIGHT,
        right=2,
        before=1,
        keep_with_next=True,
        computed_right=True,
    ),
    _rule(key="date", word="成文日期", clause="7.3.5.2", align=Align.RIGHT, right=2, computed_right=True),
    _rule(key="note", word="附注", clause="7.3.6", first_line=2),
    _rule(
        key="attachment-label",
        word="附件序号",
        clause="7.3.7",
        font=Role.HEI,
        align=Align.LEFT,
        page_break_before=True,
        keep_with_next=True,
    ),
    _rule(
        key="attachment-title",
        word="附件标题",
        clause="7.3.7",
        font=Role.TITLE,
        size="二号",
        align=Align.CENTER,
        pitch=Pitch.TITLE,
        before=1,
        outline=1,
        keep_with_next=True,
        tight=False,
        note="版心第三行居中；字体字号同标题为实务",
    ),
    _advice(
        key="people",
        word="出席人员",
        clause="10.3",
        left=5,
        first_line=-3,
        before=1,
        align=Align.LEFT,
        note="出席：左空二字；回行与冒号后首字对齐；姓名不拆开，行尾不拉齐（拉齐会撑开标签和姓名）",
    ),
    _advice(key="people-next", word="请假列席人员", clause="10.3", left=5, first_line=-3, align=Align.LEFT),
    _advice(key="people-label", word="出席列席标签", clause="10.3", kind=Kind.CHARACTER, font=Role.HEI),
)

IMPRINT_STYLES = (
    _official(
        key="imprint-copies",
        word="版记",
        strength=Strength.ADVICE,
        clause="7.4.2",
        size="四号",
        left=4,
        first_line=-3,
        right=1,
        note="抄送：左右各空一字；回行与冒号后首字对齐；以句号结尾",
    ),
    _official(
        key="imprint-issuer",
        word="版记印发",
        strength=Strength.ADVICE,
        clause="7.4.3",
        size="四号",
        align=Align.LEFT,
        first_line=1,
        end_tab=1,
        note="印发机关左空一字，日期右空一字",
    ),
    _official(
        key="page-number-odd",
        word="页码单页",
        strength=Strength.ADVICE,
        clause="7.5",
        font=Role.SONG,
        size="四号",
        align=Align.RIGHT,
        right=1,
        pitch=Pitch.SINGLE,
    ),
    _official(
        key="page-number-even",
        word="页码双页",
        strength=Strength.ADVICE,
        clause="7.5",
        font=Role.SONG,
        size="四号",
        align=Align.LEFT,
        left=1,
        pitch=Pitch.SINGLE,
    ),
)

OFFICIAL_STYLES = HEAD_STYLES + BODY_STYLES + CLOSING_STYLES + IMPRINT_STYLES
