"""Takes a service whose exports stand still, gives exports in any state, with files of their own."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from tests.web.office import NOW, Office

from docgen.findings import Finding, Level, Place, as_plain
from docgen.outputs import digest
from docgen.web.exports.delivery import folder
from docgen.web.jobs.result import Count
from docgen.web.jobs.wish import Wish
from docgen.web.state.jobs import Job, JobState
from docgen.web.state.papers import Paper

RECORD = "一支部/2020/03/2020-03-12-支委会"
TALK = "一支部/2020/年度/2020-谈话#2"
MISSING = Finding(
    "gap",
    Level.WARN,
    Place("支部/一支部/记录/a.yaml", 2, 1),
    RECORD,
    {"value": "地点", "kind": "会议纪要"},
    path=("地点",),
)


def paper(number: int, unit: str = "一支部", kind: str = "minutes", status: str = "ok", **values: object) -> Paper:
    """Return a paper of a unit; one that failed has no file."""
    path = f"{unit}/{kind}/{number}.docx" if status != "fail" else ""
    made = Paper(number, unit, kind, f"{unit}/2020", "docx", status, f"材料{number}", "2020", path, "", None, False)
    return replace(made, **values)


def lacking(number: int, *findings: Finding) -> Paper:
    """Return a paper that lacks something."""
    return paper(number, status="warn", findings=tuple(map(as_plain, findings)), subject=RECORD)


def unmade(number: int) -> Paper:
    """Return a paper that was not made."""
    return paper(number, status="fail", title="", error="模板第3行有错。", hint="改好模板。")


def running(office: Office, wish: Wish, by: str = "管理员") -> Job:
    """Return a job that runs, as the book says."""
    office.service.jobs.book.add(by, wish.as_plain(), NOW)
    begun = office.service.jobs.book.begin(NOW)
    assert begun is not None
    return begun


def done(office: Office, wish: Wish, papers: Iterable[Paper]) -> Job:
    """Return a job that is done, its papers with their files."""
    job, out, count = running(office, wish), folder(office.service.root, wish.period), Count()
    written = []
    for each in papers:
        content = f"第{each.number}份".encode()
        if each.path:
            (out / each.path).parent.mkdir(parents=True, exist_ok=True)
            (out / each.path).write_bytes(content)
        written.append(replace(each, sha256=digest(content) if each.path else ""))
        count.add(written[-1])
    office.service.jobs.papers.note(job.id, written)
    return ended(office, job, JobState.DONE, dict(count.as_plain()))


def ended(office: Office, job: Job, state: JobState, result: dict[str, object] | None = None) -> Job:
    """Return a job that has ended in a state."""
    office.service.jobs.book.end(job.id, state, result or {}, NOW)
    found = office.service.jobs.book.job(job.id)
    assert found is not None
    return found
