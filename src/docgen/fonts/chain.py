"""Takes the names by which a template asks for a font, gives the families that are tried in turn.

The same as renderers/fonts.conf makes Pango and LibreOffice do; a test holds the two against each other.
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from docgen.fonts.names import GENERIC, LAST, names_of, role_of
from docgen.page.fonts import FONTS, Role

TITLE_WEIGHT = FONTS[Role.TITLE].substitutes[0].weight


class Chain(Struct, frozen=True):
    """What is asked for, the families to try for each character, and the weight, as in CSS."""

    asked: str
    families: tuple[str, ...]
    weight: int = 400


@cache
def chain(*names: str, weight: int = 400) -> Chain:
    """Return the chain of a list of names as CSS has it, or of the one name that a Word file gives.

    After a name of an official face come its other names, then its substitutes; a title is bold, as no substitute for
    its face is so black in its regular weight.
    """
    families = [family for name in names for family in _families(name)]
    bold = any(role_of(name) is Role.TITLE for name in names)
    return Chain(names[0], tuple(dict.fromkeys((*families, *LAST))), TITLE_WEIGHT if bold else weight)


def _families(name: str) -> tuple[str, ...]:
    if name in GENERIC:
        return (GENERIC[name],)
    role = role_of(name)
    if role is None:
        return (name,)
    return (name, *names_of(role), *(substitute.family for substitute in FONTS[role].substitutes))
