"""Takes accounts, tokens and their hashes, gives the book of them: what is known of a name, and a changed book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import ClassVar

from docgen.accounts.account import Account, Token, key_of
from docgen.accounts.permissions import Role

VERSION = 1


@dataclass(frozen=True)
class Book:
    """All accounts and tokens; `passwords` go by the account's name, `digests` (sha256) by the token's id."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}

    version: int = VERSION
    accounts: tuple[Account, ...] = ()
    passwords: Mapping[str, str] = field(default_factory=dict)
    tokens: tuple[Token, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)

    def account(self, name: str) -> Account | None:
        """Return the account of a name, however that is spelt."""
        return self._by_key.get(key_of(name))

    def password(self, name: str) -> str | None:
        """Return the hash of an account's password."""
        account = self.account(name)
        return self.passwords[account.name] if account is not None else None

    def token(self, digest: str) -> Token | None:
        """Return the token whose text has a digest."""
        return self._by_digest.get(digest)

    @property
    def is_governed(self) -> bool:
        """Tell whether somebody is left who can change accounts."""
        return any(each.role is Role.ADMIN and not each.disabled for each in self.accounts)

    def with_account(self, account: Account, hashed: str) -> Book:
        """Return the book with an account, in the place of the one that has its name."""
        others = [each for each in self.accounts if each.name != account.name]
        accounts = tuple(sorted((*others, account), key=lambda each: each.name))
        return replace(self, accounts=accounts, passwords={**self.passwords, account.name: hashed})

    def without_account(self, name: str) -> Book:
        """Return the book without an account, and without its tokens."""
        gone = {each.id for each in self.tokens if each.account == name}
        accounts = tuple(each for each in self.accounts if each.name != name)
        passwords = {key: value for key, value in self.passwords.items() if key != name}
        return replace(self._without_tokens(gone), accounts=accounts, passwords=passwords)

    def with_token(self, token: Token, digest: str) -> Book:
        """Return the book with one more token."""
        return replace(self, tokens=(*self.tokens, token), digests={**self.digests, token.id: digest})

    def without_token(self, id: str) -> Book:
        """Return the book without a token."""
        return self._without_tokens({id})

    def faults(self) -> Iterator[str]:
        """Yield where the parts of the book do not fit together, as ways into the file."""
        names, ids = {each.name for each in self.accounts}, {each.id for each in self.tokens}
        if len(self._by_key) < len(self.accounts):
            yield "accounts"
        if len(ids) < len(self.tokens):
            yield "tokens"
        yield from (f"passwords.{name}" for name in sorted(names ^ self.passwords.keys()))
        yield from (f"digests.{id}" for id in sorted(ids ^ self.digests.keys()))
        yield from (f"tokens.{each.id}.account" for each in self.tokens if each.account not in names)

    def _without_tokens(self, ids: set[str]) -> Book:
        tokens = tuple(each for each in self.tokens if each.id not in ids)
        digests = {key: value for key, value in self.digests.items() if key not in ids}
        return replace(self, tokens=tokens, digests=digests)

    @cached_property
    def _by_key(self) -> dict[str, Account]:
        return {key_of(each.name): each for each in self.accounts}

    @cached_property
    def _by_digest(self) -> dict[str, Token]:
        return {self.digests[each.id]: each for each in self.tokens}
