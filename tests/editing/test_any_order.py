"""Takes edits, deletions, returns and changes from outside in any order, gives files that are as everybody was told."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule
from tests.editing.conftest import AT, replays

from docgen.drafting import found
from docgen.editing import Editor, Verb
from docgen.editing.sheet import open_sheet
from docgen.records.reading import DEFAULT_LIMITS
from docgen.workspace import open_workspace

pytestmark = pytest.mark.slow

NOTES = st.sampled_from(["一", "二\n三", "a: b", "# 四", "'五'", "  六\n七"])


class Edits(RuleBasedStateMachine):
    """A branch whose records several people change; `texts` is what each was told last."""

    records: Bundle[str] = Bundle("records")
    gone: Bundle[int] = Bundle("gone")

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp()) / "workspace"
        self.texts: dict[str, str] = {}
        self.number = 0

    @initialize()
    def begin(self) -> None:
        found(self.root, 2020, "甲公司")
        self.workspace = open_workspace(self.root)
        self.unit = list(self.workspace.units)[-1]
        self.folder = self.workspace.units[self.unit].path / "记录"
        self.editor = Editor(self.root)

    @rule(target=records, note=NOTES)
    def create(self, note: str) -> str:
        data = {"类型": "宣传稿", "日期": "2020-03-12", "标题": self._next(), "备注": note}
        stored = self.editor.create(self.workspace, self.unit, data, by="甲", at=AT)
        assert stored.id not in self.texts
        self.texts[stored.id] = stored.text
        return stored.id

    @rule(target=records, note=NOTES)
    def create_with_number(self, note: str) -> str:
        data = {"类型": "宣传稿", "编号": self._next(), "备注": note}
        stored = self.editor.create(self.workspace, self.unit, data, by="甲", at=AT)
        self.texts[stored.id] = stored.text
        return stored.id

    @rule(target=records)
    def lay_from_outside(self) -> str:
        number = self._next()
        texts = [f"类型: 宣传稿\n编号: {number}-{each}\n" for each in (1, 2)]
        (self.folder / f"{number}.yaml").write_text("---\n".join(texts), encoding="utf-8")
        first, second = (f"{self.unit}/{number}-{each}" for each in (1, 2))
        self.texts |= {first: texts[0], second: texts[1]}
        return second

    @rule(record=records, note=NOTES)
    def replace(self, record: str, note: str) -> None:
        if record in self.texts:
            stored = self.editor.read(self.workspace, record)
            data = {**stored.data, "备注": note, "标题": self._next()}
            after = self.editor.replace(self.workspace, record, data, expected=stored.etag, by="乙", at=AT)
            assert after.id == record
            self.texts[record] = after.text

    @rule(record=records)
    def change_from_outside(self, record: str) -> None:
        if record in self.texts:
            stored = self.editor.read(self.workspace, record)
            path = self.root / stored.file
            text = f"{stored.text}# {self._next()}\n"
            path.write_bytes(open_sheet(path.read_bytes(), DEFAULT_LIMITS).replaced(stored.number, text))
            self.texts[record] = text

    @rule(target=gone, record=records)
    def delete(self, record: str) -> int:
        if record not in self.texts:
            return 0
        etag = self.editor.read(self.workspace, record).etag
        change = self.editor.delete(self.workspace, record, expected=etag, by="丙", at=AT)
        assert change in self.editor.deleted()
        del self.texts[record]
        return change.revision

    @rule(target=records, revision=consumes(gone))
    def restore(self, revision: int) -> str:
        if not revision:
            return ""
        change = self.editor.change(revision)
        stored = self.editor.restore(self.workspace, revision, by="丁", at=AT)
        assert stored.id not in self.texts
        assert change.before is not None
        assert stored.text in change.before
        self.texts[stored.id] = stored.text
        return stored.id

    @rule(record=records, which=st.integers(0, 9))
    def go_back(self, record: str, which: int) -> None:
        changes = self.editor.changes(record=record)
        if record in self.texts and changes and changes[0].verb is not Verb.DELETED:
            change = changes[which % len(changes)]
            if change.verb in {Verb.REPLACED, Verb.RESTORED} and change.record == record:
                stored = self.editor.restore(self.workspace, change.revision, by="丁", at=AT)
                if stored.id == record:
                    assert change.after is not None
                    assert stored.text in change.after
                self.texts[stored.id] = stored.text

    @rule()
    def start_again(self) -> None:
        self.editor = Editor(self.root)
        self.editor.recover()
        if self.editor.changes():
            assert replays(self.editor)

    @invariant()
    def every_record_is_as_it_was_told(self) -> None:
        for record, text in self.texts.items():
            assert self.editor.read(self.workspace, record).text == text

    def teardown(self) -> None:
        last: dict[str, str | None] = {}
        for change in reversed(self.editor.changes(limit=999)):
            assert last.get(change.file) == change.before
            last[change.file] = change.after
        shutil.rmtree(self.root.parent)

    def _next(self) -> str:
        self.number += 1
        return f"第{self.number}稿"


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=15, stateful_step_count=20)
