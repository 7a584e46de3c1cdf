"""Takes nothing, gives the words about what was owed and not done (rules F1–F13)."""

from __future__ import annotations

from docgen.vocabulary.words import Words

FREQUENCY_WORDS: dict[str, Words] = {
    "F1": Words("{window}没有召开支部党员大会。", "开过的，补写会议记录并填“出席”；没有开的，不能用别的季度补。"),
    "F2": Words("{window}没有召开支委会。", "开过的，补写会议记录并填“出席”；没有开的，不能用别的月份补。"),
    "F3": Words("{window}没有召开党小组会（{value}）。", "开过的，补写会议记录，写明“党小组: {value}”并填“出席”。"),
    "F4": Words("{window}没有开展主题党日。", "开展过的，补写主题党日记录并填“出席”；没有开展的，不能用别的月份补。"),
    "F4-day": Words(
        "主题党日在{value}开展，当月的固定日是{fixed}。",
        "日期写错的，请改正；允许前后移动的，在“规则”的 F4 里写“允许前后天数”。",
    ),
    "F4-unclear": Words("主题党日固定日“{value}”不能识别。", "请写成“每月15日”或“每月第二个周五”。"),
    "F5": Words(
        "{window}党课讲了{count}次，按惯例应讲{need}次。",
        "讲过的，补写党课记录并填“出席”；本单位另有安排的，在“规则”的 F5 里改“次数”，或写“F5: 否”。",
    ),
    "F6": Words("{window}没有召开组织生活会。", "开过的，补写会议记录并填“出席”。"),
    "F7": Words(
        "{window}没有开展民主评议党员。", "开展过的，补写民主评议记录并填“出席”；结合组织生活会开展的，填“测评”。"
    ),
    "F8-committee": Words("{window}支委之间没有谈心谈话的记录（{value}）。", "谈过的，补写谈话记录，状态写“已谈”。"),
    "F8-member": Words("{window}没有支委与{value}谈心谈话的记录。", "谈过的，补写谈话记录，谈话人或谈话对象写支委。"),
    "F8-peer": Words("{window}没有其他党员与{value}谈心谈话的记录。", "谈过的，补写谈话记录；与支委的谈话另外计算。"),
    "F9": Words(
        "{value}{window}集中学习{hours}学时，不足{need}学时。",
        "参加过的，在会议、主题党日或教育培训的记录里补“学时”和出席人；年老体弱的，在名册里写“免于硬性要求: 是”。",
    ),
    "F9-leaders": Words(
        "书记、班子成员{value}{window}集中学习{hours}学时，不足{need}学时。",
        "参加过的，补“学时”和出席人；不按{need}学时要求的，在“规则”的 F9 里改“班子学时”。",
    ),
    "F10": Words("{window}的五个一没有完成“{value}”。", "做过的，补写记录：{evidence}。"),
    "F11": Words("{window}没有书记{value}的述职报告。", "述过职的，补写述职记录，“年度”写{year}。"),
    "F11-member": Words("{window}没有班子成员{value}的专题报告。", "报告过的，补写述职记录，“年度”写{year}。"),
    "F12": Words(
        "任期{expiry}届满，没有换届，也没有写“延期批准”。",
        "已经选举的，更新“换届”的“当选日期”；上级批准延期的，写“延期批准”；否则请尽快报批换届。",
    ),
    "F12-extended": Words(
        "任期{expiry}届满，经批准延期，到{last}仍没有换届。",
        "已经选举的，更新“换届”的“当选日期”；否则请尽快报批换届。",
    ),
    "F12-soon": Words(
        "任期{value}届满，最迟应在{last}前换届。",
        "请准备换届并报上级批准；已经选举的，更新“换届”的“当选日期”。",
    ),
    "F13": Words(
        "{value}从{since}到{until}连续{count}个月没有事由而缺席全部应参加的活动。",
        "有事由的，补写“请假”或缺席的“事由”；参加过的，补进“出席”；否则请党支部了解情况。",
    ),
    "F13-six": Words(
        "{value}从{since}到{until}连续{count}个月没有事由而缺席全部应参加的活动。",
        "有事由的，补写“请假”或缺席的“事由”；确无正当理由的，请支部研究，并按条例规定的程序报上级。",
    ),
}
