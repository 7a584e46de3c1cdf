"""Takes what others wrote, a spreadsheet or a branch's folder in a zip, gives it as files of the workspace."""

from docgen.intake.collecting import Change, Collected, Collection, collect
from docgen.intake.importing import Import, Taken, read_import

__all__ = ["Change", "Collected", "Collection", "Import", "Taken", "collect", "read_import"]
