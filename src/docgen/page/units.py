"""Takes lengths in one unit, gives them in another, as the whole numbers that Word files hold."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

MM_PER_INCH = Decimal("25.4")
PT_PER_INCH = 72
TWIPS_PER_PT = 20
TWIPS_PER_INCH = 1440
EMU_PER_MM = 36_000
EMU_PER_PT = 12_700
EMU_PER_TWIP = 635
EIGHTHS_PER_PT = 8
HUNDREDTHS_PER_CHAR = 100

Length = int | float | Decimal


def mm_to_twips(mm: Length) -> int:
    """Convert millimetres to twips (dxa, 1/1440 inch)."""
    return _rounded(_exact(mm) * TWIPS_PER_INCH / MM_PER_INCH)


def pt_to_twips(pt: Length) -> int:
    """Convert points to twips (dxa, 1/20 point)."""
    return _rounded(_exact(pt) * TWIPS_PER_PT)


def mm_to_emu(mm: Length) -> int:
    """Convert millimetres to EMU (1/360000 cm)."""
    return _rounded(_exact(mm) * EMU_PER_MM)


def pt_to_emu(pt: Length) -> int:
    """Convert points to EMU (1/12700 point)."""
    return _rounded(_exact(pt) * EMU_PER_PT)


def twips_to_emu(twips: int) -> int:
    """Convert twips to EMU."""
    return twips * EMU_PER_TWIP


def pt_to_half_points(pt: Length) -> int:
    """Convert points to half-points, the unit of w:sz."""
    return _rounded(_exact(pt) * 2)


def pt_to_eighths(pt: Length) -> int:
    """Convert points to eighths of a point, the unit of a border's w:sz."""
    return _rounded(_exact(pt) * EIGHTHS_PER_PT)


def mm_to_eighths(mm: Length) -> int:
    """Convert millimetres to eighths of a point, the unit of a border's w:sz."""
    return _rounded(_exact(mm) * PT_PER_INCH * EIGHTHS_PER_PT / MM_PER_INCH)


def chars_to_hundredths(chars: Length) -> int:
    """Convert character widths to hundredths, the unit of w:firstLineChars and its like."""
    return _rounded(_exact(chars) * HUNDREDTHS_PER_CHAR)


def mm_to_pt(mm: Length) -> float:
    """Convert millimetres to points, not rounded."""
    return float(_exact(mm) * PT_PER_INCH / MM_PER_INCH)


def twips_to_pt(twips: int) -> float:
    """Convert twips to points, not rounded."""
    return twips / TWIPS_PER_PT


def twips_to_mm(twips: int) -> float:
    """Convert twips to millimetres, not rounded."""
    return float(twips * MM_PER_INCH / TWIPS_PER_INCH)


def number_css(value: Length) -> str:
    """Write a number for CSS: at most four decimals, no idle zeros."""
    text = f"{float(value):.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _exact(value: Length) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _rounded(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_HALF_UP))
