"""Takes paragraphs of Chinese, Latin and rare characters, measures where their lines end on the page."""

from __future__ import annotations

import random
from typing import Any

import pytest
from tests.renderers.glyphs import Line, lines_of

from docgen.findings import Level, worst
from docgen.formats import Format
from docgen.page import body_css, page_css, profile_named, style_css
from docgen.renderers import render

PAGE = profile_named()
EDGE = PAGE.width_mm - PAGE.right_mm
TOLERANCE = 0.25
SHEET = f"<html lang=zh-CN><style>{page_css(PAGE)}{body_css(PAGE)}{style_css()}</style><body>"
HEADED = '<span class="run-in-heading">张一：</span>'

PIECES = (
    "会议认为，", "要坚持“三会一课”制度；", "《中国共产党章程》", "（试行）", "2020年", "第1次", "100%", "Python 3.11", "GB/T 9704—2012",
    "喆", "堃", "一是抓学习，", "落实到人。", "——", "……", "、", "支部党员大会", "https://example.org/", " ", "20人", "张　一",
)  # fmt: skip


def paragraph(seed: int, pieces: tuple[str, ...] = PIECES, count: int = 120) -> str:
    chosen = random.Random(seed)  # noqa: S311  the same pieces on every run
    return "会" + "".join(chosen.choice(pieces) for _ in range(count)) + "完"


def lines(body: str, page_template: Any) -> list[Line]:
    rendering = render(page_template(SHEET + body, Format.PDF), {})
    assert worst(rendering.findings) in {None, Level.INFO}
    return [line for page in lines_of(rendering.content) for line in page]


@pytest.mark.parametrize("seed", range(5))
def test_every_full_line_ends_at_the_edge(seed: int, page_template: Any) -> None:
    *full, last = lines(f"<p class=body>{paragraph(seed)}</p>", page_template)

    assert len(full) > 10
    assert last.text.endswith("完")
    assert [(line.text, line.right) for line in full if abs(line.right - EDGE) > TOLERANCE] == []


def test_a_line_of_the_largest_number_of_characters_keeps_them(page_template: Any) -> None:
    first, *others, _ = lines(f"<p class=body>{'某' * 200}</p>", page_template)

    assert [len(line.text) for line in (first, *others)] == [26] + [28] * len(others)
    assert all(abs(line.right - EDGE) < TOLERANCE for line in (first, *others))


def test_a_line_with_pieces_in_another_style_ends_at_the_edge(page_template: Any) -> None:
    marked = "".join(f"{HEADED}{paragraph(seed, count=8)}" for seed in range(12))
    *full, _ = lines(f"<p class=body>{marked}</p>", page_template)

    assert len(full) > 10
    assert all(abs(line.right - EDGE) < TOLERANCE for line in full)


def test_a_short_last_line_and_a_line_before_a_break_are_not_stretched(page_template: Any) -> None:
    broken, last = lines("<p class=body>会议认为，要坚持制度。<br>会议决定，同意。</p>", page_template)

    grid = PAGE.character_pt * 25.4 / 72
    assert abs(broken.right - broken.left - 11 * grid) < TOLERANCE
    assert abs(last.right - last.left - 8 * grid) < TOLERANCE


def test_what_is_not_justified_is_not_stretched(page_template: Any) -> None:
    words = "会议认为，要坚持“三会一课”制度；" * 12
    plain = lines(f"<p class=addressee>{words}</p>", page_template)
    cells = lines(f"<table><tr><td><p class=table-cell>{words}</p></table>", page_template)

    assert len(plain) > 5
    assert len(cells) > 5
    for line in (*plain, *cells):
        steps = (line.right - line.left) * 72 / 25.4 / len(line.text)
        assert steps <= 16 + 0.1


def test_latin_words_and_numbers_are_not_spread(page_template: Any) -> None:
    word = "GB9704"
    *full, _ = lines(f"<p class=body>{f'会议认为{word}必须遵守，' * 40}</p>", page_template)
    (alone,) = lines(f"<p class=body>{word}</p>", page_template)

    def width(line: Line) -> float:
        start = line.text.index(word)
        return line.starts[start + len(word) - 1] - line.starts[start]

    stretched = [line for line in full if word in line.text]
    assert len(stretched) > 10
    assert all(abs(width(line) - width(alone)) < 0.05 for line in stretched)


def test_a_name_written_from_right_to_left_stops_no_line(page_template: Any) -> None:
    for words in ("مرحبا بكم", "مرحبا"):
        *full, _ = lines(f"<p class=body>{words}{'会议认为，要坚持制度；' * 12}{words}完</p>", page_template)

        assert len(full) > 4
        assert all(abs(line.right - EDGE) < TOLERANCE for line in full[1:])


def test_an_unknown_weasyprint_is_left_as_it_is_and_said(page_template: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("weasyprint.__version__", "71.0")
    rendering = render(page_template(f"{SHEET}<p class=body>{paragraph(1)}</p>", Format.PDF), {})

    assert [(each.code, each.values["value"]) for each in rendering.findings][:1] == [("pdf-engine-unknown", "71.0")]
    *full, _ = [line for page in lines_of(rendering.content) for line in page]
    assert any(abs(line.right - EDGE) > TOLERANCE for line in full)
