"""Takes the fonts of a page and the glyphs drawn in them, gives the font files that are embedded: each made once.

WeasyPrint copies a font's whole file for every page before it takes the few glyphs that are needed, and makes the fonts of
titles and page numbers, whose glyphs are the same in many papers, every time anew.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from weasyprint.pdf import fonts
from weasyprint.pdf.fonts import Font
from weasyprint.text.ffi import ffi, harfbuzz

from docgen.renderers.pdf.compact import compact

# A paper's body hardly ever has the glyphs of another one's; a title, a heading, a page number often have.
MOST_GLYPHS = 64
MOST_BYTES = 24 * 2**20

_get_face = fonts.get_pango_font_hb_face
_get_data = fonts.get_hb_object_data
_clean = Font.clean

# Faces of installed fonts, and their files, mapped and not copied. Kept with their owners, so that no address comes again.
_faces: dict[int, Any] = {}
_files: dict[int, tuple[Any, Any]] = {}
_embedded: OrderedDict[tuple[Any, ...], bytes] = OrderedDict()


def face_of(pango_font: Any) -> Any:
    """Return the face of a font, the same object every time."""
    face = _get_face(pango_font)
    return _faces.setdefault(_address(face), face)


def data_of(face: Any) -> Any:
    """Return the file of a face: of an installed one a view on it, else a copy."""
    address = _address(face)
    if address not in _faces:
        return _get_data(face)
    if address not in _files:
        blob = ffi.gc(harfbuzz.hb_face_reference_blob(face), harfbuzz.hb_blob_destroy)
        length = ffi.new("unsigned int *")
        data = harfbuzz.hb_blob_get_data(blob, length)
        _files[address] = (blob, b"" if data == ffi.NULL else ffi.buffer(data, length[0]))
    return _files[address][1]


def embed(font: Any, to_unicode: dict[int, str], hinting: bool) -> None:
    """Reduce a font to the glyphs that are drawn, or take what came of the same glyphs before."""
    if not _is_plain(font) or not 0 < len(to_unicode) <= MOST_GLYPHS:
        font.file_content = _made(font, to_unicode, hinting)
        return
    key = (_address(font.hb_face), frozenset(to_unicode), bool(font.missing), hinting)
    if key not in _embedded:
        _embedded[key] = _made(font, to_unicode, hinting)
    _embedded.move_to_end(key)
    font.file_content = _embedded[key]
    while sum(map(len, _embedded.values())) > MOST_BYTES:
        _embedded.popitem(last=False)


def _made(font: Any, to_unicode: dict[int, str], hinting: bool) -> bytes:
    """Return a font with nothing but these glyphs, or where that may not be, as WeasyPrint does it."""
    made = compact(font, to_unicode, hinting) if to_unicode and _is_plain(font) else None
    if made is not None:
        return made
    _clean(font, to_unicode, hinting)
    return bytes(font.file_content)


def forget_fonts() -> None:
    """Forget the fonts that were made; the next papers make them anew."""
    _embedded.clear()


def _is_plain(font: Any) -> bool:
    """Tell whether what is embedded depends on nothing but the glyphs: no axes, no pictures."""
    return not ("fvar" in font.tables or font.png or font.svg or font.colr)


def _address(face: Any) -> int:
    return int(ffi.cast("uintptr_t", face))
