"""Takes two edits of a record that met, gives the page on which one of them, or both, are chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from fastapi import Request
from msgspec import Struct
from starlette.responses import Response

from docgen.accounts import Caller
from docgen.editing import Change, Conflict
from docgen.records.record import Written
from docgen.records.writing import entry
from docgen.vocabulary.records_page import ROW
from docgen.web.forms.merging import Difference, Pick, Where, differences
from docgen.web.pages.record_sent import FORM, Sent, record_in
from docgen.web.pages.record_view import base_of
from docgen.web.seeing import change_seen
from docgen.web.service import Service
from docgen.web.showing import page

PICK = "pick:"
CONFLICT = 412
LONGEST = 2_000
"""Texts of more lines are compared less closely: it would take too long."""


class Line(Struct, frozen=True):
    """One line of two texts side by side; `sign` says how they differ: "", changed, mine, theirs."""

    sign: str
    mine: str
    theirs: str


class Choice(Struct, frozen=True):
    """One difference as the page shows it: where it is, how either has it written, and what may be picked."""

    name: str
    label: str
    mine: str
    theirs: str
    picks: tuple[Pick, ...]
    suggested: Pick
    contested: bool


def conflict_page(request: Request, service: Service, who: Caller, sent: Sent, conflict: Conflict) -> Response:
    """Show what was typed beside what is stored now; all that was typed is on the page."""
    current = conflict.current
    last = next(iter(service.editor.changes(record=sent.record, limit=1)), None)
    by_field = sent.view == FORM and current is not None and record_in(current.text) is not None
    base = _base(sent, conflict)
    response = page(
        request,
        "records/merge.html",
        status=CONFLICT,
        sent=sent,
        current=current,
        last=_told_of(who, last),
        by_field=by_field,
        choices=choices(base, sent.data, current.data) if by_field and current is not None else (),
        mine=json.dumps(sent.data, ensure_ascii=False),
        base=base_of(base),
        proposed=conflict.proposed,
        lines=beside(conflict.proposed, current.text) if current is not None else (),
        problem_code=conflict.code,
    )
    response.headers.update({"HX-Retarget": "#main", "HX-Reselect": "#main", "HX-Reswap": "outerHTML show:top"})
    return response


def choices(
    base: Mapping[str, Written] | None, mine: Mapping[str, Written], theirs: Mapping[str, Written]
) -> tuple[Choice, ...]:
    """Return what is to be chosen between, in the order of the record."""
    return tuple(_choice(each) for each in differences(base, mine, theirs))


def picks_in(sent: Sent) -> dict[Where, Pick]:
    """Return what somebody chose."""
    return dict(_picks(sent.more or {}))


def beside(mine: str, theirs: str) -> tuple[Line, ...]:
    """Return two texts line by line beside each other."""
    return tuple(_lines(mine.splitlines(), theirs.splitlines()))


def _base(sent: Sent, conflict: Conflict) -> Mapping[str, Written] | None:
    """Return what both began from: what the page brought along, else what the journal has."""
    if sent.base:
        return sent.base
    record = record_in(conflict.base) if conflict.base is not None else None
    return record.data if record is not None else None


def _told_of(who: Caller, last: Change | None) -> Change | None:
    return last if last is not None and change_seen(who, last) else None


def _choice(difference: Difference) -> Choice:
    return Choice(
        name=f"{PICK}{json.dumps(difference.where, ensure_ascii=False)}",
        label=ROW.join(difference.where),
        mine=written(difference.mine),
        theirs=written(difference.theirs),
        picks=difference.picks,
        suggested=difference.suggested,
        contested=difference.contested,
    )


def written(value: Written | None) -> str:
    """Return a value as a person reads it: a text, or lines as the file has them."""
    if value is None or isinstance(value, str):
        return value or ""
    lines = list(entry("", value))[1:]
    return "\n".join(line.removeprefix("  ") for line in lines)


def _picks(more: Mapping[str, str]) -> Iterator[tuple[Where, Pick]]:
    for name, value in more.items():
        if not name.startswith(PICK) or value not in set(Pick):
            continue
        try:
            steps = json.loads(name.removeprefix(PICK))
        except (ValueError, RecursionError):
            continue
        if isinstance(steps, list):
            yield tuple(str(step) for step in steps), Pick(value)


def _lines(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Line]:
    for tag, m1, m2, t1, t2 in SequenceMatcher(
        None, mine, theirs, autojunk=max(len(mine), len(theirs)) > LONGEST
    ).get_opcodes():
        left, right = mine[m1:m2], theirs[t1:t2]
        for index in range(max(len(left), len(right))):
            one = left[index] if index < len(left) else None
            other = right[index] if index < len(right) else None
            sign = "" if tag == "equal" else "mine" if other is None else "theirs" if one is None else "changed"
            yield Line(sign, one or "", other or "")
