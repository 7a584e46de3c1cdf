"""Takes a meeting with something wrong in one field, checks which of its papers may be final."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.documents import UnitPaper, kind_named
from docgen.errors import FinalRefused
from docgen.findings import Finding, Level
from docgen.generation import Composition, compose, gate, open_ledger
from docgen.ledger import BranchLedger
from docgen.model.subject import Subject
from docgen.workspace import open_workspace

MEETING = "一支部/2020/06/2020-06-03-支委会"
PAPERS = {"会议记录": MEETING, "会议纪要": MEETING, "决议": f"{MEETING}#议题5", "签到表": MEETING}


@pytest.fixture(scope="module")
def ledger(samples: Path) -> BranchLedger:
    return open_ledger(open_workspace(samples), "一支部")


def composition(ledger: BranchLedger, label: str) -> Composition:
    kind = kind_named(label)
    paper = next(each for each in kind.papers if isinstance(each, UnitPaper))
    return compose(kind, paper, ledger, Subject.parse(PAPERS[label]))


def refused(ledger: BranchLedger, *path: str | int, level: Level = Level.ERROR, subject: str = MEETING) -> set[str]:
    """Return which papers one finding keeps from being final."""
    entry = ledger.entry(MEETING)
    assert entry is not None
    finding = Finding("vote-wrong", level, entry.place(*path), subject, path=path)
    return {label for label in PAPERS if not passes(composition(ledger, label), finding)}


def passes(paper: Composition, finding: Finding) -> bool:
    try:
        gate(paper, (finding,))
    except FinalRefused as refusal:
        return finding not in refusal.findings
    return True


def test_without_findings_every_paper_may_be_final(ledger: BranchLedger) -> None:
    for label in PAPERS:
        gate(composition(ledger, label), ())


def test_an_error_in_a_vote_blocks_the_papers_that_tell_of_it(ledger: BranchLedger) -> None:
    assert refused(ledger, "议题", 4, "表决", "赞成") == {"会议记录", "会议纪要", "决议"}


def test_an_error_in_a_field_blocks_only_the_papers_that_need_it(ledger: BranchLedger) -> None:
    assert refused(ledger, "任务", 0, "期限") == {"会议记录"}
    assert refused(ledger, "地点") == {"会议记录", "会议纪要", "签到表"}
    assert refused(ledger, "通知日期") == set()


def test_an_error_about_the_whole_record_blocks_every_paper(ledger: BranchLedger) -> None:
    assert refused(ledger) == set(PAPERS)


def test_a_warning_or_an_error_of_another_record_blocks_nothing(ledger: BranchLedger) -> None:
    assert refused(ledger, "议题", level=Level.WARN) == set()
    assert refused(ledger, "议题", subject="一支部/2020/07/2020-07-03-支委会") == set()
