"""Takes who calls and what they want, gives whether they may."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.accounts.permissions import (
    CLEARED_ONE_BY_ONE,
    PERMISSIONS,
    SCOPES,
    UNIT_NEEDED,
    Action,
    Role,
    Scope,
)

LOCAL_NAME = "本机"


@dataclass(frozen=True)
class Caller:
    """Who calls: as what, for which unit (None: for all), and with which of the role's rights (None: with all)."""

    name: str
    role: Role
    unit: str | None
    scopes: frozenset[Scope] | None
    via: Literal["session", "token", "local"]
    confidential: bool = False


LOCAL = Caller(LOCAL_NAME, Role.ADMIN, None, None, "local")
"""Whoever sits at the computer of a workspace without accounts."""


def may(who: Caller, action: Action, unit: str | None = None, confidential: bool = False) -> bool:
    """Tell whether a caller may do something in a unit, with what is confidential there too if that is asked.

    Without a unit: whether in any unit at all. What is about the whole workspace asks `may_everywhere`.
    """
    needed = {action, Action.READ_CONFIDENTIAL} if confidential else {action}
    return needed <= granted(who) and _reaches(who, unit)


def may_everywhere(who: Caller, action: Action, confidential: bool = False) -> bool:
    """Tell whether a caller may do something in every unit, and so with what is about all of them."""
    return may(who, action, confidential=confidential) and who.unit is None


def granted(who: Caller) -> frozenset[Action]:
    """Return what a caller may do where the role reaches: the role's actions, as far as a token's scopes let them."""
    own = PERMISSIONS[who.role]
    if who.role in CLEARED_ONE_BY_ONE and not who.confidential:
        own -= {Action.READ_CONFIDENTIAL}
    if who.scopes is None:
        return own
    return own & frozenset().union(*(SCOPES[scope] for scope in who.scopes))


def _reaches(who: Caller, unit: str | None) -> bool:
    if who.unit is None:
        return who.role not in UNIT_NEEDED
    return unit is None or unit == who.unit
