"""Takes a workspace whose files are saved, gives what rounds of rendering follow, with the real watcher."""

from __future__ import annotations

import shutil
import signal
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from watchfiles import Change

import docgen
from docgen.drafting import found
from docgen.errors import UsageError
from docgen.export import Round, Status, watch
from docgen.export.watching import _files

DAY = date(2020, 1, 15)
MEETING = "一支部/2020/01/2020-01-10-支委会"
UNIT = "支部/一支部"
FILE = f"{UNIT}/记录/2020/01/2020-01-10-支委会.yaml"
PAPER = "一支部-2020-01-10-会议纪要.docx"
PATIENCE = 60
NEWS = """\
类型: 宣传稿
标题: 参观
日期: 2020-01-12
供稿人: 张一
正文: 参观了展览。
照片:
  - 文件: 展览.png
    说明: 在展览前
"""

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the deadline is a signal")


@pytest.fixture(autouse=True)
def _deadline() -> Iterator[None]:
    """Let a save that is never noticed fail and not wait for ever."""
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    found(tmp_path / "工作区", 2020, "甲公司")
    return tmp_path / "工作区"


@pytest.fixture
def rounds(root: Path) -> Iterator[Iterator[Round]]:
    with closing(watch(root, MEETING, kinds=["minutes"], on=DAY)) as watched:  # type: ignore[type-var]  # a generator
        yield watched


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def body(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


def test_papers_are_made_at_once_and_nothing_was_saved(rounds: Iterator[Round], root: Path) -> None:
    first = next(rounds)

    assert (first.saved, first.errors) == ((), ())
    assert [each.path for each in first.outcomes] == [PAPER]
    assert (root / "output" / PAPER).is_file()


def test_a_saved_record_is_in_the_paper_of_the_next_round(rounds: Iterator[Round], root: Path) -> None:
    next(rounds)
    change(root / FILE, "地点: ", "地点: 新楼")

    second = next(rounds)

    assert second.saved == (FILE,)
    assert "新楼" in body(root / "output" / PAPER)


def test_an_editor_that_saves_by_renaming_is_one_round(rounds: Iterator[Round], root: Path) -> None:
    next(rounds)
    beside = (root / FILE).with_suffix(".yaml.tmp")
    shutil.copy(root / FILE, beside)
    change(beside, "地点: ", "地点: 新楼")
    beside.replace(root / FILE)

    assert next(rounds).saved == (FILE,)
    assert "新楼" in body(root / "output" / PAPER)


def test_a_typo_is_told_as_a_check_tells_it_and_mended_by_the_next_save(rounds: Iterator[Round], root: Path) -> None:
    next(rounds)
    change(root / FILE, "主持人: ", "主持: ")
    wrong = next(rounds)
    change(root / FILE, "主持: ", "主持人: ")
    mended = next(rounds)

    assert wrong.checked is not None
    checked = docgen.check(docgen.open_workspace(root), on=DAY)
    assert [each.code for each in wrong.checked.findings] == ["key-unknown"]
    assert checked.findings == ()
    assert (wrong.outcomes, wrong.errors) == ((), ())
    assert [each.status for each in mended.outcomes] == [Status.OK]


def test_a_record_that_is_broken_from_the_start_is_waited_for(root: Path) -> None:
    change(root / FILE, "主持人: ", "主持: ")
    for about in (MEETING, root / FILE):
        with closing(watch(root, about, kinds=["minutes"], on=DAY)) as watched:  # type: ignore[type-var]  # a generator
            first = next(watched)

        assert first.checked is not None
        assert [each.code for each in first.checked.findings] == ["key-unknown"]


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [("docgen.yaml", "单位: ", "单位：： "), (f"{UNIT}/单位.yaml", "简称: ", "简称们: "), (FILE, "类型: ", "类 型: ")],
)
def test_any_file_may_be_broken_for_a_while(
    rounds: Iterator[Round], root: Path, file: str, before: str, after: str
) -> None:
    next(rounds)
    change(root / file, before, after)
    wrong = next(rounds)
    change(root / file, after, before)
    mended = next(rounds)

    told = [*(wrong.checked.findings if wrong.checked else ()), *(each for e in wrong.errors for each in e.findings)]
    assert file in {each.place.file for each in told}
    assert (mended.saved, [each.path for each in mended.outcomes]) == ((file,), [PAPER])


def test_a_record_that_is_broken_costs_no_other_one_that_is_watched(root: Path) -> None:
    other = root / UNIT / "记录/2020/01/2020-01-12-宣传稿.yaml"
    other.write_text(NEWS.partition("照片")[0], encoding="utf-8")
    about = (MEETING, "一支部/2020/01/2020-01-12-宣传稿")
    with closing(watch(root, *about, kinds=["minutes", "news-item"], on=DAY)) as watched:  # type: ignore[type-var]
        assert {each.kind for each in next(watched).outcomes} == {"minutes", "news-item"}
        change(root / FILE, "主持人: ", "主持: ")
        wrong = next(watched)

    assert wrong.checked is not None
    assert [each.code for each in wrong.checked.findings] == ["key-unknown"]
    assert [each.kind for each in wrong.outcomes if each.path] == ["news-item"]
    assert wrong.errors == ()


