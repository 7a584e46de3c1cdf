"""Takes the model of a kind of record and its data, gives the form: fields, groups and rows, with what stands in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace
from pydantic import BaseModel

from docgen.drafting.form import Field, Shape, form_of
from docgen.model.kinds import MODELS
from docgen.records.record import Path, Written
from docgen.vocabulary.records_page import (
    BETWEEN,
    DEFAULT,
    EXAMPLES,
    FIRST_LABELS,
    LONG_LABELS,
    RARE_LABELS,
    TRUTHS,
    UNKNOWN_LABEL,
    USUAL_LABELS,
)
from docgen.web.forms.nodes import Control, Node, Row
from docgen.web.forms.picking import pick_list_of

KIND, MEETING_TYPE = "类型", "会议类型"
TRUTH = "truth-invalid"
LONG = 48
"""A text beyond so many characters is typed in a field of several lines, whatever its label."""


SHAPES: Mapping[Shape, tuple[type, ...]] = {
    Shape.TEXT: (str,),
    Shape.TEXTS: (list, str),
    Shape.BLOCKS: (list, str),
    Shape.BLOCK: (dict,),
}
"""How values of each shape are written; a word may stand for a list."""


def form(model: type[BaseModel], data: Mapping[str, Written], opened: Iterable[Path] = ()) -> tuple[Node, ...]:
    """Return the fields of a record in the order in which one fills them, then what the model does not know.

    `opened` are paths of groups, or of rows of lists, for which there is room though nothing stands there.
    """
    known = [str(data[label]) for label in (KIND, MEETING_TYPE) if isinstance(data.get(label), str)]
    usual = frozenset().union(*(USUAL_LABELS.get(each, ()) for each in known))
    return tuple(_kind(node) for node in _block(model, data, (), frozenset(opened), usual))


def _kind(node: Node) -> Node:
    """Let the kind of a record be chosen where it is none that there is; else it stays what it is."""
    if node.label != KIND or node.text in MODELS or node.odd:
        return node
    return replace(node, control=Control.CHOICE, choices=tuple(each for each in (node.text, *MODELS) if each))


def group(model: type[BaseModel], path: Path, opened: Iterable[Path] = ()) -> tuple[Node, ...]:
    """Return the empty fields of the group at a path below a model; none where there is no such group."""
    block = block_at(model, path)
    return () if block is None else _block(block, {}, path, frozenset(opened), frozenset())


def opened(model: type[BaseModel], path: Path) -> Node | None:
    """Return the empty group at a path below a model, or the list with one row; None where there is neither."""
    around = block_at(model, path[:-1])
    field = next((each for each in form_of(around) if each.label == path[-1]), None) if around is not None else None
    if around is None or field is None:
        return None
    room = frozenset({path, (*path, 0)})
    return _node(around, field, None, path[:-1], room, frozenset())


def block_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of the group at a path; None where there is none."""
    here: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int):
            continue
        fields = form_of(here) if here is not None else ()
        here = next((field.block for field in fields if field.label == step), None)
    return here


def _block(
    model: type[BaseModel], data: Mapping[str, Written], path: Path, opened: frozenset[Path], usual: frozenset[str]
) -> tuple[Node, ...]:
    fields = form_of(model)
    labels = [field.label for field in fields]
    ordered = sorted(enumerate(fields), key=lambda each: _place(each[1], each[0], at_top=not path))
    nodes = [_node(model, field, data.get(field.label), path, opened, usual) for _, field in ordered]
    strangers = [_stranger(key, value, path) for key, value in data.items() if key not in labels]
    return (*nodes, *strangers)


def _place(field: Field, index: int, *, at_top: bool) -> tuple[int, int]:
    """Return where a field stands: those that begin every form, then the model's order; in groups only the model's."""
    if not at_top:
        return 0, index
    if field.label in FIRST_LABELS:
        return 0, FIRST_LABELS.index(field.label)
    return 1, index


