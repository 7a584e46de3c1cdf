"""Takes a vote, gives the sentence that papers print of it."""

from __future__ import annotations

from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Meeting, Vote, WrittenOpinions

METHOD = "{method}表决。"
DUE = "应到会有表决权{due}人，实到会有表决权{present}人；"
COUNT = "赞成{yes}票，反对{no}票，弃权{abstained}票"
NOT_CAST = "，未投{not_cast}人"
OPINIONS = "（另有会前书面意见：赞成{yes}、反对{no}、弃权{abstained}）"
VERDICT = "。结论：{verdict}。"
STOP = "。"


def vote_text(ledger: BranchLedger, entry: Entry[Meeting], vote: Vote) -> str:
    """Return method, voters, count and verdict of a vote in one paragraph."""
    attendance = ledger.attendance(entry)
    due = len(attendance.voters_due) if vote.due is None else vote.due
    present = len(attendance.voters_present) if vote.present is None else vote.present
    parts = (
        METHOD.format(method=vote.method) if vote.method else "",
        DUE.format(due=due, present=present),
        count_text(vote),
        _opinions(vote.opinions),
        VERDICT.format(verdict=vote.verdict) if vote.verdict else STOP,
    )
    return "".join(parts)


def count_text(vote: Vote) -> str:
    """Return the bare count: 赞成3票，反对0票，弃权0票."""
    count = COUNT.format(yes=vote.yes, no=vote.no, abstained=vote.abstained)
    return count + (NOT_CAST.format(not_cast=vote.not_cast) if vote.not_cast else "")


def _opinions(opinions: WrittenOpinions | None) -> str:
    if opinions is None:
        return ""
    return OPINIONS.format(yes=opinions.yes, no=opinions.no, abstained=opinions.abstained)
