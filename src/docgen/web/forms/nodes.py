"""Takes nothing, gives what a form is made of: fields, groups and lists with rows, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from docgen.drafting.form import Shape
from docgen.records.record import Path
from docgen.web.forms.naming import anchor_of, name_of
from docgen.web.forms.picking import PickList


class Control(StrEnum):
    """With what a text is typed."""

    LINE = "line"
    LINES = "lines"
    CHOICE = "choice"


class Row(Struct, frozen=True):
    """One row of a list: a text, a group of fields, or a value of another shape, as JSON."""

    path: Path
    text: str = ""
    nodes: tuple[Node, ...] = ()
    odd: str = ""
    control: Control = Control.LINE

    @property
    def name(self) -> str:
        """The name of its field."""
        return name_of(self.path)

    @property
    def anchor(self) -> str:
        """The id of its element."""
        return anchor_of(self.name)


class Node(Struct, frozen=True):
    """One field of the form, with what stands in it.

    `about` says what belongs there, `how` how it is written. `word` is the word that stands for the whole list, `odd`
    (JSON) a value of another shape than the field's, `empty` ([] or {}) what was written for nothing; `rare` says that
    the field is folded until it is used.
    """

    label: str
    about: str
    shape: Shape
    path: Path
    how: str = ""
    required: bool = False
    control: Control = Control.LINE
    code: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()
    pick: PickList | None = None
    words: tuple[str, ...] = ()
    text: str = ""
    word: str = ""
    rows: tuple[Row, ...] = ()
    below: tuple[Node, ...] = ()
    odd: str = ""
    empty: str = ""
    rare: bool = False
    known: bool = True

    @property
    def name(self) -> str:
        """The name of its field."""
        return name_of(self.path)

    @property
    def anchor(self) -> str:
        """The id of its element."""
        return anchor_of(self.name)

    @property
    def used(self) -> bool:
        """Whether anything stands in it, or room was made for it."""
        return bool(self.text or self.word or self.rows or self.below or self.odd)

    @property
    def offered(self) -> bool:
        """Whether it is a group that nobody uses, or a list of groups inside another group: a button to add it does."""
        groups = self.shape is Shape.BLOCK or (self.shape is Shape.BLOCKS and len(self.path) > 1)
        return groups and not self.used and not self.required

    @property
    def next_row(self) -> Path:
        """The path of the row that would be added."""
        return (*self.path, len(self.rows))


def paths(nodes: Iterable[Node]) -> Iterator[Path]:
    """Yield the paths of all fields, groups and rows of groups that a form shows."""
    for node in nodes:
        if not node.offered:
            yield node.path
        yield from paths(node.below)
        for row in node.rows if node.shape is Shape.BLOCKS else ():
            yield row.path
            yield from paths(row.nodes)
