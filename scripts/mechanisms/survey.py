"""Takes the sample workspace, gives of each mechanism its records, the rules that look at them, the papers that tell of them."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from scripts.mechanisms.table import MECHANISMS

from docgen.documents import KINDS
from docgen.export import export
from docgen.formats import Format
from docgen.generation import open_ledger
from docgen.ledger.branch import AnyEntry
from docgen.model.base import RecordModel, label_of
from docgen.model.meeting import Meeting
from docgen.model.period import Period
from docgen.rules import RULES, owed
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
    for rule, kinds in broken_kinds().items():
        for each in MECHANISMS:
            if any(each.is_meant(*kind) for kind in kinds):
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


def sources_of_papers(workspace: Workspace) -> dict[str, set[str]]:
    """Return of each kind of paper the ids of the records behind all of the samples' papers."""
    sources: dict[str, set[str]] = defaultdict(set)
    asked = [kind.name for kind in KINDS if kind.on_request and not kind.binds]
    with tempfile.TemporaryDirectory() as folder:
        orders = [((), "usual"), *([(asked, "asked")] if asked else [])]
        for kinds, name in orders:
            done = export(workspace, YEAR, kinds=kinds, to=[Format.HTML], out=Path(folder) / name, jobs=2, on=DAY)
            for outcome in done.outcomes:
                sources[outcome.kind] |= set(outcome.sources)
    return sources
