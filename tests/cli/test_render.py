"""Takes subjects and files, gives what `docgen render` and `docgen bulletin` write and say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

Docgen = Callable[..., Any]
PLAN = "类型: 会议\n会议类型: 支委会\n开始: 2020-04-01 14:30\n"


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_a_record_gives_its_papers_in_one_folder(docgen: Docgen, workspace: Path, meeting: str) -> None:
    answer = docgen("render", meeting)

    assert answer.code == 0
    assert "output/一支部-2020-01-10-会议记录.docx" in answer.out.replace("\\", "/")
    assert {"一支部-2020-01-10-会议纪要.docx", "一支部-2020-01-10-决议.docx"} <= set(files(workspace / "output"))


def test_the_file_of_a_record_stands_for_the_record(docgen: Docgen, workspace: Path, meeting: str) -> None:
    file = f"支部/一支部/记录/{meeting.removeprefix('一支部/')}.yaml"

    assert docgen("render", file, "--kind", "minutes", "--out", "一").code == 0
    assert docgen("render", meeting, "--kind", "会议纪要", "--out", "二").code == 0
    assert files(workspace / "一") == files(workspace / "二") == ["一支部-2020-01-10-会议纪要.docx"]


def test_every_format_that_is_asked_for_is_written(docgen: Docgen, workspace: Path, meeting: str) -> None:
    docgen("render", meeting, "--kind", "minutes", "--to", "docx, html")

    assert [Path(name).suffix for name in files(workspace / "output")] == [".docx", ".html"]


def test_gaps_are_listed_once_with_their_places(docgen: Docgen, write: Callable[[str, str], Path]) -> None:
    write("2020/04/2020-04-01-支委会.yaml", PLAN)

    answer = docgen("render", "一支部/2020/04/2020-04-01-支委会", "--kind", "meeting-notice", "--to", "docx,html")

    assert answer.code == 0
    assert answer.out.count("待补充：地点") == 1
    assert "（支部/一支部/记录/2020/04/2020-04-01-支委会.yaml:1:1）" in answer.out


def test_a_final_paper_with_gaps_is_refused_and_the_reasons_are_told(
    docgen: Docgen, workspace: Path, write: Callable[[str, str], Path]
) -> None:
    write("2020/04/2020-04-01-支委会.yaml", PLAN)

    answer = docgen("render", "一支部/2020/04/2020-04-01-支委会", "--kind", "meeting-notice", "--final")

    assert answer.code == 1
    assert files(workspace / "output") == []
    assert "未生成：" in answer.err
    assert "待补充：地点" in answer.err


def test_the_answer_in_json_names_each_output(docgen: Docgen, workspace: Path, meeting: str) -> None:
    answer = docgen("render", meeting, "--kind", "minutes", "--format", "json")

    (output,) = answer.json["outputs"]
    assert (output["kind"], output["format"], output["status"], output["error"]) == ("minutes", "docx", "ok", None)
    assert output["sources"] == [meeting]
    assert (Path(answer.json["folder"]) / output["path"]).is_file()


def test_a_subject_without_paper_is_told(docgen: Docgen, meeting: str) -> None:
    answer = docgen("render", "一支部/2020-05", meeting, "--kind", "minutes")

    assert answer.code == 2
    assert "会议纪要.docx" in answer.out
    assert "“一支部/2020-05”没有可出的材料。" in answer.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["一支部"], "“一支部”没有写要哪一段时间的材料。"),
        (["一支部/2020/01/2020-01-11-支委会"], "没有编号为「一支部/2020/01/2020-01-11-支委会」的记录。"),
        (["一支部/2020-01", "--kind", "minute"], "没有名为“minute”的文种。"),
        (["一支部/2020-01", "--kind", "minutes", "--to", "xlsx"], "会议纪要没有 xlsx 格式。"),
    ],
)
def test_what_there_is_not_is_a_wrong_usage(docgen: Docgen, arguments: list[str], said: str) -> None:
    answer = docgen("render", *arguments)

    assert answer.code == 2
    assert answer.err.startswith(f"错误：{said}")


@pytest.mark.parametrize(
    "part", ["一支部/2020/02/2020-02-30-支委会", "支部/一支部/记录/2020/02/2020-02-30-支委会.yaml"]
)
def test_a_record_that_cannot_be_read_is_told_with_what_is_wrong_in_it(docgen: Docgen, broken: Path, part: str) -> None:
    answer = docgen("render", part)

    assert answer.code == 2
    assert "读不出来" in answer.err
    assert f"{broken.name}:3:5  错误：" in answer.err


@pytest.mark.usefixtures("broken")
def test_errors_in_other_records_are_counted_and_stop_nothing(docgen: Docgen, meeting: str) -> None:
    answer = docgen("render", meeting, "--kind", "minutes")

    assert answer.code == 0
    assert answer.err == "读取记录时发现：1 处错误。详见 docgen check。\n"


def test_a_fault_of_docgen_is_told_and_ends_with_3(
    docgen: Docgen, meeting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docgen.export import desk

    def fail(*_: object, **_options: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(desk, "dress", fail)
    answer = docgen("render", meeting, "--kind", "minutes")

    assert answer.code == 3
    assert "未生成：" in answer.err
    assert "RuntimeError: boom" in answer.err


def test_the_bulletin_is_that_of_the_unit_above_the_branches(docgen: Docgen) -> None:
    answer = docgen("bulletin", "2020-01", "--format", "json")

    assert answer.code in {0, 1}
    assert {(each["subject"], each["kind"]) for each in answer.json["outputs"]} == {("机关党委/2020-01", "bulletin")}


def test_a_bulletin_is_of_a_month(docgen: Docgen) -> None:
    answer = docgen("bulletin", "2020")

    assert answer.code == 2
    assert "“2020”不是月份" in answer.err


def test_of_several_units_above_the_one_that_is_meant_must_be_named(docgen: Docgen, workspace: Path) -> None:
    for number, name in enumerate(("甲党委", "甲支部"), start=1):
        folder = workspace / name
        folder.mkdir()
        above = "" if number == 1 else "上级: 甲党委\n"
        (folder / "单位.yaml").write_text(f"名称: {name}\n简称: {name}\n种类: 党委\n{above}", encoding="utf-8")

    answer = docgen("bulletin", "2020-01")

    assert answer.code == 2
    assert "用 --unit 指明：" in answer.err
    assert "甲党委" in answer.err


def test_kinds_may_stand_in_one_option_with_commas(docgen: Docgen) -> None:
    answer = docgen(
        "render", "一支部/2020/01/2020-01-10-支委会", "--kind", "minutes,meeting-record", "--format", "json"
    )

    assert {each["kind"] for each in answer.json["outputs"]} == {"minutes", "meeting-record"}


def test_help_is_short_to_ask_for(docgen: Docgen) -> None:
    assert docgen("render", "-h").out == docgen("render", "--help").out != ""


def test_a_pdf_can_be_asked_for_as_pdf_a(docgen: Docgen, workspace: Path, meeting: str) -> None:
    pytest.importorskip("weasyprint")

    assert docgen("render", meeting, "--kind", "minutes", "--to", "pdf", "--pdf-a", "--out", "一").code == 0
    assert docgen("render", meeting, "--kind", "minutes", "--to", "pdf", "--out", "二").code == 0
    archival, usual = (PdfReader(next((workspace / name).iterdir())).trailer["/Root"] for name in ("一", "二"))
    assert "/OutputIntents" in archival  # type: ignore[operator]
    assert "/OutputIntents" not in usual  # type: ignore[operator]


def test_pdf_a_without_pdf_is_a_mistake(docgen: Docgen, workspace: Path, meeting: str) -> None:
    answer = docgen("render", meeting, "--pdf-a")

    assert answer.code == 2
    assert "--to pdf" in answer.err
    assert files(workspace / "output") == []


BULLETIN_NEWS = """\
类型: 宣传稿
标题: 一支部参观长廊
导语: 一支部开展活动。
正文: 内容。
日期: 2020-01-16
渠道: [公众号, 简报]
照片: [{文件: 长廊.png, 说明: 参观}]
"""


@pytest.fixture
def with_news(workspace: Path) -> Path:
    """A workspace with a piece of news that shows a large picture."""
    from PIL import Image

    folder = workspace / "支部" / "一支部"
    records, attachments = folder / "记录" / "2020" / "01", folder / "附件"
    records.mkdir(parents=True, exist_ok=True)
    attachments.mkdir(exist_ok=True)
    (records / "2020-01-16-宣传稿.yaml").write_text(BULLETIN_NEWS, encoding="utf-8")
    Image.effect_noise((1500, 1000), 50).convert("RGB").save(attachments / "长廊.png")
    return workspace


def test_a_bulletin_for_a_wechat_account_is_one_piece_that_can_be_pasted(docgen: Docgen, with_news: Path) -> None:
    from base64 import b64decode
    from io import BytesIO

    from lxml import html
    from PIL import Image

    answer = docgen("bulletin", "2020-01", "--for", "wechat", "--out", "出")
    (name,) = files(with_news / "出")
    text = (with_news / "出" / name).read_text(encoding="utf-8")
    made = html.fragment_fromstring(text)

    assert answer.code == 0
    assert name == "机关党委-2020-01-简报-公众号.html"
    assert not {"style", "script", "link", "svg", "body"} & {str(each.tag) for each in made.iter()}
    assert not {"class", "id"} & {attribute for each in made.iter() for attribute in each.attrib}
    assert all("var(" not in str(each.get("style", "")) for each in made.iter())
    images = [Image.open(BytesIO(b64decode(str(each.get("src")).partition(",")[2]))) for each in made.iter("img")]
    assert images
    assert max(image.width for image in images) == 720
    assert "一支部参观长廊" in made.text_content()
    assert "草稿" in made[0].text_content(), "nobody publishes what lacks something by mistake"
    assert "参观" in made.text_content()


def test_a_bulletin_for_a_site_is_a_page_that_stands_alone(docgen: Docgen, with_news: Path) -> None:
    assert docgen("bulletin", "2020-01", "--for", "web", "--to", "html", "--out", "出").code == 0

    text = (with_news / "出" / "机关党委-2020-01-简报-网页.html").read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "@media print" in text
    assert "@page" in text
    assert 'src="http' not in text
    assert "<script" not in text


def test_an_outlet_takes_pages_alone(docgen: Docgen, workspace: Path) -> None:
    answer = docgen("bulletin", "2020-01", "--for", "wechat", "--to", "docx,html", "--out", "出")

    assert answer.code == 2
    assert "--for wechat 出的是网页，这次又要了 docx html" in answer.err
    assert files(workspace / "出") == []


def test_an_unknown_outlet_is_told_with_those_that_there_are(docgen: Docgen) -> None:
    answer = docgen("bulletin", "2020-01", "--for", "weibo")

    assert answer.code == 2
    assert "wechat、web" in answer.err
