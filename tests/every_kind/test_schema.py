"""Takes the richest sample paper of every kind as docx, proves it against the schema of Word files.

The validator is openxml-audit, a port of Microsoft's Open XML SDK: packages, relationships, order and number of
children, required attributes, values.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator

from docgen.formats import Format
from docgen.generation import dress
from docgen.page import PROFILES
from docgen.stationery import Stationery

# It wants a theme in every Word file; ISO/IEC 29500-1 permits none or one (14.2.7), and docgen names its fonts itself.
UNASKED = "relationships/theme' is missing"


def faults(content: bytes, folder: Path) -> list[str]:
    path = folder / "paper.docx"
    path.write_bytes(content)
    told = [str(each) for each in OpenXmlValidator().validate(path).errors]
    return [each for each in told if UNASKED not in each]


@pytest.fixture(scope="module")
def stationeries() -> dict[str, Stationery]:
    return {profile: Stationery(profile=profile) for profile in PROFILES}


@pytest.mark.parametrize("profile", PROFILES)
def test_every_word_file_obeys_the_schema(
    profile: str, richest: Any, desk: Any, stationeries: dict[str, Stationery], tmp_path: Path
) -> None:
    made = dress(richest.composition, Format.DOCX, stationeries[profile], desk.workspace.picture_data)

    assert faults(made.content, tmp_path) == []


@pytest.mark.parametrize(
    ("sound", "broken", "told"),
    [
        ('<w:pStyle w:val="people"/><w:ind ', '<w:ind w:left="0"/><w:pStyle w:val="people"/><w:ind ', "'pStyle' found"),
        (' w:type="default"', "", "Required attribute 'type'"),
        ("<wp:extent ", "<wp:extant ", "Required element 'extent'"),
        ('<w:pgSz w:w="11906"', '<w:pgSz w:w="wide"', "Invalid value"),
    ],
)
def test_the_validator_tells_what_is_wrong(sound: str, broken: str, told: str, tmp_path: Path) -> None:
    content = Stationery().template("minutes", Format.DOCX).content

    assert faults(content, tmp_path) == []
    assert any(told in each for each in faults(changed(content, sound, broken), tmp_path))


def changed(content: bytes, sound: str, broken: str) -> bytes:
    """The same file with one text of its document replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name).decode()
            if name == "word/document.xml":
                assert sound in part
                part = part.replace(sound, broken, 1)
            target.writestr(name, part)
    return out.getvalue()
