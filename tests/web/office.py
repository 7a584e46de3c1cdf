"""Takes a copy of the samples, gives a service over it on the last day of 2020, and clients of every role."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

from fastapi import FastAPI
from starlette.testclient import TestClient

from docgen.accounts import SCOPES, Account, Accounts, Role, Scope, granted
from docgen.accounts.passwords import Passwords
from docgen.web.application import create_application
from docgen.web.identity.sessions import COOKIE
from docgen.web.options import Options
from docgen.web.service import Service

__all__ = ["ABOVE", "BRANCH", "NOW", "OTHER", "SECRET", "Office", "OfficeService", "TestClient", "csrf", "open_office"]

SAMPLES = Path(__file__).parents[2] / "samples"
NOW = datetime(2020, 12, 31, 10, 0, tzinfo=UTC)
CHEAP = Passwords(passes=1, memory=8, lanes=1)
SECRET = "maque-chacha-407"
ADDRESS = "http://127.0.0.1:8765"
BRANCH, OTHER, ABOVE = "一支部", "二支部", "机关党委"


class OfficeService(Service):
    """A service whose clock stands still."""

    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment


@dataclass(frozen=True)
class Office:
    """A service with its application; `client` and `program` let somebody of a role ask it."""

    service: OfficeService
    application: FastAPI

    def client(self, role: Role | None = None, unit: str | None = None, *, confidential: bool = False) -> TestClient:
        """Return a browser of somebody who has logged in, or of nobody; every change needs `csrf`."""
        client = TestClient(self.application, ADDRESS, follow_redirects=False)
        if role is not None:
            name = self.account(role, unit, confidential=confidential)
            client.cookies.set(COOKIE, self.service.sessions.begin(name, self.service.now()))
        return client

    def program(
        self, role: Role, unit: str | None = None, *, confidential: bool = False, scopes: tuple[Scope, ...] = ()
    ) -> TestClient:
        """Return a program with a token of an account, for all that the account may or for some scopes."""
        name = self.account(role, unit, confidential=confidential)
        own = granted(self.service.accounts.account(name).caller)
        wanted = scopes or tuple(scope for scope in Scope if SCOPES[scope] <= own)
        now = self.service.now()
        text, _ = self.service.accounts.issue_token(name, wanted, now + timedelta(days=1), "", at=now)
        return TestClient(
            self.application, ADDRESS, follow_redirects=False, headers={"authorization": f"Bearer {text}"}
        )

    def local(self) -> TestClient:
        """Return whoever sits at this machine; only where there are no accounts."""
        assert not self.service.accounts.exists
        return TestClient(self.application, ADDRESS, follow_redirects=False)

    def account(self, role: Role, unit: str | None = None, *, confidential: bool = False) -> str:
        """Return the name of the account of a role, added when it is first asked for; an administrator comes before."""
        wanted = [(Role.ADMIN, None, False), (role, unit, confidential)]
        for each in wanted:
            if _name(*each) not in {account.name for account in self.service.accounts.list()}:
                of_role, of_unit, cleared = each
                account = Account(_name(*each), of_role, of_unit, cleared, disabled=False, changed=_before(self))
                self.service.accounts.add(account, SECRET)
        return _name(role, unit, confidential)


def _name(role: Role, unit: str | None, confidential: bool) -> str:
    return f"{role.value}{unit or ''}{'保密' if confidential else ''}"


def _before(office: Office) -> datetime:
    return office.service.now() - timedelta(minutes=1)


def open_office(folder: Path, options: Options | None = None) -> Office:
    """Return a service over a copy of the samples in a folder."""
    root = folder / "工作区"
    shutil.copytree(SAMPLES, root, ignore=shutil.ignore_patterns(".docgen", "broken", "output"))
    service = OfficeService(root, options or Options())
    service.accounts = Accounts(root, CHEAP)
    service.start()
    return Office(service, create_application(service))


def csrf(client: TestClient) -> dict[str, str]:
    """Return the header with which a client's changes are no forgery."""
    service = cast("FastAPI", client.app).state.service
    session = service.sessions.of(client.cookies.get(COOKIE, ""), service.now())
    return {"x-csrf-token": session.csrf if session is not None else service.local_csrf}
