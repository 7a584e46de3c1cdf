"""Takes a workspace and options, gives an export made by the command line, and what its folder holds."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.places import BENCH, DOCGEN, LEFT, ROOT, WORKSPACES
from benchmarks.running import Run, run

PERIOD = "2020"
MANIFEST, REPORT = "manifest.json", "run.json"
TEMPORARY = ".docgen-"
LOG = BENCH / "export.log"
_END_OF_PDF = b"%%EOF"


def workspace_of(branches: int, months: int) -> Path:
    """Return a generated workspace of a size, written once."""
    root = WORKSPACES / f"{branches}x{months}"
    if not (root / "docgen.yaml").is_file():
        shutil.rmtree(root, ignore_errors=True)
        sizes = ["--branches", str(branches), "--months", str(months)]
        subprocess.run([sys.executable, "-m", "scripts.samples", *sizes, "--out", str(root)], cwd=ROOT, check=True)
    return root


def room() -> Path:
    """Return a new folder for exports that are timed; what lies there is removed when nothing is timed any more.

    ext4 passes by every file that was removed within the last five minutes, one after the other, each time that it makes a
    new one (`recently_deleted` in fs/ext4/ialloc.c): ten thousand removed files made the next export half as long again.
    """
    LEFT.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(dir=LEFT))


def clear_up() -> None:
    """Remove what timed exports left."""
    shutil.rmtree(LEFT, ignore_errors=True)


def command(workspace: Path, out: Path, *options: str) -> list[str]:
    """Return the command that exports a workspace's year."""
    return [*DOCGEN, "-C", str(workspace), "export", PERIOD, "--out", str(out), *options]


def exported(workspace: Path, out: Path, *options: str) -> Run:
    """Export a workspace's year; raise RuntimeError where that fails."""
    done = run(command(workspace, out, *options), LOG, watched=True)
    if done.code:
        raise RuntimeError(done.said)
    return done


def inner_seconds(out: Path) -> float:
    """Return how long the export took by its own report: without the start of Python."""
    return float(json.loads((out / REPORT).read_text(encoding="utf-8"))["seconds"])


def papers(out: Path) -> dict[str, str]:
    """Return the sha256 of every file of an export but the report of the run and what is hidden."""
    found = {path.relative_to(out).as_posix(): path for path in files(out)}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in sorted(found.items())
        if name != REPORT and not any(part.startswith(".") for part in Path(name).parts)
    }


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Return the files that only one of two exports has, or each with other bytes."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def files(folder: Path) -> Iterator[Path]:
    """Yield every file of a folder."""
    return (path for path in folder.rglob("*") if path.is_file())


@dataclass(frozen=True)
class Stamps:
    """When each file of a folder was written, and where on the disk."""

    known: dict[str, tuple[int, int]]

    @classmethod
    def of(cls, folder: Path) -> Stamps:
        """Look at a folder."""
        known = {}
        for path in files(folder):
            status = path.stat()
            known[path.relative_to(folder).as_posix()] = (status.st_mtime_ns, status.st_ino)
        return cls(known)

    def changed(self, before: Stamps) -> list[str]:
        """Return the files that were written since, the report of the run and what is hidden left out."""
        return sorted(
            name
            for name, stamp in self.known.items()
            if before.known.get(name) != stamp and name != REPORT and not name.startswith(".")
        )


def broken(folder: Path) -> list[str]:
    """Return the files of a folder that are half written; what docgen names temporary may be so."""
    found = (path for path in files(folder) if not path.name.startswith(TEMPORARY))
    return sorted(path.relative_to(folder).as_posix() for path in found if not is_whole(path))


def is_whole(path: Path) -> bool:
    """Tell whether a file can be read to its end, by its kind."""
    content = path.read_bytes()
    if path.suffix in {".docx", ".xlsx"}:
        return _is_zip(path)
    if path.suffix == ".pdf":
        return content.startswith(b"%PDF") and content.rstrip().endswith(_END_OF_PDF)
    if path.suffix == ".json":
        return _is_json(content)
    if path.suffix == ".html":
        return content.rstrip().endswith(b"</html>")
    return True


def _is_zip(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except zipfile.BadZipFile:
        return False


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except ValueError:
        return False
    return True
