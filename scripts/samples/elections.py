"""Takes a branch whose committee is elected within the year, gives the election's part of the 支部党员大会."""

from __future__ import annotations

from datetime import date
from typing import Any

from scripts.samples import schedule
from scripts.samples.clerk import Data, entry
from scripts.samples.gatherings import agreed
from scripts.samples.roster import Branch
from scripts.samples.words import words

from docgen.model.meeting import AgendaItem, Summary
from docgen.model.votes import Ballot, CandidateVotes, ElectionOf, ElectionVote, NotCounted

_LOST = 2


def is_election(branch: Branch, month: int) -> bool:
    """Tell whether the quarter's 支部党员大会 elects."""
    elected = branch.unit.term.elected if branch.unit.term else None
    return elected is not None and elected != branch.unit.founded and elected == schedule.general(branch, month)


def abroad(branch: Branch, day: date) -> list[str]:
    """Return who has gone elsewhere for long, and is not counted in an election."""
    return [
        branch.name(member)
        for member in branch.unit.members
        if any((span.since or day) <= day <= (span.until or day) for span in member.mobile)
    ]


def study_before(branch: Branch, day: date) -> Data:
    """Return the item by which the 支委会 prepares the election."""
    said = words("years")["election"]
    reporter = branch.secretary(day)
    summary = entry(Summary, heard=branch.say(said["prepared"], day, person=reporter))
    return entry(AgendaItem, title=said["preparation"], reporter=reporter, summary=summary)


def items(branch: Branch, day: date, prepared_by: str, voters: int) -> list[Data]:
    """Return the items of the agenda: the rules, then the election."""
    said = words("years")["election"]
    names = list(branch.posts(day))
    rules = entry(
        AgendaItem,
        title=said["rules"],
        reporter=names[1],
        summary=entry(Summary, heard=branch.say(said["heard"], day, person=names[1])),
        resolution=branch.say(said["resolution"], day),
        vote=agreed(voters, words("meetings")["show_of_hands"]),
    )
    result = branch.say(said["result"], day, names="、".join(names))
    election = entry(
        AgendaItem,
        title=branch.say(said["title"], day),
        important=True,
        prepared_by=prepared_by,
        reporter=names[0],
        summary=entry(Summary, heard=branch.say(said["report"], day, person=names[0])),
        resolution=result,
    )
    return [rules, election]


def ballot(branch: Branch, day: date, voters: list[str]) -> dict[str, Any]:
    """Return the count of the election: a fifth more candidates than seats, each winner with more than half."""
    winners = list(branch.posts(day))
    others = [name for name in voters if name not in winners]
    results = [
        entry(CandidateVotes, name=name, votes=len(voters) - min(place, 1), elected=True)
        for place, name in enumerate(winners)
    ]
    results.append(entry(CandidateVotes, name=others[0], votes=_LOST, elected=False))
    reason = words("years")["election"]["not_counted"]
    return {
        "election": entry(
            ElectionVote,
            of=ElectionOf.COMMITTEE,
            seats=len(winners),
            candidates=[*winners, others[0]],
            scrutineers=others[1:2],
            tellers=others[2:4],
            ballot=entry(Ballot, given=len(voters), returned=len(voters), valid=len(voters)),
            results=results,
            not_counted=[
                entry(NotCounted, name=name, reason=reason, approved=True, passed=True) for name in abroad(branch, day)
            ],
        )
    }
