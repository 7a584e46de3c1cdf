"""Takes a record of any kind, gives its fields as labels and texts, as the model declares them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from docgen.documents.part import numbered, words
from docgen.model.base import Model, RecordModel, label_of
from docgen.model.five_ones import PolicyRevision, ProblemSolved
from docgen.model.kinds import RECORD_KINDS, RecordKind
from docgen.model.theme_day import Photo

WITH_OWN_PAPERS = frozenset({"会议", "主题党日", "承诺", "宣传稿", "简报", "年度总结", "述职"})
GENERAL_KINDS: tuple[RecordKind, ...] = tuple(
    kind for kind in RECORD_KINDS if kind.label not in WITH_OWN_PAPERS and not kind.model.confidential
)
"""The kinds of records whose papers are laid out from the model; confidential ones have none."""
GENERAL_MODELS = frozenset(kind.model for kind in GENERAL_KINDS)
PAIR, PAIR_SEPARATOR, LINE_END, STOPS = "{label}：{words}", "；", "\n", "，。；："
SHORT_ENTRY = 8
# What a form cannot do without, beside the lists that may say 无: the evidence of the five items.
NEEDED: dict[type[RecordModel], frozenset[str]] = {
    PolicyRevision: frozenset({"examiner", "published"}),
    ProblemSolved: frozenset({"beneficiary", "result"}),
}
NOT_SHOWN, LAST = frozenset({"kind", "number"}), "note"


def attributes(model: type[RecordModel]) -> list[str]:
    """Return the fields that papers show, in the model's order, 备注 last; photos have their own place."""
    left_out = NOT_SHOWN if model.about_a_branch else NOT_SHOWN | {"branch"}
    found = [name for name in model.model_fields if name not in left_out and not _holds(model, name, Photo)]
    return sorted(found, key=lambda name: name == LAST)


def flat_attributes(model: type[RecordModel]) -> list[str]:
    """Return the fields without further fields below them."""
    return [name for name in attributes(model) if not _holds(model, name, Model)]


def is_needed(model: type[RecordModel], attribute: str) -> bool:
    """Tell whether a form has a Gap where a field is absent: a list that may say 无, or a proof."""
    return attribute in NEEDED.get(model, ()) or _may_say_none(model, attribute)


def said(value: object) -> str:
    """Return any value in words: entries below it as numbered lines of labels and texts."""
    if isinstance(value, Model):
        return PAIR_SEPARATOR.join(_pairs(value))
    if isinstance(value, tuple) and not _is_short(value):
        return LINE_END.join(numbered(said(each) for each in value))
    return words(value)


def is_absent(value: object) -> bool:
    """Tell whether a value says nothing."""
    return value is None or value == ()


def _pairs(model: Model) -> Iterator[str]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if not is_absent(value):
            yield PAIR.format(label=label_of(type(model), name), words=said(value))


def _is_short(entries: tuple[Any, ...]) -> bool:
    """Tell whether entries read well in one line, as names do."""
    return not any(
        isinstance(each, Model) or len(text := str(each)) > SHORT_ENTRY or set(text) & set(STOPS) for each in entries
    )


@cache
def _holds(model: type[RecordModel], attribute: str, kind: type[Model]) -> bool:
    return any(isinstance(part, type) and issubclass(part, kind) for part in _parts(_annotation(model, attribute)))


@cache
def _may_say_none(model: type[RecordModel], attribute: str) -> bool:
    parts = set(_parts(_annotation(model, attribute)))
    return tuple in parts and type(None) in parts


def _annotation(model: type[RecordModel], attribute: str) -> Any:
    return model.model_fields[attribute].annotation


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield an annotation and all types inside it; of a generic one its origin."""
    yield get_origin(annotation) or annotation
    for each in get_args(annotation):
        yield from _parts(each)
