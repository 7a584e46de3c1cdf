"""Takes a kind and a format, gives its template: the user's own first, the built-in one otherwise."""

from docgen.stationery.drawer import Stationery, builtin_folder, profile_folder
from docgen.stationery.fonts import AskedFont, asked_fonts, fonts_of

__all__ = [
    "AskedFont",
    "Stationery",
    "asked_fonts",
    "builtin_folder",
    "fonts_of",
    "profile_folder",
]
