"""Takes a ledger and a subject, gives what a paper says: the table of document kinds and their views."""

from difflib import get_close_matches

from docgen.documents.catalogue import KINDS
from docgen.documents.kind import (
    ArchivePaper,
    DocumentKind,
    FiledPaper,
    OrganisationPaper,
    Paper,
    Scope,
    UnitPaper,
)
from docgen.documents.part import LIST_COMMA
from docgen.errors import UsageError

__all__ = [
    "KINDS",
    "ArchivePaper",
    "DocumentKind",
    "FiledPaper",
    "OrganisationPaper",
    "Paper",
    "Scope",
    "UnitPaper",
    "kind_named",
]

_BY_NAME = {name: kind for kind in KINDS for name in (kind.name, kind.label)}


def kind_named(name: str) -> DocumentKind:
    """Return the kind with a name or label; raise UsageError with the nearest ones otherwise."""
    if name not in _BY_NAME:
        near = get_close_matches(name, _BY_NAME, 3, 0.4)
        raise UsageError("kind-unknown", {"value": name, "near": LIST_COMMA.join(near)})
    return _BY_NAME[name]
