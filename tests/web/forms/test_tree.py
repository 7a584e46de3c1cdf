"""Forms made from models: what they show, and that nothing of a record is lost on the way through them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from docgen.drafting.form import Shape
from docgen.model.kinds import MODELS, RECORD_KINDS, RecordKind
from docgen.model.meeting import Meeting
from docgen.records.reading import read_text
from docgen.records.record import Written
from docgen.web.forms.naming import JSON, WORD, name_of
from docgen.web.forms.nodes import Control, Node, Row, paths
from docgen.web.forms.parsing import parse
from docgen.web.forms.picking import PickList
from docgen.web.forms.tree import form, group, opened

KIND = "类型"


def _records(samples: Path) -> Iterator[dict[str, Written]]:
    for file in sorted(samples.rglob("记录/**/*.yaml")):
        for record in read_text(file.read_bytes(), file.name)[0]:
            if record.data.get(KIND) in MODELS:
                yield record.data


def _sent(nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Yield the names and values that a form sends when nobody has changed it."""
    for node in nodes:
        if node.odd:
            yield name_of(node.path, JSON), node.odd
        elif node.shape is Shape.TEXT:
            yield node.name, node.text
        else:
            if node.empty:
                yield name_of(node.path, JSON), node.empty
            if node.word:
                yield name_of(node.path, WORD), node.word
            yield from _sent(node.below)
            for row in node.rows:
                yield from _row_pairs(row)


def _row_pairs(row: Row) -> Iterator[tuple[str, str]]:
    if row.odd:
        yield name_of(row.path, JSON), row.odd
    elif row.nodes:
        yield from _sent(row.nodes)
    else:
        yield row.name, row.text


def _node(nodes: tuple[Node, ...], label: str) -> Node:
    return next(node for node in nodes if node.label == label)


def test_every_sample_record_comes_back_from_its_form_as_it_was(samples: Path) -> None:
    seen = 0
    for data in _records(samples):
        kind = str(data[KIND])
        assert parse(_sent(form(MODELS[kind], data))).data == data
        seen += 1
    assert seen > 700


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.stem)
def test_every_kind_has_a_form_without_a_record(kind: RecordKind) -> None:
    nodes = form(kind.model, {KIND: kind.label})
    assert nodes[0].label == KIND
    assert parse(_sent(nodes)).data == {KIND: kind.label}
    assert len(set(paths(nodes))) == len(list(paths(nodes)))


def test_what_the_model_does_not_know_is_shown_and_kept() -> None:
    data: dict[str, Written] = {KIND: "会议", "地址": "三楼", "备查": {"甲": ["一", "二"]}, "2020": "年"}
    nodes = form(Meeting, data)
    strangers = [node for node in nodes if not node.known]
    assert [node.label for node in strangers] == ["地址", "备查", "2020"]
    assert parse(_sent(nodes)).data == data


@pytest.mark.parametrize(
    "data",
    [
        {"地点": ["三楼", "四楼"]},
        {"议题": "学习"},
        {"议题": ["学习", {"标题": "讨论"}]},
        {"会前": "看书"},
        {"出席": [{"姓名": "张一"}]},
        {"任务": []},
        {"会前": {}},
        {"出席": "其他"},
    ],
    ids=str,
)
def test_a_value_of_another_shape_than_its_field_is_kept(data: dict[str, Written]) -> None:
    assert parse(_sent(form(Meeting, data))).data == data


def test_a_choice_that_there_is_none_of_stays_to_be_seen() -> None:
    node = _node(form(Meeting, {"会议类型": "支委会议"}), "会议类型")
    assert node.control is Control.CHOICE
    assert node.choices[0] == "支委会议"
    assert "支委会" in node.choices


def test_a_word_may_stand_for_a_list() -> None:
    nodes = form(Meeting, {"出席": "其余"})
    assert _node(nodes, "出席").word == "其余"
    assert _node(nodes, "缺席").words == ("无",)
    assert _node(nodes, "出席").pick is PickList.PEOPLE


def test_a_long_text_has_room() -> None:
    nodes = form(Meeting, {"地点": "三楼\n会议室", "议题": [{"标题": "甲"}]})
    assert _node(nodes, "地点").control is Control.LINES
    row = _node(nodes, "议题").rows[0]
    assert _node(row.nodes, "决议").control is Control.LINES


def test_rare_fields_are_folded_until_used_and_where_they_are_usual() -> None:
    assert _node(form(Meeting, {}), "主讲人").rare
    assert not _node(form(Meeting, {"会议类型": "党课"}), "主讲人").rare
    assert _node(form(Meeting, {"主讲人": "张一"}), "主讲人").used


def test_room_is_made_where_it_was_asked_for() -> None:
    nodes = form(Meeting, {"请假": [{"姓名": "赵四"}]}, [("请假", 1), ("选举",)])
    assert [row.path for row in _node(nodes, "请假").rows] == [("请假", 0), ("请假", 1)]
    assert _node(nodes, "选举").below
    assert parse(_sent(nodes)).data == {"请假": [{"姓名": "赵四"}]}


def test_a_group_and_a_list_can_be_had_alone() -> None:
    assert [node.name for node in group(Meeting, ("议题", 3))][:2] == ["议题.3.标题", "议题.3.第一议题"]
    vote = opened(Meeting, ("议题", 3, "表决"))
    speeches = opened(Meeting, ("议题", 3, "发言"))
    assert vote is not None
    assert vote.shape is Shape.BLOCK
    assert vote.below
    assert speeches is not None
    assert len(speeches.rows) == 1
    assert opened(Meeting, ("议题", 3, "没有")) is None
