"""Takes the papers that are measured, writes docs/版式.md, which tells what a ruler finds: `python -m scripts.layout_page`."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from scripts.layout.papers import PAPERS, ROOT, Paper
from scripts.layout.printing import Clothes, print_papers

from docgen.inspection.ruler import Measured, Printed, measure
from docgen.page import PROFILES, profile_named

PAGE = ROOT / "docs" / "版式.md"
CLOTHES = {Clothes.PDF: "pdf", Clothes.OFFICE: "docx 经 LibreOffice"}
YES, NO = "是", "否"
INTRODUCTION = """# 版式：用尺子量出来的结果

本页写的不是参数，是在成品页面上量出来的数：从每个字的位置、每条线的位置和粗细、文件里的字体量起，单位是毫米。
量的是 docgen 直接生成的 pdf，和 docgen 生成的 docx 经 LibreOffice 排出的页面。共 {measures} 项，其中在允许范围内的
{within} 项。没有达到的照写“否”，不改要求，也不省略。

- “要求”来自《党政机关公文格式》（GB/T 9704—2012），没有规定的按通行做法；哪些是规定、哪些是推荐、哪些是实务，
  见样式各自的说明。允许的差数是量的时候定的：边线和页码 0.5 毫米，其余高度 1 毫米，`gb9704` 的首行、末行墨迹因字体不同可差 2 毫米。
- 国标没有规定以磅计的行距，没有规定发文机关标志的字号，没有规定红线的粗细，也没有规定用什么西文字体。
- 版面：{profiles}。
- 在 Word、WPS 里的结果以 Word、WPS 为准；LibreOffice 与它们的不同之处，下文写明。
- 版本：LibreOffice {office}，WeasyPrint {weasyprint}，PDFium（pypdfium2）{pdfium}。

本页由命令生成（`make layout`，即 `python -m scripts.layout_page`），不要手改；用的材料在
`scripts/layout/workspace/` 和 `samples/`。
"""
PROFILE = "{label}（`版式: {name}`）天头 {top}、地脚 {bottom}、订口 {left}、切口 {right} 毫米，行距 {pitch} 磅"
PAPER = "## {label}　{profile}"
LENGTH = "{clothes} {pages} 页"
COLUMNS = ("项目", "要求", "页面", "量得", "在允许范围内", "说明")
KNOWN = """## 需要知道的

- 字体：生成本页的电脑没有方正小标宋简体、仿宋_GB2312、楷体_GB2312，用开放字体代替，表中写明谁代谁；Noto 的各地区字形在
  一个文件里，LibreOffice 写进 pdf 的名称是其中第一个（jp），字形仍是简体。
- LibreOffice 7.4 读 docx 时把“允许标点悬出”（overflowPunct）理解反了：docgen 写的是不许悬出，Word 照办，
  LibreOffice 却把行尾的逗号、句号排到版心以外。表中“行尾标点悬出版心”一项因此写“否”，悬出的标点不计入“每行字数”和
  “满行右边”。
- LibreOffice 7.4 不理会“汉字与西文、数字之间不加空”的设置：有数字的行因此少排字（“每行字数”只量全是汉字和全角标点的
  行），成文日期因此长出约 6 毫米，起笔偏左。
- LibreOffice 7.4 遇到仿宋里没有的字（喆、赟、堃），每处把行撑宽约 0.2 毫米，一行里有两处的，可能少排一个字。
- LibreOffice 把固定行距的字排得比 pdf 低约 1.1 毫米，`gb33476` 的首行、末行墨迹因此也低。
"""


def page(printed: Mapping[tuple[str, Clothes], Printed], office: str) -> str:
    """Return the whole page."""
    results = {key: _measured(key[0], pages) for key, pages in printed.items()}
    every = [each for found in results.values() for each in found]
    introduction = INTRODUCTION.format(
        measures=len(every),
        within=sum(each.within for each in every),
        profiles="；".join(_profile(name) for name in PROFILES),
        office=office,
        weasyprint=version("weasyprint"),
        pdfium=version("pypdfium2"),
    )
    papers = ("\n".join(_paper(paper, printed, results)) + "\n" for paper in PAPERS)
    return "\n".join([introduction, *papers, KNOWN])


def _measured(key: str, printed: Printed) -> list[Measured]:
    paper = next(each for each in PAPERS if each.key == key)
    return measure(printed, profile_named(paper.profile), paper.items)


def _profile(name: str) -> str:
    it = PROFILES[name]
    return PROFILE.format(
        label=it.label,
        name=name,
        top=it.top_mm,
        bottom=it.bottom_mm,
        left=it.left_mm,
        right=it.right_mm,
        pitch=it.pitch_pt,
    )


def _paper(
    paper: Paper, printed: Mapping[tuple[str, Clothes], Printed], results: Mapping[tuple[str, Clothes], list[Measured]]
) -> Iterator[str]:
    yield PAPER.format(label=paper.label, profile=profile_named(paper.profile).label)
    yield ""
    lengths = (
        LENGTH.format(clothes=words, pages=len(printed[paper.key, clothes].sheets))
        for clothes, words in CLOTHES.items()
    )
    yield f"`{paper.subject}`，{'，'.join(lengths)}。"
    yield ""
    yield _row(COLUMNS)
    yield _row(["---"] * len(COLUMNS))
    for measures in zip(*(results[paper.key, clothes] for clothes in CLOTHES), strict=True):
        for clothes, each in zip(CLOTHES.values(), measures, strict=True):
            yield _row([each.item.label, each.target, clothes, each.measured, YES if each.within else NO, each.note])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def office_version() -> str:
    """Return the version of the LibreOffice that is here."""
    told = subprocess.run(["soffice", "--version"], check=True, capture_output=True, text=True, encoding="utf-8")
    return told.stdout.split()[1]


def main() -> None:
    """Make the papers, measure them, write the page."""
    with tempfile.TemporaryDirectory() as folder:
        printed = print_papers(PAPERS, Path(folder), CLOTHES)
    PAGE.write_text(page(printed, office_version()), encoding="utf-8")
    print(PAGE)


if __name__ == "__main__":
    main()
