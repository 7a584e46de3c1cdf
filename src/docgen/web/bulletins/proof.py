"""Takes an issue as it stands or is begun, gives its paper in memory, and what it lacks with where that is written."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from docgen.documents.bulletin.entries import NEWS
from docgen.errors import DocgenError
from docgen.export import Outcome
from docgen.findings import Finding, Level
from docgen.formats import Format, Outlet
from docgen.generation import check, stationery_of
from docgen.model.subject import Subject
from docgen.outputs import digest
from docgen.vocabulary import as_json, message
from docgen.vocabulary.publishing import NO_ISSUE
from docgen.web.bulletins.issue import Issue
from docgen.web.bulletins.written import NUMBERS, PEOPLE, RECIPIENTS, WAYS, told_in
from docgen.web.press import Printed, Wish
from docgen.web.service import Service
from docgen.workspace import load_unit

KIND, RULE = "bulletin", "X22"
FIELDS = frozenset({*NUMBERS, *PEOPLE, *WAYS})
PAPERS: Mapping[str, tuple[Format, str]] = {
    "docx": (Format.DOCX, ""),
    "pdf": (Format.PDF, ""),
    "html": (Format.HTML, ""),
    Outlet.WECHAT.value: (Format.HTML, Outlet.WECHAT.value),
    Outlet.WEB.value: (Format.HTML, Outlet.WEB.value),
}
"""The files of an issue by their name in addresses: a format, and the outlet that it is made for."""


class Told(Struct, frozen=True):
    """Something that is missing or wrong, as `as_json` gives it; `field` of the desk or `record` is where it is written."""

    finding: Mapping[str, Any]
    field: str = ""
    record: str = ""


class Proof(Struct, frozen=True):
    """An issue's page, what it lacks, what is wrong with its record.

    `error` says why no page can be made, `notice` that there is none yet.
    """

    page: str
    gaps: tuple[Told, ...] = ()
    findings: tuple[Told, ...] = ()
    error: str = ""
    notice: str = ""

    @property
    def errors(self) -> tuple[Told, ...]:
        """What is wrong so that the record cannot be read."""
        return tuple(each for each in self.findings if each.finding["level"] == Level.ERROR)

    @property
    def version(self) -> str:
        """A text that is another for another page, so that a browser asks again."""
        return digest(self.page.encode())[:16]


class MadeFile(Struct, frozen=True):
    """One file of an issue: its name and bytes, or why there is none."""

    name: str
    content: bytes
    format: Format
    pages: int | None = None
    error: str = ""


def proof(service: Service, issue: Issue) -> Proof:
    """Return the page of an issue, and what is to be said of it; of a stored one made once while its records stay."""
    if issue.begun is not None:
        return _proof(service, issue)
    key = ("bulletin-proof", *_key(service, issue, Format.HTML, ""))
    return service.library.once(key, tuple(issue.units), lambda: _proof(service, issue))


def _proof(service: Service, issue: Issue) -> Proof:
    drafts, record = _drafts(service, issue)
    printed = service.press.papers(service.library.workspace(), _wish(service, issue, Format.HTML, drafts=drafts))
    outcome = next(iter(printed.outcomes), None)
    if outcome is None or not outcome.path:
        return Proof("", error=outcome.error) if outcome is not None else Proof("", notice=NO_ISSUE)
    findings = tuple(_placed(issue, each) for each in _findings(service, issue, drafts, record))
    made = Proof(printed.files[outcome.path].decode(), (), findings)
    # Of a record that cannot be read the paper lacks everything: what is to be mended is told alone.
    return made if made.errors else replace(made, gaps=tuple(_placed(issue, each) for each in outcome.gaps))


def refused(service: Service, issue: Issue) -> tuple[Told, ...]:
    """Return why a stored issue is not final: its gaps, and the errors in what it needs."""
    printed = service.press.papers(service.library.workspace(), _wish(service, issue, Format.DOCX))
    return tuple(_placed(issue, each) for outcome in printed.outcomes for each in (*outcome.gaps, *outcome.errors))


def file_of(service: Service, issue: Issue, name: str) -> MadeFile:
    """Return one of a stored issue's files, made once while its records stay."""
    format, outlet = PAPERS[name]

    def made() -> MadeFile:
        try:
            printed = service.press.papers(service.library.workspace(), _wish(service, issue, format, outlet))
        except DocgenError as error:
            return MadeFile("", b"", format, error=message(error))
        return _made(printed, format)

    key = ("bulletin-file", *_key(service, issue, format, outlet))
    return service.library.once(key, tuple(issue.units), made)


def _key(service: Service, issue: Issue, format: Format, outlet: str) -> tuple[Hashable, ...]:
    """Return what a paper of the stored issue depends on beside its records: the day, and the template."""
    stationery = stationery_of(service.library.workspace())
    template = stationery.template(KIND, format, Outlet(outlet) if outlet else None)
    return issue.subject, service.today(), format, outlet, template.sha256


def _made(printed: Printed, format: Format) -> MadeFile:
    outcome: Outcome | None = next(iter(printed.outcomes), None)
    if outcome is None or not outcome.path:
        return MadeFile("", b"", format, error=outcome.error if outcome is not None else NO_ISSUE)
    return MadeFile(Path(outcome.path).name, printed.files[outcome.path], format, outcome.pages)


def _wish(
    service: Service, issue: Issue, format: Format, outlet: str = "", drafts: Mapping[Path, bytes] | None = None
) -> Wish:
    subjects = (issue.subject,)
    return Wish(subjects, (KIND,), (format.value,), outlet=outlet, on=service.today(), drafts=drafts or {})


def _drafts(service: Service, issue: Issue) -> tuple[Mapping[Path, bytes], str]:
    """Return the texts that lie over the files of an issue that is begun, and the id of its record."""
    record = issue.stored.id if issue.stored is not None else ""
    if issue.begun is None:
        return {}, record
    draft = service.editor.draft(service.library.workspace(), issue.unit, record or None, issue.data)
    return {draft.path: draft.content}, draft.record


def _findings(service: Service, issue: Issue, drafts: Mapping[Path, bytes], record: str) -> Iterator[Finding]:
    if not record:
        return
    workspace = service.library.workspace().with_drafts(drafts)
    found = load_unit(workspace, issue.unit).findings
    # All other rules are about what the month was, not about the issue; they would take long on each change.
    found += check(workspace, [Subject(issue.unit, record=record)], on=service.today(), rules=(RULE,)).findings
    yield from (each for each in dict.fromkeys(found) if each.subject == record)


def _placed(issue: Issue, finding: Finding) -> Told:
    """Return a finding with the field of the desk, or the record, in which what it tells of is written."""
    words = [str(step) for step in reversed(finding.path)] + [
        str(finding.values.get(each, "")) for each in ("key", "value")
    ]
    field = next((each for each in words if each in FIELDS), WAYS[-1] if RECIPIENTS in words else "")
    news = {each["place"]["file"]: each["id"] for each in told_in(issue.units, NEWS)}
    return Told(as_json(finding), field, "" if field else news.get(finding.place.file, ""))
