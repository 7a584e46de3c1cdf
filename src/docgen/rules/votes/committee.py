"""Takes a branch's roster on the day of checking, gives a committee too small, too large, needless or of strangers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.findings import Finding, Level
from docgen.model.roster import POST_SEPARATOR, SECRETARY, covers, names_same
from docgen.records.labels import nearest
from docgen.rules.case import Case
from docgen.rules.committee import LEAST, full_members
from docgen.rules.provision import Parameters
from docgen.rules.regulations import BRANCH, Basis
from docgen.rules.rule import Rule, Test

FEWEST, USUAL, MOST = 3, 5, 7
DEPUTY = re.compile("(党支部|支部)?副书记")


def committee_size(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield what is wrong with the size of the committee (支部条例第二十条).

    Below seven 正式党员 one 书记 and one 副书记 are all that there may be. A branch that does not exist on the day,
    has no 正式党员 then, or has not listed its members yet, is not asked.
    """
    unit, roster, day = case.ledger.unit, case.ledger.roster, case.day
    full = full_members(case.ledger, day)
    if day < case.applied.rule.since or not unit.existed(day, day) or not full or not unit.members:
        return
    if full < LEAST:
        yield from _posts_too_many(case, full)
        return
    size = len(roster.committee_members_on(day))
    wrong = _wrong(size)
    if wrong is not None:
        yield case.roster_finding("committee", case=wrong, value=size, full=full)


def strangers(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield each post of somebody who is none of the branch's 党员: misspelt, he counts as one more voter.

    Posts that ended before the rule are left alone, and a branch that has not listed its members yet.
    """
    unit, since = case.ledger.unit, case.applied.rule.since
    if case.day < since or not unit.members:
        return
    names = list(dict.fromkeys(member.name for member in unit.members))
    for index, post in enumerate(unit.committee):
        known = any(names_same(post.name, member) for member in unit.members)
        if not known and (post.until is None or post.until >= since):
            near = nearest(post.name, names)
            yield case.roster_finding("committee", index, "name", case="unknown", value=post.name, near=near)


def _wrong(size: int) -> str | None:
    """Return the case that a size is, None where it is as usual."""
    if size == 0:
        return "none"
    if size < FEWEST:
        return ""
    if size <= USUAL:
        return None
    return "large" if size <= MOST else "many"


def _posts_too_many(case: Case[Parameters], full: int) -> Iterator[Finding]:
    """Yield the posts of a branch without a committee that are neither its 书记 nor its one 副书记."""
    places = [SECRETARY, DEPUTY]
    for index, post in enumerate(case.ledger.unit.committee):
        if not covers(post, case.day):
            continue
        parts = POST_SEPARATOR.split(post.post)
        place = next((place for place in places if any(place.fullmatch(part) for part in parts)), None)
        if place is not None:
            places.remove(place)
        else:
            who, least = f"{post.name} {post.post}", LEAST
            yield case.roster_finding("committee", index, "post", case="post", value=who, full=full, least=least)


V14 = Rule(
    id="V14",
    words="有正式党员7人以上的党支部设立支部委员会，由3至5人组成，一般不超过7人；"
    "不足7人的，设1名书记，必要时可以设1名副书记",
    levels={
        "V14": Level.ERROR,
        "V14-none": Level.WARN,
        "V14-many": Level.WARN,
        "V14-post": Level.WARN,
        "V14-unknown": Level.WARN,
        "V14-large": Level.INFO,
    },
    bases=(Basis(BRANCH, "第二十条"),),
    since=BRANCH.since,
    tests=(Test(committee_size), Test(strangers)),
    parameters=Parameters,
)
