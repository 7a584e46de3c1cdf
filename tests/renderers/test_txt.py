"""Takes text templates, gives messages."""

from __future__ import annotations

from typing import Any

from docgen.formats import Format
from docgen.renderers import render


def test_a_message_has_no_runs_of_blank_lines_and_ends_with_its_line(page_template: Any) -> None:
    source = "\n\n各位：\n{% if 否 %}\n无\n{% endif %}\n\n\n\n请于{{ 时间 }}到会。  \n{% for 项 in 项们 %}\n- {{ 项 }}\n{% endfor %}\n\n"

    content = render(
        page_template(source, Format.TXT), {"否": False, "时间": "9:00 & <后>", "项们": ["甲", "乙"]}
    ).content

    assert content.decode() == "各位：\n\n请于9:00 & <后>到会。\n- 甲\n- 乙\n"


def test_a_picture_leaves_nothing(page_template: Any, picture: Any) -> None:
    token, assets = picture

    assert render(page_template("[{{ 图 | 图片 }}]", Format.TXT), {"图": token}, assets).content == b"[]\n"
