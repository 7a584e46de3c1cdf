"""Takes what clerks write of votes, gives how the rules read it: 方式, 对象, 不计入应到的事由."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.table import UNIT, ledger_of

from docgen.chinese import chinese_number
from docgen.rules.votes.admission import is_secret
from docgen.rules.votes.reasons import is_one_of_six, lengths
from docgen.rules.votes.subjects import names_several

DAY = date(2020, 12, 31)


@pytest.mark.parametrize(
    "method",
    [
        "无记名投票",
        "无记名投票表决",
        "不记名",
        "秘密投票",
        "票决",
        "无记名票决，当场计票",
        "票决，公开计票",
        "无记名投票，公开唱票",
        "不公开票决",
        "不记名、秘密投票",
    ],
)
def test_a_method_that_hides_who_voted_how_is_secret(method: str) -> None:
    assert is_secret(method)


@pytest.mark.parametrize(
    "method",
    [
        "举手",
        "记名投票",
        "实名票决",
        "投票",
        "口头",
        "举手票决",
        "",
        "公开票决",
        "票决（公开）",
        "公开投票",
        "没有采用无记名投票",
        "未用秘密投票方式",
        "非无记名投票",
        "不是不记名",
    ],
)
def test_any_other_method_is_not_secret(method: str) -> None:
    assert not is_secret(method)


@pytest.mark.parametrize(
    "reason",
    [
        "患有精神病不能表达本人意志",
        "自费出国半年以上",
        "正在服刑",
        "年老体弱卧床不起",
        "长期生病，生活不能自理",
        "外出学习半年以上，按规定应转走正式组织关系而没有转走",
        "工作调动，组织关系应转未转",
        "挂职一年",
        "离退休后回原籍长期居住",
        "外出学习8个月",
        "外出务工10个月",
        "自费出国留学十年",
        "外出学习半年",
        "外出工作六个月以上",
        "外出务工不少于半年",
        "外出务工不止半年",
        "外出务工两年多",
        "外出务工多年",
        "外出学习近一年",
        "自费出国一年，2021年回",
        "到上海工作八个月",
        "服刑三年，刑期未满",
    ],
)
def test_the_six_reasons_are_known_in_their_usual_words(reason: str) -> None:
    assert is_one_of_six(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "出差",
        "外出学习",
        "公派出国半年以上",
        "自费出国旅游（2021年回）",
        "生病",
        "退休",
        "工作忙",
        "休假半年",
        "",
        "外出学习不满半年",
        "外出工作不足6个月",
        "外出学习未满六个月",
        "外出工作没有半年",
        "外出学习半年以内",
        "外出务工半年不到",
        "外出学习近半年",
        "外出学习不超过两年",
        "外出学习5个月",
        "外出学习三个月，组织关系没有转",
        "下半年外出学习",
        "外出学习，2020年回",
        "工作忙，两年没有休假",
        "已服刑期满",
        "刑满释放",
        "精神病已治愈",
        "退休后短期回老家",
    ],
)
def test_any_other_reason_is_none_of_the_six(reason: str) -> None:
    assert not is_one_of_six(reason)


@pytest.mark.parametrize("number", [1, 2, 5, 6, 7, 10, 12, 20, 35])
def test_a_length_is_the_same_in_digits_and_in_numerals(number: int) -> None:
    for written in (str(number), chinese_number(number)):
        assert [*lengths(f"{written}个月")] == [*lengths(f"{written}个月以上")] == [number]
        assert [*lengths(f"不满{written}个月")] == [number - 1]
        assert [*lengths(f"{written}年")] == [12 * number]
        assert [*lengths(f"{written}年半")] == [12 * number + 6]
        assert [*lengths(f"近{written}年")] == [12 * number - 1]
        assert [*lengths(f"不满{written}年")] == [12 * number - 12]
        assert [*lengths(f"{written}年以内")] == [*lengths(f"不超过{written}年")] == [0]


@pytest.mark.parametrize("text", ["2020年", "上半年", "第二年", "一年级", "6月", "二〇二〇年", "百年", "年年"])
def test_a_day_of_the_calendar_is_no_length(text: str) -> None:
    assert not list(lengths(text))


SOMEBODY = ledger_of(unit=UNIT + "  - {姓名: 李和与之}\n  - {姓名: 陈大明同志与林小红}\n").roster


@pytest.mark.parametrize(
    "text",
    [
        "某甲和某乙", "某甲与某乙", "某甲及某乙", "某甲以及某乙", "某甲 某乙", "某甲、某乙", "某甲/某乙", "某甲；某乙", "某甲，某乙",
        "某甲同志和某乙同志", "预备党员某甲、某乙", "某甲（1）、某甲（2）", "某甲（一班）、某乙（二班）", "某甲等3人", "某甲等同志",
        "李建生、王某", "古丽·某甲、买买提·某乙", "李和与之、某甲", "某甲、李和与之",
    ],
)  # fmt: skip
def test_a_text_that_joins_two_names_names_several(text: str) -> None:
    assert names_several(text, SOMEBODY, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "某甲", "赵四（工程部/一班）", "赵四(男、汉族)", "赵四，男，汉族，1990年生", "赵四 工程部", "王和平", "司马和中", "张 三",
        "欧阳 锋",
        "陈大明同志与林小红", "李和与之", "李和与之同志", "李和与之（工程部）", "预备党员 某甲", "某甲 同志", "古丽·阿及木江", "",
    ],
)  # fmt: skip
def test_one_name_is_one_person_whatever_stands_in_it_or_beside_it(text: str) -> None:
    assert not names_several(text, SOMEBODY, DAY)
