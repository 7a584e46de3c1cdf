"""Takes environments and configurations, gives the folders of fonts, and the rules beside the chains of `page`."""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from docgen.fonts import CONFIGURATION, folders, is_foreign, name_configuration
from docgen.fonts.names import GENERIC, LAST, names_of
from docgen.page import FONTS, Role


@pytest.fixture(autouse=True)
def _unnamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE")
    monkeypatch.delenv("DOCGEN_FONTS", raising=False)


def configuration() -> ET.Element:
    return ET.parse(CONFIGURATION).getroot()  # noqa: S314 - docgen's own file


def rules() -> dict[str, list[tuple[str, list[str]]]]:
    """What fonts.conf does to a family: (what is set, to which values), by the family's name."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for match in configuration().iter("match"):
        tests = [str(test.findtext("string")) for test in match.iter("test") if test.get("name") == "family"]
        edits = [(str(edit.get("name")), [str(each.text) for each in edit]) for edit in match.iter("edit")]
        for name in tests:
            found.setdefault(name, []).extend(edits)
    return found


def test_fontconfig_is_told_the_same_chains_as_the_style_sheets() -> None:
    told = rules()
    assert len(told) > len(FONTS)

    for role, font in FONTS.items():
        for name in names_of(role):
            others = [each for each in names_of(role) if each != name]
            families = [*others, *(substitute.family for substitute in font.substitutes)]
            bold = [("weight", ["bold"])] if role is Role.TITLE else []
            assert told.pop(name) == [("family", families), *bold], name
    assert told == {name: [("family", [family])] for name, family in GENERIC.items()}


def test_every_search_ends_in_the_last_families() -> None:
    ends = [edit for edit in configuration().iter("edit") if edit.get("mode") == "append_last"]

    assert [[each.text for each in edit] for edit in ends] == [list(LAST)]


def test_the_folders_are_those_that_fontconfig_reads() -> None:
    found = folders()

    assert {Path("/usr/share/fonts"), Path("~/.fonts").expanduser()} <= set(found)
    assert CONFIGURATION.parents[3] / ".fonts" in found


def test_folders_of_the_environment_come_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCGEN_FONTS", os.pathsep.join([str(tmp_path / "甲"), str(tmp_path / "乙")]))

    assert folders()[:2] == (tmp_path / "甲", tmp_path / "乙")


def test_the_configuration_that_adds_them_is_docgens_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCGEN_FONTS", str(tmp_path))
    name_configuration()

    assert folders()[0] == tmp_path
    assert Path("/usr/share/fonts") in folders()
    assert not is_foreign()


def test_a_configuration_that_the_user_names_decides_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    included = tmp_path / "conf.d"
    included.mkdir()
    (included / "10-own.conf").write_text('<fontconfig><dir prefix="relative">more</dir></fontconfig>')
    named = tmp_path / "own.conf"
    named.write_text("<fontconfig><dir>/own</dir><include>conf.d</include><include>absent.conf</include></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(named))

    assert folders() == (Path("/own"), included / "more")
    assert is_foreign()


def test_a_configuration_that_cannot_be_read_names_no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "broken.conf"
    broken.write_text("<fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(broken))

    assert folders() == ()


def test_the_fonts_of_windows_are_looked_for_where_windows_has_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("WINDIR", str(tmp_path / "Windows"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))

    assert folders()[:2] == (tmp_path / "Windows" / "Fonts", tmp_path / "Local" / "Microsoft/Windows/Fonts")
