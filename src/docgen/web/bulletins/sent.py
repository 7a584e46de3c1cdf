"""Takes the desk of a bulletin as a form sends it back, gives the 简报 record that says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from docgen.documents.bulletin.choice import Told, dated
from docgen.documents.bulletin.entries import COLUMNS, FACTS, NEWS
from docgen.records.record import Written
from docgen.web.bulletins.written import (
    ABSTRACT,
    BULLETIN,
    BY_ABSTRACT,
    COLON,
    COMMA,
    COMMAS,
    CONTENTS,
    ITEM,
    KIND,
    LEADING,
    LISTED,
    MONTH,
    NUMBERS,
    OMITTED,
    PARAGRAPHS,
    PEOPLE,
    RECIPIENTS,
    SHORTENED,
    WAYS,
    References,
    Units,
    texts,
    told_in,
)


class Sent(Struct, frozen=True):
    """The desk as a form sends it back: news in order, which are chosen and lead, facts that are printed, cuts."""

    order: tuple[str, ...] = ()
    chosen: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    cuts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    strays: frozenset[str] = frozenset()
    details: Mapping[str, str] = field(default_factory=dict)


def data_of(sent: Sent, units: Units, data: Mapping[str, Written], own: str, month: str) -> dict[str, Written]:
    """Return what the record is to say; what the desk does not show of it stays, and so does how things are referred to."""
    refers = References(units, own)
    spelt = {refers.id(text): text for part in LISTED for text in texts(data.get(part))}
    spell = _Spelling(spelt, own)
    news = {each["id"]: each for each in told_in(units, NEWS)}
    facts = [each["id"] for each in dated(told_in(units, FACTS))]
    order = [each for each in sent.order if each in news]
    chosen = [each for each in order if each in sent.chosen]
    leading = [each for each in chosen if each in sent.leading]
    omitted = [each for each in order if each not in sent.chosen] + [each for each in facts if each not in sent.facts]
    lists = {
        CONTENTS: _settled(chosen, refers.ids(data.get(CONTENTS)), news, set(leading)),
        LEADING: leading,
        OMITTED: sorted(omitted, key=_place_in(refers.ids(data.get(OMITTED)))),
    }
    kept = {part: [text for text in texts(data.get(part)) if f"{part}{COLON}{text}" in sent.strays] for part in LISTED}
    made: dict[str, Written] = {**data, KIND: BULLETIN, MONTH: month}
    made |= {part: [*map(spell, ids), *kept[part]] for part, ids in lists.items()}
    made[SHORTENED] = [_as_written(each, sent.cuts[each], spell) for each in chosen if _is_cut(sent.cuts.get(each))]
    made |= {label: sent.details.get(label, "").strip() for label in (*NUMBERS, *PEOPLE)}
    made[RECIPIENTS] = {way: names for way in WAYS if (names := _names(sent.details.get(way, "")))}
    return {label: value for label, value in made.items() if value not in ("", [], {})}


def sent_of(fields: Iterable[tuple[str, str]]) -> Sent:
    """Read the fields of the desk's form; each piece of news is an `item`, followed by its `cut` and `abstract`."""
    found: dict[str, list[str]] = {}
    for name, value in fields:
        found.setdefault(name, []).append(value)
    order = tuple(dict.fromkeys(found.get("item", ())))
    cuts = zip(found.get("item", ()), found.get("cut", ()), found.get("abstract", ()), strict=False)
    return Sent(
        order,
        frozenset(found.get("chosen", ())),
        frozenset(found.get("leads", ())),
        frozenset(found.get("fact", ())),
        {item: (cut, abstract.strip()) for item, cut, abstract in cuts},
        frozenset(found.get("stray", ())),
        {label: found[label][-1] for label in (*NUMBERS, *PEOPLE, *WAYS) if label in found},
    )


def repeated(earlier: Mapping[str, Written]) -> dict[str, Written]:
    """Return what one issue takes over from the one before: people, recipients, how many are printed."""
    return {label: earlier[label] for label in (*PEOPLE, RECIPIENTS, NUMBERS[-1]) if label in earlier}


class _Spelling(Struct, frozen=True):
    """Writes a record's id as it was written before, else without the organisation's own name."""

    spelt: Mapping[str, str]
    own: str

    def __call__(self, id: str) -> str:
        return self.spelt.get(id) or id.removeprefix(f"{self.own}/")


def _is_cut(cut: tuple[str, str] | None) -> bool:
    return cut is not None and (bool(cut[1]) if cut[0] == BY_ABSTRACT else cut[0].isdigit())


def _as_written(id: str, cut: tuple[str, str], spell: _Spelling) -> Written:
    how, abstract = cut
    return {ITEM: spell(id), ABSTRACT: abstract} if how == BY_ABSTRACT else {ITEM: spell(id), PARAGRAPHS: how}


def _settled(chosen: list[str], before: list[str], news: Mapping[str, Told], leading: set[str]) -> list[str]:
    """Return the 要目 as it was where it prints the same, else the new one."""

    def printed(order: Iterable[str]) -> list[str]:
        return sorted(order, key=lambda each: 0 if each in leading else COLUMNS.index(news[each]["column"]))

    same = set(before) == set(chosen) and printed(before) == printed(chosen)
    return before if same else chosen


def _place_in(order: Sequence[str]) -> Any:
    """Return a key that keeps what was there before in its order, before what is new."""
    places = {each: place for place, each in enumerate(order)}
    return lambda each: places.get(each, len(places))


def _names(text: str) -> list[Written]:
    return [name.strip() for name in text.translate(COMMAS).split(COMMA) if name.strip()]
