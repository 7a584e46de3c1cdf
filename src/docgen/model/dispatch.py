"""Takes nothing, gives what a paper bears when it is sent out: number, urgency, signer, copies, seal, attachments.

A paper shows what is given here and nothing else. 密级 is no field: classified content is not written into records.
"""

from enum import StrEnum

from docgen.model.base import Day, Line, Model, Several, Truth, label, needed
from docgen.model.document_number import CopyNumber, DocumentNumber

__all__ = ["Attachment", "Dispatch", "Sending", "Urgency"]


class Urgency(StrEnum):
    """How fast a paper is to be handled (GB/T 9704 7.2.3)."""

    EXTRA = "特急"
    URGENT = "加急"


class Attachment(Model):
    """One attachment: its name, and its text where it is printed with the paper."""

    name: Line = needed("名称", "不加书名号，末尾不加标点")
    body: Several[Line] = label("正文", "写了才随文另页印出；不写的只列名称", default=())


class Sending(Model):
    """What any paper may bear besides its number."""

    copy_number: CopyNumber | None = label("份号")
    urgency: Urgency | None = label("紧急程度")
    signer: Line | None = label("签发人", "上行文才写")
    attachments: Several[Attachment] = label("附件", default=())
    sealed: Truth | None = label("加盖印章", "写“是”则署名和日期处留出盖章的位置；不写时按设置")
    remark: Line | None = label("附注", "不加括号")
    copies_to: Several[Line] = label("抄送", "写了才有版记", default=())
    issued: Day | None = label("印发", "印发日期；写了才有版记")


class Dispatch(Sending):
    """What a paper bears that has its number here, and is addressed to somebody."""

    serial: DocumentNumber | None = label("文号", "写了才有版头")
    addressee: Line | None = label("主送", "主送机关；会议通知不写时按应到人员")
