"""Takes papers that somebody else made, proves what each paragraph is held to be, and that doubt gives no role."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.inspection.papers import CLEAN, FANG, HEI, KAI, SENTENCE, SONG, P, Raw, Sheet, made

from docgen.inspection.lint import look
from docgen.inspection.opening import open_word
from docgen.inspection.paper import Paper
from docgen.inspection.roles import paper_of
from docgen.inspection.word import read
from docgen.page import Layout

TITLE = P("关于认真做好学习工作的通知", face="方正小标宋简体", size=44, jc="center", first=0, spacing=0, line=720)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def paper(*parts: P | Raw, sheet: Sheet | None = None) -> Paper:
    return paper_of(read(open_word(made(parts, sheet))))


def roles(*parts: P | Raw, sheet: Sheet | None = None) -> list[str]:
    """The roles of the paragraphs with text."""
    known = paper(*parts, sheet=sheet)
    return [known.role(each) for each in known.document.paragraphs if each.words]


def listed(text: str, level: int, face: str = FANG) -> P:
    return P(text, face=face, border=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def test_a_whole_paper_is_known_element_by_element() -> None:
    known = paper(*CLEAN.values())

    assert known.layout is Layout.OFFICIAL
    assert [known.role(each) for each in known.document.paragraphs if each.words] == [
        "mark", "number", "title", "addressee", "body", "heading1", "heading2", "body", "body", "heading1", "body",
        "attachment-note", "attachment-note-next", "signature", "date", "note", "attachment-label", "attachment-title",
        "body", "imprint-copies", "imprint-issuer",
    ]  # fmt: skip


def test_numbers_that_word_makes_count_as_text() -> None:
    sheet = Sheet(numbering=NUMBERING)
    parts = (TITLE, listed("学习内容", 0, HEI), P(SENTENCE), listed("学习党章和规定。", 1))

    assert roles(*parts, sheet=sheet)[1:] == ["heading1", "body", "body"]
    assert [finding.code for finding in look(made(parts, sheet), "")] == ["heading-number"]


def test_a_large_centred_title_is_one_even_with_a_full_stop() -> None:
    assert roles(replace(TITLE, text=f"{TITLE.text}。"), P(SENTENCE)) == ["title", "body"]
    assert roles(replace(TITLE, text=SENTENCE, size=32), P(SENTENCE)) == ["", "body"]


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        (P("一、学习内容"), "heading1"),
        (P("一、同意张三为预备党员。"), "body"),
        (P("一、学习内容。", face=HEI), "heading1"),
        (P("（一）抓好落实。各党小组要认真学习。", face=KAI), "body"),
        (P("2020年3月5日，召开支部党员大会。"), "body"),
        (P("3.5万元用于学习。"), "body"),
        (P("3、4月份的工作照常进行。"), "body"),
        (P("图1　学习现场", jc="center"), ""),
        (P("附件：详见附件说明", first=200), "attachment-note-single"),
        (P("会议时间：", first=200), "body"),
    ],
)
def test_a_paragraph_of_the_body_is_what_its_text_and_face_say(paragraph: P, role: str) -> None:
    assert roles(TITLE, P(SENTENCE), paragraph, P(SENTENCE))[2] == role


@pytest.mark.parametrize(
    ("text", "first", "role"),
    [
        ("各党小组：", 0, "addressee"),
        ("各党小组：", 200, "addressee"),
        ("会议时间：", 200, "body"),
        ("现将有关事项通知如下：", 0, "body"),
        ("省委，省政府，各市委、市政府：", 0, "addressee"),
    ],
)
def test_the_addressee_ends_with_a_colon_and_leads_on_to_nothing(text: str, first: int, role: str) -> None:
    assert roles(TITLE, P(text, first=first), P(SENTENCE))[1] == role


def test_below_the_title_of_a_speech_stand_its_date_and_its_speaker() -> None:
    below = [P(text, face=KAI, jc="center", first=0) for text in ("（2020年3月9日）", "张　三")]

    assert roles(TITLE, *below, P("同志们：", first=0), P(SENTENCE)) == [
        "title", "subtitle", "subtitle", "addressee", "body",
    ]  # fmt: skip


def test_a_heading_without_a_number_that_stands_first_is_the_title() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    heading = P("关于学习的通知", jc="left", first=0, border='<w:pStyle w:val="H1"/>')

    assert roles(heading, P(SENTENCE), heading, sheet=Sheet(styles=styles)) == ["title", "body", "heading1"]


def test_a_date_is_one_only_at_the_right_and_alone() -> None:
    right = P("2020年3月9日", jc="right", right=400)

    assert roles(TITLE, P(SENTENCE), right)[-1] == "date"
    assert roles(TITLE, P("2020年3月9日"), P(SENTENCE))[1] == "body"
    assert roles(TITLE, replace(right, jc="center", right=0), P(SENTENCE), P("某支部", jc="right"), right)[-2:] == [
        "signature",
        "date",
    ]


def test_several_names_above_a_date_are_several_offices_and_their_place_is_not_judged() -> None:
    name, date = P("第一党支部", jc="right"), P("2020年3月9日", jc="right")

    assert "signature" not in roles(TITLE, P(SENTENCE), name, replace(name, text="第二党支部"), date)


@pytest.mark.parametrize(
    ("title", "layout"),
    [("关于学习的通知", Layout.OFFICIAL), ("支部党员大会会议记录", Layout.RECORD), ("学习情况统计表", Layout.RECORD)],
)
def test_the_title_tells_the_layout(title: str, layout: Layout) -> None:
    assert paper(replace(TITLE, text=title), P(SENTENCE)).layout is layout


def test_a_bulletin_is_known_by_its_issue_and_a_form_by_its_cells() -> None:
    mark = P("学习简报", size=84, colour="FF0000", jc="center", first=0)
    cells = "".join(f"<w:tr><w:tc>{P(SENTENCE, face=SONG, size=21).xml()}</w:tc></w:tr>" for _ in range(3))

    assert paper(mark, P("第3期", jc="center"), P(SENTENCE)).layout is Layout.BULLETIN
    assert paper(TITLE, P(SENTENCE), Raw(f"<w:tbl>{cells}</w:tbl><w:p/>")).layout is Layout.TABLE


def test_minutes_have_their_own_head_and_close_with_those_present() -> None:
    mark = P("支部委员会会议纪要", size=84, colour="FF0000", jc="center", first=0)
    parts = (
        mark,
        P("〔2020〕3号", jc="center"),
        P("某支部　　　2020年3月9日"),
        P(SENTENCE),
        P("出席：张三、李四"),
        P("请假：王五"),
    )

    assert roles(*parts) == ["minutes-mark", "minutes-number", "minutes-publisher", "body", "people", "people-next"]


def test_an_english_text_is_no_official_paper() -> None:
    assert paper(P("A Letter", jc="center"), P("Dear Sir or Madam, this is a letter.")).layout is None
