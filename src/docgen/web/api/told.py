"""Takes what the rooms below give, gives it in the shapes of the API."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.editing import Change
from docgen.findings import Finding
from docgen.vocabulary import as_json
from docgen.web.api.shapes import ChangeRow, ChangeShape, FindingShape


def findings_told(findings: Iterable[Finding]) -> list[FindingShape]:
    """Return findings with their words."""
    return [FindingShape.model_validate(as_json(each)) for each in findings]


def change_row(change: Change) -> ChangeRow:
    """Return a change without what the file held."""
    return ChangeRow(
        revision=change.revision,
        at=change.at,
        by=change.by,
        verb=change.verb.value,
        record=change.record,
        former=change.former or None,
        unit=change.unit,
        file=change.file,
    )


def change_told(change: Change) -> ChangeShape:
    """Return a change with what the file held before and after."""
    return ChangeShape(**change_row(change).model_dump(), before=_shown(change.before), after=_shown(change.after))


def _shown(text: str | None) -> str | None:
    """Return a file's text as it can be sent; bytes that are no UTF-8 are question marks."""
    return None if text is None else text.encode("utf-8", "replace").decode()
