"""Takes a page template and plain data, gives a piece of html that can be pasted into the editor of a 公众号.

Pictures are part of the piece: an editor in a browser cannot fetch files that lie beside it. Charts are pictures too, as
such editors drop the ids by which a vector drawing refers to its own parts.
"""

from __future__ import annotations

from markupsafe import Markup

from docgen.renderers.characters import printable
from docgen.renderers.charts import png, words_of
from docgen.renderers.html import data_url, filled
from docgen.renderers.inlining import inlined
from docgen.renderers.pictures import Placed
from docgen.renderers.rendering import Assets, Context, PictureData, Rendering, Template
from docgen.view import Chart

# A column of a 公众号 is as wide as the telephone: lying pictures fill it, standing ones leave some of it at their sides.
LYING, STANDING = "100%", "66%"
CHART_WIDTH_MM = 60.0
"""In print resolution 709 pixels: no wider than a photograph may be here."""
PNG = "image/png"


def render_fragment(template: Template, context: Context, assets: Assets) -> Rendering:
    """Render a page, and take from it what its body shows, every style at its own element."""
    text, findings = printable(filled(template, context, assets, _painted, _drawn), template.name)
    return Rendering(inlined(text).encode(), findings=findings)


def _painted(placed: Placed) -> Markup:
    return _image(placed.picture, "", LYING if placed.picture.width >= placed.picture.height else STANDING)


def _drawn(chart: Chart, _width_mm: float) -> Markup:
    content, width, height = png(chart, CHART_WIDTH_MM)
    return _image(PictureData(content, PNG, width, height), words_of(chart), LYING)


def _image(picture: PictureData, words: str, width: str) -> Markup:
    style = f"display:block;margin:0 auto;width:{width};height:auto"
    return Markup('<img src="{}" alt="{}" style="{}">').format(data_url(picture), words, style)
