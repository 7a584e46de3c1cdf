"""Takes a model and the values that are known, gives a commented YAML text for a person to fill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel

from docgen.chinese import to_width
from docgen.drafting.form import Field, Shape, form_of
from docgen.model.base import NONE, RecordModel, label_of
from docgen.records.writing import DASH, INDENT, Plain, entry

REQUIRED = "必填"
CHOICES = "可以写：{}"
BETWEEN = "、"
DEFAULT = "不写即“{}”"
EACH = "每项一行，以 - 开头"
ITEMS = "逐项填写"
WORD = "也可以写“{}”"
NO_ONE = "确实没有的写“{}”"
MORE = "每项还可以写："
JOIN = "；"
COMMENT = "# "
COLUMN = 26
OPTIONAL_HEAD = "# ---- 以下按需填写；没有的留空即可。以 # 开头的各组，去掉行首的“# ”即可使用 ----"
LAST = tuple(label_of(RecordModel, attribute) for attribute in ("number", "branch", "note"))
KIND = label_of(RecordModel, "kind")


def skeleton(model: type[BaseModel], known: Mapping[str, Plain]) -> str:
    """Write every label of a model with its description: required ones first, what is known filled in."""
    fields = sorted(form_of(model), key=lambda field: (not field.required, field.label in LAST))
    first = [field for field in fields if field.required]
    lines = [line for field in first for line in _top(field, known)]
    lines += ["", OPTIONAL_HEAD]
    lines += [line for field in fields if not field.required for line in _top(field, known)]
    return "\n".join(lines) + "\n"


def _top(field: Field, known: Mapping[str, Plain]) -> Iterator[str]:
    """Yield the lines of one field of the record itself; a group that nobody filled is commented out."""
    if field.label in known:
        head, *others = entry(field.label, known[field.label])
        yield _noted(head, about(field) if field.label != KIND else "")
        yield from others
        if field.block is not None:
            yield COMMENT + MORE
            yield from list(_group(field, COMMENT))[1:]
    elif field.block is None:
        yield _noted(f"{field.label}:", about(field))
    else:
        yield from _group(field, "" if field.required else COMMENT)


def _group(field: Field, mark: str) -> Iterator[str]:
    yield _noted(f"{mark}{field.label}:", about(field))
    prefix = DASH if field.shape is Shape.BLOCKS else ""
    for inner in _block(field.below(), prefix):
        head, _, note = inner.partition("\t")
        yield _noted(f"{mark}{INDENT}{head}", note)


def _block(fields: Sequence[Field], prefix: str) -> Iterator[str]:
    """Yield the lines of a block, each with a tab before its note; the first one carries the list's dash."""
    indent = " " * len(prefix)
    for index, field in enumerate(fields):
        yield f"{indent if index else prefix}{field.label}:\t{about(field)}"
        inner = DASH if field.shape is Shape.BLOCKS else ""
        yield from (f"{indent}{INDENT}{line}" for line in _block(field.below(), inner))


def about(field: Field) -> str:
    """Say of a field what it is and how it is written."""
    said = [
        REQUIRED if field.required else "",
        field.about,
        CHOICES.format(BETWEEN.join(field.choices)) if field.choices else "",
        field.written,
        DEFAULT.format(field.default) if field.default else "",
        {Shape.TEXTS: EACH, Shape.BLOCKS: ITEMS}.get(field.shape, ""),
        _word(field),
    ]
    return JOIN.join(part for part in said if part)


def _word(field: Field) -> str:
    if not field.word or field.word in field.about:
        return ""
    return (NO_ONE if field.word == NONE else WORD).format(field.word)


def _noted(head: str, note: str) -> str:
    if not note:
        return head
    return f"{head}{' ' * max(COLUMN - to_width(head), 1)}# {note}"
