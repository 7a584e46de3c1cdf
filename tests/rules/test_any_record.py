"""Takes whatever a clerk may type, gives findings that can be said; no rule stumbles over a record."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.any_record import entries_of, records_of
from tests.rules.table import UNIT
from tests.typed import filled, read

from docgen.ledger import BranchLedger
from docgen.model.base import RecordModel
from docgen.model.kinds import KINDS
from docgen.model.settings import Settings
from docgen.model.unit import Unit
from docgen.rules import check, rulebook
from docgen.vocabulary import hint, message

READ_BY = {
    "X7": ("会议", "主题党日", "制度修订", "办实事", "宣传稿"),
    "X8": ("会议",),
    "X9": ("谈话",),
    "X10": ("党费",),
    "X11": ("积分", "考核", "志愿服务", "教育培训", "承诺", "会议", "主题党日"),
    "X12": ("承诺",),
    "X15": ("发展党员",),
    "X16": ("前置研究", "会议"),
    "X21": ("会议",),
    "X17": ("合理化建议", "书记破题", "品牌", "谈话", "攻关项目", "先锋载体", "结对"),
    "X18": ("品牌",),
    "X19": ("结对", "攻关项目", "先锋载体", "志愿服务", "教育培训", "责任清单"),
    "X20": (
        "书记破题",
        "攻关项目",
        "合理化建议",
        "品牌",
        "联系点",
        "先锋载体",
        "结对",
        "志愿服务",
        "教育培训",
        "责任清单",
        "慰问",
    ),
}
"""The kinds of records that each rule reads."""

UNITS = st.sampled_from(
    [
        UNIT,
        UNIT.replace("姓名: 周七,", "姓名: 周七, 领导干部: true,"),
        UNIT.replace("姓名: 赵四,", "姓名: 张一, 编号: 1, 领导干部: true,"),
        UNIT.replace("{姓名: 赵四, 转正日期: 2010-07-01}", "{姓名: 赵四}"),
        UNIT + "撤销日期: 2020-03-10\n",
        "名称: 机关党委\n简称: 一支部\n种类: 机关党委\n",
    ]
)
SETTINGS = st.sampled_from(
    [
        "单位: 某公司",
        "单位: 某公司\n五个一: {起始月: 2019-03}\n积分方案: {类别: [{名称: 志愿服务, 上限: 2}]}\n考核方案: {活动场所建设: 5}\n",
        "单位: 某公司\n五个一: {起始月: 2020-03, 截止月: 2020-05}\n规则: {X8: {基数: 正式党员, 比例分子: 0}}\n",
        "单位: 某公司\n积分方案: {周期: 季度, 类别: 无}\n规则: {X10: {取整: 角}}\n",
        """单位: 某公司
积分方案:
  不参加: [预备党员, 流动党员, 免于硬性要求]
  类别:
    - 名称: 志愿服务
      项目:
        - {名称: 会议, 分值: 1, 来源: 参加会议}
        - {名称: 缺会, 分值: -1, 来源: 会议缺席}
        - {名称: 党日, 分值: 1, 来源: 参加主题党日}
        - {名称: 缺党日, 分值: -1, 来源: 主题党日缺席}
        - {名称: 承诺, 分值: 1, 来源: 完成承诺}
        - {名称: 评诺, 分值: 1, 来源: 评诺}
        - {名称: 志愿, 分值: 1, 来源: 志愿服务, 计法: 小时}
        - {名称: 培训, 分值: 1, 来源: 教育培训, 计法: 小时}
""",
        "单位: 某公司\n规则: {X8: {基数: 应评人数, 比例分母: 0}}\n",
    ]
)


@pytest.mark.parametrize("rule", READ_BY)
@given(st.data(), UNITS, SETTINGS, st.sampled_from([date(2020, 3, 1), date(2020, 12, 31), date.max]))
def test_a_rule_says_something_of_any_records(
    rule: str, data: st.DataObject, unit: str, settings: str, day: date
) -> None:
    kinds = st.sampled_from([KINDS[label] for label in READ_BY[rule]])
    records: list[RecordModel] = data.draw(st.lists(kinds.flatmap(records_of), min_size=1, max_size=4))
    (record,) = read(unit)
    known, source = filled(record, Unit), record.source
    ledger = BranchLedger(known, source, filled(read(settings)[0], Settings), entries_of(records, known.short), day=day)

    found = check(ledger, rulebook(ledger.settings).only({rule}), day)

    assert all(message(each) and hint(each) and each.basis and each.subject for each in found)
