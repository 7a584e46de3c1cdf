"""Takes a unit, a period, a record or one in a body, gives what is wrong with it, and what is owed; writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from docgen.accounts import Action, Caller
from docgen.findings import Finding, Level
from docgen.generation import calendar, check
from docgen.model.subject import Subject
from docgen.model.unit import UnitType
from docgen.rules import Obligation
from docgen.vocabulary.api import TAG_CHECK
from docgen.web.api.answers import refusals
from docgen.web.api.asked import On, PeriodText, Units, period_of
from docgen.web.api.days import FIRST, LAST
from docgen.web.api.orders import draft_of
from docgen.web.api.paper_shapes import ToCheck
from docgen.web.api.shapes import Calendar, Checked, ObligationShape
from docgen.web.api.told import findings_told
from docgen.web.asking import Asked, Who, require
from docgen.web.register import checked
from docgen.web.seeing import findings_seen, hidden_in, record_seen, sees_all, units_seen
from docgen.web.service import Service

router = APIRouter(tags=[TAG_CHECK])

OfRecord = Annotated[str | None, Query(description="只查这一条记录", max_length=300)]
Rules = Annotated[list[str], Query(alias="rule", description="只看这些规则，例如 V5", max_length=20, examples=[["V5"]])]
Year = Annotated[int | None, Query(description="哪一年，不写就是今年", ge=FIRST.year, le=LAST.year, examples=[2020])]


@router.get(
    "/check",
    summary="检查",
    description="检查全部、一个单位、一段时间或一条记录，与 docgen check 相同。",
    operation_id="check",
    response_model_exclude_unset=True,
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
def check_stored(
    service: Asked,
    who: Who,
    *,
    unit: Units = [],  # noqa: B006 - FastAPI copies what it finds here
    period: PeriodText = None,
    record: OfRecord = None,
    rules: Rules = [],  # noqa: B006
    on: On = None,
) -> Checked:
    """Return what is wrong with what is stored."""
    day, span = on or service.today(), period_of(period)
    if record is not None:
        stored = record_seen(service, who, record)
        about = [Subject(stored.unit, record=stored.id)]
    elif span is None and not unit and not rules and day == service.today():
        return _told(day, findings_seen(service, who, checked(service).findings))
    else:
        about = [Subject(short, span) for short in units_seen(service, who, unit)]
    found = check(service.library.workspace(), about, on=day, rules=rules).findings if about else ()
    return _told(day, findings_seen(service, who, found))


@router.post(
    "/check",
    summary="检查一条没有保存的记录",
    description="检查请求里的一条记录，就像已经保存一样；不写入工作区。",
    operation_id="checkSent",
    response_model_exclude_unset=True,
    dependencies=[require(Action.RENDER)],
    responses=refusals(404),
)
def check_sent(service: Asked, who: Who, sent: ToCheck) -> Checked:
    """Return what would be wrong if a record were stored."""
    draft = draft_of(service, who, sent)
    workspace = service.library.workspace().with_drafts({draft.path: draft.content})
    day = sent.on or service.today()
    about = Subject(draft.record.partition("/")[0], record=draft.record)
    return _told(day, findings_seen(service, who, check(workspace, [about], on=day).findings))


@router.get(
    "/calendar",
    summary="应做的事",
    description="一年里应做的事：做了的、没做的、还没到期的、不适用的。",
    operation_id="calendar",
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
def read_calendar(service: Asked, who: Who, unit: Units = [], year: Year = None, on: On = None) -> Calendar:  # noqa: B006
    """Return what branches owe in a year."""
    day = on or service.today()
    of_year, workspace = year or day.year, service.library.workspace()
    units = [short for short in units_seen(service, who, unit) if workspace.units[short].type is UnitType.BRANCH]
    owed = {short: _owed(service, short, of_year, day) for short in units}
    return Calendar(
        year=of_year,
        on=day,
        obligations=[_obligation(service, who, short, each) for short in units for each in owed[short]],
    )


def _owed(service: Service, short: str, year: int, day: date) -> list[Obligation]:
    workspace = service.library.workspace()

    def owed() -> list[Obligation]:
        return calendar(workspace, [short], year, day)[short]

    # Whoever asks about one day after another must not fill the memory.
    is_usual = day == service.today() and year in {day.year, day.year - 1}
    return service.library.once(("owed", short, year, day), (short,), owed) if is_usual else owed()


def _obligation(service: Service, who: Caller, unit: str, owed: Obligation) -> ObligationShape:
    closed = frozenset[str]() if sees_all(who, unit) else hidden_in(service, unit).records
    return ObligationShape.model_construct(
        unit=unit,
        rule=owed.rule,
        item=owed.item,
        who=owed.who or None,
        window=str(owed.window),
        due=owed.due,
        state=owed.state.value,
        why=owed.why.value if owed.why else None,
        records=[each for each in owed.records if each not in closed],
    )


def _told(day: date, findings: Iterable[Finding]) -> Checked:
    found = list(findings)
    levels = Counter(each.level for each in found)
    return Checked(on=day, counts={level.value: levels[level] for level in Level}, findings=findings_told(found))
