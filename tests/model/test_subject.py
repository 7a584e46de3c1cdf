"""Takes the subjects of findings, sees which windows they name."""

from __future__ import annotations

import pytest

from docgen.model.period import Period
from docgen.model.subject import window_of


@pytest.mark.parametrize(
    ("subject", "window"),
    [
        ("一支部/2020-02", Period(2020, month=2)),
        ("一支部/2020-Q1", Period(2020, 1)),
        ("一支部/2020", Period(2020)),
        ("一支部", None),
        ("一支部/2020/抄件", None),
        ("一支部/2020/03/2020-03-12-支委会", None),
        ("", None),
    ],
)
def test_a_subject_names_a_window_or_none(subject: str, window: Period | None) -> None:
    assert window_of(subject) == window
