"""Takes a secretary's project, gives its milestones as rows of a table."""

from __future__ import annotations

from docgen.documents.part import Part
from docgen.house.outline import Align, Column, Rows
from docgen.model.improvement import SecretaryProject
from docgen.view import Text, View, label


class MilestoneView(View, frozen=True, kw_only=True):
    """A step and its deadline."""

    name: str = label("节点")
    deadline: Text = label("期限")


class ReachedView(MilestoneView, frozen=True, kw_only=True):
    """A step, its deadline, and the day on which it was reached."""

    done: Text = label("完成日期")


_NAME = Column("节点", "{{ 行.节点 }}", 60)
_DEADLINE = Column("期限", "{{ 行.期限 }}", 30, Align.CENTER)
DEADLINES = Rows("里程碑", "行", (_NAME, _DEADLINE))
REACHED = Rows("里程碑", "行", (_NAME, _DEADLINE, Column("完成日期", "{{ 行.完成日期 }}", 30, Align.CENTER)))


def milestones(project: Part[SecretaryProject]) -> tuple[MilestoneView, ...]:
    """Return the steps that were planned; a step without a deadline has a Gap."""
    return tuple(
        MilestoneView(name=each.optional("name"), deadline=each.text("deadline")) for each in project.each("milestones")
    )


def reached(project: Part[SecretaryProject]) -> tuple[ReachedView, ...]:
    """Return the steps with the days on which they were reached; a day that is not written is a Gap."""
    return tuple(
        ReachedView(name=each.optional("name"), deadline=each.text("deadline"), done=each.text("done"))
        for each in project.each("milestones")
    )
