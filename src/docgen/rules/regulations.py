"""Takes nothing, gives the regulations that the rules rest on, and how sure the rule file is of their words."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Confidence(StrEnum):
    """How the words of an article were checked; a person compares them with the official text all the same."""

    HIGH = "两处核对"
    MEDIUM = "一处转引"
    LOW = "各处说法不一"


class Regulation(Struct, frozen=True):
    """One regulation: its full name, the first day of its force, and what tables call it.

    A custom and arithmetic hold ever.
    """

    name: str
    since: date = date.min
    short: str = ""


BRANCH = Regulation("中国共产党支部工作条例（试行）", date(2018, 10, 28), "支部条例")
EDUCATION = Regulation("中国共产党党员教育管理工作条例", date(2019, 5, 6), "教育条例")
ENTERPRISE = Regulation("中国共产党国有企业基层组织工作条例（试行）", date(2019, 12, 30), "国企条例")
ELECTION = Regulation("中国共产党基层组织选举工作条例", date(2020, 7, 13), "选举条例")
ELECTION_PRACTICE = Regulation("选举办法（由选举单位通过）")
ADMISSION = Regulation("中国共产党发展党员工作细则", date(2014, 5, 28), "发展细则")
DUES = Regulation("关于中国共产党党费收缴、使用和管理的规定", date(2008, 4, 1), "党费规定")
SUPERVISION = Regulation("中国共产党党内监督条例", date(2016, 10, 27))
CUSTOM = Regulation("惯例，条例没有规定")
ORGANISATION = Regulation("本单位的工作要求")
ARITHMETIC = Regulation("记录前后应当一致")


class Basis(Struct, frozen=True):
    """The article that a rule rests on; `article` is empty for customs and arithmetic."""

    regulation: Regulation
    article: str = ""
    confidence: Confidence = Confidence.HIGH

    def __str__(self) -> str:
        return f"{self.regulation.name}{self.article}"

    @property
    def short(self) -> str:
        """The article as tables name it."""
        return f"{self.regulation.short or self.regulation.name}{self.article}"
