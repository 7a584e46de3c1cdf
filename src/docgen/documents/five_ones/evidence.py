"""Takes a record of one of the five items, gives what it is about and what proves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.chinese import adjoin, date_text, quoted_title, title_list
from docgen.documents.part import Part
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import Model, label_of
from docgen.model.five_ones import NewsItem, PolicyRevision, ProblemSolved
from docgen.model.meeting import Meeting
from docgen.model.theme_day import ThemeDay
from docgen.view import Text

LABELLED = "{label}：{words}"
STUDIED, LISTED = "{type}，学习{titles}", "{type}：{titles}"
HELD, HELD_THEME_DAY, PHOTOS = "{day}会议记录，实到{count}人", "{day}活动记录，实到{count}人", "照片{count}张"
POLICY = "{action}{name}"
HELPED = "为{unit}解决“{problem}”"
PUBLISHED = "{day}发布"

Content = Callable[[BranchLedger, Entry[Any]], str]
Evidence = Callable[[BranchLedger, Entry[Any]], tuple[Text, ...]]


def content(ledger: BranchLedger, entry: Entry[Any]) -> str:
    """Return what a record is about; no 发言 is read."""
    return _CONTENT[type(entry.model)](ledger, entry)


def evidence(ledger: BranchLedger, entry: Entry[Any]) -> tuple[Text, ...]:
    """Return what proves that the item was done, a Gap for each thing that the proof lacks."""
    return _EVIDENCE[type(entry.model)](ledger, entry)


def labelled(part: Part[Model], attribute: str) -> Text:
    """Return a field with its label, or a Gap."""
    if not part.has(attribute):
        return part.gap(attribute)
    return LABELLED.format(label=label_of(type(part.model), attribute), words=part.optional(attribute))


def _study(_: BranchLedger, entry: Entry[Meeting]) -> str:
    meeting = entry.model
    studies = [item for item in meeting.agenda if item.materials or item.first]
    materials = dict.fromkeys(each.title for item in studies for each in item.materials)
    if materials:
        return STUDIED.format(type=meeting.type, titles=title_list(materials))
    return LISTED.format(type=meeting.type, titles=adjoin(item.title for item in studies))


def _theme_day(_: BranchLedger, entry: Entry[ThemeDay]) -> str:
    return entry.model.theme


def _policy(_: BranchLedger, entry: Entry[PolicyRevision]) -> str:
    return POLICY.format(action=entry.model.action, name=quoted_title(entry.model.name))


def _problem(_: BranchLedger, entry: Entry[ProblemSolved]) -> str:
    problem = entry.model
    return HELPED.format(unit=problem.beneficiary, problem=problem.problem) if problem.beneficiary else problem.problem


def _news(_: BranchLedger, entry: Entry[NewsItem]) -> str:
    return quoted_title(entry.model.headline)


def _meeting_held(ledger: BranchLedger, entry: Entry[Meeting]) -> tuple[Text, ...]:
    return _held(ledger, entry, HELD)


def _theme_day_held(ledger: BranchLedger, entry: Entry[ThemeDay]) -> tuple[Text, ...]:
    photos = (PHOTOS.format(count=len(entry.model.photos)),) if entry.model.photos else ()
    return (*_held(ledger, entry, HELD_THEME_DAY), *photos)


def _held(ledger: BranchLedger, entry: Entry[Any], form: str) -> tuple[Text, ...]:
    if not entry.model.held:
        return (Part.of(entry).gap("present"),)
    count = len(ledger.attendance(entry).present)
    return (form.format(day=date_text(entry.model.day), count=count),)


def _policy_published(_: BranchLedger, entry: Entry[PolicyRevision]) -> tuple[Text, ...]:
    policy, part = entry.model, Part.of(entry)
    day = PUBLISHED.format(day=date_text(policy.published)) if policy.published else part.gap("published")
    return (labelled(part, "examiner"), day, *((policy.serial,) if policy.serial else ()))


def _problem_solved(_: BranchLedger, entry: Entry[ProblemSolved]) -> tuple[Text, ...]:
    part = Part.of(entry)
    unit = () if part.has("beneficiary") else (part.gap("beneficiary"),)
    return (*unit, labelled(part, "result"))


def _news_printed(_: BranchLedger, entry: Entry[NewsItem]) -> tuple[Text, ...]:
    return (PUBLISHED.format(day=date_text(entry.model.day)), labelled(Part.of(entry), "channels"))


_CONTENT: dict[type, Content] = {
    Meeting: _study,
    ThemeDay: _theme_day,
    PolicyRevision: _policy,
    ProblemSolved: _problem,
    NewsItem: _news,
}
_EVIDENCE: dict[type, Evidence] = {
    Meeting: _meeting_held,
    ThemeDay: _theme_day_held,
    PolicyRevision: _policy_published,
    ProblemSolved: _problem_solved,
    NewsItem: _news_printed,
}
