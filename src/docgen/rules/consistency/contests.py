"""Takes 夺旗 and 评选 records, gives winners that the scores do not bear out, and scores that are missing or beyond."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from docgen.chinese import number_text
from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.base import Points, label, label_of
from docgen.model.contests import Award, AwardScores, AwardType, Flag, FlagContest
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ARITHMETIC, ORGANISATION, Basis
from docgen.rules.rule import Rule, Test

SIGN = "、"
THREE = ("political", "professional", "performance")
FIVE = ("economy", "safety", "conduct", "skill", "democracy")
SCORED = {AwardType.STAR: THREE, AwardType.MODEL_POST: THREE, AwardType.FIVE_GOODS: FIVE}


class ContestParameters(Parameters):
    """The most that one thing is worth in a 评选."""

    most: Points = label("单项满分", "评选每一项评分至多多少分", default=Points(100))


def lower(case: Case[ContestParameters]) -> Iterator[Finding]:
    """Yield the winners of a flag for which another branch has a higher score, and those without a score."""
    for entry in case.of(FlagContest):
        scores = {row.branch: row.scores for row in entry.model.scores}
        for index, winner in enumerate(entry.model.winners or ()):
            own = scores[winner.branch][winner.flag] if winner.branch in scores else None
            said = {"flag": winner.flag.value}
            if own is None:
                yield case.finding(entry, "winners", index, "branch", case="unscored", value=winner.branch, **said)
                continue
            best, score = max(_of(entry, winner.flag), key=lambda each: each[1])
            if score > own:
                told = {"own": number_text(own), "best": best, "score": number_text(score)}
                yield case.finding(entry, "winners", index, "branch", value=winner.branch, **said, **told)


def unwon(case: Case[ContestParameters]) -> Iterator[Finding]:
    """Yield the contests in which a flag was scored and, though others were given, went to nobody."""
    for entry in case.of(FlagContest):
        won = {winner.flag for winner in entry.model.winners or ()}
        without = [flag.value for flag in Flag if flag not in won and list(_of(entry, flag))]
        if won and without:
            yield case.finding(entry, "winners", case="unwon", value=SIGN.join(without))


def twice(case: Case[ContestParameters]) -> Iterator[Finding]:
    """Yield the flags given twice to one branch, and the scores that one branch has twice."""
    for entry in case.of(FlagContest):
        given = Counter((winner.flag, winner.branch) for winner in entry.model.winners or ())
        for (flag, branch), times in given.items():
            if times > 1:
                yield case.finding(entry, "winners", case="twice", value=branch, what=flag.value)
        for branch, times in Counter(row.branch for row in entry.model.scores).items():
            if times > 1:
                what = label_of(FlagContest, "scores")
                yield case.finding(entry, "scores", case="twice", value=branch, what=what)


def award_scores(case: Case[ContestParameters]) -> Iterator[Finding]:
    """Yield the 评选 in which a score of its type is missing or beyond what one thing is worth."""
    for entry in case.of(Award):
        scores = entry.model.scores or AwardScores()
        names = SCORED[entry.model.type]
        lacking = [label_of(AwardScores, name) for name in names if getattr(scores, name) is None]
        if lacking:
            yield case.finding(entry, "recipient", case="scores", value=entry.model.recipient, lacks=SIGN.join(lacking))
        for name in AwardScores.model_fields:
            score, most = getattr(scores, name), case.parameters.most
            if score is not None and score > most:
                said = {"what": label_of(AwardScores, name), "score": number_text(score), "most": number_text(most)}
                yield case.finding(entry, "scores", name, case="over", value=entry.model.recipient, **said)


def award_twice(case: Case[ContestParameters]) -> Iterator[Finding]:
    """Yield the 评选 that gives one recipient of one unit the same award in the same month again."""
    seen: set[tuple[object, ...]] = set()
    for entry in case.of(Award):
        key = (entry.model.month, entry.model.type, entry.model.recipient, entry.model.unit)
        if key in seen:
            said = {"what": entry.model.type.value}
            yield case.finding(entry, "recipient", case="twice", value=entry.model.recipient, **said)
        seen.add(key)


def _of(entry: Entry[FlagContest], flag: Flag) -> Iterator[tuple[str, Points]]:
    return ((row.branch, score) for row in entry.model.scores if (score := row.scores[flag]) is not None)


X14 = Rule(
    id="X14",
    words="旗授给这一面旗得分最高的党支部，得分相同的可以并列；评选的各项评分齐全，不超过满分，同一对象不重复",
    levels={
        "X14": Level.ERROR,
        "X14-unscored": Level.WARN,
        "X14-unwon": Level.WARN,
        "X14-twice": Level.ERROR,
        "X14-scores": Level.WARN,
        "X14-over": Level.ERROR,
    },
    bases=(Basis(ORGANISATION), Basis(ARITHMETIC)),
    since=date.min,
    tests=(Test(lower), Test(unwon), Test(twice), Test(award_scores), Test(award_twice)),
    parameters=ContestParameters,
    branches_only=False,
)
