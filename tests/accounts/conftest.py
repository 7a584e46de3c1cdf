"""Takes an empty folder, gives accounts whose passwords cost no time to keep, and moments to change them at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from docgen.accounts import Account, Accounts, Role
from docgen.accounts.passwords import Passwords

CHEAP = Passwords(passes=1, memory=8, lanes=1)
NOON = datetime(2020, 3, 12, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
SECRET, OTHER = "maque-chacha-407", "qingting-lishan-55"


def account(name: str, role: Role, unit: str | None = None, *, confidential: bool = False) -> Account:
    return Account(name, role, unit, confidential, disabled=False, changed=NOON)


@pytest.fixture
def empty(tmp_path: Path) -> Accounts:
    """A workspace's accounts before the first one."""
    return Accounts(tmp_path, CHEAP)


@pytest.fixture
def accounts(empty: Accounts) -> Accounts:
    """The accounts of an administrator and of a branch's clerk."""
    empty.add(account("王主任", Role.ADMIN), SECRET)
    empty.add(account("zhangsan", Role.BRANCH, "一支部"), OTHER)
    return empty
