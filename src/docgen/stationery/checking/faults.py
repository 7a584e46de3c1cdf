"""Takes what is wrong with a mark, gives the finding that says so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from docgen.errors import TemplateError
from docgen.findings import Finding, Level, Place
from docgen.renderers.docx.braces import Fault, told
from docgen.stationery.checking.marks import Mark

STOP = "。"
"""Ends the sentences that quote a place."""


def fault(code: str, mark: Mark, values: Mapping[str, str | int] | None = None, level: Level = Level.ERROR) -> Finding:
    """Return a finding about a mark; its words may name the template, the mark and what stands around it."""
    own = {"template": name_of(mark.place), "value": mark.text, "where": mark.where.rstrip(STOP), "text": mark.where}
    return Finding(code, level, mark.place, values={**own, **(values or {})})


def of_signs(found: Fault, where: str, place: Place) -> Finding:
    """Return the finding for signs that make no whole tag."""
    values = {"template": name_of(place), **told(found), "where": where.rstrip(STOP), "text": where}
    return Finding(found.code, Level.ERROR, place, values=values)


def of_error(error: TemplateError, place: Place) -> Finding:
    """Return an engine's own complaint as a finding."""
    return Finding(error.code, Level.ERROR, place, values={"template": name_of(place), "text": "", **error.values})


def name_of(place: Place) -> str:
    """Return the name by which messages call a template."""
    return PurePosixPath(place.file).name
