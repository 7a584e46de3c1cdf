"""Takes the table of renderers, gives what holds for all of them: lazy engines, the same bytes, words for codes."""

from __future__ import annotations

import ast
import hashlib
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docgen import renderers
from docgen.formats import Format
from docgen.renderers import RENDERERS, Template, render
from docgen.vocabulary.rendering import RENDERING_WORDS

ERRORS = {"TemplateError", "EngineMissing", "Finding", "Fault"}
ENGINES = {"matplotlib", "docxtpl", "docx", "lxml", "weasyprint", "openpyxl", "jinja2"}
ROOM = Path(renderers.__file__).parent
CONTEXT = {"文": "甲 & 乙 喆", "行们": ["一", "二"]}
RENDER = """
import hashlib, pickle, sys
from docgen.renderers import render
template, context, assets = pickle.load(sys.stdin.buffer)
print(hashlib.sha256(render(template, context, assets).content).hexdigest())
"""


def run(source: str, *, given: bytes = b"", seed: str = "0") -> str:
    done = subprocess.run(
        [sys.executable, "-c", source],
        input=given,
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PATH": ""},
    )
    return done.stdout.decode().strip()


@pytest.fixture(params=list(Format))
def template(request: Any, page_template: Any, word_template: Any, book_template: Any) -> Template:
    """One template of each format."""
    text = '<p>{{ 文 }}</p>{% for 行 in 行们 %}<p>{{ 行 }}</p>{% endfor %}{{ 图 | 图片(宽="30mm") }}'
    makers = {
        Format.DOCX: lambda: word_template("{{ 文 }}", '{{ 图 | 图片(宽="30mm") }}'),
        Format.XLSX: lambda: book_template(lambda sheet: sheet.append(["{{ 文 }}"])),
    }
    made: Template = makers.get(request.param, lambda: page_template(text, request.param))()
    return made


def test_every_format_has_its_renderer() -> None:
    assert set(RENDERERS) == set(Format)


def test_the_room_loads_no_engine() -> None:
    loaded = run("import sys, docgen.renderers; print(*sys.modules)").split()

    assert "docgen.renderers" in loaded
    assert ENGINES & set(loaded) == set()


def test_the_same_input_gives_the_same_bytes_here_and_in_another_process(template: Template, picture: Any) -> None:
    token, assets = picture
    context = {**CONTEXT, "图": token}
    here = render(template, context, assets).content

    assert render(template, context, assets).content == here
    there = {run(RENDER, given=pickle.dumps((template, context, assets)), seed=seed) for seed in ("1", "2")}
    assert there == {hashlib.sha256(here).hexdigest()}


def test_all_but_pdf_work_without_weasyprint(word_template: Any, page_template: Any, book_template: Any) -> None:
    templates = [
        word_template("{{ 文 }}"),
        book_template(lambda sheet: sheet.append(["{{ 文 }}"])),
        page_template("{{ 文 }}", Format.HTML),
        page_template("{{ 文 }}", Format.TXT),
        page_template("{{ 文 }}", Format.PDF),
    ]
    source = """
import pickle, sys
sys.modules["weasyprint"] = None
from docgen.errors import EngineMissing
from docgen.renderers import render
for template in pickle.load(sys.stdin.buffer):
    try:
        print(template.format, bool(render(template, {"文": "甲"}).content))
    except EngineMissing as error:
        print(template.format, error.code)
"""

    said = run(source, given=pickle.dumps(templates)).splitlines()

    assert said == ["docx True", "xlsx True", "html True", "txt True", "pdf pdf-engine-missing"]


def test_every_code_has_words() -> None:
    sources = [path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py")]
    calls = [node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    raising = [call for call in calls if getattr(call.func, "id", "") in ERRORS]
    codes = {call.args[0].value for call in raising if isinstance(call.args[0], ast.Constant)}
    codes |= {"glyph-missing", "pdf-warning"}
    assert len(codes) > 8

    assert codes == set(RENDERING_WORDS)
