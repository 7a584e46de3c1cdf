"""Takes templates that somebody sends, gives what is taken, what is refused, and how the one before comes back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PIL import Image

from docgen.confinement import Confinement
from docgen.counted import Chart, ChartKind, Figure, Series
from docgen.documents import KINDS, DocumentKind, kind_named
from docgen.errors import DocgenError, TemplateError, UsageError
from docgen.findings import Level
from docgen.formats import Format, Outlet
from docgen.parcel import pack, unpack
from docgen.renderers import Assets, Template, render
from docgen.stationery import Stationery, builtin_folder
from docgen.stationery.checking.shape import shape_of
from docgen.stationery.checking.trial import filled
from docgen.stationery.drawer import SOURCES
from docgen.stationery.receiving import WARM, Received, attempt, keep, previous, receive, restore, withdraw
from docgen.stationery.receiving.book import opened_book
from docgen.stationery.receiving.examination import examined
from docgen.stationery.receiving.page import faults
from docgen.stationery.receiving.word import opened_word
from docgen.view import Plain
from docgen.vocabulary import hint, message

MINUTES = kind_named("minutes")
FORMATS = [(kind, Format(each)) for kind in KINDS for each in dict.fromkeys(SOURCES[format] for format in kind.formats)]


@pytest.fixture(scope="module")
def confinement() -> Iterator[Confinement]:
    with Confinement(1, warm=WARM) as made:
        yield made


@pytest.fixture
def stationery(tmp_path: Path) -> Stationery:
    return Stationery(tmp_path / "templates")


def own(stationery: Stationery) -> Path:
    assert stationery.own is not None
    return stationery.own


def builtin(kind: str, file: str) -> bytes:
    return (builtin_folder() / kind / file).read_bytes()


def with_part(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    return pack({**unpack(content), **changed})


@pytest.mark.parametrize(("kind", "format"), FORMATS, ids=[f"{kind.name}.{format}" for kind, format in FORMATS])
def test_nothing_in_a_built_in_template_would_be_refused(kind: DocumentKind, format: Format) -> None:
    content = builtin(kind.name, f"{kind.name}.{format}")
    match format:
        case Format.HTML:
            assert faults(content.decode(), "a.html") == []
        case Format.DOCX:
            assert unpack(opened_word(content, "a.docx")) == unpack(content)
        case Format.XLSX:
            assert unpack(opened_book(content)) == unpack(content)


@pytest.mark.parametrize("file", ["minutes.docx", "bulletin.html", "meeting-notice.txt", "sign-in-sheet.xlsx"])
def test_a_built_in_template_of_each_format_would_be_taken(file: str) -> None:
    kind, _, format = file.partition(".")
    kept, findings = examined(kind, file, format, builtin(kind, file), None, "gb9704")
    assert [each for each in findings if each.level is Level.ERROR] == []
    includes = Stationery().template(kind, Format(format)).includes
    assert render(Template(file, Format(format), kept, "", includes), full(kind_named(kind))).content


def full(kind: DocumentKind) -> dict[str, Plain]:
    return {label: filled(each, full=True) for label, each in shape_of(kind.schema).labels.items()}


def test_the_page_for_an_outlet_would_be_taken() -> None:
    assert faults(builtin("bulletin", "bulletin-wechat.html").decode(), "bulletin-wechat.html") == []


def test_a_picture_in_a_template_is_taken() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "PNG")
    content = with_part(builtin("minutes", "minutes.docx"), {"word/media/image1.png": picture.getvalue()})
    assert unpack(opened_word(content, "a.docx"))["word/media/image1.png"] == picture.getvalue()


def test_a_sound_template_is_taken_kept_and_used_for_papers(confinement: Confinement, stationery: Stationery) -> None:
    received = receive(confinement, stationery, MINUTES, Format.DOCX, builtin("minutes", "minutes.docx"))
    path = keep(own(stationery), received)

    assert received.sound
    assert path == own(stationery) / "minutes/minutes.docx"
    assert Stationery(own(stationery)).template("minutes", Format.DOCX).content == received.content
    assert previous(own(stationery), "minutes", "minutes.docx") is None


def test_what_is_kept_holds_nothing_but_the_parts_that_were_read(
    confinement: Confinement, stationery: Stationery
) -> None:
    smuggled = b"MZ-a-program-before-the-zip" + builtin("minutes", "minutes.docx")
    with pytest.raises(DocgenError):
        receive(confinement, stationery, MINUTES, Format.DOCX, smuggled)
    commented = io.BytesIO(builtin("minutes", "minutes.docx"))
    with zipfile.ZipFile(commented, "a") as archive:
        archive.comment = b"hidden"
    received = receive(confinement, stationery, MINUTES, Format.DOCX, commented.getvalue())
    assert b"hidden" not in received.content
    assert unpack(received.content) == unpack(builtin("minutes", "minutes.docx"))


def test_a_template_with_an_unknown_name_is_told_with_its_place_and_is_not_kept(
    confinement: Confinement, stationery: Stationery
) -> None:
    content = builtin("minutes", "minutes.html").replace("{{ 主持人 }}".encode(), "{{ 主持入 }}".encode())
    received = receive(confinement, stationery, MINUTES, Format.HTML, content)

    wrong = [each for each in received.findings if each.level is Level.ERROR]
    assert [each.code for each in wrong] == ["placeholder-unknown"]
    assert wrong[0].place.line
    with pytest.raises(TemplateError) as raised:
        keep(own(stationery), received)
    assert raised.value.code == "template-unsound"
    assert wrong[0] in raised.value.findings
    assert not own(stationery).exists()


def test_a_paper_is_made_from_a_template_before_it_is_kept(confinement: Confinement, stationery: Stationery) -> None:
    received = receive(confinement, stationery, MINUTES, Format.HTML, builtin("minutes", "minutes.html"))
    made = attempt(confinement, stationery, received, {**full(MINUTES), "主持人": "张喆"}, Assets())
    assert "张喆" in made.content.decode()
    assert not own(stationery).exists()


def test_a_chart_is_drawn_where_none_was_ever_drawn_before(
    stationery: Stationery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = kind_named("assessment-sheet")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path / "charts"))
    chart = Chart(ChartKind.BARS, "图", ("一", "二"), (Series("甲", (Figure(1, "1"), Figure(2, "2"))),))
    drawn = {label: chart.token for label, shape in shape_of(kind.schema).labels.items() if shape.picture}
    assert drawn
    with Confinement(1, warm=WARM) as fresh:
        received = receive(fresh, stationery, kind, Format.HTML, builtin(kind.name, f"{kind.name}.html"))
        made = attempt(fresh, stationery, received, {**full(kind), **drawn}, Assets())
    assert b"<svg" in made.content


def test_the_template_before_comes_back_and_goes_again(confinement: Confinement, stationery: Stationery) -> None:
    first = receive(confinement, stationery, MINUTES, Format.HTML, builtin("minutes", "minutes.html"))
    second = Received("minutes", "minutes.html", Format.HTML, first.content + b"<!-- 2 -->", ())
    path = keep(own(stationery), first)
    keep(own(stationery), second)
    assert previous(own(stationery), "minutes", "minutes.html") == first.content

    restore(own(stationery), "minutes", "minutes.html")
    assert path.read_bytes() == first.content
    restore(own(stationery), "minutes", "minutes.html")
    assert path.read_bytes() == second.content
    assert Stationery(own(stationery)).own_files("minutes") == [path]


def test_a_withdrawn_template_leaves_the_built_in_one_and_can_be_restored(stationery: Stationery) -> None:
    path = keep(own(stationery), Received("minutes", "minutes.html", Format.HTML, b"a", ()))
    withdraw(own(stationery), "minutes", "minutes.html")
    assert not path.exists()
    assert Stationery(own(stationery)).path("minutes", Format.HTML) == builtin_folder() / "minutes/minutes.html"
    assert restore(own(stationery), "minutes", "minutes.html").read_bytes() == b"a"
    assert previous(own(stationery), "minutes", "minutes.html") is None
    withdraw(own(stationery), "minutes", "minutes.html")
    with pytest.raises(UsageError) as raised:
        withdraw(own(stationery), "minutes", "minutes.html")
    assert raised.value.code == "template-file-missing"


@pytest.mark.parametrize(
    ("kind", "file"),
    [("minutes", "../x.html"), ("..", "minutes.html"), ("_shared", "base.html"), ("minutes", "ledger.docx")],
)
def test_names_that_are_no_templates_become_no_paths(stationery: Stationery, kind: str, file: str) -> None:
    for act in (previous, restore, withdraw):
        with pytest.raises(UsageError):
            act(own(stationery), kind, file)
    with pytest.raises(UsageError):
        keep(own(stationery), Received(kind, file, Format.HTML, b"", ()))
    assert not own(stationery).exists()


def test_nothing_comes_back_where_nothing_was(stationery: Stationery) -> None:
    with pytest.raises(UsageError) as raised:
        restore(own(stationery), "minutes", "minutes.docx")
    assert message(raised.value) == "「minutes.docx」没有以前的版本可以恢复。"
    assert hint(raised.value)


def test_a_page_for_an_outlet_has_a_name_of_its_own(confinement: Confinement, stationery: Stationery) -> None:
    content = builtin("bulletin", "bulletin-wechat.html")
    received = receive(confinement, stationery, kind_named("bulletin"), Format.HTML, content, outlet=Outlet.WECHAT)
    assert (received.file, received.sound) == ("bulletin-wechat.html", True)


def test_a_kind_takes_templates_of_its_own_formats_alone(confinement: Confinement, stationery: Stationery) -> None:
    with pytest.raises(UsageError) as raised:
        receive(confinement, stationery, MINUTES, Format.XLSX, b"PK")
    assert raised.value.code == "format-unknown"


PAGE = '{% extends "_shared/base.html" %}{% block body %}\n%s\n{% endblock %}'


@pytest.mark.parametrize(
    "body",
    [
        '<p class="a{% if 列席 %} b{% endif %}">{{ 主持人 }}</p>',
        "<p{% if 列席 %} class=\"b\"{% endif %} title='{{ 主持人 }}'>甲<br/>乙<br></p>",
        '<a href="https://example.org/a?b=1">链接</a><a href="#a">上</a><a href="mailto:a@b.cn">信</a>',
        '<img src="data:image/png;base64,iVBORw0KGgo=" alt="" width=20>',
        "<style>p { margin: 0 2em; --x: {{ 署名 | 署名右空(成文日期) }}; background: url(data:image/png;base64,AA==) }</style>",
        "<!-- 说明 -->1 &lt; 2",
        "{# <script> #}甲",
    ],
)
def test_what_pages_are_written_with_is_allowed(body: str) -> None:
    assert faults(PAGE.replace("%s", body), "a.html") == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<script>1</script>", "template-page-element"),
        ("<SCRIPT src=x></SCRIPT>", "template-page-element"),
        ("<svg onload=alert(1)></svg>", "template-page-element"),
        ("<p onclick='x()'>甲</p>", "template-page-attribute"),
        ('<img src="http://example.org/a.png">', "template-reference"),
        ('<img src="&#104;ttp://example.org/a.png">', "template-reference"),
        ('<img src="file:///etc/passwd">', "template-reference"),
        ('<img src="{{ 主持人 }}">', "template-reference"),
        ('<img srcset="http://example.org/a.png 2x">', "template-page-attribute"),
        ('<img/src="http://example.org/a.png">', "template-page-markup"),
        ('<a href="javascript:alert(1)">甲</a>', "template-reference"),
        ('<a href="{{ 主持人 }}">甲</a>', "template-reference"),
        ('<meta http-equiv="refresh" content="0">', "template-page-attribute"),
        ("<style>@import 'a.css';</style>", "template-page-style"),
        ("<style>p { background: u{% if 列席 %}rl(x){% endif %} }</style>", "template-page-style"),
        ("<style>p { background: \\75 rl(x) }</style>", "template-page-style"),
        ("<style>p { color: {{ 主持人 }} }</style>", "template-page-style"),
        ("<style>p::after { content: '/*' } p { background: url(//x/y) /* */ }</style>", "template-page-style"),
        ('<p style="background:url(http://example.org)">甲</p>', "template-page-style"),
        ('<p style="color:{{ 主持人 }}">甲</p>', "template-page-style"),
        ("<style>@import 'a.css';", "template-page-style"),
        ("<style>p { color: red }</style/><img src=x>", "template-page-markup"),
        ("<title><!--</title><img src=http://x>--></title>", "template-page-markup"),
        ("<title><style></title><img src=http://x></style>", "template-page-markup"),
        ("{% macro a() %}<im{% endmacro %}{{ a() }}g src='x'>", "template-page-markup"),
        ("{% raw %}{{ <script>1</script> }}{% endraw %}", "template-page-markup"),
        ("<{{ 主持人 }}>", "template-page-markup"),
        ("<p {{ 主持人 }}>", "template-page-markup"),
    ],
)
def test_what_runs_or_fetches_is_refused_with_its_line(body: str, code: str) -> None:
    found = faults(PAGE.replace("%s", body), "a.html")
    assert code in {each.code for each in found}
    assert min(each.place.line for each in found) == 2
    assert all(message(each) and hint(each) for each in found)
