"""Takes docgen's template in a peer's language, gives whether nothing of it was lost."""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest
from benchmarks.peers.install import HERE
from benchmarks.peers.node import MAIN, PEERS, translated
from benchmarks.peers.paper import MINUTES, given
from benchmarks.peers.tree import Condition, Loop, Node, tree_of
from lxml import etree

from docgen.formats import Format
from docgen.ooxml.names import w

LABELS = ("时间：", "汇报人：", "查摆问题清单", "任务", "主持人（签名）：")


def _main(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(MAIN).decode()


def _count(nodes: list[Node]) -> int:
    inner = [
        [*n.then, *n.otherwise] if isinstance(n, Condition) else n.body
        for n in nodes
        if isinstance(n, (Condition, Loop))
    ]
    return len(inner) + sum(_count(each) for each in inner)


@pytest.fixture(scope="module")
def original() -> str:
    return _main(given(MINUTES, Format.DOCX).template.content)


def test_the_tree_has_every_condition_and_loop_that_stands_in_a_paragraph(original: str) -> None:
    body = etree.fromstring(original.encode())[0]
    assert _count(tree_of(list(body))) == len(re.findall(r"{%p (?:if|for) ", original)) > 30


@pytest.mark.parametrize("peer", PEERS)
def test_a_peers_template_keeps_labels_and_styles_and_has_no_tag_of_ours(peer: str, original: str) -> None:
    text = _main(translated(peer)[0])
    assert "{%" not in text
    assert "{{" not in text
    assert [label for label in LABELS if label not in original or label not in text] == []
    styles = [
        {each.get(w("val")) for each in etree.fromstring(one.encode()).iter(w("pStyle"))} for one in (original, text)
    ]
    assert len(styles[0]) > 8
    assert styles[0] == styles[1]


@pytest.mark.parametrize("peer", PEERS)
def test_a_peers_data_can_be_written_as_json(peer: str) -> None:
    values = translated(peer)[1]
    assert json.loads(json.dumps(values)) == values


def test_the_minutes_have_five_topics_and_an_action_table() -> None:
    context = given(MINUTES, Format.DOCX).context
    assert [len(context[name]) for name in ("议题", "任务")] == [5, 3]  # type: ignore[arg-type]


def test_the_peers_in_node_are_locked_to_exact_versions() -> None:
    wanted = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all("integrity" in each for name, each in locked.items() if name)
