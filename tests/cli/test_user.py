"""Takes `docgen user` at the command line, proves what it keeps, what it refuses, and what it never shows."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.accounts import Accounts, Role
from docgen.accounts.passwords import Passwords

Docgen = Callable[..., Any]
SECRET, OTHER = "maque-chacha-407", "qingting-lishan-55"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are kept with little work."""
    monkeypatch.setattr("docgen.accounts.accounts.Passwords", lambda: Passwords(passes=1, memory=8, lanes=1))


class Terminal(io.StringIO):
    """Somebody sits at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What comes from standard input."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """What is typed unseen, one text for each prompt; gives what the prompts were."""

    def to_type(*texts: str) -> list[str]:
        prompts: list[str] = []
        rest = iter(texts)

        def hidden(prompt: str) -> str:
            prompts.append(prompt)
            return next(rest)

        monkeypatch.setattr("sys.stdin", Terminal())
        monkeypatch.setattr("click.termui.hidden_prompt_func", hidden)
        return prompts

    return to_type


@pytest.fixture
def admin(docgen: Docgen, pipe: Callable[[str], None]) -> None:
    """The first account."""
    pipe(f"{SECRET}\n")
    assert docgen("user", "add", "王主任", "--role", "管理员", "--password-stdin").code == 0


def test_a_new_workspace_says_how_to_begin(docgen: Docgen) -> None:
    answer = docgen("user", "list")

    assert answer.code == 0
    assert "docgen user add 名字 --role 管理员" in answer.out
    assert docgen("user", "list", "--format", "json").json == {"accounts": []}
    assert docgen("user", "token", "list", "--format", "json").json == {"tokens": []}


def test_a_password_is_typed_twice_and_never_shown(
    docgen: Docgen, types: Callable[..., list[str]], workspace: Path
) -> None:
    prompts = types(SECRET, SECRET)
    answer = docgen("user", "add", "王主任", "--role", "管理员")

    assert answer.code == 0
    assert answer.out == "已新增账号 王主任（管理员）。\n"
    assert prompts == ["密码（至少 10 个字符，输入时不显示）: ", "再输入一次: "]
    assert SECRET not in answer.out + answer.err
    assert SECRET.encode() not in (workspace / "accounts.json").read_bytes()
    found = Accounts.open(workspace).verify("王主任", SECRET)
    assert found is not None
    assert found.role is Role.ADMIN


def test_two_different_passwords_are_refused(docgen: Docgen, types: Callable[..., list[str]], workspace: Path) -> None:
    types(SECRET, OTHER)
    answer = docgen("user", "add", "王主任", "--role", "管理员")

    assert (answer.code, answer.err) == (2, "错误：两次输入的密码不一样。\n  请再来一次。\n")
    assert not (workspace / "accounts.json").exists()


def test_a_weak_password_is_refused_before_it_is_typed_again(docgen: Docgen, types: Callable[..., list[str]]) -> None:
    prompts = types("1234567890")
    answer = docgen("user", "add", "王主任", "--role", "管理员")

    assert answer.code == 2
    assert "密码太容易猜到" in answer.err
    assert len(prompts) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("王主任", "--role", "只读"), "已经有账号“王主任”。"),
        (("张 三", "--role", "只读"), "“张 三”不能作账号的名字。"),
        (("张三",), "没有说明账号“张三”的角色。"),
        (("张三", "--role", "皇帝"), "--role：“皇帝”不在可选之列；可以写：管理员、党委、支部、只读。"),
        (("张三", "--role", "支部"), "支部账号“张三”要属于一个单位。"),
        (("张三", "--role", "支部", "--unit", "二支部"), "没有单位「二支部」。"),
        (("张三", "--role", "党委", "--unit", "一支部"), "党委账号“张三”管全部单位，不能限于一个。"),
        (("张三", "--role", "只读", "--confidential"), "只读账号“张三”不能单独开放保密记录。"),
    ],
)
@pytest.mark.usefixtures("admin")
def test_what_cannot_be_added_is_said_before_a_password_is_asked_for(
    docgen: Docgen, types: Callable[..., list[str]], arguments: tuple[str, ...], said: str
) -> None:
    prompts = types()
    answer = docgen("user", "add", *arguments)

    assert answer.code == 2
    assert answer.err.startswith(f"错误：{said}")
    assert answer.err.count("\n") == 2
    assert prompts == []


def test_without_a_terminal_the_way_for_scripts_is_told(docgen: Docgen, pipe: Callable[[str], None]) -> None:
    pipe(SECRET)
    answer = docgen("user", "add", "王主任", "--role", "管理员")

    assert answer.code == 2
    assert "--password-stdin" in answer.err


@pytest.mark.parametrize("text", [SECRET, f"{SECRET}\n", f"{SECRET}\r\n", f"\ufeff{SECRET}\r\n"])
def test_a_script_gives_one_line(docgen: Docgen, pipe: Callable[[str], None], workspace: Path, text: str) -> None:
    pipe(text)

    assert docgen("user", "add", "王主任", "--role", "管理员", "--password-stdin").code == 0
    assert Accounts.open(workspace).verify("王主任", SECRET) is not None


def test_whoever_sits_at_a_terminal_types_unseen_even_for_a_script(
    docgen: Docgen, types: Callable[..., list[str]]
) -> None:
    prompts = types(SECRET, SECRET)

    assert docgen("user", "add", "王主任", "--role", "管理员", "--password-stdin").code == 0
    assert len(prompts) == 2


def test_of_two_lines_none_is_taken(docgen: Docgen, pipe: Callable[[str], None]) -> None:
    pipe(f"{SECRET}\n{SECRET}\n")
    answer = docgen("user", "add", "王主任", "--role", "管理员", "--password-stdin")

    assert answer.code == 2
    assert "不止一行" in answer.err


def test_a_unit_is_known_by_either_of_its_names(docgen: Docgen, pipe: Callable[[str], None], admin: None) -> None:
    assert admin is None
    pipe(OTHER)
    answer = docgen(
        "user", "add", "zhangsan", "--role", "支部", "--unit", "一支部", "--confidential", "--password-stdin"
    )

    assert answer.code == 0
    assert docgen("user", "list", "--format", "json").json["accounts"][0] | {"changed": ""} == {
        "name": "zhangsan", "role": "支部", "unit": "一支部", "confidential": True, "disabled": False, "changed": "",
    }  # fmt: skip
    lines = docgen("user", "list").out.splitlines()
    assert lines[0].split() == ["账号", "角色", "单位", "保密记录", "状态", "最近改动"]
    assert lines[1].split()[:5] == ["zhangsan", "支部", "一支部", "可看", "可用"]
    assert lines[2].split()[:5] == ["王主任", "管理员", "全部", "可看", "可用"]


@pytest.fixture
def clerk(docgen: Docgen, pipe: Callable[[str], None], admin: None) -> None:
    """An administrator and a branch's clerk."""
    assert admin is None
    pipe(OTHER)
    assert docgen("user", "add", "zhangsan", "--role", "支部", "--unit", "一支部", "--password-stdin").code == 0


