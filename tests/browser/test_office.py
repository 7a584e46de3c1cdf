"""A day at the office, in a real browser: what clerks do, and what they must not be able to do."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Download, Page, expect
from tests.browser.conftest import PASSWORD, Person, Served

from docgen.accounts import Role
from docgen.workspace import load_unit, open_workspace

Somebody = Callable[..., Person]
BRANCH, OTHER, ABOVE = "一支部", "二支部", "机关党委"
RECORD = "四支部/2020/11/2020-11-06-支委会"
NARROW = {"width": 390, "height": 844}
PAGES = ("/", "/records", "/bulletin", "/exports", "/statistics", "/findings", "/templates", "/history", "/accounts")


def record_page(person: Person, record: str) -> Page:
    person.page.goto(f"{person.address}/record?id={record}")
    return person.page


def fill(page: Page, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).first.fill(text)


def scrolled(page: Page, at: int) -> None:
    """Wait until the preview stands at a place."""
    place = "document.querySelector('iframe[name=preview]').contentWindow.scrollY"
    for _ in range(100):
        if page.evaluate(place) == at:
            return
        page.wait_for_timeout(100)
    assert page.evaluate(place) == at


def saved(page: Page, name: str, folder: Path) -> Path:
    """Click what downloads a file and return the file."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    return kept(waiting.value, folder)


def kept(download: Download, folder: Path) -> Path:
    path = folder / download.suggested_filename
    download.save_as(path)
    return path


def test_who_has_not_logged_in_is_asked_to_and_comes_back_where_she_wanted(somebody: Somebody) -> None:
    person = somebody()
    page = person.go("/findings?unit=一支部")
    expect(page.get_by_role("heading", name="登录")).to_be_visible()
    person.log_in("王主任", "wrong-password")
    expect(page.get_by_role("alert")).to_contain_text("用户名或密码不对")
    person.log_in("王主任")
    expect(page).to_have_url(re.compile("/findings"))
    expect(page.get_by_role("heading", name="问题")).to_be_visible()
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("heading", name="登录")).to_be_visible()


def test_a_meeting_is_written_by_the_form_mended_previewed_and_downloaded(
    somebody: Somebody, served: Served, tmp_path: Path
) -> None:
    page = somebody("王主任").go(f"/records/new?unit={BRANCH}&kind=会议")
    page.get_by_label("会议类型").select_option("支委会")
    fill(page, "开始", "2020-12-15 9点")
    expect(page.locator(".field .finding.error").filter(has_text="2020-12-15")).to_be_visible()
    fill(page, "开始", "2020-12-15 09:00")
    expect(page.locator(".field .finding.error").filter(has_text="2020-12-15")).to_have_count(0)
    fill(page, "地点", "党员活动室")
    page.get_by_role("button", name="＋ 议题").first.click()
    fill(page, "标题", "研究年终总结")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator(".saved, .toast").get_by_text("已保存").first).to_be_visible()

    entries = load_unit(open_workspace(served.root), BRANCH).entries
    written = [entry for entry in entries if entry.id.endswith("2020-12-15-支委会")]
    assert [entry.model.place for entry in written] == ["党员活动室"]  # type: ignore[attr-defined]

    page.get_by_label("哪一种材料").select_option(label="会议通知")
    page.get_by_role("button", name="预览", exact=True).click()
    expect(page.frame_locator("iframe[name=preview]").get_by_text("研究年终总结").first).to_be_visible()
    paper = saved(page, "docx", tmp_path)
    assert "研究年终总结" in "\n".join(each.text for each in docx.Document(str(paper)).paragraphs)
    assert saved(page, "pdf", tmp_path).read_bytes().startswith(b"%PDF-")


def test_the_preview_stays_where_it_was_read_and_another_paper_begins_at_its_top(somebody: Somebody) -> None:
    page = record_page(somebody("王主任"), RECORD)
    said = page.frame_locator("iframe[name=preview]").locator("body")
    expect(said).to_contain_text("会议室")
    page.evaluate("document.querySelector('iframe[name=preview]').contentWindow.scrollTo(0, 120)")
    fill(page, "地点", "一楼会议室")
    expect(said).to_contain_text("一楼会议室")
    scrolled(page, 120)
    page.get_by_label("哪一种材料").select_option(label="签到表")
    expect(said).to_contain_text("签到")
    scrolled(page, 0)


def test_of_two_who_edit_one_record_the_second_is_told_and_can_merge(somebody: Somebody, served: Served) -> None:
    served.add("柏一", Role.BRANCH, "四支部")
    first, second = somebody("王主任"), somebody("柏一")
    for person in (first, second):
        record_page(person, RECORD)
    fill(first.page, "地点", "一楼会议室")
    first.page.get_by_role("button", name="保存", exact=True).click()
    expect(first.page.locator(".saved, .toast").get_by_text("已保存").first).to_be_visible()
    fill(second.page, "记录人", "柏一")
    second.page.get_by_role("button", name="保存", exact=True).click()
    expect(second.page.get_by_role("heading", name="这条记录刚被改过")).to_be_visible()
    expect(second.page.get_by_role("alert")).to_contain_text("王主任")
    second.page.get_by_role("button", name="按选择保存").click()
    expect(second.page.locator(".saved").get_by_text("已保存")).to_be_visible()

    stored = next(each for each in load_unit(open_workspace(served.root), "四支部").entries if each.id == RECORD)
    assert (stored.model.place, stored.model.recorder) == ("一楼会议室", "柏一")  # type: ignore[attr-defined]


