"""Takes a kind of record, gives the fields that a general paper shows of it, as the model declares them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args, get_origin

from docgen.model.admission import Candidate
from docgen.model.base import Model, RecordModel, label_of
from docgen.model.five_ones import PolicyRevision, ProblemSolved
from docgen.model.kinds import RECORD_KINDS, RecordKind
from docgen.model.privacy import private_field
from docgen.model.projects import Suggestion
from docgen.model.theme_day import Photo
from docgen.view import Audience

WITH_OWN_PAPERS = frozenset({"会议", "主题党日", "承诺", "宣传稿", "简报", "年度总结", "述职"})
GENERAL_KINDS: tuple[RecordKind, ...] = tuple(
    kind for kind in RECORD_KINDS if kind.label not in WITH_OWN_PAPERS and not kind.model.confidential
)
"""The kinds of records whose papers are laid out from the model by themselves."""
REQUESTED_KINDS: tuple[RecordKind, ...] = tuple(kind for kind in RECORD_KINDS if kind not in GENERAL_KINDS)
"""Those with papers of their own, and confidential ones: their general papers are made on request only."""
GENERAL_MODELS = frozenset(kind.model for kind in GENERAL_KINDS)
REQUESTED_MODELS = frozenset(kind.model for kind in REQUESTED_KINDS)
# What a form cannot do without, beside the lists that may say 无: the evidence of the five items.
NEEDED: dict[type[RecordModel], frozenset[str]] = {
    PolicyRevision: frozenset({"examiner", "published"}),
    ProblemSolved: frozenset({"beneficiary", "result"}),
}
# Lists that begin at a later stage: before it nothing is missing. What a stage asks for is a matter of rules.
LATER: dict[type[RecordModel], frozenset[str]] = {
    Candidate: frozenset({"contacts", "votes"}),
    Suggestion: frozenset({"reviews"}),
}
NOT_SHOWN, LAST = frozenset({"kind", "number"}), "note"


def attributes(model: type[RecordModel]) -> list[str]:
    """Return the fields that papers show, in the model's order, 备注 last; photos have their own place.

    What was said or paid in confidence has none: these papers are for the unit, where it would be masked throughout.
    """
    left_out = NOT_SHOWN if model.about_a_branch else NOT_SHOWN | {"branch"}
    found = [name for name in model.model_fields if name not in left_out and _has_place(model, name)]
    return sorted(found, key=lambda name: name == LAST)


def form_attributes(model: type[RecordModel]) -> list[str]:
    """Return the fields that a form shows, photos among them."""
    return [name for name in (*attributes(model), *_photos(model)) if name not in NOT_SHOWN]


def general_labels(attributes_of: Callable[[type[RecordModel]], list[str]]) -> tuple[str, ...]:
    """Return the labels of the fields that general papers show of any kind."""
    models = (kind.model for kind in RECORD_KINDS)
    return tuple(dict.fromkeys(label_of(model, name) for model in models for name in attributes_of(model)))


def is_needed(model: type[RecordModel], attribute: str) -> bool:
    """Tell whether a form has a Gap where a field is absent: a list that may say 无, or a proof."""
    if attribute in LATER.get(model, ()):
        return False
    return attribute in NEEDED.get(model, ()) or _may_say_none(model, attribute)


@cache
def is_list_of_entries(model: type[RecordModel], attribute: str) -> bool:
    """Tell whether a field holds a list of things that have fields of their own."""
    return tuple in _parts(_annotation(model, attribute)) and _holds(model, attribute, Model)


def _has_place(model: type[RecordModel], attribute: str) -> bool:
    field = private_field(model, attribute)
    return not _holds(model, attribute, Photo) and (field is None or field.least is not Audience.CONFIDENTIAL)


def _photos(model: type[RecordModel]) -> list[str]:
    return [name for name in model.model_fields if _holds(model, name, Photo)]


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
