"""Takes an account, gives it tokens, proves what they open, for how long, and what is kept of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.accounts.conftest import LATER, NOON, SECRET, account

from docgen.accounts import Accounts, Role, Scope
from docgen.errors import UsageError


def test_a_token_calls_as_its_account_with_its_scopes_until_it_expires(accounts: Accounts) -> None:
    text, token = accounts.issue_token("ZhangSan", [Scope.WRITE, Scope.READ], LATER, " OA  系统 ", at=NOON)
    caller = accounts.token(text, NOON)

    assert caller is not None
    assert (caller.name, caller.role, caller.unit, caller.via) == ("zhangsan", Role.BRANCH, "一支部", "token")
    assert caller.scopes == frozenset({Scope.READ, Scope.WRITE})
    assert (token.label, token.scopes) == ("OA 系统", (Scope.READ, Scope.WRITE))
    assert accounts.token(text, LATER - timedelta(seconds=1)) == caller
    assert accounts.token(text, LATER) is None


@pytest.mark.parametrize("text", ["", "docgen_", "docgen_" + "A" * 43, "\udc80", "长" * 1000])
def test_what_is_no_token_opens_nothing(accounts: Accounts, text: str) -> None:
    accounts.issue_token("zhangsan", [Scope.READ], LATER, "", at=NOON)

    assert accounts.token(text, NOON) is None


def test_neither_the_file_nor_the_list_has_the_text_of_a_token(accounts: Accounts) -> None:
    text, token = accounts.issue_token("zhangsan", [Scope.READ], LATER, "OA", at=NOON)

    assert text.startswith("docgen_")
    assert len(text) == len("docgen_") + 43
    assert text.encode() not in accounts.path.read_bytes()
    assert accounts.tokens() == (token,)
    assert token.as_plain() == {
        "id": token.id,
        "account": "zhangsan",
        "label": "OA",
        "scopes": ["read"],
        "issued": "2020-03-12T12:00:00+00:00",
        "expires": "2020-03-12T13:00:00+00:00",
    }


def test_a_revoked_token_opens_nothing_and_the_others_go_on(accounts: Accounts) -> None:
    first, token = accounts.issue_token("zhangsan", [Scope.READ], LATER, "", at=NOON)
    second, _ = accounts.issue_token("zhangsan", [Scope.READ], LATER, "", at=NOON)

    assert accounts.revoke(token.id) == token
    assert accounts.token(first, NOON) is None
    assert accounts.token(second, NOON) is not None
    with pytest.raises(UsageError, match="token-unknown"):
        accounts.revoke(token.id)


def test_nobody_revokes_the_token_of_another_account_as_ones_own(accounts: Accounts) -> None:
    text, token = accounts.issue_token("王主任", [Scope.READ], LATER, "", at=NOON)

    with pytest.raises(UsageError, match="token-unknown"):
        accounts.revoke(token.id, of="zhangsan")
    assert accounts.token(text, NOON) is not None
    assert accounts.revoke(token.id, of="王主任") == token


def test_a_token_sleeps_while_its_account_is_disabled_and_shrinks_with_it(accounts: Accounts) -> None:
    text, _ = accounts.issue_token("zhangsan", [Scope.READ], LATER, "", at=NOON)

    accounts.change("zhangsan", at=NOON, disabled=True)
    assert accounts.token(text, NOON) is None
    accounts.change("zhangsan", at=NOON, disabled=False, unit="二支部")
    caller = accounts.token(text, NOON)
    assert caller is not None
    assert caller.unit == "二支部"


def test_tokens_are_listed_by_account(accounts: Accounts) -> None:
    _, ours = accounts.issue_token("zhangsan", [Scope.READ], LATER, "", at=NOON)
    _, other = accounts.issue_token("王主任", [Scope.ADMIN], LATER, "", at=NOON)

    assert accounts.tokens("ZHANGSAN") == (ours,)
    assert accounts.tokens() == (ours, other)


@pytest.mark.parametrize(
    ("scopes", "days", "label", "code"),
    [
        ([], 1, "", "token-scope-needed"),
        ([Scope.PUBLISH], 1, "", "token-scope-unfit"),
        ([Scope.ADMIN], 1, "", "token-scope-unfit"),
        ([Scope.CONFIDENTIAL], 1, "", "token-scope-unfit"),
        ([Scope.READ], 0, "", "token-days"),
        ([Scope.READ], -1, "", "token-days"),
        ([Scope.READ], 367, "", "token-days"),
        ([Scope.READ], 1, "x" * 61, "token-label"),
        ([Scope.READ], 1, "a\x1b[2J", "token-label"),
    ],
)
def test_a_token_that_would_do_too_much_or_live_too_long_is_not_issued(
    accounts: Accounts, scopes: list[Scope], days: int, label: str, code: str
) -> None:
    with pytest.raises(UsageError) as error:
        accounts.issue_token("zhangsan", scopes, NOON + timedelta(days=days), label, at=NOON)

    assert error.value.code == code
    assert accounts.tokens() == ()


def test_a_cleared_branch_may_have_a_token_for_what_is_confidential(accounts: Accounts) -> None:
    accounts.add(account("lisi", Role.BRANCH, "一支部", confidential=True), SECRET)
    text, _ = accounts.issue_token("lisi", [Scope.READ, Scope.CONFIDENTIAL], LATER, "", at=NOON)
    caller = accounts.token(text, NOON)

    assert caller is not None
    assert caller.confidential
