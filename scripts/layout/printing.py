"""Takes the papers that are measured, gives their pages: pdf of docgen's own, and docx through LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from scripts.layout.papers import ROOT, Paper

import docgen
from docgen.formats import Format
from docgen.inspection.ruler import Printed, read
from docgen.page import DEFAULT_PROFILE

FONTS = ROOT / "src" / "docgen" / "renderers" / "fonts.conf"
SETTINGS, PROFILE = "docgen.yaml", "版式: {}\n"
TIMEOUT_SECONDS = 300


class Clothes(StrEnum):
    """The two ways to a page."""

    PDF = "pdf"
    OFFICE = "docx"


def print_papers(
    papers: Iterable[Paper], folder: Path, clothes: Iterable[Clothes]
) -> dict[tuple[str, Clothes], Printed]:
    """Make papers in a folder, and read their pages; the keys are a paper's and the clothes."""
    wanted, asked = list(clothes), list(papers)
    for paper in asked:
        _make(paper, folder, wanted)
    if Clothes.OFFICE in wanted:
        through_office(sorted(folder.glob(f"*.{Format.DOCX}")), folder / Clothes.OFFICE)
    return {(paper.key, each): read(_page(paper, each, folder).read_bytes()) for paper in asked for each in wanted}


def _page(paper: Paper, clothes: Clothes, folder: Path) -> Path:
    return (folder if clothes is Clothes.PDF else folder / Clothes.OFFICE) / f"{paper.key}.pdf"


def _make(paper: Paper, folder: Path, clothes: Iterable[Clothes]) -> None:
    """Render one paper by docgen's own verb, and name its files by its key."""
    made = folder / f"{paper.key}.made"
    workspace = docgen.open_workspace(_on_page(paper, folder))
    docgen.render(workspace, paper.subject, kinds=[paper.kind], to=list(clothes), out=made)
    files = [path for path in made.iterdir() if path.is_file()]
    for each in clothes:
        (file,) = (path for path in files if path.suffix == f".{each}")
        shutil.move(file, folder / f"{paper.key}.{each}")


def _on_page(paper: Paper, folder: Path) -> Path:
    """Return the paper's workspace; a copy with the other setting where its page is not the usual one."""
    if paper.profile == DEFAULT_PROFILE:
        return paper.workspace
    copy = folder / f"{paper.key}.workspace"
    shutil.copytree(paper.workspace, copy)
    settings = copy / SETTINGS
    text = settings.read_text(encoding="utf-8")
    changed = text.replace(PROFILE.format(DEFAULT_PROFILE), PROFILE.format(paper.profile))
    if changed == text:
        raise ValueError(f"{settings}: no line {PROFILE.format(DEFAULT_PROFILE)!r}")
    settings.write_text(changed, encoding="utf-8")
    return copy


def through_office(papers: list[Path], out: Path) -> None:
    """Print Word files with LibreOffice over docgen's fonts, into pdf files of the same names."""
    profile = f"-env:UserInstallation={(out.parent / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), *map(str, papers)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(FONTS)}
    subprocess.run(command, check=True, env=environment, capture_output=True, timeout=TIMEOUT_SECONDS)
