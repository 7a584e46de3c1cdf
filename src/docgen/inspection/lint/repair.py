"""Takes the bytes of a Word file, gives a copy in which what is mechanical follows the rules."""

from __future__ import annotations

from docgen.inspection.lint.looking import faults
from docgen.inspection.lint.mends import ONCE
from docgen.inspection.lint.rule import Mend
from docgen.inspection.mending.desk import Desk
from docgen.inspection.opening import open_word
from docgen.inspection.roles import paper_of
from docgen.inspection.word import read

MOST_ROUNDS = 5
"""One mend may bring to light what another has to do: a size that is right asks for tight spacing."""


def mended(content: bytes) -> bytes:
    """Return a copy in which every fault that has a mend is mended; the same bytes where there is none.

    Words are never changed, blanks before and behind them are. Raise UnreadableFile where the file cannot be opened.
    """
    for _ in range(MOST_ROUNDS):
        file = open_word(content)
        paper = paper_of(read(file))
        desk = Desk(file)
        done: set[Mend] = set()
        for rule, fault in list(faults(paper)):
            if rule.mend is not None and rule.mend not in done:
                rule.mend(desk, paper, fault)
                done |= {rule.mend} & ONCE
        after = desk.content(content) if any(rule.mend for rule, _ in faults(paper)) else content
        if after == content:
            break
        content = after
    return content
