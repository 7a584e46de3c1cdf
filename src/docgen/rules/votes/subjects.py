"""Takes the 对象 of a vote as written, gives whether it names several people."""

from __future__ import annotations

import re
from datetime import date

from docgen.ledger import Roster

BRACKETED = "[（(〔【\\[][^（()）〔〕【】\\[\\]]*[)）〕】\\]]"
TITLE = "同志|先生|女士|入党积极分子|积极分子|发展对象|预备党员|正式党员|党员"
AND_OTHERS = "等同志|等[0-9一二三四五六七八九十两]+[人名]"
BETWEEN = "[、，,；;/]"
JOINED = "以及|[和与及]|\\s+"
NAME = "[^\\W0-9_]([^\\W0-9_]|[·•.\\s])+"
BRIEF_NAME = "[\u3400-\u9fff]{2,4}"
NO_NAME = "[一二三四五六七八九十]+[班组]|.{2,}[部科室组班处队厂站]|.*(公司|中心|支部|[族岁]|学历|文化)"


def names_several(text: str, roster: Roster, day: date) -> bool:
    """Tell whether a text names more than one person.

    A name of the roster is one person whatever stands in it; what stands in brackets, a workplace or a 民族 is no name.
    和, 与 and a space stand between two people only where a whole name stands on either side: 王和平 is one.
    """
    if roster.find(text, day):
        return False
    if re.search(AND_OTHERS, text):
        return True
    bare = re.sub(TITLE, " ", re.sub(BRACKETED, " ", text)).strip()
    if roster.find(bare, day):
        return False
    parts = [part.strip() for part in re.split(BETWEEN, bare)]
    people = [part for part in parts if re.fullmatch(NAME, part) and not re.fullmatch(NO_NAME, part)]
    return len(people) > 1 or any(_joins(part, roster, day) for part in people)


def _joins(part: str, roster: Roster, day: date) -> bool:
    if roster.find(part, day):
        return False
    people = [
        each for each in re.split(JOINED, part) if re.fullmatch(BRIEF_NAME, each) and not re.fullmatch(NO_NAME, each)
    ]
    return len(people) > 1
