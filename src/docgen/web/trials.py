"""Takes a template and a kind, gives one paper made from it: with the names of its fields, or with a real record's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from docgen.accounts import Action, Caller, may
from docgen.documents import DocumentKind, OrganisationPaper, Paper, UnitPaper
from docgen.errors import TemplateError
from docgen.export.digests import digest_unit, reduced
from docgen.formats import Format
from docgen.generation import Composition, compose, compose_organisation, stationery_of
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.renderers import Assets, Context, Rendering
from docgen.stationery.checking.shape import Shape, shape_of
from docgen.stationery.checking.trial import filled
from docgen.stationery.receiving import Received, attempt
from docgen.view import Audience, Plain
from docgen.web.problems import Refusal
from docgen.web.service import Service

MOST_PER_UNIT = 4
NAMED = "〔{}〕"


class _Offer(Struct, frozen=True):
    """A paper that could be made: how, and about what."""

    paper: Paper
    subject: Subject


def subjects(service: Service, who: Caller, kind: DocumentKind) -> tuple[str, ...]:
    """Return what a template of a kind can be tried on: the newest subjects of each unit that somebody may read."""
    found: list[str] = []
    for short in _units(service, who, kind):
        of_unit = list(dict.fromkeys(str(each.subject) for each in _offers(service, kind, short)))
        found += reversed(of_unit[-MOST_PER_UNIT:])
    return tuple(found)


def tried(service: Service, who: Caller, kind: DocumentKind, received: Received, subject: str) -> Rendering:
    """Return a paper made in a confined process: about a subject, or with the fields' names; raise TemplateError."""
    stationery = stationery_of(service.library.workspace())
    if subject:
        composition = _composed(service, who, kind, subject)
        context = composition.context(typed=received.format is Format.XLSX, linked=received.format is Format.HTML)
        workspace = service.library.workspace()
        pictures = {each.sha256: workspace.picture_data(each.sha256) for each in composition.pictures}
        return attempt(service.confinement, stationery, received, context, Assets(pictures, stationery.profile))
    assets = Assets({}, stationery.profile)
    try:
        return attempt(service.confinement, stationery, received, named(kind), assets)
    except TemplateError:
        # Where a template counts with a field, a name is no number.
        counted = {label: filled(each, full=True) for label, each in shape_of(kind.schema).labels.items()}
        return attempt(service.confinement, stationery, received, counted, assets)


def named(kind: DocumentKind) -> Context:
    """Return a view of a kind in which each field says its own name, and each list has two items."""
    return {label: _named(shape, label) for label, shape in shape_of(kind.schema).labels.items()}


def _named(shape: Shape, name: str) -> Plain:
    if shape.item is not None:
        return [_named(shape.item, name)] * 2
    if shape.labels:
        return {label: _named(each, label) for label, each in shape.labels.items()}
    return True if shape.flag else "" if shape.picture else NAMED.format(name)


def _units(service: Service, who: Caller, kind: DocumentKind) -> Iterable[str]:
    confidential = kind.audience is Audience.CONFIDENTIAL
    return (
        short for short in service.library.workspace().units if may(who, Action.READ, short, confidential=confidential)
    )


def _offers(service: Service, kind: DocumentKind, short: str) -> tuple[_Offer, ...]:
    """Return the papers of a kind that the last year asks for in which a unit has any."""
    ledger = service.library.ledger(short, service.today())
    days = (entry.day for entry in ledger.entries)
    years = {day.year for day in days if day is not None and day <= service.today()} or {service.today().year}
    papers = [each for each in kind.papers if isinstance(each, UnitPaper | OrganisationPaper)]
    for year in sorted(years, reverse=True):
        found = tuple(_Offer(paper, each) for paper in papers for each in paper.subjects(ledger, Period(year)))
        if found:
            return found
    return ()


def _composed(service: Service, who: Caller, kind: DocumentKind, subject: str) -> Composition:
    short = subject.partition("/")[0]
    if short not in set(_units(service, who, kind)):
        raise Refusal(404, "not-found", {"value": subject})
    for offer in _offers(service, kind, short):
        if str(offer.subject) == subject:
            ledger = service.library.ledger(short, service.today())
            if isinstance(offer.paper, UnitPaper):
                return compose(kind, offer.paper, ledger, offer.subject)
            if isinstance(offer.paper, OrganisationPaper):
                return _composed_organisation(service, kind, offer.paper, ledger, offer.subject)
    raise Refusal(404, "not-found", {"value": subject})


def _composed_organisation(
    service: Service, kind: DocumentKind, paper: OrganisationPaper, own: BranchLedger, subject: Subject
) -> Composition:
    workspace, period = service.library.workspace(), subject.period or Period(service.today().year)
    below = [workspace.units[short].unit for short in workspace.tree.below(own.unit.short)]
    digests: Mapping[str, dict[str, dict[str, Plain]]] = {
        unit.short: digest_unit(service.library.ledger(unit.short, service.today()), [kind], [period])[0]
        for unit in below
    }
    return compose_organisation(kind, paper, reduced(own, kind, period, tuple(below), digests), subject)
