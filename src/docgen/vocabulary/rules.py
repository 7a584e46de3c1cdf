"""Takes nothing, gives the words about the rules themselves: what an organisation changed of them."""

from __future__ import annotations

from docgen.vocabulary.words import Words

RULE_WORDS: dict[str, Words] = {
    "rule-unknown": Words(
        "“规则”里没有“{value}”这一条。", "是不是：{near}？全部规则见 docs/规则.md。", ("可以写：起始月、{known}。",)
    ),
    "rule-numbers-crossed": Words("“{less}”大于“{more}”，前后矛盾。", "核对这两个数，或删去其中一个用默认值。"),
    "rule-off-and-set": Words(
        "“启用: 否”之外又改了这一条的级别或数字，前后矛盾。", "不查的，只写“启用: 否”；要查的，删去“启用”。"
    ),
}
