"""Takes readable YAML, gives what one rule finds in it: the rows of the table of rules are made of this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from textwrap import dedent
from typing import Any, TypeVar

from pydantic import BaseModel

from docgen.findings import Finding
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import RecordModel
from docgen.model.kinds import MODELS
from docgen.model.settings import Settings
from docgen.model.unit import Unit
from docgen.records.reading import read_text
from docgen.records.record import Record, Source
from docgen.records.validation import parse, validate
from docgen.rules import check, check_across, digest, rulebook

M = TypeVar("M", bound=BaseModel)

SETTINGS = "单位: 某公司"
UNIT = """
名称: 第一党支部
简称: 一支部
种类: 党支部
成立日期: 2015-01-01
支委:
  - {姓名: 张一, 职务: 书记}
  - {姓名: 李二, 职务: 组织委员}
  - {姓名: 王三, 职务: 纪检委员}
党员:
  - {姓名: 张一, 转正日期: 2010-07-01}
  - {姓名: 李二, 转正日期: 2010-07-01}
  - {姓名: 王三, 转正日期: 2010-07-01}
  - {姓名: 赵四, 转正日期: 2010-07-01}
  - {姓名: 钱五, 转正日期: 2010-07-01}
  - {姓名: 孙六, 转正日期: 2010-07-01}
  - {姓名: 周七, 转正日期: 2010-07-01}
"""
"""A branch of seven 正式党员 and a committee of three; a row that needs another writes its own."""


@dataclass(frozen=True)
class Try:
    """One input and what the rule finds in it: `<code> <level> <subject without the unit>` for each finding.

    `records` are those of 一支部; an entry's id is its 编号, else 1, 2, …; `others` are {unit's YAML: records' YAML}.
    """

    records: str = ""
    found: tuple[str, ...] = ()
    unit: str = UNIT
    settings: str = SETTINGS
    day: str = "2020-12-31"
    others: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Never:
    """Why a rule has no such case."""

    reason: str


@dataclass(frozen=True)
class Row:
    """The cases of one rule."""

    rule: str
    satisfied: Try
    broken: Try
    bound: Try | Never
    not_applicable: Try | Never
    overridden: Try | Never
    before: Try | Never
    further: tuple[Try, ...] = ()

    @property
    def cases(self) -> dict[str, Try | Never]:
        """The cases by name."""
        names = ("satisfied", "broken", "bound", "not_applicable", "overridden", "before")
        return {name: getattr(self, name) for name in names} | {
            f"further {number}": each for number, each in enumerate(self.further, 1)
        }


def findings(rule: str, tried: Try) -> list[Finding]:
    """Return what one rule finds in an input."""
    own = ledger_of(tried.records, tried.unit, tried.settings)
    others = [ledger_of(records, unit, tried.settings) for unit, records in tried.others.items()]
    rules, day = rulebook(own.settings).only({rule}), date.fromisoformat(tried.day)
    digests = {each.unit.short: digest(each, rules, day) for each in (own, *others)}
    single = [finding for each in (own, *others) for finding in check(each, rules, day)]
    return [*single, *check_across(digests, rules, day)]


def said(finding: Finding) -> str:
    """Return a finding as the rows write it."""
    return f"{finding.code} {finding.level} {finding.subject.removeprefix('一支部/')}"


def ledger_of(records: str = "", unit: str = UNIT, settings: str = SETTINGS) -> BranchLedger:
    """Return the ledger of one unit from YAML."""
    model, source = filled(read(unit)[0], Unit)
    known, _ = filled(read(settings)[0], Settings)
    return BranchLedger(model, source, known, entries(records, model.short) if records else [])


def read(text: str) -> list[Record]:
    """Return the records of a YAML text in which reading finds nothing wrong."""
    records, wrong = read_text(dedent(text).encode(), "记录.yaml")
    assert wrong == []
    return records


def filled(record: Record, model: type[M]) -> tuple[M, Source]:
    """Return the model that a record fills, and its source."""
    found, wrong = validate(record, model)
    assert found is not None, wrong
    return found, record.source


def entries(text: str, unit: str) -> list[Entry[Any]]:
    """Return the entries of a unit from YAML."""
    made, numbers = [], count(1)
    for record in read(text):
        model, wrong = parse(record, MODELS)
        assert isinstance(model, RecordModel), wrong
        made.append(Entry(f"{unit}/{model.number or next(numbers)}", unit, model, record.source))
    return made
