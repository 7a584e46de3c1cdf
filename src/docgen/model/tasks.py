"""Takes nothing, gives a task and where it stands."""

from enum import StrEnum

from docgen.model.base import Day, Line, Model, label, needed


class TaskState(StrEnum):
    """Where a task stands."""

    PLANNED = "未开始"
    RUNNING = "进行中"
    DONE = "已完成"
    CANCELLED = "已取消"


SETTLED = frozenset({TaskState.DONE, TaskState.CANCELLED})
"""The states in which nothing more is expected."""


class Task(Model):
    """A task that came out of a meeting."""

    matter: Line = needed("事项")
    responsible: Line | None = label("责任人")
    deadline: Day | None = label("期限")
    state: TaskState = label("状态", default=TaskState.PLANNED)
    result: Line | None = label("结果")

    @property
    def open(self) -> bool:
        """Whether nothing came of it yet: neither done nor cancelled, and no result written."""
        return self.state not in SETTLED and not self.result
