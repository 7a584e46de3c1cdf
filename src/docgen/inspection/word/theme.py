"""Takes the theme of a Word file, gives the faces that its theme fonts stand for."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from docgen.inspection.word.names import a

PREFIX = "theme:"
_SLOTS = {"EastAsia": "ea", "HAnsi": "latin", "Ascii": "latin", "Bidi": "cs"}
_SCRIPT = "Hans"


class Theme:
    """Tells the faces behind minorEastAsia and its like."""

    def __init__(self, root: etree._Element | None) -> None:
        self._faces: Mapping[str, str] = {} if root is None else dict(_faces(root))

    def face(self, name: str) -> str:
        """Return a face by its name; one of the theme is looked up, "" where the theme has none."""
        return self._faces.get(name.removeprefix(PREFIX), "") if name.startswith(PREFIX) else name


def _faces(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for size in ("major", "minor"):
        fonts = root.find(f".//{a(f'{size}Font')}")
        for suffix, slot in _SLOTS.items():
            found[size + suffix] = "" if fonts is None else _face(fonts, slot)
    return found


def _face(fonts: etree._Element, slot: str) -> str:
    named = fonts.find(a(slot))
    face = "" if named is None else str(named.get("typeface", ""))
    if face or slot != "ea":
        return face
    # An empty East Asian face is the one for the language of the file.
    scripts = (each for each in fonts.iter(a("font")) if each.get("script") == _SCRIPT)
    return str(next((each.get("typeface", "") for each in scripts), ""))
