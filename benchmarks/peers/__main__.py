"""Takes a number of rounds, gives docgen beside its peers on the same papers: `python -m benchmarks.peers`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from benchmarks.machine import versions
from benchmarks.peers.install import install, installed
from benchmarks.peers.node import PEERS, node_command
from benchmarks.peers.office import BATCH, Programs, there
from benchmarks.peers.paper import MINUTES, given
from benchmarks.peers.processes import Worker
from benchmarks.peers.sameness import page_count, same_text
from benchmarks.results import keep, result
from benchmarks.rounds import Batch, by_turns
from benchmarks.tables import seconds_table

from docgen.formats import Format
from docgen.renderers import render

PYTHON = (sys.executable, "-m", "benchmarks.peers.worker")
# A process each: what one leaves in memory is no other's.
OWN = ("docgen", "file", "docgen-pictures")
DOCXTPL = ("docxtpl", "docxtpl-reused", "docxtpl-pictures")
REST = ("bound", "html", "xlsx")
PDF = ("pdf", "weasyprint")
PDF_SECONDS, PDF_PAPERS = 2.0, 20


def measure_docx(rounds: int) -> None:
    """Measure Word files, and for information html and xlsx."""
    lacking = install()
    print(lacking or "docxtemplater, Carbone: installed", file=sys.stderr)
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        own, peer, rest = (stack.enter_context(Worker(PYTHON)) for _ in range(3))
        workers = dict.fromkeys(OWN, own) | dict.fromkeys(DOCXTPL, peer) | dict.fromkeys(REST, rest)
        for name in PEERS if not lacking else ():
            workers[name] = stack.enter_context(Worker(node_command(name, Path(folder))))
        facts = {f"same-{name}": text for name, text in _compared(workers, Path(folder))}
        cases: dict[str, Batch] = {name: partial(worker.seconds, name) for name, worker in workers.items()}
        values = by_turns(cases, rounds)
        peaks = {"docgen": own.peak, "docxtpl": peer.peak} | {
            name: workers[name].peak for name in PEERS if name in workers
        }
    found = result("docx", values=values, peaks=peaks, facts=facts, versions=versions() | installed())
    keep(found)
    print(seconds_table(values, "docgen"), peaks, facts, sep="\n")


def measure_pdf(rounds: int, batches: int) -> None:
    """Measure pdf: docgen beside plain WeasyPrint in one process, LibreOffice and Chromium."""
    docx, html = (_bytes(format) for format in (Format.DOCX, Format.HTML))
    programs = Programs(docx, html)
    with Worker(PYTHON) as own:
        cases: dict[str, Batch] = {name: partial(own.seconds, name) for name in PDF}
        values = by_turns(cases, rounds, PDF_SECONDS)
        others = _programs(programs)
        for name, once in others.items():
            once()  # the first start writes a profile
            values[name] = []
        for _ in range(batches):
            for name, once in others.items():
                values[name].append(once())
            for name, case in cases.items():
                values.setdefault(f"{name}-beside", []).append(sum(case(BATCH)) / BATCH)
        facts = {f"pages-{name}": count for name, count in _pages(own, programs)}
    peaks = {**programs.peaks, **{name: _peak(name) for name in PDF}}
    programs.close()
    keep(result("pdf", values=values, peaks=peaks, facts={**facts, "batch": BATCH}, versions=versions()))
    print(seconds_table(values, "pdf"), peaks, facts, sep="\n")


def _programs(programs: Programs) -> dict[str, partial[float]]:
    found: dict[str, partial[float]] = {}
    if there("soffice"):
        found["soffice-batch"] = partial(programs.office, BATCH)
        found["soffice-alone"] = partial(programs.office, 1)
    if there("chromium"):
        found["chromium"] = partial(programs.chromium)
    return found


def _peak(task: str) -> int:
    """Return the memory of a process that makes one kind of pdf alone."""
    with Worker(PYTHON) as alone:
        alone.seconds(task, PDF_PAPERS)
        return alone.peak


def _bytes(format: Format) -> bytes:
    of = given(MINUTES, format)
    return render(of.template, of.context, of.assets).content


def _pages(own: Worker, programs: Programs) -> Iterator[tuple[str, int]]:
    for name in PDF:
        path = programs.root / f"{name}.pdf"
        own.seconds(name, 1, path)
        yield name, page_count(path)
    for name, path in (("soffice", programs.papers[0].with_suffix(".pdf")), ("chromium", programs.root / "page.pdf")):
        if path.is_file():
            yield name, page_count(path)


def _compared(workers: dict[str, Worker], folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield whether a peer's paper has docgen's paragraphs and rows, text by text."""
    for own, names in (("docgen", ("docxtpl", "docxtpl-reused", *PEERS)), ("docgen-pictures", ("docxtpl-pictures",))):
        workers[own].seconds(own, 1, folder / f"{own}.docx")
        for name in names:
            if name in workers:
                workers[name].seconds(name, 1, folder / f"{name}.docx")
                yield name, same_text(folder / f"{own}.docx", folder / f"{name}.docx")


def main() -> None:
    """Measure what is asked for and keep it for the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("part", nargs="*", choices=["docx", "pdf", []], help="default: both")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--batches", type=int, default=7, help="rounds of LibreOffice and Chromium, which take seconds")
    asked = parser.parse_args()
    parts = asked.part or ["docx", "pdf"]
    if "docx" in parts:
        measure_docx(asked.rounds)
    if "pdf" in parts:
        measure_pdf(asked.rounds, asked.batches)


if __name__ == "__main__":
    main()
