"""Takes the YAML text of a record and other data, gives the text with what changed, all else as it stood."""

from docgen.records.revising.order import Order
from docgen.records.revising.revision import revise

__all__ = ["Order", "revise"]
