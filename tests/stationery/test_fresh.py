"""Takes every kind, proves that a new template of it shows every field, holds to the house and can be filled."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.documents import KINDS, DocumentKind, kind_named
from docgen.errors import UsageError
from docgen.formats import Format
from docgen.house.outline import Layout
from docgen.stationery import Stationery
from docgen.stationery.build import fresh
from docgen.stationery.checking import check_template
from docgen.stationery.every_field import fresh_outline

SUFFIXES = {".docx": Format.DOCX, ".html": Format.HTML, ".xlsx": Format.XLSX, ".txt": Format.TXT}


LAYOUTS = (None, Layout.OFFICIAL, Layout.RECORD, Layout.FORM)
# A kind without a layout of its own choice takes that of its outline: the same templates are not made twice.
NEW = [
    (kind, layout)
    for kind in KINDS
    for layout in LAYOUTS
    if layout is None or layout is not fresh_outline(kind, None).layout
]


@pytest.mark.parametrize(("kind", "layout"), NEW, ids=[f"{kind.name}-{layout}" for kind, layout in NEW])
def test_a_new_template_shows_every_field_and_nothing_is_wrong_with_it(
    kind: DocumentKind, layout: Layout | None, tmp_path: Path
) -> None:
    stationery = Stationery(tmp_path)
    written = stationery.put(fresh(kind, layout, [each for each in kind.formats if each is not Format.PDF]))

    assert written
    for path in written:
        template = stationery.loose(path, SUFFIXES[path.suffix])
        assert check_template(kind, template, path.name) == []


def test_the_same_kind_gives_the_same_bytes() -> None:
    minutes = kind_named("minutes")

    assert fresh(minutes, None, [Format.DOCX]) == fresh(minutes, None, [Format.DOCX])


def test_a_format_that_a_kind_has_not_is_refused() -> None:
    with pytest.raises(UsageError, match="format-unknown"):
        fresh(kind_named("minutes"), None, [Format.XLSX])


def test_templates_are_put_all_or_none(tmp_path: Path) -> None:
    stationery = Stationery(tmp_path)
    stationery.put({"minutes/minutes.html": b"mine"})

    with pytest.raises(UsageError, match="template-exists"):
        stationery.put({"minutes/minutes.docx": b"new", "minutes/minutes.html": b"new"})
    assert [path.name for path in (tmp_path / "minutes").iterdir()] == ["minutes.html"]
