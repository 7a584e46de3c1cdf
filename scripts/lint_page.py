"""Takes the rules of the page, writes docs/版式规则.md, which tells clerks what lint looks at: `python -m scripts.lint_page`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from docgen.inspection.lint import RULES
from docgen.inspection.lint.rule import Rule
from docgen.page import Strength
from docgen.vocabulary import WORDS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "版式规则.md"
INTRODUCTION = """# 版式规则

`docgen lint` 检查 Word 文件时用的全部规则，共{count}条。条款是《党政机关公文格式》（GB/T 9704—2012）的条款。

**使用前，请由专人对照标准原文逐条核对。** 规则的文字是我们的概括，不是原文。

| 性质 | 什么意思 | 检查时 |
| --- | --- | --- |
| 规定 | 标准写明应当这样 | 错误 |
| 推荐 | 标准写“一般”，或给出默认的做法 | 警告 |
| 实务 | 标准没有写，通行这样做 | 提示 |

标准没有规定以磅计的行距，没有规定发文机关标志的字号、红线的粗细、标题加粗与否、西文字体；凡涉及这些的，都是实务。
页边距、每面行数按 GB/T 9704 和 GB/T 33476 两种版面都算对。看不出是公文的文件，只看纸张和表格宽度，都作提示。

“所见”“应为”处填文件里的情况。“可改”是 `--fix` 能改好的；其余要人改，因为要动文字，或者要人拿主意。

本页由规则生成（`make rules`），不要手改。
"""
HEAD = "| 规则 | 性质 | 条款 | 怎么说 | 怎么改 | 可改 |\n| --- | --- | --- | --- | --- | --- |"
ROW = "| `{code}` | {strength} | {clause} | {what} | {hint} | {mendable} |"
BLANKS = {"found": "〈所见〉", "expected": "〈应为〉", "also": "", "text": "〈文字〉"}
NO_CLAUSE, MENDABLE = "—", "是"
_BLANK = re.compile(r"{(\w+)}")


def page() -> str:
    """Return the whole page."""
    ordered = sorted(RULES, key=lambda rule: list(Strength).index(rule.strength))
    return "\n".join([INTRODUCTION.format(count=len(RULES)), HEAD, *_rows(ordered)]) + "\n"


def _rows(rules: list[Rule]) -> Iterator[str]:
    for rule in rules:
        words = WORDS[rule.code]
        yield ROW.format(
            code=rule.code,
            strength=rule.strength.value,
            clause=rule.clause or NO_CLAUSE,
            what=_told(words.what),
            hint=_told(words.hint),
            mendable=MENDABLE if rule.mend else "",
        )


def _told(words: str) -> str:
    return _BLANK.sub(lambda found: BLANKS[found[1]], words).replace("|", "\\|")


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
