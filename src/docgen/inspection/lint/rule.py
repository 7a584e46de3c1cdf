"""Takes nothing, gives the shape of a rule of the page: what it asks, how binding it is, how it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct

from docgen.findings import Level
from docgen.inspection.mending.desk import Desk
from docgen.inspection.paper import Paper
from docgen.inspection.word import Paragraph
from docgen.page import Strength

LEVELS = {Strength.RULE: Level.ERROR, Strength.ADVICE: Level.WARN, Strength.PRACTICE: Level.INFO}


class Fault(Struct, frozen=True):
    """One place where a rule is not kept: the paragraph (None: the whole file), what is there, what should be.

    `clause` stands for the rule's own where the element decides it. `table` counts from 1, `section` from 0.
    """

    paragraph: Paragraph | None
    found: str
    expected: str
    clause: str = ""
    table: int = 0
    section: int = 0


Check: TypeAlias = Callable[[Paper], Iterator[Fault]]
Mend: TypeAlias = Callable[[Desk, Paper, Fault], None]


class Rule(Struct, frozen=True):
    """A rule: its code, how binding it is, its clause in GB/T 9704-2012 ("" for practice), its check, its mend.

    `everywhere` asks it of every Word file; the others are for official papers. Where a paper is none, nothing in the
    standard binds it, and the rule is practice.
    """

    code: str
    strength: Strength
    clause: str
    check: Check
    mend: Mend | None = None
    everywhere: bool = False
