"""Takes the records of 前置研究, gives those whose form, meeting or opinion does not fit (X16)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import date_text
from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.governance import PreStudy, PreStudyOpinion, StudyForm, study_form
from docgen.model.meeting import Meeting, MeetingType
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ENTERPRISE, Basis, Confidence
from docgen.rules.rule import Rule, Test

OF_BRANCHES = (MeetingType.COMMITTEE, MeetingType.GENERAL)
MEETINGS: dict[StudyForm, tuple[MeetingType, ...]] = {
    StudyForm.BEFOREHAND: (MeetingType.PARTY_COMMITTEE,),
    StudyForm.GATEKEEPING: OF_BRANCHES,
    StudyForm.TAKING_PART: OF_BRANCHES,
}
"""The meetings that study a matter, by the form in which the unit takes part."""
SIGN = "、"


def wrong_form(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the studies that are called by a form that is not their unit's."""
    own = study_form(case.ledger.unit)
    for entry in case.of(PreStudy):
        written = entry.model.form
        if written is not None and written is not own:
            yield case.finding(entry, "form", value=written, own=own, unit=case.ledger.unit.type)


def wrong_meeting(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the studies by a meeting of another kind, or without one."""
    wanted = MEETINGS[study_form(case.ledger.unit)]
    for entry in case.of(PreStudy):
        meeting = _meeting(case, entry)
        if meeting is None and entry.model.meeting is None:
            yield case.finding(entry, "matter", case="unheld", value=entry.model.matter)
        elif meeting is not None and meeting.type not in wanted:
            yield case.finding(entry, "meeting", case="meeting", value=meeting.type, known=SIGN.join(wanted))


def meeting_after(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the studies that are dated on another day than their meeting, or whose meeting was not held."""
    for entry in case.of(PreStudy):
        meeting = _meeting(case, entry)
        if meeting is not None and (meeting.day > entry.model.on or not meeting.held):
            yield case.finding(
                entry, "meeting", case="later", value=date_text(meeting.day), day=date_text(entry.model.on)
            )


def without_amendments(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the studies that agreed to a changed text and do not say what was changed."""
    for entry in case.of(PreStudy):
        if entry.model.opinion is PreStudyOpinion.AMENDED and entry.model.amendments is None:
            yield case.finding(entry, "opinion", case="amended", value=entry.model.matter)


def decided_before(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the matters that the board decided though the study came to no opinion."""
    for entry in case.of(PreStudy):
        if entry.model.board_result is not None and entry.model.opinion is None:
            yield case.finding(entry, "board_result", case="opinion", value=entry.model.matter)


def _meeting(case: Case[Parameters], entry: Entry[PreStudy]) -> Meeting | None:
    found = case.ledger.entry(entry.model.meeting) if entry.model.meeting else None
    return found.model if found is not None and isinstance(found.model, Meeting) else None


X16 = Rule(
    id="X16",
    words="党委前置研究讨论，独立法人企业的党支部集体研究把关，其他党支部参与决策；先开会研究，有明确意见，再由董事会决定",
    levels={
        "X16": Level.WARN,
        "X16-meeting": Level.WARN,
        "X16-unheld": Level.WARN,
        "X16-later": Level.ERROR,
        "X16-amended": Level.WARN,
        "X16-opinion": Level.WARN,
    },
    bases=(Basis(ENTERPRISE, "第十三条、第十五条", Confidence.MEDIUM),),
    since=ENTERPRISE.since,
    tests=(
        Test(wrong_form),
        Test(wrong_meeting),
        Test(meeting_after),
        Test(without_amendments),
        Test(decided_before),
    ),
    parameters=Parameters,
    branches_only=False,
)
