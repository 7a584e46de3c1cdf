"""Takes nothing, gives the words for fields that do not fit their record: unknown, missing, of the wrong form."""

from __future__ import annotations

from docgen.vocabulary.words import Words

FIELD_WORDS: dict[str, Words] = {
    "months-crossed": Words("截止月在起始月（{first}）之前，没有一个月在内。", "核对“五个一”的起始月和截止月。"),
    # which record, which fields
    "type-missing": Words("这份记录没有写「类型」。", "请写明是哪一种记录，可以写：{known}。"),
    "type-unknown": Words(
        "没有「{value}」这种记录。", "是不是「{near}」？可以写：{known}。", ("类型可以写：{known}。",)
    ),
    "key-unknown": Words(
        "「{block}」里没有「{value}」这个栏目。",
        "「{value}」应写在「{home}」里，请检查位置和缩进。",
        ("是不是「{near}」？", "这里可以写：{known}。", "请删去这一栏。"),
    ),
    "field-missing": Words("「{block}」里缺少「{key}」。", "请补写「{key}」。"),
    # the shape of a value
    "list-expected": Words(
        "「{key}」应当是一个列表，现在写的是「{value}」。", "请写成 [甲, 乙]，或换行后每项一行、以 - 和空格开头。"
    ),
    "mapping-expected": Words(
        "「{key}」应当分栏目填写，现在写的是「{value}」。", "请换行缩进后逐项写“栏目: 内容”，或写成 {{栏目: 内容}}。"
    ),
    "text-expected": Words(
        "「{key}」应当是一段文字，现在写的是「{value}」。",
        "请直接写文字；正文以括号开头的，请给整个内容加上英文单引号。",
    ),
    "choice-unknown": Words(
        "「{key}」不能写「{value}」。", "是不是「{near}」？可以写：{known}。", ("可以写：{known}。", "请参照样例填写。")
    ),
    "choice-or-list": Words("「{key}」不能写「{value}」。", "可以写：{known}；或写一个列表，例如：[甲, 乙]。"),
    # dates and times
    "date-invalid": Words(
        "「{value}」不是有效的日期。", "请写成 2020-03-05、2020/3/5 或 2020年3月5日，并核对这一天是否存在。"
    ),
    "moment-invalid": Words("「{value}」不是有效的日期和时间。", "请写成 2020-03-05 14:30，并核对这一天是否存在。"),
    "moment-time-missing": Words("「{value}」只有日期，没有时间。", "请在日期后空一格写上时间，例如：{value} 14:30。"),
    "time-invalid": Words("「{value}」不是有效的时间。", "请写成 14:30。"),
    "month-invalid": Words("「{value}」不是有效的月份。", "请写成 2020-03、2020/3 或 2020年3月。"),
    "period-invalid": Words("「{value}」不是有效的期间。", "请写成 2020（全年）、2020-Q1（季度）或 2020-03（月）。"),
    "year-invalid": Words("「{value}」不是有效的年份。", "请写四位数的年份，例如 2020。"),
    # numbers
    "truth-invalid": Words("「{value}」不能表示是或否。", "请写“是”或“否”。"),
    "count-invalid": Words("「{value}」不是整数。", "请只写阿拉伯数字，例如 3，不带单位。"),
    "number-invalid": Words("「{value}」不是数字。", "请只写阿拉伯数字，例如 1.5，不带单位。"),
    "hours-invalid": Words("「{value}」不是有效的小时数。", "请只写数字，至多两位小数，例如 1.5。"),
    "points-invalid": Words("「{value}」不是有效的分数。", "请只写数字，至多两位小数，例如 2 或 -0.5。"),
    "money-invalid": Words("「{value}」不是有效的金额。", "请以元为单位只写数字，至多两位小数，例如 120.50。"),
    "number-small": Words("「{key}」写的是 {value}，不能小于 {limit}。", "请核对后改正。"),
    "number-not-above": Words("「{key}」写的是 {value}，应当大于 {limit}。", "请核对后改正。"),
    "number-large": Words("「{key}」写的是 {value}，不能大于 {limit}。", "请核对后改正。"),
    "number-not-below": Words("「{key}」写的是 {value}，应当小于 {limit}。", "请核对后改正。"),
    "places-many": Words("「{key}」写的是 {value}，至多 {limit} 位小数。", "请核对后改正。"),
    "digits-many": Words("「{key}」写的是 {value}，位数超过 {limit} 位。", "请核对后改正。"),
    # numbers of papers
    "document-number-invalid": Words(
        "「{value}」不是规范的发文字号。",
        "是不是「{near}」？",
        ("请写成 机关代字〔2020〕1号：用六角括号〔〕，年份写全称，不写“第”，号数前不加 0。",),
    ),
    "minutes-number-invalid": Words(
        "「{value}」不是规范的编号。",
        "是不是「{near}」？",
        ("请写成 〔2020〕1号 或 机关代字〔2020〕1号：用六角括号〔〕，年份写全称，不写“第”，号数前不加 0。",),
    ),
    "copy-number-invalid": Words(
        "「{value}」不是规范的份号。", "是不是「{near}」？", ("请写六位阿拉伯数字，例如 000001。",)
    ),
    # lengths and forms
    "list-short": Words("「{key}」至少要有 {limit} 项。", "请补全。"),
    "list-long": Words("「{key}」至多 {limit} 项。", "请删去多余的项。"),
    "text-short": Words("「{key}」至少要有 {limit} 个字。", "请补全。"),
    "text-long": Words("「{key}」至多 {limit} 个字。", "请缩短。"),
    "text-form": Words("「{key}」的写法不对：「{value}」。", "请参照样例或表单说明填写。"),
    "value-invalid": Words("「{key}」的内容无法识别：「{value}」。", "请参照样例填写。"),
}
