"""Takes a profile and styles, gives the CSS that carries their numbers, so that style sheets hold none."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.page.distances import DASH_DEPTH_EMS, PAGE_NUMBER_DROP, RED_RULE_DROP
from docgen.page.fonts import FONTS, Role, css_family
from docgen.page.profile import Profile
from docgen.page.style import MARK_LINE_EMS, Kind, Pitch, Rule, Style
from docgen.page.styles import STYLES, style_named
from docgen.page.units import mm_to_pt, number_css

ODD_PAGE, EVEN_PAGE = "page-number-odd", "page-number-even"
PAGE_NUMBER_CONTENT = '"\\2014\\20" counter(page) "\\20\\2014"'
END_CLASS = "end"
MARK_BLANK_EMS = 0.085
"""Blank above a mark in its line: css lays baselines by the font's own ascent, 0.12 em in Noto, 0.05 em in 小标宋 (measured)."""
LINE_HEIGHTS = {
    Pitch.BODY: "var(--pitch)",
    Pitch.TITLE: "var(--title-pitch)",
    Pitch.MARK: number_css(MARK_LINE_EMS),
    Pitch.AT_LEAST: "max(var(--pitch), 1.2em)",
    Pitch.SINGLE: "1.3",
}


def page_css(profile: Profile) -> str:
    """Write the @page rule and the variables of a profile; every other style sheet reads these."""
    margins = [f"{number_css(mm)}mm" for mm in (profile.top_mm, profile.right_mm, profile.bottom_mm, profile.left_mm)]
    size = f"{number_css(profile.width_mm)}mm {number_css(profile.height_mm)}mm"
    variables = {
        **dict(zip(("--page-top", "--page-right", "--page-bottom", "--page-left"), margins, strict=True)),
        "--text-width": f"{number_css(profile.text_width_mm)}mm",
        "--text-height": f"{number_css(profile.text_height_mm)}mm",
        "--pitch": f"{number_css(profile.pitch_pt)}pt",
        "--title-pitch": f"{number_css(profile.title_pitch_pt)}pt",
        "--run-spacing": f"{number_css(profile.run_spacing_pt)}pt",
        "--char": f"{number_css(profile.character_pt)}pt",
        "--body-size": f"{number_css(profile.body_pt)}pt",
        # The lower half of what a line has more than its characters is above the rule already.
        "--red-rule-drop": f"calc({RED_RULE_DROP.css} - {number_css((profile.pitch_pt - profile.body_pt) / 2)}pt)",
        "--inset-top": f"{number_css(profile.inset_top_mm)}mm",
        **{font_variable(role): css_family(role) for role in FONTS},
    }
    root = "".join(f"  {name}: {value};\n" for name, value in variables.items())
    return f"@page {{\n  size: {size};\n  margin: {' '.join(margins)};\n}}\n{_imprint_css(profile)}:root {{\n{root}}}\n"


def _imprint_css(profile: Profile) -> str:
    """Write the page's footnote, which is the imprint: its last rule lies on the bottom of 版心 (7.4.1)."""
    inset = f"0 0 {number_css(profile.inset_bottom_mm)}mm"
    return f"@page {{\n{_rule('@footnote', {'border': '0', 'margin': '0', 'padding': inset})}}}\n"


def body_css(profile: Profile) -> str:
    """Write the rule of the body element: its font, pitch and spacing give 22 lines of 28 characters."""
    declarations = {
        "margin": "0",
        "font": f"{number_css(profile.body_pt)}pt/{number_css(profile.pitch_pt)}pt {css_family(Role.FANG)}",
        "letter-spacing": f"{number_css(profile.run_spacing_pt)}pt",
        "orphans": "1",
        "widows": "1",
    }
    return _rule("body", declarations)


