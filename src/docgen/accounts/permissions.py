"""Takes nothing, gives who may do what: a table for roles, a table for the scopes of tokens."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to the workspace."""

    ADMIN = "管理员"
    COMMITTEE = "党委"
    BRANCH = "支部"
    READER = "只读"


class Action(StrEnum):
    """What can be done."""

    READ = "read"
    READ_CONFIDENTIAL = "read-confidential"
    WRITE = "write"
    RENDER = "render"
    PUBLISH = "publish"
    """Bulletins and exports: what speaks for the whole workspace, or is written to its output folder."""
    TEMPLATES = "templates"
    ACCOUNTS = "accounts"
    AUDIT = "audit"
    """To see what others changed."""


class Scope(StrEnum):
    """What a token is for, the narrowest first; it never does more than its account may."""

    READ = "read"
    CONFIDENTIAL = "confidential"
    WRITE = "write"
    PUBLISH = "publish"
    ADMIN = "admin"


PERMISSIONS: Mapping[Role, frozenset[Action]] = {
    Role.ADMIN: frozenset(Action),
    Role.COMMITTEE: frozenset({Action.READ, Action.RENDER, Action.PUBLISH, Action.AUDIT}),
    Role.BRANCH: frozenset({Action.READ, Action.READ_CONFIDENTIAL, Action.WRITE, Action.RENDER, Action.AUDIT}),
    Role.READER: frozenset({Action.READ, Action.RENDER}),
}
"""What each role may do, within its unit where it has one; what is confidential, 支部 only if its account is cleared."""

UNIT_NEEDED = frozenset({Role.BRANCH})
"""Roles that do nothing without a unit."""
UNIT_POSSIBLE = frozenset({Role.BRANCH, Role.READER})
"""Roles that can be bound to one unit."""
CLEARED_ONE_BY_ONE = frozenset({Role.BRANCH})
"""Roles of which each account must be cleared for what is confidential."""

SCOPES: Mapping[Scope, frozenset[Action]] = {
    Scope.READ: frozenset({Action.READ, Action.RENDER}),
    Scope.CONFIDENTIAL: frozenset({Action.READ_CONFIDENTIAL}),
    Scope.WRITE: frozenset({Action.READ, Action.RENDER, Action.WRITE}),
    Scope.PUBLISH: frozenset({Action.READ, Action.RENDER, Action.PUBLISH}),
    Scope.ADMIN: frozenset({Action.READ, Action.AUDIT, Action.TEMPLATES}),
}
"""What each scope lets a token do. None lets it touch accounts: a token that leaks must not make itself another."""
