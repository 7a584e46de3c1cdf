"""Takes a workspace and what is wanted of it, gives a folder with the papers, and for a period a manifest."""

from docgen.export.driver import Export, Progress, Survey
from docgen.export.order import Order
from docgen.export.outcome import Outcome, Standing, Status, Tally
from docgen.export.verbs import OUTPUT, Proofs, bulletin, export, kinds, of_period, proofs, publisher, render, status
from docgen.export.watching import Round, watch

__all__ = [
    "OUTPUT",
    "Export",
    "Order",
    "Outcome",
    "Progress",
    "Proofs",
    "Round",
    "Standing",
    "Status",
    "Survey",
    "Tally",
    "bulletin",
    "export",
    "kinds",
    "of_period",
    "proofs",
    "publisher",
    "render",
    "status",
    "watch",
]
