"""Gives a clean official paper as somebody else would make it, without a style of docgen, and the means to break it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPC = "http://schemas.openxmlformats.org/package/2006"
FANG, KAI, HEI, TITLE, SONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"
SENTENCE = "各党小组要认真学习有关文件，结合实际抓好落实，并把学习情况按时报送党支部。"
TYPES = {
    "document": "document.main",
    "styles": "styles",
    "settings": "settings",
    "footer1": "footer",
    "footer2": "footer",
    "header1": "header",
    "numbering": "numbering",
}
KINDS = {"styles": "styles", "settings": "settings", "footer1": "footer", "footer2": "footer", "header1": "header",
         "numbering": "numbering", "theme": "theme"}  # fmt: skip


@dataclass(frozen=True)
class P:
    """A paragraph with direct settings; indents in hundredths of a character."""

    text: str
    face: str = FANG
    latin: str = ""
    size: int = 32
    bold: bool = False
    colour: str = ""
    spacing: int | None = -5
    hint: bool = True
    jc: str = "both"
    first: int = 200
    left: int = 0
    right: int = 0
    hanging: int = 0
    line: int = 579
    rule: str = "exact"
    before: int = 0
    after: int = 0
    widow: bool = False
    border: str = ""
    page_break: bool = False
    snap: bool = False
    themed: bool = False
    ppr: str = ""
    runs: str = ""

    def xml(self) -> str:
        latin = self.latin or self.face
        hint = ' w:hint="eastAsia"' if self.hint else ""
        fonts = f'<w:rFonts{hint} w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{self.face}"/>'
        if self.themed:
            fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
        rpr = (
            fonts
            + ("<w:b/>" if self.bold else "")
            + (f'<w:color w:val="{self.colour}"/>' if self.colour else "")
            + (f'<w:spacing w:val="{self.spacing}"/>' if self.spacing is not None else "")
            + f'<w:sz w:val="{self.size}"/>'
        )
        indent = f'w:left="{self.left}" w:rightChars="{self.right}" w:right="{self.right * 3}"'
        indent += f' w:hanging="{self.hanging}"' if self.hanging else f' w:firstLineChars="{self.first}"'
        ppr = (
            ("<w:pageBreakBefore/>" if self.page_break else "")
            + f'<w:widowControl w:val="{int(self.widow)}"/>'
            + self.border
            + f'<w:snapToGrid w:val="{int(self.snap)}"/>'
            + f'<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.line}" w:lineRule="{self.rule}"/>'
            + f'<w:ind {indent}/><w:jc w:val="{self.jc}"/>{self.ppr}'
        )
        text = "".join(
            f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{escape(line)}</w:t></w:r>'
            for line in [self.text]
            if line
        )
        return f"<w:p><w:pPr>{ppr}</w:pPr>{text}{self.runs}</w:p>"


@dataclass(frozen=True)
class Raw:
    """Any block of the body as XML."""

    text: str

    def xml(self) -> str:
        return self.text


@dataclass(frozen=True)
class Sheet:
    """The section, and the footers."""

    size: tuple[int, int] = (11906, 16838)
    margins: tuple[int, int, int, int] = (2098, 1474, 1984, 1588)
    footer: int = 1400
    grid: str = '<w:docGrid w:type="lines" w:linePitch="579"/>'
    parity: bool = True
    odd: str | None = None
    even: str | None = None
    settings: str = ""
    styles: str = ""
    numbering: str = ""
    theme: str = ""
    header: str = ""


def number(
    text: str = "— {} —", *, jc: str = "right", left: int = 0, right: int = 100, face: str = SONG, size: int = 28
) -> str:
    """A footer's paragraph with the number in a complex field."""
    before, after = text.split("{}")
    rpr = f'<w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}"/><w:sz w:val="{size}"/></w:rPr>'

    def run(content: str) -> str:
        return f"<w:r>{rpr}{content}</w:r>"

    def words(content: str) -> str:
        return run(f'<w:t xml:space="preserve">{content}</w:t>') if content else ""

    marks = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
    page = run(marks[0]) + run("<w:instrText> PAGE </w:instrText>") + run(marks[1]) + words("1") + run(marks[2])
    return (
        f'<w:p><w:pPr><w:ind w:leftChars="{left}" w:rightChars="{right}"/><w:jc w:val="{jc}"/></w:pPr>'
        f"{words(before)}{page}{words(after)}</w:p>"
    )


EVEN = number(jc="left", left=100, right=0)
RED_LINE = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/></w:pBdr>'


def imprint(*rows: str, size: int = 28, outer: int = 8, inner: int = 6) -> str:
    """A table with the rows of an imprint."""
    borders = "".join(f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="000000"/>'
                      for side, weight in (("top", outer), ("bottom", outer), ("insideH", inner)))  # fmt: skip
    cells = "".join(
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/></w:tcPr>{P(row, size=size, spacing=0, first=100).xml()}</w:tc></w:tr>'
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>{cells}</w:tbl>'
    )


def boxed(content: str, relative: str = "margin") -> str:
    """A paragraph with a text box anchored to the page, as Word writes it, with the fallback for older programs."""
    inside = f"<w:txbxContent>{content}<w:p/></w:txbxContent>"
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing><wp:anchor xmlns:wp="{wp}">'
        f'<wp:positionV relativeFrom="{relative}"><wp:align>bottom</wp:align></wp:positionV>{inside}'
        "</wp:anchor></w:drawing></mc:Choice>"
        '<mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="mso-position-vertical-relative:margin">'
        f"<v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


