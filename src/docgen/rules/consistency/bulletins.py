"""Takes 简报 records and the news of all units, gives what is listed twice, or listed and not printed (X22)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docgen.findings import Finding, Level
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import label_of
from docgen.model.bulletin_issue import BulletinIssue, Shortened
from docgen.model.five_ones import NewsItem
from docgen.model.period import Period
from docgen.records.entry import names_of
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ARITHMETIC, Basis
from docgen.rules.rule import Across, AcrossCase, Rule, Test
from docgen.rules.spot import Spot, spot
from docgen.view import Plain

READ, NEWS, LISTED = "read", "news", "listed"
CONTENTS, HEADLINE, OMITTED, SHORTENED = "contents", "headline", "omitted", "shortened"
Steps = tuple[str | int, ...]


def twice(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield what one list names a second time, and what is to be printed and left out at once."""
    for entry in case.of(BulletinIssue):
        printed: set[str] = set()
        for attribute in (CONTENTS, HEADLINE, SHORTENED, OMITTED):
            seen: set[str] = set()
            for steps, text in _named(entry.model, attribute):
                record = _id(case.ledger, text)
                if record in seen:
                    yield case.finding(entry, *steps, value=text, what=label_of(BulletinIssue, attribute))
                elif attribute == OMITTED and record in printed:
                    yield case.finding(entry, *steps, case="omitted", value=text)
                seen.add(record)
            printed |= seen


def shortened(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the news that are shortened in both ways or in neither."""
    for entry in case.of(BulletinIssue):
        for index, part in enumerate(entry.model.shortened):
            if (part.paragraphs is None) == (part.abstract is None):
                yield case.finding(entry, SHORTENED, index, "item", case="shortened", value=part.item)


def news_and_lists(case: Case[Parameters]) -> dict[str, Plain]:
    """Return the unit's ids, its news with the month in which an issue may print them ("" without 渠道), and its lists."""
    ledger = case.ledger
    news = {
        entry.id: str(Period.of_day(entry.model.published)) if entry.model.channels else ""
        for entry in ledger.of(NewsItem)
    }
    listed: list[Plain] = [
        [text, spot(entry, *steps).plain(), str(entry.model.month)]
        for entry in case.of(BulletinIssue)
        for attribute in (CONTENTS, HEADLINE, SHORTENED)
        for steps, text in _named(entry.model, attribute)
    ]
    return {READ: [entry.id for entry in ledger.entries], NEWS: dict(news), LISTED: listed}


def printed(case: AcrossCase[Parameters], digests: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what an issue lists and cannot print: no news, news without 渠道, news of another month."""
    names: dict[str, dict[str, str]] = {}
    for short, digest in digests.items():
        for text, plain, month in digest[LISTED]:
            unit, slash, _ = text.partition("/")
            whose = unit if slash and unit in digests else short
            if whose not in names:
                names[whose] = names_of(digests[whose][READ], whose)
            record = names[whose].get(text)
            if record is None:
                continue
            at, found = Spot.of(plain), digests[whose][NEWS].get(record)
            if found is None:
                yield case.finding(at, case="kind", value=text)
            elif not found:
                yield case.finding(at, case="channel", value=text)
            elif found != month:
                yield case.finding(at, case="month", value=text, month=Period.parse(found).text)


def _named(issue: BulletinIssue, attribute: str) -> Iterator[tuple[Steps, str]]:
    """Yield (steps, text) of what one list of an issue names."""
    for index, each in enumerate(getattr(issue, attribute)):
        if isinstance(each, Shortened):
            yield (attribute, index, "item"), each.item
        else:
            yield (attribute, index), each


def _id(ledger: BranchLedger, text: str) -> str:
    entry: Entry[Any] | None = ledger.entry(text)
    return entry.id if entry is not None else text


X22 = Rule(
    id="X22",
    words="简报的每个稿件只列一次，所列的是当月有渠道的宣传稿，不登的不再列入",
    levels={
        "X22": Level.WARN,
        "X22-omitted": Level.WARN,
        "X22-shortened": Level.WARN,
        "X22-kind": Level.WARN,
        "X22-channel": Level.WARN,
        "X22-month": Level.WARN,
    },
    bases=(Basis(ARITHMETIC),),
    since=date.min,
    tests=(Test(twice), Test(shortened), Across(news_and_lists, printed)),
    parameters=Parameters,
    branches_only=False,
)
