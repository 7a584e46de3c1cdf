"""Takes what a template asks for, gives the face of this machine that draws it: as a whole, and per character."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.fonts.chain import Chain, chain
from docgen.fonts.coverage import covers, is_drawn
from docgen.fonts.installed import Face, face_named, installed
from docgen.fonts.names import LAST, bear_one_name, role_of
from docgen.page.fonts import FONTS, Role, font_families

# A character by which a font is known to be Chinese.
_COMMON = "的"


def own_face(asked: str) -> Face | None:
    """Return the face that bears an asked name itself, None where this machine has not got it."""
    found = face_named(asked)
    return found if found is not None else next((each for each in installed() if _bears(each, asked)), None)


def stand_in(asked: Chain) -> Face | None:
    """Return the face that takes the place of what is asked for, or that is it; None where nothing Chinese is here."""
    return drawer(asked, _COMMON)


def drawer(asked: Chain, char: str) -> Face | None:
    """Return the face that draws a character: the first of the chain that has it, else any other of this machine.

    Which one Pango takes beyond the chain is not foreseen. None: no font has the character, a box is drawn.
    """
    links = (face_named(family, asked.weight) for family in asked.families)
    found = next((face for face in links if face is not None and covers(face, char)), None)
    return found if found is not None else next((each for each in installed() if covers(each, char)), None)


def same_face(asked: str, family: str) -> bool:
    """Tell whether a family is what was asked for, under whichever of its names."""
    if bear_one_name(asked, family):
        return True
    return any({asked, family} <= set(face.families) for face in installed())


def nowhere(chars: Iterable[str]) -> list[str]:
    """Return the characters that no font of this machine has, in the order of their code points."""
    asked = chain(*font_families(Role.FANG))
    return sorted(char for char in set(chars) if is_drawn(char) and drawer(asked, char) is None)


def lacking_substitutes(asked: Iterable[str]) -> list[str]:
    """Return the open families that this machine lacks: for each official face the first, and the last resort."""
    roles = [role for name in asked if (role := role_of(name)) is not None]
    wanted = [*(FONTS[role].substitutes[0].family for role in roles), *LAST[:1]]
    return [family for family in dict.fromkeys(wanted) if face_named(family) is None]


def can_tell() -> bool:
    """Tell whether this machine has any of the official faces or of those that stand in for them."""
    return any(face_named(family) is not None for role in FONTS for family in font_families(role))


def _bears(face: Face, asked: str) -> bool:
    return any(bear_one_name(asked, family) for family in face.families)