@pytest.mark.usefixtures("clerk")
def test_an_account_is_disabled_enabled_changed_and_removed(docgen: Docgen, workspace: Path) -> None:
    accounts = Accounts.open(workspace)

    assert "已停用 zhangsan" in docgen("user", "disable", "ZhangSan").out
    assert accounts.account("zhangsan").disabled
    assert "停用" in docgen("user", "list").out
    assert "已恢复 zhangsan" in docgen("user", "enable", "zhangsan").out
    assert docgen("user", "change", "zhangsan", "--confidential").code == 0
    assert accounts.account("zhangsan").confidential
    changed = docgen("user", "change", "zhangsan", "--role", "党委", "--all-units", "--no-confidential")
    assert changed.out == "已改：zhangsan 现在是党委。\n"
    assert accounts.account("zhangsan").unit is None
    assert "没有说明改什么" in docgen("user", "change", "zhangsan").err
    assert "已删除账号 zhangsan。" in docgen("user", "remove", "zhangsan").out
    assert [each.name for each in accounts.list()] == ["王主任"]


@pytest.mark.usefixtures("clerk")
def test_an_account_of_a_unit_that_was_renamed_is_marked(docgen: Docgen, workspace: Path) -> None:
    path = workspace / "支部/一支部/单位.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("简称: 一支部", "简称: 东支部"), encoding="utf-8")

    assert "一支部（没有这个单位）" in docgen("user", "list").out


@pytest.mark.usefixtures("clerk")
def test_the_last_administrator_stays(docgen: Docgen) -> None:
    for arguments in (("disable", "王主任"), ("remove", "王主任"), ("change", "王主任", "--role", "只读")):
        answer = docgen("user", *arguments)

        assert answer.code == 2
        assert "最后一个可用的管理员" in answer.err


