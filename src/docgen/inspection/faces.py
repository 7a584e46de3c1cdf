"""Takes the name of a font as a Word file has it, gives the face of official papers that it is."""

from __future__ import annotations

from docgen.page import FONTS, Role
from docgen.page.fonts import font_families

# Makers name their cuts of a face after it: 方正仿宋_GBK, STKaiti, FandolHei, 华文中宋.
_FRAGMENTS = (
    ("小标宋", Role.TITLE),
    ("xiaobiaosong", Role.TITLE),
    ("fzxbs", Role.TITLE),
    ("仿宋", Role.FANG),
    ("fangsong", Role.FANG),
    ("fang", Role.FANG),
    ("楷", Role.KAI),
    ("kai", Role.KAI),
    ("黑", Role.HEI),
    ("hei", Role.HEI),
    ("宋", Role.SONG),
    ("simsun", Role.SONG),
    ("song", Role.SONG),
)
_KNOWN = {name.lower(): role for role in FONTS for name in font_families(role)}
TIMES = "times new roman"
_OTHERS = ("雅黑", "yahei")
"""Faces whose names have such a fragment and that are another face all the same."""


def face_of(name: str) -> Role | None:
    """Return the face that a font is, by its name; None for one that official papers do not use."""
    plain = name.strip().lstrip("@").lower()
    if any(fragment in plain for fragment in _OTHERS):
        return None
    # Substitutes stand for several faces, so that fragments come first.
    found = next((role for fragment, role in _FRAGMENTS if fragment in plain.replace(" ", "")), None)
    return found or _KNOWN.get(plain)


def is_chinese(name: str) -> bool:
    """Tell whether a font has Chinese glyphs of its own, by its name."""
    return face_of(name) is not None or not name.isascii()
