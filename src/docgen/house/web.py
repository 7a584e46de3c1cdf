"""Takes an outline, gives the page template of its paper, and the style sheet that carries the numbers of a page."""

from __future__ import annotations

from docgen.house.outline import Layout, Outline
from docgen.house.styles import (
    ALL_STYLES,
    CELL_MARGINS_MM,
    DENSE_SIZE,
    FIELD_HEIGHT_MM,
    GAP_PT,
    HAND_HEIGHT_MM,
    HEAD_HEIGHT_MM,
    HEADER_MM,
    LOOKS,
    ROW_HEIGHT_MM,
    TABLE_BORDER_PT,
    WITH_BELOW,
    mark_steps,
)
from docgen.house.web_blocks import blocks
from docgen.page import (
    DEFAULT_PROFILE,
    Profile,
    body_css,
    css_family,
    page_css,
    page_number_css,
    profile_named,
    size_pt,
    style_css,
)
from docgen.page.distances import IMPRINT_INNER_WEIGHT, IMPRINT_OUTER_WEIGHT
from docgen.page.signature import SEALED_BEFORE_LINES
from docgen.page.units import number_css

SHEETS = {Layout.OFFICIAL: "official", Layout.RECORD: "record", Layout.BULLETIN: "bulletin", Layout.FORM: "form"}
"""The name of each layout's style sheet in templates/_shared, and its class."""
PAGE_CSS, STYLES_CSS = "_shared/page.css", "_shared/styles.css"
SEALED = "sealed"
"""The class of a signature that has room for a seal."""
_TEMPLATE = """\
{{% extends "_shared/base.html" %}}
{{% import "_shared/macros.html" as macros %}}
{{% block style %}}{{% include "_shared/{sheet}.css" %}}{{% endblock %}}
{{% block sheet %}}{classes}{{% endblock %}}
{{% block body %}}
{body}
{{% endblock %}}
"""


def write_html(outline: Outline) -> str:
    """Write a page template: jinja2, the body of the Word template in the same order."""
    sheet = SHEETS[outline.layout]
    classes = f"{sheet} landscape" if outline.landscape else sheet
    return _TEMPLATE.format(sheet=sheet, classes=classes, body="\n".join(blocks(outline.layout, outline.blocks)))


def write_css(profile: str = DEFAULT_PROFILE) -> str:
    """Write templates/_shared/page.css: every number of a profile, for screen and print."""
    page = profile_named(profile)
    return "".join((page_css(page), _landscape_css(page), body_css(page), page_number_css(page)))


def write_styles() -> str:
    """Write templates/_shared/styles.css: the styles and tables of every page, in the variables of its profile."""
    return "".join(
        (
            _variables_css(),
            _draft_css(),
            style_css(ALL_STYLES.values()),
            _mark_css(),
            _below_css(),
            _sealed_css(),
            _source_css(),
        )
    )


def _variables_css() -> str:
    above, beside = CELL_MARGINS_MM
    variables = {
        "table-border": f"{number_css(TABLE_BORDER_PT)}pt",
        "table-gap": f"{number_css(GAP_PT)}pt",
        "cell-padding": f"{number_css(above)}mm {number_css(beside)}mm",
        "dense-size": f"{number_css(size_pt(DENSE_SIZE))}pt",
        "head-height": f"{number_css(HEAD_HEIGHT_MM)}mm",
        "row-height": f"{number_css(ROW_HEIGHT_MM)}mm",
        "field-height": f"{number_css(FIELD_HEIGHT_MM)}mm",
        "hand-height": f"{number_css(HAND_HEIGHT_MM)}mm",
        "imprint-outer": IMPRINT_OUTER_WEIGHT.css,
        "imprint-inner": IMPRINT_INNER_WEIGHT.css,
    }
    return ":root {\n" + "".join(f"  --{name}: {value};\n" for name, value in variables.items()) + "}\n"


def _draft_css() -> str:
    """Write the margin box of the draft mark; variables do not reach margin boxes."""
    style = ALL_STYLES["draft"]
    return (
        "@page {\n@top-right {\n  content: string(draft);\n  vertical-align: top;\n"
        f"  padding-top: {number_css(HEADER_MM)}mm;\n"
        f"  font: {number_css(style.size_pt)}pt {css_family(style.font)};\n}}\n}}\n"
    )


def _mark_css() -> str:
    """Write the classes that set a long mark smaller."""
    sizes = enumerate(size for size, _ in mark_steps())
    return "".join(f".mark-{step} {{\n  font-size: {number_css(size_pt(size))}pt;\n}}\n" for step, size in sizes)


def _below_css() -> str:
    """Write the rules by which the line below a title takes over the blank that follows."""
    rules = []
    for look in LOOKS.values():
        after = number_css(ALL_STYLES[look.title].after)
        title = f".{look.title}.{WITH_BELOW}"
        rules.append(f"{title} {{\n  margin-bottom: 0;\n}}\n")
        rules.append(f"{title} + .{look.below} {{\n  margin-bottom: calc(var(--pitch) * {after});\n}}\n")
    return "".join(rules)


def _sealed_css() -> str:
    """Write the rule that leaves room for a seal above a signature."""
    return f".signature.{SEALED} {{\n  margin-top: calc(var(--pitch) * {number_css(SEALED_BEFORE_LINES)});\n}}\n"


def _source_css() -> str:
    """Write the rule of figures that lead to the appendix: as the text around them, with a dotted line on screen."""
    plain = "a.source {\n  color: inherit;\n  text-decoration: none;\n}\n"
    return plain + "@media screen {\na.source {\n  border-bottom: 1px dotted;\n}\n}\n"


def _landscape_css(page: Profile) -> str:
    """Write the page that is the upright one turned clockwise: its top margin is the binding edge."""
    size = f"{number_css(page.height_mm)}mm {number_css(page.width_mm)}mm"
    margins = (page.left_mm, page.top_mm, page.right_mm, page.bottom_mm)
    top, right, bottom, left = (f"{number_css(mm)}mm" for mm in margins)
    return (
        f"@page landscape {{\n  size: {size};\n  margin: {top} {right} {bottom} {left};\n}}\n"
        f".landscape {{\n  page: landscape;\n  --page-top: {top};\n  --page-right: {right};\n"
        f"  --page-bottom: {bottom};\n  --page-left: {left};\n"
        f"  --text-width: {number_css(page.text_height_mm)}mm;\n  --text-height: {number_css(page.text_width_mm)}mm;\n}}\n"
    )
