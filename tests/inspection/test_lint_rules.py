"""Takes papers in which one rule is broken once, proves that exactly this rule says so."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from scripts.lint_page import page
from tests.inspection.papers import CLEAN, FANG, KAI, RED_LINE, SONG, Broken, P, Raw, boxed, but, imprint, number, on

from docgen.findings import Finding, Level
from docgen.inspection.lint import RULES, look, rule_named
from docgen.inspection.lint.rule import LEVELS
from docgen.page import Strength
from docgen.vocabulary import hint, message

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:minorFont>'
    '<a:latin typeface="仿宋_GB2312"/><a:ea typeface="仿宋_GB2312"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
NUMBER, TITLE, BODY, NAME, DATE = (
    part for key in ("number", "title", "body", "signature", "date") if isinstance(part := CLEAN[key], P)
)
BLANKS = "\u3000\u3000"
MARK = P("支部委员会会议纪要", face="方正小标宋简体", size=84, colour="FF0000", jc="center", first=0, spacing=0)
LONG_NAME = "中共示范公司机关第一支部委员会二〇二〇年度党员集中学习安排表"
LONG_TITLE = "关于认真做好二〇二〇年度党员集中学习和支部主题党日工作的通知"
WIDE_TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="9900" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="9900"/></w:tblGrid>'
    "<w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
NUMBERED = {"imprint": None, "footnote": None, "label": None, "attachment": None, "attached": None, "blank5": None}


def footed(text: str = "— {} —", **changes: object) -> Broken:
    odd = number(text, **changes)  # type: ignore[arg-type]
    even = number(text, **{**changes, "jc": "left", "left": 100, "right": 0})  # type: ignore[arg-type]
    return on(odd=odd, even=even)


def tail(*rows: str, **changes: int) -> Broken:
    """The paper with its imprint in another form."""
    return Broken({"imprint": Raw(boxed(imprint(*rows, **changes)))})


COPIES, PRINTED = "抄送：机关党委。", "党支部办公室　　　2020年3月9日印发"
INLINE = {**NUMBERED, "imprint": Raw(imprint(COPIES, PRINTED) + "<w:p/>")}
TYPED = re.sub("<w:fldChar[^>]*/>|<w:instrText>.*?</w:instrText>", "", number())
CASES: dict[str, list[Broken]] = {
    "paper-size": [on(size=(12240, 15840)), on(size=(11906, 16000))],
    "page-margins": [on(margins=(1440, 1474, 1984, 1588)), on(margins=(2098, 1474, 1984, 1800))],
    "page-lines": [
        but("body", line=580),
        but("body", line=600),
        but("body", line=660),
        but("body", line=360, rule="auto"),
        but("body", line=240, rule="auto", snap=False),
        Broken(
            {"body": P(BODY.text, line=240, rule="auto", snap=True)},
            on(grid='<w:docGrid w:type="lines" w:linePitch="312"/>').sheet,
        ),
    ],
    "line-characters": [but("body", spacing=None), but("body", spacing=-4), but("body", spacing=-20)],
    "paragraph-spaces": [but("body", before=120), but("heading1", after=156)],
    "widow-control": [but("body", widow=True)],
    "table-width": [Broken({"blank3": Raw(f"<w:p/>{WIDE_TABLE}<w:p/>")})],
    "blank-paragraphs": [Broken({"blank2": Raw("<w:p/>" * 4)})],
    "body-font": [
        but("body", face=SONG),
        but("body", size=28, spacing=0),
        but("date", face=KAI),
        but("addressee", face="微软雅黑"),
    ],
    "title-font": [but("title", face="黑体"), but("title", size=36)],
    "heading-font": [but("heading1", face=FANG), but("heading2", face=FANG), but("heading1b", size=30)],
    "element-font": [but("mark", face=SONG), tail(COPIES, PRINTED, size=32)],
    "attachment-label-font": [but("label", face=FANG)],
    "text-colour": [but("body", colour="0000FF")],
    "title-bold": [but("title", bold=True)],
    "theme-fonts": [Broken({"body": P(BODY.text, themed=True)}, on(theme=THEME).sheet)],
    "quote-font": [but("item2", latin="Times New Roman", hint=False)],
    "latin-font": [but("item", latin="Calibri")],
    "mark-colour": [but("mark", colour="")],
    "number-brackets": [but("number", text=f"示党{pair[0]}2020{pair[1]}1号") for pair in ("[]", "【】", "（）", "()")],
    "number-year": [but("number", text="示党〔20〕1号")],
    "number-form": [but("number", text=text) for text in ("示党〔2020〕第1号", "示党〔2020〕01号", "示党〔2020〕1")],
    "red-rule": [
        Broken({"imprint": None, "number": replace(NUMBER, border=border)})
        for border in ("", RED_LINE.replace("FF0000", "000000"))
    ],
    "title-align": [but("title", jc="left")],
    "title-lines": [but("title", text=LONG_TITLE)],
    "addressee-colon": [but("addressee", text="各党小组:")],
    "addressee-indent": [but("addressee", first=200), but("addressee", text=f"{BLANKS}各党小组：")],
    "body-indent": [but("body", first=0), but("body", first=400), but("body", left=632), but("heading1", first=0)],
    "indent-blanks": [but("body", text=f"{BLANKS}各党小组要认真学习。", first=0)],
    "heading-number": [
        *(but("heading1", text=f"一{mark}学习内容") for mark in (".", "．", "，", " 、")),
        *(but("heading2", text=text) for text in ("(一)必学内容", "（一）、必学内容", "(一）必学内容")),
        *(but("item", text=text) for text in ("1、学习党章。", "1．学习党章。", "１.学习党章。")),
        *(but("item2", text=text) for text in ("(1)通读全文。", "（1）、通读全文。", "⑴通读全文。")),
    ],
    "heading-order": [Broken({"heading2": None, "item": P("（1）必学内容"), "item2": None})],
    "heading-stop": [but("heading1", text="一、学习内容。"), but("title", text="关于认真做好学习工作的通知，")],
    "attachment-form": [
        but("note1", text="附件:1.学习安排表"),
        but("note1", text="附件：1、学习安排表"),
        but("note1", text="附件：1.学习安排表。"),
        but("note2", text="2.学习书目；"),
    ],
    "attachment-numbers": [but("note1", text="附件：学习安排表")],
    "attachment-marks": [but("note1", text="附件：1.《学习安排表》")],
    "attachment-indent": [
        but("note1", left=1263),
        but("note1", left=0, hanging=0, first=0),
        but("note1", text=f"附件：1.{LONG_NAME}", left=0, hanging=0),
        but("note2", text=f"2.{LONG_NAME}", left=0, hanging=0, first=500),
    ],
    "signature-place": [
        but("date", right=200),
        but("date", right=400),
        but("signature", right=0),
        but("signature", jc="center", right=0),
    ],
    "signature-blanks": [
        but("date", text="　" * 13 + "2020年3月9日", jc="left", right=0),
        but("signature", text=f"{NAME.text}　　", right=0),
    ],
    "date-form": [
        but("date", text=text, right=right)
        for text, right in (
            ("2020年03月09日", 800),
            ("二〇二〇年三月九日", 600),
            ("２０２０年３月９日", 600),
            ("2020.3.9", 1100),
            ("2020-03-09", 1000),
            ("20年3月9日", 1000),
            ("2020年3月9号", 900),
        )
    ],
    "note-brackets": [but("footnote", text="(此件发至党小组)")],
    "note-indent": [but("footnote", first=0)],
    "attachment-label": [but("label", first=200), but("label", text="附件1："), but("label", jc="center")],
    "imprint-place": [Broken(INLINE)],
    "imprint-rules": [tail(COPIES, PRINTED, outer=4), tail(COPIES, PRINTED, inner=12)],
    "imprint-stop": [tail("抄送：机关党委", PRINTED)],
    "imprint-printed": [tail(COPIES, "党支部办公室　　　2020年3月9日印")],
    "imprint-floats": [
        Broken({"imprint": Raw(imprint(COPIES, PRINTED) + "<w:p/>")}),
        Broken(
            {
                "imprint": Raw(
                    P(COPIES, size=28, spacing=0, first=100).xml() + P(PRINTED, size=28, spacing=0, first=100).xml()
                )
            }
        ),
    ],
    "page-number-missing": [on(odd="<w:p/>", even="<w:p/>")],
    "page-number-typed": [on(odd=TYPED)],
    "page-number-dashes": [footed("- {} -"), footed("{}"), footed("第{}页"), footed("－{}－")],
    "page-number-font": [footed(face="Times New Roman"), footed(size=21)],
    "page-number-side": [on(odd=number(jc="center", right=0)), on(even=number(jc="center", right=0)), on(parity=False)],
    "page-number-indent": [on(odd=number(right=0)), on(even=number(jc="left", left=300, right=0))],
    "page-number-drop": [on(footer=720), on(footer=1900)],
    "text-date-zeros": [but("item", text="1.2020年03月05日前学完。")],
    "text-han-zero": [but("item", text=f"1.二{zero}二{zero}年的学习。") for zero in "○Ｏ0零"],
    "text-cited-number": [but("item", text=f"1.学习示党{pair}5号文件。") for pair in ("[2020]", "【2020】")],
    "text-half-marks": [
        but("item", text="1.学习党章,学习规定。"),
        but("item", text="1.学习党章(摘要)。"),
        but("item", text="1.学习党章."),
    ],
    "text-idle-pause": [but("item", text="1.学习《党章》、《准则》。"), but("item", text="1.学习“甲”、“乙”。")],
}


def codes(content: bytes) -> list[str]:
    return [finding.code for finding in look(content, "甲.docx")]


def found(content: bytes) -> Finding:
    first, *_ = look(content, "甲.docx")
    return first


ROWS = [
    pytest.param(code, broken, id=f"{code}-{at}") for code, cases in CASES.items() for at, broken in enumerate(cases)
]


def test_a_clean_paper_gives_nothing() -> None:
    assert codes(Broken().content()) == []


@pytest.mark.parametrize(("code", "broken"), ROWS)
def test_what_is_broken_is_said_by_exactly_its_rule(code: str, broken: Broken) -> None:
    assert set(codes(broken.content())) == {code}


def test_every_rule_is_broken_somewhere() -> None:
    assert len(RULES) > 50
    assert {rule.code for rule in RULES} == {code for code, cases in CASES.items() if cases}
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_what_the_standard_rules_has_a_clause_and_practice_has_none() -> None:
    for rule in RULES:
        assert bool(re.fullmatch(r"[5-9][.0-9]*|10[.0-9]*", rule.clause)) is (rule.strength is not Strength.PRACTICE), (
            rule.code
        )


@pytest.mark.parametrize("code", CASES)
def test_a_finding_names_its_strength_its_clause_and_its_place(code: str) -> None:
    finding, rule = found(CASES[code][0].content()), rule_named(code)

    assert finding.level is LEVELS[rule.strength]
    assert finding.values["strength"] == rule.strength
    assert finding.basis == (
        "实务"
        if rule.strength is Strength.PRACTICE
        else f"GB/T 9704—2012 {finding.values['clause']}（{rule.strength}）"
    )
    assert finding.place.paragraph or not finding.values["text"]
    assert finding.values["found"]
    assert finding.values["expected"]
    assert message(finding).endswith("。")
    assert hint(finding).endswith("。")


def test_practice_is_a_hint_advice_a_warning_and_only_the_standard_an_error() -> None:
    assert LEVELS == {Strength.RULE: Level.ERROR, Strength.ADVICE: Level.WARN, Strength.PRACTICE: Level.INFO}


def test_no_pitch_and_no_bold_is_ever_a_rule_of_the_standard() -> None:
    for code in ("page-lines", "line-characters", "title-bold", "latin-font", "paragraph-spaces", "title-lines"):
        assert rule_named(code).strength is not Strength.RULE


MISTAKES = {
    "a pitch of 29 pt gives 21 lines": (but("body", line=580), "page-lines"),
    "a pitch of 30 pt gives 21 lines": (but("body", line=600), "page-lines"),
    "a pitch of 33 pt gives 19 lines": (but("body", line=660), "page-lines"),
    "without run spacing a line holds 27 characters": (but("body", spacing=None), "line-characters"),
    "the page number stands in the middle": (footed(jc="center", right=0), "page-number-side"),
    "the page number stands between hyphens": (footed("- {} -"), "page-number-dashes"),
    "the page number is set in Times": (footed(face="Times New Roman"), "page-number-font"),
    "[ ] stands for 〔〕": (but("number", text="示党[2020]1号"), "number-brackets"),
    "【】 stands for 〔〕": (but("number", text="示党【2020】1号"), "number-brackets"),
    "the date has zeros": (but("date", text="2020年03月09日", right=800), "date-form"),
    "a date in the text has zeros": (but("item", text="1.2020年03月05日前学完。"), "text-date-zeros"),
    "the name of an attachment ends with 。": (but("note2", text="2.学习书目。"), "attachment-form"),
    "the signature is placed by blanks": (
        but("signature", text=f"{BLANKS * 5}{NAME.text}", jc="left", right=0),
        "signature-blanks",
    ),
    "the title is bold": (but("title", bold=True), "title-bold"),
    "the imprint stands after the text": (Broken(INLINE), "imprint-place"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_that_others_ship_is_found_by_its_rule(mistake: str) -> None:
    broken, code = MISTAKES[mistake]

    assert code in codes(broken.content())


def test_both_profiles_are_right() -> None:
    pitched = {
        name: replace(part, line=592) for name, part in CLEAN.items() if isinstance(part, P) and part.line == 579
    }
    sheet = replace(on().sheet, margins=(1960, 1474, 1847, 1588), grid='<w:docGrid w:type="lines" w:linePitch="592"/>')

    assert codes(Broken(pitched, sheet).content()) == []


def test_words_own_grid_of_lines_and_characters_is_right_too() -> None:
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>'
    body = replace(BODY, spacing=None, snap=True, line=240, rule="auto")

    assert codes(Broken({"body": body}, on(grid=grid).sheet).content()) == []


def test_the_name_of_an_attachment_that_wraps_under_itself_is_right() -> None:
    notes = {key: replace(part, text=text) for key, text in (("note1", f"附件：1.{LONG_NAME}"), ("note2", f"2.{LONG_NAME}"))
             if isinstance(part := CLEAN[key], P)}  # fmt: skip

    assert codes(Broken(notes).content()) == []


def test_a_signature_with_room_for_a_seal_is_right() -> None:
    # The date right indent 4, the signature of 15 characters centred over its 6: -0.5, so that it touches the edge.
    parts = {"signature": replace(NAME, right=0), "date": replace(DATE, right=450)}

    assert codes(Broken(parts).content()) == []


def test_what_stands_in_tables_is_not_held_to_be_body_text() -> None:
    cell = P("甲乙丙", face=SONG, size=21, spacing=0).xml()
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="8000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid>'
        f"<w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"
    )

    assert codes(Broken({"blank3": Raw(f"<w:p/>{table}<w:p/>")}).content()) == []


@pytest.mark.parametrize(
    ("changes", "code", "level", "basis"),
    [
        ({"number": P("〔20〕3号", jc="center", border=RED_LINE)}, "number-year", Level.INFO, "实务"),
        ({"number": P("〔2020〕3号", jc="center")}, "red-rule", Level.INFO, "实务"),
        ({"mark": replace(MARK, face=SONG)}, "element-font", Level.WARN, "GB/T 9704—2012 10.3（推荐）"),
    ],
)
def test_the_head_of_minutes_is_bound_by_no_more_than_the_standard_says_of_minutes(
    changes: dict[str, P], code: str, level: Level, basis: str
) -> None:
    minutes = {
        **{key: None for key in CLEAN if key not in {"body", "item"}},
        "mark": MARK,
        "number": P("〔2020〕3号", jc="center", border=RED_LINE),
    }
    findings = look(Broken({**minutes, **changes}).content(), "甲.docx")

    assert [(each.code, each.level, each.basis) for each in findings] == [(code, level, basis)]


def test_margins_are_expected_as_the_standard_has_them() -> None:
    # What the other profile has is right too, but no margin of the standard's.
    assert found(on(margins=(1440, 1474, 1984, 1588)).content()).values["expected"] == "36 至 38 毫米"


def test_a_paper_that_is_no_official_one_is_bound_by_nothing_of_the_standard() -> None:
    record = Broken(
        {"title": replace(TITLE, text="支部党员大会会议记录"), "mark": None, "number": None},
        on(size=(12240, 15840)).sheet,
    )

    assert [(finding.code, finding.basis) for finding in look(record.content(), "甲.docx")] == [("paper-size", "实务")]


def test_the_page_of_rules_is_current(root: Path) -> None:
    told = (root / "docs/版式规则.md").read_text(encoding="utf-8")

    assert told == page(), "run make rules"
    assert told.count("\n| `") == len(RULES)
