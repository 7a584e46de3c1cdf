"""Takes a page template and plain data, gives one html file that stands alone."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from markupsafe import Markup, escape

from docgen.chinese import whole_pieces
from docgen.findings import Finding
from docgen.page.signature import signature
from docgen.page.units import number_css
from docgen.renderers.characters import printable
from docgen.renderers.charts import svg
from docgen.renderers.language import Compiled, Filter, compiled, fill, language
from docgen.renderers.once import Once
from docgen.renderers.page_texts import in_texts
from docgen.renderers.pictures import ChartPainter, Painter, Placed, painting
from docgen.renderers.rendering import Assets, Context, PictureData, Rendering, Template
from docgen.view import Chart, Link

_BREAK = Markup("<br>")
_LINK = Markup('<a class="source" id="{}" href="#{}">{}</a>')
_UNBROKEN = '<span class="unbroken">{}</span>'


def render_html(template: Template, context: Context, assets: Assets) -> Rendering:
    """Render a page whose pictures are part of it."""
    text, findings = page(template, context, assets, lambda placed: image(placed, data_url(placed.picture)))
    return Rendering(text.encode(), findings=findings)


def page(
    template: Template, context: Context, assets: Assets, paint: Painter, *, held: bool = True
) -> tuple[str, tuple[Finding, ...]]:
    """Render a page's text, its pictures painted by the caller; `held` has pieces that stay on one line marked as such."""
    text = filled(template, context, assets, paint, drawn)
    return printable(in_texts(text, _held) if held else text, template.name)


def filled(template: Template, context: Context, assets: Assets, paint: Painter, draw: ChartPainter) -> str:
    """Fill a page, its pictures painted and its charts drawn by the caller."""
    with painting(assets.pictures, paint, draw):
        return fill(_compiled(template), context, template.name)


def image(placed: Placed, url: str) -> Markup:
    """Return the element that shows a picture in its size."""
    size = f"width:{number_css(placed.width_mm)}mm;height:{number_css(placed.height_mm)}mm"
    return Markup('<img src="{}" alt="" style="{}">').format(url, size)


def drawn(chart: Chart, width_mm: float) -> Markup:
    """Return the element that shows a chart, sharp in every size."""
    return Markup(svg(chart, width_mm))  # noqa: S704 - drawn here; what it says is escaped there


def _compile(template: Template) -> Compiled:
    sources = {**template.includes, template.name: template.text}
    environment = language(escape=True, sources=sources, filters=FILTERS, finalize=_finalize, lines=True)
    return compiled(environment, template.name)


def _finalize(value: object) -> object:
    """Keep the line ends of typed text, as docx does, and make anchors of links; what macros made is left alone."""
    if isinstance(value, Link):
        return _LINK.format(value.name, value.to, str(value))
    if type(value) is not str or "\n" not in value:
        return value
    return _BREAK.join(escape(line) for line in value.replace("\r\n", "\n").split("\n"))


def _held(text: str) -> str:
    """Hold together what a line may not divide; what is copied from the page stays the same."""
    made, done = [], 0
    for start, end in whole_pieces(text):
        made += [text[done:start], _UNBROKEN.format(text[start:end])]
        done = end
    return "".join([*made, text[done:]])


def data_url(picture: PictureData) -> str:
    """Return a picture as an address that holds it."""
    return f"data:{picture.media_type};base64,{b64encode(picture.content).decode()}"


def _name_right(name: object, date: object, *, seal: bool = False) -> str:
    return number_css(signature(str(name), str(date), seal=seal).name_right_chars)


def _date_right(name: object, date: object, *, seal: bool = False) -> str:
    return number_css(signature(str(name), str(date), seal=seal).date_right_chars)


# What a page may ask besides the language of all formats: the right indents of a signature and of its date, as in
# `--signature-right: {{ 署名 | 署名右空(成文日期) }}` and `--date-right: {{ 署名 | 日期右空(成文日期) }}`, in characters.
FILTERS: Mapping[str, Filter] = {"署名右空": _name_right, "日期右空": _date_right}

_compiled = Once(_compile)
