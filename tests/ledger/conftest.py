"""Takes YAML written in a test, gives the ledger of one branch."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from textwrap import dedent
from typing import TypeVar

import pytest
from pydantic import BaseModel

from docgen.ledger import BranchLedger, Entry
from docgen.model.base import RecordModel
from docgen.model.kinds import MODELS
from docgen.model.settings import Settings
from docgen.model.unit import Unit
from docgen.records.reading import read_text
from docgen.records.record import Record
from docgen.records.validation import parse, validate

M = TypeVar("M", bound=BaseModel)
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


def read(text: str) -> list[Record]:
    records, findings = read_text(dedent(text).encode(), "记录.yaml")
    assert findings == []
    return records


def filled(record: Record, model: type[M]) -> M:
    found, findings = validate(record, model)
    assert found is not None, findings
    return found


def entries(text: str, unit: str) -> list[Entry[RecordModel]]:
    made, numbers = [], count(1)
    for record in read(text):
        model, findings = parse(record, MODELS)
        assert isinstance(model, RecordModel), findings
        made.append(Entry(f"{unit}/{model.number or next(numbers)}", unit, model, record.source))
    return made


@pytest.fixture(scope="session")
def make_unit() -> Callable[[str], Unit]:
    """A unit from YAML."""
    return lambda text: filled(read(text)[0], Unit)


@pytest.fixture(scope="session")
def make_ledger() -> MakeLedger:
    """A ledger from the YAML of records, of a unit, of settings; an entry's id is 一支部/ and its 编号."""

    def make(records: str = "", unit: str = UNIT, settings: str = SETTINGS) -> BranchLedger:
        record = read(unit)[0]
        model = filled(record, Unit)
        known = filled(read(settings)[0], Settings)
        return BranchLedger(model, record.source, known, entries(records, model.short) if records else [])

    return make