def test_another_picture_under_the_same_name_is_in_the_paper(root: Path) -> None:
    picture = root / UNIT / "附件" / "展览.png"
    picture.parent.mkdir(exist_ok=True)
    Image.new("RGB", (40, 30), "red").save(picture)
    record = root / UNIT / "记录/2020/01/2020-01-12-宣传稿.yaml"
    record.write_text(NEWS, encoding="utf-8")
    with closing(watch(root, record, kinds=["news-item"], on=DAY)) as watched:  # type: ignore[type-var]  # a generator
        (before,) = next(watched).outcomes
        Image.new("RGB", (40, 30), "blue").save(picture)
        second = next(watched)

    assert second.saved == (f"{UNIT}/附件/展览.png",)
    assert before.path
    assert second.outcomes[0].sha256 != before.sha256


@pytest.mark.parametrize("format", ["docx", "html"])
def test_an_own_template_counts_from_the_round_after_its_save(root: Path, format: str) -> None:
    own, builtin = root / "templates" / "minutes", Path(__file__).parents[2] / "templates" / "minutes"
    with closing(watch(root, MEETING, kinds=["minutes"], to=[format], on=DAY)) as watched:  # type: ignore[type-var]
        (usual,) = next(watched).outcomes
        own.mkdir(parents=True)
        template = own / f"minutes.{format}"
        if format == "docx":
            shutil.copy(builtin.parent / "resolution" / "resolution.docx", template)
        else:
            shutil.copy(builtin / template.name, template)
            change(template, "主持会议", "主持了会议")
        changed = next(watched)
        template.write_bytes((builtin / template.name).read_bytes())
        again = next(watched)

    assert f"templates/minutes/minutes.{format}" in changed.saved
    assert changed.outcomes[0].sha256 != usual.sha256
    assert again.outcomes[0].sha256 == usual.sha256


@pytest.mark.parametrize("out", ["output", f"{UNIT}/材料", f"{UNIT}/附件", "."])
def test_what_docgen_writes_is_no_save(root: Path, out: str) -> None:
    with closing(watch(root, MEETING, kinds=["minutes"], out=root / out, on=DAY)) as watched:  # type: ignore[type-var]
        for _ in range(2):
            assert [each.path for each in next(watched).outcomes] == [PAPER]
            change(root / FILE, "地点: ", "地点: 新楼")
        third = next(watched)

    assert third.saved == (FILE,)


def test_files_that_cannot_change_the_papers_are_no_save(rounds: Iterator[Round], root: Path) -> None:
    next(rounds)
    for name in (
        "output/别的.docx",
        ".git/index.yaml",
        "机关党委/记录/2020/2020-01-03-支委会.yaml",
        "templates/resolution/resolution.docx",
        "templates/minutes/minutes.html",
        "templates/minutes/~$minutes.docx",
        f"{UNIT}/附件/.~lock.照片.jpg#",
        f"{UNIT}/记录/2020/01/2020-01-10-支委会.yaml~",
        f"{UNIT}/记录/2020/01/4913",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("类型: 会议\n", encoding="utf-8")
    change(root / FILE, "地点: ", "地点: 新楼")

    assert next(rounds).saved == (FILE,)


def test_of_a_new_folder_the_files_count_and_of_a_changed_one_nothing(tmp_path: Path) -> None:
    file = tmp_path / "2020" / "会.yaml"
    file.parent.mkdir()
    file.touch()

    assert list(_files([(int(Change.added), str(file.parent))])) == [file]
    assert list(_files([(int(Change.modified), str(file.parent))])) == []
    assert list(_files([(int(Change.deleted), str(tmp_path / "2019"))])) == [tmp_path / "2019"]


def test_a_file_that_cannot_be_replaced_is_told_and_the_next_save_writes_it(
    rounds: Iterator[Round], root: Path
) -> None:
    next(rounds)
    paper = root / "output" / PAPER
    paper.unlink()
    paper.mkdir()  # as little to be replaced as a file that Word has open
    change(root / FILE, "地点: ", "地点: 新楼")
    refused = next(rounds)
    paper.rmdir()
    change(root / FILE, "地点: ", "地点: 新")

    assert [(each.status, each.path) for each in refused.outcomes] == [(Status.FAIL, "")]
    assert "写不了文件" in refused.outcomes[0].error
    assert [each.path for each in next(rounds).outcomes] == [PAPER]


def test_files_are_looked_at_by_themselves_where_a_drive_does_not_tell(root: Path) -> None:
    with closing(watch(root, MEETING, kinds=["minutes"], on=DAY, polling=True)) as watched:  # type: ignore[type-var]
        next(watched)
        (root / UNIT / "记录/2020/01/2020-01-12-宣传稿.yaml").write_text(NEWS, encoding="utf-8")

        assert next(watched).saved == (f"{UNIT}/记录/2020/01/2020-01-12-宣传稿.yaml",)


@pytest.mark.parametrize(
    ("about", "kinds", "code"),
    [
        ("二支部/2020", (), "unit-unknown"),
        ("一支部/2020/01/没有", (), "record-unknown"),
        (MEETING, ("没有",), "kind-unknown"),
    ],
)
def test_what_does_not_fit_is_said_at_once(root: Path, about: str, kinds: tuple[str, ...], code: str) -> None:
    with pytest.raises(UsageError) as refused:
        next(watch(root, about, kinds=kinds, on=DAY))

    assert refused.value.code == code
