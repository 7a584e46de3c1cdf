"""Takes a word and many known ones, gives the nearest: the very ones that comparing all of them gives."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.workspace import nearest as module
from docgen.workspace.nearest import LIKENESS, OFFERED, SEPARATOR, nearest

WORDS = st.text("张一二0123/-", max_size=8)
IDS = [f"2020/{month:02}/2020-{month:02}-{day:02}-支委会" for month in range(1, 13) for day in range(1, 29)]


@given(WORDS, st.lists(WORDS, max_size=12))
def test_the_nearest_are_those_of_comparing_all(word: str, known: list[str]) -> None:
    assert nearest(word, known) == SEPARATOR.join(get_close_matches(word, sorted(set(known)), OFFERED, LIKENESS))


def test_most_of_many_ids_are_never_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Any] = []

    class Counted(SequenceMatcher[str]):
        def ratio(self) -> float:
            compared.append(self)
            return super().ratio()

    monkeypatch.setattr(module, "SequenceMatcher", Counted)

    assert nearest("2020/05/2020-05-31-支委会", IDS) == SEPARATOR.join(
        f"2020/05/2020-05-{day}-支委会" for day in (23, 21, 19)
    )
    assert 0 < len(compared) < len(IDS) / 10
