"""Takes word/numbering.xml, gives each paragraph's automatic number as text, and the indents of its level."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct

from docgen.inspection.word.names import attribute, child_value, flag, number
from docgen.inspection.word.numerals import number_text
from docgen.inspection.word.properties import Lines, lines
from docgen.inspection.word.styles import Styles
from docgen.ooxml.names import w

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class _Level(Struct, frozen=True):
    start: int
    form: str
    text: str
    lines: Lines
    restarts: bool
    legal: bool


class _List(Struct, frozen=True):
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a file; counts as the document is read from its beginning."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        for each in root.iterchildren(w("abstractNum")):
            self._abstract[attribute(each, "abstractNumId") or ""] = each
        self._nums = {attribute(each, "numId") or "": each for each in root.iterchildren(w("num"))}
        for identity, each in self._nums.items():
            self._lists[identity] = self._list(each)

    def lines(self, list_id: str, level: int) -> Lines:
        """Return what a level of a list sets in its paragraphs."""
        found = self._level(list_id, level)
        return found.lines if found else Lines()

    def next_label(self, list_id: str, level: int) -> str:
        """Count one paragraph on, and return the text of its number; "" for bullets and unknown lists."""
        found = self._level(list_id, level)
        if not found:
            return ""
        level = min(max(level, 0), LEVELS - 1)
        counts = self._count(list_id, level, found)
        own = self._lists[list_id].levels

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = "decimal" if found.legal else own[at].form if at in own else found.form
            count = counts[at]
            return number_text((own[at].start if at in own else 1) if count is None else count, form)

        return "" if found.form in {"bullet", "none"} else _PLACE.sub(shown, found.text)

    def _count(self, list_id: str, level: int, found: _Level) -> list[int | None]:
        numbered = self._lists[list_id]
        counts = self._counts.setdefault(numbered.abstract, [None] * LEVELS)
        fresh = level in numbered.starts and (list_id, level) not in self._begun
        self._begun.add((list_id, level))
        current = counts[level]
        counts[level] = numbered.starts[level] if fresh else found.start if current is None else current + 1
        for deeper in range(level + 1, LEVELS):
            if deeper not in numbered.levels or numbered.levels[deeper].restarts:
                counts[deeper] = None
        return counts

    def _level(self, list_id: str, level: int) -> _Level | None:
        found = self._lists.get(list_id)
        return found.levels.get(min(max(level, 0), LEVELS - 1)) if found else None

    def _list(self, num: etree._Element) -> _List:
        identity = child_value(num, "abstractNumId") or ""
        abstract = self._resolved(identity)
        levels = {} if abstract is None else dict(_levels(abstract))
        starts: dict[int, int] = {}
        for override in num.iterchildren(w("lvlOverride")):
            at = number(attribute(override, "ilvl")) or 0
            levels |= dict(_levels(override))
            if (start := number(child_value(override, "startOverride"))) is not None:
                starts[at] = start
        return _List(identity, levels, starts)

    def _resolved(self, identity: str) -> etree._Element | None:
        """Follow a list that is defined by a numbering style to that style's own list, one step."""
        abstract = self._abstract.get(identity)
        link = child_value(abstract, "numStyleLink")
        named = self._styles.numbering_of(link) if link else None
        num = self._nums.get(named[0]) if named else None
        return abstract if num is None else self._abstract.get(child_value(num, "abstractNumId") or "", abstract)


def _levels(parent: etree._Element) -> list[tuple[int, _Level]]:
    return [
        (
            number(attribute(level, "ilvl")) or 0,
            _Level(
                1 if (start := number(child_value(level, "start"))) is None else start,
                child_value(level, "numFmt") or "decimal",
                child_value(level, "lvlText") or "",
                lines(level.find(w("pPr"))),
                child_value(level, "lvlRestart") != "0",
                flag(level, "isLgl") is True,
            ),
        )
        for level in parent.iterchildren(w("lvl"))
    ]
