"""Takes the rules, writes docs/规则.md, which tells clerks what docgen checks: `python -m scripts.rules_page`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from docgen.findings import Level
from docgen.model.base import label_of
from docgen.model.settings import Settings
from docgen.rules import RULES, VERSION, Rule
from docgen.rules.book import START
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ARITHMETIC, CUSTOM, ORGANISATION, Basis, Confidence, Regulation
from docgen.vocabulary import WORDS
from docgen.vocabulary.commands import LEVELS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "规则.md"

FAMILIES = {
    "F": "活动的次数（{first}—{last}）",
    "V": "会议、表决、选举（{first}—{last}）",
    "X": "记录之间（{first}—{last}）",
}
INTRODUCTION = """# 规则

docgen 检查记录时用的全部规则，版本 {version}，共{count}条。每条写明依据哪个规定的第几条、从哪天起施行、
发现问题时怎么说（{place}处填姓名、日期、人数等）。

**使用前，请由专人对照规定原文逐条核对。** 规则的文字是我们的概括，不是原文；“核对程度”说明条文是怎样核对的，
不能代替核对。规定修订后，以新规定为准；本单位有更严要求的，按下文改。

本页由规则数据生成（`make rules`），不要手改。
"""
LEVELS_HEADING = """## 级别

| 级别 | 什么情况 |
| --- | --- |"""
LEVEL_MEANINGS = {
    Level.ERROR: "照记录所写，这件事不能成立，或者数字对不上。定稿前必须查清。",
    Level.WARN: "没有做到规定或惯例的要求。规定里写“一般”的，都是这一级。",
    Level.INFO: "各处做法不一或需要知道的情况，不算问题。",
}
LEVELS_TAIL = """
一条规则可能有几种情况，级别不同，见各条下的代码。规则只管施行日期以后的记录和期间。没有写“出席”的会议是计划，
只查计划该有的内容。注明“各级单位都查”的，机关党委等也查；其余只查党支部。"""
OVERRIDE_HEADING = """## 改成本单位的要求

写在工作区 docgen.yaml 的“{rules}”里，只写要改的：
"""
OVERRIDE_TAIL = """
- “{start}”：从这个月起查应办的事；以前的会议、表决、记录照查。不写时，从有记录的年度查起。
- 每条都可以写“{on}”“{level}”；级别可写{levels}。“F1: 否”是“F1: {{{on}: 否}}”的简写。
- 改了级别，这条规则较轻的情况不会因此加重。
- 可改的栏目见下面各表，括号里是默认值，只在与本单位不同时写。写错的编号、栏目、数字，检查时会指出来，并按原来的规则查。"""
EXAMPLE_OFF, EXAMPLE_LEVEL, EXAMPLE_NUMBER = "F3", "F1", "F9"
EXAMPLE_NOTES = {START: "从2020年3月起查", "off": "不查这一条", "level": "改为提示", "number": "改数字"}
EXAMPLE_START, OFF = "2020-03", "否"
COLUMNS = ("编号", "规则", "级别", "依据", "核对程度", "施行日期", "可改的栏目（默认值）")
BASES_HEADING = """## 依据的规定

