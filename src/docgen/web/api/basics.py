"""Takes a kind or a unit, gives what a program must know of it before it writes: fields, formats, people."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query

from docgen.accounts import Action, Caller, may
from docgen.drafting import schema as schema_of
from docgen.model.base import RecordModel, label_of
from docgen.model.kinds import KINDS, RECORD_KINDS
from docgen.model.roster import Roster as UnitRoster
from docgen.model.unit import Member
from docgen.vocabulary.api import TAG_BASICS
from docgen.web.api.answers import refusals
from docgen.web.api.asked import On, Unit
from docgen.web.api.orders import kinds_seen
from docgen.web.api.shapes import Branch, Branches, Kinds, PaperKindShape, Person, RecordKindShape, Roster
from docgen.web.asking import Asked, Who, require, visible_units
from docgen.web.seeing import CONFIDENTIAL_KINDS, unit_seen, unknown
from docgen.web.service import Service

router = APIRouter(tags=[TAG_BASICS])
KIND = label_of(RecordModel, "kind")
CLOSED_RECORDS = frozenset(name for label in CONFIDENTIAL_KINDS for name in (label, KINDS[label].stem))

KindName = Annotated[
    str, Query(description="记录的种类（会议），或 unit 单位、settings 设置；不写是全部记录", max_length=40)
]


@router.get(
    "/kinds",
    summary="有哪些种类",
    description="记录的种类，和能生成的材料（文种）。",
    operation_id="listKinds",
    dependencies=[require(Action.READ)],
    responses=refusals(),
)
def list_kinds(who: Who) -> Kinds:
    """Return the kinds of records and papers that somebody may see."""
    cleared = may(who, Action.READ_CONFIDENTIAL)
    records = [
        RecordKindShape(label=kind.label, stem=kind.stem, confidential=kind.model.confidential)
        for kind in RECORD_KINDS
        if cleared or not kind.model.confidential
    ]
    papers = [
        PaperKindShape(
            name=kind.name,
            label=kind.label,
            audience=kind.audience.value,
            scope=list(dict.fromkeys(paper.scope.value for paper in kind.papers)),
            formats=[each.value for each in kind.formats],
            on_request=kind.on_request,
        )
        for kind in kinds_seen(who)
    ]
    return Kinds(records=records, papers=papers)


@router.get(
    "/schema",
    summary="记录的格式",
    description="JSON Schema：一种记录、单位.yaml 或 docgen.yaml 有哪些栏目，怎么写。",
    operation_id="readSchema",
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
def read_schema(who: Who, kind: KindName = "") -> dict[str, Any]:
    """Return the JSON Schema of a kind of record, of units, of settings, or of all records."""
    if may(who, Action.READ_CONFIDENTIAL):
        return schema_of(kind)
    if kind in CLOSED_RECORDS:
        raise unknown(kind)
    return schema_of(kind) if kind else _without_closed(schema_of())


@router.get(
    "/branches",
    summary="有哪些单位",
    description="看得到的单位，上级在前。",
    operation_id="listBranches",
    dependencies=[require(Action.READ)],
    responses=refusals(),
)
def list_branches(service: Asked, who: Who) -> Branches:
    """Return the tree of units, so far as somebody may see it."""
    return Branches(branches=[Branch(**_branch(service, who, short)) for short in visible_units(service, who)])


@router.get(
    "/branch",
    summary="一个单位的名册",
    description="一个单位和它某一天的名册：谁在册，谁有表决权，谁任什么职。",
    operation_id="readBranch",
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
def read_branch(service: Asked, who: Who, unit: Unit, on: On = None) -> Roster:
    """Return a unit with its roster of a day."""
    short = unit_seen(service, who, unit).short
    roster, day = service.library.workspace().roster(short), on or service.today()
    return Roster(
        **_branch(service, who, short),
        on=day,
        groups=[group.name for group in roster.groups_on(day)],
        people=[_person(roster, member, day) for member in _people(roster, day)],
    )


def _branch(service: Service, who: Caller, short: str) -> dict[str, Any]:
    workspace, seen = service.library.workspace(), visible_units(service, who)
    folder = workspace.units[short]
    superior = workspace.tree.superior(short)
    return {
        "short": short,
        "name": folder.name,
        "type": folder.type.value,
        "superior": superior if superior in seen else None,
        "below": [each for each in workspace.tree.children(short) if each in seen],
    }


def _people(roster: UnitRoster, day: date) -> tuple[Member, ...]:
    """Return who belongs on a day, and who sits on the committee beyond that, everyone once."""
    return tuple({id(each): each for each in (*roster.members_on(day), *roster.committee_members_on(day))}.values())


def _person(roster: UnitRoster, member: Member, day: date) -> Person:
    return Person(
        name=roster.display(member, day),
        number=member.number,
        full=roster.is_full(member, day),
        voter=member in roster.voters_on(day),
        group=roster.group_of(member, day) or None,
        post=roster.post_of(member, day) or None,
    )


def _without_closed(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of all records without the kinds that are confidential."""
    properties = schema["properties"]
    labels = [label for label in properties[KIND]["enum"] if label not in CONFIDENTIAL_KINDS]
    models = {KINDS[label].model.__name__ for label in CONFIDENTIAL_KINDS}
    return schema | {
        "properties": properties | {KIND: {"enum": labels}},
        "allOf": [each for each in schema["allOf"] if each["if"]["properties"][KIND]["const"] in labels],
        "$defs": {name: each for name, each in schema["$defs"].items() if name not in models},
    }
