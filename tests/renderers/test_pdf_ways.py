"""Takes a page that has some of everything, gives that docgen's short ways through WeasyPrint end in the bytes of its own."""

from __future__ import annotations

from typing import Any

import pytest
import weasyprint

from docgen.renderers.pdf import load_engine

load_engine()

from docgen.renderers.pdf import layouts, markup  # noqa: E402 - these load WeasyPrint
from docgen.renderers.pdf.amendments import amended  # noqa: E402
from docgen.renderers.pdf.known import AMENDMENTS  # noqa: E402

SAME_BYTES = ("boxes", "layouts", "lengths", "patterns", "pseudo", "styles", "variables")
STYLE = """
@page { size: A6; margin: 10%; @bottom-center { content: "p. " counter(page) " / " counter(pages); border: 1pt solid } }
:root { --line: 2pt; --width: 60%; color: #123 }
* { box-sizing: border-box }
html { font: 9pt/1.4 serif; letter-spacing: -.2pt; overflow-wrap: break-word }
p { margin: 1em 2%; text-indent: calc(1em + 5%); text-align: justify; word-spacing: 1pt; outline: 1pt solid }
p::first-letter { font-size: 2em; margin-right: 3pt } p.line::first-line { color: red; letter-spacing: 1pt }
q::before { content: "(" } .float { float: right; width: var(--width); padding: calc(2pt + 1%) }
.inline { display: inline-block; border: thin dashed; min-width: 10%; max-height: 5em; border-radius: 50% }
.flex { display: flex; padding-inline-start: 9pt } .flex > * { flex: 1; margin: auto }
.right { direction: rtl; border-inline-start: var(--line) solid } .up { position: absolute; top: 5%; right: 0 }
.moved { position: relative; left: 3pt; text-decoration: underline } .pre { white-space: pre-wrap; hyphens: auto }
.note { float: footnote } table { width: 100%; border-collapse: collapse } td { border: var(--line) solid; height: 12pt }
table.apart { border-collapse: separate; table-layout: fixed } .wide { letter-spacing: normal; font-variant-caps: small-caps }
.cut, .clamped { text-align: left; word-spacing: 0 }
.cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; width: 30% }
.clamped { overflow: hidden; block-ellipsis: auto; max-lines: 1; continue: discard }
.columns { columns: 2; column-rule: 1pt dotted } .grid { display: grid; grid-template-columns: 1fr 30% }
"""
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>all</title><style>{STYLE}</style></head><body>
<p style="--a: 1">office <i>of a <b>long</b></i> line, and so on until it ends\u00a0there <q>cited</q></p><p style="--a: 1">again<br>so</p>
<p class="line">first line of many words, of which some stand on the second line<span class="note">below</span></p>
<div class="float">beside</div><p>what stands beside a float is <span class="inline">narrow</span> and breaks soon</p>
<div class="flex"><p>a</p><div>b</div></div><p class="right">from \u05d0\u05d1 the right</p><p class="up">up</p><p class="moved">moved</p>
<pre class="pre">tab\tand
line hyphenation extraordinarily</pre><ul><li>one<ol><li id="here">two</ol></ul><a href="#here">there</a>
<table><tr><td rowspan=2>a<td style="border-color: red">b<tr><td>c d e</table><table class="apart"><tr><td class="wide">x<td>y</table>
<p class="cut">too long for where it stands</p><p class="clamped">more than one line of words that go on for a while</p>
<table><thead><tr><th>head<tbody>{"<tr><td>row" * 40}</table>
<div class="columns">one two three four five six seven eight nine</div><div class="grid"><p>g</p><p>h</p></div>
</body></html>"""


def written(text: str = PAGE) -> bytes:
    return bytes(weasyprint.HTML(string=text).write_pdf(pdf_identifier=b"1"))


@pytest.fixture(scope="module")
def plain() -> bytes:
    return written()


def apply(monkeypatch: pytest.MonkeyPatch, *modules: str) -> set[str]:
    """Put what these modules have in place of WeasyPrint's, each noting that it was asked."""
    asked: set[str] = set()

    def noted(name: str, amendment: Any) -> Any:
        def call(*arguments: Any, **options: Any) -> Any:
            asked.add(name)
            return amendment(*arguments, **options)

        return call

    for place, name, amendment in AMENDMENTS:
        if amendment.__module__.rpartition(".")[2] in modules:
            monkeypatch.setattr(place, name, noted(name, amendment))
    return asked


@pytest.mark.parametrize("module", SAME_BYTES)
def test_a_short_way_gives_the_same_bytes(module: str, plain: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = apply(monkeypatch, module)

    assert written() == plain
    assert asked == {name for _, name, amendment in AMENDMENTS if amendment.__module__.endswith(f".{module}")}


def test_all_short_ways_together_give_the_same_bytes(plain: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    apply(monkeypatch, *SAME_BYTES)

    assert [written(), written()] == [plain, plain]


def test_layouts_that_are_not_kept_are_made_anew_when_they_are_drawn(
    plain: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply(monkeypatch, "layouts")
    monkeypatch.setattr(layouts, "MOST_KEPT", 3)
    monkeypatch.setattr(layouts, "MOST_MODELS", 1)

    assert written() == plain


def test_every_document_may_keep_as_many_layouts_as_another(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = []
    for _ in range(2):
        with amended():
            written()
            counted.append(layouts._Resting.count)

    assert counted[0] == counted[1] > 0


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        PAGE.replace("<title>", "<style>p { color: red }</style><title>"),
        PAGE.replace("<body>", "<body><!-- <style>p { color: red }</style> -->"),
        PAGE.replace("all", "<style>p { color: red }</style>"),
        PAGE.replace("<body>", "<body><svg><style>p { color: &quot;red }</style></svg>"),
        PAGE.replace("<style>", "<style>\r\n"),
        "<style>sheet-0</style><style></style>",
        "",
    ],
)
def test_a_page_is_parsed_as_if_its_sheets_had_been_read_with_it(text: str) -> None:
    with_sheets, beside = (of(string) for of, string in ((by_weasyprint, text), (markup.parsed, text)))

    assert everything(beside) == everything(with_sheets)


def by_weasyprint(text: str) -> Any:
    return weasyprint.HTML(string=text)


def everything(document: Any) -> list[Any]:
    return [(each.tag, each.text, each.tail, dict(each.attrib)) for each in document.etree_element.iter()]
