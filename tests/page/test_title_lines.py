"""Takes titles, checks that their lines keep words whole and have a shape."""

from __future__ import annotations

import subprocess
import sys
from itertools import accumulate, pairwise

import pytest
import rjieba
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.chinese import to_width
from docgen.page import TITLE_WIDTH, title_lines, words
from docgen.page.title_words import TITLE_WORDS
from docgen.page.words import _library

HAN_TEXT = st.text(st.sampled_from("中共党支部关于召开组织生活会的通知和《》、“”（）2020年 月"), max_size=90)
PARTS = (
    "召开", "开展", "做好", "印发", "学习", "贯彻", "落实", "机关党委", "组织生活会", "民主评议", "主题党日", "三会一课", "五个一",
    "党员", "工作", "情况", "2020年", "第一季度", "第3期", "99周年", "95.5%", "3万元", "《条例》", "“初心”", "（试行）", "通知", "方案",
)  # fmt: skip
LINKS = ("", "", "", "的", "和", "与", "、", "，")
TITLES = st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(LINKS)), min_size=1, max_size=24).map(
    lambda pairs: "关于" + "".join(map("".join, pairs))
)
NUMBERS = ("2020年", "第一季度", "第3期", "99周年", "95.5%", "3万元")
NEVER_FIRST = ("的", "和", "与", "、", "》", "”", "）", "，")

# Judged by eye: what a typist of an office would send to print.
LINES = [
    "中共某某局机关第一支部委员会/关于召开2020年度组织生活会和开展/民主评议党员的通知",
    "关于召开2020年第一季度支部党员大会/暨主题党日活动的通知",
    "关于开展“不忘初心、牢记使命”/主题教育总结评估工作的通知",
    "关于印发《机关党委2020年/党员教育培训工作计划》的通知",
    "关于吸收张三同志为中共预备党员的决议/及关于李四同志转正的决议",
    "中共示范公司机关第一支部委员会/2020年度三会一课和五个一落实情况的报告",
    "关于做好2020年第3期入党积极分子/培训班报名工作的通知",
    "预备党员转正票决的办法和程序/以及监票人计票人的分工安排",
    "关于学习贯彻党的/十九届五中全会精神的实施方案",
    "机关党委关于2020年上半年/党建工作情况的通报",
    "关于命名表彰2020年度先进基层党组织/优秀共产党员优秀党务工作者的决定",
    "第一支部关于庆祝中国共产党/成立99周年主题党日活动方案",
    "关于深入开展党风廉政建设/宣传教育月活动的通知",
    "张一同志2020年度履行/全面从严治党主体责任情况述职报告",
    "关于落实COVID-19疫情防控措施的通知",
    "关于卫䶮同志转为中共正式/党员并报上级党委审批的决议",
    "公司举办首届BIM技术大赛/暨青年突击队授旗仪式",
    "关于学习贯彻/习近平新时代中国特色社会主义思想/主题教育的实施方案",
    "关于转发《中国共产党支部工作条例/（试行）》的通知",
    "关于认真做好2020年12月31日前/党费收缴和党员信息核对工作的通知",
    "关于讨论卫䶮转正和上半年工作情况/及下半年安排的决议",
    "中共示范公司机关委员会/关于第一支部2020年换届选举结果的批复",
    "“重走长征路、奋进新时代”/主题党日活动方案",
    "关于2020年第二季度“三会一课”/落实情况和“五个一”完成情况的通报",
    "关于组织党员干部观看电影/《八佰》并开展交流研讨的通知",
    "关于对王三同志进行提醒谈话的情况报告",
    "关于做好元旦春节期间走访慰问/困难党员和老党员工作的通知",
    "关于成立示范公司机关党员/先锋队和疫情防控突击队的决定",
    "中共示范公司机关委员会2020年度工作报告",
]


@pytest.mark.parametrize("lines", LINES)
def test_titles_of_real_life_break_as_a_typist_breaks_them(lines: str) -> None:
    assert title_lines(lines.replace("/", "")) == lines.split("/")


@pytest.mark.parametrize("lines", [each.split("/") for each in LINES if each.count("/") > 1])
def test_no_title_is_an_hourglass(lines: list[str]) -> None:
    steps = [to_width(below) - to_width(above) for above, below in pairwise(lines)]
    assert not any(first < 0 < second for first, second in pairwise(steps))


def test_some_titles_have_three_lines() -> None:
    assert sum(each.count("/") > 1 for each in LINES) > 1


