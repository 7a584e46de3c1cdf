"""Takes a branch's year, gives what it did in counts, section by section of its review."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.documents.five_ones.items import cells_of, counts, of_item, records
from docgen.documents.statistics.activities import held, listed, tally
from docgen.ledger import BranchLedger, Entry, FiveOnesItem, figures
from docgen.model.five_ones import OwnChoice
from docgen.model.period import Period
from docgen.model.service import CareVisit, Training, TrainingType, VolunteerWork
from docgen.view import Figure, View, label


class CountView(View, frozen=True, kw_only=True):
    """One counted thing: its words, the number, and the measure word behind it."""

    words: str = label("名称")
    figure: Figure = label("数")
    measure: str = label("量词")


TIMES, PIECES, VISITS = "次", "项", "人次"
HELD = "召开{}"
OPENINGS = {"党课": "上{}", "主题党日": "开展{}", "民主评议": "开展{}党员", "理论学习": "组织{}"}
CAME, RATE = "参加", "到会率"
ITEM_WORDS = {
    FiveOnesItem.STUDY: ("开展学习研讨", TIMES),
    FiveOnesItem.THEME_DAY: ("开展主题党日", TIMES),
    FiveOnesItem.POLICY: ("完成制度和流程修订", PIECES),
    FiveOnesItem.PROBLEM: ("办实事", "件"),
    FiveOnesItem.NEWS: ("发布宣传稿", "篇"),
}
AVERAGE, TRAININGS = ("党员人均集中学习", "学时"), ("组织教育培训", TIMES)
DUE, DONE, OWN = ("“五个一”应完成", PIECES), ("完成", PIECES), ("开展自选动作", PIECES)
INTEGRITY = ("开展廉政警示教育", TIMES)
VOLUNTEERED, VOLUNTEERS, CARED = ("开展志愿服务", TIMES), ("参加", VISITS), ("走访慰问", TIMES)

Counts = Iterator[CountView]


def counted(words: tuple[str, str], figure: Figure) -> CountView:
    """Return a number with the words around it."""
    return CountView(words=words[0], figure=figure, measure=words[1])


def achievements(ledger: BranchLedger, period: Period, section: str) -> tuple[CountView, ...]:
    """Return what a section counts; what was done not once is left out."""
    return tuple(view for view in _SECTIONS[section](ledger, period) if view.figure.value)


def item_count(ledger: BranchLedger, period: Period, item: FiveOnesItem) -> CountView:
    """Return how often one of the five items was done."""
    return counted(ITEM_WORDS[item], records(of_item(cells_of(ledger, period), item)))


def _political(ledger: BranchLedger, period: Period) -> Counts:
    yield item_count(ledger, period, FiveOnesItem.STUDY)


def _organisation_life(ledger: BranchLedger, period: Period) -> Counts:
    for name in listed(ledger, period):
        words = OPENINGS.get(name, HELD).format(name)
        yield counted((words, TIMES), figures.count(held(ledger, period, name)))
    whole = tally(ledger, held(ledger, period))
    yield counted((CAME, VISITS), whole.visits)
    yield counted((RATE, ""), whole.rate)


def _education(ledger: BranchLedger, period: Period) -> Counts:
    hours = [figure for member, figure in ledger.hours(period.year) if not member.exempt]
    if hours:
        yield counted(AVERAGE, figures.mean(hours))
    yield counted(TRAININGS, figures.count(ledger.of(Training, period)))


def _integration(ledger: BranchLedger, period: Period) -> Counts:
    made = counts(cells_of(ledger, period))
    yield counted(DUE, made.due)
    yield counted(DONE, made.done)
    for item in (FiveOnesItem.POLICY, FiveOnesItem.NEWS):
        yield item_count(ledger, period, item)
    yield counted(OWN, figures.count(ledger.of(OwnChoice, period)))


def _integrity(ledger: BranchLedger, period: Period) -> Counts:
    yield counted(INTEGRITY, figures.count(ledger.of(Training, period, type=TrainingType.INTEGRITY)))


def _service(ledger: BranchLedger, period: Period) -> Counts:
    yield item_count(ledger, period, FiveOnesItem.PROBLEM)
    work = ledger.of(VolunteerWork, period)
    yield counted(VOLUNTEERED, figures.count(work))
    yield counted(VOLUNTEERS, figures.total(_members(entry) for entry in work))
    yield counted(CARED, figures.count(ledger.of(CareVisit, period)))


def _members(entry: Entry[VolunteerWork]) -> Figure:
    return figures.number(len(entry.model.members or ()), (entry.id,))


_SECTIONS: dict[str, Callable[[BranchLedger, Period], Counts]] = {
    "political": _political,
    "organisation_life": _organisation_life,
    "education": _education,
    "integration": _integration,
    "integrity": _integrity,
    "service": _service,
}
SECTIONS = tuple(_SECTIONS)
