"""Takes papers that follow each other in one process, gives what of them is worked out once, and that nobody can tell."""

from __future__ import annotations

import gc
import io
import subprocess
import sys
from typing import Any

import pydyf  # type: ignore[import-untyped]
import pypdf
import pytest
import weasyprint

from docgen.formats import Format
from docgen.renderers import Rendering, render
from docgen.renderers.pdf import embedding, load_engine, sheets, variables

PAGE = '<html lang="zh-CN"><head><title>{{ 题 }}</title><style>%s</style></head><body><h1>{{ 题 }}</h1>%s</body></html>'
BODY = '<table><tr><td class="cell">{{ 文 }}</td><td class="cell">二</td></tr></table>'
STYLE = (
    "@page { size: A5 } :root { --border: 1pt } "
    ".cell { border: var(--border) solid #000; padding: 2pt } h1 { font: bold 20pt 方正小标宋简体 }"
)


def codes(rendering: Rendering) -> list[str]:
    return [each.code for each in rendering.findings if each.code == "pdf-warning"]


@pytest.fixture(autouse=True)
def _fresh() -> None:
    load_engine()
    sheets.forget_sheets()
    embedding.forget_fonts()


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Count the calls of a function from now on; they are its arguments."""

    def count(place: Any, name: str) -> list[tuple[Any, ...]]:
        calls: list[tuple[Any, ...]] = []
        original = getattr(place, name)

        def call(*arguments: Any, **options: Any) -> Any:
            calls.append((*arguments, *options.values()))
            return original(*arguments, **options)

        monkeypatch.setattr(place, name, call)
        return calls

    return count


def test_a_style_sheet_is_parsed_once_for_many_papers(page_template: Any, counted: Any) -> None:
    template = page_template(PAGE % (STYLE, BODY), Format.PDF)
    parsed = counted(sheets, "CSS")

    for text in "甲乙丙":
        render(template, {"题": "纪要", "文": text})

    assert len(parsed) == 1


def test_what_warns_of_something_does_so_in_every_paper(page_template: Any) -> None:
    template = page_template(PAGE % (f"{STYLE} p {{ foo: bar }}", BODY), Format.PDF)

    assert [codes(render(template, {"题": "", "文": text})) for text in "甲乙"] == [["pdf-warning"]] * 2


def test_a_variable_that_is_wrong_in_some_papers_is_told_of_in_each_of_them(page_template: Any) -> None:
    body = '<p style="--border: {{ 线 }}" class="cell">{{ 题 }}</p>'
    template = page_template(PAGE % (STYLE, body), Format.PDF)

    told = [bool(codes(render(template, {"题": "甲", "线": line}))) for line in ("2pt", "red red", "red red", "3pt")]

    assert told == [False, True, True, False]


def test_a_value_of_many_cells_is_solved_once_in_a_paper(page_template: Any, counted: Any) -> None:
    template = page_template(PAGE % (STYLE, BODY), Format.PDF)
    solved = counted(variables, "_solve")
    render(template, {"题": "", "文": "甲"})
    alone = len(solved)
    many = page_template(PAGE % (STYLE, BODY * 9), Format.PDF)
    render(many, {"题": "", "文": "甲"})

    assert alone > 0
    assert len(solved) == 2 * alone


def test_counters_and_pages_of_a_sheet_hold_in_every_paper(page_template: Any) -> None:
    style = "@counter-style own { system: fixed; symbols: '甲' '乙'; suffix: '：' } ol { list-style-type: own }"
    template = page_template(PAGE % (f"{STYLE} {style}", "<ol><li>{{ 文 }}</li></ol>"), Format.PDF)
    plain = page_template(PAGE % (STYLE, BODY), Format.PDF)
    first = render(template, {"题": "", "文": "子"})
    render(plain, {"题": "", "文": "丑"})

    assert "甲：" in pypdf.PdfReader(io.BytesIO(first.content)).pages[0].extract_text()
    assert render(template, {"题": "", "文": "子"}) == first
    assert pypdf.PdfReader(io.BytesIO(first.content)).pages[0].mediabox.width == pytest.approx(419.53, abs=0.01)


def test_the_font_of_a_title_is_made_once_and_the_papers_are_as_if_it_were_not(
    page_template: Any, counted: Any
) -> None:
    template = page_template(PAGE % (STYLE, BODY), Format.PDF)
    texts = [{"题": "会议纪要", "文": text} for text in ("党的建设", "党的建设", "组织生活")]
    alone = []
    for text in texts:
        embedding.forget_fonts()
        sheets.forget_sheets()
        alone.append(render(template, text).content)
    embedding.forget_fonts()
    made = counted(embedding, "_made")

    together = [render(template, text).content for text in texts]

    assert together == alone
    assert len({(font.hash, frozenset(glyphs)) for font, glyphs, _ in made}) == len(made) > 1


def test_the_fonts_that_are_kept_have_a_limit(page_template: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "MOST_BYTES", 0)
    template = page_template(PAGE % (STYLE, BODY), Format.PDF)

    assert render(template, {"题": "", "文": "甲"}) == render(template, {"题": "", "文": "甲"})
    assert not embedding._embedded


def test_a_stream_is_compressed_once(page_template: Any, counted: Any) -> None:
    template = page_template(PAGE % (STYLE, BODY), Format.PDF)
    compressed = counted(pydyf.zlib, "compressobj")

    content = render(template, {"题": "纪要", "文": "甲"}).content

    # The stream of all small objects alone is asked for once more, by the digest.
    assert len(compressed) == content.count(b"/FlateDecode") + 1


def test_weasyprint_is_afterwards_as_it_was(page_template: Any) -> None:
    from weasyprint import css
    from weasyprint.pdf import fonts

    before = (css.CSS, css.tokens.Pending.solve, fonts.Font.clean, fonts.get_hb_object_data)
    render(page_template(PAGE % (STYLE, BODY), Format.PDF), {"题": "", "文": "甲"})

    assert (css.CSS, css.tokens.Pending.solve, fonts.Font.clean, fonts.get_hb_object_data) == before
    assert css.CSS is weasyprint.CSS


def test_garbage_is_afterwards_looked_for_as_often_as_before(page_template: Any, counted: Any) -> None:
    before, told = gc.get_threshold(), counted(gc, "set_threshold")

    render(page_template(PAGE % (STYLE, BODY), Format.PDF), {"题": "", "文": "甲"})

    assert [first for first, *_ in told] == [10_000, before[0]]
    assert gc.get_threshold() == before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there is the loader asked alone")
def test_no_other_program_is_started_for_the_engine() -> None:
    script = (
        "import sys; sys.addaudithook(lambda event, _: event == 'subprocess.Popen' and sys.exit(7));"
        "from docgen.renderers.pdf import load_engine; load_engine(); print('loaded')"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout.strip()) == (0, "loaded")
