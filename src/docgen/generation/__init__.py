"""Takes a workspace, a subject and a format, gives one paper in memory."""

from docgen.generation.compose import (
    compose,
    compose_archive,
    compose_organisation,
    kinds_for,
    paper_for,
    papers,
    period_of,
)
from docgen.generation.composition import FRAME, Composition
from docgen.generation.dressing import dress, gate
from docgen.generation.naming import Namer
from docgen.generation.opening import open_ledger

__all__ = [
    "FRAME",
    "Composition",
    "Namer",
    "compose",
    "compose_archive",
    "compose_organisation",
    "dress",
    "gate",
    "kinds_for",
    "open_ledger",
    "paper_for",
    "papers",
    "period_of",
]
