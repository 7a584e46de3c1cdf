"""Takes nothing, gives the page of official papers in numbers, once: GB/T 9704-2012 and the practice around it."""

from __future__ import annotations

from docgen.page.css import body_css, font_variable, page_css, page_number_css, style_css
from docgen.page.fonts import FONTS, Font, Role, Substitute, css_family, font_families, official_name
from docgen.page.official import IMPRINT_BOX
from docgen.page.profile import DEFAULT_PROFILE, PROFILES, Profile, profile_named
from docgen.page.signature import SignatureIndents, signature
from docgen.page.sizes import SIZES, size_half_points, size_name, size_pt
from docgen.page.strength import Strength
from docgen.page.style import (
    Align,
    Kind,
    Layout,
    Pitch,
    Rule,
    Style,
    indent_twips,
    line_spacing,
    mark_line_twips,
    space_twips,
)
from docgen.page.styles import STYLES, style_named, style_of_word
from docgen.page.title_lines import TITLE_FILTER, TITLE_WIDTH, title_lines
from docgen.page.words import words

__all__ = [
    "DEFAULT_PROFILE",
    "FONTS",
    "IMPRINT_BOX",
    "PROFILES",
    "SIZES",
    "STYLES",
    "TITLE_FILTER",
    "TITLE_WIDTH",
    "Align",
    "Font",
    "Kind",
    "Layout",
    "Pitch",
    "Profile",
    "Role",
    "Rule",
    "SignatureIndents",
    "Strength",
    "Style",
    "Substitute",
    "body_css",
    "css_family",
    "font_families",
    "font_variable",
    "indent_twips",
    "line_spacing",
    "mark_line_twips",
    "official_name",
    "page_css",
    "page_number_css",
    "profile_named",
    "signature",
    "size_half_points",
    "size_name",
    "size_pt",
    "space_twips",
    "style_css",
    "style_named",
    "style_of_word",
    "title_lines",
    "words",
]
