"""Takes a template and its kind, gives what is wrong with it before a paper is made from it."""

from docgen.stationery.checking.check import UNREADABLE, check_template

__all__ = ["UNREADABLE", "check_template"]
