"""Takes an election held at a meeting, gives the lines that its record prints."""

from __future__ import annotations

from docgen.chinese import name_list
from docgen.documents.part import Part, Said, filled, joined
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import CandidateVotes, ElectionVote, Meeting
from docgen.rules import counting_base, rulebook

SEATS = "选举{of}，应选{seats}人，候选人：{candidates}。"
OFFICERS = "监票人：{scrutineers}；计票人：{tellers}。"
BALLOT = "发出选票{given}张，收回{returned}张{valid}。"
VALID = "，其中有效票{valid}张"
RESULT = "{name}得{votes}票{elected}"
ELECTED = "，当选"
NOT_COUNTED = "不计入应到：{name}（{reason}）。"
BASE = "计票基数：{base}会有选举权的人数，得赞成票超过其半数的始得当选。"
SEPARATOR, SENTENCE = "；", "{}。"


def election_lines(ledger: BranchLedger, entry: Entry[Meeting]) -> tuple[Said, ...]:
    """Return candidates, officers, ballots, the counting base and results, a line each; nothing without election."""
    part: Part[ElectionVote] | None = Part.of(entry).below("election")
    if part is None:
        return ()
    election = part.model
    results = joined(SEPARATOR, map(_result, part.each("results")))
    lines = (
        SEATS.format(of=election.of, seats=election.seats, candidates=name_list(election.candidates)),
        _officers(election),
        _ballot(election),
        *(filled(NOT_COUNTED, name=each.model.name, reason=each.said("reason")) for each in part.each("not_counted")),
        BASE.format(base=counting_base(rulebook(ledger.settings))),
        filled(SENTENCE, results) if results else "",
    )
    return tuple(line for line in lines if line)


def _result(part: Part[CandidateVotes]) -> Said:
    elected = ELECTED if part.model.elected else ""
    return filled(RESULT, name=part.model.name, votes=part.said("votes"), elected=elected)


def _officers(election: ElectionVote) -> str:
    if not (election.scrutineers or election.tellers):
        return ""
    return OFFICERS.format(scrutineers=name_list(election.scrutineers), tellers=name_list(election.tellers))


def _ballot(election: ElectionVote) -> str:
    ballot = election.ballot
    valid = "" if ballot.valid is None else VALID.format(valid=ballot.valid)
    return BALLOT.format(given=ballot.given, returned=ballot.returned, valid=valid)
