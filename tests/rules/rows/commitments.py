"""The row of X12: the stages of a commitment and their days."""

from __future__ import annotations

from tests.rules.table import Never, Row, Try

PROMISED = "类型: 承诺\n编号: 承诺\n党员: 钱五\n年度: 2020\n"
PROMISE = "事项: [{内容: 整理档案, 措施: 归档120盒, 期限: 2020-09-30}]\n"
KEPT = (
    "事项: [{内容: 整理档案, 措施: 归档120盒, 期限: 2020-09-30, 进展: [{日期: 2020-06-30, 情况: 归档60盒}],"
    " 完成日期: 2020-09-25}]\n"
)
EXAMINED = "审诺: {意见: 同意, 日期: 2020-04-17}\n"
PUBLISHED = "示诺: {日期: 2020-04-20}\n"
REVIEWED = "评诺: {等次: 好, 日期: 2020-12-16}\n"
WHOLE = PROMISED + "提诺日期: 2020-04-13\n" + KEPT + EXAMINED + PUBLISHED + REVIEWED
SAME_DAY = (
    WHOLE.replace("2020-04-13", "2020-04-20")
    .replace("2020-04-17", "2020-04-20")
    .replace("2020-06-30", "2020-04-20")
    .replace("2020-12-16", "2020-09-25")
)

ROWS = (
    Row(
        "X12",
        satisfied=Try(WHOLE),
        broken=Try(PROMISED + PROMISE + PUBLISHED, ("X12 error 承诺",)),
        bound=Try(SAME_DAY),
        not_applicable=Try(PROMISED + PROMISE),
        overridden=Try(
            PROMISED + PROMISE + PUBLISHED, ("X12 warn 承诺",), settings="单位: 某公司\n规则: {X12: {级别: 警告}}"
        ),
        before=Never("本单位的要求，没有施行日期"),
        further=(
            Try(PROMISED + PROMISE + EXAMINED),
            Try(PROMISED + PROMISE + "审诺: {意见: 同意}\n" + PUBLISHED),
            # each stage that was skipped is said once, at the next one that is there
            Try(PROMISED + KEPT, ("X12 error 承诺",)),
            Try(PROMISED + KEPT + EXAMINED + REVIEWED, ("X12 error 承诺",)),
            Try(PROMISED + PROMISE + PUBLISHED + REVIEWED, ("X12 error 承诺", "X12 error 承诺")),
            Try(PROMISED + EXAMINED, ("X12 error 承诺",)),
            Try(WHOLE.replace("2020-04-13", "2020-04-18"), ("X12-dates error 承诺",)),
            Try(WHOLE.replace("2020-04-20", "2020-07-01"), ("X12-dates error 承诺",)),
            Try(WHOLE.replace("2020-12-16", "2020-09-24"), ("X12-dates error 承诺",)),
            # a stage without its day is passed over, the days around it are compared
            Try(WHOLE.replace(", 日期: 2020-04-17", "").replace("2020-04-13", "2020-04-21"), ("X12-dates error 承诺",)),
            Try(PROMISED + "事项: [{内容: 多做贡献}]", ("X12-measure warn 承诺",)),
            Try(PROMISED + "事项: [{内容: 多做贡献, 措施: 每月一次}]", ("X12-measure warn 承诺",)),
            Try(PROMISED + "事项: 无"),
        ),
    ),
)
