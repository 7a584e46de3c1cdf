"""Takes pictures that somebody sends, gives them cleaned and kept, or says why not."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from docgen.confinement import Confinement
from docgen.errors import UnreadableFile, UsageError
from docgen.model.settings import LimitSettings
from docgen.renderers.rendering import PictureData
from docgen.vocabulary import hint, message
from docgen.workspace.attachments import is_safe
from docgen.workspace.receiving import WARM, ReceivedPicture, keep_picture, receive_picture, safe_name

LIMITS = LimitSettings()
ORIENTATION, GPS = 0x0112, 0x8825


@pytest.fixture(scope="module")
def confinement() -> Iterator[Confinement]:
    with Confinement(1, warm=WARM) as made:
        yield made


def photograph(kind: str = "JPEG", size: tuple[int, int] = (40, 20)) -> bytes:
    """A photograph that a telephone turned on its side, with the place where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[2] = (30.0, 15.0, 0.0)
    target = BytesIO()
    Image.new("RGB", size, (200, 20, 20)).save(target, kind, exif=exif)
    return target.getvalue()


@pytest.mark.parametrize(("kind", "suffix"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "jpg")])
def test_a_picture_is_turned_and_says_no_longer_where_it_was_taken(
    confinement: Confinement, kind: str, suffix: str
) -> None:
    received = receive_picture(confinement, "合影.JPG", photograph(kind), LIMITS)

    assert received.name == f"合影.{suffix}"
    with Image.open(BytesIO(received.data.content)) as kept:
        assert kept.size == (received.data.width, received.data.height) == (20, 40)
        assert dict(kept.getexif()) == {}
        assert not {"exif", "icc_profile", "comment", "XML:com.adobe.xmp"} & set(kept.info)
    assert b"Exif" not in received.data.content


def test_a_large_picture_is_made_smaller(confinement: Confinement) -> None:
    received = receive_picture(confinement, "a.jpg", photograph(size=(4000, 1000)), LIMITS)
    assert max(received.data.width, received.data.height) == 1600


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture-type"),
        (b"GIF89a" + b"\0" * 20, "picture-type"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-type"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 20, "picture-heic"),
        (photograph()[:200], "picture-damaged"),
        (b"\xff\xd8\xff" + b"\0" * 2_000_000, "picture-large"),
    ],
)
def test_what_is_no_picture_is_refused_with_what_to_do(confinement: Confinement, content: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        receive_picture(confinement, "a.jpg", content, LimitSettings.model_validate({"图片大小": "1"}))
    assert raised.value.code == code
    assert message(raised.value)
    assert hint(raised.value)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("合影.jpeg", "合影.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("..\\..\\windows\\system.ini", "system.jpg"),
        ("C:\\照片\\一.png", "一.jpg"),
        ("a\u202egpj.exe", "agpj.jpg"),
        ("con.png", "_con.jpg"),
        ("..", "_.jpg"),
        ("", "_.jpg"),
        ("a\0b\n.png", "ab.jpg"),
        ("x" * 300 + ".png", None),
    ],
)
def test_of_a_name_only_what_is_safe_is_left(name: str, safe: str | None) -> None:
    made = safe_name(name, ".jpg")
    assert safe in (None, made)
    assert is_safe(made)
    assert len(made) <= 80


def test_a_kept_picture_never_replaces_another_one(tmp_path: Path) -> None:
    first, second = (ReceivedPicture("合影.jpg", PictureData(each, "image/jpeg", 1, 1)) for each in (b"1", b"2"))

    assert [keep_picture(tmp_path, each) for each in (first, second, first, second)] == [
        "合影.jpg", "合影-2.jpg", "合影.jpg", "合影-2.jpg",
    ]  # fmt: skip
    assert (tmp_path / "附件/合影.jpg").read_bytes() == b"1"
    assert (tmp_path / "附件/合影-2.jpg").read_bytes() == b"2"


def test_a_name_that_leads_elsewhere_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        keep_picture(tmp_path / "单位", ReceivedPicture("../x.jpg", PictureData(b"1", "image/jpeg", 1, 1)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["accounts.json", "docgen.yaml", ".docgen/service.db", ".env", "a/../b", "../accounts.json"]
)
def test_no_file_of_docgens_own_is_an_attachment(name: str) -> None:
    assert not is_safe(name)
