"""Takes what units told of a month and a 简报 as data, gives the editor's desk: what can be printed, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from docgen.documents.bulletin.choice import Told, dated
from docgen.documents.bulletin.entries import COLUMNS, FACTS, HEADLINES, NEWS
from docgen.records.record import Written
from docgen.web.bulletins.written import (
    ABSTRACT,
    BY_ABSTRACT,
    COMMA,
    ITEM,
    LISTED,
    NUMBERS,
    PARAGRAPHS,
    PEOPLE,
    RECIPIENTS,
    SHORTENED,
    WAYS,
    WHOLE,
    References,
    Units,
    mappings,
    texts,
    told_in,
)


class Piece(Struct, frozen=True):
    """A piece of news on the desk; `undecided` says that nobody decided about it yet, `cut` how much of it is printed."""

    id: str
    unit: str
    headline: str
    contributor: str
    date: str
    column: str
    paragraphs: int
    has_lead: bool
    pictures: int
    chosen: bool
    leads: bool
    undecided: bool
    cut: str = WHOLE
    abstract: str = ""

    @property
    def cuts(self) -> tuple[int, ...]:
        """To how many paragraphs it can be shortened; to none only where a lead stays."""
        return tuple(range(0 if self.has_lead else 1, self.paragraphs))


class Fact(Struct, frozen=True):
    """Something that was done and no news tells of: it is printed in one line unless it is left out."""

    id: str
    unit: str
    title: str
    date: str
    where: str
    chosen: bool


class Section(Struct, frozen=True):
    """One column of the paper: its news in order, then its facts."""

    name: str
    pieces: tuple[Piece, ...] = ()
    facts: tuple[Fact, ...] = ()


class Desk(Struct, frozen=True):
    """An issue under work; `strays` are references, as (list, text), to what the month does not offer."""

    sections: tuple[Section, ...]
    details: Mapping[str, str]
    strays: tuple[tuple[str, str], ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All news."""
        return tuple(each for section in self.sections for each in section.pieces)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts."""
        return tuple(each for section in self.sections for each in section.facts)


def lay_out(units: Units, data: Mapping[str, Written], own: str) -> Desk:
    """Return the desk of an issue whose record says `data`; without 要目 all news stand in it, as on paper."""
    refers = References(units, own)
    known = {each["id"]: each for each in told_in(units, NEWS)}
    listed, leading, omitted = (refers.ids(data.get(part)) for part in LISTED)
    listed = listed or [each["id"] for each in dated(known.values())]
    chosen = [each for each in dict.fromkeys((*leading, *listed)) if each in known and each not in omitted]
    rest = [each["id"] for each in dated(known.values()) if each["id"] not in chosen]
    cuts = {refers.id(str(each.get(ITEM, ""))): _cut(each) for each in mappings(data.get(SHORTENED))}
    pieces = [
        _piece(
            known[each],
            chosen=each in chosen,
            leads=each in leading,
            undecided=each not in chosen and each not in omitted,
            cut=cuts.get(each, (WHOLE, "")),
        )
        for each in (*chosen, *rest)
    ]
    facts = dated(told_in(units, FACTS))
    sections = tuple(_section(name, pieces, facts, set(omitted)) for name in COLUMNS)
    offered = known.keys() | {each["id"] for each in facts}
    strays = ((part, text) for part in LISTED for text in texts(data.get(part)) if refers.id(text) not in offered)
    return Desk(
        tuple(each for each in sections if each.pieces or each.facts or each.name == HEADLINES),
        _details(data),
        tuple(dict.fromkeys(strays)),
    )


def only_of(desk: Desk, unit: str) -> Desk:
    """Return what one unit may see of a desk: its own news and facts."""
    sections = (
        Section(
            each.name,
            tuple(piece for piece in each.pieces if piece.unit == unit),
            tuple(fact for fact in each.facts if fact.unit == unit),
        )
        for each in desk.sections
    )
    return Desk(tuple(each for each in sections if each.pieces or each.facts), {})


def _piece(told: Told, *, chosen: bool, leads: bool, undecided: bool, cut: tuple[str, str]) -> Piece:
    return Piece(
        told["id"],
        told["unit"],
        told["headline"],
        told["contributor"],
        told["date"],
        told["column"],
        len(told["body"]),
        bool(told["lead"]),
        len(told["pictures"]),
        chosen,
        leads,
        undecided,
        *cut,
    )


def _section(name: str, pieces: Sequence[Piece], facts: Sequence[Told], omitted: set[str]) -> Section:
    """Return a column: the news that lead stand in the first one, wherever they come from."""
    return Section(
        name,
        tuple(each for each in pieces if (HEADLINES if each.leads else each.column) == name),
        tuple(
            Fact(each["id"], each["unit"], each["title"], each["date"], each["where"], each["id"] not in omitted)
            for each in facts
            if each["column"] == name
        ),
    )


def _details(data: Mapping[str, Written]) -> dict[str, str]:
    recipients = data.get(RECIPIENTS)
    ways = recipients if isinstance(recipients, Mapping) else {}
    single = {label: str(data.get(label, "")) for label in (*NUMBERS, *PEOPLE)}
    return single | {way: COMMA.join(texts(ways.get(way))) for way in WAYS}


def _cut(written: Mapping[str, Written]) -> tuple[str, str]:
    abstract = str(written.get(ABSTRACT, "")).strip()
    return (BY_ABSTRACT, abstract) if abstract else (str(written.get(PARAGRAPHS, "")).strip(), "")
