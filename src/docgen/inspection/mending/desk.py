"""Takes a Word file, gives its parts as trees to be changed, and the file with the changes."""

from __future__ import annotations


class Desk:
    """Holds trees."""
