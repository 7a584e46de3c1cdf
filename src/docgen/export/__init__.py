"""Takes a workspace and what is wanted of it, gives a folder with the papers, and for a period a manifest."""

from docgen.export.driver import Export, Progress
from docgen.export.order import Order, Outcome, Status
from docgen.export.verbs import OUTPUT, bulletin, export, kinds, publisher, render
from docgen.export.watching import Round, watch

__all__ = [
    "OUTPUT",
    "Export",
    "Order",
    "Outcome",
    "Progress",
    "Round",
    "Status",
    "bulletin",
    "export",
    "kinds",
    "publisher",
    "render",
    "watch",
]
