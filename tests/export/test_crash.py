"""Takes an export that is killed or interrupted at some moment, gives what lies in the folder, and what the next one makes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.export import export
from docgen.export.state import FOLDER
from docgen.outputs.files import TEMPORARY
from docgen.workspace import Workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
COMMAND = [sys.executable, "-m", "docgen", "export", "2020", "--to", "docx,html", "--jobs", "2", "--out"]
PATIENCE = 60


def begun(workspace: Workspace, out: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, str(out)], cwd=workspace.root, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip


def wait_for_files(out: Path, least: int) -> None:
    end = time.monotonic() + PATIENCE
    while len(list(written(out))) < least:
        assert time.monotonic() < end
        time.sleep(0.005)


def written(out: Path) -> Iterator[Path]:
    """Yield the files that were written, whether or not they have taken their places."""
    return (path for path in out.rglob("*.*") if FOLDER not in path.parts and path.is_file())


def finished(out: Path) -> Iterator[Path]:
    return (path for path in out.rglob("*-*.*") if not path.name.startswith(TEMPORARY) and FOLDER not in path.parts)


def contents(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(finished(out))}


def no_half_file(out: Path) -> None:
    for path in finished(out):
        if path.suffix == ".docx":
            assert zipfile.ZipFile(path).testzip() is None
        else:
            assert path.read_text(encoding="utf-8").rstrip().endswith("</html>")


@pytest.fixture
def undisturbed(founded: Workspace) -> tuple[dict[str, bytes], bytes]:
    done = export(founded, "2020", to=["docx", "html"], out=founded.root / "ungestört")
    assert done.manifest is not None
    return contents(done.order.out), done.manifest.read_bytes()


@pytest.mark.parametrize("files", [1, 15, 40])
def test_after_a_kill_no_half_file_lies_there_and_the_next_export_completes(
    founded: Workspace, undisturbed: tuple[dict[str, bytes], bytes], files: int
) -> None:
    papers, manifest = undisturbed
    out = founded.root / "out"
    driver = begun(founded, out)
    wait_for_files(out, files)
    os.kill(driver.pid, signal.SIGKILL)
    driver.communicate()

    no_half_file(out)
    early = {path: path.stat().st_mtime_ns for path in finished(out)}
    done = export(founded, "2020", to=["docx", "html"], out=out)

    assert contents(out) == papers
    assert (out / "manifest.json").read_bytes() == manifest
    assert not (out / FOLDER).exists()
    assert not list(out.rglob(f"{TEMPORARY}*"))
    assert {path: path.stat().st_mtime_ns for path in early} == early
    assert done.tally.edited == []


def test_the_workers_end_with_their_driver(founded: Workspace) -> None:
    out = founded.root / "out"
    driver = begun(founded, out)
    wait_for_files(out, 1)
    os.kill(driver.pid, signal.SIGKILL)
    driver.communicate()
    end = time.monotonic() + PATIENCE
    while _group(driver.pid):
        assert time.monotonic() < end
        time.sleep(0.01)


def test_an_interrupt_ends_cleanly_and_says_how_to_go_on(
    founded: Workspace, undisturbed: tuple[dict[str, bytes], bytes]
) -> None:
    papers, manifest = undisturbed
    out = founded.root / "out"
    driver = begun(founded, out)
    wait_for_files(out, 5)
    os.killpg(driver.pid, signal.SIGINT)
    _, told = driver.communicate(timeout=PATIENCE)

    assert driver.returncode == 130
    assert "Traceback" not in told
    assert "再运行" in told
    no_half_file(out)
    assert not (out / "manifest.json").exists()
    export(founded, "2020", to=["docx", "html"], out=out)
    assert contents(out) == papers
    assert json.loads((out / "manifest.json").read_bytes()) == json.loads(manifest)


def _group(leader: int) -> list[str]:
    """Return the processes of a group that are still there."""
    members = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            _, _, rest = stat.read_text().rpartition(")")
        except OSError:
            continue
        state, _, group = rest.split()[:3]
        if int(group) == leader and state != "Z":
            members.append(stat.parent.name)
    return members
