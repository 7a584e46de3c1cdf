"""Takes a branch and months, gives all that the branch wrote down in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scripts.samples import five_ones, meetings, talks, years
from scripts.samples.clerk import Draft
from scripts.samples.commitments import commitments
from scripts.samples.committee import committee_meeting, planned_meeting
from scripts.samples.days import NEXT_YEAR
from scripts.samples.five_ones import NEWS, STUDY, is_missing
from scripts.samples.news import news
from scripts.samples.roster import Branch
from scripts.samples.theme_days import theme_day

_MARCH, _JANUARY = 3, 1


class Written(NamedTuple):
    """What one branch wrote: all its records, and which of them are news of which month."""

    drafts: list[Draft]
    news: dict[int, Draft]


def write_branch(branch: Branch, months: Sequence[int], photos: bool) -> Written:
    """Return a branch's records of some months, of the year, and the plans for next January."""
    found = Written([], {})
    for month in months:
        found.drafts.extend(_month(branch, month, photos, found.news))
    found.drafts.extend(years.of_year(branch))
    found.drafts.extend(commitments(branch))
    found.drafts.extend(talks.talks(branch))
    found.drafts.append(planned_meeting(branch))
    found.drafts.append(theme_day(branch, _JANUARY, NEXT_YEAR, planned=True).draft)
    return found


def _month(branch: Branch, month: int, photos: bool, known: dict[int, Draft]) -> Iterator[Draft]:
    held = [committee_meeting(branch, month)] if branch.has_committee else []
    held += meetings.of_month(branch, month)
    theme = theme_day(branch, month, photos=photos)
    yield from (each.draft for each in (*held, theme))
    yield from five_ones.of_month(branch, month)
    if not is_missing(branch, month, NEWS):
        study = theme if is_missing(branch, month, STUDY) else (held[0] if branch.has_committee else held[-1])
        known[month] = news(branch, month, theme, study)
        yield known[month]
