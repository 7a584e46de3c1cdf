"""Takes picture files, gives them upright, bare and bounded."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from docgen.errors import WorkspaceError
from docgen.findings import Finding
from docgen.vocabulary import hint, message
from docgen.workspace import UnitRecords, Workspace, load_unit
from docgen.workspace.pictures import PictureRefusedError, clean, narrowed

MakeWorkspace = Callable[[Mapping[str, str | bytes]], Workspace]

RED, BLUE = (200, 20, 20), (20, 20, 200)
ORIENTATION = 0x0112
RECORD = "类型: 主题党日\n主题: 参观\n开始: 2020-03-15 09:00\n照片: [{文件: 合影.jpg, 说明: 合影}]\n"


def halves(width: int = 40, height: int = 20, mode: str = "RGB") -> Image.Image:
    """A picture that is red on its left half and blue on its right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image.convert(mode)


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def decoded(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def turned(content: Image.Image, orientation: int) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "某品牌手机"
    return encoded(content, exif=exif)


def is_red(image: Image.Image, place: tuple[int, int]) -> bool:
    colour = image.convert("RGB").getpixel(place)
    assert isinstance(colour, tuple)
    return colour[0] > colour[2]


def loaded(
    make_workspace: MakeWorkspace, picture: bytes, settings: str = "单位: 某公司\n"
) -> tuple[Workspace, UnitRecords]:
    folder = "支部/一支部"
    workspace = make_workspace(
        {"docgen.yaml": settings, f"{folder}/记录/党日.yaml": RECORD, f"{folder}/附件/合影.jpg": picture}
    )
    return workspace, load_unit(workspace, "一支部")


def codes(findings: tuple[Finding, ...]) -> list[str]:
    assert all(message(finding) and hint(finding) for finding in findings)
    return [finding.code for finding in findings]


@pytest.mark.parametrize(("orientation", "size", "red", "blue"), [
    (1, (40, 20), (2, 10), (37, 10)), (3, (40, 20), (37, 10), (2, 10)),
    (6, (20, 40), (10, 2), (10, 37)), (8, (20, 40), (10, 37), (10, 2)),
])  # fmt: skip
def test_a_picture_is_turned_upright(
    orientation: int, size: tuple[int, int], red: tuple[int, int], blue: tuple[int, int]
) -> None:
    data = clean(turned(halves(), orientation), 60)
    image = decoded(data.content)

    assert (data.width, data.height) == image.size == size
    assert is_red(image, red)
    assert not is_red(image, blue)


def test_nothing_is_left_of_the_metadata() -> None:
    image = decoded(clean(turned(halves(), 6), 60).content)

    assert not image.getexif()
    assert image.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_large_picture_is_bounded_and_a_small_one_keeps_its_size() -> None:
    large = clean(turned(halves(4000, 1000), 6), 60)
    small = clean(encoded(halves()), 60)

    assert (large.width, large.height) == (400, 1600)
    assert (small.width, small.height) == (40, 20)


@pytest.mark.parametrize(("kind", "mode", "media_type"), [
    ("JPEG", "RGB", "image/jpeg"), ("JPEG", "L", "image/jpeg"), ("JPEG", "CMYK", "image/jpeg"),
    ("PNG", "RGB", "image/png"), ("PNG", "P", "image/png"), ("PNG", "RGBA", "image/png"), ("PNG", "1", "image/png"),
    ("WEBP", "RGB", "image/jpeg"), ("WEBP", "RGBA", "image/png"), ("BMP", "RGB", "image/jpeg"),
])  # fmt: skip
def test_photographs_become_jpeg_and_drawings_stay_png(kind: str, mode: str, media_type: str) -> None:
    image = halves(mode=mode)
    if mode == "RGBA":
        image.putpixel((0, 0), (0, 0, 0, 0))
    data = clean(encoded(image, kind), 60)

    assert data.media_type == media_type
    assert decoded(data.content).mode in {"RGB", "RGBA", "L"}


def test_a_picture_is_narrowed_in_its_own_type_and_never_widened() -> None:
    for kind in ("JPEG", "PNG"):
        wide = clean(encoded(halves(1500, 1000), kind), 100)
        made = narrowed(wide, 720)

        assert (made.width, made.height, made.media_type) == (720, 480, wide.media_type)
        assert decoded(made.content).size == (720, 480)
        assert is_red(decoded(made.content), (10, 10)) is is_red(decoded(wide.content), (10, 10))
        assert narrowed(made, 720) is made


def test_the_same_picture_gives_the_same_bytes() -> None:
    content = turned(halves(2000, 1000), 8)

    assert clean(content, 60) == clean(content, 60)


def test_a_picture_with_too_many_pixels_is_refused_by_its_head() -> None:
    with pytest.raises(PictureRefusedError) as caught:
        clean(encoded(Image.new("1", (1001, 1000)), "PNG"), 1)

    assert caught.value.code == "picture-pixels"


def test_a_picture_that_the_library_takes_for_a_bomb_is_refused() -> None:
    with pytest.raises(PictureRefusedError) as caught:
        clean(encoded(Image.new("1", (10_000, 10_000)), "PNG"), 1000)

    assert caught.value.code == "picture-pixels"


@pytest.mark.parametrize(("content", "code"), [
    (b"no picture", "picture-type"), (b"", "picture-type"), (encoded(halves(), "GIF"), "picture-type"),
    (encoded(halves(400, 400))[:400], "picture-damaged"), (encoded(halves(400, 400), "PNG")[:200], "picture-damaged"),
])  # fmt: skip
def test_what_is_no_whole_picture_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(PictureRefusedError) as caught:
        clean(content, 60)

    assert caught.value.code == code


def test_a_truncated_picture_is_refused_whatever_another_library_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)

    with pytest.raises(PictureRefusedError, match="picture-damaged"):
        clean(encoded(halves(400, 400))[:400], 60)


