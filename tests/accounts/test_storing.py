"""Takes accounts.json in every state, proves that what is damaged opens no door, and that no change is lost."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.accounts.conftest import CHEAP, LATER, NOON, OTHER, SECRET, account

from docgen.accounts import Accounts, Role, Scope, storing
from docgen.errors import DocgenError, OutputError, WorkspaceError
from docgen.vocabulary import hint, message

Damage = Callable[[dict[str, Any]], object]

ADDING = """
import sys
from pathlib import Path
from docgen.accounts import Account, Accounts, Role
from docgen.accounts.passwords import Passwords
from tests.accounts.conftest import CHEAP, SECRET, account
accounts = Accounts(Path(sys.argv[1]), CHEAP)
for number in range(int(sys.argv[3])):
    accounts.add(account(f"{sys.argv[2]}{number}", Role.READER), SECRET)
    print(number, flush=True)
"""


def adding(root: Path, prefix: str, count: int) -> subprocess.Popen[str]:
    """Start a process that adds accounts one after the other, and says so after each."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(
        [sys.executable, "-c", ADDING, str(root), prefix, str(count)],
        stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip


def test_only_its_owner_can_read_the_file(accounts: Accounts) -> None:
    accounts.path.chmod(0o644)
    accounts.change("zhangsan", at=LATER, disabled=True)

    assert stat.S_IMODE(accounts.path.stat().st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_what_root_writes_is_the_workspaces_owners(empty: Accounts, tmp_path: Path) -> None:
    os.chown(tmp_path, 12345, 23456)
    empty.add(account("王主任", Role.ADMIN), SECRET)
    made = (empty.path, tmp_path / ".docgen", tmp_path / ".docgen" / "accounts.lock")

    assert {(path.stat().st_uid, path.stat().st_gid) for path in made} == {(12345, 23456)}
    assert stat.S_IMODE(empty.path.stat().st_mode) == 0o600


def test_what_is_written_is_read_again(accounts: Accounts) -> None:
    accounts.issue_token("zhangsan", [Scope.READ, Scope.WRITE], LATER, "OA", at=NOON)
    book = storing.read(accounts.path)

    assert book.accounts == accounts.list()
    assert book.tokens == accounts.tokens()
    assert storing.parse(accounts.path.read_bytes(), "x") == book
    assert {path.name for path in accounts.path.parent.iterdir()} == {"accounts.json", ".docgen"}


BROKEN = {
    "empty": b"",
    "half": b'{"version": 1, "accounts": [',
    "zeroes": bytes(512),
    "latin": b'{"version": 1, "\xff": 1}',
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_file_that_is_no_json_is_an_error_for_everybody(accounts: Accounts, content: bytes, tmp_path: Path) -> None:
    accounts.path.write_bytes(content)

    refuses_everything(accounts, tmp_path, "accounts-broken")
    assert accounts.path.read_bytes() == content


DAMAGES: dict[str, Damage] = {
    "version": lambda data: data.pop("version"),
    "accounts": lambda data: data.pop("accounts") and data.update(accounts={}),
    "accounts.0.role": lambda data: data["accounts"][0].update(role="皇帝"),
    "accounts.0.disabled": lambda data: data["accounts"][0].update(disabled="no"),
    "accounts.0.enabled": lambda data: data["accounts"][0].update(enabled=True),
    "accounts.0.unit": lambda data: data["accounts"][0].pop("unit"),
    "accounts.zhangsan": lambda data: data["accounts"][0].update(unit=None),
    "accounts.0.changed": lambda data: data["accounts"][0].update(changed="gestern"),
    "accounts.王主任": lambda data: data["accounts"][1].update(changed="2020-03-12T12:00:00"),
    "passwords.zhangsan": lambda data: data["passwords"].pop("zhangsan"),
    "passwords.王主任": lambda data: data["passwords"].update({"王主任": ""}),
    "passwords.李四": lambda data: data["passwords"].update({"李四": "x"}),
    "tokens.0.scopes.0": lambda data: data["tokens"][0].update(scopes=["all"]),
    "tokens.0.expires": lambda data: data["tokens"][0].update(expires=None),
    "owners": lambda data: data.update(owners=[]),
}


@pytest.mark.parametrize("key", DAMAGES)
def test_a_file_that_docgen_did_not_write_so_is_an_error_that_says_where(
    accounts: Accounts, key: str, tmp_path: Path
) -> None:
    accounts.issue_token("zhangsan", [Scope.READ], LATER, "OA", at=NOON)
    data = json.loads(accounts.path.read_bytes())
    DAMAGES[key](data)
    accounts.path.write_text(json.dumps(data), encoding="utf-8")

    error = refuses_everything(accounts, tmp_path, "accounts-misshapen")
    assert error.values["key"] == key
    assert "没有账号" in hint(error)


def test_a_token_of_nobody_and_two_accounts_of_one_name_are_damage(accounts: Accounts, tmp_path: Path) -> None:
    accounts.issue_token("zhangsan", [Scope.READ], LATER, "OA", at=NOON)
    whole = json.loads(accounts.path.read_bytes())
    token = whole["tokens"][0]
    for data in (
        whole | {"tokens": [token | {"account": "李四"}]},
        whole | {"tokens": [token, token]},
        whole | {"digests": {token["id"]: "x"}},
        whole | {"accounts": [*whole["accounts"], whole["accounts"][0] | {"name": "ZhangSan"}],
                 "passwords": {**whole["passwords"], "ZhangSan": whole["passwords"]["zhangsan"]}},
    ):  # fmt: skip
        accounts.path.write_text(json.dumps(data), encoding="utf-8")
        refuses_everything(accounts, tmp_path, "accounts-misshapen")


def test_of_two_passwords_for_one_name_none_is_taken(accounts: Accounts, tmp_path: Path) -> None:
    text = accounts.path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if '"zhangsan": "$argon2id' in line).rstrip(",")
    accounts.path.write_text(text.replace(line, f"{line},\n{line}"), encoding="utf-8")

    assert refuses_everything(accounts, tmp_path, "accounts-misshapen").values["key"] == "zhangsan"


def test_a_file_of_a_later_docgen_is_not_guessed_at(accounts: Accounts, tmp_path: Path) -> None:
    text = accounts.path.read_text(encoding="utf-8")
    accounts.path.write_text(text.replace('"version": 1', '"version": 2'), encoding="utf-8")

    error = refuses_everything(accounts, tmp_path, "accounts-newer")
    assert message(error) == "accounts.json 是较新版本的 docgen 写的（第 2 版）。"


def test_a_folder_or_a_link_in_the_place_of_the_file_is_not_no_accounts(tmp_path: Path) -> None:
    path = tmp_path / "accounts.json"
    path.mkdir()
    assert Accounts(tmp_path).exists
    refuses_everything(Accounts(tmp_path, CHEAP), tmp_path, "accounts-unreadable")
    path.rmdir()
    path.symlink_to(tmp_path / "away" / "accounts.json")

    with pytest.raises(WorkspaceError, match="accounts-link"):
        assert Accounts(tmp_path).exists
    refuses_everything(Accounts(tmp_path, CHEAP), tmp_path, "accounts-link")


def refuses_everything(accounts: Accounts, root: Path, code: str) -> DocgenError:
    """Try every verb on a damaged file, and return what is said of it."""
    errors: list[DocgenError] = []
    verbs: tuple[Callable[[], object], ...] = (
        lambda: Accounts.open(root),
        accounts.list,
        lambda: accounts.verify("王主任", SECRET),
        lambda: accounts.session("王主任", LATER),
        lambda: accounts.token("docgen_x", NOON),
        lambda: accounts.add(account("李四", Role.ADMIN), SECRET),
        lambda: accounts.set_password("王主任", OTHER, at=NOON),
        lambda: accounts.remove("zhangsan"),
    )
    for verb in verbs:
        with pytest.raises(WorkspaceError) as error:
            verb()
        errors.append(error.value)
    assert {each.code for each in errors} == {code}
    return errors[0]


def test_a_file_that_was_taken_away_opens_no_door(accounts: Accounts) -> None:
    text, _ = accounts.issue_token("zhangsan", [Scope.READ], LATER, "", at=NOON)
    accounts.path.unlink()

    assert accounts.exists
    assert accounts.verify("王主任", SECRET) is None
    assert accounts.session("王主任", LATER) is None
    assert accounts.token(text, NOON) is None


def test_accounts_that_come_while_the_service_runs_are_there_at_once(empty: Accounts, tmp_path: Path) -> None:
    before = empty.exists
    Accounts(tmp_path, CHEAP).add(account("王主任", Role.ADMIN), SECRET)

    assert (before, empty.exists) == (False, True)
    assert empty.verify("王主任", SECRET) is not None


def test_a_write_that_fails_leaves_the_old_file(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    before = accounts.path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="output-unwritable"):
        accounts.change("zhangsan", at=LATER, disabled=True)

    assert accounts.path.read_bytes() == before
    assert accounts.verify("zhangsan", OTHER) is not None


def test_threads_that_change_the_file_at_once_lose_nothing(accounts: Accounts) -> None:
    names = [f"reader{number}" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: accounts.add(account(name, Role.READER), SECRET), names))

    assert {each.name for each in accounts.list()} == {"王主任", "zhangsan", *names}


