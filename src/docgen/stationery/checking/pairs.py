"""Takes the marks of one text with their sources, gives a source in which all that opens is closed, and what was not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.findings import Finding, Level
from docgen.stationery.checking.faults import fault
from docgen.stationery.checking.marks import ENDS, MIDDLES, OPENS, Mark
from docgen.stationery.checking.syntax import meant
from docgen.vocabulary import place_text


@dataclass(slots=True)
class _Pairing:
    """The walk over the marks: what is open, what was written so far."""

    open: list[Mark] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def source(self, mark: Mark, source: str) -> str:
        """Return the source of one mark, with the ends that were forgotten before it."""
        word = mark.word if not mark.word or mark.word in WELL_KNOWN else meant(mark.word)
        if word in OPENS:
            return self._closed(mark, OPENS[word], f"{{% {word} %}}")
        if word in MIDDLES:
            return self._between(mark, MIDDLES[word], source)
        if mark.opens:
            self.open.append(mark)
        return source

    def rest(self) -> str:
        """Close what is still open."""
        return self._forgotten(0)

    def _closed(self, mark: Mark, opener: str, source: str) -> str:
        at = self._partner(mark, (opener,))
        if at is None:
            self.findings.append(fault("template-end-stray", mark, {"wanted": tag(mark.level, opener)}))
            return ""
        forgotten = self._forgotten(at + 1)
        self._compare(self.open.pop(), mark)
        return forgotten + source

    def _between(self, mark: Mark, openers: tuple[str, ...], source: str) -> str:
        at = self._partner(mark, openers)
        if at is None:
            self.findings.append(fault("template-end-stray", mark, {"wanted": tag(mark.level, openers[0])}))
            return ""
        forgotten = self._forgotten(at + 1)
        self._compare(self.open[at], mark)
        return forgotten + source

    def _partner(self, mark: Mark, openers: tuple[str, ...]) -> int | None:
        """Return which open mark belongs to an end: the last of its kind on the same level, else the last of its kind."""
        of_kind = [index for index, each in enumerate(self.open) if each.word in openers]
        same = [index for index in of_kind if _level(self.open[index]) == _level(mark)]
        return next(iter([*same[::-1], *of_kind[::-1]]), None)

    def _forgotten(self, start: int) -> str:
        """Report what is open from an index on, and return the ends that close it."""
        left = self.open[start:]
        del self.open[start:]
        for each in left:
            self.findings.append(fault("template-end-missing", each, {"wanted": tag(each.level, ENDS[each.word])}))
        return "".join(f"{{% {ENDS[each.word]} %}}" for each in reversed(left) if each.word != RAW)

    def _compare(self, opener: Mark, mark: Mark) -> None:
        if _level(opener) == _level(mark):
            return
        there = place_text(opener.place) or str(opener.place)
        values = {"opener": opener.text, "there": there}
        joins = opener.level == mark.level == "" and opener.beyond == mark.beyond
        if joins:
            self.findings.append(fault("template-paragraphs-joined", mark, values, Level.WARN))
        else:
            self.findings.append(fault("template-levels-differ", mark, values))


RAW = "raw"
WELL_KNOWN = {*ENDS, *OPENS, *MIDDLES}


def paired(marks: Sequence[Mark], sources: Sequence[str]) -> tuple[str, list[Finding]]:
    """Return one source with a line for each mark, and a finding for each mark without its partner on its level.

    An if and its endif are on one level when both take the place of paragraphs of one holder, of rows of one table, of
    cells of one row, or stand in one paragraph.
    """
    pairing = _Pairing()
    lines = []
    is_raw = False
    for mark, source in zip(marks, sources, strict=True):
        if is_raw and mark.word != ENDS[RAW]:
            lines.append("")
            continue
        line = pairing.source(mark, source)
        is_raw = mark.word == RAW
        lines.append("" if RAW in {mark.word, OPENS.get(mark.word)} else line)
    lines.append(pairing.rest())
    return "\n".join(lines), pairing.findings


def tag(level: str, word: str) -> str:
    """Return a statement as it is typed."""
    return f"{{%{level} {word} %}}"


def _level(mark: Mark) -> tuple[str, int]:
    return mark.level, mark.holder
