"""Takes a unit as written, gives its dated roster: who belongs, votes and leads on any day."""

from __future__ import annotations

from docgen.workspace.roster import Roster, Seat, covers, names_same, numbered

__all__ = ["Roster", "Seat", "covers", "names_same", "numbered"]
