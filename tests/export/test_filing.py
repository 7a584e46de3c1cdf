"""How many files an export under way has noted."""

from __future__ import annotations

from pathlib import Path

from docgen.export.filing import Filing


def journal(out: Path, name: str, text: str) -> Path:
    path = out / ".docgen" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_whole_lines_of_all_journals_are_counted_as_they_come_in(tmp_path: Path) -> None:
    filing = Filing(tmp_path)
    assert filing.count() == 0

    first = journal(tmp_path, "一支部/a.jsonl", "{}\n{}\n{")
    journal(tmp_path, "二支部/b.jsonl", "{}\n")
    assert filing.count() == 3

    with first.open("a") as file:
        file.write("}\n{}\n")
    assert filing.count() == 5


def test_what_an_interrupted_export_left_does_not_count(tmp_path: Path) -> None:
    journal(tmp_path, "一支部/old.jsonl", "{}\n{}\n")
    filing = Filing(tmp_path)

    journal(tmp_path, "一支部/new.jsonl", "{}\n")

    assert filing.count() == 1


def test_what_was_counted_stays_counted_when_its_journal_goes(tmp_path: Path) -> None:
    filing = Filing(tmp_path)
    path = journal(tmp_path, "一支部/a.jsonl", "{}\n{}\n")
    before = filing.count()

    path.unlink()

    assert (before, filing.count()) == (2, 2)
