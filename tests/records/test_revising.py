"""Takes records' texts and other data, gives texts in which only what changed is different."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from docgen.drafting.skeleton import skeleton
from docgen.errors import UsageError
from docgen.model.kinds import RECORD_KINDS
from docgen.records.plain import plain
from docgen.records.reading import read_text
from docgen.records.revising import revise, revision

ROOT = Path(__file__).resolve().parents[2]
LABELS = ["类型", "标题", "时间", "地点", "出席", "议题", "汇报人", "决议", "备注"]
Data = dict[str, Any]


def order(_: object) -> list[str]:
    return LABELS


def read(text: str) -> Data:
    (record,), _ = read_text(text.encode(), "x.yaml")
    assert record.sound
    return plain(record.data)


def changed(text: str, change: Callable[[Data], object]) -> str:
    data = copy.deepcopy(read(text))
    change(data)
    revised = revise(text, data, order, "\r\n" if "\r\n" in text else "\n")
    assert read(revised) == plain(data)
    return revised


def difference(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    gone: list[str] = []
    come: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += old[a:b]
            come += new[c:d]
    return gone, come


MEETING = """\
# 草稿，勿删
类型:  会议      # 种类
时间: '2020-03-12'   # 暂定
出席: [张三, "李四",  王五]

# 议题如下
议题:    # 共两项
  # 第一项
  - 标题: 甲     # 待定
    决议:        # 会后补
  # 第二项
  - 标题: 乙
    决议: |
      同意。
      照办。
