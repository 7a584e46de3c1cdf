"""Takes YAML written in a test, gives the ledger of a branch, and an organisation reduced from such ledgers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from tests.typed import ledger_from

from docgen.documents import KINDS, DocumentKind, OrganisationPaper, Scope, UnitPaper
from docgen.ledger import BranchLedger, OrganisationLedger
from docgen.ledger.branch import PictureKey
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Picture, Plain, View, dump

MakeLedger = Callable[..., BranchLedger]
Say = Callable[..., dict[str, Plain]]

SETTINGS = """
单位: 某公司
简报: {名称: 领航, 编发单位: 某公司机关党委, 起始总期号: 7}
五个一: {起始月: 2020-03, 截止月: 2020-12}
"""
BRANCH = """
名称: 中共某公司{short}委员会
简称: {short}
种类: 党支部
上级: 机关党委
成立日期: 2020-03-01
支委: [{{姓名: 张一, 职务: 书记}}, {{姓名: 李二, 职务: 组织委员}}]
党员:
  - {{姓名: 张一, 转正日期: 2010-07-01}}
  - {{姓名: 李二, 转正日期: 2011-07-01}}
  - {{姓名: 王三, 转正日期: 2012-07-01}}
  - {{姓名: 赵四, 转正日期: 2013-07-01, 免于硬性要求: 是}}
"""
ORGANISATION = "{名称: 某公司机关党委, 简称: 机关党委, 种类: 机关党委, 成立日期: 2018-01-01}"


@pytest.fixture(scope="session")
def make_ledger() -> MakeLedger:
    """A unit's ledger from the YAML of its records; an entry's id is the unit and its 编号."""

    def make(
        records: str = "",
        short: str = "一支部",
        settings: str = SETTINGS,
        unit: str = "",
        pictures: dict[PictureKey, Picture] | None = None,
    ) -> BranchLedger:
        return ledger_from(records, unit or BRANCH.format(short=short), settings, pictures)

    return make


@pytest.fixture(scope="session")
def organisation(make_ledger: MakeLedger) -> Callable[..., OrganisationLedger]:
    """An organisation of some branches, as it is reduced for one kind and period."""

    def reduce(kind: str, period: str, branches: Sequence[BranchLedger], records: str = "") -> OrganisationLedger:
        own = make_ledger(records, unit=ORGANISATION)
        when = Period.parse(period)
        digests = {each.unit.short: {kind: _digest(kind_of(kind), each, when)} for each in branches}
        return OrganisationLedger(own.unit, own, digests, own.settings, [each.unit for each in branches], when)

    return reduce


def kind_of(name: str) -> DocumentKind:
    return next(kind for kind in KINDS if kind.name == name)


def _digest(kind: DocumentKind, ledger: BranchLedger, period: Period) -> Plain:
    papers = (paper for paper in kind.papers if isinstance(paper, OrganisationPaper) and paper.covers(period))
    return next(papers).digest(ledger, period)


@pytest.fixture(scope="session")
def view_of() -> Callable[..., View]:
    """The view of a kind about a subject, as the catalogue makes it."""

    def make(kind: str, ledger: BranchLedger | OrganisationLedger, subject: str) -> View:
        about = Subject.parse(subject)
        if isinstance(ledger, BranchLedger):
            return next(each for each in kind_of(kind).papers if isinstance(each, UnitPaper)).view(ledger, about)
        wanted = Scope.ORGANISATION_MONTH if about.period and about.period.month else Scope.ORGANISATION_YEAR
        papers = (each for each in kind_of(kind).papers if isinstance(each, OrganisationPaper) and each.scope is wanted)
        return next(papers).view(ledger, about)

    return make


@pytest.fixture(scope="session")
def say(view_of: Callable[..., View]) -> Say:
    """What a paper says, as plain data by its labels."""
    return lambda kind, ledger, subject: dump(view_of(kind, ledger, subject), kind_of(kind).audience)


@pytest.fixture(scope="session")
def subjects() -> Callable[..., list[str]]:
    """The text forms of the papers that a kind makes of a ledger and a period."""

    def list_of(kind: str, ledger: BranchLedger, period: str) -> list[str]:
        about = Period.parse(period)
        return [str(each) for paper in kind_of(kind).papers for each in paper.subjects(ledger, about)]

    return list_of
