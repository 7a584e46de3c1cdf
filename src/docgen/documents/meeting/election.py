"""Takes an election held at a meeting, gives the lines that its record prints."""

from __future__ import annotations

from docgen.chinese import name_list
from docgen.ledger import Entry
from docgen.model.meeting import ElectionVote, Meeting

SEATS = "选举{of}，应选{seats}人，候选人：{candidates}。"
OFFICERS = "监票人：{scrutineers}；计票人：{tellers}。"
BALLOT = "发出选票{given}张，收回{returned}张{valid}。"
VALID = "，其中有效票{valid}张"
RESULT = "{name}得{votes}票{elected}"
ELECTED = "，当选"
NOT_COUNTED = "不计入应到：{name}（{reason}）。"
SEPARATOR, STOP = "；", "。"


def election_lines(entry: Entry[Meeting]) -> tuple[str, ...]:
    """Return candidates, officers, ballots and results, one line each; nothing where there was no election."""
    election = entry.model.election
    if election is None:
        return ()
    lines = (
        SEATS.format(of=election.of, seats=election.seats, candidates=name_list(election.candidates)),
        _officers(election),
        _ballot(election),
        *(NOT_COUNTED.format(name=each.name, reason=each.reason or "") for each in election.not_counted),
        SEPARATOR.join(
            RESULT.format(name=each.name, votes=each.votes, elected=ELECTED if each.elected else "")
            for each in election.results
        )
        + STOP,
    )
    return tuple(line for line in lines if line and line != STOP)


def _officers(election: ElectionVote) -> str:
    if not (election.scrutineers or election.tellers):
        return ""
    return OFFICERS.format(scrutineers=name_list(election.scrutineers), tellers=name_list(election.tellers))


def _ballot(election: ElectionVote) -> str:
    ballot = election.ballot
    valid = "" if ballot.valid is None else VALID.format(valid=ballot.valid)
    return BALLOT.format(given=ballot.given, returned=ballot.returned, valid=valid)
