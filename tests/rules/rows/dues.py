"""The row of X10: what is due of which base."""

from __future__ import annotations

from tests.rules.table import Row, Try

JIAO = "单位: 某公司\n规则: {X10: {取整: 角}}"


def paid(*payments: tuple[str, str], month: str = "2020-06") -> str:
    """Return the YAML of one month's dues: pairs of 基数 and 应交."""
    rows = [f"  - {{党员: 张一, 基数: {base}, 应交: {due}}}" for base, due in payments]
    return "\n".join([f"类型: 党费\n编号: 党费\n月份: {month}\n明细:", *rows])


ROWS = (
    Row(
        "X10",
        satisfied=Try(paid(("2800", "14"), ("4800", "48"), ("8600", "129"), ("12000", "240"))),
        broken=Try(paid(("2800", "28"), ("12000", "190")), ("X10 error 党费", "X10 error 党费")),
        bound=Try(
            paid(
                ("0", "0"),
                ("3000", "15.00"),
                ("3000.01", "30.00"),
                ("5000", "50"),
                ("5000.01", "75"),
                ("10000", "150"),
                ("10000.01", "200"),
            )
        ),
        not_applicable=Try(
            "类型: 党费\n编号: 党费\n月份: 2020-06\n明细: [{党员: 张一, 应交: 5}, {党员: 李二, 基数: 4800}]"
        ),
        overridden=Try(paid(("3333", "33.30")), settings=JIAO),
        before=Try(paid(("2800", "28"), month="2008-03")),
        further=(
            # the setting turns both about
            Try(paid(("3333", "33.30")), ("X10 error 党费",)),
            Try(paid(("3333", "33.33"))),
            Try(paid(("3333", "33.33")), ("X10 error 党费",), settings=JIAO),
            Try(paid(("1", "0.01"), ("0.99", "0"), ("3001", "30.01"))),
            Try(paid(("4805", "48.1"), ("4804.99", "48")), settings=JIAO),
            Try("类型: 党费\n编号: 党费\n月份: 2020-06\n明细: 无"),
            Try("类型: 党费\n编号: 党费\n月份: 2020-06"),
        ),
    ),
)
