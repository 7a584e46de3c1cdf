"""The rows of X17–X20: what members and branches take on, its states, its people and its days."""

from __future__ import annotations

from tests.rules.table import Never, Row, Try

NO_DAY = Never("本单位的要求，没有施行日期")
ALWAYS = Never("前后一致，任何时候都要")
SUGGESTION = "类型: 合理化建议\n编号: 建议\n标题: 预约牌\n提出日期: 2020-03-18\n措施: 设牌\n"
REVIEWED = "评审: [{日期: 2020-03-25, 结论: 采纳}]\n"
BENEFIT, REWARD = "效益: {说明: 冲突减少}\n", "奖励: {形式: 奖金, 日期: 2020-06-01}\n"
REWARDED = SUGGESTION + REVIEWED + BENEFIT + REWARD + "状态: 激励\n"
REFUSED = SUGGESTION + "状态: 不采纳\n不采纳理由: 已有系统\n"
PROJECT = "类型: 书记破题\n编号: 破题\n题目: 合并\n开始: 2020-04-01\n"
AIMS = "目标: 一张\n措施: [梳理, 试用]\n"
CONCLUDED = PROJECT + AIMS + "结束: 2020-09-30\n成果: 一张\n状态: 结项\n"
BRAND = "类型: 品牌\n编号: 品牌\n名称: 一张表\n启动日期: 2020-04-01\n措施: [公布]\n"
OPINIONS, GOAL = "征求意见: [{党员: 赵四, 意见: 可行}]\n", "指标: [{指标: 办结率, 目标: 95%}]\n"
REACHED = "指标: [{指标: 办结率, 目标: 95%, 实际: 96%}]\n"
CARRIER = "类型: 先锋载体\n编号: 岗\n种类: 示范岗\n名称: 审核岗\n起止: {自: 2020-03-10, 至: 2020-12-31}\n"
TEAM = "类型: 攻关项目\n编号: 攻关\n种类: 党员攻关\n课题: 核对\n牵头人: 赵四\n开始: 2020-03-10\n"
PAIRING = "类型: 结对\n编号: 结对\n种类: 一带二\n党员: 赵四\n"
SPANNED = PAIRING + "对象: [林一一, 林一二]\n起止: {自: 2020-03-10, 至: 2020-06-30}\n成效: 上岗\n"
LIAISON = "类型: 联系点\n编号: 联系\n领导: 周七\n年度: 2020\n"
SERVICE = "类型: 志愿服务\n编号: 服务\n日期: 2020-03-20\n内容: 整理\n"
TRAINING = "类型: 教育培训\n编号: 培训\n种类: 业务\n日期: 2020-03-20\n"
DUTY = "类型: 责任清单\n编号: {}\n层级: 党支部\n岗位: 书记\n年度: {}\n责任人: 张一\n"
CHECKABLE = "职责: [{内容: 讲党课, 标准: 有提纲, 频次: 每季度, 佐证: 记录}]\n"
TALK = "类型: 谈话\n编号: 谈话\n种类: 提醒谈话\n日期: 2020-04-01\n谈话人: {姓名: 张一}\n谈话对象: 赵四\n"

