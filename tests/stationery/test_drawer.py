"""Takes folders of templates, gives the template that is used, and copies for a person to change."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from docgen.errors import TemplateError, UsageError
from docgen.formats import Format
from docgen.stationery import Stationery


@pytest.fixture
def builtin(tmp_path: Path) -> Path:
    """Two templates of one kind, one of which includes a shared part."""
    folder = tmp_path / "builtin"
    (folder / "minutes").mkdir(parents=True)
    (folder / "_shared").mkdir()
    (folder / "minutes/minutes.docx").write_bytes(b"word")
    (folder / "minutes/minutes.html").write_text('{% extends "_shared/base.html" %}', encoding="utf-8")
    (folder / "_shared/base.html").write_text('{% include "_shared/page.css" %}', encoding="utf-8")
    (folder / "_shared/page.css").write_text("a", encoding="utf-8")
    return folder


@pytest.fixture
def stationery(tmp_path: Path, builtin: Path) -> Stationery:
    return Stationery(tmp_path / "own", builtin)


def test_the_users_own_template_comes_first(stationery: Stationery) -> None:
    stationery.eject("minutes")
    assert stationery.own is not None
    (stationery.own / "minutes/minutes.docx").write_bytes(b"mine")

    assert stationery.template("minutes", Format.DOCX).content == b"mine"


@pytest.mark.parametrize("name", ["minutes/minutes.html", "_shared/page.css"])
def test_a_page_that_is_not_in_utf_8_is_told_by_its_name(stationery: Stationery, builtin: Path, name: str) -> None:
    (builtin / name).write_bytes("版".encode("gbk"))

    with pytest.raises(TemplateError, match="template-encoding") as told:
        stationery.template("minutes", Format.HTML)
    assert told.value.values["template"] == name


def test_a_template_comes_with_all_that_it_includes(stationery: Stationery) -> None:
    template = stationery.template("minutes", Format.PDF)

    assert template.name == "minutes/minutes.html"
    assert set(template.includes) == {"_shared/base.html", "_shared/page.css"}


def test_the_hash_covers_what_is_included(tmp_path: Path, builtin: Path, stationery: Stationery) -> None:
    before = stationery.template("minutes", Format.HTML).sha256
    (builtin / "_shared/page.css").write_text("b", encoding="utf-8")

    assert Stationery(tmp_path / "own", builtin).template("minutes", Format.HTML).sha256 != before


def test_a_missing_template_is_told_with_its_name(stationery: Stationery) -> None:
    with pytest.raises(TemplateError) as caught:
        stationery.template("minutes", Format.XLSX)
    assert caught.value.values["value"] == "minutes/minutes.xlsx"


def test_an_eject_copies_all_or_nothing(stationery: Stationery) -> None:
    assert stationery.own is not None
    changed = stationery.own / "minutes/minutes.html"
    changed.parent.mkdir(parents=True)
    changed.write_text("mine", encoding="utf-8")

    with pytest.raises(UsageError, match="template-exists"):
        stationery.eject("minutes")
    assert [path.name for path in changed.parent.iterdir()] == ["minutes.html"]

    assert len(stationery.eject("minutes", overwrite=True)) == 2
    assert changed.read_text(encoding="utf-8") != "mine"


def test_a_page_profile_has_what_is_its_own_and_shares_the_rest(builtin: Path, stationery: Stationery) -> None:
    apart = builtin / "_gb33476"
    (apart / "minutes").mkdir(parents=True)
    (apart / "_shared").mkdir()
    (apart / "minutes/minutes.docx").write_bytes(b"other page")
    (apart / "_shared/page.css").write_text("b", encoding="utf-8")
    other = Stationery(stationery.own, builtin, "gb33476")

    assert other.template("minutes", Format.DOCX).content == b"other page"
    assert other.template("minutes", Format.PDF).includes["_shared/page.css"] == "b"
    assert other.template("minutes", Format.PDF).content == stationery.template("minutes", Format.PDF).content
    assert [path.read_bytes() for path in other.eject("minutes") if path.suffix == ".docx"] == [b"other page"]


def test_without_a_folder_of_ones_own_there_is_nowhere_to_eject_to(builtin: Path) -> None:
    with pytest.raises(UsageError, match="template-nowhere"):
        Stationery(None, builtin).eject("minutes")


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../outside.html", "_shared/../../outside.html", "ledger/ledger.html", "C:/x.html", "outside.html"],
)
def test_a_template_includes_nothing_from_elsewhere(
    stationery: Stationery, builtin: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "outside.html").write_text("secret", encoding="utf-8")
    (builtin / "outside.html").write_text("secret", encoding="utf-8")
    (builtin / "minutes/minutes.html").write_text(f"{{% include '{name}' %}}", encoding="utf-8")

    with pytest.raises(TemplateError) as raised:
        stationery.template("minutes", Format.HTML)
    assert raised.value.code == "template-include-outside"


def test_a_loose_file_comes_without_what_it_must_not_include(stationery: Stationery, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{% include '/etc/passwd' %}{% include '_shared/page.css' %}", encoding="utf-8")

    assert set(stationery.loose(tmp_path / "a.html", Format.HTML).includes) == {"_shared/page.css"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_the_folder_is_not_followed(stationery: Stationery, builtin: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.css").write_text("secret", encoding="utf-8")
    (builtin / "_shared/page.css").unlink()
    (builtin / "_shared/page.css").symlink_to(tmp_path / "outside.css")

    with pytest.raises(TemplateError) as raised:
        stationery.template("minutes", Format.HTML)
    assert raised.value.code == "template-missing"


def test_a_template_includes_what_lies_beside_it(stationery: Stationery, builtin: Path) -> None:
    (builtin / "minutes/part.html").write_text("b", encoding="utf-8")
    (builtin / "minutes/minutes.html").write_text("{% include 'minutes/part.html' %}", encoding="utf-8")

    assert stationery.template("minutes", Format.HTML).includes == {"minutes/part.html": "b"}
