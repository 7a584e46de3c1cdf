"""Takes nothing, gives what the page of records says beyond labels: examples, which fields are long, which are rare."""

from __future__ import annotations

from collections.abc import Mapping

EXAMPLES: Mapping[str, str] = {
    "date-invalid": "2020-03-12",
    "moment-invalid": "2020-03-12 19:30",
    "month-invalid": "2020-03",
    "period-invalid": "2020、2020-Q1 或 2020-03",
    "year-invalid": "2020",
    "hours-invalid": "1.5",
    "points-invalid": "+2 或 -0.5",
    "money-invalid": "120.50",
    "count-invalid": "3",
    "document-number-invalid": "机党〔2020〕3号",
    "minutes-number-invalid": "〔2020〕3号",
    "copy-number-invalid": "000001",
}
"""By the code of a typed text: how it may look."""

TRUTHS = ("是", "否")
BETWEEN = "；"
DEFAULT = "不写即“{}”"
UNKNOWN_LABEL = "这种记录没有这一项，原样保留；请改到合适的项目里，或清空。"
ODD_VALUE = "这里的内容不是这一项的写法，原样保留。请在 YAML 视图中修改，或移去后重填。"

LONG_LABELS = frozenset(
    [
        "内容",
        "决议",
        "正文",
        "导语",
        "措施",
        "整改措施",
        "举措",
        "意见",
        "反馈意见",
        "征求意见",
        "意见建议",
        "修改意见",
        "修订要点",
        "梳理发现",
        "实施效果",
        "成效",
        "成果",
        "效果",
        "预期效果",
        "结果",
        "情况",
        "现状",
        "背景",
        "问题",
        "困难或问题",
        "原因",
        "扣分原因",
        "事迹",
        "目的",
        "目标",
        "工作目标",
        "方法",
        "展望",
        "研讨",
        "行动",
        "复盘",
        "后续",
        "听取",
        "认为",
        "指出",
        "决定",
        "要求",
        "概述",
        "摘要",
        "政治建设",
        "组织生活",
        "党员教育",
        "融合",
        "廉政",
        "廉洁自律",
        "一岗双责",
        "学习",
        "服务",
        "内涵",
        "指标",
        "实际",
        "佐证",
        "备注",
        "附注",
        "自评",
        "互评",
        "支部评",
        "群众评",
        "不采纳理由",
        "董事会结果",
        "解决",
        "谈心谈话",
        "说明",
    ]
)
"""Labels of texts that run over several lines."""

FIRST_LABELS = (
    "类型", "会议类型", "主题", "标题", "名称", "题目", "课题", "种类", "党员", "姓名", "年度", "月份", "周期", "期间",
    "开始", "结束", "日期", "地点", "方式", "党小组", "主持人", "记录人", "出席", "请假", "缺席", "列席", "议题", "任务",
)  # fmt: skip
"""Labels with which a form begins, in this order; all others follow as the model has them."""

RARE_LABELS = frozenset(
    [
        "编号",
        "党支部",
        "备注",
        "文号",
        "主持受托",
        "应到范围",
        "附件",
        "联系人",
        "通知日期",
        "要求",
        "发文",
        "抄送",
        "印发",
        "主讲人",
        "题目",
        "提纲",
        "主题",
        "会前",
        "查摆问题",
        "批评",
        "测评",
        "选举",
        "会前研究",
        "决议发文",
        "重要",
        "党小组",
    ]
)
"""Labels of optional fields that most records of a day do without: folded until somebody uses them."""

USUAL_LABELS: Mapping[str, frozenset[str]] = {
    "主题党日": frozenset({"主题"}),
    "党课": frozenset({"主讲人", "题目", "提纲"}),
    "组织生活会": frozenset({"主题", "会前", "查摆问题", "批评"}),
    "民主评议": frozenset({"主题", "会前", "测评"}),
    "支部党员大会": frozenset({"会前研究"}),
    "党小组会": frozenset({"党小组"}),
    "考核": frozenset({"党支部"}),
    "联系点": frozenset({"党支部"}),
}
"""By kind of record or 会议类型: labels that are rare elsewhere and not there."""

PEOPLE_LABELS = frozenset(
    [
        "主持人",
        "记录人",
        "汇报人",
        "姓名",
        "批准人",
        "责任人",
        "联系人",
        "主讲人",
        "批评人",
        "被批评人",
        "审核人",
        "供稿人",
        "谈话人",
        "谈话对象",
        "负责人",
        "成员",
        "参加党员",
        "监票人",
        "计票人",
        "候选人",
        "收缴人",
        "申报人",
        "建议人",
        "述职人",
        "一审",
        "二审",
        "三审",
        "慰问人",
        "带动对象",
        "组长",
        "考核人",
        "评审人",
        "编辑",
        "审核",
        "签发",
    ]
)
"""Labels of texts that mostly name somebody of the roster, though they need not."""
GROUP_LABELS = frozenset({"党小组"})

NEW_TITLE = "新记录"
ROW = " › "
DAILY_KINDS = (
    "支委会", "支部党员大会", "党小组会", "党课", "理论学习", "组织生活会", "民主评议", "党委会", "其他会议",
    "主题党日", "承诺", "制度修订", "办实事", "宣传稿", "自选动作",
)  # fmt: skip
"""What is written every month, by kind or 会议类型; the rest of the kinds follows in a menu."""

TITLE_LABELS = ("题目", "主题", "标题", "名称", "课题", "困难或问题", "事项", "党员", "姓名", "对象", "内容")
"""Labels of texts by which a record is known in a list that is not complete yet."""
