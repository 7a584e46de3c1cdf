"""Takes a workspace, a subject and a format, gives one paper in memory."""

from docgen.documents.frame import FRAME
from docgen.generation.addressing import Units, below, is_inside, subject_named, unit_of
from docgen.generation.checking import Checked, calendar, check, subjects_in
from docgen.generation.compose import (
    compose,
    compose_archive,
    compose_organisation,
    papers,
    period_of,
    settled,
)
from docgen.generation.composition import Composition
from docgen.generation.dressing import barring, dress, gate, stationery_of
from docgen.generation.evidence import with_sources
from docgen.generation.explaining import Explained, FigurePlace, explain, figures_of
from docgen.generation.lettering import CharacterFound, FontFound, Lettering, lettering
from docgen.generation.naming import Namer
from docgen.generation.opening import ledger_of, open_ledger
from docgen.generation.tracing import Trace, TracedRecord

__all__ = [
    "FRAME",
    "CharacterFound",
    "Checked",
    "Composition",
    "Explained",
    "FigurePlace",
    "FontFound",
    "Lettering",
    "Namer",
    "Trace",
    "TracedRecord",
    "Units",
    "barring",
    "below",
    "calendar",
    "check",
    "compose",
    "compose_archive",
    "compose_organisation",
    "dress",
    "explain",
    "figures_of",
    "gate",
    "is_inside",
    "ledger_of",
    "lettering",
    "open_ledger",
    "papers",
    "period_of",
    "settled",
    "stationery_of",
    "subject_named",
    "subjects_in",
    "unit_of",
    "with_sources",
]
