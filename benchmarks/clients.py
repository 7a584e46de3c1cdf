"""Takes a number of clients and seconds, gives how the service answered them, and what its files say afterwards.

`python -m benchmarks.clients`: each client edits a shared record, has a paper made of it and asks for a list, again and
again. An edit adds a mark of its own to the note of the record, so that a lost edit is a mark that is missing in the end.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
from benchmarks.exports import workspace_of
from benchmarks.machine import versions
from benchmarks.places import BENCH, DOCGEN
from benchmarks.results import keep, result
from benchmarks.running import compile_docgen, start
from benchmarks.tables import percentile_table

from docgen.editing import Editor
from docgen.export import proofs
from docgen.records.reading import read_text
from docgen.workspace import load_unit, open_workspace
from docgen.workspace.files import RECORD_SUFFIX
from docgen.workspace.memory import Memory

BRANCHES, MONTHS = 100, 12
SHARED = 20
KIND = "meeting-record"
NOTE = "备注"
LOG = BENCH / "clients.log"
UNTIL_UP = 60.0
WARM = 3
TEMPORARY = ".docgen-"


@dataclass
class Seen:
    """What the clients saw: seconds by what was asked, status codes, marks that were acknowledged, by record."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    codes: dict[int, int] = field(default_factory=dict)
    marks: dict[str, set[str]] = field(default_factory=dict)
    halves: list[str] = field(default_factory=list)

    async def timed(self, name: str, asked: Awaitable[httpx2.Response]) -> httpx2.Response:
        """Wait for an answer and note how long it took."""
        begun = time.perf_counter()
        answer = await asked
        self.seconds.setdefault(name, []).append(time.perf_counter() - begun)
        self.codes[answer.status_code] = self.codes.get(answer.status_code, 0) + 1
        return answer


@dataclass(frozen=True)
class Client:
    """One of those who work at the same records: its number, its connection, where it notes what it sees."""

    number: int
    http: httpx2.AsyncClient
    seen: Seen
    records: tuple[str, ...]

    async def work(self, until: float) -> None:
        """Edit, have a paper made, list, until the time is over."""
        turn = 0
        while time.monotonic() < until:
            record = self.records[(self.number + turn) % len(self.records)]
            await self.edit(record, f"{self.number}-{turn}")
            wish = {"subjects": [record], "kinds": [KIND], "to": ["docx"]}
            await self.seen.timed("render", self.http.post("/api/v1/render", json=wish))
            await self.seen.timed("list", self.http.get("/api/v1/records", params={"size": 50}))
            turn += 1

    async def edit(self, record: str, mark: str) -> None:
        """Add a mark to the note of a record; where somebody was quicker, read again and try again."""
        while True:
            read = await self.seen.timed("read", self.http.get("/api/v1/record", params={"id": record}))
            known: dict[str, Any] = read.json()
            data = {**known["data"], NOTE: f"{known['data'].get(NOTE, '')} {mark}".strip()}
            asked = self.http.put(
                "/api/v1/record", params={"id": record}, json=data, headers={"if-match": f'"{known["etag"]}"'}
            )
            answer = await self.seen.timed("write", asked)
            if answer.status_code == 200:
                self.seen.marks.setdefault(record, set()).add(mark)
                return
            if answer.status_code not in {412, 503}:
                raise RuntimeError(answer.text)


async def look(root: Path, seen: Seen, until: float) -> None:
    """Read the record files over and over as somebody's editor would; what does not read whole is noted."""
    files = sorted(root.rglob(f"*{RECORD_SUFFIX}"))[:200]
    while time.monotonic() < until:
        for path in files:
            records, _ = read_text(path.read_bytes(), path.name)
            if not records:
                seen.halves.append(str(path))
            await asyncio.sleep(0.005)


