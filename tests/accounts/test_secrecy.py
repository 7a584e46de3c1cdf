"""Takes a workspace with accounts, proves that nothing that docgen makes or takes in holds or replaces their file."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from tests.accounts.conftest import CHEAP, SECRET, account

from docgen.accounts import Accounts, Role
from docgen.cli.main import run
from docgen.drafting import found
from docgen.errors import WorkspaceError

UNIT_FILE = "单位.yaml"
GREEDY = """\
类型: 主题党日
主题: 参观
开始: 2020-01-12 09:00
附件: [accounts.json]
照片:
  - 文件: accounts.json
    说明: 图
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace whose uppermost unit lives beside accounts.json, with a record that names the file."""
    root = tmp_path / "工作区"
    found(root, 2020, "甲公司")
    for each in (root / "机关党委").iterdir():
        shutil.move(each, root / each.name)
    (root / "机关党委").rmdir()
    Accounts(root, CHEAP).add(account("王主任", Role.ADMIN), SECRET)
    path = root / "记录/2020/01/2020-01-12-主题党日.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(GREEDY, encoding="utf-8")
    return root


def contents(folder: Path) -> dict[str, bytes]:
    """All files below a folder, those in archives too."""
    found: dict[str, bytes] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            found[str(path)] = path.read_bytes()
        if path.is_file() and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                found |= {f"{path}!{name}": archive.read(name) for name in archive.namelist()}
    return found


@pytest.mark.slow
def test_no_paper_no_archive_and_no_cache_holds_what_the_file_holds(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "材料"
    code = run(
        ["-C", str(root), "export", "2020", "--to", "docx,html,txt,xlsx", "--zip", "--jobs", "1", "--out", str(out)]
    )
    made = contents(tmp_path)
    own = made.pop(str(root / "accounts.json"))

    assert code in {0, 1}
    assert len(made) > 50
    assert (tmp_path / "材料.zip").is_file()
    assert b"argon2id" in own
    assert [name for name, content in made.items() if b"argon2id" in content or own in content] == []
    assert [name for name in made if Path(name.rpartition("!")[2]).name == "accounts.json"] == []


def test_a_collected_folder_brings_and_replaces_no_accounts(root: Path, tmp_path: Path) -> None:
    before, zipped = (root / "accounts.json").read_bytes(), tmp_path / "交来.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("accounts.json", "{}")
        archive.writestr(f"机关党委/{UNIT_FILE}", (root / UNIT_FILE).read_bytes())
        archive.writestr("机关党委/accounts.json", "{}")
        archive.writestr("机关党委/附件/说明.txt", "x")
    code = run(["-C", str(root), "collect", str(zipped), "--yes"])

    assert code == 0
    assert (root / "附件/说明.txt").is_file()
    assert (root / "accounts.json").read_bytes() == before
    assert [path for path in root.rglob("accounts.json") if path != root / "accounts.json"] == []


def test_a_unit_named_like_the_file_opens_no_door(root: Path, tmp_path: Path) -> None:
    (root / "accounts.json").unlink()
    zipped = tmp_path / "交来.zip"
    unit = (root / UNIT_FILE).read_text(encoding="utf-8").replace("简称: 机关党委", "简称: accounts.json")
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr(f"甲/{UNIT_FILE}", unit)
    run(["-C", str(root), "collect", str(zipped), "--yes"])

    assert (root / "accounts.json").is_dir()
    assert Accounts(root).exists
    with pytest.raises(WorkspaceError, match="accounts-unreadable"):
        Accounts.open(root)
