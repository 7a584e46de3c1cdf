"""Takes the bytes of chance, gives a token's text and what is kept of it."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from docgen.accounts.account import LONGEST_LABEL, Account, Token
from docgen.accounts.caller import granted
from docgen.accounts.permissions import SCOPES, Scope
from docgen.errors import UsageError

MARK = "docgen_"
"""How a token's text begins, so that whoever searches files for secrets that leaked finds it."""
LONGEST_DAYS = 366


def new_text() -> str:
    """Return the text of a new token: a mark and 32 random bytes."""
    return MARK + secrets.token_urlsafe(32)


def digest_of(text: str) -> str:
    """Return what is kept of a token's text; 256 random bits need no slow hash."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def new_token(account: Account, scopes: Iterable[Scope], expires: datetime, label: str, at: datetime) -> Token:
    """Return a new token of an account; raise UsageError for one that would do more than the account, or live too long."""
    wanted = tuple(scope for scope in Scope if scope in set(scopes))
    if not wanted:
        raise UsageError("token-scope-needed")
    beyond = [scope.value for scope in wanted if not SCOPES[scope] <= granted(account.caller)]
    if beyond:
        raise UsageError("token-scope-unfit", {"value": beyond[0], "name": account.name, "role": account.role})
    if not at < expires <= at + timedelta(days=LONGEST_DAYS):
        raise UsageError("token-days", {"limit": LONGEST_DAYS})
    label = " ".join(label.split())
    if len(label) > LONGEST_LABEL or not label.isprintable():
        raise UsageError("token-label", {"value": label, "limit": LONGEST_LABEL})
    return Token(secrets.token_hex(4), account.name, label, wanted, at, expires)
