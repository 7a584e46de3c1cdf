"""Takes a record as somebody changed it, gives its file changed and a line in the journal of the workspace."""

from docgen.editing.book import kinds_written
from docgen.editing.change import Change, Verb
from docgen.editing.editor import Editor
from docgen.editing.stored import Conflict, Draft, Stored

__all__ = ["Change", "Conflict", "Draft", "Editor", "Stored", "Verb", "kinds_written"]
