"""Takes the name of a Chinese type size, gives its points."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.page.units import pt_to_half_points

SIZES: Mapping[str, float] = MappingProxyType(
    {
        "初号": 42,
        "小初": 36,
        "一号": 26,
        "小一": 24,
        "二号": 22,
        "小二": 18,
        "三号": 16,
        "小三": 15,
        "四号": 14,
        "小四": 12,
        "五号": 10.5,
        "小五": 9,
    }
)
_HAN_OF_DIGIT = str.maketrans("012345", "初一二三四五")


def size_pt(size: str) -> float:
    """Return the points of a named size, written in Han or Arabic digits; raise KeyError for an unknown one."""
    return SIZES[size.translate(_HAN_OF_DIGIT)]


def size_half_points(size: str) -> int:
    """Return the half-points of a named size, the unit of w:sz."""
    return pt_to_half_points(size_pt(size))


def size_name(pt: float) -> str | None:
    """Return the name of a size given in points, None when it has none."""
    return next((name for name, points in SIZES.items() if points == pt), None)
