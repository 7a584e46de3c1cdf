"""Takes the branches' news, gives what 机关党委 writes itself: 党委会, 简报, its own news and the year's review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from scripts.samples import schedule
from scripts.samples.clerk import Data, Draft, entry, record
from scripts.samples.days import YEAR, at, in_words
from scripts.samples.five_ones import YEAR_FOLDER, month_folder
from scripts.samples.roster import Branch
from scripts.samples.words import words

from docgen.model.base import NONE
from docgen.model.bulletin_issue import BulletinIssue, Recipients, Shortened
from docgen.model.dispatch import Dispatch
from docgen.model.five_ones import NewsItem, NewsReview
from docgen.model.meeting import REST, AgendaItem, Material, Meeting, MeetingType, Summary
from docgen.model.reviews import ReviewSections, YearReview
from docgen.model.settings import BulletinSettings, FiveOnesSettings, Settings
from docgen.model.unit import Post, Unit, UnitType

_LISTED = 12
_SHORT_MONTH = 9


def of_month(month: int, issue: int, news: Sequence[Draft], head: Unit) -> Iterator[Draft]:
    """Yield the organisation's records of a month; `news` is what the branches published."""
    yield party_committee(month, head)
    own = organisation_news(month, head)
    yield own
    yield bulletin_issue(month, issue, own, news, head)


def party_committee(month: int, head: Unit) -> Draft:
    """Return the 党委会 of a month."""
    said = words("organisation")
    day = schedule.party_committee(month)
    material = words("meetings")["materials"][month]
    host, second = (post.name for post in head.committee[:2])
    fill = {"month": month, "last": (month - 2) % 12 + 1, "second": second, "date": in_words(day.replace(day=25))}
    study, work = (
        {key: text.format(**fill, **_titled(material)) for key, text in said[item].items()} for item in _ITEMS
    )
    data = record(
        Meeting,
        type=MeetingType.PARTY_COMMITTEE,
        start=at(day, schedule.PARTY_COMMITTEE.start),
        end=at(day, schedule.PARTY_COMMITTEE.end),
        place=said["place"],
        host=host,
        recorder=second,
        present=REST,
        guests=NONE,
        contact=head.contact,
        notice_day=day - timedelta(days=3),
        agenda=[
            entry(
                AgendaItem,
                title=study["title"],
                first=True,
                reporter=second,
                materials=[entry(Material, **material)],
                summary=entry(Summary, heard=study["heard"]),
            ),
            entry(
                AgendaItem,
                title=work["title"],
                reporter=second,
                summary=entry(Summary, heard=work["heard"], decided=work["decided"], required=work["required"]),
                resolution=work["resolution"],
            ),
        ],
    )
    return Draft(head.short, month_folder(day), f"{day}-{MeetingType.PARTY_COMMITTEE}", data)


def organisation_news(month: int, head: Unit) -> Draft:
    """Return the organisation's own piece of news, the headline of the month's bulletin."""
    said = words("news")
    held = schedule.party_committee(month)
    day = held + timedelta(days=1)
    host, second = (post.name for post in head.committee[:2])
    fill = {"month": month, "last": (month - 2) % 12 + 1, "date": in_words(held), "host": host}
    telling = {key: text.format(**fill, number=len(head.committee)) for key, text in said["organisation"].items()}
    data = record(
        NewsItem,
        headline=telling["headline"],
        lead=telling["lead"],
        body=telling["body"],
        published=day,
        contributor=second,
        reviews=entry(NewsReview, first=second, second=host, third=host),
        channels=said["channels"],
        sources=[f"{month_folder(held)}/{held}-{MeetingType.PARTY_COMMITTEE}"],
        column=telling["column"],
    )
    return Draft(head.short, month_folder(day), f"{day}-{said['label']}", data)


def bulletin_issue(month: int, issue: int, own: Draft, news: Sequence[Draft], head: Unit) -> Draft:
    """Return what the editor decided about a month's bulletin."""
    said = words("organisation")["bulletin"]
    data = record(
        BulletinIssue,
        month=f"{YEAR}-{month:02}",
        issue=issue,
        contents=[own.local, *(draft.id for draft in news[:_LISTED])],
        headline=[own.local],
        shortened=[entry(Shortened, item=draft.id, paragraphs=1) for draft in news[:1]]
        if month == _SHORT_MONTH
        else None,
        signer=head.committee[0].name,
        editor=said["editor"],
        examiner=head.committee[1].name,
        recipients=entry(Recipients, **said["recipients"]),
        copies=said["copies"],
    )
    return Draft(head.short, f"{YEAR}/{month:02}", f"{YEAR}-{month:02}-{said['label']}", data)


def year_review(head: Unit) -> Draft:
    """Return the organisation's words of the year."""
    said = words("years")["organisation_review"]
    sections = {name: said[name] for name in ReviewSections.model_fields if name in said}
    data = record(
        YearReview,
        year=YEAR,
        overview=said["overview"],
        sections=entry(ReviewSections, **sections),
        problems=said["problems"],
        plans=said["plans"],
        signed=schedule.YEAR_END,
        dispatch=entry(Dispatch, **said["dispatch"]),
    )
    return Draft(head.short, YEAR_FOLDER, f"{YEAR}-{words('years')['review']['label']}", data)


def settings_invented(first: int) -> Data:
    """Return the settings of a workspace for measurements."""
    said = words("organisation")
    return entry(
        Settings,
        organisation=words("units")["company"],
        bulletin=entry(BulletinSettings, **said["settings"], first_total=1, first_month=f"{YEAR}-{first:02}"),
        five_ones=entry(FiveOnesSettings, first=f"{YEAR}-{first:02}", last=f"{YEAR}-12"),
        fixed_actions=said["fixed_actions"],
        commitment_preface=said["commitment_preface"],
    )


def head_invented(branches: Sequence[Branch], founded: date) -> Data:
    """Return the organisation's unit: its committee are the first branches' secretaries."""
    said = words("units")
    seats = words("organisation")["seats"]
    names = [branch.secretary(schedule.YEAR_END) for branch in branches]
    names += [name for name in branches[0].members(schedule.YEAR_END) if name not in names]
    return entry(
        Unit,
        name=said["organisation_name"],
        short=said["organisation"],
        type=UnitType.OFFICE_COMMITTEE,
        founded=founded,
        contact=names[1],
        phone=said["phone"].format(number=8000),
        committee=[entry(Post, name=name, post=post, since=founded) for name, post in zip(names, seats, strict=False)],
    )


_ITEMS = ("study", "work")


def _titled(material: dict[str, str]) -> dict[str, str]:
    return {"material": material["title"]}
