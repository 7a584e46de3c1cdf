"""Figures of papers, and the records behind them."""

from __future__ import annotations

from typing import Any

from tests.web.office import ABOVE, BRANCH, OTHER, Office, TestClient

from docgen.accounts import Role

KIND = "activity-statistics"
FIGURE = f"各党支部.{BRANCH}.支部党员大会.次数"


def asked(client: TestClient, path: str, **query: str) -> Any:
    return client.get(f"/api/v1/{path}", params=query)


def test_the_figures_of_a_paper_are_listed_in_reading_order(reading_room: Office) -> None:
    found = asked(reading_room.program(Role.ADMIN), "figures", kind=KIND, subject=f"{ABOVE}/2020").json()["figures"]
    assert found[0] == {"path": FIGURE, "text": "4", "sources": 1}


def test_a_figure_is_followed_down_to_the_records(reading_room: Office) -> None:
    told = asked(reading_room.program(Role.ADMIN), "explain", kind=KIND, subject=f"{ABOVE}/2020", figure=FIGURE).json()
    assert (told["path"], told["text"], told["unit"], told["closed"]) == (FIGURE, "4", BRANCH, 0)
    assert len(told["records"]) == 4
    assert all(each["file"].endswith(".yaml") and each["line"] for each in told["records"])


def test_a_paper_about_units_that_one_may_not_see_explains_nothing(reading_room: Office) -> None:
    reader = reading_room.program(Role.READER, ABOVE)
    assert asked(reader, "figures", kind=KIND, subject=f"{ABOVE}/2020").status_code == 404
    assert asked(reader, "explain", kind=KIND, subject=f"{ABOVE}/2020", figure=FIGURE).status_code == 404


def test_a_figure_that_counts_talks_alone_is_not_there_for_those_who_are_not_cleared(reading_room: Office) -> None:
    def counted(client: TestClient) -> list[str]:
        found = asked(client, "figures", kind="talk-ledger", subject=f"{BRANCH}/2020").json()["figures"]
        return [each["path"] for each in found]

    admin, reader = reading_room.program(Role.ADMIN), reading_room.program(Role.READER)
    (only, *_) = counted(admin)
    assert counted(reader) == []
    asks = {"kind": "talk-ledger", "subject": f"{BRANCH}/2020", "figure": only}
    assert (asked(admin, "explain", **asks).status_code, asked(reader, "explain", **asks).status_code) == (200, 404)


def test_a_figure_that_there_is_none_of_is_told(reading_room: Office) -> None:
    answer = asked(reading_room.program(Role.ADMIN), "explain", kind=KIND, subject=f"{ABOVE}/2020", figure="没有")
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:docgen:figure-unknown")


def test_papers_of_other_units_and_of_talks_explain_nothing(reading_room: Office) -> None:
    clerk = reading_room.program(Role.BRANCH, BRANCH)
    assert asked(clerk, "figures", kind="meeting-ledger", subject=f"{OTHER}/2020").status_code == 404
    assert asked(clerk, "figures", kind="talk-record", subject=f"{BRANCH}/2020").status_code == 404
    assert asked(clerk, "figures", kind="meeting-ledger", subject=f"{BRANCH}/2020").status_code == 200
