"""The row of X7: a record of the 五个一 that says it is done has what proves it."""

from __future__ import annotations

from tests.rules.table import UNIT, Never, Row, Try

SPAN = "单位: 某公司\n五个一: {起始月: 2020-03, 截止月: 2020-10}\n"
POLICY = "类型: 制度修订\n编号: 制度\n名称: 考勤办法\n"
PROBLEM = "类型: 办实事\n编号: 实事\n困难或问题: 缺防疫物资\n提出日期: 2020-05-06\n"
NEWS = "类型: 宣传稿\n编号: 稿\n标题: 举办大赛\n"
THEME_DAY = "类型: 主题党日\n编号: 党日\n主题: 参观学习\n开始: 2020-05-15 14:00\n"
STUDY = "类型: 会议\n会议类型: 理论学习\n编号: 学习\n开始: 2020-05-08 09:00\n"

PROVED = "\n---\n".join(
    (
        POLICY + "审核人: 张一\n发布日期: 2020-05-20",
        PROBLEM + "单位: 项目部\n解决日期: 2020-05-20\n结果: 物资已送到",
        NEWS + "日期: 2020-05-21\n渠道: [网站]",
        THEME_DAY + "出席: 其余\n成效: 写心得七篇",
        STUDY + "出席: 其余\n议题: [{标题: 学习, 材料: [{标题: 第三卷}], 发言: [{姓名: 王三, 内容: 谈体会}]}]",
    )
)
CLAIMED = "\n---\n".join(
    (
        POLICY + "发布日期: 2020-05-20",
        PROBLEM + "解决日期: 2020-05-20",
        NEWS + "日期: 2020-05-21",
        THEME_DAY + "成效: 写心得七篇",
        STUDY + "议题: [{标题: 学习, 第一议题: true, 发言: [{姓名: 王三, 内容: 谈体会}]}]",
    )
)
UNDER_WAY = "\n---\n".join(
    (POLICY + "日期: 2020-05-06\n审核人: 张一", PROBLEM + "单位: 项目部\n举措: 联系厂家", THEME_DAY, STUDY)
)
FOUND = ("X7 warn 制度", "X7 warn 实事", "X7 warn 稿", "X7 warn 党日", "X7 warn 学习")

ROWS = (
    Row(
        "X7",
        satisfied=Try(PROVED, settings=SPAN),
        broken=Try(CLAIMED, FOUND, settings=SPAN),
        bound=Try(
            f"{NEWS}日期: 2020-10-31\n---\n{NEWS.replace('编号: 稿', '编号: 迟')}日期: 2020-11-01",
            ("X7 warn 稿",),
            settings=SPAN,
        ),
        not_applicable=Try(CLAIMED),
        overridden=Try(CLAIMED, settings=SPAN + "规则: {X7: 否}"),
        before=Never("本单位的要求，没有施行日期；起止月之外见 bound"),
        further=(
            # a committee owes no 五个一
            Try(CLAIMED, settings=SPAN, unit=UNIT.replace("种类: 党支部", "种类: 机关党委")),
            Try(UNDER_WAY, settings=SPAN),
            Try(POLICY + "日期: 2020-05-06\n实施效果: 迟到减少", ("X7 warn 制度",), settings=SPAN),
            Try(POLICY + "实施效果: 迟到减少", settings=SPAN),
            Try(PROBLEM + "结果: 物资已送到", ("X7 warn 实事",), settings=SPAN),
            Try(STUDY + "出席: 其余", ("X7 warn 学习",), settings=SPAN),
            Try(NEWS + "日期: 2020-05-21", settings=SPAN, day="2020-05-20"),
            Try(NEWS + "日期: 2020-05-21", ("X7 warn 稿",), settings=SPAN, day="2020-05-21"),
            Try(CLAIMED, settings=SPAN, unit=UNIT.replace("成立日期: 2015-01-01", "成立日期: 2020-05-02")),
        ),
    ),
)
