"""Takes the longer texts of all units' records, gives those that another record has word for word (X3)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from docgen.findings import Finding, Level
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import RECORD, Count, RecordModel, label, pointers
from docgen.model.commitment import Commitment
from docgen.model.contests import Award, FlagContest
from docgen.model.five_ones import NewsItem, OwnChoice, PolicyRevision, ProblemSolved
from docgen.model.improvement import Brand, Improvement, SecretaryProject
from docgen.model.meeting import Gathering, Meeting
from docgen.model.projects import Project, Suggestion
from docgen.model.responsibility import Liaison, Talk
from docgen.model.reviews import DutyReport, YearReview
from docgen.model.service import Carrier, Pairing, Training, VolunteerWork
from docgen.model.theme_day import ThemeDay
from docgen.rules.case import Case
from docgen.rules.consistency.dates import event_of
from docgen.rules.consistency.reach import reach, tree_of
from docgen.rules.provision import Parameters
from docgen.rules.regulations import CUSTOM, Basis
from docgen.rules.rule import Across, AcrossCase, Rule
from docgen.rules.spot import Spot, spot
from docgen.view import Plain
from docgen.vocabulary.consistency import CONFIDENTIAL

DIGITS = 16
"""How much of a text's sha256 stands for it; the text itself is never handed upwards."""

TEXTS: dict[type[RecordModel], tuple[str, ...]] = {
    Meeting: (
        "agenda.speeches.words",
        "agenda.summary.heard",
        "agenda.summary.held",
        "agenda.summary.pointed_out",
        "agenda.summary.decided",
        "agenda.summary.required",
        "agenda.resolution",
        "preparation.study",
        "preparation.talks",
        "preparation.opinions",
        "shortcomings.problem",
        "shortcomings.cause",
        "shortcomings.remedy",
        "criticisms.words",
    ),
    ThemeDay: ("speeches.words", "purpose", "own_actions.words", "agreed", "effect", "follow_up"),
    Commitment: ("promises.words", "promises.measure", "promises.progress.words"),
    PolicyRevision: ("review", "opinions", "points", "effect"),
    ProblemSolved: ("problem", "measure", "result"),
    NewsItem: ("lead", "body"),
    OwnChoice: ("words", "steps.words", "result"),
    Improvement: ("plan.problem", "plan.cause", "plan.measure", "do.words", "act.words", "act.measure"),
    FlagContest: ("winners.deeds",),
    SecretaryProject: ("background", "goals", "measures", "result"),
    Project: ("goals", "rounds.study", "rounds.discussion", "rounds.action", "rounds.review", "result"),
    Suggestion: ("situation", "measures", "expected"),
    Award: ("deeds",),
    Brand: ("meaning", "goals", "measures", "opinions.opinion", "stages.words", "effect"),
    Talk: ("words", "advice", "follow_up"),
    DutyReport: ("duties", "integrity", "dual_duty", "problems", "causes", "plans"),
    Liaison: ("visits.words", "visits.problem", "visits.solution"),
    Carrier: ("tasks", "result"),
    Pairing: ("goals", "activities.words", "activities.effect", "effect"),
    VolunteerWork: ("words",),
    Training: ("words", "result"),
    YearReview: (
        "overview",
        "sections.political",
        "sections.organisation_life",
        "sections.education",
        "sections.integration",
        "sections.integrity",
        "sections.service",
        "sections.goals",
        "sections.methods",
        "sections.outlook",
        "problems",
        "plans",
    ),
}
"""Which texts of each kind are somebody's own words: speeches and body text, never 标题 and 材料, which are quoted."""

TREES = {kind: tree_of(paths) for kind, paths in TEXTS.items()}


class Longer(Parameters):
    """From which length on the same words are no chance."""

    length: Count = label("字数", "不超过此数的文字不比较；标点和空格不计", default=50)


class _Text(NamedTuple):
    """One text of a record: its day, where it stands, its length, to what its record refers, whether that is closed."""

    day: str
    spot: Spot
    length: int
    linked: frozenset[str]
    confidential: bool


def longer_texts(case: Case[Longer]) -> dict[str, Plain]:
    """Return the hashes of the longer texts, each with its spot, and what is to be known of their records.

    That is whether a record is confidential, and to which it refers. A gathering told twice is told as such (X4).
    """
    texts: list[Plain] = []
    records: dict[str, Plain] = {}
    told: set[tuple[str, datetime]] = set()
    for entry in case.of(RecordModel):
        if isinstance(entry.model, Gathering):
            event = event_of(entry.model), entry.model.start
            if event in told or not entry.model.held:
                continue
            told.add(event)
        own = list(_texts(entry, case.parameters.length))
        if own:
            texts += own
            records[entry.id] = [entry.model.confidential, *_linked(case.ledger, entry)]
    return {"texts": texts, "records": records}


def repeated(case: AcrossCase[Longer], digests: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield the texts that an earlier record has too, once for each record, naming the earliest.

    A record that refers to the other (会前研究, 来源, 同时召开, 依据) may say the same: it is about the same matter.
    """
    groups: dict[str, list[_Text]] = {}
    for digest in digests.values():
        for text, day, length, plain in digest["texts"]:
            at = Spot.of(plain)
            confidential, *linked = digest["records"][at.record]
            groups.setdefault(text, []).append(_Text(day, at, length, frozenset(linked), confidential))
    for group in groups.values():
        if len(group) > 1:
            yield from _repeated(case, sorted(group, key=lambda each: (each.day, each.spot[:4])))


def _repeated(case: AcrossCase[Longer], group: list[_Text]) -> Iterator[Finding]:
    """Yield the findings of one text: all records that have it but the earliest, and those related to one before.

    No finding names a confidential record. They come first: what one shares with another record is told at the other.
    """
    seen, cited = set[str](), set[str]()
    other = CONFIDENTIAL
    for text in sorted(group, key=lambda each: not each.confidential):
        record = text.spot.record
        if seen and record not in seen and record not in cited and not text.linked & seen:
            what = str(next(step for step in reversed(text.spot.path) if isinstance(step, str)))
            yield case.finding(text.spot, value=what, other=other, count=text.length)
        if other == CONFIDENTIAL and not text.confidential:
            other = record
        seen.add(record)
        cited |= text.linked


def _texts(entry: Entry[RecordModel], least: int) -> Iterator[Plain]:
    """Yield [hash, day, length, spot] of each text that is longer than `least`."""
    for steps, text in reach(entry.model, TREES.get(type(entry.model), {})):
        bare = _bare(text) if len(text) > least else ""
        if len(bare) > least:
            digest = sha256(bare.encode()).hexdigest()[:DIGITS]
            day = (entry.day or date.max).isoformat()
            yield [digest, day, len(bare), spot(entry, *steps).plain()]


def _bare(text: str) -> str:
    """Return a text without what two clerks type differently: space, punctuation, width, case."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in normal if sign.isalnum())


def _linked(ledger: BranchLedger, entry: Entry[RecordModel]) -> list[Plain]:
    """Return the ids of the records to which a record refers; one of another unit as it is written."""
    texts = (text for _, refers, text in pointers(entry.model) if refers == RECORD)
    return [own.id if (own := ledger.entry(text)) else text for text in texts]


X3 = Rule(
    id="X3",
    words="发言和正文应当各写各的，不照抄别的记录",
    levels={"X3": Level.WARN},
    bases=(Basis(CUSTOM),),
    since=date.min,
    tests=(Across(longer_texts, repeated),),
    parameters=Longer,
    branches_only=False,
)
