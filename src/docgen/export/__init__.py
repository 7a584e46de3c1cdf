"""Takes a workspace and a period, gives a folder with every paper of it and a manifest."""

from docgen.export.driver import Export, export, render
from docgen.export.order import Order, Outcome, Status

__all__ = ["Export", "Order", "Outcome", "Status", "export", "render"]
