"""Takes a kind of record, gives the JSON Schema by which editors complete and check its YAML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema
from pydantic_core import core_schema

from docgen.errors import UsageError
from docgen.model.base import RecordModel, label_of
from docgen.model.kinds import KINDS, RECORD_KINDS, RecordKind
from docgen.model.settings import Settings
from docgen.model.unit import Unit

Schema: TypeAlias = "dict[str, Any]"

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DEFINITIONS = "$defs"
KIND_KEY = label_of(RecordModel, "kind")


def record_schema(kind_label: str) -> Schema:
    """Return the schema of one kind of record; raise UsageError for a label that no kind bears."""
    if kind_label not in KINDS:
        raise UsageError("record-kind-unknown", {"value": kind_label})
    kind = KINDS[kind_label]
    definitions = _definitions([kind.model])
    _fix_kind(definitions, kind)
    return {"$schema": DIALECT, "title": kind.label, **_opened(definitions, kind.model)}


def workspace_schema() -> Schema:
    """Return the one schema of all records, which switches on 类型."""
    definitions = _definitions([kind.model for kind in RECORD_KINDS])
    for kind in RECORD_KINDS:
        _fix_kind(definitions, kind)
    return {
        "$schema": DIALECT,
        "type": "object",
        "properties": {KIND_KEY: {"enum": [kind.label for kind in RECORD_KINDS]}},
        "required": [KIND_KEY],
        "allOf": [_switch(kind) for kind in RECORD_KINDS],
        DEFINITIONS: definitions,
    }


def unit_schema() -> Schema:
    """Return the schema of 单位.yaml."""
    return _file_schema(Unit)


def settings_schema() -> Schema:
    """Return the schema of docgen.yaml."""
    return _file_schema(Settings)


def _file_schema(model: type[BaseModel]) -> Schema:
    return {"$schema": DIALECT, **_opened(_definitions([model]), model)}


def _definitions(models: Sequence[type[BaseModel]]) -> Schema:
    """Return the definitions of some models and of all below them, by class name."""
    _, schema = models_json_schema([(model, "validation") for model in models], schema_generator=_LabelSchema)
    definitions: Schema = schema[DEFINITIONS]
    for definition in definitions.values():
        _let_optional_keys_stand_empty(definition)
    return definitions


def _opened(definitions: Schema, model: type[BaseModel]) -> Schema:
    """Return one definition with the others below it."""
    others = {name: each for name, each in definitions.items() if name != model.__name__}
    opened: Schema = definitions[model.__name__]
    return opened | ({DEFINITIONS: others} if others else {})


def _fix_kind(definitions: Schema, kind: RecordKind) -> None:
    definitions[kind.model.__name__]["properties"][KIND_KEY] = {"const": kind.label}


def _switch(kind: RecordKind) -> Schema:
    return {
        "if": {"properties": {KIND_KEY: {"const": kind.label}}, "required": [KIND_KEY]},
        "then": {"$ref": f"#/{DEFINITIONS}/{kind.model.__name__}"},
    }


def _let_optional_keys_stand_empty(definition: Schema) -> None:
    """Allow null: a key with nothing after it is an absent key, which editors read as null."""
    required = definition.get("required", ())
    for key, schema in definition.get("properties", {}).items():
        if key not in required and schema:
            definition["properties"][key] = _or_empty(schema)


def _or_empty(schema: Schema) -> Schema:
    choices = schema.get("anyOf", ())
    if {"type": "null"} in choices:
        return schema
    about: Schema = {key: schema[key] for key in ("description", "default") if key in schema}
    inner = {key: value for key, value in schema.items() if key not in about}
    options = list(choices) if list(inner) == ["anyOf"] else [inner]
    return {"anyOf": [*options, {"type": "null"}], **about}


class _LabelSchema(GenerateJsonSchema):
    """Names things by their labels alone: no English titles, no words that are meant for programmers."""

    def field_title_should_be_set(self, _schema: Any) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        return _without_words(super().model_schema(schema))

    def enum_schema(self, schema: core_schema.EnumSchema) -> Schema:
        return _without_words(super().enum_schema(schema))

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        inner = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return inner | {"default": default} if isinstance(default, str | bool | int) else inner


def _without_words(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key not in {"title", "description"}}
