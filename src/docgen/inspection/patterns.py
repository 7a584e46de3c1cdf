"""Takes nothing, gives the patterns by which the elements of official papers are known from their text."""

from __future__ import annotations

import re

BLANKS = " \u3000\u00a0\t"
HAN_NUMBER = "[一二三四五六七八九十百]{1,4}"
_YEAR = r"(?:[0-9０-９]{2,4}|[〇○Ｏ零0一二三四五六七八九]{4})"

HEADINGS = tuple(
    (re.compile(loose), re.compile(exact))
    for loose, exact in (
        (rf"{HAN_NUMBER}\s*[、.．,，:：](?!\S{{0,1}}$)", rf"{HAN_NUMBER}、(?!\s)"),
        (rf"[(（]\s*{HAN_NUMBER}\s*[)）]\s*[、.．,，:：]?", rf"（{HAN_NUMBER}）(?![\s、.．,，:：])"),
        (r"[0-9０-９]{1,2}\s*(?:[、．]|\.)(?!\s*[0-9])", r"[0-9]{1,2}\.(?![\s0-9])"),
        (r"(?:[(（]\s*[0-9０-９]{1,2}\s*[)）]\s*[、.．,，:：]?|[⑴-⒇])", r"（[0-9]{1,2}）(?![\s、.．,，:：])"),
    )
)
"""For each level of heading how its number is known, and how it is written (GB/T 9704 7.3.3)."""
HEADING_EXAMPLES = ("一、", "（一）", "1.", "（1）")

NUMBER = re.compile(
    r"(?P<org>[^\s，。；：、]{0,20}?)(?P<open>[〔\[［【(（〈<])\s*(?P<year>[0-9０-９]{2,4})\s*(?P<close>[〕\]］】)）〉>])"
    r"\s*(?P<nth>第?)\s*(?P<number>[0-9０-９]{1,5}|[×Xx]{1,4})\s*(?P<end>号?)"
)
CITED_NUMBER = re.compile(r"[\u4e00-\u9fff][\[［【]\s*(?:19|20)[0-9]{2}\s*[\]］】]\s*第?\s*[0-9]{1,5}\s*号")
BRACKETS = ("〔", "〕")

TYPED_NUMBER = re.compile(
    r"[-－—―–~～·\s]*(?:第\s*)?[0-9]{1,3}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*[0-9]{1,3}\s*页?)?[-－—―–~～·\s]*"
)
"""What is a page's number and nothing else."""
DATE = re.compile(
    rf"{_YEAR}\s*年\s*(?:[0-9０-９]{{1,2}}|{HAN_NUMBER}|[×Xx]{{1,2}})\s*月"
    rf"\s*(?:[0-9０-９]{{1,2}}|{HAN_NUMBER}|[×Xx]{{1,2}})\s*[日号]"
    r"|(?:19|20)[0-9]{2}\s*[-./．－—]\s*[0-9]{1,2}\s*[-./．－—]\s*[0-9]{1,2}"
)
GOOD_DATE = re.compile(r"(?:[0-9]{4}|[×Xx]{4})年(?:[1-9]|1[0-2]|[×Xx]{1,2})月(?:[1-9]|[12][0-9]|3[01]|[×Xx]{1,2})日")
ZERO_DATE = re.compile(r"[0-9]{4}年(?:0[1-9]月[0-9]{1,2}日|[0-9]{1,2}月0[1-9]日)")
BAD_ZERO = re.compile(
    r"(?=[○Ｏ零0一二三四五六七八九]{4}年)[一二]?[○Ｏ零0一二三四五六七八九]*[○Ｏ零0][○Ｏ零0一二三四五六七八九]*年"
)

ATTACHMENT_NOTE = re.compile(r"附\s*件\s*[:：]\s*(?P<rest>.*)", re.DOTALL)
ATTACHMENT_LABEL = re.compile(r"附\s*件\s*(?P<nth>[0-9０-９一二三四五六七八九十]{0,2})\s*(?P<colon>[:：]?)")
ATTACHMENT_ITEM = re.compile(r"(?P<nth>[0-9０-９]{1,2})\s*(?P<mark>[.．、,，])\s*(?P<name>.+)", re.DOTALL)
PEOPLE = re.compile(r"(?:出\s*席|请\s*假|列\s*席)(?:人员|人)?[:：]")
NOTE = re.compile(r"[(（].{2,60}[)）]")
SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★.{0,8})?")
URGENCY = re.compile(r"(?:特\s*急|加\s*急|特\s*提|平\s*急)")
COPY_NUMBER = re.compile(r"[0-9]{3,8}")
COPIES_TO = re.compile(r"(?:抄\s*送|主\s*送|抄\s*报|分\s*送)\s*[:：]")
PRINTED = re.compile(r".*[0-9０-９〇零○一二三四五六七八九十]+\s*[日号]\s*印\s*[发制]?")
PUBLISHER = re.compile(rf"\S.*[{BLANKS}]+(?:{DATE.pattern})")
SIGNER = re.compile(r"签\s*发\s*人\s*[:：]")
ISSUE = re.compile(r"[（(]?(?:总)?第\s*[0-9０-９一二三四五六七八九十百〇×]+\s*期.*")
BULLETIN_WORDS = ("简报", "信息", "动态", "快报", "专报", "内参", "通讯", "参考")
MINUTES_WORD = "纪要"
ADDRESSEE = re.compile(r"[^。；！？]{2,200}[：:]")
PEOPLE_OR_OFFICES = re.compile(
    r"(?:各|全体|尊敬|同志|中共).*|.*(?:[们部委局厅院室会组府司处科办校所队心位党员关站团厂社层人属])[：:]"
)
LEADS_ON = re.compile(r"(?:如下|以下|下列|下述|通知|报告|汇报|说明|包括|要求|指出|强调|认为|是|为|有)[：:]$")
OTHER_TITLES = re.compile(r".*(?:记录|签到表|登记表|申请表|审批表|统计表|汇总表|一览表|台账|台帐|名册|名单|清单|表)$")
SENTENCE_ENDS = "。！？；："
"""What the last character of a sentence may be."""
MORE_PUNCTUATION = "。；，、,.;:：！!？?"
INNER_ENDS, CLAUSE_MARKS, STOP = "。；！？", "，。；！？：", "。"
NO_TITLE_ENDS, BESIDE_A_TITLE = "：。", "（(—"
TAB_AS_BLANKS = "\u3000\u3000"
ZEROS = ("0", "０")
TOC = "toc"
