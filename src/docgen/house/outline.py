"""Takes nothing, gives the blocks that an outline is made of: one body for all clothes of a paper.

Texts are jinja2 over the view's labels (`{{ 主持人 }}`). An outline says what comes in which order and in which
role; how a role looks is said once, in `page.styles`. The writers `word`, `web`, `sheet` and `text` make the templates.
Where a field is called `of`, `each` or `test` it is an expression without braces. A block whose texts have expressions
stands only when one of these has something to show; a text without an expression always stands.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct


class Layout(StrEnum):
    """The families of pages."""

    OFFICIAL = "公文"
    RECORD = "记录"
    BULLETIN = "简报"
    FORM = "表"


class Align(StrEnum):
    """How the text of a column stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Head(Struct, frozen=True):
    """版头: 份号, 密级, 紧急程度, red mark, number and red rule; each shown only when its text is not empty.

    Only texts that a view has are given; GB/T 9704-2012, 7.2. Where `signer` (签发人, of papers to a superior) has text,
    the number stands left and the signer right. `minutes` asks for the form of 10.3: the mark is ×××纪要, below it the
    number centred, then `left` and `right` on one line above the red rule, as in a bulletin.
    """

    mark: str
    number: str = ""
    signer: str = ""
    left: str = ""
    right: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    minutes: bool = False


class Title(Struct, frozen=True):
    """The paper's title, with the smaller line below it where there is one; on a `new_page` what follows a cover."""

    text: str
    below: str = ""
    new_page: bool = False


class Addressee(Struct, frozen=True):
    """主送机关; the colon is part of the block."""

    text: str


class Paragraph(Struct, frozen=True):
    """A paragraph of the body; `each` repeats it for the texts of a list (name `段`)."""

    text: str = "{{ 段 }}"
    each: str = ""


class Heading(Struct, frozen=True):
    """A heading of level 1–4; its number is part of the text."""

    text: str
    level: int = 1


class Line(Struct, frozen=True):
    """`label：text` on a line of its own, the lines of a 记录; not shown when `text` is empty and not `always`.

    `inner` lines stand under a heading, indented as its text; `keep` is for those above a signature, which is not to
    stand alone with them.
    """

    label: str
    text: str
    always: bool = False
    inner: bool = False
    keep: bool = False


class Fields(Struct, frozen=True):
    """A form: rows of one or two (label, text) pairs as a bordered table."""

    rows: tuple[tuple[tuple[str, str], ...], ...]


class Column(Struct, frozen=True):
    """A column of a table: its head, its text over the row's name, its share of the width."""

    head: str
    text: str
    width: int = 10
    align: Align = Align.LEFT


class Rows(Struct, frozen=True):
    """A table with a repeated head: a row for each `name` in `of`; `total` is a last row of texts.

    `blank_height` (mm) gives rows room for the hand.
    """

    of: str
    name: str
    columns: tuple[Column, ...]
    total: tuple[str, ...] = ()
    blank_height: int = 0


class Grid(Struct, frozen=True):
    """A table whose columns are known only when it is filled: `heads` is a list of texts, `rows` a list of such lists.

    `total` is a last row, a list of texts; where it is empty there is none.
    """

    heads: str
    rows: str
    align: Align = Align.LEFT
    total: str = ""


class People(Struct, frozen=True):
    """`label：names` with wraps aligned after the colon (10.3); not shown when empty."""

    label: str
    text: str


class Speeches(Struct, frozen=True):
    """发言: for each of the list `姓名：内容`, with （不同意见） after the name where 不同意见 says so."""

    of: str


class Ballot(Struct, frozen=True):
    """表决: one sentence per vote; `of` names a text, not shown when empty."""

    of: str


class Pictures(Struct, frozen=True):
    """For each of the list its 图 and below it its 图注; `width` in mm."""

    of: str
    width: int = 120


class Chart(Struct, frozen=True):
    """A chart, as wide as `width` in mm, where `of` names one; its numbers stand in a table of the paper as well."""

    of: str
    width: int = 130


class Hands(Struct, frozen=True):
    """Lines to be signed by hand: (label, name) pairs side by side; a name is printed as given, before the blank."""

    pairs: tuple[tuple[str, str], ...]


class Signature(Struct, frozen=True):
    """署名 and 成文日期; 7.3.5. The renderers compute the indents of each paper; the text above holds on to it.

    `seal` is the test for leaving room for a seal; without one there is none.
    """

    name: str
    date: str
    seal: str = ""


class Remark(Struct, frozen=True):
    """附注 below the date; the brackets are part of the block; 7.3.6."""

    text: str


class Attachments(Struct, frozen=True):
    """附件说明: a line for each of a list (name `件`), its name by `text`; 7.3.4."""

    of: str
    text: str = "{{ 件 }}"


class AttachmentPages(Struct, frozen=True):
    """附件: for each of the list that has 正文 a new page with its number, its 名称 as title, its 正文; 7.3.7.

    Each paragraph is a 文 that may be a heading of 一级 or 二级, set as those of the text. The pages stand after the
    signature and before the imprint, and count all of the list, as 附件说明 does.
    """

    of: str


class Imprint(Struct, frozen=True):
    """版记: its two rows are shown when `copies_to` and when `date` has text, however well the office is known; 7.4."""

    copies_to: str
    office: str
    date: str


class For(Struct, frozen=True):
    """Blocks repeated for each `name` in `of`."""

    name: str
    of: str
    blocks: tuple[Block, ...]


class If(Struct, frozen=True):
    """Blocks shown when `test` holds."""

    test: str
    blocks: tuple[Block, ...]
    otherwise: tuple[Block, ...] = ()


Block: TypeAlias = (
    "Head | Title | Addressee | Paragraph | Heading | Line | Fields | Rows | Grid | People | Speeches | Ballot | Pictures | Chart"
    " | Hands | Signature | Remark | Attachments | AttachmentPages | Imprint | For | If"
)


class Outline(Struct, frozen=True):
    """What a paper consists of, in order."""

    layout: Layout
    blocks: tuple[Block, ...]
    landscape: bool = False
