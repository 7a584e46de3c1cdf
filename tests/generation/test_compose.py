"""Takes subjects as people write them, gives the records that they mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.errors import UsageError
from docgen.generation import open_ledger, period_of, settled
from docgen.ledger import BranchLedger
from docgen.model.subject import Subject
from docgen.workspace import open_workspace

FULL = "一支部/2020/06/2020-06-03-支委会"


@pytest.fixture(scope="module")
def ledger(samples: Path) -> BranchLedger:
    return open_ledger(open_workspace(samples), "一支部")


@pytest.mark.parametrize("text", [FULL, "一支部/2020-06-03-支委会"])
def test_a_record_may_leave_out_its_folders(ledger: BranchLedger, text: str) -> None:
    assert settled(ledger, Subject.parse(f"{text}#议题5")) == Subject("一支部", record=FULL, item="议题5")


def test_a_period_and_a_persons_year_stay_what_they_are(ledger: BranchLedger) -> None:
    for text in ("一支部/2020-06", "一支部/2020", "一支部/2020/张一"):
        assert settled(ledger, Subject.parse(text)) == Subject.parse(text)


def test_an_unknown_record_offers_the_nearest(ledger: BranchLedger) -> None:
    with pytest.raises(UsageError, match="record-unknown") as caught:
        period_of(ledger, Subject.parse("一支部/2020/06/2020-06-03-支委"))

    assert FULL in str(caught.value.values["near"])
