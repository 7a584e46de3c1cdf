"""Takes what a paper bears when it is sent out, gives it as fields of the paper's view, and the blocks that show it."""

from __future__ import annotations

import re
from typing import Any, TypedDict

from msgspec import Struct

from docgen.documents.part import Part, paragraphs
from docgen.house.outline import (
    Addressee,
    AttachmentPages,
    Attachments,
    Block,
    Head,
    If,
    Imprint,
    Remark,
    Signature,
)
from docgen.ledger import BranchLedger
from docgen.model.dispatch import Attachment, Dispatch, Sending
from docgen.view import Text, View, label

MARK = "{unit}文件"
# A heading that stands alone has no stop at its end; a numbered sentence has one.
FIRST = re.compile(r"[一二三四五六七八九十]+、[^。；：，]*")
SECOND = re.compile(r"（[一二三四五六七八九十]+）[^。；：，]*")
BRACKETS = ("（", "）")
BETWEEN_COPIES, STOP, COLON = "，", "。", "："


class LineView(View, frozen=True, kw_only=True):
    """One paragraph of an attachment, and whether it is a heading of the first or of the second level."""

    words: str = label("文")
    first: bool = label("一级")
    second: bool = label("二级")


class AttachmentView(View, frozen=True, kw_only=True):
    """One attachment: its name, and its text where it is printed."""

    name: str = label("名称")
    body: tuple[LineView, ...] = label("正文")


class SendingView(View, frozen=True, kw_only=True):
    """What stands around the text of a paper that is sent out; empty where nothing is given."""

    mark: str = label("标志")
    number: Text = label("文号")
    copy_number: str = label("份号")
    urgency: str = label("紧急程度")
    approver: str = label("签发人")
    attachments: tuple[AttachmentView, ...] = label("附件")
    sealed: bool = label("盖章")
    remark: str = label("附注")
    copies_to: str = label("抄送")
    office: str = label("印发机关")
    issued: str = label("印发")


class DispatchView(SendingView, frozen=True, kw_only=True):
    """The same of a paper that may be addressed to somebody."""

    addressee: str = label("主送")


class Sent(TypedDict):
    """The fields of a SendingView by their attributes."""

    mark: str
    number: Text
    copy_number: str
    urgency: str
    approver: str
    attachments: tuple[AttachmentView, ...]
    sealed: bool
    remark: str
    copies_to: str
    office: str
    issued: str


class Dispatched(Sent):
    """The fields of a DispatchView by their attributes."""

    addressee: str


HEAD = If(
    "文号",
    (
        Head(
            "{{ 标志 }}",
            "{{ 文号 }}",
            signer="{{ 签发人 }}",
            copy_number="{{ 份号 }}",
            urgency="{{ 紧急程度 }}",
        ),
    ),
)
"""版头: stands above the title of a paper that has a number."""


ADDRESSEE = Addressee("{{ 主送 }}")
SEALED = "盖章"
"""The test for leaving room for a seal."""
NOTE = Attachments("附件", "{{ 件.名称 }}")
BELOW = (
    Remark("{{ 附注 }}"),
    AttachmentPages("附件"),
    Imprint("{{ 抄送 }}", "{{ 印发机关 }}", "{{ 印发 }}"),
)
SIGNED = Signature("{{ 署名 }}", "{{ 成文日期 }}", seal=SEALED)


def closing(signature: Signature = SIGNED) -> tuple[Block, ...]:
    """Return what stands below the text, in the order of GB/T 9704: 附件说明, 署名, 附注, 附件, 版记."""
    return (NOTE, signature, *BELOW)


def sent(ledger: BranchLedger, given: Part[Dispatch] | None, *, personal: bool = False) -> Dispatched:
    """Return what stands around a paper whose number is given beside the rest; a personal one has no seal by itself."""
    addressee = given.optional("addressee").rstrip(COLON) if given else ""
    return Dispatched(**sent_as(ledger, given, Numbered(given, "serial"), personal=personal), addressee=addressee)


class Numbered(Struct, frozen=True):
    """Where the number of a paper is written: a part and its field."""

    part: Part[Any] | None
    attribute: str


def sent_as(ledger: BranchLedger, given: Part[Any] | None, numbered: Numbered, *, personal: bool = False) -> Sent:
    """Return what stands around a paper whose number is written elsewhere; numbers are never invented."""
    default = ledger.settings.official.sealed and not personal
    if given is None:
        given = Part(Sending(), ledger.unit_source)
    written = given.model.sealed
    return Sent(
        mark=_mark(ledger),
        number=_number(given, numbered),
        copy_number=given.optional("copy_number"),
        urgency=given.optional("urgency"),
        approver=given.optional("signer"),
        attachments=tuple(_attachment(each) for each in given.model.attachments),
        sealed=default if written is None else written,
        remark=_bare(given.optional("remark")),
        copies_to=copies(given),
        office=ledger.unit.name,
        issued=given.optional("issued"),
    )


def copies(part: Part[Any]) -> str:
    """Return who gets copies, as the imprint lists them; its full stop is the imprint's."""
    return BETWEEN_COPIES.join(part.model.copies_to).rstrip(STOP)


def _bare(remark: str) -> str:
    """Return a remark without the brackets that the paper puts around it."""
    first, last = BRACKETS
    return remark[1:-1] if remark.startswith(first) and remark.endswith(last) else remark


def _mark(ledger: BranchLedger) -> str:
    """Return the organ's mark: that of the settings is the organisation's, a unit below it has its own."""
    of_organisation = "" if ledger.unit.superior else ledger.settings.official.mark
    return of_organisation or MARK.format(unit=ledger.unit.name)


def _number(given: Part[Any], numbered: Numbered) -> Text:
    """Return the number; a Gap where it is absent and the head has other things to show, for it needs one."""
    if numbered.part is None:
        return ""
    asked = any(given.has(attribute) for attribute in ("copy_number", "urgency", "signer"))
    return numbered.part.text(numbered.attribute) if asked else numbered.part.optional(numbered.attribute)


def _attachment(attachment: Attachment) -> AttachmentView:
    body = (_line(words) for text in attachment.body for words in paragraphs(text))
    return AttachmentView(name=attachment.name, body=tuple(body))


def _line(words: str) -> LineView:
    return LineView(words=words, first=bool(FIRST.fullmatch(words)), second=bool(SECOND.fullmatch(words)))