# 结束
备注:            # 可以不写
"""


def test_the_same_data_leaves_the_text_to_the_last_blank() -> None:
    assert changed(MEETING, lambda data: data) == MEETING


def test_what_the_reader_calls_nothing_makes_no_difference() -> None:
    data = {**read(MEETING), "备注": "", "标题": None, "出席": ["张三", "", "李四", "王五\n"], "地点": {"a": []}}

    assert revise(MEETING, data, order) == MEETING


CHANGES: list[tuple[Callable[[Data], object], list[str], list[str]]] = [
    (lambda d: d.update(类型="谈话"), ["类型:  会议      # 种类\n"], ["类型:  谈话      # 种类\n"]),
    (
        lambda d: d.update(时间="2020-03-12 09:00"),
        ["时间: '2020-03-12'   # 暂定\n"],
        ["时间: '2020-03-12 09:00' # 暂定\n"],
    ),
    (lambda d: d.pop("时间"), ["时间: '2020-03-12'   # 暂定\n"], ["时间:                # 暂定\n"]),
    (lambda d: d.update(备注="好"), ["备注:            # 可以不写\n"], ["备注: 好         # 可以不写\n"]),
    (lambda d: d.pop("出席"), ['出席: [张三, "李四",  王五]\n'], []),
    (lambda d: d["出席"].remove("李四"), ['出席: [张三, "李四",  王五]\n'], ["出席: [张三,  王五]\n"]),
    (
        lambda d: d["出席"].append("a: b"),
        ['出席: [张三, "李四",  王五]\n'],
        ["出席: [张三, \"李四\",  王五, 'a: b']\n"],
    ),
    (lambda d: d["议题"].pop(0), ["  # 第一项\n", "  - 标题: 甲     # 待定\n", "    决议:        # 会后补\n"], []),
    (lambda d: d["议题"].insert(1, {"标题": "丙"}), [], ["  - 标题: 丙\n"]),
    (lambda d: d["议题"][1].update(标题="丁"), ["  - 标题: 乙\n"], ["  - 标题: 丁\n"]),
    (lambda d: d["议题"][0].update(汇报人="张三"), [], ["    汇报人: 张三\n"]),
    (lambda d: d["议题"][1].update(决议="同意。\n\n照办。"), [], ["\n"]),
    (lambda d: d.update(地点="一\n二"), [], ["地点: |\n", "  一\n", "  二\n"]),
]


@pytest.mark.parametrize(("change", "gone", "come"), CHANGES)
def test_a_change_touches_its_own_lines_alone(
    change: Callable[[Data], object], gone: list[str], come: list[str]
) -> None:
    assert difference(MEETING, changed(MEETING, change)) == (gone, come)


def test_items_that_change_places_take_their_comments_along() -> None:
    revised = changed(MEETING, lambda data: data["议题"].reverse())

    first, second = MEETING.index("  # 第一项"), MEETING.index("  # 第二项")
    end = MEETING.index("# 结束")
    assert revised == MEETING[:first] + MEETING[second:end] + MEETING[first:second] + MEETING[end:]


def test_new_keys_go_where_the_order_has_them_and_unknown_ones_where_they_were_sent() -> None:
    revised = changed("类型: 会议\n议题: 一\n", lambda data: data.update(备注="注", 标题="题", 新="一"))

    assert revised == "类型: 会议\n标题: 题\n新: 一\n议题: 一\n备注: 注\n"


def test_a_list_that_had_stood_as_a_form_to_fill_is_filled_where_it_stands() -> None:
    text = "类型: 会议\n议题:   # 逐项填写\n  - 标题:   # 必填\n    决议:   # 写结果\n"

    revised = changed(text, lambda data: data.update(议题=[{"标题": "甲"}, {"标题": "乙"}]))

    assert revised == text.replace("标题:   #", "标题: 甲 #") + "  - 标题: 乙\n"


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        ("类型: 会\n同:\n- a # 一\n- b\n", lambda d: d["同"].append("c"), "类型: 会\n同:\n- a # 一\n- b\n- c\n"),
        ("类型: 会\n组:\n    一: a\n    # 深\n    二: b\n", lambda d: d["组"].pop("一"), "类型: 会\n组:\n    # 深\n    二: b\n"),
        ("类型: 会\n表:\n  -\n    一: a\n", lambda d: d["表"][0].update(一="b"), "类型: 会\n表:\n  -\n    一: b\n"),
        ("类型: 会\n表:\n  - - a\n    - b\n", lambda d: d["表"][0].pop(0), "类型: 会\n表:\n  - - b\n"),
        ("类型: 会\n表:\n  - {一: a}\n", lambda d: d["表"].append({"一": "c"}), "类型: 会\n表:\n  - {一: a}\n  - {一: c}\n"),
        ("类型: 会\n表:\n  - {一: a,  二: b}\n", lambda d: d["表"][0].update(二="x, y"), "类型: 会\n表:\n  - {一: a,  二: 'x, y'}\n"),
        ("类型: 会\n名: [甲,\n  乙,   # 注\n  丙]\n", lambda d: d["名"].pop(0), "类型: 会\n名: [乙,   # 注\n  丙]\n"),
        ("类型: 会\n名: []  # 注\n", lambda d: d.update(名=["甲"]), "类型: 会\n名: [甲]  # 注\n"),
        ("类型: 会\n名: [甲]  # 注\n", lambda d: d.update(名="其余"), "类型: 会\n名: 其余  # 注\n"),
        ("类型: 会\n名: 无  # 注\n", lambda d: d.update(名=["甲"]), "类型: 会\n名:     # 注\n  - 甲\n"),
        ("类型: 会\n名: [甲]  # 注\n", lambda d: d["名"].append("一\n二"), "类型: 会\n名:       # 注\n  - 甲\n  - |\n    一\n    二\n"),
        ("类型: 会\n文: |-  # 注\n    一\n    二\n后: a\n", lambda d: d.update(文="三"), "类型: 会\n文: |  # 注\n  三\n后: a\n"),
        ("类型: 会\n文: |\n  一\n  二", lambda d: d.update(文="三\n四"), "类型: 会\n文: |\n  三\n  四"),
        ("类型: 会\n文: 一\n  # 深\n后: a\n", lambda d: d.update(文="二\n三"), "类型: 会\n文: |\n  二\n  三\n# 深\n后: a\n"),
        ("类型: 会\n文: 一\n", lambda d: d.update(文="  二\n三"), "类型: 会\n文: |2\n    二\n  三\n"),
        ("类型: 会\r\n甲: a  # 注\r\n", lambda d: d.update(甲="b", 乙=["c"]), "类型: 会\r\n甲: b  # 注\r\n乙:\r\n  - c\r\n"),
        ("类型: 会\n\n甲: a\n乙: b\n", lambda d: d.pop("甲"), "类型: 会\n\n乙: b\n"),
        ("类型: 会\n\n# 讲甲\n甲: a\n", lambda d: d.pop("类型"), "\n# 讲甲\n甲: a\n"),
        ("表:\n  - 一: a\n    # 讲二\n    二: b\n", lambda d: d["表"][0].pop("一"), "表:\n  - 一:\n    # 讲二\n    二: b\n"),
        ("类型: 会\n# 讲甲\n甲: a\n乙: b\n", lambda d: d.pop("甲"), "类型: 会\n# 讲甲\n甲:\n乙: b\n"),
        ("类型: 会\n表:\n  - a\n  # 二\n\n  - b\n  - c\n", lambda d: d["表"].remove("b"), "类型: 会\n表:\n  - a\n  # 二\n\n  - c\n"),
        ('类型: 会\n"甲" : "a\\"b"\n', lambda d: d.update(甲='c"\\'), '类型: 会\n"甲" : "c\\"\\\\"\n'),
    ],
)  # fmt: skip
def test_the_way_in_which_it_was_written_stays(text: str, change: Callable[[Data], object], expected: str) -> None:
    assert changed(text, change) == expected


def test_a_text_that_is_not_changed_in_parts_is_written_anew_below_its_first_comments() -> None:
    assert (
        changed("# 头\n# 二\n{类型: 会, 甲: a}\n# 尾\n", lambda data: data.update(甲="b"))
        == "# 头\n# 二\n类型: 会\n甲: b\n"
    )


def test_data_that_comes_from_elsewhere_is_written_as_a_clerk_sees_it() -> None:
    data = {"类型": "会", "甲": " \u200b一\u2028二\ufeff\r\n", "乙": 3, "丙": [None, {}, "x\0"], "丁": "\ud800"}

    revised = revise("", data, order)

    assert read(revised) == {"类型": "会", "甲": " 一\n二\n", "乙": "3", "丙": ["x"], "丁": "\ufffd"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"类型": "会", "甲": b"x"}, "record-value-not-plain"),
        ({"类型": "会", "甲": [{"乙": False}]}, "record-value-not-plain"),
        ({"类型": "会", " ": "x"}, "record-key-unwritable"),
        ({"类型": "会", "长" * 201: "x"}, "record-key-unwritable"),
        ({}, "record-text-empty"),
    ],
)
def test_data_that_a_record_cannot_hold_is_refused(data: Data, code: str) -> None:
    with pytest.raises(UsageError) as raised:
        revise("类型: 会\n", data, order)

    assert raised.value.code == code


def test_the_text_of_several_records_is_refused() -> None:
    with pytest.raises(UsageError) as raised:
        revise("类型: 会\n---\n类型: 会\n", {"类型": "会", "甲": "a"}, order)

    assert raised.value.code == "record-text-several"


def nested(depth: int) -> Any:
    return [nested(depth - 1)] if depth else "x"


def test_data_may_be_nested_as_deep_as_reading_goes() -> None:
    data = {"类型": "会", "甲": nested(19)}

    assert read(revise("", data, order)) == data
    assert revise("类型: 会\n", data, order) == revise("", data, order)


@pytest.mark.parametrize("depth", [20, 21, 500])
def test_data_nested_too_deep_is_refused(depth: int) -> None:
    deep = nested(depth)

    with pytest.raises(UsageError) as raised:
        revise("", {"类型": "会", "甲": deep}, order)

    assert raised.value.code == "record-deep"


# ---------------------------------------------------------------- samples and forms


@cache
def documents() -> tuple[str, ...]:
    """Every record of the samples, and of every kind the form that a new one begins with."""
    files = [path for path in sorted(ROOT.glob("samples/**/记录/**/*.yaml")) if "broken" not in path.parts]
    texts = (path.read_bytes().decode() for path in files)
    samples = [part for text in texts for part in re.split(r"^---\n", text, flags=re.MULTILINE)]
    known = {"备注": "一\n\n二", "附件": ["甲", "乙"]}
    forms = [skeleton(kind.model, {"类型": kind.label, **more}) for kind in RECORD_KINDS for more in ({}, known)]
    return (*(part for part in samples if part.strip()), *forms)


def test_every_sample_and_every_form_stays_byte_by_byte_when_nothing_changes() -> None:
    assert len(documents()) > 600

    assert [text for text in documents() if revise(text, read(text), order) != text] == []


def test_every_sample_changes_in_one_line_when_one_text_does() -> None:
    wrong = []
    for text in documents():
        revised = changed(text, lambda data: data.update(类型="别的"))
        if [len(lines) for lines in difference(text, revised)] != [1, 1]:
            wrong.append(revised)

    assert wrong == []


SIGNS = st.sampled_from(
    [*"甲乙丙：，:,-?[]{}&*!|>'\"%@`#<~ \t\n0a　。", ": ", " #", "- ", "\n  ", "---", "...", "\n# ", "\r\n"]
)
TEXTS = st.lists(SIGNS, min_size=1, max_size=8).map("".join) | st.sampled_from(["张三", "2020-03-12", "一段话。"])
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(LABELS), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def annotated(draw: st.DrawFn) -> str:
    """A sample or a form, with comments, empty lines and blanks where people leave them."""
    text = draw(st.sampled_from(documents()))
    seed = draw(st.randoms(use_true_random=False))
    lines: list[str] = []
    literal: int | None = None
    for number, line in enumerate(text.splitlines()):
        indent = len(line) - len(line.lstrip())
        if literal is not None and (not line.strip() or indent > literal):
            lines.append(line)
            continue
        # Behind a text of several lines a deeper comment would be one more line of it.
        deeper = "" if literal is not None else f"{' ' * (indent + 4)}# 深{number}"
        literal = indent if re.search(r"[|>][-+0-9]*(?: +#.*)?$", line) else None
        above = ["", f"{' ' * indent}# 上{number}", f"# 外{number}", deeper]
        if seed.random() < 0.1:
            lines.append(seed.choice(above))
        beside = f"   # 旁{number}" if seed.random() < 0.1 and "#" not in line and literal is None else ""
        lines.append(line + beside)
    ending = seed.choice(["\n", "\n", "\r\n"])
    return ending.join(lines) + seed.choice(["", ending, ending * 2])


def changes_of(draw: st.DrawFn, value: Any, *, grows: bool) -> Any:
    """The value with something in it changed, added, or, unless it only grows, taken away or moved."""
    if isinstance(value, dict) and value:
        what = draw(st.integers(0, 4 if grows else 6))
        key = draw(st.sampled_from(sorted(value)))
        if what < 4:
            return {**value, key: changes_of(draw, value[key], grows=grows)}
        if what == 4:
            return {
                **value,
                **{label: draw(VALUES) for label in draw(st.sets(st.sampled_from(LABELS), max_size=2)) - set(value)},
            }
        return {each: below for each, below in value.items() if each != key}
    if isinstance(value, list) and value:
        what = draw(st.integers(0, 3 if grows else 6))
        place = draw(st.integers(0, len(value) - 1))
        if what < 2:
            return [*value[:place], changes_of(draw, value[place], grows=grows), *value[place + 1 :]]
        if what < 4:
            return [*value[:place], draw(VALUES), *value[place:]]
        return value[:place] + value[place + 1 :] if what == 4 else draw(st.permutations(value))
    return draw(TEXTS) if not grows else draw(TEXTS).replace("\n", "").replace("#", "").strip() or "一"


def ends(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


@st.composite
def revised(draw: st.DrawFn, *, grows: bool) -> tuple[str, Data, str]:
    """A text, other data, and the text revised."""
    text = draw(annotated())
    data = read(text)
    for _ in range(draw(st.integers(1, 3))):
        data = changes_of(draw, data, grows=grows)
    assume(plain(data))
    return text, plain(data), revise(text, data, order, ends(text))


@given(revised(grows=False))
@settings(max_examples=300)
def test_any_change_reads_back_as_it_was_sent(case: tuple[str, Data, str]) -> None:
    text, data, after = case

    assert read(after) == data
    assert ("\r\n" in after) == ("\r\n" in text)
    assert "\n" not in after.replace("\r\n", "") or ends(text) == "\n"


@given(revised(grows=False))
@settings(max_examples=100)
def test_another_reader_reads_any_change_alike(case: tuple[str, Data, str]) -> None:
    _, data, after = case

    class Texts(YAML):
        """Takes every scalar for a text, as docgen does."""

    reader = Texts(typ="safe", pure=True)
    reader.Constructor = _texts_of(reader)
    assert plain(reader.load(after)) == data


def _texts_of(reader: YAML) -> Any:
    class Plain(reader.Constructor):  # type: ignore[misc, name-defined]
        """Builds texts."""

    for kind in ("null", "bool", "int", "float", "timestamp"):
        Plain.add_constructor(f"tag:yaml.org,2002:{kind}", Plain.construct_yaml_str)
    return Plain


@given(revised(grows=True))
@settings(max_examples=200)
def test_no_comment_is_lost_where_nothing_is_taken_away(case: tuple[str, Data, str]) -> None:
    text, _, after = case

    assert Counter(comments(text)) - Counter(comments(after)) == Counter()


def comments(text: str) -> Iterator[str]:
    return (hit[0].rstrip() for hit in re.finditer(r"(?<![^\s])# ?[上外深旁必可每逐以填].*", text))


def test_samples_and_forms_are_never_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revision, "_anew", lambda *_: "")

    for text in documents()[::7]:
        changed(text, lambda data: data.update(备注="一\n二", 标题=["甲", {"汇报人": "乙"}]))
