"""Takes profiles and styles, checks the CSS that carries their numbers."""

from __future__ import annotations

import pytest
import tinycss2  # type: ignore[import-untyped]

import docgen.page
from docgen.page import PROFILES, STYLES, body_css, page_css, page_number_css, style_css, style_named

GB9704 = PROFILES["gb9704"]


def declarations(css: str) -> dict[str, str]:
    lines = [line.strip() for line in css.splitlines()]
    return dict(line.removesuffix(";").split(": ", 1) for line in lines if line.endswith(";"))


def test_the_page_has_the_margins_of_its_profile() -> None:
    assert "@page {\n  size: 210mm 297mm;\n  margin: 37mm 26mm 35mm 28mm;\n}" in page_css(GB9704)
    assert "margin: 34.58mm 26mm 32.58mm 28mm;" in page_css(PROFILES["gb33476"])


def test_the_variables_hold_what_was_measured() -> None:
    variables = declarations(page_css(GB9704))
    expected = {
        "--page-top": "37mm",
        "--page-right": "26mm",
        "--page-bottom": "35mm",
        "--page-left": "28mm",
        "--text-width": "156mm",
        "--text-height": "225mm",
        "--pitch": "28.95pt",
        "--title-pitch": "36pt",
        "--run-spacing": "-0.25pt",
        "--char": "15.75pt",
        "--body-size": "16pt",
        "--red-rule-drop": "calc(4mm - 6.475pt)",
    }
    assert {name: variables[name] for name in expected} == expected
    assert variables["--font-fang"].startswith('"仿宋_GB2312"')


def test_the_body_is_set_solid_without_orphan_control() -> None:
    body = declarations(body_css(GB9704))
    assert body["font"].startswith("16pt/28.95pt ")
    assert (body["letter-spacing"], body["orphans"], body["widows"], body["margin"]) == ("-0.25pt", "1", "1", "0")


def test_the_page_number_stands_7_mm_below_the_text_by_parity() -> None:
    css = page_number_css(GB9704)
    odd, even = css.split("@page :left")
    assert "@bottom-right" in odd
    assert "padding-right: 14pt;" in odd
    assert "@bottom-left" in even
    assert "padding-left: 14pt;" in even
    assert css.count("padding-top: 11.16pt;") == css.count('content: "\\2014\\20" counter(page) "\\20\\2014";') == 2


def test_body_paragraphs_are_indented_by_two_characters_of_the_grid() -> None:
    body = declarations(style_css([style_named("body")]))
    assert body["text-indent"] == "calc(var(--char) * 2)"
    assert (body["line-height"], body["letter-spacing"]) == ("var(--pitch)", "var(--run-spacing)")
    assert (body["text-align"], body["margin"], body["font-weight"]) == ("justify", "0 0 0", "normal")


def test_the_title_is_not_bold_and_holds_to_its_text() -> None:
    title = declarations(style_css([style_named("title")]))
    assert (title["font-size"], title["font-weight"], title["line-height"]) == ("22pt", "normal", "var(--title-pitch)")
    assert (title["margin"], title["break-after"]) == ("calc(var(--pitch) * 2) 0 0", "avoid")


def test_a_signature_reads_its_indent_from_a_variable() -> None:
    padding = declarations(style_css([style_named("signature")]))["padding"]
    assert padding == "0 calc(var(--char) * var(--signature-right, 2)) 0 0"


def test_a_right_tab_is_an_element_at_the_right() -> None:
    css = style_css([style_named("imprint-issuer")])
    assert "padding: 0 1em 0 0;" in css
    assert ".imprint-issuer > .end {\n  float: right;" in css


def test_the_number_carries_the_red_rule() -> None:
    number = declarations(style_css([style_named("number")]))
    assert number["border-bottom"] == "1.5pt solid #FF0000"
    assert number["padding-bottom"] == "var(--red-rule-drop)"


def test_character_styles_set_no_paragraph() -> None:
    label = declarations(style_css([style_named("people-label")]))
    assert label["font-family"] == "var(--font-hei)"
    assert "margin" not in label


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_the_whole_sheet_parses_and_has_every_style(profile: docgen.page.Profile) -> None:
    css = page_css(profile) + body_css(profile) + page_number_css(profile) + style_css()
    rules = tinycss2.parse_stylesheet(css, skip_whitespace=True)
    assert not [rule for rule in rules if rule.type == "error"]
    selectors = {tinycss2.serialize(rule.prelude).strip() for rule in rules if rule.type == "qualified-rule"}
    assert {f".{key}" for key in STYLES} <= selectors
    declared = {name for name in css.split() if name.startswith("--") and name.endswith(":")}
    used = {part.split(")")[0].split(",")[0] for part in css.split("var(")[1:]}
    assert {f"{name}:" for name in used - {"--signature-right", "--date-right"}} <= declared


def test_every_public_name_exists() -> None:
    assert all(hasattr(docgen.page, name) for name in docgen.page.__all__)
