"""Takes a model, gives its fields as a form to fill: labels, what each holds, and how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, StrEnum, auto
from typing import Any, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from docgen.model.base import Model, Word
from docgen.model.values import Typed


class Shape(Enum):
    """How the value of a field lies in the file."""

    TEXT = auto()
    TEXTS = auto()
    BLOCK = auto()
    BLOCKS = auto()


class Field(Struct, frozen=True):
    """One field of a form; `code` names the type of a typed text, "" for others."""

    attribute: str
    label: str
    about: str
    shape: Shape
    required: bool
    choices: tuple[str, ...] = ()
    written: str = ""
    code: str = ""
    default: str = ""
    word: str = ""
    block: type[Model] | None = None

    def below(self) -> tuple[Field, ...]:
        """Return the fields of the block that the field holds."""
        return form_of(self.block) if self.block is not None else ()


def form_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the fields of a model, required ones first."""
    fields = [_field(attribute, info) for attribute, info in model.model_fields.items()]
    return tuple(sorted(fields, key=lambda field: not field.required))


def _field(attribute: str, info: FieldInfo) -> Field:
    parts = list(_parts((info.annotation, *info.metadata)))
    blocks = [part for part in parts if isinstance(part, type) and issubclass(part, Model)]
    typed = next((part for part in parts if isinstance(part, Typed)), None)
    many = any(get_origin(part) is tuple for part in parts)
    shapes = {(False, False): Shape.TEXT, (False, True): Shape.TEXTS, (True, False): Shape.BLOCK}
    return Field(
        attribute=attribute,
        label=info.alias or attribute,
        about=info.description or "",
        shape=shapes.get((bool(blocks), many), Shape.BLOCKS),
        required=info.is_required(),
        choices=_choices(parts),
        written=str(typed.schema.get("description", "")) if typed else "",
        code=typed.code if typed else "",
        default=str(info.default) if isinstance(info.default, StrEnum) else "",
        word=next((part.word for part in parts if isinstance(part, Word)), ""),
        block=blocks[0] if blocks else None,
    )


def _choices(parts: list[Any]) -> tuple[str, ...]:
    enums = [part for part in parts if isinstance(part, type) and issubclass(part, StrEnum)]
    return tuple(str(choice) for enum in enums for choice in enum)


def _parts(annotations: tuple[Any, ...]) -> Iterator[Any]:
    """Yield every type and every note that stands anywhere in an annotation."""
    for part in annotations:
        yield part
        yield from _parts(get_args(part))
