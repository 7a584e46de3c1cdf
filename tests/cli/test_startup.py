"""Takes command lines in processes of their own, gives what they loaded: no more than they are asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from docgen.drafting import found

ENGINES = (
    "matplotlib",
    "pydantic",
    "lxml",
    "jinja2",
    "docxtpl",
    "docx",
    "weasyprint",
    "openpyxl",
    "PIL",
    "yaml",
    "fontTools",
)
PROBE = "import sys; from docgen.cli.main import run; code = run(sys.argv[1:]); print(code, *sys.modules, sep='\\n')"
MEETING = "一支部/2020/01/2020-01-10-支委会"


def loaded(*arguments: str) -> set[str]:
    """Run a command line and return the names of all modules that it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], capture_output=True, text=True, encoding="utf-8", check=True
    )
    code, *names = done.stdout[done.stdout.rindex("\n0\n") + 1 :].split()
    assert code == "0", done.stderr
    assert "docgen.cli.main" in names
    return set(names)


@pytest.fixture(scope="module")
def for_help() -> set[str]:
    """What `docgen --help` loads."""
    return loaded("--help")


@pytest.fixture(scope="module")
def for_a_paper(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What one paper as docx loads."""
    root = tmp_path_factory.mktemp("work") / "工作区"
    out = root / "纪要"
    found(root, 2020, "甲公司")
    names = loaded("-C", str(root), "render", MEETING, "--kind", "minutes", "--to", "docx", "--out", str(out))
    assert [path.suffix for path in out.iterdir()] == [".docx"]
    return names


def test_help_loads_no_engine_and_no_rich(for_help: set[str]) -> None:
    assert {"rich", *ENGINES} & for_help == set()


def test_help_loads_the_words_of_help_and_of_docgen_little_else(for_help: set[str]) -> None:
    own = {name for name in for_help if name.startswith("docgen.")}

    assert len(own) <= 19
    assert own.isdisjoint({"docgen.model.base", "docgen.documents", "docgen.rules", "docgen.vocabulary.messages"})


def test_a_command_loads_none_of_the_others() -> None:
    names = loaded("kinds", "--help")

    assert {name for name in names if name.startswith("docgen.cli.") and name.endswith((".export", ".lint"))} == set()


def test_a_paper_as_docx_loads_what_makes_docx(for_a_paper: set[str]) -> None:
    assert {"pydantic", "yaml", "lxml", "jinja2"} <= for_a_paper


@pytest.mark.parametrize("module", ["weasyprint", "rich", "openpyxl", "PIL"])
def test_a_paper_as_docx_loads_nothing_of_other_formats(for_a_paper: set[str], module: str) -> None:
    assert module not in for_a_paper


def test_a_paper_as_docx_writes_no_templates(for_a_paper: set[str]) -> None:
    assert {"docgen.house.word", "docgen.house.web", "docgen.stationery.build"} & for_a_paper == set()
