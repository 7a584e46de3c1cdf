"""Takes nothing, gives the table of rules of the page: one line per rule."""

from __future__ import annotations

from docgen.inspection.lint import closing, fonts, head, headings, imprint, mends, page_number, sheet, writing
from docgen.inspection.lint.rule import Rule
from docgen.page import Strength

_MUST, _SHOULD, _USUAL = Strength.RULE, Strength.ADVICE, Strength.PRACTICE

RULES: tuple[Rule, ...] = (
    # the sheet
    Rule("paper-size", _MUST, "5.1", sheet.paper_size, mends.sheet_size, everywhere=True),
    Rule("page-margins", _MUST, "5.2.1", sheet.margins, mends.margins),
    Rule("page-lines", _SHOULD, "5.2.3", sheet.page_lines, mends.pitch),
    Rule("line-characters", _SHOULD, "5.2.3", sheet.line_characters, mends.tightness),
    Rule("paragraph-spaces", _USUAL, "", sheet.paragraph_spaces, mends.spaces),
    Rule("widow-control", _USUAL, "", sheet.widow_control, mends.widows),
    Rule("table-width", _USUAL, "", sheet.table_width, everywhere=True),
    Rule("blank-paragraphs", _USUAL, "", sheet.blank_paragraphs),
    # fonts
    Rule("body-font", _SHOULD, "5.2.2", fonts.body_font, mends.font),
    Rule("title-font", _SHOULD, "7.3.1", fonts.title_font, mends.font),
    Rule("heading-font", _SHOULD, "7.3.3", fonts.heading_font, mends.font),
    Rule("element-font", _SHOULD, "7.2", fonts.element_font, mends.font),
    Rule("attachment-label-font", _MUST, "7.3.7", fonts.attachment_label_font, mends.font),
    Rule("text-colour", _MUST, "5.2.4", fonts.text_colour, mends.black),
    Rule("title-bold", _USUAL, "", fonts.title_bold, mends.unbold),
    Rule("theme-fonts", _USUAL, "", fonts.theme_fonts, mends.named_fonts),
    Rule("quote-font", _USUAL, "", fonts.quote_font, mends.hints),
    Rule("latin-font", _USUAL, "", fonts.latin_font, mends.latin),
    # the head, the title, the addressee
    Rule("mark-colour", _MUST, "7.2.4", head.mark_colour),
    Rule("number-brackets", _MUST, "7.2.5", head.number_brackets),
    Rule("number-year", _MUST, "7.2.5", head.number_year),
    Rule("number-form", _MUST, "7.2.5", head.number_form),
    Rule("red-rule", _MUST, "7.2.7", head.red_rule),
    Rule("title-align", _MUST, "7.3.1", head.title_align, mends.centre),
    Rule("title-lines", _USUAL, "", head.title_lines),
    Rule("addressee-colon", _MUST, "7.3.2", head.addressee_colon),
    Rule("addressee-indent", _MUST, "7.3.2", head.addressee_indent, mends.indents),
    # the body
    Rule("body-indent", _SHOULD, "7.3.3", writing.body_indent, mends.indents),
    Rule("indent-blanks", _USUAL, "", writing.indent_blanks, mends.indents),
    Rule("heading-number", _SHOULD, "7.3.3", headings.heading_number),
    Rule("heading-order", _SHOULD, "7.3.3", headings.heading_order),
    Rule("heading-stop", _USUAL, "", headings.heading_stop),
    # the closing
    Rule("attachment-form", _MUST, "7.3.4", closing.attachment_form),
    Rule("attachment-numbers", _MUST, "7.3.4", closing.attachment_numbers),
    Rule("attachment-marks", _USUAL, "", closing.attachment_marks),
    Rule("attachment-indent", _MUST, "7.3.4", closing.attachment_indent, mends.indents),
    Rule("signature-place", _MUST, "7.3.5", closing.signature_place, mends.signatures),
    Rule("signature-blanks", _USUAL, "", closing.signature_blanks, mends.signatures),
    Rule("date-form", _MUST, "7.3.5.4", closing.date_form),
    Rule("note-brackets", _MUST, "7.3.6", closing.note_brackets),
    Rule("note-indent", _MUST, "7.3.6", closing.note_indent, mends.indents),
    Rule("attachment-label", _MUST, "7.3.7", closing.attachment_label),
    # the imprint
    Rule("imprint-place", _MUST, "7.4.1", imprint.place),
    Rule("imprint-rules", _SHOULD, "7.4.1", imprint.rules, mends.imprint_rules),
    Rule("imprint-stop", _MUST, "7.4.2", imprint.stop),
    Rule("imprint-printed", _MUST, "7.4.3", imprint.printed),
    Rule("imprint-floats", _USUAL, "", imprint.floats),
    # page numbers
    Rule("page-number-missing", _SHOULD, "7.5", page_number.missing, mends.footers),
    Rule("page-number-typed", _USUAL, "", page_number.typed, mends.footers),
    Rule("page-number-dashes", _SHOULD, "7.5", page_number.dashes, mends.footers),
    Rule("page-number-font", _SHOULD, "7.5", page_number.font, mends.footers),
    Rule("page-number-side", _MUST, "7.5", page_number.side, mends.footers),
    Rule("page-number-indent", _MUST, "7.5", page_number.indent, mends.footers),
    Rule("page-number-drop", _MUST, "7.5", page_number.drop, mends.footers),
    # marks in the text
    Rule("text-date-zeros", _USUAL, "", writing.date_zeros),
    Rule("text-han-zero", _USUAL, "", writing.han_zero),
    Rule("text-cited-number", _USUAL, "", writing.cited_number),
    Rule("text-half-marks", _USUAL, "", writing.half_marks),
    Rule("text-idle-pause", _USUAL, "", writing.idle_pause),
)

_BY_CODE = {rule.code: rule for rule in RULES}


def rule_named(code: str) -> Rule:
    """Return a rule by its code; raise KeyError for an unknown one."""
    return _BY_CODE[code]