ROWS = (
    Row(
        "X17",
        satisfied=Try(REWARDED),
        broken=Try(SUGGESTION + "状态: 激励\n", ("X17 warn 建议",)),
        bound=Try(CARRIER),
        not_applicable=Try(SUGGESTION),
        overridden=Try(REFUSED.replace("不采纳理由: 已有系统\n", ""), settings="单位: 某公司\n规则: {X17: {启用: 否}}"),
        before=NO_DAY,
        further=(
            Try(SUGGESTION + "状态: 受理\n"),
            Try(SUGGESTION + "状态: 认证\n", ("X17 warn 建议",)),
            Try(SUGGESTION + REVIEWED + "状态: 认证\n"),
            # a later step needs what the steps before it need
            Try(SUGGESTION + BENEFIT + REWARD + "状态: 激励\n", ("X17 warn 建议",)),
            Try(REFUSED),
            Try(REFUSED.replace("不采纳理由: 已有系统\n", ""), ("X17-declined error 建议",)),
            Try(REFUSED + REWARD, ("X17-reward error 建议",)),
            Try(REFUSED + REVIEWED, ("X17-verdict error 建议",)),
            Try(REWARDED.replace("结论: 采纳", "结论: 不采纳"), ("X17-verdict error 建议",)),
            # the last review decides
            Try(REWARDED.replace("[{", "[{日期: 2020-03-20, 结论: 不采纳}, {")),
            Try(PROJECT),
            Try(PROJECT + "状态: 立项\n", ("X17 warn 破题",)),
            Try(PROJECT + AIMS + "状态: 立项\n"),
            Try(PROJECT + AIMS + "状态: 结项\n", ("X17 warn 破题",)),
            Try(CONCLUDED),
            Try(BRAND + "状态: 命名\n", ("X17 warn 品牌",)),
            Try(BRAND + "成效: 办结62项\n状态: 命名\n"),
            Try(TALK + "状态: 已办结\n", ("X17 warn 谈话",)),
            Try(TALK + "后续: 已改正\n状态: 已办结\n"),
            Try(TALK + "状态: 已谈\n"),
            Try(CARRIER, ("X17-ended warn 岗",), day="2021-01-01"),
            Try(CARRIER + "成果: 审核1260份\n", day="2021-01-01"),
            Try(SPANNED.replace("成效: 上岗\n", ""), ("X17-ended warn 结对",)),
            Try(TEAM + "结束: 2020-06-30\n", ("X17-ended warn 攻关",)),
        ),
    ),
    Row(
        "X18",
        satisfied=Try(BRAND + OPINIONS + GOAL + "状态: 创建\n"),
        broken=Try(BRAND + GOAL + "状态: 创建\n", ("X18 warn 品牌",)),
        bound=Try(BRAND + OPINIONS + REACHED + "状态: 命名\n"),
        not_applicable=Try(BRAND + "状态: 策划\n"),
        overridden=Try(
            BRAND + GOAL + "状态: 创建\n",
            ("X18 error 品牌",),
            settings="单位: 某公司\n规则: {X18: {级别: 错误}}",
        ),
        before=NO_DAY,
        further=(
            Try(BRAND + OPINIONS + "状态: 创建\n", ("X18-measure warn 品牌",)),
            Try(BRAND + OPINIONS + GOAL + "状态: 命名\n", ("X18-measure warn 品牌",)),
            Try(BRAND + "状态: 创建\n", ("X18 warn 品牌", "X18-measure warn 品牌")),
        ),
    ),
    Row(
        "X19",
        satisfied=Try(PAIRING + "对象: [林一一, 林一二]\n"),
        broken=Try(PAIRING + "对象: [林一一]\n", ("X19 error 结对",)),
        bound=Try(PAIRING + "对象: [林一一, 林一二, 林一三]\n", ("X19 error 结对",)),
        not_applicable=Try(PAIRING.replace("一带二", "手拉手") + "对象: [某支部]\n"),
        overridden=Try(
            PAIRING + "对象: [林一一]\n", ("X19 warn 结对",), settings="单位: 某公司\n规则: {X19: {级别: 警告}}"
        ),
        before=ALWAYS,
        further=(
            Try(PAIRING.replace("一带二", "一帮一") + "对象: [林一一, 林一二]\n", ("X19 error 结对",)),
            Try(TEAM + "成员: [王三, 钱五]\n"),
            Try(TEAM + "成员: [王三, 林一一]\n", ("X19-roster warn 攻关",)),
            Try(TEAM.replace("党员攻关", "两带两创") + "成员: [王三, 林一一]\n"),
            Try(TEAM + "成员: [王三, 赵四]\n", ("X19-twice warn 攻关",)),
            Try(SERVICE + "时长: 2\n参加党员: [王三, 钱五, 王三]\n", ("X19-twice warn 服务",)),
            Try(f"{DUTY.format('甲', 2020)}---\n{DUTY.format('乙', 2020)}", ("X19-duty warn 甲",)),
            Try(f"{DUTY.format('甲', 2020)}---\n{DUTY.format('乙', 2021)}"),
        ),
    ),
    Row(
        "X20",
        satisfied=Try(LIAISON + "走访: [{日期: 2020-05-20}]\n"),
        broken=Try(LIAISON + "走访: [{日期: 2020-05-20}, {日期: 2021-01-01}]\n", ("X20 error 联系",)),
        bound=Try(LIAISON + "走访: [{日期: 2020-01-01}, {日期: 2020-12-31}]\n"),
        not_applicable=Try(LIAISON),
        overridden=Try(
            LIAISON + "走访: [{日期: 2021-01-01}]\n",
            ("X20 warn 联系",),
            settings="单位: 某公司\n规则: {X20: {级别: 警告}}",
        ),
        before=ALWAYS,
        further=(
            Try(LIAISON.replace("年度: 2020\n", "") + "走访: [{日期: 2021-01-01}]\n"),
            Try(SPANNED + "活动: [{日期: 2020-07-01, 内容: 讲解}]\n", ("X20 error 结对",)),
            Try(SPANNED + "活动: [{日期: 2020-06-30, 内容: 讲解}]\n"),
            Try(CARRIER.replace("至: 2020-12-31", "至: 2020-03-09"), ("X20 error 岗",)),
            Try(TEAM + "结束: 2020-03-09\n", ("X20 error 攻关",)),
            Try(TEAM + "轮次: [{日期: 2020-03-09}]\n", ("X20 error 攻关",)),
            Try(PROJECT + "里程碑: [{节点: 样表, 完成日期: 2020-03-31}]\n", ("X20 error 破题",)),
            Try(REWARDED.replace("日期: 2020-06-01", "日期: 2020-03-17"), ("X20 error 建议",)),
            Try(SUGGESTION + REVIEWED.replace("03-25", "03-17"), ("X20 error 建议",)),
            Try(BRAND + "阶段: [{名称: 试行, 自: 2020-03-31}]\n", ("X20 error 品牌",)),
            Try(SERVICE + "时长: 2\n参加党员: [王三]\n"),
            Try(SERVICE + "参加党员: [王三]\n", ("X20-hours warn 服务",)),
            Try(SERVICE + "时长: 2\n", ("X20-members warn 服务",)),
            Try(TRAINING, ("X20-hours warn 培训", "X20-members warn 培训")),
            Try(DUTY.format("甲", 2020) + CHECKABLE),
            Try(DUTY.format("甲", 2020) + CHECKABLE.replace(", 佐证: 记录", ""), ("X20-duty warn 甲",)),
        ),
    ),
)
