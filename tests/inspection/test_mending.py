"""Takes papers that break rules, proves that the mended copy breaks only those without a mend, in the same words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from tests.inspection.papers import CLEAN, EVEN, FANG, SONG, Broken, P, Raw, Sheet, boxed, made, number, on
from tests.inspection.test_lint_rules import CASES

from docgen.inspection.lint import RULES, look, mended
from docgen.inspection.opening import open_word
from docgen.inspection.word import read
from docgen.parcel import unpack

MENDABLE = {rule.code for rule in RULES if rule.mend}
BLANKS = "\u3000\u3000"
ROWS = [
    pytest.param(code, broken, id=f"{code}-{at}") for code, cases in CASES.items() for at, broken in enumerate(cases)
]
HAND_MADE = Broken(
    {
        "mark": None,
        "number": None,
        "title": P(
            "关于认真做好学习工作的通知",
            face=SONG,
            size=44,
            bold=True,
            jc="left",
            first=0,
            spacing=None,
            line=240,
            rule="auto",
        ),
        "addressee": P(f"{BLANKS}各党小组：", face=SONG, size=28, first=0, spacing=None),
        "body": P(
            f"{BLANKS}{CLEAN['body'].text}",
            face=SONG,
            size=28,
            first=0,
            spacing=None,
            line=360,
            rule="auto",
            after=120,
            widow=True,
        ),
        "heading1": P("一、学习内容", face=FANG, bold=True, themed=True),
        "note1": P(f"{BLANKS}附件：1.学习安排表", first=0),
        "signature": P(f"{BLANKS * 7}第一党支部", jc="left", first=0),
        "date": P(f"{BLANKS * 7}2020年3月9日", jc="left", first=0),
    },
    Sheet(
        size=(12240, 15840),
        margins=(1440, 1800, 1440, 1800),
        footer=720,
        parity=False,
        odd=number("- {} -", jc="center", right=0),
    ),
)


def codes(content: bytes) -> set[str]:
    return {finding.code for finding in look(content, "甲.docx")}


def words(content: bytes) -> list[str]:
    """The text of each paragraph without blanks."""
    return ["".join(paragraph.text.split()) for paragraph in read(open_word(content)).paragraphs]


@pytest.mark.parametrize(("code", "broken"), ROWS)
def test_the_copy_breaks_only_what_has_no_mend(code: str, broken: Broken) -> None:
    before = broken.content()
    after = mended(before)

    assert codes(after) == ({code} - MENDABLE)
    assert words(after) == words(before)


def test_a_paper_made_by_hand_is_mended_as_a_whole() -> None:
    before = HAND_MADE.content()
    after = mended(before)

    assert len(codes(before) & MENDABLE) >= 12
    assert codes(after) == set()
    assert words(after) == words(before)


def test_a_file_without_a_fault_keeps_its_bytes() -> None:
    clean = Broken().content()

    assert mended(clean) == clean


def test_mending_twice_changes_nothing_more() -> None:
    once = mended(HAND_MADE.content())

    assert mended(once) == once


def test_the_copy_is_as_valid_as_the_file(tmp_path: Path) -> None:
    before, after = tmp_path / "甲.docx", tmp_path / "乙.docx"
    before.write_bytes(HAND_MADE.content())
    after.write_bytes(mended(HAND_MADE.content()))
    errors = [{str(error) for error in OpenXmlValidator().validate(path).errors} for path in (before, after)]

    assert errors[1] - errors[0] == set()


def test_other_words_of_a_footer_stay() -> None:
    with_name = f"<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>{number('- {} -', jc='center')}"
    after = mended(on(odd=with_name, even=EVEN).content())

    assert "内部资料".encode() in b"".join(unpack(after).values())
    assert codes(after) == set()


def test_even_pages_keep_the_header_that_all_pages_had() -> None:
    header = "<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>"
    after = mended(on(parity=False, header=header).content())
    named = [name for name, part in unpack(after).items() if "内部资料".encode() in part]

    assert len(named) == 2
    assert codes(after) == set()


def test_a_number_in_the_gallery_of_word_is_replaced_as_a_whole() -> None:
    kind = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers"/></w:docPartObj></w:sdtPr>'
    gallery = f"<w:sdt>{kind}<w:sdtContent>{number('{}', jc='center')}</w:sdtContent></w:sdt>"
    after = mended(on(parity=False, odd=gallery).content())

    assert codes(after) == set()


def test_a_number_in_a_text_box_is_judged_by_its_form_alone_and_replaced_as_a_whole() -> None:
    content = on(odd=boxed(number("- {} -", jc="center")), even=boxed(number("- {} -", jc="center"))).content()

    assert codes(content) == {"page-number-dashes"}
    assert codes(mended(content)) == set()


TEXTS = st.lists(
    st.sampled_from([
        "关于学习的通知", "各党小组：", "一、学习", "（一）学习", "1、学习。", "(1)学习", f"{BLANKS}各党小组要认真学习，抓好落实。",
        "附件:1.名单。",
        f"{BLANKS * 6}第一党支部", f"{BLANKS * 6}2020年03月09日", "", "抄送：甲", "ABC 123", "“甲”、“乙”——丙", "附件1", "（此件公开）",
        "\t制表",
    ]),
    min_size=1, max_size=12,
)  # fmt: skip
LOOKS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "face": st.sampled_from([FANG, SONG, "黑体", "Arial"]),
        "size": st.sampled_from([21, 28, 32, 44, 84]),
        "bold": st.booleans(),
        "jc": st.sampled_from(["left", "center", "right", "both"]),
        "first": st.sampled_from([0, 200, 1000]),
        "line": st.sampled_from([240, 360, 579, 600]),
        "rule": st.sampled_from(["auto", "exact", "atLeast"]),
        "colour": st.sampled_from(["", "FF0000"]),
        "themed": st.booleans(),
        "page_break": st.booleans(),
        "hint": st.booleans(),
        "spacing": st.sampled_from([None, -5, 0]),
    },
)


@settings(max_examples=120)
@given(TEXTS, st.data())
def test_whatever_a_paper_is_made_of_its_words_stay_and_what_can_be_mended_is(
    texts: list[str], data: st.DataObject
) -> None:
    parts: list[P | Raw] = [P(text, **data.draw(LOOKS)) for text in texts]
    before = made(parts)
    after = mended(before)

    assert words(after) == words(before)
    assert codes(after) & MENDABLE == set()
