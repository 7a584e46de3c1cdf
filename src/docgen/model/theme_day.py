"""Takes nothing, gives the monthly theme day."""

from docgen.model.base import Line, Model, PictureFile, RecordId, Several, label, needed
from docgen.model.meeting import Gathering, Speech


class OwnAction(Model):
    """An action that the branch chose itself."""

    step: Line = needed("环节")
    words: Line | None = label("内容")


class Photo(Model):
    """A picture beside the record, and what it shows."""

    file: PictureFile = needed("文件")
    caption: Line | None = label("说明")


class Duty(Model):
    """Who prepares what."""

    matter: Line = needed("事项")
    responsible: Line = needed("责任人")


class ThemeDay(Gathering):
    """One 主题党日."""

    theme: Line = needed("主题")
    purpose: Line | None = label("目的")
    fixed_actions: Several[Line] | None = label("规定动作", "不写时取设置中的默认项")
    own_actions: Several[OwnAction] = label("自选动作", default=())
    duties: Several[Duty] = label("分工", default=())
    partners: Several[Line] = label("联合单位", default=())
    agreed: Several[Line] = label("议定事项", default=())
    contains: Several[RecordId] = label("同时召开", default=())
    speeches: Several[Speech] = label("发言", default=())
    effect: Line | None = label("成效")
    follow_up: Line | None = label("后续")
    photos: Several[Photo] = label("照片", default=())

    @property
    def title(self) -> str:
        """Its theme."""
        return self.theme