| 规定 | 施行日期 | 哪些规则 |
| --- | --- | --- |"""
UNWRITTEN = frozenset({CUSTOM, ORGANISATION, ARITHMETIC})
EVERY_UNIT = "（各级单位都查）"
TRUTHS = {True: "是", False: "否"}
NOTHING, SIGN, BETWEEN = "—", "、", "；"
DAY = "{0.year}年{0.month}月{0.day}日"
PARAMETER = "{label}（{value}）"
SAID = "- `{code}` {level}：{what}"
CLAIMED = "- `{code}` 读取记录时发现，也属这一条：{what}"
ABOUT = "- 可改“{label}”，默认 {value}：{about}"
PLACE = "〔…〕"
"""What stands where a finding fills in a name, a number or what was written."""

_PLACE = re.compile(r"\{\w+\}")


def page() -> str:
    """Return the whole page."""
    parts = [
        INTRODUCTION.format(version=VERSION, count=len(RULES), place=PLACE),
        "\n".join([LEVELS_HEADING, *_levels(), LEVELS_TAIL]) + "\n",
        _overriding(),
        *filter(None, map(_family, FAMILIES)),
        "\n".join([BASES_HEADING, *_regulations()]) + "\n",
    ]
    return "\n".join(parts)


def example() -> str:
    """Return the lines of docgen.yaml that show each kind of change."""
    number, value, _ = next(own_parameters(next(rule for rule in RULES if rule.id == EXAMPLE_NUMBER)))
    levelled = label_of(Parameters, "level")
    lines = {
        START: f"{START}: {EXAMPLE_START}",
        "off": f"{EXAMPLE_OFF}: {OFF}",
        "level": f"{EXAMPLE_LEVEL}: {{{levelled}: {LEVELS[Level.INFO]}}}",
        "number": f"{EXAMPLE_NUMBER}: {{{number}: {int(value) + 8}}}",
    }
    noted = [f"  {line}   # {EXAMPLE_NOTES[key]}" for key, line in lines.items()]
    return "\n".join([f"{label_of(Settings, 'rules')}:", *noted]) + "\n"


def _levels() -> Iterator[str]:
    return (f"| {LEVELS[level]} | {meaning} |" for level, meaning in LEVEL_MEANINGS.items())


def _overriding() -> str:
    labels = {
        "rules": label_of(Settings, "rules"),
        "start": START,
        "on": label_of(Parameters, "on"),
        "level": label_of(Parameters, "level"),
        "levels": SIGN.join(LEVELS.values()),
    }
    return f"{OVERRIDE_HEADING.format(**labels)}\n```yaml\n{example()}```\n{OVERRIDE_TAIL.format(**labels)}\n"


def _family(letter: str) -> str:
    rules = [rule for rule in RULES if rule.id.startswith(letter)]
    if not rules:
        return ""
    heading = FAMILIES[letter].format(first=rules[0].id, last=rules[-1].id)
    rows = [_row(COLUMNS), _row(["---"] * len(COLUMNS)), *map(_summary, rules)]
    details = (line for rule in rules for line in _details(rule))
    return "\n".join([f"## {heading}", "", *rows, "", *details])


def _summary(rule: Rule[Any]) -> str:
    numbers = (PARAMETER.format(label=name, value=value) for name, value, _ in own_parameters(rule))
    bases, checked = BETWEEN.join(map(str, rule.bases)), _checked(rule)
    since, changed = _day(rule.since), SIGN.join(numbers) or NOTHING
    return _row((rule.id, rule.words, LEVELS[rule.level], bases, checked, since, changed))


def _checked(rule: Rule[Any]) -> str:
    """Return how the words of each basis were checked; once, where it is the same for all."""
    found = [_grade(basis) for basis in rule.bases]
    return found[0] if len(set(found)) == 1 else BETWEEN.join(found)


def _grade(basis: Basis) -> str:
    """Return how sure the words are; what no regulation says was not looked up, so it is sure or told as unsure."""
    looked_up = basis.regulation not in UNWRITTEN or basis.confidence is not Confidence.HIGH
    return basis.confidence if looked_up else NOTHING


def _details(rule: Rule[Any]) -> Iterator[str]:
    yield f"### {rule.id}　{rule.words}{'' if rule.branches_only else EVERY_UNIT}"
    yield ""
    yield from (SAID.format(code=code, level=LEVELS[level], what=said(code)) for code, level in rule.levels.items())
    yield from (CLAIMED.format(code=code, what=said(code)) for code in rule.claims)
    yield from (
        ABOUT.format(label=name, value=value, about=about) for name, value, about in own_parameters(rule) if about
    )
    yield ""


def said(code: str) -> str:
    """Return what a finding says, with a sign for each place that it fills."""
    return _PLACE.sub(PLACE, WORDS[code].what)


def own_parameters(rule: Rule[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield what may be changed of a rule beyond what may be changed of every rule: label, default, explanation."""
    defaults = rule.parameters()
    for name, field in rule.parameters.model_fields.items():
        if name not in Parameters.model_fields:
            yield label_of(rule.parameters, name), shown(getattr(defaults, name)), field.description or ""


def shown(value: object) -> str:
    """Return a default as docgen.yaml would have it."""
    return TRUTHS[value] if isinstance(value, bool) else str(value)


def _regulations() -> Iterator[str]:
    found: dict[Regulation, list[str]] = {}
    for rule in RULES:
        for regulation in dict.fromkeys(basis.regulation for basis in rule.bases):
            found.setdefault(regulation, []).append(rule.id)
    for regulation, ids in found.items():
        yield _row((regulation.name, _day(regulation.since), SIGN.join(ids)))


def _day(day: date | None) -> str:
    """Return a first day of force; what holds at all times has none."""
    return NOTHING if day in (None, date.min) else DAY.format(day)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE)


if __name__ == "__main__":
    main()
