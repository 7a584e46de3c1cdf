"""Of a text that is looked for elsewhere only a hash leaves the unit (X3)."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.table import ledger_of

from docgen.rules import check_across, digest, rulebook
from docgen.vocabulary import hint, message
from docgen.vocabulary.consistency import CONFIDENTIAL

DAY = date(2020, 12, 31)
WORDS = "家里老人住院已经两个月，近来加班多，夜里睡不好，想调到离家近一点的班组，又怕同事有看法，还没有同别人说过，请先不要公开"
SECOND = "名称: 第二党支部\n简称: 二支部\n种类: 党支部\n党员: [{姓名: 张一}, {姓名: 李二}]"
NEWS = "类型: 宣传稿\n编号: 稿\n标题: 甲\n日期: 2020-01-20\n正文: {0}"
TALK = "类型: 谈话\n编号: {0}\n种类: 谈心谈话\n日期: 2020-0{0}-01\n谈话人: {{姓名: 张一}}\n谈话对象: 李二\n内容: {1}"


def test_the_words_of_a_talk_are_in_no_digest_and_no_finding() -> None:
    ledger = ledger_of("\n---\n".join(TALK.format(number, WORDS) for number in (1, 2)))
    rules = rulebook(ledger.settings).only({"X3"})

    handed = digest(ledger, rules, DAY)
    (finding,) = check_across({"一支部": handed}, rules, DAY)

    assert finding.subject == "一支部/2"
    said = f"{handed}{finding}{message(finding)}{hint(finding)}"
    assert not [WORDS[at : at + 4] for at in range(len(WORDS) - 3) if WORDS[at : at + 4] in said]


@pytest.mark.parametrize("talks", [1, 2])
def test_no_finding_names_a_talk_or_where_it_is(talks: int) -> None:
    texts = [TALK.format(number, WORDS) for number in range(1, talks + 1)]
    closed, own = ledger_of("\n---\n".join(texts), SECOND), ledger_of(NEWS.format(WORDS))
    rules = rulebook(own.settings).only({"X3"})

    found = check_across({each.unit.short: digest(each, rules, DAY) for each in (closed, own)}, rules, DAY)

    assert [finding.subject for finding in found if finding.subject.startswith("一支部")] == ["一支部/稿"]
    assert len(found) == talks
    for finding in found:
        about = f"{finding.values}{message(finding)}{hint(finding)}"
        assert CONFIDENTIAL in about
        assert "二支部" not in about


def test_the_place_of_a_repeated_text_is_where_it_stands() -> None:
    ledger = ledger_of("\n---\n".join(TALK.format(number, WORDS) for number in (1, 2)))
    rules = rulebook(ledger.settings).only({"X3"})

    (finding,) = check_across({"一支部": digest(ledger, rules, DAY)}, rules, DAY)

    assert (finding.place.line, finding.path, finding.values["value"]) == (15, ("内容",), "内容")
