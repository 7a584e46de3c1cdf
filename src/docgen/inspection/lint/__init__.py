"""Takes a Word file, gives what in it does not follow GB/T 9704, and a copy in which the mechanical part is mended."""

from docgen.inspection.lint.catalogue import RULES, rule_named
from docgen.inspection.lint.gathering import gathered
from docgen.inspection.lint.looking import look
from docgen.inspection.lint.repair import mended

__all__ = ["RULES", "gathered", "look", "mended", "rule_named"]
