"""Takes the sample workspace, gives of each mechanism its records, the rules that look at them, the papers that tell of them."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml
from scripts.mechanisms.table import MECHANISMS

from docgen.documents import KINDS, DocumentKind, UnitPaper
from docgen.export import export
from docgen.formats import Format
from docgen.generation import check, open_ledger
from docgen.ledger.branch import AnyEntry
from docgen.model.base import RecordModel, label_of
from docgen.model.kinds import MODELS
from docgen.model.meeting import Meeting, MeetingType
from docgen.model.period import Period
from docgen.rules import RULES, owed
from docgen.rules.case import Case
from docgen.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
BROKEN = ROOT / "samples/broken"
YEAR, DAY = Period(2020), date(2020, 12, 31)
TYPE, MEETING_TYPE = label_of(RecordModel, "kind"), label_of(Meeting, "type")


@dataclass
class Found:
    """What the samples show of one mechanism: records, ids of rules, names of kinds of papers."""

    entries: list[AnyEntry] = field(default_factory=list)
    rules: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    @property
    def richest(self) -> list[AnyEntry]:
        """The records, that which says most first."""
        return sorted(self.entries, key=lambda entry: (-len(str(entry.model)), entry.id))


def survey(workspace: Workspace) -> dict[str, Found]:
    """Return what the samples show, by the mechanism's name."""
    found = {each.name: Found() for each in MECHANISMS}
    named = _records(workspace, found)
    for each in MECHANISMS:
        # A paper may say a record's words without counting it; the picture proves that there is one.
        found[each.name].documents.update(filter(None, [each.shown]))
    for rule, kinds in broken_kinds().items():
        for each in MECHANISMS:
            if any(each.is_meant(*kind) for kind in kinds):
                found[each.name].rules.add(rule)
    for rule, kind, types in asked_for(workspace):
        for each in MECHANISMS:
            if (
                each.kind == kind
                and not each.first_topic
                and not (each.types and types and not types & set(each.types))
            ):
                found[each.name].rules.add(rule)
    for document, sources in sources_of_papers(workspace).items():
        for name in {name for source in sources for name in named.get(source, ())}:
            found[name].documents.add(document)
    return found


def _records(workspace: Workspace, found: Mapping[str, Found]) -> Mapping[str, set[str]]:
    """Find the records of each mechanism and the rules that ask for them; return the mechanisms of each record."""
    named: dict[str, set[str]] = defaultdict(set)
    for short in workspace.units:
        ledger = open_ledger(workspace, short, DAY)
        for entry in ledger.entries:
            for each in MECHANISMS:
                if each.is_of(entry):
                    found[each.name].entries.append(entry)
                    named[entry.id].add(each.name)
        for duty in owed(ledger, YEAR.year, DAY):
            for name in {name for record in duty.records for name in named[record]}:
                found[name].rules.add(duty.rule)
    return named


@cache
def broken_kinds() -> Mapping[str, frozenset[tuple[str, str]]]:
    """Return of each rule the kinds of records that its broken samples change, with the type of a meeting."""
    ids = sorted((rule.id for rule in RULES), key=len, reverse=True)
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for folder in sorted(each for each in BROKEN.iterdir() if each.is_dir()):
        rule = next((each for each in ids if folder.name == each or folder.name.startswith(f"{each}-")), None)
        for path in folder.rglob("记录/**/*.yaml") if rule else ():
            for document in yaml.load_all(path.read_text(encoding="utf-8"), yaml.BaseLoader):
                if isinstance(document, dict) and rule:
                    found[rule].add((str(document.get(TYPE, "")), str(document.get(MEETING_TYPE, ""))))
    return {rule: frozenset(kinds) for rule, kinds in found.items()}


def asked_for(workspace: Workspace) -> set[tuple[str, str, frozenset[MeetingType]]]:
    """Return which rule asks the ledger for which kind of record, with the types of meetings where it names them."""
    found: set[tuple[str, str, frozenset[MeetingType]]] = set()
    ask = Case.of

    def heard(case: Case[Any], kind: type[RecordModel], *rest: Any, **where: Any) -> Any:
        types = where.get("type", ())
        named = frozenset([types] if isinstance(types, MeetingType) else types)
        # Who asks for records of all kinds looks at what they have in common.
        if kind is not RecordModel:
            found.update(
                (case.applied.rule.id, label, named) for label, model in MODELS.items() if issubclass(model, kind)
            )
        return ask(case, kind, *rest, **where)

    with patch.object(Case, "of", heard):
        check(workspace, on=DAY)
    return found


def sources_of_papers(workspace: Workspace) -> dict[str, set[str]]:
    """Return of each kind of paper the ids of the records behind all of the samples' papers."""
    sources: dict[str, set[str]] = defaultdict(set)
    asked = [kind.name for kind in KINDS if not kind.binds and (kind.on_request or _has_more_on_request(kind))]
    with tempfile.TemporaryDirectory() as folder:
        orders = [((), "usual"), *([(asked, "asked")] if asked else [])]
        for kinds, name in orders:
            done = export(workspace, YEAR, kinds=kinds, to=[Format.HTML], out=Path(folder) / name, jobs=2, on=DAY)
            for outcome in done.outcomes:
                sources[outcome.kind] |= set(outcome.sources)
    return sources


def _has_more_on_request(kind: DocumentKind) -> bool:
    return any(isinstance(paper, UnitPaper) and paper.on_request for paper in kind.papers)
