"""Takes a text template and plain data, gives a message."""

from __future__ import annotations

import re

from docgen.renderers.characters import printable
from docgen.renderers.language import Compiled, compiled, fill, language
from docgen.renderers.once import Once
from docgen.renderers.pictures import no_chart, no_picture, painting
from docgen.renderers.rendering import Assets, Context, Rendering, Template

_TRAILING = re.compile(r"[ \t\u3000]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")


def render_txt(template: Template, context: Context, assets: Assets) -> Rendering:
    """Render a text: one blank line at most between lines, a line end at the end; a picture leaves nothing."""
    with painting(assets.pictures, no_picture, no_chart):
        text = fill(_compiled(template), context, template.name)
    text, findings = printable(text, template.name)
    return Rendering(_trimmed(text).encode(), findings=findings)


def _compile(template: Template) -> Compiled:
    sources = {**template.includes, template.name: template.text}
    return compiled(language(escape=False, sources=sources, lines=True), template.name)


def _trimmed(text: str) -> str:
    lines = _TRAILING.sub("", text.replace("\r\n", "\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip("\n") + "\n"


_compiled = Once(_compile)
