"""Takes a workspace's folder, gives its accounts and tokens: who is who, and every change of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import BoundedSemaphore
from typing import Self, TypedDict, Unpack

from docgen.accounts import storing
from docgen.accounts.account import Account, Token, sound, sound_name
from docgen.accounts.book import Book
from docgen.accounts.caller import Caller
from docgen.accounts.passwords import Passwords
from docgen.accounts.permissions import Role, Scope
from docgen.accounts.strength import refuse_weak
from docgen.accounts.tokens import digest_of, new_text, new_token
from docgen.errors import DocgenError, UsageError
from docgen.workspace.files import ACCOUNTS_FILE, STATE_FOLDER
from docgen.workspace.nearest import nearest

LOCK = "accounts.lock"
AT_ONCE = 4
"""How many passwords are tried at once: each try fills 64 MiB, and anybody can ask for one."""


class Rights(TypedDict, total=False):
    """What can be changed of an account beside its password."""

    role: Role
    unit: str | None
    confidential: bool
    disabled: bool


class Accounts:
    """The accounts of one workspace. Every verb looks at the file anew, so a change holds from the next question on."""

    def __init__(self, root: Path, passwords: Passwords | None = None) -> None:
        self.path = root / ACCOUNTS_FILE
        self._lock = root / STATE_FOLDER / LOCK
        self._passwords = passwords or Passwords()
        self._turns = BoundedSemaphore(AT_ONCE)
        self._seen: tuple[storing.State, Book] | None = None
        self._existed = False

    @classmethod
    def open(cls, root: Path) -> Self:
        """Return a workspace's accounts; raise WorkspaceError where their file is damaged."""
        # Read once, so that what is damaged is told before anything is served.
        opened = cls(root)
        opened._book()
        return opened

    @property
    def exists(self) -> bool:
        """Tell whether the workspace has accounts, in whatever state their file is; raise WorkspaceError.

        A file that was there once counts for as long as this object lives: whoever takes it away opens no door.
        """
        self._existed = self._existed or storing.state_of(self.path) is not None
        return self._existed

    # ---- who is who ----

    def list(self) -> tuple[Account, ...]:
        """Return the accounts by name."""
        return self._book().accounts

    def account(self, name: str) -> Account:
        """Return the account of a name; raise UsageError where there is none."""
        return _known(self._book(), name)

    def verify(self, name: str, password: str) -> Account | None:
        """Return the account whose name and password these are, None otherwise: an unknown name takes as long."""
        book = self._book()
        account, hashed = book.account(name), book.password(name)
        with self._turns:
            is_right = self._passwords.match(hashed, password)
        if account is None or hashed is None or not is_right or account.disabled:
            return None
        if self._passwords.outgrown(hashed):
            self._rehash(account.name, hashed, password)
        return account

    def session(self, name: str, since: datetime) -> Caller | None:
        """Return who logged in under a name at a moment; None if the account is gone, disabled or changed since."""
        account = self._book().account(name)
        if account is None or account.disabled or account.changed > since:
            return None
        return account.caller

    def token(self, text: str, at: datetime) -> Caller | None:
        """Return who calls with a token; None if it is unknown, revoked, expired, or its account disabled."""
        book = self._book()
        token = book.token(digest_of(text))
        account = book.account(token.account) if token is not None else None
        if token is None or account is None or account.disabled or at >= token.expires:
            return None
        return replace(account.caller, scopes=frozenset(token.scopes), via="token")

    # ---- changes ----

    def add(self, account: Account, password: str) -> Account:
        """Add an account; the first one must be a 管理员. Raise UsageError for a name that is taken, a weak password."""
        new = self.check_new(account)
        hashed = self._new_hash(password, new.name)
        self._change(lambda book: _with_new(book, new, hashed))
        return new

    def check_new(self, account: Account) -> Account:
        """Return a new account as it would be kept; raise UsageError for one that cannot be added, before its password."""
        new = sound(replace(account, name=sound_name(account.name)))
        book = self._book()
        _refuse_ungoverned(book, _with_new(book, new, ""))
        return new

    def change(self, name: str, *, at: datetime, **rights: Unpack[Rights]) -> Account:
        """Change what an account may, or whether it may log in at all; what is so already ends no session."""

        def changed(book: Book) -> Book:
            account = _known(book, name)
            wanted = sound(replace(account, **rights))
            if wanted == account:
                return book
            return book.with_account(replace(wanted, changed=at), book.passwords[account.name])

        return _known(self._change(changed), name)

    def set_password(self, name: str, password: str, *, at: datetime) -> Account:
        """Give an account another password, which ends its sessions."""
        hashed = self._new_hash(password, self.account(name).name)
        book = self._change(lambda book: book.with_account(replace(_known(book, name), changed=at), hashed))
        return _known(book, name)

    def change_password(self, name: str, old: str, new: str, *, at: datetime) -> Account:
        """Let somebody who knows the password change it; raise UsageError where the old one is wrong."""
        if self.verify(name, old) is None:
            raise UsageError("password-wrong")
        if old == new:
            raise UsageError("password-same")
        return self.set_password(name, new, at=at)

    def remove(self, name: str) -> Account:
        """Remove an account and its tokens for good."""
        gone = self.account(name)
        self._change(lambda book: book.without_account(_known(book, name).name))
        return gone

    # ---- tokens ----

    def tokens(self, name: str | None = None) -> tuple[Token, ...]:
        """Return the tokens of an account, or all; the expired ones too."""
        book = self._book()
        owner = None if name is None else _known(book, name).name
        return tuple(each for each in book.tokens if owner in (None, each.account))

    def issue_token(
        self, name: str, scopes: Iterable[Scope], expires: datetime, label: str, *, at: datetime
    ) -> tuple[str, Token]:
        """Return a new token's text, which nobody can be shown again, and what is known of it."""
        text, wanted = new_text(), frozenset(scopes)
        issued: list[Token] = []

        def with_new(book: Book) -> Book:
            issued.append(new_token(_known(book, name), wanted, expires, label, at))
            return book.with_token(issued[-1], digest_of(text))

        self._change(with_new)
        return text, issued[-1]

    def revoke(self, id: str, of: str | None = None) -> Token:
        """Make a token void; raise UsageError for an id that no token has, or none of that account if one is named."""
        gone = next((each for each in self.tokens(of) if each.id == id), None)
        if gone is None:
            raise UsageError("token-unknown", {"value": id})
        self._change(lambda book: book.without_token(id))
        return gone

    # ---- the file ----

    def _book(self) -> Book:
        """Return the book as the file has it now; none at all is an empty one, and lets nobody in."""
        state = storing.state_of(self.path)
        if state is None:
            return Book()
        self._existed = True
        seen = self._seen
        if seen is None or seen[0] != state:
            seen = self._seen = state, storing.read(self.path)
        return seen[1]

    def _change(self, alter: Callable[[Book], Book]) -> Book:
        """Write what a function makes of the book, while nobody else writes; somebody must be left to govern it."""
        with storing.alone(self._lock):
            before = Book() if storing.state_of(self.path) is None else storing.read(self.path)
            after = alter(before)
            _refuse_ungoverned(before, after)
            if after is not before:
                storing.write(self.path, after)
        self._existed, self._seen = True, None
        return after

    def _new_hash(self, password: str, name: str) -> str:
        refuse_weak(password, name)
        with self._turns:
            return self._passwords.hashed(password)

    def _rehash(self, name: str, old: str, password: str) -> None:
        """Keep a password by today's measure of work, unless it was changed meanwhile."""
        with self._turns:
            hashed = self._passwords.hashed(password)

        def regrown(book: Book) -> Book:
            account = book.account(name)
            return book.with_account(account, hashed) if account and book.passwords[account.name] == old else book

        # Whoever knows the password comes in, whether the file can be written just now or not.
        with suppress(DocgenError):
            self._change(regrown)


def _known(book: Book, name: str) -> Account:
    account = book.account(name)
    if account is None:
        raise UsageError("account-unknown", {"value": name, "near": nearest(name, [a.name for a in book.accounts])})
    return account


def _with_new(book: Book, account: Account, hashed: str) -> Book:
    if book.account(account.name) is not None:
        raise UsageError("account-exists", {"value": account.name})
    return book.with_account(account, hashed)


def _refuse_ungoverned(before: Book, after: Book) -> None:
    """Raise UsageError for a change after which nobody could change accounts any more."""
    if not after.is_governed:
        raise UsageError("admin-last" if before.is_governed else "admin-first")
