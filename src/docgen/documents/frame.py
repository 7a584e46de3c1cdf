"""Takes nothing, gives what stands around the view of every paper: names, and the appendix 依据 that may be asked for."""

from __future__ import annotations

from msgspec.structs import replace

from docgen.house.outline import Align, Block, Column, If, Imprint, Outline, Rows, Title
from docgen.view import View, label

TITLE, DRAFT, PUBLISHER, SOURCES = "题名", "草稿", "署名单位", "依据"
FRAME = (TITLE, DRAFT, PUBLISHER, SOURCES)
"""What every template may show beside its view's own labels."""


class SourceRow(View, frozen=True, kw_only=True):
    """One figure of a paper, where it stands, and the records behind it."""

    number: str = label("序号")
    path: str = label("位置")
    figure: str = label("数")
    records: str = label("记录")


APPENDIX: tuple[Block, ...] = (
    If(
        SOURCES,
        (
            Title(SOURCES, new_page=True),
            Rows(
                SOURCES,
                "行",
                (
                    Column("序号", "{{ 行.序号 }}", 8, Align.CENTER),
                    Column("位置", "{{ 行.位置 }}", 30),
                    Column("数", "{{ 行.数 }}", 12, Align.CENTER),
                    Column("记录", "{{ 行.记录 }}", 50),
                ),
            ),
        ),
    ),
)


def framed(outline: Outline) -> Outline:
    """Return an outline with the appendix behind it, before the imprint, which stands last (GB/T 9704-2012, 7.4)."""
    blocks = outline.blocks
    end = len(blocks) - 1 if blocks and isinstance(blocks[-1], Imprint) else len(blocks)
    return replace(outline, blocks=(*blocks[:end], *APPENDIX, *blocks[end:]))
