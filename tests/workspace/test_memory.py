"""What a process remembers of files, and drafts over them."""

from __future__ import annotations

import os
import pickle
import shutil
from datetime import date
from pathlib import Path

import pytest

import docgen
from docgen.generation import check, open_ledger, subject_named
from docgen.workspace import Workspace, load_unit, open_workspace
from docgen.workspace.memory import Memory

SAMPLES = Path(__file__).parents[2] / "samples"
BRANCH = "一支部"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    root = tmp_path / "工作区"
    shutil.copytree(SAMPLES, root, ignore=shutil.ignore_patterns(".docgen", "broken"))
    return open_workspace(root, Memory())


def record_file(workspace: Workspace) -> Path:
    entry = load_unit(workspace, BRANCH).entries[0]
    return workspace.root / entry.source.file


def test_unchanged_files_are_not_read_again(workspace: Workspace) -> None:
    assert load_unit(workspace, BRANCH) is load_unit(workspace, BRANCH)
    assert open_ledger(workspace, BRANCH) is open_ledger(workspace, BRANCH)


def test_of_a_changed_unit_only_the_changed_file_is_read_again(workspace: Workspace) -> None:
    before = {entry.id: entry.model for entry in load_unit(workspace, BRANCH).entries}
    path = record_file(workspace)
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n备注: 改过\n", "utf-8")
    after = {entry.id: entry.model for entry in load_unit(workspace, BRANCH).entries}
    assert [each for each in after if after[each] is not before[each]] == [load_unit(workspace, BRANCH).entries[0].id]


@pytest.mark.parametrize("what", ["new", "gone", "same-size"])
def test_every_change_of_a_folder_is_seen(workspace: Workspace, what: str) -> None:
    before = load_unit(workspace, BRANCH)
    path = record_file(workspace)
    if what == "new":
        shutil.copy(path, path.with_name("又一条.yaml"))
    elif what == "gone":
        path.unlink()
    else:
        # As an atomic writer does it: another file of the same size and time in its place.
        other = path.with_name("other.tmp")
        other.write_bytes(path.read_bytes())
        os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
        other.replace(path)
    assert load_unit(workspace, BRANCH) is not before


def test_a_draft_lies_over_a_file_and_the_file_stays(workspace: Workspace) -> None:
    path = record_file(workspace)
    saved = path.read_bytes()
    drafted = workspace.with_drafts({path: "类型: 会议\n会议类型: 支委会\n".encode()})
    codes = {each.code for each in check(drafted, [subject_named(workspace, BRANCH)], on=date(2020, 12, 31)).findings}
    assert "field-missing" in codes
    assert path.read_bytes() == saved
    assert not [each for each in load_unit(workspace, BRANCH).findings if each.code == "field-missing"]


def test_a_draft_of_a_new_file_is_a_record_and_can_be_rendered(workspace: Workspace, tmp_path: Path) -> None:
    path = record_file(workspace)
    new = path.with_name("2020-03-30-支委会.yaml")
    drafted = workspace.with_drafts({new: path.read_bytes()})
    record = f"{BRANCH}/{new.relative_to(workspace.units[BRANCH].path / '记录').with_suffix('').as_posix()}"
    assert record in {entry.id for entry in load_unit(drafted, BRANCH).entries}
    assert docgen.render(drafted, record, out=tmp_path / "out").outcomes
    assert not new.exists()


def test_another_process_reads_for_itself(workspace: Workspace) -> None:
    load_unit(workspace, BRANCH)
    there: Workspace = pickle.loads(pickle.dumps(workspace))  # noqa: S301 - its own words
    assert load_unit(there, BRANCH) is not load_unit(workspace, BRANCH)


def test_the_longest_unasked_goes_first() -> None:
    memory, made = Memory(most_units=2), list[str]()

    def ask(which: str) -> None:
        memory.once(("unit", which), 1, lambda: made.append(which))

    for which in ("甲", "乙", "甲", "丙", "甲", "乙"):
        ask(which)
    assert made == ["甲", "乙", "丙", "乙"]
