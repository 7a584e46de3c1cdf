"""Takes the richest sample paper of every kind as docx through LibreOffice, proves that an office program can show it."""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.every_kind.test_three_clothes import docx_paragraphs, pdf_text

from docgen.documents import KINDS
from docgen.formats import Format

PRIVATE_FONTS = "src/docgen/renderers/fonts.conf"


@pytest.fixture(scope="module")
def printed(every_paper: dict[str, list[Any]], desk: Any, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the richest docx of every kind and scope, and what LibreOffice prints of each."""
    folder = tmp_path_factory.mktemp("office")
    for name, samples in every_paper.items():
        richest = max(samples, key=lambda sample: len(str(sample.composition.plain)))
        (folder / f"{name}.docx").write_bytes(desk.paper(richest, Format.DOCX))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(root / PRIVATE_FONTS)}
    papers = sorted(str(path) for path in folder.glob("*.docx"))
    subprocess.run([*command, *papers], check=True, env=environment, capture_output=True, timeout=300)
    return folder


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("name", [f"{kind.name} {paper.scope.name}" for kind in KINDS for paper in kind.papers])
def test_an_office_program_shows_every_word(name: str, printed: Path) -> None:
    word = Counter("".join(docx_paragraphs((printed / f"{name}.docx").read_bytes())))
    page = (printed / f"{name}.pdf").read_bytes()

    assert len(PdfReader(BytesIO(page)).pages) >= 1
    assert word
    assert word - Counter(pdf_text(page)) == Counter()
