"""Takes records as clerks change them, gives what the files and the journal hold then."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.editing.conftest import AT, NEWS, TALK, Lay, replays

from docgen.editing import Conflict, Editor, Verb
from docgen.errors import OutputError, UnreadableFile, UsageError
from docgen.vocabulary import hint, message
from docgen.workspace import Workspace, load_unit

BY = "王五"


def test_a_record_is_read_with_its_text_its_data_and_its_kind(
    editor: Editor, workspace: Workspace, unit: str, lay: Lay
) -> None:
    record = lay(NEWS)

    stored = editor.read(workspace, record)

    assert (stored.id, stored.unit, stored.kind, stored.number, stored.line) == (record, unit, "宣传稿", 1, 1)
    assert stored.text == NEWS
    assert stored.data["标题"] == "复工"
    assert workspace.root / stored.file == workspace.units[unit].path / "记录" / "复工.yaml"


def test_a_record_is_read_by_its_number_and_by_its_place(
    editor: Editor, workspace: Workspace, unit: str, lay: Lay
) -> None:
    lay(f"{NEWS}---\n{TALK}编号: 谈-1\n", "2020/03/合.yaml")

    by_number, by_place = (editor.read(workspace, f"{unit}/{name}") for name in ("谈-1", "2020/03/合#2"))

    assert by_number == by_place
    assert (by_number.id, by_number.number, by_number.line, by_number.kind) == (f"{unit}/谈-1", 2, 6, "谈话")
    assert by_number.text == f"{TALK}编号: 谈-1\n"


def test_every_record_of_the_samples_is_found_by_its_id(samples: Path) -> None:
    from docgen.workspace import open_workspace

    workspace = open_workspace(samples)
    editor = Editor(samples)
    ids = [entry.id for unit in workspace.units for entry in load_unit(workspace, unit).entries]
    assert len(ids) > 400

    assert [each for each in ids if editor.read(workspace, each).id != each] == []


@pytest.mark.parametrize("record", ["没有/这个", "无斜线", "", "../../etc/passwd", "甲/../../docgen"])
def test_an_unknown_record_is_a_usage_error_with_words(editor: Editor, workspace: Workspace, record: str) -> None:
    with pytest.raises(UsageError) as raised:
        editor.read(workspace, record)

    assert raised.value.code == "record-unknown"
    assert message(raised.value)


def test_an_id_never_becomes_a_path(editor: Editor, workspace: Workspace, unit: str, lay: Lay) -> None:
    lay(NEWS)
    (workspace.units[unit].path / "外.yaml").write_text(NEWS, encoding="utf-8")

    with pytest.raises(UsageError):
        editor.read(workspace, f"{unit}/../外")


def test_a_new_record_of_data_lies_where_docgen_new_lays_it(editor: Editor, workspace: Workspace, unit: str) -> None:
    data = {"标题": "复工", "类型": "宣传稿", "日期": "2020-03-12", "备注": "", "媒体": [], "正文": "一\r\n二"}

    stored = editor.create(workspace, unit, data, by=BY, at=AT)

    assert stored.id == f"{unit}/2020/03/2020-03-12-宣传稿"
    first, *lines = (workspace.root / stored.file).read_text(encoding="utf-8").splitlines()
    assert first.startswith("# yaml-language-server: $schema=")
    assert lines == ["类型: 宣传稿", "标题: 复工", "日期: 2020-03-12", "正文: |", "  一", "  二"]
    assert editor.read(workspace, stored.id) == stored
    assert replays(editor)


def test_a_second_record_of_the_same_kind_and_day_gets_a_number(
    editor: Editor, workspace: Workspace, unit: str
) -> None:
    ids = [editor.create(workspace, unit, NEWS, by=BY, at=AT).id for _ in range(3)]

    assert ids == [f"{unit}/2020/03/2020-03-12-宣传稿{end}" for end in ("", "-2", "-3")]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ({"类型": "会议", "会议类型": "支委会", "开始": "2020-04-02 9点"}, "2020/04/2020-04-02-支委会"),
        ({"类型": "会议"}, "会议"),
        ({"类型": "../../x"}, "_.._x"),
        ("只有一句话", "记录"),
        ("类型: [", "记录"),
    ],
)
def test_a_record_that_is_not_right_is_stored_all_the_same(
    editor: Editor, workspace: Workspace, unit: str, content: str | dict[str, str], name: str
) -> None:
    stored = editor.create(workspace, unit, content, by=BY, at=AT)

    assert stored.id == f"{unit}/{name}"
    assert stored.findings
    assert editor.read(workspace, stored.id).text == stored.text


def test_a_sent_text_is_stored_as_typed_with_the_ends_of_the_file_s_lines(
    editor: Editor, workspace: Workspace, lay: Lay
) -> None:
    record = lay(NEWS.replace("\n", "\r\n").removesuffix("\r\n"))
    before = editor.read(workspace, record)

    editor.replace(workspace, record, "类型:   宣传稿\n# 注\n标题: 新\n", expected=before.etag, by=BY, at=AT)

    assert (workspace.root / before.file).read_bytes().decode() == "类型:   宣传稿\r\n# 注\r\n标题: 新"


def test_sent_data_changes_only_the_lines_of_what_changed(editor: Editor, workspace: Workspace, lay: Lay) -> None:
    record = lay("# 草稿\n类型:  宣传稿\n标题: '复工'   # 暂定\n\n日期: 2020-03-12\n")
    before = editor.read(workspace, record)

    after = editor.replace(workspace, record, {**before.data, "标题": "新"}, expected=before.etag, by=BY, at=AT)

    assert after.text == "# 草稿\n类型:  宣传稿\n标题: '新'     # 暂定\n\n日期: 2020-03-12\n"
    assert after.etag != before.etag


@pytest.mark.parametrize("as_data", [True, False])
def test_a_change_that_changes_nothing_writes_nothing(
    editor: Editor, workspace: Workspace, lay: Lay, as_data: bool
) -> None:
    record = lay("类型:   宣传稿  # 注\r\n标题: 一\r\n备注:\r\n")
    before = editor.read(workspace, record)
    stamp = (workspace.root / before.file).stat()
    content = dict(before.data) if as_data else before.text.replace("\r\n", "\n")

    after = editor.replace(workspace, record, content, expected=before.etag, by=BY, at=AT)

    assert after == before
    assert (workspace.root / before.file).stat() == stamp
    assert editor.changes() == []


def test_only_the_document_concerned_changes_in_a_file_of_several(
    editor: Editor, workspace: Workspace, unit: str, lay: Lay
) -> None:
    others = ("# 头\n---\n类型: 宣传稿   \n标题: '一'\n", "---   # 末\n类型: 宣传稿\n\n标题: 三")
    record = lay(f"{others[0]}---\n{NEWS}{others[1]}")
    second = editor.read(workspace, f"{record}#2")

    editor.replace(workspace, second.id, {**second.data, "标题": "改"}, expected=second.etag, by=BY, at=AT)

    changed = (workspace.root / second.file).read_text(encoding="utf-8")
    assert changed == f"{others[0]}---\n{NEWS.replace('标题: 复工', '标题: 改')}{others[1]}"


def test_a_stale_etag_is_refused_with_both_versions_and_the_one_they_began_from(
    editor: Editor, workspace: Workspace, lay: Lay
) -> None:
    record = lay(NEWS)
    before = editor.read(workspace, record)
    theirs = editor.replace(workspace, record, NEWS + "备注: 甲\n", expected=before.etag, by="甲", at=AT)

    with pytest.raises(Conflict) as raised:
        editor.replace(workspace, record, {**before.data, "备注": "乙"}, expected=before.etag, by="乙", at=AT)

    assert raised.value.current == theirs
    assert raised.value.proposed == NEWS + "备注: 乙\n"
    assert raised.value.base == NEWS
    assert message(raised.value)
    assert editor.read(workspace, record) == theirs


def test_two_who_change_the_same_to_the_same_are_told_too(editor: Editor, workspace: Workspace, lay: Lay) -> None:
    record = lay(NEWS)
    before = editor.read(workspace, record)
    editor.replace(workspace, record, NEWS + "备注: 1\n", expected=before.etag, by="甲", at=AT)

    with pytest.raises(Conflict) as raised:
        editor.replace(workspace, record, NEWS + "备注: 1\n", expected=before.etag, by="乙", at=AT)

    assert raised.value.current is not None
    assert raised.value.current.text == raised.value.proposed


def test_a_record_that_was_deleted_meanwhile_is_a_conflict_with_the_sent_text(
    editor: Editor, workspace: Workspace, lay: Lay
) -> None:
    record = lay(NEWS)
    before = editor.read(workspace, record)
    editor.delete(workspace, record, expected=before.etag, by="甲", at=AT)

    with pytest.raises(Conflict) as raised:
        editor.replace(workspace, record, NEWS + "备注: 乙\n", expected=before.etag, by="乙", at=AT)

    assert (raised.value.code, raised.value.current) == ("record-gone", None)
    assert raised.value.proposed == NEWS + "备注: 乙\n"
    assert record in message(raised.value)


def test_a_conflict_survives_the_way_between_processes(editor: Editor, workspace: Workspace, lay: Lay) -> None:
    import pickle

    stored = editor.read(workspace, lay(NEWS))

    there = pickle.loads(pickle.dumps(Conflict(stored, "文", "旧")))  # noqa: S301 - our own

    assert (there.current, there.proposed, there.base, there.code) == (stored, "文", "旧", "record-changed")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "record-text-empty"),
        (" \n\n", "record-text-empty"),
        ("# 只有注\n", "record-text-empty"),
        (f"{NEWS}---\n{TALK}", "record-text-several"),
        ("类型: 宣传稿\n正文: " + "长" * 100_000, "record-large"),
        ({"标题": "一"}, "record-without-kind"),
        ({"类型": " "}, "record-without-kind"),
        ({"类型": "宣传稿", "标题": True}, "record-value-not-plain"),
        ({"类型": "宣传稿", "a\nb": "一", "a b": "二"}, "record-key-unwritable"),
    ],
)
def test_what_cannot_be_stored_is_refused_with_words_and_nothing_is_written(
    editor: Editor, workspace: Workspace, lay: Lay, content: str | dict[str, str], code: str
) -> None:
    record = lay(NEWS)
    etag = editor.read(workspace, record).etag

    with pytest.raises(UsageError) as raised:
        editor.replace(workspace, record, content, expected=etag, by=BY, at=AT)

    assert raised.value.code == code
    assert message(raised.value)
    assert hint(raised.value)
    assert editor.read(workspace, record).text == NEWS
    assert editor.changes() == []


def test_a_record_whose_number_changes_is_returned_by_its_new_id_and_keeps_its_history(
    editor: Editor, workspace: Workspace, unit: str, lay: Lay
) -> None:
    record = lay(NEWS)
    before = editor.read(workspace, record)

    after = editor.replace(workspace, record, {**before.data, "编号": "稿 7"}, expected=before.etag, by=BY, at=AT)

    assert after.id == f"{unit}/稿 7"
    assert editor.read(workspace, after.id) == after
    assert [(change.verb, change.record, change.former) for change in editor.changes(record=after.id)] == [
        (Verb.REPLACED, after.id, record),
        (Verb.OUTSIDE, record, ""),
    ]


def test_a_record_with_a_number_that_another_bears_is_stored_and_reached_by_its_place(
    editor: Editor, workspace: Workspace, unit: str, lay: Lay
) -> None:
    lay(NEWS + "编号: 一\n", "a.yaml")
    record = lay(NEWS, "b.yaml")
    before = editor.read(workspace, record)

    after = editor.replace(workspace, record, NEWS + "编号: 一\n备注: 二\n", expected=before.etag, by=BY, at=AT)

    assert after.id == record
    assert "record-duplicate" in {finding.code for finding in after.findings}
    assert editor.read(workspace, record).text == after.text
    assert editor.read(workspace, f"{unit}/一").text == NEWS + "编号: 一\n"
    mended = editor.replace(workspace, record, NEWS + "编号: 二\n", expected=after.etag, by=BY, at=AT)
    assert mended.id == f"{unit}/二"


@pytest.mark.parametrize(
    "content",
    [
        "类型: 宣传稿\n标题: [一\n",
        "类型：宣传稿\n标题：一\n",
        "类型: 宣传稿\n类型: 谈话\n",
        "- 一\n- 二\n",
        "\t类型: 宣传稿\n",
    ],
)
def test_a_record_that_cannot_be_read_can_be_replaced_as_text(
    editor: Editor, workspace: Workspace, lay: Lay, content: str
) -> None:
    record = lay(content)
    before = editor.read(workspace, record)
    assert before.findings

    after = editor.replace(workspace, record, NEWS, expected=before.etag, by=BY, at=AT)

    assert (after.text, after.findings) == (NEWS, ())


def test_a_kind_is_known_of_a_record_that_cannot_be_read(editor: Editor, workspace: Workspace, lay: Lay) -> None:
    stored = editor.read(workspace, lay("类型: 谈话\n要点: [一\n"))

    assert (stored.kind, stored.data) == ("谈话", {})


def test_full_width_colons_are_mended_when_data_is_sent(editor: Editor, workspace: Workspace, lay: Lay) -> None:
    record = lay("# 注\n类型：宣传稿\n标题：一\n")
    before = editor.read(workspace, record)
    assert before.data == {"类型": "宣传稿", "标题": "一"}

    after = editor.replace(workspace, record, {**before.data, "标题": "二"}, expected=before.etag, by=BY, at=AT)

    assert after.text == "# 注\n类型: 宣传稿\n标题: 二\n"


def test_a_file_in_gbk_is_shown_and_becomes_utf_8_when_it_is_changed(
    editor: Editor, workspace: Workspace, lay: Lay
) -> None:
    record = lay(NEWS.encode("gbk"))
    before = editor.read(workspace, record)
    assert (before.text, before.kind) == (NEWS, "宣传稿")

    editor.replace(workspace, record, NEWS + "备注: 一\n", expected=before.etag, by=BY, at=AT)

    assert (workspace.root / before.file).read_bytes().decode() == NEWS + "备注: 一\n"
    assert replays(editor)
    editor.restore(workspace, 1, by=BY, at=AT)
    assert (workspace.root / before.file).read_bytes() == NEWS.encode("gbk")


def test_a_byte_order_mark_stays_in_the_file_and_out_of_the_text(
    editor: Editor, workspace: Workspace, lay: Lay
) -> None:
    record = lay("\ufeff" + NEWS)
    before = editor.read(workspace, record)
    assert before.text == NEWS

    editor.replace(workspace, record, NEWS + "备注: 一\n", expected=before.etag, by=BY, at=AT)

    assert (workspace.root / before.file).read_text(encoding="utf-8") == "\ufeff" + NEWS + "备注: 一\n"


def test_a_key_that_stands_empty_stays_and_new_ones_are_not_written_empty(
    editor: Editor, workspace: Workspace, lay: Lay
) -> None:
    record = lay("类型: 宣传稿\n标题: 一\n栏目:      # 可以不写\n")
    before = editor.read(workspace, record)
    data = {**before.data, "标题": "二", "备注": "", "媒体": [], "栏目": ""}

    after = editor.replace(workspace, record, data, expected=before.etag, by=BY, at=AT)

    assert after.text == "类型: 宣传稿\n标题: 二\n栏目:      # 可以不写\n"


def test_a_draft_is_what_would_be_stored_and_leaves_no_trace(
    editor: Editor, workspace: Workspace, unit: str, lay: Lay
) -> None:
    record = lay(NEWS)

    of_old = editor.draft(workspace, unit, record, NEWS + "备注: 一\n")
    of_new = editor.draft(workspace, unit, None, {"类型": "谈话", "日期": "2020-05-06"})
    drafted = workspace.with_drafts({each.path: each.content for each in (of_old, of_new)})

    assert (of_old.record, of_old.kind) == (record, "宣传稿")
    assert (of_new.record, of_new.kind) == (f"{unit}/2020/05/2020-05-06-谈话", "谈话")
    loaded = load_unit(drafted, unit)
    assert {of_old.record, of_new.record} <= {entry.id for entry in loaded.entries} | loaded.unread
    assert not of_new.path.exists()
    assert not (workspace.root / ".docgen" / "journal").exists()


def test_a_link_that_leads_out_of_the_workspace_is_not_followed(
    editor: Editor, workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    records = workspace.units[unit].path / "记录"
    (records / "2021").symlink_to(outside, target_is_directory=True)

    with pytest.raises(OutputError):
        editor.create(workspace, unit, NEWS.replace("2020", "2021"), by=BY, at=AT)

    assert list(outside.iterdir()) == []


def test_a_file_keeps_its_rights(editor: Editor, workspace: Workspace, lay: Lay) -> None:
    record = lay(NEWS)
    before = editor.read(workspace, record)
    (workspace.root / before.file).chmod(0o640)

    editor.replace(workspace, record, NEWS + "备注: 一\n", expected=before.etag, by=BY, at=AT)

    assert (workspace.root / before.file).stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_too_large_can_be_made_smaller_but_not_one_that_is_far_too_large(
    editor: Editor, workspace: Workspace, lay: Lay
) -> None:
    record = lay(NEWS + "备注: " + "长" * 100_000)
    before = editor.read(workspace, record)
    assert [finding.code for finding in before.findings] == ["file-large"]

    assert editor.replace(workspace, record, NEWS, expected=before.etag, by=BY, at=AT).findings == ()

    lay(NEWS + "备注: " + "长" * 1_000_000)
    with pytest.raises(UnreadableFile) as raised:
        editor.read(workspace, record)
    assert message(raised.value)
