"""Takes important matters of a 支部党员大会, gives those that no 支委会 prepared before."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.meeting import AgendaItem, Meeting, MeetingType
from docgen.rules.case import Case
from docgen.rules.committee import has_committee
from docgen.rules.provision import Parameters
from docgen.rules.regulations import BRANCH, Basis
from docgen.rules.rule import Rule, Test


def important_matters(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield each 重要 matter that was not first at a 支委会 (支部条例第十二条).

    A branch without a committee is exempt. A record that is not in this branch's ledger is left to reading.
    """
    for entry in case.held(Meeting, type=MeetingType.GENERAL):
        important = [(index, item) for index, item in enumerate(entry.model.agenda) if item.important]
        if important and has_committee(case.ledger, entry.model.day):
            for index, item in important:
                yield from _prepared(case, entry, index, item)


def _prepared(case: Case[Parameters], entry: Entry[Meeting], index: int, item: AgendaItem) -> Iterator[Finding]:
    if item.prepared_by is None:
        yield case.finding(entry, "agenda", index, value=item.title)
        return
    at, before = ("agenda", index, "prepared_by"), case.ledger.entry(item.prepared_by)
    if before is None:
        return
    meeting, said = before.model, {"value": item.prepared_by, "title": item.title}
    if not isinstance(meeting, Meeting) or meeting.type is not MeetingType.COMMITTEE:
        yield case.finding(entry, *at, case="kind", **said)
    elif not meeting.held:
        yield case.finding(entry, *at, case="plan", **said)
    elif meeting.start >= entry.model.start:
        yield case.finding(entry, *at, case="after", **said)


V13 = Rule(
    id="V13",
    words="提交支部党员大会讨论的重要事项，先由党支部委员会会议研究",
    levels={"V13": Level.WARN, "V13-kind": Level.WARN, "V13-plan": Level.WARN, "V13-after": Level.WARN},
    bases=(Basis(BRANCH, "第十二条"),),
    since=BRANCH.since,
    tests=(Test(important_matters),),
    parameters=Parameters,
)
