"""What one unit cites of another is looked for among all that the other wrote, be it readable or not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.findings import Finding
from docgen.generation import open_ledger
from docgen.rules import check_across, digest, rulebook
from docgen.vocabulary import hint
from docgen.workspace import Workspace, open_workspace

DAY = date(2020, 12, 31)
BRANCH = "名称: 第一党支部\n简称: 一支部\n种类: 党支部\n上级: 机关党委\n"
COMMITTEE = "名称: 某机关党委\n简称: 机关党委\n种类: 机关党委\n"
NEWS = "类型: 宣传稿\n标题: 稿\n日期: 2020-03-20\n来源: [{}]\n"
TALK = "类型: 谈话\n种类: 谈心谈话\n日期: 2020-03-02\n谈话人: {姓名: 吴八}\n谈话对象: 吴九\n"
THEIRS = "类型: 会议\n会议类型: 党委会\n开始: 2020-03-02 09:00\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A committee with one good record and one that cannot be read, and a branch that cites them."""
    cited = "机关党委/2020/会, 机关党委/会, 机关党委/2020/坏, 机关党委/坏, 机关党委/2020/会议"
    files = {
        "docgen.yaml": "单位: 某公司\n",
        "机关党委/单位.yaml": COMMITTEE,
        "机关党委/记录/2020/会.yaml": THEIRS,
        "机关党委/记录/2020/坏.yaml": f"{THEIRS}地址: 三楼\n",
        "支部/一支部/单位.yaml": BRANCH,
        "支部/一支部/记录/稿.yaml": NEWS.format(cited),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return open_workspace(tmp_path)


def found(workspace: Workspace, *units: str) -> list[Finding]:
    """Return what X6 finds when these units are looked at."""
    ledgers = [open_ledger(workspace, unit, DAY) for unit in units]
    rules = rulebook(workspace.settings).only({"X6"})
    return check_across({each.unit.short: digest(each, rules, DAY) for each in ledgers}, rules, DAY)


def test_a_record_that_is_not_there_is_told_with_the_nearest(workspace: Workspace) -> None:
    (finding,) = found(workspace, "一支部", "机关党委")

    assert (finding.values["value"], finding.subject, finding.place.line) == ("机关党委/2020/会议", "一支部/稿", 4)
    assert "机关党委/2020/会" in hint(finding)


def test_no_confidential_record_of_another_unit_is_offered(workspace: Workspace) -> None:
    closed = workspace.root / "机关党委/记录/2020/会谈.yaml"
    closed.write_text(TALK, encoding="utf-8")

    (finding,) = found(open_workspace(workspace.root), "一支部", "机关党委")

    assert finding.values["near"] == "机关党委/2020/会"


def test_of_a_unit_that_was_not_looked_at_nothing_is_said(workspace: Workspace) -> None:
    assert found(workspace, "一支部") == []