def _node(
    model: type[BaseModel],
    field: Field,
    value: Written | None,
    path: Path,
    opened: frozenset[Path],
    usual: frozenset[str],
) -> Node:
    at = (*path, field.label)
    text = value if isinstance(value, str) else ""
    fits = _fits(field, value)
    rows: tuple[Row, ...] = ()
    below: tuple[Node, ...] = ()
    if field.shape in {Shape.TEXTS, Shape.BLOCKS}:
        rows = tuple(_rows(field, value if isinstance(value, list) else [], at, opened))
    elif field.block is not None and (isinstance(value, dict) or (field.required and fits) or at in opened):
        below = _block(field.block, value if isinstance(value, dict) else {}, at, opened, frozenset())
    return Node(
        label=field.label,
        about=_about(field),
        how=field.written if field.code != TRUTH else "",
        shape=field.shape,
        path=at,
        required=field.required,
        control=_control(field, text),
        code=field.code,
        example=EXAMPLES.get(field.code, ""),
        choices=_choices(field, text),
        pick=pick_list_of(model, field),
        words=_words(field, text),
        text=text if field.shape is Shape.TEXT else "",
        word=text if field.shape in {Shape.TEXTS, Shape.BLOCKS} else "",
        rows=rows,
        below=below if fits else (),
        odd="" if fits else _json(value),
        empty=_json(value) if fits and value in ([], {}) else "",
        rare=not field.required and field.label in RARE_LABELS and field.label not in usual,
    )


def _fits(field: Field, value: Written | None) -> bool:
    """Tell whether a value has the shape of its field."""
    if value is None:
        return True
    return isinstance(value, SHAPES[field.shape])


def _rows(field: Field, values: list[Written], path: Path, opened: frozenset[Path]) -> Iterator[Row]:
    for index, value in enumerate(values):
        yield _row(field, value, (*path, index), opened)
    start = len(values)
    # A list of groups that must not be empty begins with one.
    wanted = [index for index in range(start, start + 8) if (*path, index) in opened]
    if field.shape is Shape.BLOCKS and field.required and not values and not wanted:
        wanted = [0]
    for index in wanted:
        at = (*path, index)
        yield _row(field, "" if field.block is None else {}, at, opened | {at})


def _row(field: Field, value: Written, path: Path, opened: frozenset[Path]) -> Row:
    if field.block is not None and isinstance(value, dict) and (value or path in opened):
        return Row(path, nodes=_block(field.block, value, path, opened, frozenset()))
    if field.block is None and isinstance(value, str):
        return Row(path, text=value, control=Control.LINES if _is_long(value) else Control.LINE)
    return Row(path, odd=_json(value))


def _stranger(key: str, value: Written, path: Path) -> Node:
    """Return the field of a label that the model does not know: kept, shown, and free to be emptied."""
    is_text = isinstance(value, str)
    return Node(
        label=key,
        about=UNKNOWN_LABEL,
        shape=Shape.TEXT,
        path=(*path, key),
        control=Control.LINES,
        text=value if isinstance(value, str) else "",
        odd="" if is_text else _json(value),
        known=False,
    )


def _about(field: Field) -> str:
    default = DEFAULT.format(field.default) if field.default else ""
    return BETWEEN.join(part for part in (field.about, default) if part)


def _control(field: Field, text: str) -> Control:
    if field.choices or field.code == TRUTH:
        return Control.CHOICE
    free = not field.code
    return Control.LINES if _is_long(text) or (free and field.label in LONG_LABELS) else Control.LINE


def _is_long(text: str) -> bool:
    return len(text) > LONG or "\n" in text


def _choices(field: Field, text: str) -> tuple[str, ...]:
    """Return what may be chosen, with what stands there where it is none of it."""
    if field.shape is not Shape.TEXT:
        return field.choices
    choices = TRUTHS if field.code == TRUTH else field.choices
    return choices if not choices or not text or text in choices else (text, *choices)


def _words(field: Field, text: str) -> tuple[str, ...]:
    if field.shape not in {Shape.TEXTS, Shape.BLOCKS}:
        return ()
    return tuple(dict.fromkeys(each for each in (text, field.word) if each))


def _json(value: Written | None) -> str:
    return json.dumps(value, ensure_ascii=False)
