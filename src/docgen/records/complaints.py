"""Takes the types of pydantic's errors, gives our codes and the values that their words need."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from pydantic_core.core_schema import ErrorType

from docgen.records.record import Written

DEFAULT = "value-invalid"
MISSING = "field-missing"
UNKNOWN_KEY = "key-unknown"
CHOICE = "choice-unknown"
CHOICE_OR_LIST = "choice-or-list"
LIST = "list-expected"
MAPPING = "mapping-expected"
TEXT = "text-expected"

_BY_CODE: dict[str, str] = {
    MISSING: "missing union_tag_not_found",
    UNKNOWN_KEY: "extra_forbidden",
    CHOICE: "enum literal_error union_tag_invalid",
    LIST: "list_type tuple_type set_type frozen_set_type deque_type iterable_type",
    MAPPING: "dict_type mapping_type frozen_dict_type ordered_dict_type counter_type model_type model_attributes_type "
    "dataclass_type dataclass_exact_type named_tuple_type",
    TEXT: "string_type string_unicode bytes_type",
    "truth-invalid": "bool_type bool_parsing",
    "count-invalid": "int_type int_parsing int_parsing_size int_from_float",
    "number-invalid": "float_type float_parsing finite_number decimal_type decimal_parsing",
    "date-invalid": "date_type date_parsing date_from_datetime_parsing date_from_datetime_inexact",
    "moment-invalid": "datetime_type datetime_parsing datetime_object_invalid datetime_from_date_parsing",
    "time-invalid": "time_type time_parsing",
    "number-small": "greater_than_equal",
    "number-not-above": "greater_than",
    "number-large": "less_than_equal",
    "number-not-below": "less_than",
    "places-many": "decimal_max_places",
    "digits-many": "decimal_max_digits decimal_whole_digits",
    "list-short": "too_short",
    "list-long": "too_long",
    "text-short": "string_too_short",
    "text-long": "string_too_long",
    "text-form": "string_pattern_mismatch",
}
CODES: dict[str, str] = {name: code for code, names in _BY_CODE.items() for name in names.split()}

# The names of limits in pydantic's contexts; our words have one placeholder for all of them.
_LIMITS = (
    "ge", "gt", "le", "lt", "min_length", "max_length", "decimal_places", "max_digits", "whole_digits", "pattern",
)  # fmt: skip
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_OF_PYDANTIC = frozenset(get_args(ErrorType))


def code_of(kind: str) -> str:
    """Return our code for a pydantic error type; a type that is none of pydantic's own is a code of our models."""
    return CODES.get(kind, DEFAULT if kind in _OF_PYDANTIC else kind)


def context_values(context: Mapping[str, Any]) -> dict[str, str | int]:
    """Return what a pydantic context says, as text and whole numbers; each kind of limit is called `limit`."""
    named = {"limit" if name in _LIMITS else name: value for name, value in context.items() if name != "error"}
    return {name: value if isinstance(value, int) else str(value) for name, value in named.items()}


def quoted(text: str) -> list[str]:
    """Return the choices in pydantic's "'a', 'b' or 'c'"."""
    return [single or double for single, double in _QUOTED.findall(text)]


def written(value: Written) -> str:
    """Return a value on one line as it could have been typed."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    return f"{{{', '.join(f'{key}: {written(inner)}' for key, inner in value.items())}}}"
