"""Takes who sends a record, gives the record as it is stored, or refuses: another's unit, a kind that is not theirs."""

from __future__ import annotations

from docgen.accounts import Action, Caller
from docgen.editing import Stored
from docgen.errors import UsageError
from docgen.web.asking import allow
from docgen.web.forms.tree import KIND
from docgen.web.pages.record_sent import YAML, Sent
from docgen.web.problems import Refusal
from docgen.web.seeing import CONFIDENTIAL_KINDS, is_confidential, record_seen, unit_seen, unknown
from docgen.web.service import Service


def readable(service: Service, who: Caller, sent: Sent) -> Stored | None:
    """Return the record that was sent, None for a new one; refuse those who may not read it, or such a one."""
    return _allowed(service, who, sent, Action.READ)


def writable(service: Service, who: Caller, sent: Sent) -> Stored | None:
    """Return the record that was sent, None for a new or deleted one; refuse those who may not write it."""
    return _allowed(service, who, sent, Action.WRITE)


def _allowed(service: Service, who: Caller, sent: Sent, action: Action) -> Stored | None:
    if unit_seen(service, who, sent.unit).short != sent.unit:
        raise unknown(sent.unit)
    allow(who, action, sent.unit, confidential=_is_confidential(sent))
    if not sent.record:
        return None
    if sent.record.partition("/")[0] != sent.unit:
        raise unknown(sent.record)
    try:
        stored = record_seen(service, who, sent.record)
    except (Refusal, UsageError):
        if any(change.record == sent.record for change in service.editor.deleted(sent.unit)):
            return None
        raise
    allow(who, action, stored.unit, confidential=is_confidential(stored.kind, stored.text))
    return stored


def _is_confidential(sent: Sent) -> bool:
    kind = sent.data.get(KIND)
    if isinstance(kind, str):
        return kind.strip() in CONFIDENTIAL_KINDS
    return sent.view == YAML and is_confidential("", sent.text)
