"""What is owed in a year: its windows, and how they stand whatever was written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
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


@given(st.sampled_from(FIXED), st.integers(1, 9999), st.integers(1, 12))
def test_a_fixed_day_lies_in_its_month_and_is_what_the_words_say(text: str, year: int, month: int) -> None:
    rule, window = FixedDay.parse(text), Period.of_month(year, month)
    assert rule is not None
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
HELD = st.lists(DAYS, max_size=60)


def brute(first: date, last: date, life: Life, held: list[date], day: date) -> str:
    """Say how a window stands, day by day."""
    founded, dissolved = life
    window = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    there = [each for each in window if not (founded and each < founded) and not (dissolved and each >= dissolved)]
    if any(each < FORCE for each in window):
        return Why.BEFORE.value
    if len(there) < len(window):
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
    rule: str, kind: MeetingType | None, windows: Any, year: int, life: Life, held: list[date], day: date
) -> None:
    founded, dissolved = life
    models = [meeting(each, kind) if kind else theme_day(each) for each in held]
    plans = [meeting(date(year, 3, 3), kind, present=None) if kind else theme_day(date(year, 3, 3), present=None)]
    book = ledger(branch(founded=founded, dissolved=dissolved), [*models, *plans])

    found = [each.why.value if each.why else each.state.value for each in owed(book, year, day, rule)]

    assert found == [brute(each.start, each.end, life, held, day) for each in windows(Period(year))]


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
WHEN = DAYS | ANY_DAY
RECORDS: list[st.SearchStrategy[Any]] = [
    st.builds(meeting, WHEN, st.sampled_from(MeetingType), group=st.none() | st.just("一"), **ATTENDED),
    st.builds(theme_day, WHEN, contains=st.just(("1", "没有")), **ATTENDED),
    st.builds(
        lambda day, one, two, state: record(
            Talk, type=TalkType.HEART_TO_HEART, on=day, talker=made(Talker, name=one), partner=two, state=state
        ),
        WHEN, PEOPLE, PEOPLE, st.sampled_from(TalkState),
    ),
    st.builds(lambda who, year: record(DutyReport, person=who, year=year), PEOPLE, YEARS | st.just(1921)),
    st.builds(
        lambda day, hours, who: record(Training, type=TrainingType.IDEALS, on=day, hours=hours, members=who),
        WHEN, HOURS, st.none() | CROWD,
    ),
    st.builds(lambda expiry, on: record(Election, expiry=expiry, elected_on=on), WHEN, st.none() | WHEN),
]  # fmt: skip
MONTHS = st.builds(Period.of_month, YEARS, st.integers(1, 12))
FIVE_ONES = st.none() | st.builds(
    lambda first, last: made(FiveOnesSettings, first=first, last=last), MONTHS, st.none() | MONTHS
)
CHANGES = st.sampled_from(
    [{}, {"起始月": "2020-03"}, {"F9": {"学时": 0}}, {"F13": {"连续月数": 1}}, {"F5": {"次数": 0}}]
)


@st.composite
def ledgers(draw: st.DrawFn, type_: UnitType = UnitType.BRANCH) -> BranchLedger:
    settings = SETTING.model_copy(update={"five_ones": draw(FIVE_ONES), "rules": draw(CHANGES)})
    return ledger(draw(units(type_)), draw(st.lists(st.one_of(RECORDS), max_size=12)), settings)


ANY_LEDGER = ledgers() | ledgers(UnitType.OFFICE_COMMITTEE)


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


@given(ANY_LEDGER, DAYS | st.sampled_from([date.min, date.max, date(2020, 2, 29)]))
def test_no_frequency_rule_raises_and_everything_found_can_be_said(book: BranchLedger, day: date) -> None:
    for finding in check(book, rulebook(book.settings).only(FREQUENCY), day):
        assert message(finding)
        assert hint(finding)


@given(ledgers(), YEARS, DAYS)
def test_each_window_of_a_monthly_or_quarterly_rule_is_listed_once(book: BranchLedger, year: int, day: date) -> None:
    wanted = {"F1": 4, "F2": 12, "F4": 12, "F5": 4, "F6": 1, "F7": 1, "F10": 60}

    for rule, often in wanted.items():
        found = owed(book, year, day, rule)
        assert len({(each.item, each.window) for each in found}) == len(found) == often
