"""The row of X14: flags go to the highest score, and awards are scored in full."""

from __future__ import annotations

from tests.rules.table import Never, Row, Try

HEAD = "类型: 夺旗\n编号: 旗\n周期: 2020-Q2\n"


def contest(scores: str, winners: str = "") -> str:
    """Return the YAML of a contest."""
    won = f"得旗支部: [{winners}]\n" if winners else ""
    return f"{HEAD}评分: [{scores}]\n{won}"


def won(branch: str, flag: str = "引领旗") -> str:
    """Return a winner."""
    return f"{{旗: {flag}, 党支部: {branch}}}"


def award(scores: str, number: str = "奖", kind: str = "明星", more: str = "") -> str:
    """Return the YAML of an award."""
    return f"类型: 评选\n编号: {number}\n月份: 2020-06\n种类: {kind}\n对象: 张一\n评分: {{{scores}}}\n{more}"


TWO = "{党支部: 一支部, 引领旗: 90}, {党支部: 二支部, 引领旗: 95}"
EQUAL = TWO.replace("90", "95")
THREE = "政治素养: 95, 业务能力: 96, 工作绩效: 97"
FIVE = "经济效益: 90, 安全质量: 96, 思想作风: 92, 业务素质: 91, 民主管理: 93"

ROWS = (
    Row(
        "X14",
        satisfied=Try(f"{contest(TWO, won('二支部'))}---\n{award(THREE)}"),
        broken=Try(contest(TWO, won("一支部")), ("X14 error 旗",)),
        bound=Try(contest(EQUAL, f"{won('一支部')}, {won('二支部')}")),
        not_applicable=Try(contest(TWO)),
        overridden=Try(
            contest(TWO, won("一支部")), ("X14 info 旗",), settings="单位: 某公司\n规则: {X14: {级别: 提示}}"
        ),
        before=Never("本单位的要求和算术，没有施行日期"),
        further=(
            Try(contest(TWO, won("三支部")), ("X14-unscored warn 旗",)),
            Try(contest(TWO, won("二支部", "安全旗")), ("X14-unscored warn 旗", "X14-unwon warn 旗")),
            Try(contest("{党支部: 二支部, 引领旗: 95, 安全旗: 90}", won("二支部")), ("X14-unwon warn 旗",)),
            Try(contest(TWO, f"{won('二支部')}, {won('二支部')}"), ("X14-twice error 旗",)),
            Try(contest(f"{TWO}, {{党支部: 一支部, 引领旗: 91}}", won("二支部")), ("X14-twice error 旗",)),
            Try(award("政治素养: 95"), ("X14-scores warn 奖",)),
            Try(award(THREE, kind="五好班组"), ("X14-scores warn 奖",)),
            Try(award(FIVE, kind="五好班组")),
            Try(award(THREE.replace("97", "100"))),
            Try(award(THREE.replace("97", "100.5")), ("X14-over error 奖",)),
            Try(
                award(THREE, more=""), ("X14-over error 奖",) * 3, settings="单位: 某公司\n规则: {X14: {单项满分: 10}}"
            ),
            Try(f"{award(THREE)}---\n{award(THREE, '追记')}", ("X14-twice error 追记",)),
            Try(f"{award(THREE)}---\n{award(THREE, '追记', kind='示范岗')}"),
        ),
    ),
)