def page_number_css(profile: Profile) -> str:
    """Write the margin boxes of the page number: 7 mm below the text, odd pages right, even ones left (7.5)."""
    odd, even = style_named(ODD_PAGE), style_named(EVEN_PAGE)
    boxes = (
        (":right", "@bottom-right", odd, "padding-right", odd.right),
        (":left", "@bottom-left", even, "padding-left", even.left),
    )
    text = ""
    for page, box, style, side, chars in boxes:
        declarations = {
            "content": PAGE_NUMBER_CONTENT,
            "font": f"{number_css(style.size_pt)}pt/1 {css_family(style.font)}",
            "vertical-align": "top",
            "padding-top": f"{number_css(_number_drop_pt(profile, style))}pt",
            side: f"{number_css(style.size_pt * chars)}pt",
        }
        text += f"@page {page} {{\n{_rule(box, declarations)}}}\n"
    return text


def _number_drop_pt(profile: Profile, style: Style) -> float:
    """Return the blank above the page number's line, whose dash begins somewhat below the line's own top."""
    return round(PAGE_NUMBER_DROP.pt - mm_to_pt(profile.inset_bottom_mm) - DASH_DEPTH_EMS * style.size_pt, 2)


def style_css(styles: Iterable[Style] = tuple(STYLES.values())) -> str:
    """Write one rule for each style; lengths refer to the variables of page_css.

    Where a style has a right tab, the element of class `end` inside stands at it.
    """
    return "".join(_rule(f".{style.css_class}", _declarations(style)) + _end_rule(style) for style in styles)


def font_variable(role: Role) -> str:
    """Return the name of the CSS variable that holds a face's chain."""
    return f"--font-{role.name.lower()}"


def _declarations(style: Style) -> dict[str, str]:
    declarations = {
        "font-family": f"var({font_variable(style.font)})",
        "font-size": f"{number_css(style.size_pt)}pt",
        "font-weight": "bold" if style.bold else "normal",
        "color": f"#{style.colour}",
        "letter-spacing": "var(--run-spacing)" if style.tight else "0",
    }
    if style.kind is Kind.PARAGRAPH:
        declarations |= _paragraph(style)
    else:
        # A face whose baseline lies elsewhere in its line would make the line of its paragraph higher.
        declarations["line-height"] = "1"
    return declarations


def _paragraph(style: Style) -> dict[str, str]:
    declarations = {
        "line-height": LINE_HEIGHTS[style.pitch],
        "text-align": style.align.value,
        "margin": f"{_lines(style.before, style.before_mm)} 0 {_lines(style.after)}",
    }
    left, right = _chars(style, style.left), _chars(style, style.end_tab or style.right)
    if style.computed_right:
        right = f"calc(var(--char) * var(--{style.key}-right, {number_css(style.right)}))"
    declarations["text-indent"] = _chars(style, style.first_line)
    declarations["padding"] = f"0 {right} 0 {left}"
    if style.keep_with_next:
        declarations["break-after"] = "avoid"
    if style.page_break_before:
        declarations["break-before"] = "page"
    if style.rule:
        declarations |= _underline(style.rule)
    return declarations


def _end_rule(style: Style) -> str:
    if style.end_tab is None:
        return ""
    return _rule(f".{style.css_class} > .{END_CLASS}", {"float": "right", "text-indent": "0", "white-space": "nowrap"})


def _underline(rule: Rule) -> dict[str, str]:
    return {
        "padding-bottom": "var(--red-rule-drop)" if rule.space_pt else "0",
        "border-bottom": f"{number_css(rule.weight_pt)}pt solid #{rule.colour}",
    }


def _chars(style: Style, chars: float) -> str:
    if not chars:
        return "0"
    return f"calc(var(--char) * {number_css(chars)})" if style.tight else f"{number_css(chars)}em"


def _lines(lines: float, mm: float = 0) -> str:
    if mm:
        return f"calc({number_css(mm)}mm + var(--inset-top) - {number_css(MARK_BLANK_EMS)}em)"
    return f"calc(var(--pitch) * {number_css(lines)})" if lines else "0"


def _rule(selector: str, declarations: dict[str, str]) -> str:
    body = "".join(f"  {name}: {value};\n" for name, value in declarations.items())
    return f"{selector} {{\n{body}}}\n"