def test_processes_that_change_the_file_at_once_lose_nothing(accounts: Accounts, tmp_path: Path) -> None:
    running = [adding(tmp_path, prefix, 15) for prefix in ("a", "b", "c")]
    for each in running:
        each.communicate()

    assert [each.returncode for each in running] == [0, 0, 0]
    assert {each.name for each in accounts.list() if each.role is Role.READER} == {
        f"{prefix}{number}" for prefix in "abc" for number in range(15)
    }


@pytest.mark.slow
def test_a_process_killed_while_it_writes_leaves_a_whole_file_and_no_lock(accounts: Accounts, tmp_path: Path) -> None:
    for turn in range(8):
        process = adding(tmp_path, f"t{turn}-", 10_000)
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(3)]
        time.sleep(turn / 500)
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
        process.wait()
        process.stdout.close()
        names = {each.name for each in accounts.list()}

        assert {f"t{turn}-{number.strip()}" for number in told} <= names
        accounts.change("zhangsan", at=LATER, disabled=bool(turn % 2))
    assert accounts.account("zhangsan").disabled


def test_whoever_waits_too_long_for_another_process_is_told(
    accounts: Accounts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "PATIENCE", 0.05)
    with storing.alone(tmp_path / ".docgen" / "accounts.lock"), pytest.raises(OutputError, match="accounts-busy"):
        accounts.change("zhangsan", at=LATER, disabled=True)

    assert accounts.change("zhangsan", at=LATER, disabled=True).disabled


def test_a_state_folder_that_cannot_be_made_is_told(accounts: Accounts, tmp_path: Path) -> None:
    lock = tmp_path / "accounts.json" / "lock"

    with pytest.raises(OutputError, match="output-unwritable"), storing.alone(lock):
        pass
