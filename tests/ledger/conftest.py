"""Takes YAML written in a test, gives the ledger of one branch."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.typed import filled, ledger_from, read

from docgen.ledger import BranchLedger
from docgen.model.unit import Unit

MakeLedger = Callable[..., BranchLedger]

SETTINGS = "单位: 某公司\n五个一: {起始月: 2020-03, 截止月: 2020-12}"
UNIT = """
名称: 第一党支部
简称: 一支部
种类: 党支部
成立日期: 2018-01-01
支委: [{姓名: 张一, 职务: 书记}, {姓名: 李二, 职务: 组织委员}, {姓名: 王三, 职务: 纪检委员, 至: 2020-06-30}]
党小组: [{名称: 第一小组, 组长: 李二}]
党员:
  - {姓名: 张一, 转正日期: 2010-07-01}
  - {姓名: 李二, 转正日期: 2011-07-01, 党小组: 第一小组}
  - {姓名: 王三, 转正日期: 2012-07-01, 党小组: 第一小组}
  - {姓名: 赵四, 转正日期: 2013-07-01}
  - {姓名: 钱五, 入党日期: 2020-05-10}
"""


@pytest.fixture(scope="session")
def make_unit() -> Callable[[str], Unit]:
    """A unit from YAML."""
    return lambda text: filled(read(text)[0], Unit)


@pytest.fixture(scope="session")
def make_ledger() -> MakeLedger:
    """A ledger from the YAML of records, of a unit, of settings; an entry's id is 一支部/ and its 编号."""

    def make(records: str = "", unit: str = UNIT, settings: str = SETTINGS) -> BranchLedger:
        return ledger_from(records, unit, settings)

    return make
