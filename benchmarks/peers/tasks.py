"""Takes the name of a task, gives the function that is timed: bytes of one paper, by docgen or by a peer in Python."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from benchmarks.peers.paper import MINUTES, PICTURES, SIGN_IN, Given, from_file, given
from jinja2 import Environment

from docgen.formats import Format
from docgen.page.title_lines import title_lines
from docgen.renderers import render

Make = Callable[[], bytes]
_MM_PER_UNIT = {"mm": 1.0, "cm": 10.0}


def docgen(of: Given) -> Make:
    """Plain data → bytes."""
    return lambda: render(of.template, of.context, of.assets).content


def docxtpl_fresh(of: Given) -> Make:
    """Do the same with docxtpl, opening the template for each paper, as its documentation does."""
    from docxtpl import DocxTemplate

    environment = _environment()

    def make() -> bytes:
        paper = DocxTemplate(io.BytesIO(of.template.content))
        return _saved(paper, of, environment)

    return make


def docxtpl_reused(of: Given) -> Make:
    """Do the same with one DocxTemplate for all papers."""
    from docxtpl import DocxTemplate

    return partial(_saved, DocxTemplate(io.BytesIO(of.template.content)), of, _environment())


def bound(of: Given) -> Make:
    """Render the compiled text of every part with tags and deflate it once: what no engine can go below."""
    import zipfile

    from docxtpl import DocxTemplate

    environment = _environment()
    with zipfile.ZipFile(io.BytesIO(of.template.content)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
    sources = [DocxTemplate.patch_xml(None, xml) for xml in parts if "{{" in xml or "{%" in xml]
    compiled = [environment.from_string(source) for source in sources]

    def make() -> bytes:
        return b"".join(zlib.compress(each.render(of.context).encode()) for each in compiled)

    return make


def weasyprint(of: Given) -> Make:
    """Make the pdf by WeasyPrint called plainly over docgen's html of the same paper."""
    from weasyprint import HTML

    text = render(of.template, of.context, of.assets).content.decode()
    return lambda: bytes(HTML(string=text).write_pdf())


def _saved(paper: Any, of: Given, environment: Environment) -> bytes:
    environment.filters["图片"] = partial(_inline, paper, of)
    paper.render(of.context, environment)
    written = io.BytesIO()
    paper.save(written)
    return written.getvalue()


def _inline(paper: Any, of: Given, token: str, **size: str) -> Any:
    """Answer docgen's filter for pictures with docxtpl's own object."""
    from docx.shared import Mm
    from docxtpl import InlineImage

    (width,) = size.values()
    content = of.assets.pictures[token.removeprefix("picture:")].content
    return InlineImage(paper, io.BytesIO(content), width=Mm(float(width[:-2]) * _MM_PER_UNIT[width[-2:]]))


def _environment() -> Environment:
    """Make jinja2 as docxtpl's users do, with docgen's filter for titles."""
    environment = Environment(autoescape=True)
    environment.filters["标题行"] = lambda title, width: "\n".join(title_lines(str(title), width))
    return environment


TASKS: Mapping[str, Callable[[], Make]] = {
    "docgen": lambda: docgen(given(MINUTES, Format.DOCX)),
    "bound": lambda: bound(given(MINUTES, Format.DOCX)),
    "file": lambda: from_file(MINUTES),
    "docxtpl": lambda: docxtpl_fresh(given(MINUTES, Format.DOCX)),
    "docxtpl-reused": lambda: docxtpl_reused(given(MINUTES, Format.DOCX)),
    "docgen-pictures": lambda: docgen(given(PICTURES, Format.DOCX)),
    "docxtpl-pictures": lambda: docxtpl_fresh(given(PICTURES, Format.DOCX)),
    "html": lambda: docgen(given(MINUTES, Format.HTML)),
    "xlsx": lambda: docgen(given(SIGN_IN, Format.XLSX)),
    "pdf": lambda: docgen(given(MINUTES, Format.PDF)),
    "weasyprint": lambda: weasyprint(given(MINUTES, Format.HTML)),
}
