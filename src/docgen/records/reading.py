"""Takes the bytes of a YAML file, gives its records and what is wrong with them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct
from yaml.error import YAMLError

from docgen.findings import Finding, Level, Place, in_order
from docgen.records.composer import Composer, Draft, TooDeepError
from docgen.records.encoding import decode, uncover
from docgen.records.mending import Mending
from docgen.records.record import Record, Source
from docgen.records.syntax import Fault, diagnose, glued, next_document, spread


class Limits(Struct, frozen=True):
    """How large a file may be, in bytes, and how deep lists and mappings may lie in each other."""

    file_size: int = 256 * 1024
    depth: int = 20


DEFAULT_LIMITS = Limits()


def read_text(text: bytes, file: str, limits: Limits = DEFAULT_LIMITS) -> tuple[list[Record], list[Finding]]:
    """Return the records of one file and all that is wrong with it; never raise for what a file holds.

    A document in which something was passed over comes back as a record that is not `sound`; one that cannot be
    read at all does not come back.
    """
    if len(text) > limits.file_size:
        values = {"size": len(text) // 1024 + 1, "limit": limits.file_size // 1024}
        return [], [Finding("file-large", Level.ERROR, Place(file), values=values)]
    decoded, findings = decode(text, file)
    if decoded is None:
        return [], findings
    records, findings, _ = read_documents(decoded, file, limits)
    return records, findings


def read_documents(
    text: str, file: str, limits: Limits = DEFAULT_LIMITS
) -> tuple[list[Record], list[Finding], list[int]]:
    """Return the records of a text, what is wrong with it, and the lines, from 0, on which its documents begin.

    Documents that are no records have a beginning too.
    """
    uncovered, hidden = uncover(text, file)
    reading = _Reading(uncovered, file, limits.depth)
    reading.findings += hidden
    reading.run()
    return list(reading.records()), in_order(reading.findings), reading.beginnings()


class _Reading:
    """Read the documents of one text; a syntax error costs one document, not the file."""

    def __init__(self, text: str, file: str, depth: int) -> None:
        self.findings: list[Finding] = []
        self._text = text
        self._file = file
        self._depth = depth
        self._seen: set[tuple[str, Place]] = set()
        self._drafts: list[Draft] = []
        self._mending: Mending | None = None

    def run(self) -> None:
        start: int | None = 0
        while start is not None:
            start = self._read_from(start)

    def records(self) -> Iterator[Record]:
        """Yield a record for each document that is a mapping; the others count in its number."""
        lines = sorted(finding.place.line - 1 for finding in self.findings if finding.level is Level.ERROR)
        # What stands between two documents goes with the one before, what stands before all of them with the first.
        starts = [0, *(draft.first for draft in self._drafts[1:]), len(self._text) + 1]
        for number, (draft, (start, end)) in enumerate(zip(self._drafts, pairwise(starts), strict=False), 1):
            if isinstance(draft.data, dict):
                sound = bisect_left(lines, start) == bisect_left(lines, end)
                yield Record(draft.data, Source(self._file, draft.marks), number, sound)

    def beginnings(self) -> list[int]:
        return [draft.first for draft in self._drafts]

    def _read_from(self, start: int) -> int | None:
        """Read documents from a line on; return the line to read on from, None at the end."""
        text = self._text if self._mending is None else self._mending.text_from(start)
        composer = Composer(text, self._file, start, self._depth)
        try:
            for draft in composer.documents():
                faults = self._faults(composer)
                if self._mend(faults):
                    return draft.first
                self._keep(draft, composer, faults)
        except TooDeepError:
            return self._give_up(composer, [], start)
        except YAMLError as error:
            faults = diagnose(error, self._mended().lines, start, self._file)
            # What was kept from this text already would be kept twice.
            again = composer.under_way if composer.finished else start
            if again is not None and self._mend(faults):
                return again
            return self._give_up(composer, faults, start)
        return None

    def _mended(self) -> Mending:
        if self._mending is None:
            self._mending = Mending(self._text)
        return self._mending

    def _faults(self, composer: Composer) -> list[Fault]:
        """Return the faults that are no errors to YAML: texts over lines, keys glued to their values."""
        if not composer.spans and not composer.glued:
            return []
        lines = self._mended().lines
        over_lines = [fault for span in composer.spans for fault in spread(span, lines, self._file)]
        return [*over_lines, *(glued(key, lines, self._file) for key in composer.glued)]

    def _mend(self, faults: list[Fault]) -> bool:
        """Mend what can be and was not mended before; True when the document is worth reading again."""
        fresh = [fault for fault in faults if fault.mend is not None and self._is_new(self._placed(fault.finding))]
        if not fresh or not self._mended().afford():
            return False
        self._note(fault.finding for fault in fresh)
        # From right to left, so that a mend does not move the next one.
        for mend in sorted((fault.mend for fault in fresh if fault.mend is not None), reverse=True):
            self._mended().apply(mend)
        return True

    def _keep(self, draft: Draft, composer: Composer, faults: list[Fault]) -> None:
        """Keep a document that was read to its end."""
        found = [*composer.findings, *(fault.finding for fault in faults)]
        if draft.data is not None and not isinstance(draft.data, dict):
            place = Place(self._file, draft.marks.line, draft.marks.column)
            found.append(Finding("record-not-mapping", Level.ERROR, place))
        if draft.data is not None or found:
            draft.marks = draft.marks if self._mending is None else self._mending.mark(draft.marks)
            self._drafts.append(draft)
        self._note(found)

    def _give_up(self, composer: Composer, faults: list[Fault], start: int) -> int | None:
        """Leave the document where the parser stopped; return the line of the next one."""
        found = [*(composer.findings if composer.under_way is not None else ()), *(fault.finding for fault in faults)]
        first = start if composer.under_way is None else composer.under_way
        if composer.under_way is not None or not composer.finished:
            self._drafts.append(Draft(first))
        self._note(found)
        stopped = found[-1].place.line - 1
        return next_document(self._mended().lines, max(stopped, first + 1)) if self._mended().afford() else None

    def _note(self, findings: Iterable[Finding]) -> None:
        for finding in map(self._placed, findings):
            if self._is_new(finding):
                self._seen.add((finding.code, finding.place))
                self.findings.append(finding)

    def _placed(self, finding: Finding) -> Finding:
        return finding if self._mending is None else self._mending.place(finding)

    def _is_new(self, finding: Finding) -> bool:
        return (finding.code, finding.place) not in self._seen
