"""Takes files that are no Word files, or dangerous ones, proves that each is refused with its reason."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.inspection.papers import Broken, packed

from docgen.errors import UnreadableFile
from docgen.inspection import opening
from docgen.inspection.lint import look
from docgen.inspection.opening import open_word
from docgen.parcel import unpack
from docgen.vocabulary import hint, message

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = f'<w:document xmlns:w="{W}"><w:body><w:p/></w:body></w:document>'.encode()
CLEAN = Broken().content()


def with_part(name: str, content: bytes) -> bytes:
    return repacked({**unpack(CLEAN), name: content})


def repacked(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def related(kind: str, target: str) -> bytes:
    """The clean paper with something that is fetched from elsewhere."""
    name = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="far" Type="http://x/relationships/{kind}" Target="{target}" TargetMode="External"/>'
    return with_part(name, unpack(CLEAN)[name].replace(b"</Relationships>", f"{link}</Relationships>".encode()))


def with_type(content_type: str) -> bytes:
    types = unpack(CLEAN)["[Content_Types].xml"]
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert plain in types
    return with_part("[Content_Types].xml", types.replace(plain, content_type.encode()))


def encrypted_member() -> bytes:
    """A zip whose member claims to be encrypted, in the local header and in the directory."""
    content = bytearray(CLEAN)
    for start, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.index(start) + at
        content[place : place + 2] = struct.pack("<H", 1)
    return bytes(content)


REFUSED = {
    "docx-empty": b"",
    "docx-old-format": OLE + bytes(500) + "WordDocument".encode("utf-16-le"),
    "docx-encrypted": OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"),
    "docx-other-format": b"%PDF-1.7\n",
    "docx-no-archive": "只是一段文字。".encode(),
    "docx-broken": CLEAN[: len(CLEAN) // 2],
    "docx-part-broken": with_part("word/document.xml", b"<w:document"),
    "docx-no-document": repacked({"a.txt": b"a"}),
    "docx-macros": with_part("word/vbaProject.bin", b"x"),
    "docx-remote": related("attachedTemplate", "https://example.com/a.dotm"),
    "docx-doctype": with_part("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]>' + BODY),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_cannot_be_opened_is_refused_with_its_reason(code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        look(REFUSED[code], "甲.docx")

    assert refused.value.code == code
    assert message(refused.value).endswith("。")
    assert hint(refused.value)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{\\rtf1 a}", "docx-other-format"),
        (OLE, "docx-old-format"),
        (encrypted_member(), "docx-encrypted"),
        (with_type("application/vnd.ms-word.document.macroEnabled.main+xml"), "docx-macros"),
        (with_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "docx-other-format"),
        (related("image", "\\\\server\\share\\a.png"), "docx-remote"),
        (related("oleObject", "file://server/share/a.xlsx"), "docx-remote"),
        (with_part("word/styles.xml", '<!DOCTYPE a><w:styles xmlns:w="x"/>'.encode("utf-16")), "docx-doctype"),
        (packed({}), "docx-no-document"),
        (packed({"word/document.xml": b'<?xml version="1.0"?><a/>'}), "docx-no-document"),
    ],
)
def test_other_faces_of_the_same_reasons(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        look(content, "甲.docx")

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "https://example.com"),
        ("attachedTemplate", "file:///C:/Users/a/Normal.dotm"),
        ("image", "C:\\a.png"),
    ],
)
def test_links_to_click_and_files_of_the_writers_own_machine_are_no_danger(kind: str, target: str) -> None:
    assert open_word(related(kind, target)).main == "word/document.xml"


def test_a_bomb_is_refused_while_it_is_inflated(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = with_part("word/media/a.bin", bytes(5_000_000))

    with pytest.raises(UnreadableFile, match="docx-bomb"):
        open_word(bomb)
    monkeypatch.setattr(opening, "RATIO_FROM", 10_000_000)
    assert open_word(bomb).main
    monkeypatch.setattr(opening, "MOST_BYTES", 4_000_000)
    with pytest.raises(UnreadableFile, match="docx-bomb"):
        open_word(bomb)


def test_a_header_that_lies_about_its_size_is_found_out() -> None:
    content = bytearray(with_part("word/media/a.bin", bytes(100_000)))
    for start, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.rindex(start) + at
        content[place : place + 4] = struct.pack("<L", 10)

    with pytest.raises(UnreadableFile):
        open_word(bytes(content))


def test_too_many_members_are_refused() -> None:
    many = repacked({**unpack(CLEAN), **{f"a/{number}": b"" for number in range(opening.MOST_MEMBERS)}})

    with pytest.raises(UnreadableFile, match="docx-bomb"):
        open_word(many)


def word_default() -> bytes:
    target = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("各党小组：")
    document.save(target)
    return target.getvalue()


FILES = (CLEAN, word_default())


def is_looked_at_or_refused(content: bytes) -> bool:
    try:
        look(content, "甲.docx")
    except UnreadableFile as refused:
        return bool(message(refused))
    return True


@settings(max_examples=80)
@given(st.sampled_from(FILES), st.floats(0, 1))
def test_a_truncated_file_never_crashes(content: bytes, share: float) -> None:
    assert is_looked_at_or_refused(content[: int(len(content) * share)])


@settings(max_examples=150)
@given(st.sampled_from(FILES), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_file_with_flipped_bytes_never_crashes(content: bytes, flips: list[tuple[int, int]]) -> None:
    changed = bytearray(content)
    for at, byte in flips:
        changed[at % len(changed)] ^= byte

    assert is_looked_at_or_refused(bytes(changed))


@settings(max_examples=120)
@given(
    st.sampled_from([name for name in unpack(CLEAN) if name.endswith((".xml", ".rels"))]),
    st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from('01<>"/-9999w:xañ一')), min_size=1, max_size=5),
)
def test_a_file_with_another_text_in_a_part_never_crashes(name: str, changes: list[tuple[int, str]]) -> None:
    text = unpack(CLEAN)[name].decode()
    for at, sign in changes:
        place = at % len(text)
        text = text[:place] + sign + text[place + 1 :]

    assert is_looked_at_or_refused(with_part(name, text.encode()))
