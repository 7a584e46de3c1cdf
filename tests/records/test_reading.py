"""Takes YAML as clerks type it, gives the records or the refusals with their places."""

from __future__ import annotations

from textwrap import dedent

import pytest

from docgen.findings import Finding, Level
from docgen.records.reading import DEFAULT_LIMITS, Limits, read_text
from docgen.records.record import Record
from docgen.vocabulary import WORDS, hint, message
from docgen.vocabulary.reading import READING_WORDS

FILE = "支部/一支部/记录/会议.yaml"
GBK = "类型: 会议\n主持人: 张一\n".encode("gbk")
SMALL = Limits(file_size=60, depth=3)

Refusals = list[tuple[str, int, int]]


def read(text: str | bytes, limits: Limits = DEFAULT_LIMITS) -> tuple[list[Record], list[Finding]]:
    return read_text(text.encode() if isinstance(text, str) else text, FILE, limits)


def refusals(findings: list[Finding]) -> Refusals:
    return [(finding.code, finding.place.line, finding.place.column) for finding in findings]


def typed(text: str) -> str:
    """Take the indentation of the test off a text."""
    return dedent(text.removeprefix("\n"))


def test_every_plain_scalar_stays_as_it_was_typed() -> None:
    records, findings = read(
        typed("""
    编号: 007
    版本: 1.10
    决定: 否
    时间: 12:30
    日期: 2020-03-05
    空值: ~
    数: 1_000
    真: true
        """)
    )

    assert findings == []
    assert list(records[0].data.values()) == ["007", "1.10", "否", "12:30", "2020-03-05", "~", "1_000", "true"]


def test_columns_and_lines_count_characters_from_one() -> None:
    (record,), findings = read(
        typed("""
    会议类型: 支委会
    议题:
      - 标题: 䶮喆堃𠮷
        材料: [{标题: 𠮷𠮷, 出处: 网}]
        """)
    )

    assert findings == []
    places = {
        ("会议类型",): (1, 7),
        ("议题",): (3, 3),
        ("议题", 0): (3, 5),
        ("议题", 0, "标题"): (3, 9),
        ("议题", 0, "材料"): (4, 9),
        ("议题", 0, "材料", 0, "出处"): (4, 23),
    }
    for path, place in places.items():
        assert (record.source.place(*path).line, record.source.place(*path).column) == place
    key = record.source.key_place("议题", 0, "材料", 0, "出处")
    assert (key.line, key.column) == (4, 19)


def test_a_key_with_nothing_is_absent_but_has_its_place() -> None:
    (record,), findings = read(
        typed("""
    主持人:
    记录人: ""
    缺席: []
    出席:
      - 张一
      -
      - 李二
        """)
    )

    assert findings == []
    assert record.data == {"缺席": [], "出席": ["张一", "李二"]}
    assert record.source.has("记录人")
    assert record.source.key_place("记录人").line == 2
    assert record.source.place("出席", 1).line == 7


def test_a_text_after_a_bar_keeps_its_lines() -> None:
    (record,), findings = read(
        typed("""
    正文: |
      第一段：内容。
      第二段: 内容。
        """)
    )

    assert findings == []
    assert record.data == {"正文": "第一段：内容。\n第二段: 内容。\n"}


def test_full_width_quotes_and_brackets_are_text() -> None:
    (record,), findings = read("标题: “三会一课”【重要】（第2期）\n")

    assert findings == []
    assert record.data == {"标题": "“三会一课”【重要】（第2期）"}


def test_a_file_holds_several_documents_and_empty_ones_do_not_count() -> None:
    records, findings = read("# 说明\n---\n类型: 会议\n---\n# 空\n---\n类型: 承诺\n...\n---\n类型: 简报\n")

    assert findings == []
    assert [(record.number, record.data["类型"]) for record in records] == [(1, "会议"), (2, "承诺"), (3, "简报")]
    assert records[1].source.place("类型").line == 7


def test_an_empty_file_has_no_records_and_no_findings() -> None:
    assert read("") == ([], [])
    assert read("# 只有注释\n") == ([], [])


def test_a_byte_order_mark_does_not_move_the_first_column() -> None:
    (record,), findings = read(b"\xef\xbb\xbf" + "类型: 会议\n".encode())

    assert findings == []
    assert record.source.key_place("类型").column == 1
    assert record.source.place("类型").column == 5


def test_windows_line_ends_are_line_ends() -> None:
    (record,), findings = read("类型: 会议\r\n地点: 楼\r\n")

    assert findings == []
    assert record.data == {"类型": "会议", "地点": "楼"}
    assert record.source.place("地点").line == 2


def nested(depth: int) -> str:
    return "甲: " + "{甲: " * depth + "1" + "}" * depth + "\n"


