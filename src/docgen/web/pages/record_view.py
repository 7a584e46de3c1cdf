"""Takes a record as it is stored or typed, gives the values of its page: the form or the text, findings, papers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.accounts import Action, Caller, may
from docgen.editing import Change, Stored
from docgen.errors import DocgenError, OutputError
from docgen.records.record import Path, Written
from docgen.vocabulary.records_page import NEW_TITLE
from docgen.web.forms.nodes import Node, paths
from docgen.web.forms.placing import Told
from docgen.web.forms.tree import KIND, MEETING_TYPE, form
from docgen.web.pages.record_lists import Choice, day_of, pick_lists
from docgen.web.pages.record_looking import Looked, Said, look, placed
from docgen.web.pages.record_papers import Offer, offers
from docgen.web.pages.record_sent import FORM, YAML, Sent, model_of, record_in
from docgen.web.problems import problem
from docgen.web.seeing import CONFIDENTIAL_KINDS, sees_all
from docgen.web.service import Service


class Findings(Struct, frozen=True):
    """What is wrong: by the name of the form's field, by line, and how many of each level; `problem` where it is all."""

    said: Sequence[Said] = ()
    named: Mapping[str, Sequence[Told]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    problem: Mapping[str, object] | None = None


class RecordPage(Struct, frozen=True):
    """All that the page of one record shows."""

    sent: Sent
    kind: str
    title: str
    nodes: tuple[Node, ...]
    lists: Mapping[str, tuple[Choice, ...]]
    findings: Findings
    papers: tuple[Offer, ...]
    writable: bool
    formable: bool
    base: str
    fresh: bool = False
    file: str = ""
    last: Change | None = None
    day: date | None = None


def as_sent(stored: Stored, view: str = FORM) -> Sent:
    """Return a stored record as its page would send it; one that no form can hold, as text."""
    record = record_in(stored.text)
    sent = Sent(stored.unit, stored.id, YAML, stored.etag, stored.text, base=dict(stored.data))
    return sent if view == YAML or record is None else sent.with_data(dict(record.data))


def record_page(
    service: Service,
    who: Caller,
    sent: Sent,
    *,
    stored: Stored | None = None,
    opened: Iterable[Path] = (),
    fresh: bool = False,
) -> RecordPage:
    """Return the page of a record as it was typed; `opened` are paths in the form for which room was asked.

    Of a `fresh` one, in which nobody has typed anything yet, nothing is wrong.
    """
    unit = service.library.workspace().unit(sent.unit)
    looked, wrong = (None, None) if fresh else looked_at(service, who, sent)
    data = sent.data
    nodes = form(model_of(data), data, opened) if sent.view == FORM else ()
    kind = _text(data.get(KIND)) or (stored.kind if stored is not None else "")
    day = day_of(data)
    return RecordPage(
        sent=sent,
        kind=kind,
        title=_text(data.get(MEETING_TYPE)) or kind or NEW_TITLE,
        nodes=nodes,
        lists=pick_lists(service, who, unit, day or service.today()),
        findings=findings(sent, looked, wrong, paths(nodes)),
        papers=papers(service, who, sent.unit, looked),
        writable=may(who, Action.WRITE, sent.unit, confidential=kind in CONFIDENTIAL_KINDS),
        formable=bool(data),
        base=base_of(sent.base),
        fresh=fresh,
        file=stored.file if stored is not None else "",
        last=next(iter(service.editor.changes(record=stored.id, limit=1)), None) if stored is not None else None,
        day=day,
    )


def in_full(who: Caller, sent: Sent, stored: Stored | None) -> Sent:
    """Return what was sent; of somebody who may only read, whose form sends nothing that was typed, what is stored."""
    if stored is None or may(who, Action.WRITE, stored.unit):
        return sent
    return replace(as_sent(stored, sent.view), do=sent.do, more=sent.more)


def looked_at(service: Service, who: Caller, sent: Sent) -> tuple[Looked | None, DocgenError | None]:
    """Return what was found in what was sent, or why nothing could be found."""
    try:
        return look(service, who, sent), None
    except OutputError:
        raise
    except DocgenError as error:
        return None, error


def findings(sent: Sent, looked: Looked | None, wrong: DocgenError | None, shown: Iterable[Path]) -> Findings:
    """Return what is said beside the fields that are shown."""
    if looked is None:
        return Findings(problem=problem(wrong) if wrong is not None else None)
    said = placed(looked.told, sent.parsed, shown)
    named: dict[str, list[Told]] = {}
    for each in said:
        if each.name:
            named.setdefault(each.name, []).append(each.told)
    return Findings(said, named, looked.counts)


def papers(service: Service, who: Caller, unit: str, looked: Looked | None) -> tuple[Offer, ...]:
    """Return the papers that can be made of what was typed, so far as somebody may see them."""
    if looked is None or not may(who, Action.RENDER, unit):
        return ()
    found = offers(looked.workspace, unit, looked.draft.record, service.today())
    return found if sees_all(who, unit) else tuple(each for each in found if not each.confidential)


def base_of(data: Mapping[str, Written] | None) -> str:
    """Return the data that a page began from as it carries it along, "" where there was none."""
    return json.dumps(data, ensure_ascii=False) if data else ""


def _text(value: Written | None) -> str:
    return value.strip() if isinstance(value, str) else ""
