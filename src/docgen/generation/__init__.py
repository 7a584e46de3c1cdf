"""Takes a workspace, a subject and a format, gives one paper in memory."""

from docgen.generation.addressing import is_inside, subject_named, unit_of
from docgen.generation.checking import Checked, calendar, check, subjects_in
from docgen.generation.compose import (
    compose,
    compose_archive,
    compose_organisation,
    papers,
    period_of,
    settled,
)
from docgen.generation.composition import FRAME, Composition
from docgen.generation.dressing import TEMPLATES, barring, dress, gate, stationery_of
from docgen.generation.naming import Namer
from docgen.generation.opening import open_ledger

__all__ = [
    "FRAME",
    "TEMPLATES",
    "Checked",
    "Composition",
    "Namer",
    "barring",
    "calendar",
    "check",
    "compose",
    "compose_archive",
    "compose_organisation",
    "dress",
    "gate",
    "is_inside",
    "open_ledger",
    "papers",
    "period_of",
    "settled",
    "stationery_of",
    "subject_named",
    "subjects_in",
    "unit_of",
]
