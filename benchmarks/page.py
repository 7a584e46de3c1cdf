"""Takes the last results, gives docs/性能.md: `python -m benchmarks.page [PART...]` measures the parts named first."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator, Mapping
from statistics import median

from benchmarks.exports import clear_up
from benchmarks.machine import machine
from benchmarks.places import PAGE, ROOT
from benchmarks.results import Result, kept
from benchmarks.rounds import ratio
from benchmarks.tables import markdown, megabytes, milliseconds, percentile_rows, times
from benchmarks.targets import TARGETS, Target, Unit
from benchmarks.words import (
    DETAILS,
    DISTURBED,
    FACTS,
    FIGURES,
    HEADS,
    INTRODUCTION,
    MACHINE,
    NO,
    NOT_MEASURED,
    PEAKS,
    SECTIONS,
    VERSIONS,
    YES,
    run_line,
    size_line,
)

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "docx": ("benchmarks.peers", "docx"),
    "pdf": ("benchmarks.peers", "pdf"),
    "startup": ("benchmarks.startup",),
    "scale": ("benchmarks.scale", "sizes"),
    "workers": ("benchmarks.scale", "workers"),
    "again": ("benchmarks.scale", "again"),
    "cluster": ("benchmarks.cluster",),
    "clients": ("benchmarks.clients",),
    "kills": ("benchmarks.kills",),
    "crash": ("benchmarks.crash",),
}
BASES = {"docx": "docgen", "pdf": "pdf", "startup": "import-click"}
"""What the ratios of a part's table are to."""
CROWDS = frozenset({"clients"})
"""Parts in which many things were timed once each, and not one thing in rounds."""
MOST_OTHERS = 0.1
"""Above this share of other programs a time decides nothing: what takes longer is interrupted more often."""


def page(results: Mapping[str, Result], about: Mapping[str, str]) -> str:
    """Return the page; what was not measured says so."""
    blocks = [
        INTRODUCTION,
        markdown(HEADS["machine"], _machine(results, about)),
        SECTIONS["targets"],
        markdown(HEADS["targets"], [target_row(each, results) for each in TARGETS]),
    ]
    for part, title in DETAILS.items():
        blocks += [title, *_details(part, results.get(part))]
    return "\n\n".join(blocks) + "\n"


def target_row(target: Target, results: Mapping[str, Result]) -> tuple[str, str, str, str]:
    """Return a target's line: what, wanted, measured, reached."""
    wanted = f"{'≥' if target.least else '≤'} {target.unit.bound(target.bound)}"
    number = target.measured(results)
    if number is None:
        return target.says, wanted, NOT_MEASURED, ""
    if target.unit is not Unit.COUNT and results[target.part].others > MOST_OTHERS:
        return target.says, wanted, target.unit.written(number), DISTURBED
    return target.says, wanted, target.unit.written(number), YES if target.reached(number) else NO


def _machine(results: Mapping[str, Result], about: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((MACHINE[name], text) for name, text in about.items())
    found = {name: text for each in results.values() for name, text in each.versions.items()}
    yield from ((VERSIONS.get(name, name), text) for name, text in sorted(found.items()))


def _details(part: str, found: Result | None) -> Iterator[str]:
    if found is None:
        yield NOT_MEASURED
        return
    if part in CROWDS:
        yield markdown(
            HEADS["crowd"], ((FIGURES.get(row[0], row[0]), *row[1:]) for row in percentile_rows(found.values))
        )
    elif part in BASES:
        yield markdown(HEADS["figures"], _figures(found, BASES[part]))
    else:
        yield "\n".join(f"- {line}" for line in _lines(found))
    facts = [f"- {FACTS[name]}：{_fact(value)}" for name, value in found.facts.items() if name in FACTS]
    if facts:
        yield "\n".join(facts)
    yield run_line(found.day, " ".join(COMMANDS[part]), found.others)


def _figures(found: Result, base: str) -> Iterator[tuple[str, ...]]:
    for name, values in found.values.items():
        own, peak = found.values[base], found.peaks.get(PEAKS.get(name, name))
        beside = times(ratio(values, own)) if len(values) == len(own) else ""
        seconds = [milliseconds(each) for each in (median(values), min(values))]
        yield FIGURES.get(name, name), *seconds, beside, megabytes(peak) if peak else ""


def _lines(found: Result) -> Iterator[str]:
    for name, values in found.values.items():
        yield size_line(name, median(values), len(values))
    yield from (size_line(name, peak / 1e6, 0) for name, peak in found.peaks.items())


def _fact(value: object) -> str:
    return (YES if value else NO) if isinstance(value, bool) else str(value)


def main() -> None:
    """Measure what is asked for, one part after the other, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", choices=[*COMMANDS, "all", []], help="parts to measure before; default: none"
    )
    asked = parser.parse_args().parts
    for part in COMMANDS if "all" in asked else asked:
        print(f"== {part}", flush=True)
        subprocess.run([sys.executable, "-m", *COMMANDS[part]], cwd=ROOT, check=False)
    PAGE.write_text(page(kept(), machine()), encoding="utf-8")
    print(PAGE.relative_to(ROOT), flush=True)
    clear_up()


if __name__ == "__main__":
    main()
