"""What is owed in a year: its windows, and how they stand whatever was written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.table import SETTINGS
from tests.typed import filled, read

from docgen.ledger import BranchLedger, Entry
from docgen.model.base import RecordModel
from docgen.model.governance import Election
from docgen.model.kinds import MODELS
from docgen.model.meeting import Absence, Leave, Meeting, MeetingType
from docgen.model.period import Period
from docgen.model.responsibility import Talk, Talker, TalkState, TalkType
from docgen.model.reviews import DutyReport
from docgen.model.service import Training, TrainingType
from docgen.model.settings import FiveOnesSettings, Settings
from docgen.model.theme_day import ThemeDay
from docgen.model.unit import Departure, Group, GroupSpan, Leaving, Member, Post, Span, Term, Unit, UnitType
from docgen.model.votes import ElectionVote, NotCounted
from docgen.records.record import Mark, Source
from docgen.rules import RULES, Obligation, State, Why, check, obligations, rulebook
from docgen.rules.frequency.theme_days import FixedDay
from docgen.rules.frequency.windows import moved
from docgen.vocabulary import hint, message

FREQUENCY = [rule.id for rule in RULES if rule.id.startswith("F")]
NOWHERE = Source("", Mark(0, 0, 0, 0))
SETTING = filled(read(SETTINGS)[0], Settings)
NAMES = ("张一", "李二", "王三", "赵四", "钱五", "孙六", "周七")
FORCE = date(2018, 10, 28)

YEARS = st.integers(2018, 2022)
DAYS = st.dates(date(2018, 1, 1), date(2022, 12, 31))
MAYBE = st.none() | DAYS
ANY_DAY = st.dates()


def made(model: type[Any], **values: Any) -> Any:
    """Return a model from values by attribute, as if they had been read."""
    return model.model_construct(**values)


def entered(models: Iterable[RecordModel]) -> list[Entry[Any]]:
    return [Entry(f"一支部/{number}", "一支部", model, NOWHERE) for number, model in enumerate(models)]


def kind_of(model: type[RecordModel]) -> str:
    return next(label for label, each in MODELS.items() if each is model)


def record(model: type[Any], **values: Any) -> Any:
    return made(model, kind=kind_of(model), **values)


def meeting(day: date, kind: MeetingType, **values: Any) -> Meeting:
    said = {"present": ("其余",)} | values
    held: Meeting = record(Meeting, type=kind, start=datetime.combine(day, time(9)), **said)
    return held


def theme_day(day: date, **values: Any) -> ThemeDay:
    said = {"present": ("其余",)} | values
    held: ThemeDay = record(ThemeDay, theme="学习", start=datetime.combine(day, time(9)), **said)
    return held


def branch(**values: Any) -> Unit:
    members = tuple(made(Member, name=name, confirmed=date(2010, 7, 1)) for name in NAMES)
    committee = tuple(
        made(Post, name=name, post=post) for name, post in zip(NAMES, ("书记", "组织委员", "纪检委员"), strict=False)
    )
    said = {
        "name": "第一党支部",
        "short": "一支部",
        "type": UnitType.BRANCH,
        "members": members,
        "committee": committee,
    }
    unit: Unit = made(Unit, **said | values)
    return unit


def ledger(unit: Unit, models: Iterable[RecordModel] = (), settings: Settings = SETTING) -> BranchLedger:
    return BranchLedger(unit, NOWHERE, settings, entered(models))


def owed(book: BranchLedger, year: int, day: date, *ids: str) -> list[Obligation]:
    return obligations(book, rulebook(book.settings).only(ids or FREQUENCY), year, day)


@given(st.integers(1, 9999))
def test_the_months_and_the_quarters_of_a_year_each_part_it(year: int) -> None:
    for parts in (list(Period(year).months()), list(Period(year).quarters())):
        days = [(part.start, part.end) for part in parts]

        assert days[0][0] == date(year, 1, 1)
        assert days[-1][1] == date(year, 12, 31)
        assert all(end + timedelta(days=1) == start for (_, end), (start, _) in pairwise(days))


@given(ANY_DAY, st.integers(-130_000, 130_000))
def test_a_day_moved_by_months_keeps_its_date_where_the_month_has_it(day: date, months: int) -> None:
    later = moved(day, months)

    if later is None:
        assert not 1 <= (day.year * 12 + day.month - 1 + months) // 12 <= 9999
    else:
        assert (later.year - day.year) * 12 + later.month - day.month == months
        assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


FIXED = [f"每月{day}日" for day in range(1, 32)] + [
    f"每月第{n}个周{day}" for n in "一二三四五" for day in "一二三四五六日"
]


@pytest.mark.parametrize("text", FIXED)
def test_a_fixed_day_lies_in_its_month_and_is_what_the_words_say(text: str) -> None:
    rule = FixedDay.parse(text)
    assert rule is not None

    for window in (month for year in (1, 2019, 2020, 9999) for month in Period(year).months()):
        day = rule.of(window)
        if day is None:
            assert "第五个" in text
        elif rule.day:
            assert day in window
            assert day.day == rule.day or (day == window.end and day.day < rule.day)
        else:
            assert day in window
            assert "一二三四五六日"[day.weekday()] == text[-1]
            assert "一二三四五"[(day.day - 1) // 7] == text[3]


@given(st.text("每月第个周一二三四五六日天0123456789 １５号", max_size=8))
def test_no_other_words_are_a_fixed_day(text: str) -> None:
    assert (FixedDay.parse(text) is not None) == (text in FIXED)


Life = tuple[date | None, date | None]
HELD = st.lists(st.integers(-40, 405), max_size=20)
"""The days of what was held, counted from the first of the year."""


def brute(first: date, last: date, life: Life, held: list[date], day: date) -> str:
    """Say how a window stands, day by day."""
    founded, dissolved = life
    window = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    unborn = [each for each in window if founded and each < founded]
    gone = [each for each in window if dissolved and each >= dissolved]
    if any(each < FORCE for each in window):
        return Why.BEFORE.value
    if len(window) in (len(unborn), len(gone)):
        return Why.NOT_THERE.value
    if unborn or gone:
        return Why.PARTIAL.value
    if any(each in held and each <= day for each in window):
        return State.DONE.value
    return State.MISSING.value if day >= last else State.DUE.value


@pytest.mark.parametrize(
    ("rule", "kind", "windows"),
    [
        ("F1", MeetingType.GENERAL, Period.quarters),
        ("F2", MeetingType.COMMITTEE, Period.months),
        ("F4", None, Period.months),
    ],
)
@given(year=YEARS, life=st.tuples(MAYBE, MAYBE), held=HELD, day=DAYS)
def test_a_window_stands_as_counting_its_days_says(
    rule: str, kind: MeetingType | None, windows: Any, year: int, life: Life, held: list[int], day: date
) -> None:
    founded, dissolved = life
    days = [date(year, 1, 1) + timedelta(days=number) for number in held]
    models = [meeting(each, kind) if kind else theme_day(each) for each in days]
    plans = [meeting(date(year, 3, 3), kind, present=None) if kind else theme_day(date(year, 3, 3), present=None)]
    book = ledger(branch(founded=founded, dissolved=dissolved), [*models, *plans])

    found = [each.why.value if each.why else each.state.value for each in owed(book, year, day, rule)]

    assert found == [brute(each.start, each.end, life, days, day) for each in windows(Period(year))]


@pytest.mark.parametrize("rule", ["F6", "F7", "F8", "F9", "F11"])
def test_nothing_is_owed_of_a_year_before_the_branch_was_or_after_it(rule: str) -> None:
    young, gone = branch(founded=date(2021, 1, 1)), branch(dissolved=date(2020, 1, 1))

    for unit in (young, gone):
        assert {each.why for each in owed(ledger(unit), 2020, date(2021, 12, 31), rule)} == {Why.NOT_THERE}


@given(st.data())
def test_a_group_owes_a_meeting_in_the_months_of_all_whose_days_it_exists(data: st.DataObject) -> None:
    ends = st.none() | st.dates(date(2019, 12, 1), date(2021, 1, 31))
    spans = data.draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=3))
    groups = tuple(made(Group, name="一组", since=since, until=until) for since, until in spans)

    found = {each.window: each for each in owed(ledger(branch(groups=groups)), 2020, date(2021, 1, 31), "F3")}

    for month in Period(2020).months():
        days = [month.start + timedelta(days=n) for n in range(month.end.day)]
        there = [any((since or date.min) <= day <= (until or date.max) for since, until in spans) for day in days]
        wanted = None if all(there) else Why.PARTIAL if any(there) else Why.NO_GROUP
        assert found[month].why is wanted


FATES: dict[str, dict[str, Any]] = {
    "came": {},
    "reason": {"absent": (made(Absence, name="周七", reason="生病"),)},
    "missed": {"absent": (made(Absence, name="周七"),)},
    "silent": {"present": NAMES[:-1]},
    "leave": {"on_leave": (made(Leave, name="周七"),)},
    "left out": {
        "present": NAMES[:-1],
        "election": made(ElectionVote, not_counted=(made(NotCounted, name="周七"),)),
    },
}


DESTINED = st.sampled_from([*FATES, "missed", "silent", "missed", "silent"])


@given(st.lists(st.lists(DESTINED, max_size=2), min_size=5, max_size=12), st.integers(1, 4))
def test_who_misses_everything_is_found_for_the_months_that_counting_says(fates: list[list[str]], first: int) -> None:
    models = [
        meeting(date(2020, month, 1 + number), MeetingType.GENERAL, **FATES[fate])
        for month, each in enumerate(fates, 1)
        for number, fate in enumerate(each)
    ]
    changed = SETTING.model_copy(update={"rules": {"起始月": f"2020-{first:02}"}})
    book = ledger(branch(), models, changed)

    found = check(book, rulebook(changed).only(["F13"]), date(2020, 12, 31))

    due = [{*each} - {"leave", "left out"} for each in fates[first - 1 :]]
    missed = "".join("x" if each <= {"missed", "silent"} else "." for each in due if each)
    assert [each.values["count"] for each in found] == [len(run) for run in re.findall("x{3,}", missed)]


# ---- whatever was written


@st.composite
def people(draw: st.DrawFn) -> tuple[Member, ...]:
    return tuple(
        made(
            Member,
            number=draw(st.none() | st.sampled_from(["1", "2"])),
            name=draw(st.sampled_from(NAMES)),
            joined=draw(MAYBE),
            confirmed=draw(MAYBE),
            transferred_in=draw(MAYBE),
            left=draw(st.none() | st.builds(lambda day: made(Leaving, day=day, reason=Departure.TRANSFERRED), DAYS)),
            groups=draw(st.sampled_from([(), (made(GroupSpan, name="一组"),)])),
            suspensions=draw(st.sampled_from([(), (made(Span),)])),
            exempt=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 9)))
    )


@st.composite
def units(draw: st.DrawFn, type_: UnitType) -> Unit:
    spans = st.lists(st.tuples(MAYBE, MAYBE), max_size=3)
    posts = [
        made(Post, name=draw(st.sampled_from((*NAMES, "外人"))), post="书记兼委员", since=since, until=until)
        for since, until in draw(spans)
    ]
    groups = [made(Group, name=draw(st.sampled_from("一二")), since=one, until=two) for one, two in draw(spans)]
    term = st.builds(
        lambda day, years, extension: made(Term, elected=day, years=years, extension=extension),
        MAYBE | ANY_DAY | st.just(date(2020, 2, 29)),
        st.integers(0, 6) | st.just(10**12 - 1),
        st.none() | st.just("某〔2021〕1号"),
    )
    return branch(
        type=type_,
        founded=draw(MAYBE),
        dissolved=draw(MAYBE),
        members=draw(people()),
        committee=tuple(posts),
        groups=tuple(groups),
        term=draw(st.none() | term),
        theme_day=draw(st.none() | st.sampled_from([*FIXED, "月底", "每月30日"])),
    )


PEOPLE = st.sampled_from((*NAMES, "张一（1）", "没有的人"))
CROWD = st.lists(PEOPLE, max_size=4).map(tuple)
PRESENT = st.none() | CROWD | st.just(("其余",))
LEAVES = st.lists(PEOPLE, max_size=2).map(lambda names: tuple(made(Leave, name=name) for name in names))
ABSENCES = st.lists(st.tuples(PEOPLE, st.sampled_from([None, "无", "生病"])), max_size=3).map(
    lambda rows: tuple(made(Absence, name=name, reason=reason) for name, reason in rows)
)
HOURS = st.none() | st.decimals(0, 60, places=2)
ATTENDED = {"present": PRESENT, "on_leave": LEAVES, "absent": ABSENCES, "hours": HOURS}


def records(when: st.SearchStrategy[date]) -> st.SearchStrategy[Any]:
    """Return one record of any kind that a rule of frequency asks for, of a day as given."""
    kinds: list[st.SearchStrategy[Any]] = [
        st.builds(meeting, when, st.sampled_from(MeetingType), group=st.none() | st.just("一"), **ATTENDED),
        st.builds(theme_day, when, contains=st.just(("1", "没有")), **ATTENDED),
        st.builds(
            lambda day, one, two, state: record(
                Talk, type=TalkType.HEART_TO_HEART, on=day, talker=made(Talker, name=one), partner=two, state=state
            ),
            when, PEOPLE, PEOPLE, st.sampled_from(TalkState),
        ),
        st.builds(lambda who, year: record(DutyReport, person=who, year=year), PEOPLE, YEARS | st.just(1921)),
        st.builds(
            lambda day, hours, who: record(Training, type=TrainingType.IDEALS, on=day, hours=hours, members=who),
            when, HOURS, st.none() | CROWD,
        ),
        st.builds(lambda expiry, on: record(Election, expiry=expiry, elected_on=on), when, st.none() | when),
    ]  # fmt: skip
    return st.one_of(kinds)


NEAR, FAR = records(DAYS), records(DAYS | ANY_DAY)
MONTHS = st.builds(Period.of_month, YEARS, st.integers(1, 12))
FIVE_ONES = st.none() | st.builds(
    lambda first, last: made(FiveOnesSettings, first=first, last=last), MONTHS, st.none() | MONTHS
)
CHANGES = st.sampled_from(
    [{}, {"起始月": "2020-03"}, {"F9": {"学时": 0}}, {"F13": {"连续月数": 1}}, {"F5": {"次数": 0}}]
)


@st.composite
def ledgers(draw: st.DrawFn, type_: UnitType = UnitType.BRANCH, written: st.SearchStrategy[Any] = FAR) -> BranchLedger:
    changed = SETTING.model_copy(update={"five_ones": draw(FIVE_ONES), "rules": draw(CHANGES)})
    return ledger(draw(units(type_)), draw(st.lists(written, max_size=12)), changed)


ANY_LEDGER = ledgers() | ledgers(UnitType.OFFICE_COMMITTEE)


@settings(max_examples=40)
@given(ANY_LEDGER, YEARS, DAYS | st.sampled_from([date.min, date.max, date(2020, 2, 29)]))
def test_every_obligation_of_a_year_lies_in_it_and_is_missing_only_when_its_last_day_has_come(
    book: BranchLedger, year: int, day: date
) -> None:
    found = owed(book, year, day)

    assert found or book.unit.type is UnitType.OFFICE_COMMITTEE
    for each in found:
        assert each.window.start.year == each.window.end.year == year
        assert (each.why is not None) == (each.state is State.NOT_APPLICABLE)
        assert each.state is not State.MISSING or each.due <= day
        assert each.state is not State.DUE or each.due > day


# Without a day of checking every year up to the last record is asked about: thousands, where that is far off.
CHECKED = st.tuples(ANY_LEDGER, DAYS | st.sampled_from([date.min, date(2020, 2, 29)])) | st.tuples(
    ledgers(written=NEAR), st.just(date.max)
)


@settings(max_examples=50)
@given(CHECKED)
def test_no_frequency_rule_raises_and_everything_found_can_be_said(checked: tuple[BranchLedger, date]) -> None:
    book, day = checked
    for finding in check(book, rulebook(book.settings).only(FREQUENCY), day):
        assert message(finding)
        assert hint(finding)


@settings(max_examples=25)
@given(ledgers(), YEARS, DAYS)
def test_each_window_of_a_monthly_or_quarterly_rule_is_listed_once(book: BranchLedger, year: int, day: date) -> None:
    wanted = {"F1": 4, "F2": 12, "F4": 12, "F5": 4, "F6": 1, "F7": 1, "F10": 60}

    for rule, often in wanted.items():
        found = owed(book, year, day, rule)
        assert len({(each.item, each.window) for each in found}) == len(found) == often


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("每月15日", (15, 15)),
        ("每月 15 号", (15, 15)),
        ("每月十五日（遇节假日顺延）", (15, 15)),
        ("每月31日", (29, 31)),
        ("每月第二个周五", (14, 13)),
        ("每月第3个星期三", (19, 18)),
        ("每月第四个礼拜天", (23, 22)),
        ("每月最后一个周五", (28, 27)),
        ("每月32日", None),
        ("每月廿日", None),
        ("每周五", None),
    ],
)
def test_a_fixed_day_is_read_in_the_words_that_people_use(text: str, days: tuple[int, int] | None) -> None:
    fixed = FixedDay.parse(text)
    february, march = Period(2020, month=2), Period(2020, month=3)

    assert (fixed and tuple(each.day for month in (february, march) if (each := fixed.of(month)))) == days
