"""Takes digests of units, gives the organisation's figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docgen.ledger import BranchLedger, OrganisationLedger, figures
from docgen.ledger.organisation import Digest
from docgen.model.period import Period
from docgen.model.unit import Unit
from docgen.view import Figure

MakeLedger = Callable[..., BranchLedger]


@pytest.fixture
def organisation(make_ledger: MakeLedger, make_unit: Callable[[str], Unit]) -> OrganisationLedger:
    own = make_ledger(unit="名称: 某公司机关党委\n简称: 机关党委\n种类: 机关党委")
    units = [make_unit(f"名称: 第{n}党支部\n简称: {n}支部\n种类: 党支部") for n in "一二三"]
    count = figures.to_plain(Figure(3, "3", ("一支部/甲", "一支部/乙")))
    digests: dict[str, Digest] = {
        "一支部": {"会议": {"次数": count, "行": [count]}},
        "二支部": {"会议": {"次数": count}},
    }
    return OrganisationLedger(own.unit, own, digests, own.settings, units, Period(2020))


def test_a_row_has_a_figure_of_every_unit_in_order(organisation: OrganisationLedger) -> None:
    assert [figure.value for figure in organisation.row("会议", "次数")] == [3, 3, 0]
    assert [unit.short for unit in organisation.missing] == ["三支部"]


def test_a_total_cites_the_units_figures_and_these_their_records(organisation: OrganisationLedger) -> None:
    total = organisation.total("会议", "次数")

    assert total == Figure(6, "6", ("一支部/2020#会议.次数", "二支部/2020#会议.次数"))
    assert organisation.behind("一支部", "会议", "次数") == ("一支部/甲", "一支部/乙")
    assert organisation.behind("三支部", "会议", "次数") == ()


def test_parts_of_a_digest_are_found_by_keys_and_indexes(organisation: OrganisationLedger) -> None:
    assert organisation.figure("一支部", "会议", "行", 0).text == "3"
    assert organisation.part("一支部", "会议", "行", 1) is None
    assert organisation.part("一支部", "会议", "次数", "value", "x") is None
