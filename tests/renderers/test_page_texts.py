"""Takes pages, gives their texts changed and nothing else."""

from __future__ import annotations

import pytest

from docgen.renderers.page_texts import in_texts


@pytest.mark.parametrize(
    "page",
    [
        "甲",
        "<p title='3'>甲</p>乙<br/>丙",
        "<style>p > a { top: 3 }</style>甲<!-- 乙 > -->丙<SCRIPT>1 < 2</SCRIPT>",
        "<title>3年</title><h1 class='a'>甲<br>乙</h1><p>丙</p>",
        "",
    ],
)
def test_markup_is_left_alone(page: str) -> None:
    changed = in_texts(
        page, lambda text: text.replace("甲", "A").replace("乙", "B").replace("丙", "C").replace("3", "?")
    )

    expected = page.replace("甲", "A").replace("乙", "B").replace("丙", "C").replace("<!-- B >", "<!-- 乙 >")
    assert changed == expected


def test_headings_can_be_left_out() -> None:
    page = "<h1>甲<b>甲</b></h1><p>甲</p><header>甲</header>"

    assert in_texts(page, lambda text: text.replace("甲", "乙"), headings=False) == (
        "<h1>甲<b>甲</b></h1><p>乙</p><header>乙</header>"
    )
