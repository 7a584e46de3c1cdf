"""What can be exported, in docgen's own names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docgen.errors import UsageError
from docgen.web.jobs.wish import Wish, possible, wish_of
from docgen.workspace import Workspace, open_workspace


@pytest.fixture(scope="module")
def workspace(samples: Path) -> Workspace:
    return open_workspace(samples)


def test_a_wish_is_the_same_after_it_was_written_down() -> None:
    wish = Wish("2020", ("一支部",), ("minutes",), ("docx", "pdf"), final=True, box=True)

    assert wish_of(json.loads(json.dumps(wish.as_plain()))) == wish
    assert wish.same(json.loads(json.dumps(wish.as_plain())))


def test_a_wish_is_put_into_names_that_docgen_knows_each_once(workspace: Workspace) -> None:
    wish = Wish("2020-3", ("二支部", "一支部", "二支部"), ("会议纪要", "resolution"), ("pdf", "docx", "pdf"))

    assert possible(workspace, wish) == Wish(
        "2020-03", ("一支部", "二支部"), ("minutes", "resolution"), ("pdf", "docx")
    )


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Wish("二〇二〇"), "period-invalid"),
        (Wish("2020", units=("没有",)), "unit-unknown"),
        (Wish("2020", kinds=("没有",)), "kind-unknown"),
        (Wish("2020", formats=("doc",)), "format-unheard"),
        (Wish("2020", kinds=("minutes",), formats=("txt",)), "format-unknown"),
    ],
)
def test_what_there_is_not_is_no_wish(workspace: Workspace, wish: Wish, code: str) -> None:
    with pytest.raises(UsageError) as told:
        possible(workspace, wish)

    assert told.value.code == code
