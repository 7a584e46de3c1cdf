"""Takes the sizes of pages, gives a page of each size with its number at the upper right and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.page import Role, css_family, size_pt

NAME = "page-stamps"
SIZE = "小四"
# Within the margin of every profile, and clear of the draft mark, which hangs lower.
TOP_MM, RIGHT_MM = 8, 12


def stamps_page(sizes: Sequence[tuple[float, float]]) -> str:
    """Return a page in html whose print has a sheet for each width and height (pt), numbered from 1."""
    distinct = {size: f"of-{index}" for index, size in enumerate(dict.fromkeys(sizes))}
    pages = "".join(
        f"@page {name} {{ size: {width:g}pt {height:g}pt; }}\n.{name} {{ page: {name}; }}\n"
        for (width, height), name in distinct.items()
    )
    numbers = "\n".join(f'<p class="{distinct[size]}">{number}</p>' for number, size in enumerate(sizes, start=1))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<style>\n'
        f"@page {{ margin: {TOP_MM}mm {RIGHT_MM}mm 0; }}\n{pages}"
        f"p {{ margin: 0; break-after: page; text-align: right; font: {size_pt(SIZE):g}pt {css_family(Role.SONG)}; }}\n"
        f"p:last-child {{ break-after: auto; }}\n</style>\n</head>\n<body>\n{numbers}\n</body>\n</html>\n"
    )
