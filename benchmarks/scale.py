"""Takes numbers of branches, gives what an export of so many costs: `python -m benchmarks.scale`."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.exports import Stamps, exported, inner_seconds, papers, room, workspace_of
from benchmarks.loops import Limit
from benchmarks.machine import versions
from benchmarks.places import SAMPLES
from benchmarks.results import keep, result
from benchmarks.rounds import ratio
from benchmarks.running import Run, compile_docgen

DOCX = ("--to", "docx")
SHOWN = 40
# Three minutes each.
LARGE, LARGE_ROUNDS = 1000, 3
# An export without changes takes two seconds, in which a shared machine may be half as fast or twice: the median of some.
AGAIN = 5
CHANGED = "支部/四支部/记录/2020/11/2020-11-06-支委会.yaml"
BEFORE, AFTER = "地点: 总部六楼第四会议室", "地点: 总部六楼第五会议室"


def sizes(branches: list[int], months: int, jobs: int, rounds: int) -> None:
    """Export workspaces of several sizes: seconds a branch, and the memory of the process that drives."""
    values: dict[str, list[float]] = {}
    peaks: dict[str, int] = {}
    facts: dict[str, int | float] = {"months": months, "jobs": jobs}
    for number in range(rounds):
        for size in branches:
            if size >= LARGE and number >= LARGE_ROUNDS:
                continue
            out = room() / "out"
            done = exported(workspace_of(size, months), out, *DOCX, "--jobs", str(jobs))
            values.setdefault(f"branch-{size}", []).append(done.seconds / size)
            values.setdefault(f"inner-{size}", []).append(inner_seconds(out) / size)
            facts[f"papers-{size}"] = len(papers(out)) - 1
            peaks[f"driver-{size}"] = max(peaks.get(f"driver-{size}", 0), done.own)
            print(size, f"{done.seconds / size:.3f} s a branch, driver {done.own / 1e6:.0f} MB", flush=True)
    facts |= further(values, branches)
    keep(result("scale", values=values, peaks=peaks, facts=facts, versions=versions()))


def further(values: Mapping[str, Sequence[float]], branches: Sequence[int]) -> dict[str, float]:
    """Return the seconds that each branch more takes from one size to the next: without what an export takes to begin."""
    seconds = {size: median(values[f"inner-{size}"]) * size for size in branches}
    steps = pairwise(branches)
    return {f"further-{more}": round((seconds[more] - seconds[less]) / (more - less), 3) for less, more in steps}


def workers(branches: int, months: int, rounds: int) -> None:
    """Export by one and by two processes, by turns; between them the machine itself is looked at."""
    values: dict[str, list[float]] = {"one": [], "two": []}
    limit = Limit()
    for _ in range(rounds):
        for name, jobs in (("one", 1), ("two", 2)):
            values[name].append(_plain(branches, months, "--jobs", str(jobs)).seconds)
            limit.look()
    print(f"two workers: {ratio(values['one'], values['two']):.2f} × one, two loops {limit.times:.2f} ×")
    facts = {"branches": branches, "months": months, "limit": limit.times}
    keep(result("workers", values=values, facts=facts, versions=versions()))


def again(rounds: int) -> None:
    """Export the samples' year with pdf, once more without changes, and once more with one record changed."""
    found = [_thrice() for _ in range(rounds)]
    values = {
        name: [each.seconds[number] for each in found] for number, name in enumerate(("first", "again", "changed"))
    }
    last = found[-1]
    facts = {
        "files": last.files,
        "touched": max(len(each.touched) for each in found),
        "touched-files": "\n".join(last.touched[:SHOWN]),
        "rewritten": len(last.rewritten),
        "needless": last.needless,
        "rewritten-files": "\n".join(last.rewritten[:SHOWN]),
    }
    print({name: median(each) for name, each in values.items()}, facts)
    keep(result("again", values=values, facts=facts, versions=versions()))


@dataclass(frozen=True)
class _Thrice:
    """Three exports into one folder: their seconds, what the second wrote, what the third wrote, and how much of that was new.

    The second is repeated.
    """

    seconds: tuple[float, float, float]
    files: int
    touched: list[str]
    rewritten: list[str]
    needless: int


def _thrice() -> _Thrice:
    out, workspace = room() / "out", room() / "workspace"
    shutil.copytree(SAMPLES, workspace, ignore=shutil.ignore_patterns("output", "broken"))
    first = exported(workspace, out).seconds
    before = Stamps.of(out)
    second = median(exported(workspace, out).seconds for _ in range(AGAIN))
    after, content = Stamps.of(out), papers(out)
    _change(workspace / CHANGED)
    third = exported(workspace, out).seconds
    rewritten, now = Stamps.of(out).changed(after), papers(out)
    needless = sum(now.get(name) == content.get(name) for name in rewritten)
    return _Thrice((first, second, third), len(now), after.changed(before), rewritten, needless)


def _plain(branches: int, months: int, *options: str) -> Run:
    return exported(workspace_of(branches, months), room() / "out", *DOCX, *options)


def _change(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if BEFORE not in text:
        raise RuntimeError(f"{path}: {BEFORE}")
    path.write_text(text.replace(BEFORE, AFTER), encoding="utf-8")


def main() -> None:
    """Measure what is asked for and keep it for the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("part", nargs="*", choices=["sizes", "workers", "again", []], help="default: all three")
    parser.add_argument("--branches", type=int, nargs="+", default=[10, 100, 1000], help="sizes; default: 10 100 1000")
    parser.add_argument("--months", type=int, default=3, choices=range(3, 13), help="months with records; default: 3")
    parser.add_argument("--jobs", type=int, default=2, help="workers of the sizes")
    parser.add_argument("--workers-branches", type=int, default=100, help="branches for two workers against one")
    parser.add_argument(
        "--rounds", type=int, default=5, help="rounds; sizes of 1000 and more are measured three times at most"
    )
    asked = parser.parse_args()
    parts = asked.part or ["sizes", "workers", "again"]
    compile_docgen()
    if "sizes" in parts:
        sizes(asked.branches, asked.months, asked.jobs, asked.rounds)
    if "workers" in parts:
        workers(asked.workers_branches, asked.months, asked.rounds)
    if "again" in parts:
        again(asked.rounds)


if __name__ == "__main__":
    main()
