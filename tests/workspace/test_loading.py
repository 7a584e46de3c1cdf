"""Takes the folders of a unit, gives its records by id, and findings for what they point to in vain."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping

import pytest

from docgen.errors import UsageError
from docgen.findings import Finding, Level
from docgen.vocabulary import hint
from docgen.workspace import UnitRecords, Workspace, load_unit
from docgen.workspace.files import uncollected

MakeWorkspace = Callable[[Mapping[str, str]], Workspace]
Load = Callable[..., UnitRecords]
Said = Callable[[Iterable[Finding]], list[tuple[str, str]]]

HERE = "支部/一支部/记录"


def meeting(more: str = "", day: str = "2020-03-12", kind: str = "支部党员大会") -> str:
    return f"类型: 会议\n会议类型: {kind}\n开始: {day} 14:30\n{more}\n"


def ids(found: UnitRecords) -> list[str]:
    return [entry.id for entry in found.entries]


def near(found: UnitRecords) -> list[str | int]:
    return [finding.values["near"] for finding in found.findings]


def test_a_record_is_called_by_its_number_else_by_its_path_below_the_folder(make_workspace: MakeWorkspace) -> None:
    found = load_unit(make_workspace({
        f"{HERE}/2020-03-12-支委会.yaml": meeting(),
        f"{HERE}/2020/03/党课.yaml": f"{meeting(day='2020-03-13')}---\n{meeting(day='2020-03-14')}",
        f"{HERE}/另.yaml": meeting("编号: 会3", day="2020-03-15"),
    }), "一支部")  # fmt: skip

    assert ids(found) == ["一支部/2020-03-12-支委会", "一支部/2020/03/党课", "一支部/2020/03/党课#2", "一支部/会3"]
    assert found.findings == ()


def test_entries_stand_by_day_then_beginning_then_id(load: Load) -> None:
    found = load(乙=meeting(), 甲=meeting(), 早=meeting().replace("14:30", "09:00"), 后=meeting(day="2020-02-01"))

    assert ids(found) == ["一支部/后", "一支部/早", "一支部/乙", "一支部/甲"]


def test_an_unknown_unit_is_a_wrong_call(make_workspace: MakeWorkspace) -> None:
    with pytest.raises(UsageError, match="unit-unknown"):
        load_unit(make_workspace({}), "九支部")


def test_a_unit_without_records_has_none(load: Load) -> None:
    assert load().entries == ()


def test_a_record_that_does_not_fit_is_a_finding_with_its_id_and_the_others_stand(load: Load) -> None:
    found = load(坏=meeting("地址: 三楼"), 好=meeting())

    assert ids(found) == ["一支部/好"]
    assert {finding.subject for finding in found.findings} == {"一支部/坏"}


def test_two_records_with_one_id_are_a_finding_that_names_the_other_file(load: Load, said: Said) -> None:
    found = load(甲=meeting("编号: 会1"), 乙=meeting("编号: 会1"))

    assert said(found.findings) == [("record-duplicate", f"{HERE}/甲.yaml:4:5")]
    assert found.findings[0].values["other"] == f"{HERE}/乙.yaml:1:1"
    assert ids(found) == ["一支部/会1"]


@pytest.mark.parametrize("number", ["2020-03", "2020", "2020-Q1"])
def test_an_id_that_reads_as_a_period_is_refused(load: Load, said: Said, number: str) -> None:
    found = load(**{number: meeting()})

    assert said(found.findings) == [("record-id-misleading", f"{HERE}/{number}.yaml:1:1")]


def test_links_and_files_of_another_suffix_are_passed_over_with_a_warning(
    make_workspace: MakeWorkspace, said: Said
) -> None:
    workspace = make_workspace({f"{HERE}/旧.yml": meeting(), "别处/甲.yaml": meeting(), f"{HERE}/说明.txt": "x"})
    (workspace.root / HERE / "链接.yaml").symlink_to(workspace.root / "别处" / "甲.yaml")
    (workspace.root / HERE / "夹").symlink_to(workspace.root / "别处")

    found = load_unit(workspace, "一支部")

    assert found.entries == ()
    assert said(found.findings) == [
        ("link-skipped", f"{HERE}/夹"), ("file-suffix", f"{HERE}/旧.yml"), ("link-skipped", f"{HERE}/链接.yaml"),
    ]  # fmt: skip


def test_a_file_beyond_the_limit_is_not_read(make_workspace: MakeWorkspace, said: Said) -> None:
    files = {"docgen.yaml": "单位: 某公司\n限额: {文件大小: 1}\n", f"{HERE}/大.yaml": meeting("备注: " + "长" * 600)}

    found = load_unit(make_workspace(files), "一支部")

    assert said(found.findings) == [("file-large", f"{HERE}/大.yaml")]


@pytest.mark.parametrize(("written", "codes"), [
    ("一支部", []), ("第一党支部", []), ("机关党委", ["record-unit-differs"]),
])  # fmt: skip
def test_a_written_branch_agrees_with_the_folder(load: Load, written: str, codes: list[str]) -> None:
    found = load(甲=meeting(f"党支部: {written}"))

    assert [finding.code for finding in found.findings] == codes


def test_references_are_found_with_and_without_the_unit(load: Load) -> None:
    prepared = "议题: [{标题: 甲, 会前研究: 支委会}, {标题: 乙, 会前研究: 一支部/支委会}]"

    assert load(支委会=meeting(kind="支委会"), 大会=meeting(prepared)).findings == ()


def test_a_dangling_reference_names_the_nearest_ids(load: Load, said: Said) -> None:
    found = load(**{
        "2020-03-10-支委会": meeting(kind="支委会", day="2020-03-10"),
        "大会": meeting("议题: [{标题: 甲, 会前研究: 2020-03-11-支委会}]"),
    })  # fmt: skip

    assert said(found.findings) == [("record-unknown", f"{HERE}/大会.yaml:4:20")]
    assert near(found) == ["2020-03-10-支委会"]
    assert found.findings[0].subject == "一支部/大会"


def test_what_begins_with_another_unit_is_left_to_the_rule_that_sees_both(load: Load) -> None:
    assert load(甲=meeting("议题: [{标题: 甲, 会前研究: 机关党委/会1}]")).findings == ()


@pytest.mark.parametrize("cited", ["九支部/会1", "机关党委", "一支部/会1", "2020/会1"])
def test_a_reference_to_no_other_unit_must_mean_a_record_of_its_own(load: Load, said: Said, cited: str) -> None:
    found = load(甲=meeting(f"议题: [{{标题: 甲, 会前研究: {cited}}}]"))

    assert said(found.findings) == [("record-unknown", f"{HERE}/甲.yaml:4:20")]


def test_an_unknown_name_is_an_error_with_the_nearest(load: Load, said: Said) -> None:
    found = load(甲=meeting("出席: [张一, 李三]"))

    assert said(found.findings) == [("person-unknown", f"{HERE}/甲.yaml:4:10")]
    assert [each.path for each in found.findings] == [("出席", 1)]
    assert near(found) == ["李二"]


def test_a_namesake_without_number_is_an_error_that_offers_both_forms(load: Load) -> None:
    found = load(甲=meeting("出席: [张伟, 张伟（02）]", day="2020-06-02"))

    assert [finding.code for finding in found.findings] == ["person-ambiguous"]
    assert near(found) == ["张伟（01）、张伟（02）"]


def test_a_namesake_is_clear_before_the_other_came(load: Load) -> None:
    assert load(甲=meeting("出席: [张伟]", day="2020-05-31")).findings == ()


def test_the_rest_is_nobodys_name(load: Load) -> None:
    assert load(甲=meeting("出席: 其余")).findings == ()


def test_a_member_at_a_gathering_of_another_time_is_an_error(load: Load) -> None:
    (finding,) = load(甲=meeting("请假: [{姓名: 李二}]", day="2020-10-01")).findings

    assert (finding.code, finding.level) == ("person-not-then", Level.ERROR)


def test_a_member_in_a_record_of_another_day_is_a_warning(load: Load) -> None:
    (finding,) = load(甲="类型: 积分\n党员: 李二\n日期: 2020-11-01\n项目: 志愿服务\n分值: 1\n").findings

    assert (finding.code, finding.level) == ("person-not-then", Level.WARN)


def test_a_record_of_a_year_may_name_whoever_belonged_in_it(load: Load) -> None:
    assert load(甲="类型: 承诺\n党员: 李二\n年度: 2020\n").findings == ()
    assert [finding.code for finding in load(甲="类型: 承诺\n党员: 李二\n年度: 2021\n").findings] == ["person-not-then"]


def test_an_organisation_may_name_the_people_of_its_branches(make_workspace: MakeWorkspace) -> None:
    records = meeting("出席: [周一]\n请假: [{姓名: 李二}]", kind="党委会")

    assert load_unit(make_workspace({"机关党委/记录/会.yaml": records}), "机关党委").findings == ()


@pytest.mark.parametrize(("group", "codes"), [
    ("党小组: 第一小组", []), ("党小组: 第二小组", ["group-unknown"]), ("", ["group-missing"]),
    ("应到范围: [张一]", []),
])  # fmt: skip
def test_a_group_meeting_names_a_group_of_its_day(load: Load, said: Said, group: str, codes: list[str]) -> None:
    found = load(甲=meeting(group, kind="党小组会"))

    assert [code for code, _ in said(found.findings)] == codes
    assert set(near(found)) <= {"第一小组"}


@pytest.mark.parametrize("place", [f"{HERE}/签到.pdf", "支部/一支部/附件/签到.pdf", "支部/一支部/签到.pdf"])
def test_an_attachment_lies_beside_the_record_or_in_the_folder_of_the_unit(
    make_workspace: MakeWorkspace, place: str
) -> None:
    workspace = make_workspace({f"{HERE}/甲.yaml": meeting("附件: [签到.pdf]"), place: "x"})

    assert load_unit(workspace, "一支部").findings == ()


def test_a_missing_attachment_is_a_warning_with_the_nearest(make_workspace: MakeWorkspace, said: Said) -> None:
    files = {f"{HERE}/甲.yaml": meeting("附件: [签到表.pdf]"), "支部/一支部/附件/签到.pdf": "x", "附件/签到表.pdf": "x"}
    found = load_unit(make_workspace(files), "一支部")

    assert said(found.findings) == [("file-missing", f"{HERE}/甲.yaml:4:6")]
    assert found.findings[0].level is Level.WARN
    assert near(found) == ["签到.pdf"]


@pytest.mark.parametrize("name", [
    "../别处/密.pdf", "/etc/passwd", "C:/密.pdf", r"\\server\密.pdf", "a/../../b.pdf", "CON", "nul.txt", "a//b.pdf",
    "com1.pdf", "a./b.pdf", "a?.pdf", ".",
])  # fmt: skip
def test_a_path_that_leads_elsewhere_or_that_windows_keeps_is_refused(
    make_workspace: MakeWorkspace, said: Said, name: str
) -> None:
    files = {f"{HERE}/甲.yaml": meeting(f"附件: ['{name}']"), "支部/别处/密.pdf": "x"}
    found = load_unit(make_workspace(files), "一支部")

    assert [code for code, _ in said(found.findings)] == ["file-refused"]


def test_a_link_out_of_the_unit_is_no_attachment(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({f"{HERE}/甲.yaml": meeting("附件: [密.pdf]"), "别处/密.pdf": "x"})
    attachments = workspace.root / "支部" / "一支部" / "附件"
    attachments.mkdir()
    (attachments / "密.pdf").symlink_to(workspace.root / "别处" / "密.pdf")

    assert [finding.code for finding in load_unit(workspace, "一支部").findings] == ["file-missing"]


@pytest.mark.parametrize("name", [
    "会.yaml.txt", "会.yaml.docx", "会.yml.txt", "会.YML", "会。yaml", "会．yaml", "会.yaml.",
])  # fmt: skip
def test_a_record_with_another_suffix_hung_on_its_name_is_passed_over_with_a_warning(
    make_workspace: MakeWorkspace, said: Said, name: str
) -> None:
    found = load_unit(make_workspace({f"{HERE}/2020/{name}": meeting()}), "一支部")

    assert said(found.findings) == [("file-suffix", f"{HERE}/2020/{name}")]
    assert found.findings[0].level is Level.WARN


@pytest.mark.parametrize("name", ["会.yaml.bak", "会.yaml~", ".会.yaml.txt", "说明.txt", "照片.jpg", "yaml的写法.docx"])
def test_backups_and_files_of_other_kinds_are_passed_over_without_a_word(
    make_workspace: MakeWorkspace, name: str
) -> None:
    assert load_unit(make_workspace({f"{HERE}/{name}": meeting()}), "一支部").findings == ()


@pytest.mark.parametrize("text", ["", "\n\n", "# 类型: 会议\n# 会议类型: 支委会\n", "---\n", "\ufeff"])
def test_a_record_file_without_a_record_is_a_warning(load: Load, said: Said, text: str) -> None:
    found = load(空=text)

    assert said(found.findings) == [("record-empty", f"{HERE}/空.yaml")]
    assert found.findings[0].level is Level.WARN


def test_records_outside_the_folder_of_records_are_a_warning(make_workspace: MakeWorkspace, said: Said) -> None:
    inside = ["附件/旧.yaml", "照片/甲.jpg", "说明.txt", ".旧/甲.yaml"]
    outside = ["2020/03/乙.yaml", "甲.yaml", "记录（旧）/丙.yml"]
    files = dict.fromkeys((f"支部/一支部/{name}" for name in (*inside, *outside)), meeting())

    found = load_unit(make_workspace(files), "一支部")

    assert said(found.findings) == [("file-outside", f"支部/一支部/{name}") for name in outside]
    assert found.entries == ()


def test_a_unit_at_the_top_does_not_speak_for_settings_nor_for_units_below_it(make_workspace: MakeWorkspace) -> None:
    top = {
        "单位.yaml": "名称: 总公司党委\n简称: 党委\n种类: 党委\n",
        "支部/二支部/甲.yaml": meeting(),
        "output/乙.yaml": "x",
    }
    found = load_unit(make_workspace({**top, "丙.yaml": meeting()}), "党委")

    assert [finding.place.file for finding in found.findings] == ["丙.yaml"]


CITING = meeting("议题: [{标题: 甲, 会前研究: 三月支委会}]")
UNREAD = {
    "a typing error": "编号: 三月支委会\n类型: 会议\n 会议类型: 支委会\n",
    "a colon that was forgotten": "编号： 三月支委会\n类型: 会议\n会议类型 支委会\n\t甲\n",
    "an unknown key": meeting("编号: 三月支委会\n地址: 三楼"),
    "another encoding": meeting("编号: '三月支委会' # 三楼").encode("gbk"),
    "an encoding of Windows": meeting("编号: 三月支委会").encode("utf-16"),
    "the second of its file": meeting() + "---\n" + "编号: 三月支委会\n类型: 会议\n 会议类型: 支委会\n",
}


@pytest.mark.parametrize("why", UNREAD)
def test_a_record_that_cannot_be_read_is_still_known_by_its_number(make_workspace: MakeWorkspace, why: str) -> None:
    files: dict[str, str] = {f"{HERE}/坏.yaml": UNREAD[why], f"{HERE}/好.yaml": CITING}  # type: ignore[dict-item]

    findings = load_unit(make_workspace(files), "一支部").findings

    assert findings
    assert {finding.place.file for finding in findings} == {f"{HERE}/坏.yaml"}


@pytest.mark.parametrize("text", [
    "类型: 会议\n 会议类型: 支委会\n", meeting("地址: 三楼"), meeting().encode("gbk"), meeting("备注: " + "长" * 600),
])  # fmt: skip
@pytest.mark.parametrize("cited", ["2020/03/三月支委会", "三月支委会", "一支部/2020/03/三月支委会"])
def test_a_record_that_cannot_be_read_is_still_known_by_its_path(
    make_workspace: MakeWorkspace, text: str, cited: str
) -> None:
    citing = CITING.replace("三月支委会", cited)
    settings = "单位: 某公司\n限额: {文件大小: 1}\n"
    files = {"docgen.yaml": settings, f"{HERE}/2020/03/三月支委会.yaml": text, f"{HERE}/好.yaml": citing}

    assert {finding.place.file for finding in load_unit(make_workspace(files), "一支部").findings} == {
        f"{HERE}/2020/03/三月支委会.yaml"
    }


@pytest.mark.parametrize(("written", "mended"), [
    ("张一，李二", "[张一, 李二]"), ("张一、李二、李三", "[张一, 李二, 李三]"), ("张一； 李二", "[张一, 李二]"),
    ("张一 李二", "[张一, 李二]"),
])  # fmt: skip
def test_names_that_no_comma_parts_are_shown_as_a_list(load: Load, said: Said, written: str, mended: str) -> None:
    found = load(甲=meeting(f"出席: [{written}]"))

    assert said(found.findings) == [("names-together", f"{HERE}/甲.yaml:4:6")]
    assert mended in hint(found.findings[0])


def test_two_names_where_one_person_belongs_are_not_shown_as_a_list(load: Load) -> None:
    (finding,) = load(甲=meeting("请假: [{姓名: 张一、李二}]")).findings

    assert finding.code == "names-together"
    assert "[" not in hint(finding)


def test_a_name_with_a_blank_in_it_is_one_name(load: Load) -> None:
    assert [finding.code for finding in load(甲=meeting("出席: [张 一]")).findings] == ["person-unknown"]


def test_the_collector_of_cycles_goes_on_after_reading() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()

    with pytest.raises(KeyError), uncollected():
        raise KeyError
    assert gc.isenabled()
