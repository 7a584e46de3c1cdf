"""Takes accounts, proves who gets in, what changes, and that somebody is always left to govern them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.accounts.conftest import CHEAP, LATER, NOON, OTHER, SECRET, account

from docgen.accounts import Account, Accounts, Role, Scope
from docgen.accounts.passwords import Passwords
from docgen.errors import OutputError, UsageError


def refused(error: pytest.ExceptionInfo[UsageError]) -> str:
    return error.value.code


def test_without_a_file_there_are_no_accounts_and_nobody_gets_in(empty: Accounts) -> None:
    assert not empty.exists
    assert empty.list() == ()
    assert empty.verify("王主任", SECRET) is None
    assert empty.session("王主任", NOON) is None
    assert empty.token("docgen_x", NOON) is None


def test_an_account_gets_in_by_its_own_password_alone(accounts: Accounts) -> None:
    assert accounts.exists
    assert accounts.verify("王主任", SECRET) == account("王主任", Role.ADMIN)
    assert accounts.verify("王主任", OTHER) is None
    assert accounts.verify("李四", SECRET) is None
    assert accounts.verify("", "") is None


@pytest.mark.parametrize("spelt", ["zhangsan", "ZhangSan", " zhangsan ", "ｚｈａｎｇｓａｎ"])
def test_a_name_is_known_however_it_is_typed(accounts: Accounts, spelt: str) -> None:
    found = accounts.verify(spelt, OTHER)

    assert found is not None
    assert found.name == "zhangsan"


def test_another_process_sees_what_was_added(accounts: Accounts, tmp_path: Path) -> None:
    other = Accounts.open(tmp_path)

    assert other.list() == (account("zhangsan", Role.BRANCH, "一支部"), account("王主任", Role.ADMIN))
    other.change("zhangsan", at=LATER, disabled=True)
    assert accounts.verify("zhangsan", OTHER) is None


def test_the_first_account_must_be_an_administrator(empty: Accounts) -> None:
    with pytest.raises(UsageError) as error:
        empty.add(account("zhangsan", Role.BRANCH, "一支部"), SECRET)

    assert refused(error) == "admin-first"
    assert not empty.exists


@pytest.mark.parametrize("name", ["ZHANGSAN", "王主任"])
def test_a_name_is_given_once(accounts: Accounts, name: str) -> None:
    with pytest.raises(UsageError) as error:
        accounts.add(account(name, Role.READER), SECRET)

    assert refused(error) == "account-exists"


@pytest.mark.parametrize("name", ["", " ", "a b", "../x", "本机", "a\nb", "\u202eabc", "长" * 33, ".x", "\udc80"])
def test_what_cannot_be_a_name_is_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(UsageError) as error:
        accounts.add(account(name, Role.READER), SECRET)

    assert refused(error) == "account-name"
    assert len(accounts.list()) == 2


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (account("x", Role.BRANCH), "account-unit-needed"),
        (account("x", Role.ADMIN, "一支部"), "account-unit-unfit"),
        (account("x", Role.COMMITTEE, "一支部"), "account-unit-unfit"),
        (account("x", Role.READER, confidential=True), "account-clearance-unfit"),
        (account("x", Role.COMMITTEE, confidential=True), "account-clearance-unfit"),
    ],
)
def test_rights_that_do_not_fit_together_are_refused(accounts: Accounts, wanted: Account, code: str) -> None:
    with pytest.raises(UsageError) as error:
        accounts.add(wanted, SECRET)

    assert refused(error) == code


def test_a_weak_password_is_refused_and_nothing_is_written(empty: Accounts) -> None:
    with pytest.raises(UsageError) as error:
        empty.add(account("王主任", Role.ADMIN), "王主任王主任1234")

    assert refused(error) == "password-obvious"
    assert not empty.exists


def test_the_last_administrator_cannot_be_removed_disabled_or_demoted(accounts: Accounts) -> None:
    changes: tuple[Callable[[], Account], ...] = (
        lambda: accounts.remove("王主任"),
        lambda: accounts.change("王主任", at=LATER, disabled=True),
        lambda: accounts.change("王主任", at=LATER, role=Role.READER),
    )
    for change in changes:
        with pytest.raises(UsageError) as error:
            change()

        assert refused(error) == "admin-last"
    assert accounts.account("王主任") == account("王主任", Role.ADMIN)


def test_a_disabled_administrator_does_not_count(accounts: Accounts) -> None:
    accounts.add(account("李书记", Role.ADMIN), SECRET)
    accounts.change("李书记", at=LATER, disabled=True)

    with pytest.raises(UsageError) as error:
        accounts.remove("王主任")

    assert refused(error) == "admin-last"
    accounts.change("李书记", at=LATER, disabled=False)
    accounts.remove("王主任")
    assert [each.name for each in accounts.list()] == ["zhangsan", "李书记"]


def test_a_disabled_account_does_not_get_in_even_with_its_password(accounts: Accounts) -> None:
    accounts.change("zhangsan", at=LATER, disabled=True)

    assert accounts.verify("zhangsan", OTHER) is None
    assert accounts.session("zhangsan", LATER) is None
    accounts.change("zhangsan", at=LATER, disabled=False)
    assert accounts.verify("zhangsan", OTHER) is not None


def test_what_is_changed_is_changed_and_the_rest_stays(accounts: Accounts) -> None:
    changed = accounts.change("zhangsan", at=LATER, unit="二支部", confidential=True)

    assert changed == accounts.account("zhangsan")
    assert (changed.unit, changed.confidential, changed.role, changed.changed) == ("二支部", True, Role.BRANCH, LATER)
    assert accounts.verify("zhangsan", OTHER) == changed


def test_a_change_to_what_is_so_already_writes_nothing_and_ends_no_session(accounts: Accounts) -> None:
    before = accounts.path.stat()
    same = accounts.change("zhangsan", at=LATER, role=Role.BRANCH, unit="一支部", confidential=False, disabled=False)

    assert same.changed == NOON
    assert accounts.path.stat().st_ino == before.st_ino
    assert accounts.session("zhangsan", NOON) is not None


def test_a_change_that_does_not_fit_is_refused(accounts: Accounts) -> None:
    with pytest.raises(UsageError) as error:
        accounts.change("zhangsan", at=LATER, unit=None)

    assert refused(error) == "account-unit-needed"
    assert accounts.account("zhangsan").unit == "一支部"


def test_a_session_ends_with_any_change_of_its_account(accounts: Accounts) -> None:
    begun = NOON + timedelta(minutes=1)
    assert accounts.session("zhangsan", begun) == account("zhangsan", Role.BRANCH, "一支部").caller

    accounts.set_password("zhangsan", "liuxia-yanzi-908", at=LATER)

    assert accounts.session("zhangsan", begun) is None
    assert accounts.session("zhangsan", LATER - timedelta(microseconds=1)) is None
    assert accounts.session("zhangsan", LATER) is not None


def test_one_changes_ones_own_password_with_the_old_one(accounts: Accounts) -> None:
    for old, new, code in (
        ("wrong-and-long-1", SECRET, "password-wrong"),
        (OTHER, OTHER, "password-same"),
        (OTHER, "zhangsan123", "password-obvious"),
    ):
        with pytest.raises(UsageError) as error:
            accounts.change_password("zhangsan", old, new, at=LATER)
        assert refused(error) == code

    accounts.change_password("zhangsan", OTHER, SECRET, at=LATER)

    assert accounts.verify("zhangsan", OTHER) is None
    assert accounts.verify("zhangsan", SECRET) is not None


def test_a_removed_account_is_gone_with_its_tokens(accounts: Accounts) -> None:
    text, _ = accounts.issue_token("zhangsan", [Scope.READ], LATER, "", at=NOON)
    accounts.remove("ZhangSan")

    assert accounts.token(text, NOON) is None
    assert accounts.tokens() == ()
    with pytest.raises(UsageError) as error:
        accounts.account("zhangsan")
    assert refused(error) == "account-unknown"


def test_an_unknown_name_brings_the_nearest_one_to_mind(accounts: Accounts) -> None:
    with pytest.raises(UsageError) as error:
        accounts.change("zhangsang", at=LATER, disabled=True)

    assert error.value.values == {"value": "zhangsang", "near": "zhangsan"}


def test_a_hash_grows_with_what_is_asked_for_at_the_next_login_and_no_session_ends(
    accounts: Accounts, tmp_path: Path
) -> None:
    before = accounts.path.read_bytes()
    grown = Accounts(tmp_path, Passwords(passes=2, memory=16, lanes=1))

    assert grown.verify("zhangsan", "wrong-and-long-1") is None
    assert accounts.path.read_bytes() == before
    found = grown.verify("zhangsan", OTHER)

    assert found == account("zhangsan", Role.BRANCH, "一支部")
    assert b"m=16,t=2,p=1" in accounts.path.read_bytes()
    assert Accounts(tmp_path, CHEAP).verify("zhangsan", OTHER) == found
    assert b"m=16,t=2,p=1" in accounts.path.read_bytes()


def test_a_login_does_not_fail_because_its_hash_cannot_be_renewed(
    accounts: Accounts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OutputError("output-unwritable", {"value": "accounts.json", "reason": "full"})

    monkeypatch.setattr("docgen.accounts.storing.write", full)

    assert Accounts(tmp_path, Passwords(passes=2, memory=16, lanes=1)).verify("zhangsan", OTHER) is not None


def test_an_account_as_plain_data_says_nothing_of_its_password(accounts: Accounts) -> None:
    assert accounts.account("zhangsan").as_plain() == {
        "name": "zhangsan",
        "role": "支部",
        "unit": "一支部",
        "confidential": False,
        "disabled": False,
        "changed": "2020-03-12T12:00:00+00:00",
    }
    assert "argon2" not in repr(accounts.list())
