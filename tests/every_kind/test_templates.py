"""Takes every built-in template, proves it current and one with its view."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from docgen.documents import KINDS, DocumentKind, kind_named
from docgen.formats import Format, Outlet
from docgen.generation import FRAME
from docgen.page import PROFILES
from docgen.renderers.docx.translation import has_tags, normal, translated
from docgen.stationery import Stationery, builtin_folder
from docgen.stationery.build import sheets, written
from docgen.stationery.placeholders import placeholders
from docgen.view import paths

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def docx_source(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = [
            archive.read(name) for name in archive.namelist() if name.endswith(".xml") and name.startswith("word/")
        ]
    return "\n".join(translated(xml) for xml in map(normal, parts) if has_tags(xml))


def shown(kind: DocumentKind, format: Format) -> set[tuple[str, ...]]:
    template = Stationery().template(kind.name, format)
    source = docx_source(template.content) if format is Format.DOCX else template.content.decode()
    return set(placeholders(source))


@every_kind
def test_the_committed_templates_are_what_the_outline_gives(kind: DocumentKind) -> None:
    for name, content in written(kind):
        assert (builtin_folder() / name).read_bytes() == content, f"run make templates: {name}"


@every_kind
def test_every_format_of_a_kind_has_its_template(kind: DocumentKind) -> None:
    assert kind.formats
    for format in kind.formats:
        assert Stationery().path(kind.name, format).is_file()


@every_kind
@pytest.mark.parametrize("format", [Format.DOCX, Format.HTML])
def test_every_placeholder_exists_in_the_view(kind: DocumentKind, format: Format) -> None:
    known = {path for path, _ in paths(kind.schema)}
    above = {path[:length] for path in known for length in range(1, len(path) + 1)}
    found = shown(kind, format)
    assert found
    assert {path for path in found if path not in above and path[0] not in FRAME} == set()


@every_kind
def test_every_leaf_of_a_view_is_shown_or_says_why_not(kind: DocumentKind) -> None:
    found = shown(kind, Format.DOCX)
    for path, unused in paths(kind.schema):
        is_shown = any(path[: len(each)] == each for each in found)
        assert is_shown != bool(unused), f"{kind.name}: {'.'.join(path)} is {'shown' if is_shown else 'not shown'}"


def test_the_page_for_a_wechat_account_says_what_the_view_has() -> None:
    """All but to whom the printed issue goes, and the words below several pictures, which stand there one by one."""
    source = Stationery().template("bulletin", Format.HTML, Outlet.WECHAT).text
    known = dict(paths(kind_named("bulletin").schema))
    above = {path[:length] for path in known for length in range(1, len(path))}
    found = {path for path in placeholders(source) if path[0] not in FRAME and path not in above}
    printed = {("报",), ("送",), ("发",), ("印数",), ("栏目", "*", "稿件", "*", "图片", "*", "说明")}

    assert found <= known.keys()
    assert {path for path, unused in known.items() if not unused} - found == printed


def test_the_page_numbers_of_every_profile_are_current(root: Path) -> None:
    contents = dict(sheets())

    assert len(contents) == len(PROFILES) + 1
    assert [name for name, content in contents.items() if (root / "templates" / name).read_bytes() != content] == []


@every_kind
def test_every_page_profile_has_a_word_template_of_each_kind(kind: DocumentKind) -> None:
    paths = {Stationery(profile=profile).path(kind.name, Format.DOCX) for profile in PROFILES}

    assert len(paths) == len(PROFILES)
