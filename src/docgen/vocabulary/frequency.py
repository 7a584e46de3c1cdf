"""Takes nothing, gives the words about what was owed and not done (rules F1–F13)."""

from __future__ import annotations

from docgen.vocabulary.words import Words

FREQUENCY_WORDS: dict[str, Words] = {
    "F1": Words("{window}没有召开支部党员大会。", "开过的，补写会议记录并填“出席”；没有开的，不能用别的季度补。"),
    "F2": Words("{window}没有召开支委会。", "开过的，补写会议记录并填“出席”；没有开的，不能用别的月份补。"),
    "F3": Words("{window}没有召开党小组会（{value}）。", "开过的，补写会议记录，写明“党小组: {value}”并填“出席”。"),
}
