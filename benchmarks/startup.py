"""Takes a number of rounds, gives how long the command line takes to start: `python -m benchmarks.startup`."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence

from benchmarks.machine import versions
from benchmarks.places import DOCGEN, ROOT, SAMPLES
from benchmarks.results import keep, result
from benchmarks.rounds import Batch, by_turns, timed
from benchmarks.running import ENVIRONMENT, compile_docgen
from benchmarks.tables import seconds_table

HEAVY = ("rich", "weasyprint", "docxtpl", "docx", "lxml", "openpyxl", "pydantic", "yaml", "PIL", "fontTools", "jinja2")
RECORD = "四支部/2020/11/2020-11-06-支委会"
IMPORTED = "import sys; from docgen.__main__ import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"


def commands(out: str) -> dict[str, list[str]]:
    """Return what is timed by name; papers go to a folder."""
    python = [sys.executable, "-c"]
    return {
        "help": [*DOCGEN, "--help"],
        "import-click": [*python, "import click"],
        "one-docx": [*DOCGEN, *_one_docx(out)],
        "import-docxtpl": [*python, "import docxtpl"],
    }


def imported(arguments: Sequence[str]) -> list[str]:
    """Return which of the heavy packages a command of docgen's imports."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    modules = set(done.stderr.split())
    return [name for name in HEAVY if name in modules]


def _one_docx(out: str) -> list[str]:
    return ["-C", str(SAMPLES), "render", RECORD, "--kind", "meeting-record", "--to", "docx", "--out", out]


def _started(command: Sequence[str]) -> Batch:
    return timed(lambda: subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, check=True))


def main() -> None:
    """Measure and keep it for the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.startup", description=__doc__)
    parser.add_argument("--rounds", type=int, default=25, help="each starts every command three times at least")
    asked = parser.parse_args()
    compile_docgen()
    with tempfile.TemporaryDirectory() as folder:
        values = by_turns({name: _started(each) for name, each in commands(folder).items()}, asked.rounds)
        facts = {"help-imports": " ".join(imported(["--help"])), "docx-imports": " ".join(imported(_one_docx(folder)))}
    keep(result("startup", values=values, facts=facts, versions=versions()))
    print(seconds_table(values, "import-click"), *(f"{name}: {text}" for name, text in facts.items()), sep="\n")


if __name__ == "__main__":
    main()
