"""Takes Word files, gives what `docgen lint` says of them, in words, JSON and SARIF, and the copies that it writes."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from lxml import etree

from docgen.cli.main import run
from docgen.inspection.lint import look
from docgen.parcel import unpack

Lint = Callable[..., tuple[int, str, str]]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def record() -> bytes:
    """A record on a letter sheet: no official paper, so that the sheet alone is looked at."""
    target = io.BytesIO()
    docx.Document().save(target)
    return target.getvalue()


def notice(date: str = "2020年3月5日") -> bytes:
    target = io.BytesIO()
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("关于学习的通知").font.size = Pt(22)
    for text in ("各党小组：", "　　请各党小组认真学习，抓好落实。", "　" * 18 + "第一党支部", "　" * 18 + date):
        document.add_paragraph(text)
    document.save(target)
    return target.getvalue()


@pytest.fixture
def lint(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Lint:
    """Run `docgen lint` in a folder that is no workspace."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(["lint", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def put(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return put


Write = Callable[[str, bytes], Path]


def test_findings_are_told_by_file_each_hint_once(lint: Lint, write: Write) -> None:
    write("通知.docx", notice())
    write("记录.docx", record())

    code, out, err = lint("通知.docx", "记录.docx")

    assert (code, err) == (1, "")
    assert out.splitlines()[0].startswith("通知.docx（4 处错误、")
    assert out.count("上边距") == out.count("在“布局→页边距→自定义边距”里改。") == 1
    assert "  第3段  提示：段落用空格缩进，字数一改就会错位。  〔请各党小组认真学习，抓好落实。〕\n" in out
    assert "记录.docx（1 处提示）\n  提示：纸张是 216×279 毫米，应为 A4（210×297 毫米）。\n" in out
    assert "依据：GB/T 9704—2012 5.2.1（规定）" in out
    assert out.splitlines()[-1].endswith("项可用 docgen lint --fix 另存一份改好的。")


def test_hints_alone_are_no_failure(lint: Lint, write: Write) -> None:
    write("记录.docx", record())

    assert lint("记录.docx")[0] == 0


def test_what_cannot_be_read_keeps_no_other_file_from_being_looked_at(lint: Lint, write: Write) -> None:
    write("坏.docx", b"")
    write("记录.docx", record())

    code, out, err = lint("坏.docx", "没有.docx", "记录.docx")

    assert code == 2
    assert "坏.docx（1 处错误）\n  错误：文件是空的。\n" in err
    assert "没有“没有.docx”这个文件或文件夹。" in err
    assert "记录.docx（1 处提示）" in out


def test_a_folder_is_its_word_files_and_what_word_has_open_is_left_out(lint: Lint, write: Write) -> None:
    write("甲/一.docx", record())
    write("甲/二.docx", record())
    write("甲/~$一.docx", b"x")
    write("乙/一.txt", b"x")

    code, out, err = lint("甲", "甲/一.docx")

    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if line.startswith("甲/")] == [
        "甲/一.docx（1 处提示）",
        "甲/二.docx（1 处提示）",
    ]
    assert lint("乙")[0] == 2


def test_a_folder_is_searched_to_its_ground_and_its_copies_lie_apart_as_their_originals_do(
    lint: Lint, write: Write, tmp_path: Path
) -> None:
    write("甲/一/纪要.docx", notice("2020年03月05日"))
    write("甲/二/纪要.docx", notice("2020年3月5日"))

    lint("甲", "--comments", "--out", "副本")

    made = [path.relative_to(tmp_path / "副本").as_posix() for path in (tmp_path / "副本").rglob("*.docx")]
    assert sorted(made) == ["一/纪要-批注.docx", "二/纪要-批注.docx"]


def test_json_says_where_what_was_found_what_is_expected_and_how_binding_it_is(lint: Lint, write: Write) -> None:
    from json import loads

    write("通知.docx", notice("2020年03月05日"))
    code, out, _ = lint("通知.docx", "--format", "json")
    findings: list[dict[str, Any]] = loads(out)["findings"]
    (date,) = [each for each in findings if each["code"] == "date-form"]

    assert code == 1
    assert len({frozenset(each) for each in findings}) == 1
    assert (date["file"], date["paragraph"], date["level"]) == ("通知.docx", 5, "error")
    assert (date["strength"], date["clause"], date["mendable"]) == ("规定", "7.3.5.4", False)
    assert (date["text"], date["found"], date["expected"]) == ("2020年03月05日", "“2020年03月05日”", "“2020年3月5日”")


def test_sarif_has_a_rule_for_each_code(lint: Lint, write: Write) -> None:
    from json import loads

    write("通知.docx", notice())
    (run_,) = loads(lint("通知.docx", "--format", "sarif")[1])["runs"]

    assert {rule["id"] for rule in run_["tool"]["driver"]["rules"]} == {each["ruleId"] for each in run_["results"]}
    assert "page-margins" in {each["ruleId"] for each in run_["results"]}


def test_the_mended_copy_stands_beside_the_file_which_stays(lint: Lint, write: Write, tmp_path: Path) -> None:
    path = write("通知.docx", notice("2020年03月05日"))
    before = path.read_bytes()

    code, out, _ = lint("通知.docx", "--fix")

    assert code == 1
    assert path.read_bytes() == before
    assert out.startswith("通知.docx：改好 ")
    assert "还有 1 处错误。\n  另存为 通知-已改.docx。\n" in out
    assert {each.code for each in look((tmp_path / "通知-已改.docx").read_bytes(), "")} == {"date-form"}
    code, out, _ = lint(str(write("通知.docx", notice())), "--fix")
    assert (code, out.splitlines()[0].endswith("处，没有余下的问题。"), len(out.splitlines())) == (0, True, 2)


def test_comments_say_each_finding_at_its_paragraph_in_a_copy_elsewhere(
    lint: Lint, write: Write, tmp_path: Path
) -> None:
    write("通知.docx", notice("2020年03月05日"))

    code, out, _ = lint("通知.docx", "--comments", "--out", "批")
    parts = unpack((tmp_path / "批" / "通知-批注.docx").read_bytes())
    texts = [
        "".join(map(str, each.itertext()))
        for each in etree.fromstring(parts["word/comments.xml"]).iter(f"{{{W}}}comment")
    ]

    assert code == 1
    assert "另存为 批/通知-批注.docx。" in out
    assert any(text.startswith("错误：成文日期写作“2020年03月05日”") for text in texts)


def test_with_both_the_comments_say_what_was_not_mended(lint: Lint, write: Write, tmp_path: Path) -> None:
    write("通知.docx", notice("2020年03月05日"))
    lint("通知.docx", "--fix", "--comments")
    parts = unpack((tmp_path / "通知-已改.docx").read_bytes())

    assert len(list(etree.fromstring(parts["word/comments.xml"]).iter(f"{{{W}}}comment"))) == 1
