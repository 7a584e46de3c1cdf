"""Takes the records of a ledger, gives its columns: those that hold something, the longest texts left to the forms."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from docgen.chinese import money_text, number_text, to_width
from docgen.documents.general.fields import LAST, attributes, is_list_of_entries
from docgen.documents.part import Part, is_absent, spelled
from docgen.ledger.branch import AnyEntry
from docgen.model.base import Model, RecordModel
from docgen.model.privacy import private_field
from docgen.model.values import Cents
from docgen.view import Figure, Private, Text

MOST = 10
"""More columns than these, beside the number, are too narrow on a sheet lying down."""
RARE = 3
"""A field is rare that not even one of so many records has."""
REACHED = "done"
"""The field by which an entry of a list is known to be reached."""


def columns(model: type[RecordModel], entries: Sequence[AnyEntry]) -> list[str]:
    """Return the fields that any record has written, in the model's order.

    Of too many those go first that few records have, then those with the longest texts.
    """
    written = [name for name in attributes(model) if any(_has(each, name) for each in entries)]
    optional = [name for name in written if not model.model_fields[name].is_required() and name != LAST]
    least_first = sorted(optional, key=lambda name: (not _is_rare(name, entries), -_length(model, name, entries)))
    left_out = set(least_first[: max(len(written) - MOST, 0)])
    return [name for name in written if name not in left_out]


def cell(part: Part[Any], name: str, source: str) -> Text:
    """Return what a ledger says of a field: a list of entries by their number, all else whole, an only word without its label."""
    model: type[RecordModel] = type(part.model)
    if is_list_of_entries(model, name):
        return part.listed(name, REACHED, source)
    below = part.below(name) if isinstance(getattr(part.model, name), Model) else None
    written = [each for each in type(below.model).model_fields if below.has(each)] if below else []
    if below and len(written) == 1:
        return below.typed(written[0])
    return part.typed(name)


def total(model: type[RecordModel], name: str, entries: Sequence[AnyEntry]) -> Text:
    """Return the sum of amounts, hours or points, nothing for what does not add up."""
    found = [(entry.id, getattr(entry.model, name)) for entry in entries if _has(entry, name)]
    if not found or not all(isinstance(value, Cents | Decimal) for _, value in found):
        return ""
    added = sum(value for _, value in found)
    is_money = isinstance(found[0][1], Cents)
    text = money_text(added) if is_money else number_text(added)
    value = Decimal(added).scaleb(-2) if is_money else Decimal(added)
    figure = Figure(value, text, tuple(source for source, _ in found))
    field = private_field(model, name)
    return Private(figure, field.mask, field.least, field.label) if field else figure


def _has(entry: AnyEntry, name: str) -> bool:
    value = getattr(entry.model, name)
    return not is_absent(value) and value is not False


def _is_rare(name: str, entries: Sequence[AnyEntry]) -> bool:
    return RARE * sum(_has(each, name) for each in entries) < len(entries)


def _length(model: type[RecordModel], name: str, entries: Sequence[AnyEntry]) -> int:
    """Return how long a field's longest text is; a list of entries is short, for its entries are counted."""
    if is_list_of_entries(model, name):
        return 0
    return max(to_width(spelled(getattr(each.model, name))) for each in entries if _has(each, name))
