"""Takes formats, gives what of this machine their papers depend on."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version

import pytest

from docgen.fonts import installed
from docgen.formats import Format
from docgen.renderers import fingerprint, machine


def in_another_process(script: str, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True, env=environment
    ).stdout


@pytest.mark.parametrize("format", list(Format))
def test_every_format_names_the_dictionary_that_breaks_titles(format: Format) -> None:
    assert f"rjieba {version('rjieba')}" in fingerprint(format).splitlines()


def test_a_pdf_names_its_engine_and_the_faces_of_pages() -> None:
    lines = fingerprint(Format.PDF).splitlines()

    assert f"weasyprint {version('weasyprint')}" in lines
    stood_in = [face.path.name for face in installed() if "Noto Serif CJK SC" in face.families]
    assert all(any(line.startswith(f"{name} ") for line in lines) for name in stood_in)


def test_what_has_no_fonts_in_it_names_none() -> None:
    assert fingerprint(Format.DOCX).splitlines()[1:] == [f"matplotlib {version('matplotlib')}"]
    assert fingerprint(Format.XLSX).splitlines()[1:] == [f"openpyxl {version('openpyxl')}"]


def test_another_version_is_another_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(Format.PDF)
    monkeypatch.setattr(machine, "version", lambda name: "71.0")
    machine._versioned.cache_clear()

    assert fingerprint(Format.PDF) != before
    machine._versioned.cache_clear()


def test_it_is_the_same_in_every_process_and_loads_no_engine() -> None:
    script = (
        "import sys; from docgen.renderers import fingerprint; from docgen.formats import Format;"
        "print([fingerprint(each) for each in Format]);"
        "print(sorted({'weasyprint', 'fontTools', 'rjieba', 'openpyxl', 'docx', 'jinja2'} & set(sys.modules)))"
    )
    expected = f"{[fingerprint(each) for each in Format]}\n[]\n"

    assert [in_another_process(script, seed) for seed in "12"] == [expected, expected]
