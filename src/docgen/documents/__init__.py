"""Takes a ledger and a subject, gives what a paper says: the table of document kinds and their views."""

from docgen.documents.catalogue import KINDS, kind_named
from docgen.documents.kind import (
    ArchivePaper,
    Contents,
    DocumentKind,
    FiledPaper,
    OrganisationPaper,
    Paper,
    Scope,
    UnitPaper,
)

__all__ = [
    "KINDS",
    "ArchivePaper",
    "Contents",
    "DocumentKind",
    "FiledPaper",
    "OrganisationPaper",
    "Paper",
    "Scope",
    "UnitPaper",
    "kind_named",
]
