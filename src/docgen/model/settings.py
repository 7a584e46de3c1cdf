"""Takes nothing, gives the settings of an organisation, as written in docgen.yaml."""

from enum import StrEnum
from typing import Any, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from docgen.model.base import Count, Line, Model, MonthOf, Several, Truth, label, needed
from docgen.model.disclosure import Disclosure
from docgen.model.schemes import AssessmentScheme, PointsScheme


class PageProfile(StrEnum):
    """The page that official papers follow."""

    GB9704 = "gb9704"
    GB33476 = "gb33476"


class BulletinSettings(Model):
    """The bulletin's name and numbering."""

    name: Line = needed("名称", "刊头上的名称")
    publisher: Line | None = label("编发单位")
    first_total: Count = label("起始总期号", "第一期的总期号", default=1)
    first_month: MonthOf | None = label("起始月", "第一期所属月份；不写时取五个一的起始月")


class FiveOnesSettings(Model):
    """The months in which the five monthly items are obligatory."""

    first: MonthOf = needed("起始月")
    last: MonthOf | None = label("截止月")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last is not None and self.last < self.first:
            raise PydanticCustomError("months-crossed", "ends before it begins", {"first": str(self.first)})
        return self


class OfficialSettings(Model):
    """What stands in the head of official papers."""

    mark: Line | None = label("发文机关标志", "最上级单位的；下级单位用自己的名称加“文件”")
    code: Line | None = label("机关代字")
    sealed: Truth = label("加盖印章", "署名和成文日期处留出盖章的位置", default=False)


class Racing(Model):
    """Cut-offs and names of the three classes of branches."""

    cutoffs: Several[Count] = label("划线", default=())
    names: Several[Line] = label("名称", default=("先进", "中间", "后进"))


class FlagSettings(Model):
    """The period of the flag contest and what is scored."""

    period: Line | None = label("周期")
    items: Several[Line] = label("评分项", default=())


class DutySettings(Model):
    """The names of levels and posts in lists of duties."""

    levels: Several[Line] = label("层级", default=())
    posts: Several[Line] = label("岗位", default=())


class LimitSettings(Model):
    """How large inputs may be."""

    file_kib: Count = label("文件大小", "单个记录文件的上限，KiB", default=256)
    depth: Count = label("层数", "YAML 嵌套的上限", default=20)
    picture_mib: Count = label("图片大小", "单张图片文件的上限，MiB", default=20)
    picture_pixels: Count = label("图片像素", "单张图片的上限，百万像素", default=60)


class Settings(Model):
    """What holds for the whole organisation."""

    organisation: Line = needed("单位")
    bulletin: BulletinSettings | None = label("简报")
    five_ones: FiveOnesSettings | None = label("五个一")
    official: OfficialSettings = label("公文", default=OfficialSettings())
    rules: dict[str, Any] = label("规则", default={})
    points: PointsScheme = label("积分方案", default=PointsScheme())
    assessment: AssessmentScheme = label("考核方案", "八个方面各自的满分", default=AssessmentScheme())
    racing: Racing = label("赛马", default=Racing())
    flags: FlagSettings = label("夺旗", default=FlagSettings())
    duties: DutySettings = label("责任清单", default=DutySettings())
    fixed_actions: Several[Line] = label("规定动作", "主题党日规定动作的默认项", default=())
    commitment_preface: Line | None = label("承诺前言")
    disclosure: Disclosure = label("公开", "哪些内容只给更小的范围看；只能收紧，不能放宽", default=Disclosure())
    page: PageProfile = label("版式", default=PageProfile.GB9704)
    limits: LimitSettings = label("限额", default=LimitSettings())