@pytest.mark.usefixtures("clerk")
def test_a_password_is_reset(docgen: Docgen, types: Callable[..., list[str]], workspace: Path) -> None:
    docgen("user", "token", "add", "zhangsan", "--scope", "read")
    types("liuxia-yanzi-908", "liuxia-yanzi-908")
    answer = docgen("user", "password", "zhangsan")

    assert answer.code == 0
    assert "1 个令牌不受影响" in answer.out
    assert Accounts.open(workspace).verify("zhangsan", OTHER) is None
    assert Accounts.open(workspace).verify("zhangsan", "liuxia-yanzi-908") is not None
    assert "没有账号“李四”" in docgen("user", "password", "李四").err


@pytest.mark.usefixtures("clerk")
def test_a_token_is_shown_once_listed_and_revoked(docgen: Docgen, workspace: Path) -> None:
    issued = docgen("user", "token", "add", "zhangsan", "--scope", "read,write", "--days", "30", "--label", "OA 系统")
    text = issued.out.strip()
    listed = docgen("user", "token", "list")
    found = docgen("user", "token", "list", "--format", "json").json["tokens"][0]

    assert "只显示这一次" in issued.err
    accounts = Accounts.open(workspace)
    assert accounts.token(text, accounts.tokens()[0].issued) is not None
    assert text not in listed.out
    assert {"OA", "系统", "read、write", "有效"} <= set(listed.out.split())
    assert (found["account"], found["scopes"], found["expired"]) == ("zhangsan", ["read", "write"], False)
    assert f"已吊销 zhangsan 的令牌 {found['id']}" in docgen("user", "token", "revoke", found["id"]).out
    assert accounts.tokens() == ()
    assert "没有 ID 或用途是“x”的令牌" in docgen("user", "token", "revoke", "x").err


@pytest.mark.usefixtures("clerk")
def test_a_token_is_revoked_by_its_label_if_only_one_has_it(docgen: Docgen, workspace: Path) -> None:
    for _ in range(2):
        docgen("user", "token", "add", "zhangsan", "--scope", "read", "--label", "OA")
    first, second = (each.id for each in Accounts.open(workspace).tokens())
    answer = docgen("user", "token", "revoke", "OA")

    assert answer.code == 2
    assert f"请写它的 ID：{first}、{second}。" in answer.err
    assert docgen("user", "token", "revoke", first).code == 0
    assert docgen("user", "token", "revoke", "OA").out == f"已吊销 zhangsan 的令牌 {second}。\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "没有说明令牌能做什么。"),
        (("--scope", "all"), "--scope：“all”不在可选之列；可以写：read、confidential、write、publish、admin。"),
        (("--scope", "publish"), "账号“zhangsan”是支部，令牌不能有 publish 权限。"),
        (("--scope", "read", "--days", "0"), "--days：“0”不是天数；写 1 到 366 的整数。"),
        (("--scope", "read", "--days", "永远"), "--days：“永远”不是天数；写 1 到 366 的整数。"),
        (("--scope", "read", "--days", "99999999999"), "--days：“99999999999”不是天数；写 1 到 366 的整数。"),
    ],
)
@pytest.mark.usefixtures("clerk")
def test_a_token_that_cannot_be_is_explained(docgen: Docgen, arguments: tuple[str, ...], said: str) -> None:
    answer = docgen("user", "token", "add", "zhangsan", *arguments)

    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith(f"错误：{said}")


@pytest.mark.usefixtures("admin")
def test_a_damaged_file_is_an_error_for_every_command(
    docgen: Docgen, pipe: Callable[[str], None], workspace: Path
) -> None:
    (workspace / "accounts.json").write_text('{"version": 1,\n"accounts": [', encoding="utf-8")
    for arguments in (("list",), ("token", "list"), ("disable", "王主任"), ("add", "李四", "--role", "管理员")):
        pipe(OTHER)
        answer = docgen("user", *arguments)

        assert answer.code == 2
        assert answer.out == ""
        assert "accounts.json 已损坏，第 2 行读不懂。" in answer.err
        assert "docgen 不把损坏的文件当作没有账号" in answer.err
    assert docgen("user", "list", "--format", "json").json["findings"][0]["code"] == "accounts-broken"


def test_help_loads_nothing_that_hashes_and_listing_neither(workspace: Path) -> None:
    probe = "import sys; from docgen.cli.main import run; run(sys.argv[1:]); print(*sys.modules, sep='\\n')"
    for arguments in (["--help"], ["user", "add", "--help"], ["-C", str(workspace), "user", "list"]):
        done = subprocess.run(
            [sys.executable, "-c", probe, *arguments], capture_output=True, text=True, encoding="utf-8", check=True
        )

        assert "docgen.cli.main" in done.stdout.split()
        assert {"argon2", "_argon2_cffi_bindings", "filelock"} & set(done.stdout.split()) == set()
