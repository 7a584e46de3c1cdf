"""Takes what was noticed, gives it a shape: a finding is data, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field
from msgspec.structs import astuple, replace


class Level(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


class Place(Struct, frozen=True, order=True):
    """Where something stands: a file, and in it a line and column, a paragraph of a part, or a page.

    All numbers count from 1; 0 says none, and a file alone is the whole file, as for what is missing. `part` names a
    part of a Word file (word/document.xml), "" its body; `paragraph` counts every w:p of that part in the order of the
    document, those in tables and text boxes too. `table` counts the part's tables likewise, `row` and `cell` within it.
    """

    file: str
    line: int = 0
    column: int = 0
    page: int = 0
    part: str = ""
    paragraph: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0

    @property
    def in_document(self) -> bool:
        """Tell whether the place is counted in paragraphs or pages, not in lines."""
        return bool(self.paragraph or self.page)

    def __str__(self) -> str:
        parts = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


class Finding(Struct, frozen=True):
    """One thing that a person should know about one place.

    `values` fill the words that `vocabulary` keeps for `code`; the key `value` holds what was written.
    `basis` names the regulation and article where there is one; `path` the labels and indexes that lead to the place
    within its record, so that it is known which field is concerned.
    """

    code: str
    level: Level
    place: Place
    subject: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)
    basis: str | None = None
    path: tuple[str | int, ...] = ()

    def __hash__(self) -> int:
        # What fills the words is a mapping, which has no hash.
        return hash((self.code, self.level, self.place, self.subject, self.path))

    def about(self, subject: str) -> Finding:
        """Return the same finding with the subject that it concerns."""
        return replace(self, subject=subject)


def as_plain(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain data, which a unit can hand upwards."""
    return {
        "code": finding.code,
        "level": finding.level.value,
        "place": list(astuple(finding.place)),
        "subject": finding.subject,
        "values": dict(finding.values),
        "basis": finding.basis or "",
        "path": list(finding.path),
    }


def from_plain(plain: Mapping[str, Any]) -> Finding:
    """Return the finding that `as_plain` wrote."""
    return Finding(
        code=plain["code"],
        level=Level(plain["level"]),
        place=Place(*plain["place"]),
        subject=plain["subject"],
        values=plain["values"],
        basis=plain["basis"] or None,
        path=tuple(plain["path"]),
    )


def worst(findings: Iterable[Finding]) -> Level | None:
    """Return the gravest level among findings, None when there are none."""
    levels = {finding.level for finding in findings}
    return next((level for level in Level if level in levels), None)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by place, then code, so that two runs print the same."""
    return sorted(findings, key=lambda finding: (finding.place, finding.code, finding.subject))
