"""Takes a name, gives an account or a token as data, without its secret."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import ClassVar

from docgen.accounts.caller import LOCAL_NAME, Caller
from docgen.accounts.permissions import CLEARED_ONE_BY_ONE, UNIT_NEEDED, UNIT_POSSIBLE, Role, Scope
from docgen.errors import UsageError

LONGEST_NAME, LONGEST_LABEL = 32, 60
NAME = re.compile(r"\w[\w.@-]*")


@dataclass(frozen=True)
class Account:
    """Somebody who may log in. `changed` is when the password or a right last changed: older sessions are void."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}

    name: str
    role: Role
    unit: str | None
    confidential: bool
    disabled: bool
    changed: datetime

    @property
    def caller(self) -> Caller:
        """The account as it calls after its login."""
        return Caller(self.name, self.role, self.unit, None, "session", self.confidential)

    def as_plain(self) -> dict[str, object]:
        """Return the account as plain data."""
        return asdict(self) | {"role": self.role.value, "changed": self.changed.isoformat()}


@dataclass(frozen=True)
class Token:
    """What lets a program call as an account; its text is known to whoever was shown it once."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}

    id: str
    account: str
    label: str
    scopes: tuple[Scope, ...]
    issued: datetime
    expires: datetime

    def as_plain(self) -> dict[str, object]:
        """Return what is known of the token as plain data."""
        scopes = [scope.value for scope in self.scopes]
        return asdict(self) | {"scopes": scopes, "issued": self.issued.isoformat(), "expires": self.expires.isoformat()}


def key_of(name: str) -> str:
    """Return what two spellings of one account's name share: full-width letters and capitals count as small ones."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def sound_name(text: str) -> str:
    """Return a name as it is kept; raise UsageError for one that cannot be a name."""
    name = unicodedata.normalize("NFKC", text).strip()
    if len(name) > LONGEST_NAME or not NAME.fullmatch(name) or key_of(name) == key_of(LOCAL_NAME):
        raise UsageError("account-name", {"value": text, "limit": LONGEST_NAME})
    return name


def sound(account: Account) -> Account:
    """Return an account whose rights fit together; raise UsageError for one whose do not."""
    values = {"value": account.name, "role": account.role}
    if account.unit is None and account.role in UNIT_NEEDED:
        raise UsageError("account-unit-needed", values)
    if account.unit is not None and account.role not in UNIT_POSSIBLE:
        raise UsageError("account-unit-unfit", values)
    if account.confidential and account.role not in CLEARED_ONE_BY_ONE:
        raise UsageError("account-clearance-unfit", values)
    return account