def test_a_records_picture_is_kept_by_the_hash_of_its_file(make_workspace: MakeWorkspace) -> None:
    workspace, found = loaded(make_workspace, turned(halves(), 6))
    picture = found.pictures["一支部/党日", "合影.jpg"]

    data = workspace.picture_data(picture.sha256)

    assert found.findings == ()
    assert (picture.width, picture.height) == (data.width, data.height) == decoded(data.content).size == (20, 40)
    assert list((workspace.root / ".docgen" / "pictures").glob(f"{picture.sha256}.*"))


def test_a_kept_picture_is_not_cleaned_again(make_workspace: MakeWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, first = loaded(make_workspace, encoded(halves()))
    monkeypatch.setattr("docgen.workspace.pictures.clean", None)

    assert load_unit(workspace, "一支部").pictures == first.pictures


def test_a_damaged_card_makes_the_picture_anew(make_workspace: MakeWorkspace) -> None:
    workspace, found = loaded(make_workspace, encoded(halves()))
    (picture,) = found.pictures.values()
    (workspace.root / ".docgen" / "pictures" / f"{picture.sha256}.json").write_text("{")

    assert load_unit(workspace, "一支部").pictures == found.pictures


def test_a_picture_that_is_not_kept_is_an_error(make_workspace: MakeWorkspace) -> None:
    with pytest.raises(WorkspaceError, match="picture-lost"):
        make_workspace({}).picture_data("00")


def test_an_oversized_file_is_refused_unread(make_workspace: MakeWorkspace) -> None:
    content = encoded(halves()) + bytes(1024 * 1024)
    _, found = loaded(make_workspace, content, "单位: 某公司\n限额: {图片大小: 1}\n")

    assert codes(found.findings) == ["picture-large"]
    assert found.pictures == {}


def test_a_damaged_picture_is_a_finding_at_its_name(make_workspace: MakeWorkspace) -> None:
    _, found = loaded(make_workspace, b"no picture")

    assert codes(found.findings) == ["picture-type"]
    assert str(found.findings[0].place) == "支部/一支部/记录/党日.yaml:4:11"


def test_a_damaged_picture_that_a_record_shows_twice_is_one_finding(make_workspace: MakeWorkspace) -> None:
    twice = RECORD.replace("照片: [", "附件: [合影.jpg]\n照片: [{文件: 合影.jpg}, ")
    files: dict[str, str | bytes] = {
        "支部/一支部/记录/党日.yaml": twice,
        "支部/一支部/附件/合影.jpg": encoded(halves(400, 400))[:400],
    }

    found = load_unit(make_workspace(files), "一支部")

    assert codes(found.findings) == ["picture-damaged"]


def test_a_missing_picture_is_a_warning(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"支部/一支部/记录/党日.yaml": RECORD})

    assert codes(load_unit(workspace, "一支部").findings) == ["file-missing"]


def test_a_state_folder_that_cannot_be_written_is_a_finding(make_workspace: MakeWorkspace) -> None:
    folder = "支部/一支部"
    workspace = make_workspace(
        {".docgen": "a file", f"{folder}/记录/党日.yaml": RECORD, f"{folder}/附件/合影.jpg": encoded(halves())}
    )

    assert codes(load_unit(workspace, "一支部").findings) == ["picture-unkept"]


def test_the_picture_library_is_loaded_only_for_pictures(tmp_path: Path) -> None:
    code = "import sys, docgen.workspace, docgen.ledger; sys.exit('PIL' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False).returncode == 0
