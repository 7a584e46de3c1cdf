"""Every rule has a row, and finds in each of its inputs what the row says, nothing else."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from tests.rules.table import Row, Try, findings, said

from docgen.findings import in_order
from docgen.rules import RULES
from docgen.vocabulary import hint, message

SNAPSHOT = Path(__file__).parents[1] / "snapshots" / "rules.txt"
FOLDER = Path(__file__).parent / "rows"
MODULES = sorted(path.stem for path in FOLDER.glob("*.py"))
ROWS: list[Row] = [row for name in MODULES for row in import_module(f"tests.rules.rows.{name}").ROWS]
TRIED = {
    f"{row.rule} {name}": (row.rule, tried)
    for row in ROWS
    for name, tried in row.cases.items()
    if isinstance(tried, Try)
}
CASES = [pytest.param(*case, id=name) for name, case in TRIED.items()]


def test_every_rule_has_one_row() -> None:
    assert sorted(row.rule for row in ROWS) == sorted(rule.id for rule in RULES)


@pytest.mark.parametrize(("rule", "tried"), CASES)
def test_a_rule_finds_what_its_row_says(rule: str, tried: Try) -> None:
    found = findings(rule, tried)

    assert sorted(map(said, found)) == sorted(tried.found)
    assert all(message(each) and hint(each) and each.basis for each in found)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_a_row_breaks_its_rule_and_satisfies_it(row: Row) -> None:
    assert row.satisfied.found == ()
    assert row.broken.found
    assert all(each.partition(" ")[0].partition("-")[0] == row.rule for each in row.broken.found)


def test_what_the_rules_say_is_what_was_read_and_approved(update_snapshots: bool) -> None:
    lines = [
        f"{name}: {str(each.place).removeprefix('记录.yaml')} {said(each)} {message(each)}"
        for name, (rule, tried) in TRIED.items()
        for each in in_order(findings(rule, tried))
    ]
    told = "".join(f"{line}\n" for line in lines)
    if update_snapshots:
        SNAPSHOT.parent.mkdir(exist_ok=True)
        SNAPSHOT.write_text(told, encoding="utf-8")

    assert len(lines) > len(ROWS)
    assert SNAPSHOT.read_text(encoding="utf-8").splitlines() == lines
