"""Takes a text and mends, gives the text to read on with, and places as the clerk's file has them."""

from __future__ import annotations

from collections import defaultdict

from msgspec.structs import replace

from docgen.findings import Finding
from docgen.records.record import Mark, marked
from docgen.records.syntax import Mend

# Reading starts again after each mend and after each document that is given up. So many characters are read again at
# most, a second or two, before a file that is nothing but faults is left as it is.
_PATIENCE = 16_000_000


class Mending:
    """The lines of a text, some of them mended in memory; the file itself is never touched."""

    def __init__(self, text: str) -> None:
        # Whatever else would part lines here was replaced before, so these are YAML's line breaks and no others.
        self.lines = text.splitlines(keepends=True)
        self._written = tuple(self.lines)
        self._cost = len(text) + 1
        self._left = _PATIENCE
        self._added: defaultdict[int, list[int]] = defaultdict(list)

    def text_from(self, line: int) -> str:
        """Return the mended text from a line (counted from 0) on."""
        return "".join(self.lines[line:])

    def afford(self) -> bool:
        """Say whether the text may be read once more, and count that."""
        self._left -= self._cost
        return self._left > 0

    def apply(self, mend: Mend) -> None:
        """Mend one character of one line."""
        line = self.lines[mend.line]
        self.lines[mend.line] = line[: mend.column] + mend.text + line[mend.column + 1 :]
        extra = len(mend.text) - 1
        added = self._added[mend.line]
        moved = [column + extra if column > mend.column else column for column in added]
        self._added[mend.line] = [*moved, *range(mend.column + 1, mend.column + 1 + extra)]

    def place(self, finding: Finding) -> Finding:
        """Return the finding where it stands, and with the line that it shows, as the file was written."""
        place, values = finding.place, finding.values
        if place.line - 1 in self._added and values.get("value") == self.lines[place.line - 1].strip():
            values = {**values, "value": self._written[place.line - 1].strip()}
        return replace(finding, place=replace(place, column=self._column(place.line, place.column)), values=values)

    def mark(self, mark: Mark) -> Mark:
        """Return a mark and all below it as the file was written."""
        below = mark.below
        if isinstance(below, dict):
            below = {key: self.mark(marked(inner)) for key, inner in below.items()}
        elif isinstance(below, list):
            below = [self.mark(marked(inner)) for inner in below]
        columns = self._column(mark.line, mark.column), self._column(mark.key_line, mark.key_column)
        return Mark(mark.line, columns[0], mark.key_line, columns[1], below)

    def _column(self, line: int, column: int) -> int:
        """Return a column (from 1, as `line`) less the characters that mends put before it."""
        return column - sum(added < column for added in self._added.get(line - 1, ()))
