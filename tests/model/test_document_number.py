"""Takes typed numbers of papers, checks which are kept and how the others are mended (GB/T 9704 7.2.1, 7.2.5)."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from docgen.findings import Finding, Level, Place
from docgen.model.document_number import CopyNumber, DocumentNumber, MinutesNumber
from docgen.vocabulary import hint, message


def near(kind: Any, text: str) -> str:
    """Return what a refused text is mended to."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(text)
    return str(caught.value.errors()[0]["ctx"]["near"])


@pytest.mark.parametrize("text", ["示机党〔2020〕1号", "示机第一支〔2020〕12号", "国办发〔2020〕100号"])
def test_a_number_of_the_standards_form_is_kept(text: str) -> None:
    assert TypeAdapter(DocumentNumber).validate_python(f" {text} ") == text


@pytest.mark.parametrize(
    "text",
    [
        "示机党[2020]3号",
        "示机党（2020）3号",
        "示机党【2020】3号",
        "示机党〔2020〕第3号",
        "示机党〔2020〕03号",
        "示机党〔2020〕3",
        "示机党2020年第3号",
        "示机党 〔 2020 〕 3 号",
        "示机党字第〔2020〕3号",
    ],
)
def test_a_number_with_other_brackets_a_di_or_a_zero_is_mended(text: str) -> None:
    assert near(DocumentNumber, text) == "示机党〔2020〕3号"


@pytest.mark.parametrize("text", ["〔2020〕3号", "示机党〔20〕3号", "示机党〔2020〕0号", "三号文"])
def test_what_cannot_be_mended_is_told_the_form(text: str) -> None:
    assert near(DocumentNumber, text) == ""


def test_minutes_may_have_the_short_form() -> None:
    assert TypeAdapter(MinutesNumber).validate_python("〔2020〕3号") == "〔2020〕3号"
    assert near(MinutesNumber, "[2020]第03号") == "〔2020〕3号"


def test_a_copy_number_has_six_digits() -> None:
    assert TypeAdapter(CopyNumber).validate_python("000012") == "000012"
    assert near(CopyNumber, "12") == "000012"
    assert near(CopyNumber, "十二") == near(CopyNumber, "1234567") == ""


def test_the_hint_says_how_it_is_mended() -> None:
    def finding(mended: str) -> Finding:
        values = {"value": "示机党[2020]3号", "near": mended}
        return Finding("document-number-invalid", Level.ERROR, Place("甲.yaml", 1, 1), values=values)

    assert message(finding("")) == "「示机党[2020]3号」不是规范的发文字号。"
    assert hint(finding("示机党〔2020〕3号")) == "是不是「示机党〔2020〕3号」？"
    assert "六角括号" in hint(finding(""))
