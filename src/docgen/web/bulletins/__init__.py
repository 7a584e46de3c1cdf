"""Takes a month and what an editor decided about its bulletin, gives the desk where it is decided, and the record of it."""

from docgen.web.bulletins.desk import Desk, Fact, Piece, Section, lay_out, only_of
from docgen.web.bulletins.sent import Sent, data_of, repeated, sent_of

__all__ = ["Desk", "Fact", "Piece", "Section", "Sent", "data_of", "lay_out", "only_of", "repeated", "sent_of"]