# Every way in which reading refuses: what it is, what was typed, code and place.
REFUSED: list[tuple[str, str | bytes, Refusals]] = [
    ("a file over the size", "备注: " + "长" * 60, [("file-large", 0, 0)]),
    ("GBK", GBK, [("encoding-gbk", 1, 1)]),
    ("GBK after ASCII", b"name: x\nhost: " + "张一".encode("gbk"), [("encoding-gbk", 2, 7)]),
    ("UTF-16 with a mark", "甲: 1\n".encode("utf-16"), [("encoding-utf16", 1, 1)]),
    ("UTF-16 without a mark", "甲: 1\n".encode("utf-16-le"), [("encoding-utf16", 1, 1)]),
    ("a damaged file", "类型: 会议\n主持人: ".encode() + b"\xff" + "张一\n".encode(), [("encoding-unknown", 2, 6)]),
    ("no text at all", b"\xff\xfa\x80", [("encoding-unknown", 1, 1)]),
    ("a control character", "甲: 1\n乙: 二\x07\n", [("character-hidden", 2, 5)]),
    ("a line separator", "甲: 1\u2028\n", [("character-hidden", 1, 5)]),
    ("a zero-width space", "主持人\u200b: 张一\n", [("character-hidden", 1, 4)]),
    ("a list as the document", "- 甲\n- 乙\n", [("record-not-mapping", 1, 1)]),
    ("a text as the document", "--- 会议\n", [("record-not-mapping", 1, 5)]),
    ("lines of text as the document", "今天\n开会\n", [("record-not-mapping", 1, 1)]),
    ("too deep", nested(3), [("nesting-deep", 1, 12)]),
    ("a plain text over lines", "甲: 一\n   二\n", [("text-over-lines", 1, 4)]),
    ("prose over lines with a full-width colon", "甲: 一\n   指出：二\n", [("text-over-lines", 1, 4)]),
    ("a quoted text over lines", "甲: '一\n   二'\n", [("text-over-lines", 1, 4)]),
    ("a folded text", "甲: >\n  一\n  二\n", [("text-folded", 1, 4)]),
    ("a duplicate key", "甲: 1\n乙: 2\n甲: 3\n", [("key-duplicate", 3, 1)]),
    ("a duplicate key in braces", "丙: {甲: 1, 甲: 2}\n", [("key-duplicate", 1, 11)]),
    ("an empty key", ": 1\n乙: 2\n", [("key-empty", 1, 1)]),
    ("an empty key in braces", "丙: {甲: 1, : 2}\n", [("key-empty", 1, 11)]),
    ("a full-width space before a key", "甲: {一: 1}\n\u3000乙: 2\n", [("key-blank", 2, 1)]),
    ("a list as key", "? [甲]\n: 乙\n", [("key-complex", 1, 3)]),
    ("an alias as key", "*x : 乙\n", [("yaml-alias", 1, 1)]),
    ("a full-width colon", "甲: 1\n主持人：张一\n乙: 2\n", [("colon-full-width", 2, 4)]),
    (
        "nothing but full-width colons",
        "类型：会议\n主持人：张一\n地点：楼\n",
        [("colon-full-width", 1, 3), ("colon-full-width", 2, 4), ("colon-full-width", 3, 3)],
    ),
    ("a full-width colon in a list", "丙:\n  - 姓名：赵四\n    事由: 病\n", [("colon-full-width", 2, 7)]),
    ("full-width colons in braces", "丙: {姓名：赵, 事：病}\n", [("colon-full-width", 1, 7), ("colon-full-width", 1, 12)]),
    ("no space after a colon", "甲:1\n乙: 2\n", [("colon-tight", 1, 2)]),
    ("a full-width space after a colon", "乙: 2\n甲:\u30001\n", [("colon-tight", 2, 2)]),
    ("no space after a colon in braces", "丙: {甲:1}\n", [("colon-tight", 1, 6)]),
    ("no colon", "甲: 1\n主持人 张一\n", [("colon-missing", 2, 1)]),
    ("no colon in the first line", "主持人 张一\n甲: 1\n", [("colon-missing", 1, 1)]),
    ("a second colon", "标题: 关于: 的\n", [("colon-in-text", 1, 7)]),
    ("a full-width comma", "甲: {一: 1，二: 2}\n", [("comma-full-width", 1, 9)]),
    ("an open bracket", "甲: [一, 二\n乙: 2\n", [("bracket-unclosed", 1, 4)]),
    ("an open bracket after a comma", "甲: {一: [二,\n---\n乙: 2\n", [("bracket-unclosed", 1, 8)]),
    ("an open bracket at the end", "甲: [", [("bracket-unclosed", 1, 4)]),
    ("a stray bracket", "甲: }\n", [("sign-unexpected", 1, 4)]),
    ("a stray bracket on its own line", "甲: 1\n]\n", [("sign-unexpected", 2, 1)]),
    ("an open quote", '甲: 1\n乙: "会议\n丙: 2\n', [("quote-unclosed", 2, 4)]),
    ("text after a quote", "甲: '会议'纪要\n", [("text-after-value", 1, 8)]),
    ("text after a bracket", "甲: [重要]会议\n", [("text-after-value", 1, 8)]),
    ("an unknown escape", '甲: "D:\\文件"\n', [("escape-unknown", 1, 7)]),
    ("tabs as indentation", "甲:\n\t一: 1\n\t二: 2\n", [("tab-indent", 2, 1), ("tab-indent", 3, 1)]),
    ("a tab after a value", "甲: 1\n\t一: 1\n", [("tab-indent", 2, 1)]),
    ("deeper below a value", "甲: 1\n  乙: 2\n", [("indent-uneven", 2, 3)]),
    ("less deep than the first", " 甲: 1\n乙: 2\n", [("indent-uneven", 2, 1)]),
    ("between two depths", "甲:\n    一: 1\n  二: 2\n", [("indent-uneven", 3, 3)]),
    ("a dash after a colon", "甲: - 一\n", [("dash-misplaced", 1, 4)]),
    ("text after a bar", "甲: |会议\n", [("block-text-head", 1, 4)]),
    ("a reserved sign", "甲: @会议\n乙: `一`\n", [("character-reserved", 1, 4), ("character-reserved", 2, 4)]),
    ("an anchor and an alias", "甲: &x 1\n乙: *x\n", [("yaml-anchor", 1, 4), ("yaml-alias", 2, 4)]),
    ("stars and signs around Chinese", "甲: *重要*\n乙: &重要\n", [("yaml-alias", 1, 4), ("yaml-anchor", 2, 4)]),
    ("a tag", "甲: !!int 1\n乙: !x {丙: 1}\n", [("yaml-tag", 1, 4), ("yaml-tag", 2, 4)]),
    ("an undefined tag handle", "甲: !x!y 1\n", [("yaml-tag", 1, 4)]),
    ("a merge key", "甲: 1\n<<: 乙\n", [("yaml-merge", 2, 1)]),
    ("a directive", "%YAML 1.1\n---\n甲: 1\n", [("yaml-directive", 1, 1)]),
    ("an unknown directive", "%甲\n---\n甲: 1\n", [("yaml-directive", 1, 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "refused"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_read_is_refused_at_its_place(typed: str | bytes, refused: Refusals) -> None:
    size = SMALL.file_size if refused[0][0] == "file-large" else DEFAULT_LIMITS.file_size
    records, findings = read(typed, Limits(size, SMALL.depth))

    assert refusals(findings) == refused
    assert all(finding.place.file == FILE for finding in findings)
    in_error = any(finding.level is Level.ERROR for finding in findings)
    assert not (in_error and any(record.sound for record in records if record.number == 1))
    for finding in findings:
        assert WORDS[finding.code].placeholders() <= finding.values.keys()
        assert message(finding)
        assert hint(finding)


def test_the_refusals_above_are_all_that_reading_has_words_for() -> None:
    tried = {code for _, _, refused in REFUSED for code, _, _ in refused}

    # What no known text leads to: a stop of the parser that the table of its problems does not name.
    assert READING_WORDS.keys() - tried == {"syntax-error"}
    assert tried <= READING_WORDS.keys()


def test_a_duplicate_key_names_the_line_of_the_first_and_the_first_stays() -> None:
    (record,), (finding,) = read("甲: 1\n乙: 2\n甲: 3\n")

    assert dict(finding.values) == {"value": "甲", "first": 1}
    assert record.data["甲"] == "1"
    assert not record.sound


def test_all_errors_of_a_file_come_in_one_run() -> None:
    records, findings = read(
        typed("""
    类型：会议
    主持人：张一
    主持人: 李二
    备注: @重要
    请假: [{姓名: 赵四，事由: 出差}]
    ---
    甲: "没有结束
    ---
    甲: &x 1
        """)
    )

    assert refusals(findings) == [
        ("colon-full-width", 1, 3),
        ("colon-full-width", 2, 4),
        ("key-duplicate", 3, 1),
        ("character-reserved", 4, 5),
        ("comma-full-width", 5, 13),
        ("quote-unclosed", 7, 4),
        ("yaml-anchor", 9, 4),
    ]
    assert [(record.number, record.sound) for record in records] == [(1, False), (3, False)]


def test_a_document_beside_a_broken_one_is_sound() -> None:
    records, _ = read("甲: 1\n---\n乙: [\n---\n丙: 3\n")

    assert [(record.number, record.sound, record.data) for record in records] == [
        (1, True, {"甲": "1"}),
        (3, True, {"丙": "3"}),
    ]


def test_a_warning_leaves_a_record_sound() -> None:
    (record,), (finding,) = read("甲: >\n  一\n  二\n")

    assert finding.level is Level.WARN
    assert record.sound


def test_places_on_a_mended_line_are_those_of_the_file() -> None:
    (record,), findings = read("丙: {姓名：赵, 事由：病, 事由: 假}\n")

    assert refusals(findings) == [("colon-full-width", 1, 7), ("colon-full-width", 1, 13), ("key-duplicate", 1, 17)]
    assert record.source.place("丙", "事由").column == 14
    assert all("姓名：赵, 事由：病" in str(finding.values["value"]) for finding in findings[:2])


def test_a_file_of_nothing_but_faults_ends_soon() -> None:
    _, findings = read("主持人：张一\n甲: 1\n" * 10_000)

    assert findings


def test_deep_brackets_cost_no_time() -> None:
    _, findings = read("[" * 250_000)

    assert refusals(findings) == [("nesting-deep", 1, DEFAULT_LIMITS.depth + 1)]
