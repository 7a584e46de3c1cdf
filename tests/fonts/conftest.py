"""Takes names and characters, gives small font files made for a test, and docgen in a process that sees them alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph

from docgen.fonts.configuration import CONFIGURATION

ENGLISH, CHINESE = 0x409, 0x804
MakeFont = Callable[..., Path]
RunIn = Callable[..., "subprocess.CompletedProcess[str]"]


def square() -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 700), (800, 700), (800, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


@pytest.fixture
def make_font(tmp_path: Path) -> MakeFont:
    """Write a font with an English and a Chinese family name and square glyphs for some characters."""

    def make(english: str, chinese: str, chars: str, *, weight: int = 400, folder: Path | None = None) -> Path:
        glyphs = {f"u{ord(char):05X}": char for char in sorted(set(chars))}
        builder = FontBuilder(1000, isTTF=True)
        builder.setupGlyphOrder([".notdef", *glyphs])
        builder.setupCharacterMap({ord(char): name for name, char in glyphs.items()})
        builder.setupGlyf({name: square() for name in (".notdef", *glyphs)})
        builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *glyphs), (1000, 100)))
        builder.setupHorizontalHeader(ascent=800, descent=-200)
        builder.setupNameTable({"psName": english.replace(" ", "")}, mac=False)
        for language, family in ((ENGLISH, english), (CHINESE, chinese)):
            for number, text in ((1, family), (2, "Regular"), (4, family)):
                builder.font["name"].setName(text, number, 3, 1, language)
        builder.setupOS2(usWeightClass=weight, sTypoAscender=800, sTypoDescender=-200)
        builder.setupPost()
        path = (folder or tmp_path / "fonts") / f"{english}-{weight}.ttf"
        path.parent.mkdir(parents=True, exist_ok=True)
        builder.save(path)
        return path

    return make


@pytest.fixture
def run_in(tmp_path: Path) -> RunIn:
    """Run Python over docgen's own rules with the fonts of one folder and no others."""

    def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        rules = CONFIGURATION.read_text(encoding="utf-8").splitlines()
        own = [line for line in rules if not line.lstrip().startswith(("<dir", "<cachedir"))]
        at = own.index("<fontconfig>") + 1
        own[at:at] = [f"<dir>{folder}</dir>", f"<cachedir>{tmp_path / 'cache'}</cachedir>"]
        configuration = tmp_path / "fonts.conf"
        configuration.write_text("\n".join(own), encoding="utf-8")
        environment = {**os.environ, "FONTCONFIG_FILE": str(configuration), "PYTHONUTF8": "1"}
        return subprocess.run(
            [sys.executable, *arguments], capture_output=True, text=True, encoding="utf-8", check=False, env=environment
        )

    return run
