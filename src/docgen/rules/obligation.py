"""Takes nothing, gives what an obligation is: what is owed, in which window, and how it stands on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from docgen.model.period import Period


class State(StrEnum):
    """How an obligation stands."""

    DONE = "已完成"
    MISSING = "未完成"
    DUE = "待完成"
    NOT_APPLICABLE = "不适用"


class Why(StrEnum):
    """Why nothing is owed in a window."""

    PARTIAL = "支部在期内成立或撤销"
    NOT_THERE = "支部还没有成立或已经撤销"
    NO_COMMITTEE = "正式党员不足7人或不设支委会"
    NO_GROUP = "没有党小组"
    NO_MONTH = "不在五个一的起止月内"
    EXEMPT = "免于硬性要求"
    AWAY = "当年不足全年在册"
    BEFORE = "规则施行或启用之前"
    NOBODY = "没有应完成的人"
    NO_TERM = "没有写换届的当选日期"


class Obligation(Struct, frozen=True):
    """One thing owed in one window.

    `item` says what (支部党员大会), `who` of whom it is owed where it is not the whole branch (a group, a member, a
    pair). `due` is the last day for it. `records` are the ids that fulfil it. `code` and `values` are those of the
    finding that a missing one becomes.
    """

    rule: str
    code: str
    item: str
    window: Period
    due: date
    state: State
    who: str = ""
    records: tuple[str, ...] = ()
    why: Why | None = None
    values: Mapping[str, str | int] = field(default_factory=dict)
