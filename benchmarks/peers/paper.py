"""Takes the name of a sample paper, gives all that renderers are asked for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.places import SAMPLES

from docgen.documents import UnitPaper, kind_named
from docgen.formats import Format
from docgen.generation import Composition, compose, dress, papers, stationery_of
from docgen.ledger import BranchLedger
from docgen.model.base import RecordModel
from docgen.model.kinds import MODELS
from docgen.model.subject import Subject
from docgen.records.entry import Entry
from docgen.records.validation import parse
from docgen.renderers import Assets, Template
from docgen.view import Plain
from docgen.workspace import Workspace, load_unit, open_workspace
from docgen.workspace.files import limits_of, read_file
from docgen.workspace.references import KnownIds, References


@dataclass(frozen=True)
class Sample:
    """A record of the sample workspace and the kind of paper that is made of it."""

    unit: str
    record: str
    kind: str

    @property
    def path(self) -> Path:
        """The record's file."""
        return SAMPLES / "支部" / self.unit / "记录" / f"{self.record}.yaml"

    @property
    def subject(self) -> Subject:
        """The record's name."""
        return Subject(self.unit, record=f"{self.unit}/{self.record}")


MINUTES = Sample("四支部", "2020/11/2020-11-06-支委会", "meeting-record")
"""Five topics and an action table of three rows."""
SIGN_IN = replace(MINUTES, kind="sign-in-sheet")
PICTURES = Sample("一支部", "2020/10/2020-10-21-宣传稿", "news-item")
"""Two pictures."""


@dataclass(frozen=True)
class Given:
    """A paper's template, plain data and pictures."""

    template: Template
    context: dict[str, Plain]
    assets: Assets


def given(sample: Sample, format: Format) -> Given:
    """Return what a renderer is given for a sample in a format."""
    workspace = open_workspace(SAMPLES)
    composition = _composed(sample, _ledger(workspace, sample))
    template = stationery_of(workspace).template(sample.kind, format)
    pictures = {each.sha256: workspace.picture_data(each.sha256) for each in composition.pictures}
    return Given(template, composition.context(typed=format is Format.XLSX), Assets(pictures))


def from_file(sample: Sample) -> Callable[[], bytes]:
    """Return what makes the Word file from the record's file, the unit's other records at hand.

    Read, validate, check what it names, put it into a ledger of its unit, say it, render it.
    """
    workspace = open_workspace(SAMPLES)
    folder, stationery = workspace.unit(sample.unit), stationery_of(workspace)
    records, limits = load_unit(workspace, sample.unit), limits_of(workspace.settings.limits)
    name = str(sample.subject)
    others = [each for each in records.entries if each.id != name]
    references = References(workspace, folder, KnownIds({each.id for each in records.entries}, records.unread))

    def make() -> bytes:
        (record,), _ = read_file(workspace.root, sample.path, limits)
        model, _ = parse(record, MODELS)
        if not isinstance(model, RecordModel):
            raise TypeError(name)
        entry = Entry(name, sample.unit, model, record.source)
        list(references.check(entry))
        entries = [*others, entry]
        ledger = BranchLedger(records.unit, records.source, workspace.settings, entries, records.pictures)
        return dress(_composed(sample, ledger), Format.DOCX, stationery, workspace.picture_data).content

    return make


def _ledger(workspace: Workspace, sample: Sample) -> BranchLedger:
    records = load_unit(workspace, sample.unit)
    return BranchLedger(records.unit, records.source, workspace.settings, records.entries, records.pictures)


def _composed(sample: Sample, ledger: BranchLedger) -> Composition:
    kind = kind_named(sample.kind)
    return compose(kind, next(papers(kind, UnitPaper)), ledger, sample.subject)
