"""Takes docs/安全.md, proves that it tells of every attack in the list and of no other."""

from __future__ import annotations

from scripts.security_page import HEAD, PAGE, beginning
from tests.security.attacks import ATTACKS, GROUPS


def test_the_page_tells_of_every_attack_of_the_list() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| ") and line not in HEAD.splitlines()]

    assert len(rows) == len(ATTACKS)
    assert [row for row, attack in zip(rows, ATTACKS, strict=True) if not row.startswith(beginning(attack))] == []
    assert [line for line in lines if line.startswith("## ")][1:] == [f"## {title}" for title, _ in GROUPS]
    assert f"下面 {len(ATTACKS)} 种做法都试过" in "\n".join(lines)
