"""Takes a kind, a unit, a day and perhaps an earlier record, gives the page of a record that is not there yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from docgen.accounts import Action, Caller, may
from docgen.chinese import parse_date
from docgen.drafting import draft_record, kind_called
from docgen.drafting.record import dated
from docgen.errors import UsageError
from docgen.records.record import Written
from docgen.vocabulary.records_page import DAILY_KINDS
from docgen.web.asking import Asked, Who, allow, require, visible_units
from docgen.web.forms.tree import KIND, MEETING_TYPE
from docgen.web.pages.record_sent import Sent, record_in
from docgen.web.pages.record_view import record_page
from docgen.web.pages.records_rows import kinds_offered
from docgen.web.seeing import CONFIDENTIAL_KINDS, record_seen, unit_seen
from docgen.web.service import Service
from docgen.web.showing import page

router = APIRouter()
MEETING = kind_called(DAILY_KINDS[0])[0].label


@router.get("/records/new", dependencies=[require(Action.WRITE)])
def new(
    request: Request,
    service: Asked,
    who: Who,
    kind: Annotated[str, Query()] = "",
    unit: Annotated[str, Query()] = "",
    day: Annotated[str, Query()] = "",
    earlier: Annotated[str, Query(alias="from")] = "",
) -> Response:
    """Show the form of a new record; without a kind, or where several units may be meant, what to choose."""
    units = units_written(service, who)
    if earlier:
        stored = record_seen(service, who, earlier)
        kind, unit, earlier = kind or _called(stored.data, stored.kind), unit or stored.unit, stored.id
    unit = unit or (units[0] if len(units) == 1 else "")
    if not kind or not unit:
        others = [each for each in kinds_offered(who, unit) if each not in {*DAILY_KINDS, MEETING}]
        return page(
            request, "records/new.html", units=units, unit=unit, kind=kind, day=day, daily=DAILY_KINDS, others=others
        )
    unit = unit_seen(service, who, unit).short
    allow(who, Action.WRITE, unit, confidential=kind_called(kind)[0].label in CONFIDENTIAL_KINDS)
    data = begun(service, kind, unit, _day(day, service.today()), earlier)
    sent = Sent(unit).with_data(data)
    return page(
        request, "records/record.html", record=record_page(service, who, sent, fresh=True), said="", unsaved=False
    )


def units_written(service: Service, who: Caller) -> tuple[str, ...]:
    """Return the units whose records somebody may write."""
    return tuple(short for short in visible_units(service, who) if may(who, Action.WRITE, short))


def begun(service: Service, kind: str, unit: str, day: date, earlier: str = "") -> dict[str, Written]:
    """Return the data of a new record: its kind, its day, and the fixed parts of an earlier one."""
    has_day = dated(kind_called(kind)[0])
    draft = draft_record(service.library.workspace(), kind, unit, day if has_day else None, earlier)
    record = record_in(draft.text)
    return dict(record.data) if record is not None else {KIND: kind_called(kind)[0].label}


def _called(data: Mapping[str, Written], kind: str) -> str:
    meeting = data.get(MEETING_TYPE)
    return meeting if isinstance(meeting, str) and _is_known(meeting) else kind


def _is_known(name: str) -> bool:
    try:
        kind_called(name)
    except UsageError:
        return False
    return True


def _day(text: str, today: date) -> date:
    try:
        return parse_date(text.strip())
    except ValueError:
        return today
