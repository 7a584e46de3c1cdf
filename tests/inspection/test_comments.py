"""Takes Word files and remarks, proves that a copy bears them as comments and is otherwise the same file."""

from __future__ import annotations

import os
import subprocess
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

import docgen
from docgen.errors import UsageError
from docgen.inspection.comments import COMMENTS_TYPE, Remark, with_comments
from docgen.inspection.package import relationships, with_parts
from docgen.ooxml.names import CONTENT_TYPES_PART
from docgen.parcel import unpack

MAIN = "word/document.xml"
COMMENTS = "word/comments.xml"
MEETING = "一支部/2020/06/2020-06-03-支委会"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# docgen's papers have no theme, lest theme fonts come before the official ones; ECMA-376 lets a file do without.
NO_THEME = "relationships/theme' is missing"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def w(name: str) -> str:
    return f"{{{W}}}{name}"


@pytest.fixture(scope="module")
def papers(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Papers of docgen with tables, headers and a text box, by kind."""
    out = tmp_path_factory.mktemp("papers")
    workspace = docgen.open_workspace(samples)
    done = docgen.render(workspace, MEETING, kinds=["minutes", "sign-in-sheet"], to=["docx"], out=out)
    return {outcome.kind: (out / outcome.path).read_bytes() for outcome in done.outcomes}


@pytest.fixture(scope="module")
def minutes(papers: dict[str, bytes]) -> bytes:
    return papers["minutes"]


def body(content: bytes) -> etree._Element:
    return etree.fromstring(unpack(content)[MAIN])


def paragraphs(content: bytes) -> list[etree._Element]:
    return list(body(content).iter(w("p")))


def text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(w("t")))


def comments(content: bytes) -> dict[str, str]:
    """The comments of a file by id."""
    root = etree.fromstring(unpack(content)[COMMENTS])
    return {str(each.get(w("id"))): text(each) for each in root.iter(w("comment"))}


def anchors(content: bytes) -> dict[str, int]:
    """Which paragraph each comment's reference stands in, by id."""
    return {
        str(mark.get(w("id"))): number
        for number, paragraph in enumerate(paragraphs(content), 1)
        for mark in paragraph.iterchildren(w("r"))
        for mark in mark.iterchildren(w("commentReference"))
    }


def made(parts: Mapping[str, str]) -> bytes:
    """A Word file with a body and other parts given as XML."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            CONTENT_TYPES_PART,
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{relation}" Target="{MAIN}"/></Relationships>',
        )
        for name, xml in parts.items():
            archive.writestr(name, xml)
    return packed.getvalue()


def document(inner: str, namespace: str = W) -> str:
    return f'<w:document xmlns:w="{namespace}"><w:body>{inner}</w:body></w:document>'


def test_a_remark_becomes_a_comment_around_its_paragraph(minutes: bytes) -> None:
    number = next(index for index, each in enumerate(paragraphs(minutes), 1) if text(each).startswith("出席"))
    done = with_comments(minutes, [Remark(MAIN, number, "这里少一个人。")], author="检查")

    paragraph = paragraphs(done)[number - 1]
    names = [etree.QName(each).localname for each in paragraph]
    assert names[:2] == ["pPr", "commentRangeStart"]
    assert names[-2:] == ["commentRangeEnd", "r"]
    assert text(paragraph) == text(paragraphs(minutes)[number - 1])
    comment = etree.fromstring(unpack(done)[COMMENTS])[0]
    assert (comment.get(w("author")), comment.get(w("initials")), text(comment)) == ("检查", "检", "这里少一个人。")


def test_an_empty_paragraph_takes_a_comment_too() -> None:
    done = with_comments(
        made({MAIN: document("<w:p/><w:p><w:pPr/></w:p>")}), [Remark("", 2, "空"), Remark("", 1, "也空")]
    )

    assert anchors(done) == {"0": 2, "1": 1}
    assert comments(done) == {"0": "空", "1": "也空"}


def test_remarks_on_one_paragraph_stay_separate_comments(minutes: bytes) -> None:
    done = with_comments(minutes, [Remark(MAIN, 3, "一"), Remark(MAIN, 3, "二"), Remark(MAIN, 4, "三")])

    assert comments(done) == {"0": "一", "1": "二", "2": "三"}
    assert anchors(done) == {"0": 3, "1": 3, "2": 4}
    marks = [etree.QName(each).localname for each in paragraphs(done)[2] if each.get(w("id")) is not None]
    assert marks == ["commentRangeStart"] * 2 + ["commentRangeEnd"] * 2


def test_comments_that_were_there_stay_and_ids_stay_unique(minutes: bytes) -> None:
    once = with_comments(minutes, [Remark(MAIN, 3, "第一次"), Remark(MAIN, 5, "又一处")])
    twice = with_comments(once, [Remark(MAIN, 3, "第二次")])

    assert comments(twice) == {"0": "第一次", "1": "又一处", "2": "第二次"}
    assert anchors(twice) == {"0": 3, "1": 5, "2": 3}
    kinds = [each.kind for each in relationships(unpack(twice), MAIN)]
    assert sum(kind.endswith("/comments") for kind in kinds) == 1
    assert unpack(twice)[CONTENT_TYPES_PART].count(COMMENTS_TYPE.encode()) == 1


@pytest.mark.parametrize(
    ("part", "paragraph", "said"),
    [
        ("word/header1.xml", 1, "（页眉第1段）太低"),
        ("word/styles.xml", 0, "（样式）太低"),
        (MAIN, 0, "太低"),
        ("", 0, "太低"),
    ],
)
def test_what_cannot_stand_at_its_place_stands_at_the_first_paragraph(
    minutes: bytes, part: str, paragraph: int, said: str
) -> None:
    done = with_comments(minutes, [Remark(part, paragraph, "太低")])

    assert comments(done) == {"0": said}
    assert anchors(done) == {"0": 1}


def test_a_remark_on_a_text_box_stands_at_the_paragraph_that_holds_it() -> None:
    box = "<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p>"
    done = with_comments(made({MAIN: document(f"<w:p/>{box}")}), [Remark(MAIN, 3, "框里")])

    assert comments(done) == {"0": "（第3段）框里"}
    assert anchors(done) == {"0": 2}


def test_every_part_that_needs_no_change_keeps_its_bytes_and_its_place(minutes: bytes) -> None:
    before, after = unpack(minutes), unpack(with_comments(minutes, [Remark(MAIN, 3, "一")]))
    changed = {name for name in after if after[name] != before.get(name)}

    assert changed == {MAIN, COMMENTS, "word/_rels/document.xml.rels", CONTENT_TYPES_PART}
    assert list(after) == [*before, COMMENTS]


def test_the_same_remarks_give_the_same_bytes_and_none_the_file_itself(minutes: bytes) -> None:
    remarks = [Remark(MAIN, 3, "一")]

    assert with_comments(minutes, remarks) == with_comments(minutes, remarks)
    assert with_comments(minutes, []) is minutes


def test_a_strict_file_is_commented_in_its_own_namespace() -> None:
    relation = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    rels = unpack(made({}))["_rels/.rels"].decode()
    rels = rels.replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", relation)
    strict = with_parts(made({MAIN: document("<w:p/>", STRICT)}), {"_rels/.rels": rels.encode()})

    parts = unpack(with_comments(strict, [Remark("", 1, "一")]))

    assert f"{{{STRICT}}}comments" == etree.fromstring(parts[COMMENTS]).tag
    assert f"{relation}/comments".encode() in parts["word/_rels/document.xml.rels"]


def test_a_remark_of_several_lines_has_a_paragraph_for_each_and_no_unwritable_character() -> None:
    done = with_comments(made({MAIN: document("<w:p/>")}), [Remark("", 1, "一\x00<&\n二")])

    comment = etree.fromstring(unpack(done)[COMMENTS])[0]
    assert [text(each) for each in comment] == ["一<&", "二"]


def test_a_file_without_a_paragraph_gets_the_empty_one_that_word_would_give_it() -> None:
    section = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
    done = with_comments(made({MAIN: document(section)}), [Remark("", 0, "纸张不是 A4")])

    assert [etree.QName(each).localname for each in next(iter(body(done)))] == ["p", "sectPr"]
    assert (comments(done), anchors(done)) == ({"0": "纸张不是 A4"}, {"0": 1})


@pytest.mark.parametrize("content", [b"no zip", made({}), made({MAIN: "<w:document"})])
def test_what_cannot_be_commented_is_refused(content: bytes) -> None:
    with pytest.raises(UsageError, match="comments-refused"):
        with_comments(content, [Remark(MAIN, 1, "一")])


@pytest.mark.parametrize("kind", ["minutes", "sign-in-sheet"])
def test_a_commented_paper_breaks_no_rule_of_the_schema(kind: str, papers: dict[str, bytes], tmp_path: Path) -> None:
    paper = papers[kind]
    count = len(paragraphs(paper))
    assert count > 10
    remarks = [Remark(MAIN, number, f"第{number}处") for number in range(1, count + 1)]
    (tmp_path / "paper.docx").write_bytes(with_comments(paper, [*remarks, Remark("word/footer1.xml", 1, "页码")]))

    result = OpenXmlValidator().validate(tmp_path / "paper.docx")

    assert [str(error) for error in result.errors if NO_THEME not in str(error)] == []
    opened = docx.Document(str(tmp_path / "paper.docx"))
    assert len(list(opened.comments)) == count + 1


@pytest.mark.office
def test_an_office_program_keeps_every_comment(minutes: bytes, root: Path, tmp_path: Path) -> None:
    count = len(paragraphs(minutes))
    remarks = [Remark(MAIN, number, f"第{number}处") for number in range(1, count + 1)]
    (tmp_path / "纪要.docx").write_bytes(with_comments(minutes, remarks))
    environment = {**os.environ, "FONTCONFIG_FILE": str(root / "src/docgen/renderers/fonts.conf")}
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    subprocess.run(
        [*command, str(tmp_path / "saved"), str(tmp_path / "纪要.docx")],
        check=True, env=environment, capture_output=True, timeout=120,
    )  # fmt: skip

    saved = comments((tmp_path / "saved/纪要.docx").read_bytes())
    assert {each.rpartition("）")[2] for each in saved.values()} == {remark.text for remark in remarks}
