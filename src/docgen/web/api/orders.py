"""Takes which papers somebody wants, gives the wish for the press, with nothing in it that they may not have."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from docgen.accounts import Action, Caller, may
from docgen.documents import KINDS, DocumentKind, OrganisationPaper, kind_named
from docgen.editing import Draft
from docgen.errors import UsageError
from docgen.export import Outcome
from docgen.generation import check, subject_named
from docgen.model.subject import Subject
from docgen.rules import rule_by_code
from docgen.view import Audience
from docgen.web.api.paper_shapes import SentRecord, Wanted
from docgen.web.api.sending import content_of
from docgen.web.asking import allow
from docgen.web.press import Printed, Wish
from docgen.web.problems import Refusal
from docgen.web.seeing import findings_seen, is_confidential, only_hidden, record_seen, sees_all, unit_seen, unknown
from docgen.web.service import Service

CLOSED_KINDS = frozenset(kind.name for kind in KINDS if kind.audience is Audience.CONFIDENTIAL)
JOINT = "、"


def wish_of(service: Service, who: Caller, wanted: Wanted) -> Wish:
    """Return the wish; raise where there is nothing to make, or something that somebody may not have."""
    subjects = [subject_seen(service, who, each) for each in wanted.subjects]
    for subject in subjects:
        allow(who, Action.RENDER, subject.unit)
    names, drafts = [str(each) for each in subjects], dict[Path, bytes]()
    if wanted.record is not None:
        draft = draft_of(service, who, wanted.record)
        names.append(draft.record)
        drafts[draft.path] = draft.content
    if not names:
        raise Refusal(422, "subject-needed")
    return Wish(
        subjects=tuple(names),
        kinds=tuple(kind_seen(who, each).name for each in wanted.kinds),
        to=tuple(each.value for each in wanted.to),
        final=wanted.final,
        sourced=wanted.sources,
        outlet=wanted.outlet.value if wanted.outlet else "",
        on=wanted.on or service.today(),
        drafts=drafts,
    )


def made(service: Service, who: Caller, wish: Wish) -> Printed:
    """Return the papers of a wish that somebody may have; raise where one of the subjects has none or cannot be read."""
    try:
        printed = service.press.papers(service.library.workspace(), wish)
    except UsageError as error:
        # A record that is there and is unknown to the ledger cannot be read: what is wrong in it says more than that.
        raise _unreadable(service, who, wish) if error.code == "record-unknown" else error from error
    outcomes = tuple(each for each in printed.outcomes if _may_have(service, who, each))
    if printed.paperless or not outcomes:
        raise UsageError("no-paper", {"value": JOINT.join(printed.paperless or wish.subjects)})
    return replace(printed, outcomes=outcomes)


def subject_seen(service: Service, who: Caller, text: str) -> Subject:
    """Return what a paper is about; raise where there is no such unit or record that somebody may read."""
    workspace = service.library.workspace()
    unit, slash, rest = text.replace("\\", "/").partition("/")
    named = workspace.named(text)
    if named is not None:
        unit, slash, rest = text, "", ""
    subject = subject_named(workspace, f"{unit_seen(service, who, unit).short}{slash}{rest}")
    if not subject.record:
        return subject
    return replace(subject, record=record_seen(service, who, subject.record).id)


def kind_seen(who: Caller, name: str) -> DocumentKind:
    """Return a kind of paper; raise where there is none that somebody may have."""
    kind = kind_named(name)
    if kind.name in CLOSED_KINDS and not may(who, Action.READ_CONFIDENTIAL):
        raise unknown(name)
    return kind


def kinds_seen(who: Caller) -> Iterable[DocumentKind]:
    """Return the kinds of papers that somebody may have."""
    cleared = may(who, Action.READ_CONFIDENTIAL)
    return (kind for kind in KINDS if cleared or kind.name not in CLOSED_KINDS)


def draft_of(service: Service, who: Caller, sent: SentRecord) -> Draft:
    """Return a record that was sent as it would be stored; nothing is written."""
    short = unit_seen(service, who, sent.unit).short
    allow(who, Action.RENDER, short)
    record = record_seen(service, who, sent.id) if sent.id else None
    if record is not None and record.unit != short:
        raise unknown(record.id)
    content = content_of(sent.content)
    draft = service.editor.draft(service.library.workspace(), short, record.id if record else None, content)
    allow(who, Action.RENDER, short, confidential=is_confidential(draft.kind, draft.text))
    return draft


def paper_seen(service: Service, who: Caller, kind: DocumentKind, unit: str) -> bool:
    """Tell whether somebody may have papers of a kind about a unit, and about those below it where it speaks of them."""
    if kind.name in CLOSED_KINDS and not sees_all(who, unit):
        return False
    below = service.library.workspace().tree.below(unit)
    speaks_of_them = bool(below) and any(isinstance(each, OrganisationPaper) for each in kind.papers)
    return not speaks_of_them or all(may(who, Action.READ, each) for each in below)


def _unreadable(service: Service, who: Caller, wish: Wish) -> UsageError:
    workspace = service.library.workspace().with_drafts(wish.drafts)
    records = [each for each in map(Subject.parse, wish.subjects) if each.record]
    wrong = findings_seen(service, who, check(workspace, records, on=wish.on).findings)
    unread = [each for each in wrong if rule_by_code(each.code) is None]
    return UsageError("records-unreadable", {"value": JOINT.join(map(str, records))}, unread)


def _may_have(service: Service, who: Caller, outcome: Outcome) -> bool:
    if not paper_seen(service, who, kind_named(outcome.kind), outcome.unit):
        return False
    return not only_hidden(service, who, outcome.sources)
