"""Takes outcomes, gives the manifest: what lies in an export's folder and what it was made from; and reads it again.

A file per line, the files of a unit together, so that a worker reads the lines of its unit and nobody ever holds all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

import msgspec
from msgspec import Struct

from docgen.errors import OutputError
from docgen.export.order import Order
from docgen.export.outcome import Outcome, Paper, Standing, Status
from docgen.findings import Finding, Level, as_plain, from_plain
from docgen.formats import Format
from docgen.outputs import whole
from docgen.rules import VERSION
from docgen.version import __version__

NAME = "manifest.json"
_TAIL = "\n ]\n}\n"
_UNIT = b' {"unit": '
# Where in a journal's line begins what the manifest leaves out: quotes inside texts are escaped.
_OF_ONE_RUN = b', "standing": "'


class Span(NamedTuple):
    """Where the lines of one unit stand in a manifest, in bytes."""

    start: int
    length: int


def entry(outcome: Outcome) -> dict[str, Any]:
    """Return one outcome as the manifest lists it.

    What weighs nothing is left out: the fonts of a machine are no fault of the paper, and differ from one to the next.
    """
    return {
        "unit": outcome.unit,
        "kind": outcome.kind,
        "subject": outcome.subject,
        "format": outcome.format.value,
        "status": outcome.status.value,
        "title": outcome.title,
        "date": outcome.date,
        "path": outcome.path,
        "sha256": outcome.sha256,
        "key": outcome.key,
        "pages": outcome.pages,
        "orphan": outcome.orphan,
        "sources": list(outcome.sources),
        "gaps": _weighty(outcome.gaps),
        "remarks": _weighty(outcome.remarks),
        "errors": _weighty(outcome.errors),
        "error": outcome.error,
        "hint": outcome.hint,
        "fault": outcome.fault,
    }


def outcome_of(listed: Mapping[str, Any]) -> Outcome:
    """Return the outcome that an entry lists; raise KeyError or ValueError for what is no entry."""
    return Outcome(
        unit=listed["unit"],
        kind=listed["kind"],
        subject=listed["subject"],
        format=Format(listed["format"]),
        status=Status(listed["status"]),
        title=listed["title"],
        date=listed["date"],
        path=listed["path"],
        sha256=listed["sha256"],
        key=listed["key"],
        pages=listed["pages"],
        sources=tuple(listed["sources"]),
        gaps=_findings(listed.get("gaps")),
        remarks=_findings(listed.get("remarks")),
        errors=_findings(listed.get("errors")),
        error=listed["error"],
        hint=listed.get("hint", ""),
        fault=listed.get("fault", False),
        orphan=listed.get("orphan", False),
        standing=Standing(listed.get("standing", Standing.MISSING)),
        changed=tuple(listed.get("changed", ())),
        kept=listed.get("kept", False),
    )


def line(outcome: Outcome) -> str:
    """Return an outcome as one line of the manifest."""
    return json.dumps(entry(outcome), ensure_ascii=False)


def journal_line(outcome: Outcome) -> str:
    """Return an outcome as a journal has it: with how its file stood, which is of one run alone."""
    told = {"standing": outcome.standing.value, "changed": list(outcome.changed), "kept": outcome.kept}
    of_one_run = json.dumps(told)
    return f"{line(outcome)[:-1]}, {of_one_run[1:]}"


def outcomes_in(lines: Iterable[bytes]) -> Iterator[Outcome]:
    """Read lines; one that was not written to its end tells of nothing."""
    for each in lines:
        try:
            yield outcome_of(json.loads(_bare(each)))
        except (ValueError, KeyError, TypeError):
            continue


class _Head(Struct, frozen=True):
    """What of a line is looked into."""

    unit: str
    kind: str
    subject: str
    format: str
    status: Status
    path: str
    kept: bool = False


_HEAD = msgspec.json.Decoder(_Head)


class Listed(NamedTuple):
    """A line of the manifest and what its place among the others depends on.

    An organisation's papers cite the figures of every unit below it: as bytes that takes a tenth of the memory.
    """

    unit: str
    paper: Paper
    path: str
    status: Status
    line: bytes
    kept: bool = False


def listed_in(lines: Iterable[bytes]) -> Iterator[Listed]:
    """Read whole lines of a manifest or a journal, as lines of a manifest."""
    for raw in lines:
        text = _bare(raw)
        head = _HEAD.decode(text)
        of_all, cut, _ = text.rpartition(_OF_ONE_RUN)
        line = of_all + b"}" if cut else text
        yield Listed(head.unit, (head.kind, head.subject, head.format), head.path, head.status, line, head.kept)


def as_listed(outcome: Outcome) -> Listed:
    """Return an outcome as a line of the manifest."""
    return Listed(outcome.unit, outcome.paper, outcome.path, outcome.status, line(outcome).encode())


class _Filed(Protocol):
    """What is known of a file: an outcome, or its line."""

    @property
    def paper(self) -> Paper: ...

    @property
    def path(self) -> str: ...

    @property
    def status(self) -> Status: ...

    @property
    def kept(self) -> bool: ...


Filed = TypeVar("Filed", bound=_Filed)


def in_order(files: Iterable[Filed]) -> list[Filed]:
    """Return the files of a unit as the manifest has them; of two about one file, the later.

    A file is written down before it is written: where that failed, what stands before of the paper is no longer true.
    Nor is a failure, where the paper was made after all; a file that is kept from an earlier export tells nothing of that.
    """
    latest: dict[tuple[Paper, str], Filed] = {}
    for each in files:
        if each.status is Status.FAIL:
            latest = {key: known for key, known in latest.items() if key[0] != each.paper}
        elif not each.kept and (failed := latest.get((each.paper, ""))) and failed.status is Status.FAIL:
            del latest[each.paper, ""]
        latest[each.paper, each.path] = each
    return sorted(latest.values(), key=lambda each: (each.path, *each.paper))


class Manifest:
    """The manifest in a folder, as it stands; asked for a unit, it reads that unit's lines."""

    def __init__(self, out: Path) -> None:
        self.path = out / NAME

    def spans(self) -> dict[str, Span]:
        """Return where each unit's lines stand; raise OutputError where the file is no manifest."""
        try:
            if not self.path.exists():
                return {}
            return self._scanned() or self._relined()
        except (OSError, ValueError, KeyError, TypeError) as fault:
            raise OutputError("manifest-unreadable", {"value": str(self.path), "reason": str(fault)}) from fault

    def of(self, span: Span | None) -> Iterator[Outcome]:
        """Yield the outcomes of a unit."""
        return outcomes_in(self.lines(span))

    def lines(self, span: Span | None) -> list[bytes]:
        """Return the lines of a unit."""
        if span is None:
            return []
        with self.path.open("rb") as file:
            file.seek(span.start)
            return file.read(span.length).splitlines()

    def write(self, head: Mapping[str, Any], units: Iterable[Iterable[bytes]]) -> None:
        """Write the lines of all units, unit after unit, and put the file into its place as a whole, if it says more."""
        opening = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
        joint = b"\n "
        with whole(self.path, leave_equal=True) as file:
            file.write(f'{opening},\n "files": ['.encode())
            for each in (text for unit in units for text in unit):
                file.write(joint)
                file.write(each)
                joint = b",\n "
            file.write(_TAIL.encode())

    def _scanned(self) -> dict[str, Span]:
        spans: dict[str, Span] = {}
        start = 0
        with self.path.open("rb") as file:
            for each in file:
                if each.startswith(_UNIT):
                    unit = _HEAD.decode(_bare(each)).unit
                    first = spans.get(unit, Span(start, 0)).start
                    spans[unit] = Span(first, start + len(each) - first)
                start += len(each)
        return spans

    def _relined(self) -> dict[str, Span]:
        """Write a manifest with one file per line that is written otherwise, as docgen 0.3 did."""
        read = json.loads(self.path.read_bytes())
        files = sorted(map(as_listed, map(outcome_of, read.pop("files"))), key=lambda each: each.unit)
        units = groupby(files, key=lambda each: each.unit)
        self.write(read, ((each.line for each in in_order(unit)) for _, unit in units))
        return self._scanned()


def head_of(order: Order) -> dict[str, Any]:
    """Return what a manifest says of the whole export: nothing that differs between two equal runs."""
    return {"docgen": __version__, "rules": VERSION, "period": str(order.period or ""), "final": order.final}


def _bare(line: bytes) -> bytes:
    """Return a line without its margin and its comma."""
    return line.strip().removesuffix(b",")


def _weighty(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [as_plain(each) for each in findings if each.level is not Level.INFO]


def _findings(plain: Iterable[Mapping[str, Any]] | None) -> tuple[Finding, ...]:
    return tuple(from_plain(each) for each in plain or ())
