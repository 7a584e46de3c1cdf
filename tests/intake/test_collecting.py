"""Takes zips of branches' folders, proves what is told of them, what is written and what is refused."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from docgen.errors import UnreadableFile
from docgen.intake import Change, collect
from docgen.workspace import Workspace, open_workspace

ON = date(2020, 5, 1)
MEETING = "记录/2020/01/2020-01-10-支委会.yaml"


class Gbk(zipfile.ZipInfo):
    """A member whose name is written as Chinese Windows writes it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits


def parcel(path: Path, files: dict[str, bytes], member: type[zipfile.ZipInfo] = zipfile.ZipInfo) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(member(name), content)
    return path


@pytest.fixture
def sent(founded: Workspace) -> dict[str, bytes]:
    """The folder of the one branch, as a clerk would zip it."""
    folder = founded.units["一支部"].path
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {f"一支部/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in found}


def test_a_folder_as_it_is_changes_nothing(founded: Workspace, sent: dict[str, bytes], tmp_path: Path) -> None:
    found = collect(founded, [parcel(tmp_path / "a.zip", sent)])

    assert [each.short for each in found.units] == ["一支部"]
    assert set(dict(found.units[0].files).values()) == {Change.SAME}
    assert found.findings == ()
    assert found.write(ON) == 0


@pytest.mark.parametrize("member", [zipfile.ZipInfo, Gbk])
def test_new_and_changed_files_come_in_and_what_they_replace_is_kept(
    founded: Workspace, sent: dict[str, bytes], tmp_path: Path, member: type[zipfile.ZipInfo]
) -> None:
    before = sent[f"一支部/{MEETING}"]
    sent[f"一支部/{MEETING}"] = before.replace("三楼会议室".encode(), "四楼".encode())
    sent["一支部/附件/签到表.jpg"] = b"x"
    found = collect(founded, [parcel(tmp_path / "a.zip", sent, member)])
    (unit,) = found.units
    assert (unit.of(Change.NEW), unit.of(Change.CHANGED)) == (("附件/签到表.jpg",), (MEETING,))
    assert not (unit.folder / "附件/签到表.jpg").exists()

    assert found.write(ON) == 2

    assert "四楼" in (unit.folder / MEETING).read_text(encoding="utf-8")
    assert (founded.root / ".docgen/collected/2020-05-01-一支部" / MEETING).read_bytes() == before


def test_what_a_zip_lacks_stays_and_is_told(founded: Workspace, sent: dict[str, bytes], tmp_path: Path) -> None:
    del sent[f"一支部/{MEETING}"]
    found = collect(founded, [parcel(tmp_path / "a.zip", sent)])
    found.write(ON)

    assert found.units[0].of(Change.LACKING) == (MEETING,)
    assert (found.units[0].folder / MEETING).is_file()


def test_a_new_branch_gets_a_folder_of_its_own(founded: Workspace, sent: dict[str, bytes], tmp_path: Path) -> None:
    file = "一支部/单位.yaml"
    sent[file] = sent[file].replace("简称: 一支部".encode(), "简称: 二支部".encode())
    found = collect(founded, [parcel(tmp_path / "a.zip", sent)])
    found.write(ON)

    assert found.units[0].is_new
    assert "二支部" in open_workspace(founded.root).units


def test_records_that_cannot_be_read_are_told_and_taken(
    founded: Workspace, sent: dict[str, bytes], tmp_path: Path
) -> None:
    sent["一支部/记录/坏.yaml"] = "类型: 会议\n地点：三楼\n".encode()
    found = collect(founded, [parcel(tmp_path / "a.zip", sent)])

    assert found.units[0].of(Change.NEW) == ("记录/坏.yaml",)
    assert any("坏.yaml" in each.place.file for each in found.findings)


def test_other_files_are_passed_over_and_named(founded: Workspace, sent: dict[str, bytes], tmp_path: Path) -> None:
    sent["一支部/说明.txt"] = b"x"
    sent["一支部/记录/.隐藏.yaml"] = b"x"
    found = collect(founded, [parcel(tmp_path / "a.zip", sent)])

    assert {each.values["value"] for each in found.findings} == {"说明.txt", "记录/.隐藏.yaml"}
    assert {each.code for each in found.findings} == {"collect-passed-over"}


def test_a_zip_without_a_unit_or_with_one_twice_is_told(
    founded: Workspace, sent: dict[str, bytes], tmp_path: Path
) -> None:
    empty = parcel(tmp_path / "空.zip", {"a.txt": b""})
    whole = parcel(tmp_path / "a.zip", sent)
    found = collect(founded, [empty, whole, whole])

    assert [each.code for each in found.findings] == ["collect-twice", "collect-no-unit"]
    assert len(found.units) == 1


@pytest.mark.parametrize("name", ["../x/单位.yaml", "/x/单位.yaml", "C:/x/单位.yaml", "a\\..\\单位.yaml"])
def test_names_that_lead_elsewhere_are_refused(founded: Workspace, tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile, match="zip-path-refused"):
        collect(founded, [parcel(tmp_path / "a.zip", {name: b""})])


def test_links_are_refused(founded: Workspace, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("一支部/记录/x.yaml")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")

    with pytest.raises(UnreadableFile, match="zip-link-refused"):
        collect(founded, [tmp_path / "a.zip"])


def test_what_grows_beyond_measure_is_refused_before_it_is_opened(founded: Workspace, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("一支部/附件/大.bin", b"\0" * 20_000_000)

    with pytest.raises(UnreadableFile, match="zip-bomb"):
        collect(founded, [tmp_path / "a.zip"])


def test_a_damaged_zip_is_refused(founded: Workspace, sent: dict[str, bytes], tmp_path: Path) -> None:
    path = parcel(tmp_path / "a.zip", sent)
    path.write_bytes(path.read_bytes()[:-200])

    with pytest.raises(UnreadableFile, match="zip-unreadable"):
        collect(founded, [path])
