"""Takes members, gives zips that other programs read, and the same bytes every time."""

from __future__ import annotations

import io
import zipfile

import pytest

from docgen.errors import TemplateError
from docgen.renderers.archive import member, members, pack

FILES = {"[Content_Types].xml": b"<Types/>" * 50, "图/图.png": bytes(range(256)), "空": b""}


def packed() -> bytes:
    return pack(member(name, content, deflate=not name.endswith("png")) for name, content in FILES.items())


def test_what_is_packed_is_read_by_others() -> None:
    with zipfile.ZipFile(io.BytesIO(packed())) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == FILES


def test_members_are_copied_without_being_inflated() -> None:
    assert pack(members(packed(), "x").values()) == packed()
    assert {name: each.content for name, each in members(packed(), "x").items()} == FILES


def test_members_written_by_another_program_are_copied() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("甲/", b"")
        archive.writestr("甲/乙", b"x" * 100, zipfile.ZIP_BZIP2)
        archive.writestr("丙", b"y" * 100, zipfile.ZIP_DEFLATED)

    assert {name: each.content for name, each in members(buffer.getvalue(), "x").items()} == {
        "甲/乙": b"x" * 100,
        "丙": b"y" * 100,
    }


@pytest.mark.parametrize("content", [b"", b"PK", packed()[:-30], b"x" * 1000])
def test_what_is_no_zip_is_refused_with_the_template_s_name(content: bytes) -> None:
    with pytest.raises(TemplateError) as caught:
        members(content, "甲.docx")

    assert (caught.value.code, caught.value.values["template"]) == ("template-archive", "甲.docx")
