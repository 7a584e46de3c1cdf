"""Takes a folder, gives a workspace: its units, their records, the pictures, and what is wrong in reading them."""

from __future__ import annotations

from docgen.workspace.loading import UnitRecords, load_unit
from docgen.workspace.tree import UnitTree
from docgen.workspace.units import UnitFolder
from docgen.workspace.workspace import Workspace, find, open_workspace

__all__ = ["UnitFolder", "UnitRecords", "UnitTree", "Workspace", "find", "load_unit", "open_workspace"]
