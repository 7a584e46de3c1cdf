"""Takes a branch and a month, gives its 制度修订, 办实事 and free actions, and the facts that meetings tell of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from scripts.samples import schedule
from scripts.samples.clerk import Data, Draft, entry, record
from scripts.samples.days import YEAR, in_words, working_day
from scripts.samples.roster import Branch
from scripts.samples.words import words

from docgen.model.five_ones import OwnChoice, PolicyAction, PolicyRevision, PolicyType, ProblemSolved
from docgen.model.theme_day import OwnAction

POLICY, PROBLEM, NEWS, STUDY = "policy", "problem", "news", "study"
YEAR_FOLDER = f"{YEAR}/{words('units')['year_folder']}"
_ACTIONS = (PolicyAction.REVISED, PolicyAction.REVISED, PolicyAction.NEW)
_OWN_CHOICE_MONTHS = (5, 11)


def is_missing(branch: Branch, month: int, item: str) -> bool:
    """Tell whether an item of a month is missing on purpose."""
    return {"branch": branch.short, "month": month, "item": item} in words("faults")["missing"]


def month_folder(day: date) -> str:
    """Return the folder of a day's records."""
    return f"{day.year}/{day.month:02}"


def policy_name(branch: Branch, month: int) -> str:
    """Return the name of the month's regulation, with its marks."""
    said = words("five_ones")["policy"]
    for named in said["named"]:
        if (named["branch"], named["month"]) == (branch.index, month):
            return str(named["name"])
    thing = said["names"][(month + branch.shift * 5) % len(said["names"])]
    return str(said["name"].format(department=branch.department, thing=thing))


def policy_action(branch: Branch, month: int) -> PolicyAction:
    """Return whether the month's regulation is new or revised."""
    return _ACTIONS[(branch.index + month) % len(_ACTIONS)]


def policy(branch: Branch, month: int) -> Draft:
    """Return the month's 制度修订."""
    said = words("five_ones")["policy"]
    day = schedule.policy(branch, month)
    name, action = policy_name(branch, month), policy_action(branch, month)
    values = {
        "name": name, "action": action, "days": branch.number(2, 5, month, "places"),
        "number": branch.number(6, 15, month, "asked"), "adopted": branch.number(1, 2, month, "adopted"),
        "before": branch.number(5, 9, month, "before"), "after": branch.number(2, 4, month, "after"),
    }  # fmt: skip
    data = record(
        PolicyRevision,
        name=name.strip("《》"),
        type=PolicyType.WORKFLOW if said["workflow"] in name else PolicyType.RULE,
        action=action,
        review=branch.say(said["review_new" if action is PolicyAction.NEW else "review"], day, **values),
        opinions=branch.say(said["opinions"], day, **values),
        points=branch.say(said["points"], day, **values),
        examiner=branch.secretary(day),
        serial=said["serial"].format(year=YEAR, number=(month - 1) * 200 + branch.index),
        started=working_day(month, 6),
        published=day,
        effect=branch.say(said["effect"], day, **values),
    )
    return Draft(branch.short, month_folder(day), f"{day}-{said['label']}", data)


def problem_words(branch: Branch, month: int) -> Data:
    """Return the month's difficulty: unit, problem, measure, result and who is responsible."""
    said = words("five_ones")["problem"]
    values = {
        "number": branch.number(2, 29, month, "which"), "people": branch.number(12, 48, month, "size"),
        "days": branch.number(2, 4, month, "times"),
    }  # fmt: skip
    day = schedule.problem(branch, month)
    case = {key: text.format(**values) for key, text in said["cases"][month].items()}
    person = branch.one(day, month, "helper")
    case["measure"] = branch.say(said["where"], day, measure=case["measure"], person=person)
    case["result"] = branch.say(said["outcome"], day, unit=case["unit"], result=case["result"])
    return {**case, "person": person}


def problem(branch: Branch, month: int) -> Draft:
    """Return the month's 办实事."""
    said = words("five_ones")["problem"]
    day, case = schedule.problem(branch, month), problem_words(branch, month)
    data = record(
        ProblemSolved,
        beneficiary=case["unit"],
        problem=case["problem"],
        measure=case["measure"],
        responsible=case["person"],
        raised=working_day(month, 8) if month != 10 else working_day(month, 9),
        solved=day,
        result=case["result"],
    )
    return Draft(branch.short, month_folder(day), f"{day}-{said['label']}", data)


def own_choice(branch: Branch, month: int) -> Draft:
    """Return a free action."""
    said = words("five_ones")["own"]
    day = schedule.policy(branch, month) + timedelta(days=1)
    number = branch.number(11, 39, month, "books")
    data = record(
        OwnChoice,
        subject=branch.short + said["subject"],
        on=day,
        words=branch.say(said["words"], day, number=number),
        steps=[entry(OwnAction, step=said["step"], words=said["detail"])],
        result=said["result"].format(date=in_words(day + timedelta(days=1))),
    )
    return Draft(branch.short, month_folder(day), f"{day}-{said['label']}", data)


def of_month(branch: Branch, month: int) -> Iterator[Draft]:
    """Yield what the branch did in a month beside meetings, theme day and news."""
    if not is_missing(branch, month, POLICY):
        yield policy(branch, month)
    if not is_missing(branch, month, PROBLEM):
        yield problem(branch, month)
    if month in _OWN_CHOICE_MONTHS:
        yield own_choice(branch, month)
