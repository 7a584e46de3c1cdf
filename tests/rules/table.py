"""Takes readable YAML, gives what one rule finds in it: the rows of the table of rules are made of this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tests.typed import ledger_from

from docgen.findings import Finding
from docgen.ledger import BranchLedger
from docgen.rules import check, check_across, digest, rulebook

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
    return ledger_from(records, unit, settings)
