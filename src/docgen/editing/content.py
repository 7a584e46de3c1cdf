"""Takes what somebody sent, data or text, gives the text of a record as it is to be stored."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from docgen.drafting.form import form_of
from docgen.drafting.skeleton import LAST
from docgen.editing.book import KIND
from docgen.editing.sheet import LF
from docgen.errors import UsageError
from docgen.model.base import RecordModel
from docgen.model.kinds import MODELS
from docgen.records.labels import labels_at
from docgen.records.reading import Limits, read_documents
from docgen.records.record import Path
from docgen.records.revising import revise

Content: TypeAlias = "str | Mapping[str, Any]"
_BREAK = re.compile(r"\r\n|\r|\n")


def text_of(content: Content, current: str, line_end: str, limits: Limits) -> str:
    """Return what is to be stored where `current` stands, "" for a new record.

    A text stays as it was typed but for the ends of its lines, which are the file's. Raise UsageError for a text that
    is empty or is several records, and for data without 类型.
    """
    if isinstance(content, str):
        return _typed(content, current, line_end, limits)
    kind = content.get(KIND)
    if not isinstance(kind, str) or not kind.strip():
        raise UsageError("record-without-kind")
    return revise(current, content, order_of(kind), line_end, limits.depth)


def order_of(kind: str) -> partial[Sequence[str]]:
    """Return what gives, for a place in a record of a kind, the labels there in the model's order."""
    return partial(_labels, MODELS.get(kind.strip(), RecordModel))


def _labels(model: type[RecordModel], path: Path) -> Sequence[str]:
    """Return the labels as a new record's file has them: what is needed first, what every record may have last."""
    if path:
        return labels_at(model, path)
    return [
        field.label for field in sorted(form_of(model), key=lambda field: (not field.required, field.label in LAST))
    ]


def _typed(content: str, current: str, line_end: str, limits: Limits) -> str:
    text = _BREAK.sub(LF, content)
    if text == _BREAK.sub(LF, current):
        return current
    if not text.strip():
        raise UsageError("record-text-empty")
    count = len(read_documents(text, "", limits)[2])
    if count == 0:
        raise UsageError("record-text-empty")
    if count > 1:
        raise UsageError("record-text-several", {"value": count})
    if not current or current.endswith(("\n", "\r")):
        text = text if text.endswith(LF) else text + LF
    elif current:
        text = text.removesuffix(LF)
    return text.replace(LF, line_end)
