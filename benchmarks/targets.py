"""Takes results, gives each target with what was measured for it: what docgen wants to reach beside peers and limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from statistics import median

from benchmarks.results import Result
from benchmarks.rounds import ratio, spread
from benchmarks.tables import times

Measure = Callable[[Result], float]
ENGINES = frozenset({"rich", "weasyprint", "docxtpl", "docx", "lxml", "openpyxl", "jinja2", "PIL", "fontTools"})


class Unit(Enum):
    """How a number is written."""

    TIMES = "倍"
    SHARE = "%"
    COUNT = "个"

    def written(self, number: float) -> str:
        """Return a number with its unit."""
        if self is Unit.SHARE:
            return f"{number * 100:.1f} %"
        return f"{times(number)} 倍" if self is Unit.TIMES else f"{number:.0f} 个"

    def bound(self, number: float) -> str:
        """Return a bound with its unit, in as few digits as it has."""
        return f"{number * 100 if self is Unit.SHARE else number:g} {self.value}"


@dataclass(frozen=True)
class Target:
    """One line of the table: of which part, what it says, how it is computed, and what it should be."""

    part: str
    says: str
    measure: Measure
    bound: float
    unit: Unit = Unit.TIMES
    least: bool = False
    """Whether the bound is the least that is wanted; else it is the most."""

    def measured(self, results: Mapping[str, Result]) -> float | None:
        """Return what was measured; None where it was not."""
        found = results.get(self.part)
        try:
            return None if found is None else self.measure(found)
        except KeyError:
            return None

    def reached(self, number: float) -> bool:
        """Tell whether a number is what is wanted."""
        return number >= self.bound if self.least else number <= self.bound


def beside(above: str, below: str) -> Measure:
    """Return the ratio of two things that were measured by turns."""
    return lambda found: ratio(found.values[above], found.values[below])


def saved(own: str, plain: str) -> Measure:
    """Return the share of the time that is saved."""
    return lambda found: 1 - ratio(found.values[own], found.values[plain])


def fact(name: str) -> Measure:
    """Return a number that was counted."""
    return lambda found: float(found.facts[name])


def failing(*names: str) -> Measure:
    """Return how many facts do not hold."""
    return lambda found: float(sum(not found.facts[name] for name in names))


def imports(name: str, unwanted: frozenset[str]) -> Measure:
    """Return how many unwanted packages were imported."""
    return lambda found: float(len(unwanted & set(str(found.facts[name]).split())))


def branch_spread(found: Result) -> float:
    """Return how far the seconds a branch lie apart between 10 and 1000 branches."""
    return spread(median(found.values[f"inner-{size}"]) for size in (10, 100, 1000))


def further_spread(found: Result) -> float:
    """Return how far apart the seconds that each branch more takes lie, from 10 to 100 and from 100 to 1000."""
    return spread(float(found.facts[f"further-{size}"]) for size in (100, 1000))


def driver_growth(found: Result) -> float:
    """Return the driver's memory at 1000 branches beside that at 100."""
    return found.peaks["driver-1000"] / found.peaks["driver-100"]


def other_pages(found: Result) -> float:
    """Return how many programs make another number of pages than docgen."""
    pages = [count for name, count in found.facts.items() if name.startswith("pages-")]
    return float(sum(count != found.facts["pages-pdf"] for count in pages))


TARGETS = (
    Target("docx", "docx，视图→字节：docxtpl（每份新开）÷ docgen", beside("docxtpl", "docgen"), 50, least=True),
    Target("docx", "docx，视图→字节：docxtemplater ÷ docgen", beside("docxtemplater", "docgen"), 12, least=True),
    Target("docx", "docx，视图→字节：Carbone ÷ docgen", beside("carbone", "docgen"), 80, least=True),
    Target("docx", "docx，视图→字节：docgen ÷ 下限（只填文字、压缩一次）", beside("docgen", "bound"), 3),
    Target(
        "docx", "带两幅照片的 docx：docxtpl ÷ docgen", beside("docxtpl-pictures", "docgen-pictures"), 15, least=True
    ),
    Target("docx", "docxtpl 只渲染 ÷ docgen 从记录文件到 docx 全程", beside("docxtpl", "file"), 15, least=True),
    Target("pdf", "pdf：比逐份直接调用 WeasyPrint 省时", saved("pdf", "weasyprint"), 0.15, Unit.SHARE, least=True),
    Target(
        "pdf",
        "pdf：LibreOffice（一个进程 20 份，每份）÷ docgen",
        beside("soffice-batch", "pdf-beside"),
        1.4,
        least=True,
    ),
    Target("pdf", "pdf：页数与 docgen 不同的程序", other_pages, 0, Unit.COUNT),
    Target("startup", 'docgen --help ÷ python -c "import click"', beside("help", "import-click"), 1.6),
    Target("startup", '命令行出一份 docx ÷ python -c "import docxtpl"', beside("one-docx", "import-docxtpl"), 4),
    Target("startup", "docgen --help 载入的 rich 和渲染引擎", imports("help-imports", ENGINES), 0, Unit.COUNT),
    Target("startup", "出 docx 时载入的 WeasyPrint", imports("docx-imports", frozenset({"weasyprint"})), 0, Unit.COUNT),
    Target("scale", "导出 docx：10 到 1000 个支部，每支部用时最多相差", branch_spread, 0.10, Unit.SHARE),
    Target("scale", "导出 docx：每多一个支部的用时，10→100 与 100→1000 相差", further_spread, 0.10, Unit.SHARE),
    Target("scale", "导出 docx：主进程峰值内存，1000 个支部 ÷ 100 个支部", driver_growth, 1.3),
    Target("workers", "导出 docx：一个进程用时 ÷ 两个进程用时", beside("one", "two"), 1.8, least=True),
    Target("again", "无改动的第二次导出 ÷ 第一次（含 pdf）", beside("again", "first"), 0.05, Unit.SHARE),
    Target("again", "无改动的第二次导出写过的文件", fact("touched"), 0, Unit.COUNT),
    Target("again", "改一条记录后，内容未变却重写的文件", fact("needless"), 0, Unit.COUNT),
    Target("cluster", "Dask：一个工作进程用时 ÷ 两个工作进程用时", beside("one", "two"), 1.7, least=True),
    Target(
        "cluster",
        "Dask：中途杀掉一个工作进程，导出未完成或字节不同",
        failing("completed", "same-as-here", "same-after-kill"),
        0,
        Unit.COUNT,
    ),
    Target("crash", "随机时刻杀掉导出：留下写了一半的文件的次数", fact("broken"), 0, Unit.COUNT),
    Target("crash", "随机时刻杀掉导出：再次导出后字节不同的次数", fact("different"), 0, Unit.COUNT),
    Target("kills", "随机时刻杀掉正在改记录的进程：已答复“已保存”却找不到的改动", fact("edits-lost"), 0, Unit.COUNT),
    Target("kills", "随机时刻杀掉正在改记录的进程：重启后与日志不一致的文件", fact("files-differing"), 0, Unit.COUNT),
    Target("clients", "五十个客户端同时改：丢失的改动", fact("crowd-lost"), 0, Unit.COUNT),
    Target("clients", "五十个客户端同时改：日志重放后与磁盘不同的文件", fact("crowd-differing"), 0, Unit.COUNT),
    Target("clients", "五十个客户端同时改：读到写了一半的文件", fact("crowd-halves"), 0, Unit.COUNT),
)