CLEAN: Mapping[str, P | Raw] = {
    "mark": P(
        "中共示范公司委员会文件", face=TITLE, size=84, colour="FF0000", jc="center", first=0, spacing=0, rule="atLeast"
    ),
    "number": P("示党〔2020〕1号", jc="center", first=0, border=RED_LINE),
    "blank": P(""),
    "title": P("关于认真做好学习工作的通知", face=TITLE, size=44, jc="center", first=0, spacing=0, line=720),
    "blank2": P(""),
    "addressee": P("各党小组：", first=0),
    "body": P(f"为做好学习工作，现将有关事项通知如下。{SENTENCE}"),
    "heading1": P("一、学习内容", face=HEI),
    "heading2": P("（一）必学内容", face=KAI),
    "item": P("1.学习党章和有关规定。"),
    "item2": P("（1）通读全文，做好“笔记”——每人一份。"),
    "heading1b": P("二、工作要求", face=HEI),
    "body2": P(SENTENCE),
    "blank3": P(""),
    "note1": P("附件：1.学习安排表", left=1895, hanging=1263),
    "note2": P("2.学习书目", left=1895, hanging=316),
    "blank4": P(""),
    "signature": P("中共示范公司机关第一支部委员会", jc="right", right=200, first=0),
    "date": P("2020年3月9日", jc="right", right=900, first=0),
    "footnote": P("（此件发至党小组）"),
    "label": P("附件1", face=HEI, first=0, page_break=True),
    "blank5": P(""),
    "attachment": P("学习安排表", face=TITLE, size=44, jc="center", first=0, spacing=0, line=720),
    "attached": P(SENTENCE),
    "imprint": Raw(boxed(imprint("抄送：机关党委。", "党支部办公室　　　2020年3月9日印发"))),
}


def made(parts: Sequence[P | Raw], sheet: Sheet | None = None, extra: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file with a body."""
    sheet = sheet or Sheet()
    top, right, bottom, left = sheet.margins
    footers = {
        "footer1": number() if sheet.odd is None else sheet.odd,
        "footer2": (EVEN if sheet.even is None else sheet.even) if sheet.parity else "",
    }
    texts = {
        "styles": sheet.styles,
        "settings": ("<w:evenAndOddHeaders/>" if sheet.parity else "") + sheet.settings,
        "numbering": sheet.numbering,
        "header1": sheet.header,
        **footers,
    }
    roots = {"footer1": "ftr", "footer2": "ftr", "header1": "hdr"}
    known = {name: text for name, text in texts.items() if text or name in {"styles", "settings"}}
    references = "".join(
        f'<w:{"header" if name == "header1" else "footer"}Reference w:type="{"even" if name == "footer2" else "default"}" r:id="{name}"/>'
        for name in ("header1", "footer1", "footer2")
        if known.get(name)
    )
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="{sheet.size[0]}" w:h="{sheet.size[1]}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="850" w:footer="{sheet.footer}"'
        f' w:gutter="0"/>{sheet.grid}</w:sectPr>'
    )
    body = "".join(part.xml() for part in parts)
    files = {
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section}</w:body></w:document>',
        **{f"word/{name}.xml": f'<w:{roots.get(name, name)} xmlns:w="{W}" xmlns:r="{R}">{text}</w:{roots.get(name, name)}>'
           for name, text in known.items()},
        **({"word/theme.xml": sheet.theme} if sheet.theme else {}),
    }  # fmt: skip
    return packed({name: text.encode() for name, text in files.items()} | dict(extra or {}))


def packed(files: Mapping[str, bytes]) -> bytes:
    """A Word file of some parts, with what holds them together."""
    names = [name.removeprefix("word/").removesuffix(".xml") for name in files]
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{base}.{TYPES[name]}+xml"/>'
        for name in names
        if name in TYPES
    )
    related = "".join(
        f'<Relationship Id="{name}" Type="{R}/{KINDS[name]}" Target="{name}.xml"/>' for name in names if name in KINDS
    )
    holding = {
        "[Content_Types].xml": f'<Types xmlns="{OPC}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{OPC}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{OPC}/relationships">{related}</Relationships>',
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ({name: text.encode() for name, text in holding.items()} | dict(files)).items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


@dataclass(frozen=True)
class Broken:
    """What is changed in the clean paper so that one rule is broken once."""

    parts: Mapping[str, P | Raw | None] = field(default_factory=dict)
    sheet: Sheet = field(default_factory=Sheet)

    def content(self) -> bytes:
        changed = {**CLEAN, **self.parts}
        return made([part for part in changed.values() if part is not None], self.sheet)


def but(name: str, **changes: object) -> Broken:
    """The clean paper with one paragraph changed."""
    part = CLEAN[name]
    assert isinstance(part, P)
    return Broken({name: replace(part, **changes)})  # type: ignore[arg-type]


def on(**changes: object) -> Broken:
    """The clean paper with the sheet changed."""
    return Broken({}, replace(Sheet(), **changes))  # type: ignore[arg-type]