def test_a_bulletin_is_composed_and_published(somebody: Somebody, tmp_path: Path) -> None:
    page = somebody("王主任").go(f"/bulletin?unit={ABOVE}&period=2020-03")
    left_out = page.locator("form#desk .section input[type=checkbox]:checked").first
    left_out.uncheck()
    expect(page.locator("#proof")).to_contain_text("有未保存的改动")
    page.get_by_role("button", name="保存并发布").click()
    expect(page.get_by_role("status").filter(has_text="可以下载")).to_be_visible(timeout=60_000)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Word", exact=True).click()
    assert docx.Document(str(kept(waiting.value, tmp_path))).paragraphs
    with page.expect_download() as waiting:
        page.get_by_role("link", name="PDF", exact=True).click()
    assert kept(waiting.value, tmp_path).read_bytes().startswith(b"%PDF-")


def test_a_years_export_is_watched_to_its_end_and_taken_away(somebody: Somebody, tmp_path: Path) -> None:
    page = somebody("王主任").go("/exports")
    page.get_by_label("年份").select_option("2020")
    page.get_by_label("Word").check()
    page.get_by_role("button", name="开始导出").click()
    expect(page.locator("progress")).to_be_visible()
    expect(page.get_by_role("link", name="下载全部（zip）")).to_be_visible(timeout=180_000)
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("link", name="下载全部（zip）").click()
    with zipfile.ZipFile(kept(waiting.value, tmp_path)) as parcel:
        names = parcel.namelist()
        assert parcel.testzip() is None
    assert len([name for name in names if name.endswith(".docx")]) > 500
    assert {BRANCH, OTHER, ABOVE} <= {name.partition("/")[0] for name in names} | {
        part for name in names for part in name.split("/")
    }


def test_a_broken_template_is_refused_with_the_place_where_it_is_broken(
    somebody: Somebody, served: Served, tmp_path: Path, root: Path
) -> None:
    broken = docx.Document(str(root / "templates" / "minutes" / "minutes.docx"))
    paragraph = next(each for each in broken.paragraphs if "{{" in each.text)
    paragraph.add_run("{{ 主持人人 }}")
    path = tmp_path / "minutes.docx"
    broken.save(str(path))

    page = somebody("王主任").go("/templates/one?kind=minutes&to=docx")
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="上传并检查").click()
    expect(page.get_by_text("有错误，不能启用")).to_be_visible(timeout=60_000)
    told = page.locator("ol.told")
    expect(told).to_contain_text("主持人人")
    expect(told).to_contain_text("段")
    assert not (served.root / "templates").exists()


def test_a_branch_clerk_sees_no_other_branch_and_no_talk(somebody: Somebody, served: Served) -> None:
    served.add("张一", Role.BRANCH, BRANCH)
    talks = [each.id for each in load_unit(open_workspace(served.root), BRANCH).entries if each.model.confidential]
    assert talks
    person = somebody("张一")
    for path in ("/", "/records", "/statistics", "/findings", "/history", "/bulletin?period=2020-03"):
        text = person.go(path).locator("main").inner_text()
        assert OTHER not in text, path
        assert "谈话" not in text.replace("谈心谈话", ""), path
    for record in (RECORD, talks[0]):
        answer = person.page.goto(f"{person.address}/record?id={record}")
        assert answer is not None
        assert answer.status == 404
        assert record.partition("/")[2] not in person.page.locator("main").inner_text().replace(record, "")
    assert person.page.request.get(f"{person.address}/accounts").status in {403, 404}


@pytest.mark.parametrize("size", [NARROW, {"width": 1280, "height": 900}], ids=["narrow", "wide"])
def test_no_page_scrolls_sideways_or_troubles_the_console(somebody: Somebody, size: dict[str, int]) -> None:
    person = somebody("王主任", size)
    for path in (*PAGES, f"/record?id={RECORD}", f"/records/new?unit={BRANCH}&kind=主题党日", "/api/v1/docs"):
        page = person.go(path)
        page.wait_for_load_state("networkidle")
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert beyond == 0, path
        assert page.title(), path


def test_everything_can_be_done_by_the_keyboard(somebody: Somebody) -> None:
    person = somebody()
    page = person.go("/login")
    page.keyboard.type("王主任")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{person.address}/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    record_page(person, RECORD)
    page.get_by_label("地点", exact=True).first.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("二楼会议室")
    page.keyboard.press("Control+S")
    expect(page.locator(".saved, .toast").get_by_text("已保存").first).to_be_visible()
