"""Takes a kind and a format, gives its template: the user's own first, the built-in one otherwise."""

from docgen.stationery.build import build, sheets, written
from docgen.stationery.drawer import Stationery, builtin_folder, profile_folder

__all__ = ["Stationery", "build", "builtin_folder", "profile_folder", "sheets", "written"]
