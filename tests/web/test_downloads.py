"""Files that are handed on: their names, in Chinese and in ASCII, and their types."""

from __future__ import annotations

import pytest

from docgen.web.downloads import disposition, download, media_type_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("minutes.docx", "attachment; filename=\"minutes.docx\"; filename*=UTF-8''minutes.docx"),
        ("纪要.docx", "attachment; filename=\"docgen.docx\"; filename*=UTF-8''%E7%BA%AA%E8%A6%81.docx"),
        ('a"b;c\r\nX: y.pdf', "attachment; filename=\"a-b-c-X-y.pdf\"; filename*=UTF-8''a%22b%3Bc%0D%0AX%3A%20y.pdf"),
        ("2020 年 1.zip", "attachment; filename=\"2020-1.zip\"; filename*=UTF-8''2020%20%E5%B9%B4%201.zip"),
        ("无后缀", "attachment; filename=\"docgen\"; filename*=UTF-8''%E6%97%A0%E5%90%8E%E7%BC%80"),
    ],
)
def test_a_name_is_told_in_full_and_in_ascii_and_breaks_no_header(name: str, expected: str) -> None:
    assert disposition(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("一.PDF", "application/pdf"),
        ("一.zip", "application/zip"),
        ("一.html", "text/html; charset=utf-8"),
        ("一.exe", "application/octet-stream"),
        ("一", "application/octet-stream"),
    ],
)
def test_a_type_is_known_by_the_suffix(name: str, expected: str) -> None:
    assert media_type_of(name) == expected


def test_a_download_has_its_bytes_and_its_own_headers() -> None:
    answer = download(b"x", "一.txt", {"docgen-findings": "error=0"})
    assert (answer.body, answer.headers["docgen-findings"]) == (b"x", "error=0")
