"""Takes 单位.yaml and docgen.yaml, gives the unit and the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

from docgen.model.period import Period
from docgen.model.privacy import PRIVATE_FIELDS
from docgen.model.schema import settings_schema, unit_schema
from docgen.model.settings import PageProfile, Settings
from docgen.model.unit import Unit

Read = Callable[[str], dict[str, Any]]
Unwritten = Callable[[BaseModel], Iterator[str]]

UNIT = """
名称: 总部第一党支部
简称: 一支部
种类: 党支部
上级: 机关党委
独立法人: 是
成立日期: 2020-03-01
撤销日期: 2025-03-01
主题党日固定日: 每月15日
联系人: 李二
联系电话: 010-00000000
换届: {当选日期: 2020-03-01, 任期: 3, 延期批准: 〔2023〕1号}
支委: [{姓名: 张一, 职务: 书记, 自: 2020-03-01, 至: 2023-03-01}]
党小组: [{名称: 第一党小组, 组长: 王三, 自: 2020-03-01, 至: 2023-03-01}]
党员:
  - 编号: 007
    姓名: 张一
    性别: 男
    民族: 汉族
    出生年月: 1980-05
    学历: 大学
    入党日期: 2005-07-01
    转正日期: 2006-07-01
    岗位: 部门主任
    党小组: [{名称: 第一党小组, 自: 2020-03-01, 至: 2020-06-30}]
    转入: 2020-03-01
    离开: {日期: 2022-01-01, 事由: 转出}
    流动: [{自: 2020-05-01, 至: 2020-08-31}]
    权利中止: [{自: 2021-01-01, 至: 2021-06-30, 事由: 处分}]
    领导干部: 是
    免于硬性要求: 否
"""

SETTINGS = (
    """
单位: 某公司
简报: {名称: 领航, 编发单位: 机关党委, 起始总期号: 1, 起始月: 2020-03}
五个一: {起始月: 2020-03, 截止月: 2020-12}
公文: {发文机关标志: 某公司机关党委, 机关代字: 某机党, 加盖印章: 是}
规则: {F5: {级别: info}}
积分方案:
  周期: 季度
  基础分: 60
  下限: 0
  上限: 100
  类别:
    - 名称: 志愿服务
      上限: 20
      项目:
        - {名称: 值守, 分值: 2, 来源: 志愿服务, 计法: 小时}
        - {名称: 到会, 分值: 1, 来源: 参加会议, 会议类型: [党课]}
        - {名称: 评诺好, 分值: 1, 来源: 评诺, 评诺等次: [好]}
  等次: [{名称: 优秀, 不低于: 90}]
  年度等次: [{名称: 优秀, 不低于: 90}]
  不参加: [免于硬性要求]
考核方案:
  组织体系设置: 10
  支部班子队伍建设: 15
  党员教育管理: 15
  党的组织生活: 20
  工作载体搭建: 10
  活动场所建设: 10
  服务党员群众: 10
  基本工作保障: 10
赛马: {划线: [90, 80], 名称: [先进, 中间, 后进]}
夺旗: {周期: 季度, 评分项: [引领旗]}
责任清单: {层级: [党委, 党支部], 岗位: [书记]}
规定动作: [重温入党誓词]
承诺前言: 我承诺
版式: gb33476
限额: {文件大小: 128, 层数: 10, 图片大小: 5, 图片像素: 30}
"""
    "公开: {" + ", ".join(f"{each.label}: 保密" for each in PRIVATE_FIELDS) + "}"
)


def test_everything_of_a_unit_can_be_written(read: Read, unwritten: Unwritten) -> None:
    unit = Unit.model_validate(read(UNIT))

    assert list(unwritten(unit)) == []
    assert unit.members[0].number == "007"
    assert unit.members[0].groups[0].until == date(2020, 6, 30)
    assert unit.members[0].leading_cadre
    assert Draft202012Validator(unit_schema()).is_valid(read(UNIT))


def test_everything_of_the_settings_can_be_written(read: Read, unwritten: Unwritten) -> None:
    settings = Settings.model_validate(read(SETTINGS))

    assert list(unwritten(settings)) == []
    assert settings.page is PageProfile.GB33476
    assert settings.five_ones
    assert settings.five_ones.last == Period(2020, month=12)
    assert Draft202012Validator(settings_schema()).is_valid(read(SETTINGS))


def test_settings_need_the_name_of_the_organisation_alone(read: Read) -> None:
    settings = Settings.model_validate(read("单位: 某公司"))

    assert settings.racing.names == ("先进", "中间", "后进")
    assert settings.limits.depth == 20


@pytest.mark.parametrize(
    ("written", "names"), [("第一党小组", ["第一党小组"]), ("无", []), ([{"名称": "甲"}, {"名称": "乙"}], ["甲", "乙"])]
)
def test_a_member_names_one_group_or_lists_them_by_days(written: object, names: list[str]) -> None:
    member = {"姓名": "张一", "党小组": written}
    unit = Unit.model_validate({"名称": "甲支部", "简称": "甲", "种类": "党支部", "党员": [member]})

    assert [group.name for group in unit.members[0].groups] == names


def test_a_unit_of_an_unknown_type_is_refused() -> None:
    with pytest.raises(ValidationError, match="种类"):
        Unit.model_validate({"名称": "甲支部", "简称": "甲", "种类": "车间"})
