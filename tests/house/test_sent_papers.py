"""Takes outlines of papers that are sent out, proves what stands above and below their text in each format."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree, html
from tests.house.reading import NAMES, W, Word, html_text, rendered

from docgen.formats import Format
from docgen.house.outline import (
    Addressee,
    AttachmentPages,
    Attachments,
    Head,
    Imprint,
    Layout,
    Outline,
    Paragraph,
    Remark,
    Signature,
    Title,
)
from docgen.page import profile_named, signature
from docgen.page.signature import SEALED_BEFORE_LINES

OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        Head("{{ 标志 }}", "{{ 文号 }}", signer="{{ 签发人 }}"),
        Title("{{ 标题 }}"),
        Addressee("{{ 主送 }}"),
        Paragraph("{{ 正文 }}"),
        Attachments("附件", "{{ 件.名称 }}"),
        Signature("{{ 署名 }}", "{{ 日期 }}", seal="盖章"),
        Remark("{{ 附注 }}"),
        AttachmentPages("附件"),
        Imprint("{{ 抄送 }}", "{{ 印发机关 }}", "{{ 印发 }}"),
    ),
)
HEADING = {"文": "一、签到", "一级": True, "二级": False}
WORDS = {"文": "会前签到。", "一级": False, "二级": False}
LIST = {"名称": "名单", "正文": []}
AGENDA = {"名称": "预备党员转正票决的办法和程序以及监票人计票人的分工安排", "正文": [HEADING, WORDS]}
CONTEXT: dict[str, Any] = {
    "题名": "通知", "署名单位": "某支部", "草稿": "", "标志": "某支部文件", "文号": "某〔2020〕1号", "签发人": "", "标题": "通知",
    "主送": "全体党员", "正文": "现通知如下。", "附件": [LIST, AGENDA], "盖章": False, "署名": "中共某某局第一支部委员会",
    "日期": "2020年3月5日", "附注": "此件公开发布", "抄送": "某局党委", "印发机关": "某支部", "印发": "2020年3月5日",
}  # fmt: skip


def word(**changed: Any) -> Word:
    return Word.read(rendered(OUTLINE, Format.DOCX, CONTEXT | changed))


def page(**changed: Any) -> Any:
    return html.fromstring(rendered(OUTLINE, Format.HTML, CONTEXT | changed).decode())


def styled(paper: Word) -> list[tuple[str, str]]:
    """Return the style and the text of every paragraph that says something, text boxes left out."""
    found = []
    for each in paper.find("document", "//w:body/w:p"):
        said = "".join(each.xpath("w:r/w:t/text()", namespaces=NAMES))
        if said:
            found.append((each.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMES), said))
    return found


def test_a_paper_ends_with_its_signature_its_remark_and_its_attachments_in_this_order() -> None:
    assert [pair for pair in styled(word()) if pair[0] != "body"][4:] == [
        ("attachment-note", "附件：1.名单"),
        ("attachment-note-next", f"2.{AGENDA['名称']}"),
        ("signature", CONTEXT["署名"]),
        ("date", CONTEXT["日期"]),
        ("note", "（此件公开发布）"),
        ("attachment-label", "附件2"),
        ("attachment-title", AGENDA["名称"]),
        ("heading1", "一、签到"),
    ]


def test_the_imprint_hangs_on_the_last_paragraph_after_the_attachments() -> None:
    *_, last = word().find("document", "//w:body/w:p")
    assert last.xpath("count(.//wp:anchor)", namespaces=NAMES) == 1
    before, imprint = page().find(".//main")[-2:]
    assert before.get("class") == "body"
    assert "抄送：某局党委。" in imprint.text_content()


def test_an_attachment_without_a_text_has_no_page_but_counts() -> None:
    classes = [each.text_content() for each in page().find_class("attachment-label")]
    assert classes == ["附件2"]


def test_an_only_attachment_has_no_number() -> None:
    paper = word(附件=[AGENDA])
    assert ("attachment-label", "附件") in styled(paper)
    assert ("attachment-note-single", f"附件：{AGENDA['名称']}") in styled(paper)
    assert html_text(rendered(OUTLINE, Format.HTML, CONTEXT | {"附件": [AGENDA]})) == paper.text()


def test_an_attachment_begins_a_page_and_its_title_breaks_by_words() -> None:
    (style,) = word().find("styles", "//w:style[@w:styleId='attachment-label']")
    assert style.find("w:pPr/w:pageBreakBefore", NAMES) is not None
    (title,) = page().find_class("attachment-title")
    assert [title.text, *(each.tail for each in title)] == [
        "预备党员转正票决的办法和程序",
        "以及监票人计票人的分工安排",
    ]


def test_a_title_stands_on_the_third_row_and_a_blank_line_below_it() -> None:
    paper = word()
    (before,) = paper.find("styles", "//w:style[@w:styleId='attachment-title']/w:pPr/w:spacing/@w:before")
    assert int(before) == profile_named().pitch_twips
    (title,) = paper.find("document", "//w:p[w:pPr/w:pStyle/@w:val='attachment-title']")
    assert "".join(title.getnext().itertext()) == ""


def test_the_text_above_holds_on_to_the_note_of_attachments_that_to_the_signature_and_the_last_to_the_imprint() -> None:
    kept = word().find("document", "//w:body/w:p[w:pPr/w:keepNext]//w:t/text()")
    assert kept[-5:] == ["现通知如下。", "附件：", "1.名单", f"2.{AGENDA['名称']}", "会前签到。"]


def test_a_message_says_the_attachments_too() -> None:
    message = rendered(OUTLINE, Format.TXT, CONTEXT).decode()
    assert message.splitlines()[-8:] == [
        "　　（此件公开发布）",
        "",
        "附件2",
        AGENDA["名称"],
        "　　一、签到",
        "　　会前签到。",
        "抄送：某局党委。",
        "某支部　2020年3月5日印发",
    ]


def test_a_signer_stands_right_in_kai_and_the_number_left() -> None:
    paper = word(签发人="张一")
    assert ("number-with-signer", "某〔2020〕1号签发人：张一") in styled(paper)
    assert paper.find("document", "//w:r[w:rPr/w:rStyle/@w:val='signer-name']/w:t/text()") == ["张一"]
    (name,) = page(签发人="张一").find_class("signer-name")
    assert (name.text, name.getparent().get("class")) == ("张一", "end")


def test_without_a_signer_the_number_is_centred() -> None:
    assert ("number", "某〔2020〕1号") in styled(word())
    assert not page().find_class("number-with-signer")


@pytest.mark.parametrize("sealed", [True, False])
def test_a_seal_has_room_in_both_clothes_when_it_is_asked_for(sealed: bool) -> None:
    wanted = signature(CONTEXT["署名"], CONTEXT["日期"], seal=sealed)
    (date,) = word(盖章=sealed).find("document", "//w:pPr[w:pStyle/@w:val='date']/w:ind/@w:rightChars")
    assert int(date) == wanted.date_right_chars * 100
    above = word(盖章=sealed).find("document", "//w:pPr[w:pStyle/@w:val='signature']/w:spacing/@w:before")
    assert above == ([str(SEALED_BEFORE_LINES * profile_named().pitch_twips)] if sealed else [])
    (name,) = page(盖章=sealed).xpath("//p[contains(@class, 'signature')]")
    assert (name.get("class") == "signature sealed") is sealed
    assert name.get("style") == f"--signature-right: {wanted.name_right_chars:g}"


def test_a_title_without_an_addressee_has_a_blank_line_below_it() -> None:
    following = "//w:p[w:pPr/w:pStyle/@w:val='title']/following-sibling::w:p[1]"
    (blank,), (addressee,) = (word(主送=text).find("document", following) for text in ("", "全体党员"))
    assert "".join(blank.itertext()) == ""
    assert "".join(addressee.itertext()) == "全体党员："
    assert [len(page(主送=text).find_class("blank")) for text in ("", "全体党员")] == [2, 1]


def test_every_paragraph_properties_keep_the_order_of_the_schema() -> None:
    order = ["pStyle", "keepNext", "spacing", "ind"]
    for properties in word(盖章=True, 签发人="张一").find("document", "//w:pPr"):
        names = [etree.QName(each).localname for each in properties]
        assert names == sorted(names, key=order.index)
        assert all(str(each.tag).startswith(f"{{{W}}}") for each in properties)
