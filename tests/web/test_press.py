"""The press: papers in memory, pdf by processes that can end without taking the service with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from tests.web.office import BRANCH, Office

from docgen.web.options import Bounds
from docgen.web.press import Press, Wish
from docgen.web.problems import Refusal

WISH = Wish((f"{BRANCH}/2020/03/2020-03-12-支委会",), ("minutes",), ("pdf",), on=date(2020, 12, 31))


@pytest.fixture
def press(reading_room: Office) -> Iterator[Press]:
    opened = Press(reading_room.service.root, Bounds(pdf_workers=1))
    yield opened
    opened.close()


@pytest.mark.slow
def test_a_process_that_was_ended_is_replaced_by_the_next_request(reading_room: Office, press: Press) -> None:
    workspace = reading_room.service.library.workspace()
    assert len(press.papers(workspace, WISH).files) == 1
    for process in list((press._workers()._processes or {}).values()):
        process.kill()
        process.join()
    with pytest.raises(Refusal) as refused:
        press.papers(workspace, WISH)
    assert (refused.value.status, refused.value.headers) == (503, {"Retry-After": "2"})
    assert len(press.papers(workspace, WISH).files) == 1


@pytest.mark.slow
def test_a_pdf_that_takes_too_long_is_given_up(reading_room: Office) -> None:
    press = Press(reading_room.service.root, Bounds(pdf_seconds=0.01))
    try:
        with pytest.raises(Refusal) as refused:
            press.papers(reading_room.service.library.workspace(), WISH)
    finally:
        press.close()
    assert (refused.value.status, refused.value.code) == (503, "too-slow")


def test_beyond_so_many_who_wait_for_a_pdf_one_is_sent_away_at_once_and_other_papers_are_made(
    reading_room: Office,
) -> None:
    press, workspace = Press(reading_room.service.root, Bounds(pdf_waiting=1)), reading_room.service.library.workspace()
    press._waiting.acquire()
    with pytest.raises(Refusal) as refused:
        press.papers(workspace, WISH)
    assert (refused.value.status, refused.value.code) == (503, "busy")
    assert press.papers(workspace, Wish(WISH.subjects, WISH.kinds, ("docx",), on=WISH.on)).files
    press._waiting.release()
    press.close()