@asynccontextmanager
async def service(root: Path) -> AsyncIterator[str]:
    """Serve a workspace by its own process, as an office does; end it as Ctrl-C does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = start([*DOCGEN, "-C", str(root), "serve", "--port", str(port)], LOG)
    home = f"http://127.0.0.1:{port}"
    try:
        await _up(home)
        yield home
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()


async def _up(home: str) -> None:
    async with httpx2.AsyncClient(base_url=home, timeout=UNTIL_UP) as http:
        until = time.monotonic() + UNTIL_UP
        while time.monotonic() < until:
            try:
                if (await http.get("/api/v1/health")).status_code == 200:
                    return
            except httpx2.TransportError:
                await asyncio.sleep(0.1)
    raise RuntimeError(LOG.read_text(encoding="utf-8"))


async def crowd(root: Path, clients: int, seconds: float) -> Seen:
    """Let clients work at once; the first answers, for which everything is read, are not counted."""
    seen, records = Seen(), shared(root)
    limits = httpx2.Limits(max_connections=clients + 1)
    async with (
        service(root) as home,
        httpx2.AsyncClient(base_url=home, timeout=60, limits=limits, trust_env=False) as http,
    ):
        for _ in range(WARM):
            await Client(0, http, Seen(), records).work(time.monotonic() + 0.1)
        alone = Seen()
        await Client(0, http, alone, records).work(time.monotonic() + seconds / 10)
        seen.seconds |= {f"{name}-alone": values for name, values in alone.seconds.items()}
        seen.marks = alone.marks
        until = time.monotonic() + seconds
        working = [Client(number, http, seen, records).work(until) for number in range(1, clients + 1)]
        await asyncio.gather(*working, look(root, seen, until))
    return seen


def shared(root: Path) -> tuple[str, ...]:
    """Return records of several branches at which all clients work."""
    workspace = open_workspace(root)
    found = []
    for short in list(workspace.units)[1 : SHARED + 1]:
        meetings = (entry.id for entry in load_unit(workspace, short).entries if entry.model.kind == "会议")
        found += [next(meetings)]
    return tuple(found)


def without_http(root: Path, rounds: int) -> list[float]:
    """Return how long the same paper takes in a warm process, without HTTP."""
    workspace, record = open_workspace(root, Memory()), shared(root)[0]
    make: Callable[[], object] = lambda: proofs(workspace, record, kinds=[KIND])  # noqa: E731
    make()
    found = []
    for _ in range(rounds):
        begun = time.perf_counter()
        make()
        found.append(time.perf_counter() - begun)
    return found


def facts(root: Path, seen: Seen) -> dict[str, int]:
    """Return what the files say afterwards: lost edits, half files, files that the journal does not replay."""
    workspace = open_workspace(root)
    lost = 0
    for record, marks in seen.marks.items():
        stored = Editor(root).read(workspace, record)
        lost += len(marks - set(str(stored.data.get(NOTE, "")).split()))
    replayed = Editor(root).replayed()
    differing = [name for name, sha256 in replayed.items() if _digest(root / name) != sha256]
    return {
        "crowd-records": sum(len(load_unit(workspace, short).entries) for short in workspace.units),
        "crowd-edits": sum(map(len, seen.marks.values())),
        "crowd-late": seen.codes.get(412, 0),
        "crowd-busy": seen.codes.get(503, 0),
        "crowd-faults": sum(count for code, count in seen.codes.items() if code >= 500 and code != 503),
        "crowd-lost": lost,
        "crowd-halves": len(seen.halves),
        "crowd-replayed": len(replayed),
        "crowd-differing": len(differing),
        "crowd-left": sum(1 for _ in root.rglob(f"{TEMPORARY}*")),
    }


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def main() -> None:
    """Let the clients work, look at the files, and keep it for the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.clients", description=__doc__)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--branches", type=int, default=BRANCHES)
    asked = parser.parse_args()
    compile_docgen()
    with tempfile.TemporaryDirectory(dir=BENCH) as folder:
        root = Path(folder) / "工作区"
        shutil.copytree(workspace_of(asked.branches, MONTHS), root)
        seen = asyncio.run(crowd(root, asked.clients, asked.seconds))
        found = facts(root, seen)
        seen.seconds["render-plain"] = without_http(root, 200)
    print(percentile_table(seen.seconds))
    print(*(f"{name}: {value}" for name, value in found.items()), sep="\n")
    known = {"crowd-clients": asked.clients, "crowd-seconds": int(asked.seconds), **found}
    keep(result("clients", values=seen.seconds, facts=known, versions=versions()))


if __name__ == "__main__":
    main()
