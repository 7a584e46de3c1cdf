"""Takes the role that a font plays, gives its official name, its open substitutes and its CSS chain."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct


class Role(StrEnum):
    """The five faces of official papers."""

    TITLE = "小标宋"
    FANG = "仿宋"
    KAI = "楷体"
    HEI = "黑体"
    SONG = "宋体"


class Substitute(Struct, frozen=True):
    """An open font that stands in for an official one; weight as in CSS."""

    family: str
    weight: int = 400


class Font(Struct, frozen=True):
    """An official face: its name in Word files, other names of the same face, and who takes over.

    `wider` names the face for characters outside GB 2312, which the official one lacks; empty when it lacks none.
    """

    role: Role
    official: str
    aliases: tuple[str, ...]
    wider: str
    substitutes: tuple[Substitute, ...]
    generic: str

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of the face itself: the official one, the others, the wider face's."""
        return tuple(name for name in (self.official, *self.aliases, self.wider) if name)


FONTS: Mapping[Role, Font] = MappingProxyType(
    {
        font.role: font
        for font in (
            Font(
                Role.TITLE,
                "方正小标宋简体",
                ("FZXiaoBiaoSong-B05S", "方正小标宋_GBK"),
                "宋体",
                (Substitute("Noto Serif CJK SC", 700),),
                "serif",
            ),
            Font(
                Role.FANG,
                "仿宋_GB2312",
                ("FangSong_GB2312", "FangSong"),
                "仿宋",
                (Substitute("FandolFang"), Substitute("Noto Serif CJK SC")),
                "serif",
            ),
            Font(
                Role.KAI,
                "楷体_GB2312",
                ("KaiTi_GB2312", "KaiTi"),
                "楷体",
                (Substitute("FandolKai"), Substitute("LXGW WenKai"), Substitute("Noto Serif CJK SC")),
                "serif",
            ),
            Font(
                Role.HEI,
                "黑体",
                ("SimHei",),
                "",
                (Substitute("FandolHei"), Substitute("Noto Sans CJK SC")),
                "sans-serif",
            ),
            Font(Role.SONG, "宋体", ("SimSun",), "", (Substitute("Noto Serif CJK SC"),), "serif"),
        )
    }
)


def official_name(role: Role) -> str:
    """Return the name by which Word files ask for a face."""
    return FONTS[role].official


def font_families(role: Role) -> list[str]:
    """Return the names to try in turn, character by character: official, wider, open ones."""
    font = FONTS[role]
    return [*font.names, *(substitute.family for substitute in font.substitutes)]


def css_family(role: Role) -> str:
    """Return the value of CSS font-family for a face."""
    return ", ".join([*(f'"{name}"' for name in font_families(role)), FONTS[role].generic])
