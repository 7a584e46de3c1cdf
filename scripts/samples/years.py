"""Takes a branch, gives what it writes once a year: 组织生活会, 民主评议, 述职 and 年度总结."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from scripts.samples import schedule
from scripts.samples.clerk import Data, Draft, entry, record
from scripts.samples.days import NEXT_YEAR, YEAR, in_words
from scripts.samples.five_ones import YEAR_FOLDER, month_folder
from scripts.samples.gatherings import Call, frame
from scripts.samples.roster import Branch
from scripts.samples.words import words

from docgen.model.meeting import AgendaItem, Meeting, MeetingType, Summary
from docgen.model.organisation_life import Appraisal, Ballots, Criticism, Grade, Preparation, Shortcoming
from docgen.model.reviews import DutyReport, Ratings, ReviewSections, YearReview
from docgen.model.tasks import TaskState

_MENDED_BY = date(NEXT_YEAR, 6, 30)
_TOLD = date(YEAR, 12, 30)
_SECTIONS = ("political", "organisation_life", "education", "integration", "integrity", "service")


def of_year(branch: Branch) -> Iterator[Draft]:
    """Yield the year's records of a branch."""
    yield organisation_life(branch)
    yield appraisal(branch)
    for name, post in branch.posts(schedule.YEAR_END).items():
        yield duty_report(branch, name, post)
    yield year_review(branch)


def organisation_life(branch: Branch) -> Draft:
    """Return the 组织生活会."""
    said = words("years")["organisation_life"]
    day = schedule.life(branch)
    posts = list(branch.posts(day))
    call = Call(day, schedule.LIFE, branch.members(day), posts[0], posts[1], "life")
    shared = frame(branch, call)
    later = in_words(_MENDED_BY)
    fill = {"days": branch.number(2, 4, day, "sides"), "number": branch.number(8, 20, day, "opinions")}
    item = entry(
        AgendaItem,
        title=said["item"],
        reporter=posts[0],
        summary=entry(
            Summary,
            heard=branch.say(said["heard"], day),
            required=branch.say(said["required"], day, deadline=later),
        ),
    )
    data = record(
        Meeting,
        type=MeetingType.ORGANISATION_LIFE,
        theme=branch.say(said["theme"], day),
        **shared.values,
        preparation=entry(
            Preparation,
            study=branch.say(said["study"], day, date=in_words(day - timedelta(days=7))),
            talks=branch.say(said["talks"], day),
            opinions=branch.say(said["opinions"], day, **fill),
        ),
        agenda=[item],
        shortcomings=[_shortcoming(branch, day, place, name) for place, name in enumerate((said["body"], *posts[:2]))],
        criticisms=_criticisms(branch, day, posts, shared.present),
    )
    return Draft(branch.short, month_folder(day), f"{day}-{MeetingType.ORGANISATION_LIFE}", data)


def appraisal(branch: Branch) -> Draft:
    """Return the 民主评议 of all 正式党员: 优秀 for less than a third, everybody told."""
    said = words("years")["appraisal"]
    day = schedule.appraisal(branch)
    posts = list(branch.posts(day))
    shared = frame(branch, Call(day, schedule.APPRAISAL, branch.members(day), posts[0], posts[1], "appraisal"))
    voters = branch.voters(day)
    ballots = len([name for name in shared.present if name in voters])
    best = set(branch.in_turn(voters, len(voters) // 4))
    decided = said["decided"] if branch.has_committee else said["decided_small"]
    summary = entry(Summary, heard=branch.say(said["heard"], day), decided=branch.say(decided, day))
    data = record(
        Meeting,
        type=MeetingType.APPRAISAL,
        theme=branch.say(said["theme"], day),
        **shared.values,
        agenda=[entry(AgendaItem, title=said["item"], reporter=posts[0], summary=summary)],
        appraisals=[_appraised(branch, name, name in best, ballots) for name in voters],
    )
    return Draft(branch.short, month_folder(day), f"{day}-{MeetingType.APPRAISAL}", data, said["comment"])


def duty_report(branch: Branch, name: str, post: str) -> Draft:
    """Return one committee member's report on his duties."""
    said = words("years")["duty"]
    share = said["shares"][post]
    day = schedule.YEAR_END
    listeners = len(branch.voters(day))
    good, fair = listeners - branch.number(1, 3, name, "good"), 1

    def say(template: str, key: str) -> str:
        numbers = {"days": branch.number(2, 5, name, key), "number": branch.number(6, 24, name, key)}
        return branch.say(template, day, post=post, person=name, share=share, **numbers)

    data = record(
        DutyReport,
        person=name,
        post=post,
        year=YEAR,
        duties=[say(line, f"duty{place}") for place, line in enumerate(said["duties"])],
        integrity=say(said["integrity"], "integrity"),
        dual_duty=say(said["dual"], "dual"),
        problems=[say(said["problem"], "problem")],
        causes=say(said["cause"], "cause"),
        plans=[say(said["plan"], "plan")],
        ratings=entry(Ratings, good=good, fair=fair, average=listeners - good - fair, poor=0),
        signed=schedule.YEAR_END,
    )
    return Draft(branch.short, YEAR_FOLDER, f"{YEAR}-{said['label']}-{name}", data)


def year_review(branch: Branch) -> Draft:
    """Return the words of the branch's year review."""
    said = words("years")["review"]
    day = schedule.YEAR_END
    texts = dict(said)
    if not branch.has_committee:
        texts["organisation_life"] = said["organisation_life_small"]
    sections = {name: branch.say(texts[name], day) for name in _SECTIONS}
    data = record(
        YearReview,
        year=YEAR,
        overview=branch.say(said["overview"], day),
        sections=entry(ReviewSections, **sections),
        problems=[branch.say(line, day) for line in said["problems"]],
        plans=[branch.say(line, day) for line in said["plans"]],
        signed=day,
    )
    return Draft(branch.short, YEAR_FOLDER, f"{YEAR}-{said['label']}", data)


def _shortcoming(branch: Branch, day: date, place: int, name: str) -> Data:
    said = words("years")["organisation_life"]["problems"][place]
    subject = branch.short + name if place == 0 else name
    fill = {"subject": subject, "days": branch.number(2, 4, day, name)}
    texts = {key: branch.say(text, day, **fill) for key, text in said.items()}
    responsible = branch.secretary(day) if place == 0 else name
    return entry(Shortcoming, name=name, **texts, responsible=responsible, deadline=_MENDED_BY, state=TaskState.RUNNING)


def _criticisms(branch: Branch, day: date, posts: list[str], present: list[str]) -> list[Data]:
    lines = words("years")["organisation_life"]["criticisms"]
    by = [name for name in present if name not in posts[:2]]
    return [
        entry(Criticism, by=by[place % len(by)], of=posts[place % 2], words=line.format(of=posts[place % 2]))
        for place, line in enumerate(lines)
    ]


def _appraised(branch: Branch, name: str, best: bool, ballots: int) -> Data:
    excellent = ballots - branch.number(0, 2, name, "ballots") if best else branch.number(0, 2, name, "ballots")
    return entry(
        Appraisal,
        name=name,
        own=Grade.QUALIFIED,
        ballots=entry(Ballots, excellent=excellent, qualified=ballots - excellent),
        grade=Grade.EXCELLENT if best else Grade.QUALIFIED,
        told=_TOLD,
    )
