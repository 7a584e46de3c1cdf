"""Takes the rules and what an organisation changed of them, gives the rulebook by which it is checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from docgen.findings import Finding, Level
from docgen.model.base import Model, MonthOf, label, label_of
from docgen.model.settings import Settings
from docgen.records.labels import nearest
from docgen.records.record import Mark, Record, Source, marked
from docgen.records.validation import validate
from docgen.rules.catalogue import RULES
from docgen.rules.provision import CASE_JOINT, Applied, Parameters
from docgen.rules.rule import Rule

OVERRIDES = label_of(Settings, "rules")
LIST_SIGN = "、"
NOWHERE = Source("", Mark(0, 0, 0, 0))


class Start(Model):
    """The month from which an organisation keeps records: nothing is owed before."""

    first: MonthOf | None = label("起始月", "从这个月起查应办事项；不写时从有记录的年度查起")


START = label_of(Start, "first")


class Rulebook(Struct, frozen=True):
    """The rules that hold for an organisation, each with its parameters; those switched off are left out."""

    rules: tuple[tuple[Rule[Any], Applied[Any]], ...]
    start: date
    off: frozenset[str]

    def claimed_off(self, code: str) -> bool:
        """Tell whether a code of reading belongs to a rule that is switched off."""
        return any(code in rule.claims for rule in RULES if rule.id in self.off)

    def one(self, rule: str) -> Applied[Any] | None:
        """Return a rule by its id, None where it is switched off."""
        return next((applied for each, applied in self.rules if each.id == rule), None)

    def only(self, ids: Iterable[str]) -> Rulebook:
        """Return the rulebook of some rules."""
        wanted = set(ids)
        return replace(self, rules=tuple(each for each in self.rules if each[0].id in wanted))


def rulebook(settings: Settings) -> Rulebook:
    """Return an organisation's rulebook; a change that cannot be read changes nothing (`complaints` tells of it)."""
    rules = tuple((rule, _applied(rule, settings.rules)) for rule in RULES)
    off = frozenset(rule.id for rule, applied in rules if not applied.parameters.on)
    start, _ = _start(settings.rules, NOWHERE)
    return Rulebook(
        tuple((rule, applied) for rule, applied in rules if applied.parameters.on),
        start.first.start if start and start.first else date.min,
        off,
    )


def complaints(settings: Settings, source: Source) -> tuple[Finding, ...]:
    """Return what is wrong with an organisation's changes: unknown rules and numbers, and what contradicts itself."""
    return tuple(_complaints(settings.rules, source))


def _complaints(overrides: Mapping[str, Any], source: Source) -> Iterator[Finding]:
    known = {rule.id: rule for rule in RULES}
    _, wrong = _start(overrides, source)
    yield from wrong
    for key, written in overrides.items():
        if key in known:
            yield from _read(known[key], written, source)[1]
        elif key != START:
            meant = key.upper().partition(CASE_JOINT)[0]
            near = meant if meant in known else nearest(meant, known)
            values = {"value": key, "near": near, "known": LIST_SIGN.join(known)}
            yield Finding("rule-unknown", Level.ERROR, source.key_place(OVERRIDES, key), values=values)


def _start(overrides: Mapping[str, Any], source: Source) -> tuple[Start | None, list[Finding]]:
    written = {START: overrides[START]} if START in overrides else {}
    return validate(Record(written, _below(source, OVERRIDES)), Start)


def _applied(rule: Rule[Any], overrides: Mapping[str, Any]) -> Applied[Any]:
    if rule.id not in overrides:
        return _default(rule.id)
    parameters, _ = _read(rule, overrides[rule.id], NOWHERE)
    return Applied(rule, parameters) if parameters is not None else _default(rule.id)


@cache
def _default(rule: str) -> Applied[Any]:
    found = next(each for each in RULES if each.id == rule)
    # Defaults need no check, and none is made for them: a test holds them against it.
    return Applied(found, found.parameters.model_construct())


def _read(rule: Rule[Any], written: Any, source: Source) -> tuple[Parameters | None, list[Finding]]:
    """Read what stands under a rule's id; `F5: 否` alone switches it off."""
    here = _below(source, OVERRIDES, rule.id)
    if not isinstance(written, dict):
        written = {label_of(Parameters, "on"): written}
    parameters, findings = validate(Record(written, here), rule.parameters)
    return parameters, findings


def _below(source: Source, *path: str) -> Source:
    """Return the source of what stands at a path, so that places in it are found by their own keys."""
    marks = source.marks
    for step in path:
        below = marks.below
        if isinstance(below, dict) and step in below:
            marks = marked(below[step])
    return Source(source.file, marks)
