"""Takes many findings of one sort, proves that they are said once, with the first places."""

from __future__ import annotations

from tests.inspection.papers import CLEAN, SENTENCE, P, made

from docgen.inspection.lint import gathered, look
from docgen.vocabulary import message

HEAD = list(CLEAN.values())[:6]


def test_the_same_in_many_paragraphs_is_said_once_with_the_first_places() -> None:
    content = made([*HEAD, *(P(SENTENCE, line=600) for _ in range(400))])
    (only,) = gathered(look(content, "甲.docx"))

    assert only.place.paragraph == 7
    assert only.values["count"] == 400
    assert message(only).endswith("（共 400 处：第7、8、9、10、11段等）。")


def test_what_differs_in_what_was_found_is_said_apart() -> None:
    content = made([*HEAD, P(SENTENCE, line=600), P(SENTENCE, line=660), P(SENTENCE, line=600)])

    assert [(each.values["found"], each.values.get("count")) for each in gathered(look(content, "甲.docx"))] == [
        ("每面 21 行（行距 30 磅）", 2),
        ("每面 19 行（行距 33 磅）", None),
    ]


def test_a_single_finding_stays_as_it_is() -> None:
    findings = look(made([*HEAD, P(SENTENCE, line=600)]), "甲.docx")

    assert gathered(findings) == findings
