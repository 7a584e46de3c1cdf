"""Takes nothing, gives a unit of the party: its dated roster, committee and groups, as written in 单位.yaml."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from docgen.model.base import NONE, Count, Day, Line, Model, Several, Truth, Word, label, needed


class UnitType(StrEnum):
    """The levels of units, from a whole committee to a group."""

    PARTY_COMMITTEE = "党委"
    OFFICE_COMMITTEE = "机关党委"
    SECOND_COMMITTEE = "二级党委"
    GENERAL_BRANCH = "党总支"
    BRANCH = "党支部"
    GROUP = "党小组"


class Departure(StrEnum):
    """Why a member left."""

    TRANSFERRED = "转出"
    DIED = "去世"
    EXPELLED = "出党"
    STRUCK_OFF = "除名"
    SUSPENDED_MEMBERSHIP = "停止党籍"


class Span(Model):
    """Days from `since` to `until`, both included; open where one is absent."""

    since: Day | None = label("自")
    until: Day | None = label("至")


class Post(Span):
    """A post on the committee."""

    name: Line = needed("姓名")
    post: Line = needed("职务", "书记、副书记、组织委员……")


class Group(Span):
    """A 党小组 and who leads it."""

    name: Line = needed("名称")
    leader: Line | None = label("组长")


GROUP_NAME = "名称"


class GroupSpan(Span):
    """The 党小组 of a member, by days."""

    name: Line = needed(GROUP_NAME)


class Leaving(Model):
    """When and why a member left."""

    day: Day = needed("日期")
    reason: Departure = needed("事由")


class RightsSuspension(Span):
    """Days on which a member's rights were suspended."""

    reason: Line | None = label("事由")


def _one_group(value: Any) -> Any:
    return ({GROUP_NAME: value},) if isinstance(value, str) else value


MemberGroups = Annotated[
    tuple[GroupSpan, ...],
    BeforeValidator(_one_group, json_schema_input_type=Line | tuple[GroupSpan, ...]),
    Word(NONE),
]


class Member(Model):
    """One person of the roster."""

    number: Line | None = label("编号", "同名者必填，用来区分")
    name: Line = needed("姓名")
    sex: Line | None = label("性别")
    ethnicity: Line | None = label("民族")
    born: Line | None = label("出生年月")
    education: Line | None = label("学历")
    joined: Day | None = label("入党日期", "支部大会接收为预备党员的日期")
    confirmed: Day | None = label("转正日期", "成为正式党员的日期；不写即预备党员")
    job: Line | None = label("岗位")
    groups: MemberGroups = label("党小组", "党小组的名称；换过党小组的逐段写明", default=())
    transferred_in: Day | None = label("转入", "组织关系转入本支部的日期")
    left: Leaving | None = label("离开")
    mobile: Several[Span] = label("流动", default=())
    suspensions: Several[RightsSuspension] = label("权利中止", default=())
    leading_cadre: Truth = label("领导干部", default=False)
    exempt: Truth = label("免于硬性要求", "年老体弱等，可不作硬性要求", default=False)


class Term(Model):
    """The committee's term of office."""

    elected: Day | None = label("当选日期")
    years: Count = label("任期", "年数", default=3)
    extension: Line | None = label("延期批准", "上级批准延期的文号或日期")


class Unit(Model):
    """One unit of the tree."""

    name: Line = needed("名称")
    short: Line = needed("简称")
    type: UnitType = needed("种类")
    superior: Line | None = label("上级", "上级单位的简称")
    legal_entity: Truth = label("独立法人", "不设党委、有重大事项决策权的独立法人企业的党支部写“是”", default=False)
    founded: Day | None = label("成立日期")
    dissolved: Day | None = label("撤销日期")
    theme_day: Line | None = label("主题党日固定日", "每月15日，或每月第二个周五")
    contact: Line | None = label("联系人")
    phone: Line | None = label("联系电话")
    term: Term | None = label("换届")
    committee: Several[Post] = label("支委", default=())
    groups: Several[Group] = label("党小组", default=())
    members: Several[Member] = label("党员", default=())

    def existed(self, first: date, last: date) -> bool:
        """Tell whether the unit existed on every day from first to last; on the day of 撤销 it no longer does."""
        return (self.founded or date.min) <= first and last < (self.dissolved or date.max)
