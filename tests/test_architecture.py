"""Takes the source of docgen, gives what is against its house rules."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeGuard

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "docgen"

MODULE_BUDGET = 300
FUNCTION_BUDGET = 50
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "processor"}
# The rooms whose functions are about words.
ROOMS_OF_WORDS = {"vocabulary", "chinese"}
# What pydantic reads from a file keeps the shape that pydantic knows.
ROOM_OF_DATACLASSES = "accounts"
CHINESE = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One source file of docgen."""

    path: Path

    @property
    def name(self) -> str:
        return ".".join(self.path.relative_to(PACKAGE).with_suffix("").parts)

    @property
    def room(self) -> str:
        return self.name.split(".")[0]

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=str(self.path))

    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def at(self, node: ast.stmt | ast.expr) -> str:
        return f"{self.path.relative_to(ROOT)}:{node.lineno}"


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def wanted_packages() -> list[str]:
    wanted = [*project()["project"]["dependencies"], *project()["project"]["optional-dependencies"]["dev"]]
    assert len(wanted) > 10
    return wanted


def python_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


@pytest.fixture(scope="module")
def modules() -> list[Module]:
    found = [Module(path) for path in python_files(PACKAGE)]
    assert {"__init__", "errors", "findings"} <= {module.name for module in found}
    return found


def length(function: Function) -> int:
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def docstring_nodes(tree: ast.AST) -> set[int]:
    """The identities of the constants that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = (node.body for node in ast.walk(tree) if isinstance(node, owners) and node.body)
    return {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}


def is_chinese(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(CHINESE.search(node.value))


def chinese_in_functions(tree: ast.Module) -> list[ast.Constant]:
    """The Chinese texts in the bodies and the defaults of functions; decorators and annotations are data."""
    docstrings = docstring_nodes(tree)
    found: dict[int, ast.Constant] = {}
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        body = function.body if isinstance(function.body, list) else [function.body]
        defaults = [*function.args.defaults, *(value for value in function.args.kw_defaults if value)]
        for part in [*body, *defaults]:
            for node in ast.walk(part):
                if is_chinese(node) and id(node) not in docstrings:
                    found[id(node)] = node
    return sorted(found.values(), key=lambda node: (node.lineno, node.col_offset))


def test_imports_go_downwards_and_each_engine_has_one_door() -> None:
    contracts = project()["tool"]["importlinter"]["contracts"]
    assert len(contracts) >= 10

    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert run.returncode == 0, run.stdout + run.stderr
    assert f"Contracts: {len(contracts)} kept, 0 broken." in run.stdout


def test_every_module_keeps_its_budget(modules: list[Module]) -> None:
    lengths = {module.name: len(module.text.splitlines()) for module in modules}

    assert {name: lines for name, lines in lengths.items() if lines > MODULE_BUDGET} == {}


def test_every_function_keeps_its_budget(modules: list[Module]) -> None:
    functions = [(module, function) for module in modules for function in module.functions()]
    assert functions

    too_long = [
        f"{module.at(function)} {function.name}: {length(function)} lines"
        for module, function in functions
        if length(function) > FUNCTION_BUDGET
    ]

    assert too_long == []


def test_values_are_structs_and_dataclasses_are_for_what_changes(modules: list[Module]) -> None:
    """A Struct cannot be given to the functions of dataclasses, which no type checker sees."""
    wrong = [
        module.at(node)
        for module in modules
        if module.room != ROOM_OF_DATACLASSES
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Call) and ast.unparse(node).startswith("dataclass(frozen"))
        or (isinstance(node, ast.ImportFrom) and node.module == "dataclasses" and _names(node) - {"dataclass", "field"})
    ]

    assert wrong == []


def _names(node: ast.ImportFrom) -> set[str]:
    return {alias.name for alias in node.names}


def test_no_module_has_a_vague_name(modules: list[Module]) -> None:
    parts = {part.strip("_") for module in modules for part in module.name.split(".")}
    assert parts

    assert parts & VAGUE_NAMES == set()


def test_every_module_says_in_its_first_line_what_it_takes_and_gives(modules: list[Module]) -> None:
    silent = [module.name for module in modules if not says_what_it_is(module.tree)]

    assert silent == []


def says_what_it_is(tree: ast.Module) -> bool:
    first_line = (ast.get_docstring(tree) or "").partition("\n")[0]
    return bool(re.fullmatch(r"Takes? .+, (gives?|writes?|puts?) .+[.:;]", first_line))


def test_chinese_stands_in_data_and_never_in_a_function(modules: list[Module]) -> None:
    silent_rooms = [module for module in modules if module.room not in ROOMS_OF_WORDS]
    assert any(CHINESE.search(module.text) for module in silent_rooms)

    found = [
        f"{module.at(node)} {node.value!r}" for module in silent_rooms for node in chinese_in_functions(module.tree)
    ]

    assert found == []


def test_the_walk_finds_chinese_in_bodies_and_defaults_and_spares_docstrings_and_decorators() -> None:
    source = '''
"""模块"""
LABEL = "标签"
KEY = lambda row: row["日期"]

@command("导出")
def export(out="输出", *, day="今天") -> "结果":
    """说明"""
    def inner():
        """内部"""
        return f"第{day}期"
    return {"键": inner, "ascii": "value", "mark": "、"}
'''
    found = [node.value for node in chinese_in_functions(ast.parse(source))]

    assert found == ["日期", "输出", "今天", "第", "期", "键", "、"]


def test_the_product_names_no_machine_and_no_way_of_working() -> None:
    patterns = [rf"/{word}/" for word in ("work", "root", "tmp/bash")] + [r"find-links", r"index-url"]
    unwelcome = re.compile("|".join(patterns))
    folders = [ROOT / name for name in ("src", "templates", "scripts", "docs", "samples")]
    suffixes = {".py", ".md", ".sh", ".html", ".css", ".yaml", ".conf", ".json"}
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in suffixes]
    files += [ROOT / name for name in ("README.md", "CHANGELOG.md", "pyproject.toml", "requirements.lock")]
    assert len(files) > len(python_files(PACKAGE))

    assert [str(path) for path in files if unwelcome.search(path.read_text(encoding="utf-8", errors="replace"))] == []


def test_the_lock_names_every_package_with_its_version_and_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    locked = {entry.partition("==")[0] for entry in entries}

    wanted = {re.split(r"[^A-Za-z0-9._-]", line)[0].lower().replace(".", "-") for line in wanted_packages()}
    assert wanted <= {name.replace(".", "-") for name in locked}
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_dependency_has_its_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    def has_reason(name: str) -> bool:
        return bool(re.search(rf'^ +"{re.escape(name)}", +# \w.{{8,}}$', text, re.MULTILINE))

    assert [name for name in wanted_packages() if not has_reason(name)] == []
