"""Takes a text of a chart and its role, gives the face of this machine that draws it, as the pages have it."""

from __future__ import annotations

from functools import cache

from docgen.fonts import Face, chain, covers, face_named, is_drawn, stand_in
from docgen.page.fonts import Role, font_families


def face_for(text: str, role: Role) -> Face | None:
    """Return the first face of the role's chain that has every character of a text, else the one that stands in."""
    asked = chain(*font_families(role))
    chars = {char for char in text if is_drawn(char)}
    found = (face for face in _faces(role) if all(covers(face, char) for char in chars))
    return next(found, None) or stand_in(asked)


@cache
def _faces(role: Role) -> tuple[Face, ...]:
    asked = chain(*font_families(role))
    named = (face_named(family, asked.weight) for family in asked.families)
    return tuple(face for face in named if face is not None)