def test_a_short_title_is_one_line() -> None:
    assert title_lines("第一党支部2020年度工作总结") == ["第一党支部2020年度工作总结"]


def test_a_title_of_twenty_characters_is_one_line_and_of_more_is_two() -> None:
    assert len(title_lines("学习" * 10)) == 1
    assert title_lines("学习" * 10 + "会") != ["学习" * 10 + "会"]


def test_no_title_has_no_lines() -> None:
    assert title_lines("") == title_lines(" | ") == []


def test_a_bar_breaks_by_hand() -> None:
    assert title_lines("第一党支部|2020年度工作总结") == ["第一党支部", "2020年度工作总结"]


def test_a_piece_between_bars_that_is_too_long_is_broken_further() -> None:
    lines = title_lines("中共某某局机关第一支部委员会|关于召开2020年度组织生活会和开展民主评议党员的通知")
    assert lines[0] == "中共某某局机关第一支部委员会"
    assert lines[1:] == ["关于召开2020年度组织生活会和开展", "民主评议党员的通知"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("召开2020年度组织生活会", "召开/2020年度/组织生活会"),
        ("到会率达到95.5%的通报", "到会率/达到/95.5%/的/通报"),
        ("五个一和三会一课", "五个一/和/三会一课"),
        ("第一支部委员会第3期简报", "第一支部委员会/第3期/简报"),
        ("卫䶮同志", "卫䶮/同志"),
        ("首届BIM技术大赛", "首届/BIM/技术/大赛"),
    ],
)
def test_a_word_and_a_number_with_its_unit_are_whole(text: str, pieces: str) -> None:
    assert words(text) == pieces.split("/")


def test_every_word_of_ours_is_whole_and_none_is_in_the_dictionary_already() -> None:
    plain = rjieba.Jieba()
    assert len(TITLE_WORDS) > 30
    assert [word for word in TITLE_WORDS if words(f"关于{word}的通知") != ["关于", word, "的", "通知"]] == []
    assert [word for word in TITLE_WORDS if plain.cut(word, hmm=False) == [word]] == []


def test_a_title_that_is_very_long_still_fits() -> None:
    lines = title_lines("关于做好学习贯彻落实工作的通知" * 12)
    assert max(map(to_width, lines)) <= 2 * TITLE_WIDTH
    assert not any(line.startswith("的") for line in lines)


def test_a_title_of_countless_small_pieces_is_broken_at_once() -> None:
    assert len(title_lines("a " * 75)) == 4


@given(HAN_TEXT)
def test_words_joined_are_the_text_again(text: str) -> None:
    assert "".join(words(text)) == text


@given(HAN_TEXT, st.integers(4, 24))
def test_no_line_is_too_long_and_nothing_is_lost(text: str, width: int) -> None:
    lines = title_lines(text, width)
    assert all(0 < to_width(line) <= 2 * width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(st.characters(exclude_characters="|"), max_size=40))
@example("\ud800" * 30)
def test_any_text_at_all_is_kept(text: str) -> None:
    assert "".join("".join(title_lines(text)).split()) == "".join(text.split())


@given(TITLES)
def test_the_same_title_breaks_alike_every_time(text: str) -> None:
    assert title_lines(text) == title_lines(text)


@given(TITLES)
def test_a_word_and_a_number_are_whole_on_their_line(text: str) -> None:
    ends = set(accumulate(map(len, title_lines(text))))
    inside = [range(start + 1, end) for start, end in pairwise([0, *accumulate(map(len, words(text)))])]
    inside += [range(at + 1, at + len(number)) for number in NUMBERS if (at := text.find(number)) >= 0]
    assert [span for span in inside if ends & set(span)] == []


@given(TITLES)
def test_what_the_dictionary_has_is_never_cut(text: str) -> None:
    ours = set(accumulate(map(len, words(text))))
    theirs = set(accumulate(map(len, _library().cut(text, hmm=False))))
    assert ours <= theirs


@given(TITLES)
def test_no_line_begins_with_a_particle_or_a_closing_mark_or_ends_with_an_opening_one(text: str) -> None:
    lines = title_lines(text)
    assert not any(line.startswith(NEVER_FIRST) for line in lines)
    assert not any(line.endswith(("《", "“", "（", "关于")) for line in lines[:-1])


def test_the_library_is_loaded_by_titles_longer_than_a_line_only() -> None:
    script = (
        "import sys; from docgen.page import title_lines; title_lines('学习' * 10); assert 'rjieba' not in sys.modules;"
        "title_lines('学习' * 11); assert 'rjieba' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
