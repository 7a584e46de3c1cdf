"""Takes a branch, a month and what happened in it, gives its 宣传稿."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from scripts.samples import schedule
from scripts.samples.clerk import Draft, entry, record
from scripts.samples.days import in_words
from scripts.samples.five_ones import (
    POLICY,
    PROBLEM,
    STUDY,
    is_missing,
    month_folder,
    policy,
    policy_action,
    policy_name,
    problem,
    problem_words,
)
from scripts.samples.gatherings import room
from scripts.samples.roster import Branch
from scripts.samples.theme_days import Held, theme
from scripts.samples.words import words

from docgen.model.five_ones import NewsItem, NewsReview

_SUBJECTS = ("theme", STUDY, PROBLEM, POLICY)
_THEME_DAY = "theme"


def news(branch: Branch, month: int, theme_day: Held, study: Held) -> Draft:
    """Return the month's 宣传稿 on one of four subjects in turn; a subject that is missing gives way to the theme day."""
    subject = _SUBJECTS[(branch.index + month) % len(_SUBJECTS)]
    if is_missing(branch, month, subject):
        subject = _THEME_DAY
    said = words("news")
    day, source, fill = _about(branch, month, subject, theme_day, study)
    published = day + timedelta(days=2)
    telling = {key: branch.say(text, day, **fill) for key, text in said[subject].items()}
    people = list(branch.posts(day))
    data = record(
        NewsItem,
        headline=telling["headline"],
        lead=telling["lead"],
        body=telling["body"],
        published=published,
        contributor=branch.one(day, month, "contributor"),
        reviews=entry(NewsReview, first=people[-1], second=people[0], third=said["third_reviewer"]),
        channels=said["channels"],
        sources=[source],
        column=telling["column"],
    )
    return Draft(branch.short, month_folder(published), f"{published}-{said['label']}", data)


def _about(branch: Branch, month: int, subject: str, theme_day: Held, study: Held) -> tuple[date, str, dict[str, Any]]:
    """Return the day, the record and the facts that a piece of news tells of."""
    if subject == PROBLEM:
        day, case = schedule.problem(branch, month), problem_words(branch, month)
        return day, problem(branch, month).local, {**_effort(branch, day), **case}
    if subject == POLICY:
        day = schedule.policy(branch, month)
        named = {"name": policy_name(branch, month), "action": policy_action(branch, month)}
        return day, policy(branch, month).local, {**_effort(branch, day), **named}
    if subject == STUDY:
        day = date.fromisoformat(study.draft.stem[:10])
        return day, study.draft.local, {**_people(branch, day, study), **_study_facts(branch, day)}
    day = schedule.theme(branch, month)
    chosen = theme(branch, month)
    facts: dict[str, Any] = {"theme": chosen["theme"], "place": chosen["place"], "steps": len(chosen["steps"])}
    return day, theme_day.draft.local, {**_people(branch, day, theme_day), **facts}


def _people(branch: Branch, day: date, held: Held) -> dict[str, Any]:
    return {
        "host": branch.secretary(day),
        "person": held.present[-1],
        "number": len(held.present),
        "deadline": in_words(day + timedelta(days=12)),
    }


def _effort(branch: Branch, day: date) -> dict[str, Any]:
    numbers: dict[str, Any] = {"days": branch.number(5, 9, day, "effort"), "number": branch.number(12, 30, day, "told")}
    return {**numbers, "deadline": in_words(day + timedelta(days=10))}


def _study_facts(branch: Branch, day: date) -> dict[str, Any]:
    posts = list(branch.posts(day))
    material = words("meetings")["materials"][day.month]["title"]
    return {"material": material, "place": room(branch, day), "reporter": posts[1] if len(posts) > 1 else posts[0]}
