"""Takes the name of a font, gives the face of GB/T 9704 that is meant, and what else it is called."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.page.fonts import FONTS, Role

SAME_FACE: tuple[frozenset[str], ...] = tuple(
    map(
        frozenset,
        (
            ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
            ("方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
            ("仿宋_GB2312", "FangSong_GB2312"),
            ("仿宋", "FangSong"),
            ("楷体_GB2312", "KaiTi_GB2312"),
            ("楷体", "KaiTi"),
            ("黑体", "SimHei"),
            ("宋体", "SimSun"),
            ("新宋体", "NSimSun"),
        ),
    )
)
"""The names of one font file each: the Chinese one, and the one that it bears in other languages."""

OTHER_NAMES: Mapping[Role, tuple[str, ...]] = MappingProxyType(
    {Role.TITLE: ("FZXiaoBiaoSong-B05", "小标宋"), Role.SONG: ("NSimSun", "新宋体")}
)
"""Names that docgen's papers do not ask for and others' do."""

GENERIC: Mapping[str, str] = MappingProxyType(
    {
        "serif": "Noto Serif CJK SC",
        "sans": "Noto Sans CJK SC",
        "sans-serif": "Noto Sans CJK SC",
        "monospace": "Noto Sans Mono CJK SC",
    }
)
"""What CSS calls a font without naming one, and the family that is taken."""

LAST = ("Noto Serif CJK SC", "Noto Sans CJK SC", "DejaVu Serif")
"""What every search ends in."""


def names_of(role: Role) -> tuple[str, ...]:
    """Return the names under which a face may be installed, the official one first."""
    font = FONTS[role]
    names = (*font.names, *OTHER_NAMES.get(role, ()))
    officials = {other.official for other in FONTS.values() if other.role is not role}
    return tuple(dict.fromkeys(name for name in names if name not in officials))


_ROLES = {name: role for role in FONTS for name in names_of(role)}


def role_of(name: str) -> Role | None:
    """Return the face that a name means, None for a font that is none of the five."""
    return _ROLES.get(name)


def is_generic(name: str) -> bool:
    """Tell whether a name asks for no font in particular, as CSS's `serif` does."""
    return name in GENERIC


def bear_one_name(one: str, other: str) -> bool:
    """Tell whether two names are of one font file."""
    return one == other or any({one, other} <= names for names in SAME_FACE)
