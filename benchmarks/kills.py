"""Takes moments, kills a process that edits records at each, gives whether all agrees: `python -m benchmarks.kills`.

Half of the processes write slowly, so that more of them are met between two steps of one edit.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.machine import versions
from benchmarks.places import BENCH, ROOT
from benchmarks.results import keep, result

from docgen.drafting import found
from docgen.editing import Change, Editor, Verb
from docgen.outputs import digest
from docgen.workspace import Workspace, open_workspace

SEED = 20200701
AT = datetime(2020, 7, 1, 9, tzinfo=UTC)
LONGEST = 0.6
"""Seconds after the first edit within which a process is killed."""
SLOWED = 0.004


@dataclass(frozen=True)
class Killed:
    """One process that was killed: what it had been told was stored, what was found and made good afterwards."""

    slow: bool
    told: int
    finished: int
    torn: bool
    waiting: int
    lost: int
    differing: int
    broken: int
    left: int

    @property
    def is_sound(self) -> bool:
        """Tell whether journal and files agree and nothing lies about."""
        return not (self.lost or self.differing or self.broken or self.left)


def edit(root: Path, seed: int) -> None:
    """Edit records until killed; say of each change, once it is stored, its revision."""
    chance = random.Random(seed)  # noqa: S311 - edits, no secrets
    workspace, editor = open_workspace(root), Editor(root)
    unit = list(workspace.units)[-1]
    ids: list[str] = []
    for number in count():
        _one_edit(editor, workspace, unit, ids, chance, number)
        print(editor.changes(limit=1)[0].revision, flush=True)


def _one_edit(
    editor: Editor, workspace: Workspace, unit: str, ids: list[str], chance: random.Random, number: int
) -> None:
    what = chance.random()
    if len(ids) < 5 or what < 0.1:
        data = {
            "类型": "宣传稿",
            "标题": f"第{number}稿",
            "日期": "2020-07-01",
            "正文": "一段话。\n" * chance.randrange(1, 200),
        }
        ids.append(editor.create(workspace, unit, data, by="甲", at=AT).id)
        return
    record = chance.choice(ids)
    stored = editor.read(workspace, record)
    if what < 0.2:
        ids.remove(record)
        gone = editor.delete(workspace, record, expected=stored.etag, by="甲", at=AT)
        if chance.random() < 0.5:
            ids.append(editor.restore(workspace, gone.revision, by="乙", at=AT).id)
    elif what < 0.6:
        changed = {**stored.data, "备注": f"{os.getpid()}-{number}"}
        editor.replace(workspace, record, changed, expected=stored.etag, by="甲", at=AT)
    else:
        text = f"{stored.text}# {os.getpid()}-{number}\n" if len(stored.text) < 4000 else f"{stored.text[:900]}\n"
        editor.replace(workspace, record, text, expected=stored.etag, by="乙", at=AT)


def slow_down() -> None:
    """Let every flush to disk take a while, before and after."""
    flush = os.fsync

    def slowly(fd: Any) -> None:
        time.sleep(random.uniform(0, SLOWED))  # noqa: S311 - pauses, no secrets
        flush(fd)
        time.sleep(random.uniform(0, SLOWED))  # noqa: S311 - pauses, no secrets

    os.fsync = slowly


def kill_one(root: Path, seed: int, after: float, *, slow: bool) -> Killed:
    """Kill a process that edits, recover, and look whether everything agrees."""
    command = [sys.executable, "-m", "benchmarks.kills", "--edit", str(root), "--seed", str(seed)]
    process = subprocess.Popen([*command, *(["--slow"] if slow else [])], cwd=ROOT, stdout=subprocess.PIPE)
    if process.stdout is None:
        raise RuntimeError("no pipe")
    first = process.stdout.readline()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    told = [int(line) for line in [first, *process.stdout.read().splitlines(keepends=True)] if line.endswith(b"\n")]
    process.wait()
    journal = root / ".docgen" / "journal"
    torn = any(path.read_bytes()[-1:] not in {b"", b"\n"} for path in journal.glob("*.jsonl"))
    waiting = len(list((journal / "staged").glob("*")))
    editor = Editor(root)
    finished = [change for change in editor.recover() if change.verb is not Verb.OUTSIDE]
    changes = list(all_changes(editor))
    known = {change.revision for change in changes}
    return Killed(
        slow,
        len(told),
        len(finished),
        torn,
        waiting,
        sum(revision not in known for revision in told),
        len(differing(root, editor)),
        sum(change.verb is Verb.OUTSIDE for change in changes) + broken_chains(changes),
        len(list((journal / "staged").glob("*"))) + len(list(root.rglob(".docgen-*"))),
    )


def all_changes(editor: Editor) -> Iterator[Change]:
    """Yield every change, the oldest first."""
    last = editor.changes(limit=1)
    for revision in range(1, last[0].revision + 1 if last else 1):
        yield editor.change(revision)


def differing(root: Path, editor: Editor) -> set[str]:
    """Return the files that do not hold what the journal says, those that it does not know among them."""
    said = {file: known for file, known in editor.replayed().items() if known is not None}
    there = {
        path.relative_to(root).as_posix(): digest(path.read_bytes())
        for path in root.rglob("*.yaml")
        if "2020-07-01" in path.name
    }
    return {file for file in {*said, *there} if said.get(file) != there.get(file)}


def broken_chains(changes: list[Change]) -> int:
    """Count the lines that do not begin with what the one before left of their file."""
    last: dict[str, str | None] = {}
    broken = 0
    for change in changes:
        broken += last.get(change.file) != change.before
        last[change.file] = change.after
    return broken


def main() -> None:
    """Kill, recover, compare, and keep it for the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills", description=__doc__)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--edit", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--slow", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.edit:
        if asked.slow:
            slow_down()
        edit(asked.edit, asked.seed)
    BENCH.mkdir(exist_ok=True)
    chance = random.Random(asked.seed)  # noqa: S311 - moments, no secrets
    with tempfile.TemporaryDirectory(dir=BENCH) as folder:
        root = Path(folder) / "workspace"
        found(root, 2020, "甲公司")
        killed = []
        for number in range(asked.moments):
            killed.append(kill_one(root, asked.seed + number, chance.uniform(0, LONGEST), slow=number % 2 == 1))
            print(killed[-1], flush=True)
        verbs = Counter(change.verb.value for change in all_changes(Editor(root)))
    facts = {
        "kills": len(killed),
        "edits-told": sum(each.told for each in killed),
        "edits-met": sum(each.waiting > 0 for each in killed),
        "edits-finished": sum(each.finished for each in killed),
        "lines-torn": sum(each.torn for each in killed),
        "edits-lost": sum(each.lost for each in killed),
        "files-differing": sum(each.differing for each in killed),
        "lines-broken": sum(each.broken for each in killed),
        "files-left": sum(each.left for each in killed),
    }
    print(dict(verbs))
    print(facts)
    keep(result("kills", facts=facts, versions=versions()))
    sys.exit(not all(each.is_sound for each in killed))


if __name__ == "__main__":
    main()
