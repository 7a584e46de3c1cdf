"""Which papers of an export are confidential."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.export import Outcome, Status
from docgen.formats import Format
from docgen.web.jobs.secrecy import confidential
from docgen.workspace import Workspace, open_workspace

BRANCH = "一支部"
TALK, MEETING = "一支部/2020/年度/2020-谈话#2", "一支部/2020/03/2020-03-12-支委会"


@pytest.fixture(scope="module")
def workspace(samples: Path) -> Workspace:
    return open_workspace(samples)


def outcome(kind: str, subject: str = "一支部/2020") -> Outcome:
    return Outcome(BRANCH, kind, subject, Format.DOCX, Status.OK)


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        (outcome("talk-record", TALK), True),
        (outcome("form", TALK), True),
        (outcome("form", MEETING), False),
        (outcome("ledger", "一支部/2020#谈话"), True),
        (outcome("ledger", "一支部/2020#党费"), True),
        (outcome("ledger", "一支部/2020#办实事"), False),
        (outcome("talk-ledger"), False),
        (outcome("", ""), False),
    ],
)
def test_papers_are_confidential_by_their_kind_or_by_the_record_that_they_lay_out(
    workspace: Workspace, paper: Outcome, told: bool
) -> None:
    assert confidential(workspace, BRANCH, [paper], ("form", "ledger")) == [told]


def test_what_lists_or_binds_files_is_as_confidential_as_any_of_them(workspace: Workspace) -> None:
    about = [outcome("archive-index"), outcome("archive-box")]

    assert confidential(workspace, BRANCH, [*about, outcome("minutes")]) == [False, False, False]
    assert confidential(workspace, BRANCH, [*about, outcome("talk-record", TALK), outcome("minutes")]) == [
        True,
        True,
        True,
        False,
    ]
