"""Takes findings and errors, gives what is said of them."""

from __future__ import annotations

import re

import pytest

from docgen.errors import UsageError
from docgen.findings import Finding, Level, Place
from docgen.vocabulary import WORDS, Words, as_json, gap_text, hint, message, place_text
from docgen.vocabulary.words import merge

FULL = Finding(
    "choice-unknown",
    Level.WARN,
    Place("甲.yaml", 3, 5),
    "一支部",
    {"key": "结论", "value": "好", "near": "", "known": "通过"},
    "某条例第三条",
)


def test_a_json_object_has_these_keys_and_no_others() -> None:
    assert as_json(FULL) == {
        "code": "choice-unknown",
        "level": "warn",
        "file": "甲.yaml",
        "line": 3,
        "column": 5,
        "subject": "一支部",
        "value": "好",
        "message": "「结论」不能写「好」。",
        "hint": "可以写：通过。",
        "basis": "某条例第三条",
    }


def test_a_json_object_says_null_where_there_is_nothing() -> None:
    bare = as_json(Finding("key-empty", Level.ERROR, Place("")))

    assert [key for key, value in bare.items() if value is None] == [
        "file",
        "line",
        "column",
        "subject",
        "value",
        "basis",
    ]


def test_an_error_is_said_like_a_finding() -> None:
    error = UsageError("type-unknown", {"value": "会仪", "near": "会议", "known": "会议、承诺"})

    assert message(error) == "没有「会仪」这种记录。"
    assert hint(error) == "是不是「会议」？可以写：会议、承诺。"


def test_a_code_without_words_is_a_fault_of_docgen() -> None:
    with pytest.raises(KeyError, match="no-such-code"):
        message(UsageError("no-such-code"))


def test_the_first_hint_that_has_something_to_say_is_said() -> None:
    words = Words("甲", "「{near}」？", ("可以写：{known}。", "请删去。"))

    assert words.say_hint({"near": "乙", "known": "丙"}) == "「乙」？"
    assert words.say_hint({"near": "", "known": "丙"}) == "可以写：丙。"
    assert words.say_hint({"near": "", "known": ""}) == "请删去。"
    assert words.placeholders() == {"near", "known"}


def test_a_written_value_is_shown_on_one_line_and_never_read_as_a_placeholder() -> None:
    words = Words("「{value}」", "")

    assert words.say_what({"value": "甲\n  {乙} {0}"}) == "「甲 {乙} {0}」"


def test_two_tables_with_words_for_one_code_are_refused() -> None:
    with pytest.raises(ValueError, match="甲-乙"):
        merge({"甲-乙": Words("", "")}, {"甲-乙": Words("", "")})


def test_every_code_is_a_name_of_small_letters_and_its_words_are_sentences() -> None:
    assert len(WORDS) > 50
    for code, words in WORDS.items():
        assert re.fullmatch(r"([FVX][0-9]+|[a-z]+)(-[a-z0-9]+)*", code)
        for text in (words.what, words.hint, *words.otherwise):
            assert text.endswith(("。", "？")), code


def test_a_gap_says_what_is_to_be_filled_in() -> None:
    assert gap_text("地点") == "【待补充：地点】"


def test_a_finding_in_a_document_has_eight_further_keys() -> None:
    place = Place("甲.docx", part="word/document.xml", paragraph=12, table=1, row=2, cell=3)
    values: dict[str, str | int] = {
        "key": "字号",
        "value": "四号",
        "text": "一、会议",
        "found": 14,
        "expected": 16,
        "near": "",
        "known": "三号",
    }
    plain = as_json(Finding("choice-unknown", Level.WARN, place, values=values))

    assert dict(list(plain.items())[10:]) == {
        "paragraph": 12,
        "page": None,
        "table": 1,
        "row": 2,
        "cell": 3,
        "text": "一、会议",
        "found": 14,
        "expected": 16,
    }
    on_a_page = as_json(Finding("key-empty", Level.WARN, Place("甲.pdf", page=3)))
    assert [on_a_page[key] for key in ("page", "paragraph", "text", "found", "expected")] == [3, None, None, None, None]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("甲.yaml", 3, 5), ""),
        (Place("甲.docx", paragraph=12), "第12段"),
        (Place("甲.docx", part="word/document.xml", paragraph=12), "第12段"),
        (Place("甲.docx", paragraph=12, table=1, row=2, cell=3), "表1第2行第3格"),
        (Place("甲.docx", table=2), "表2"),
        (Place("甲.docx", part="word/header2.xml"), "页眉"),
        (Place("甲.docx", part="word/footer1.xml", paragraph=1), "页脚第1段"),
        (Place("甲.docx", part="word/styles.xml"), "样式"),
        (Place("甲.docx", part="word/odd.xml"), "odd.xml"),
        (Place("甲.pdf", page=3), "第3页"),
    ],
)
def test_a_place_in_a_document_is_said_so_that_a_person_finds_it(place: Place, words: str) -> None:
    assert place_text(place) == words
