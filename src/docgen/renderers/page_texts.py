"""Takes a page and what to do with its texts, gives the page with its markup left alone."""

from __future__ import annotations

import re
from collections.abc import Callable

_UNSHOWN, _HEADINGS = "style|script|title", "h[1-6]"


def in_texts(page: str, change: Callable[[str], str], *, headings: bool = True) -> str:
    """Change every text that a page shows; those of its headings, which become bookmarks, only where wanted."""
    made, done = [], 0
    for markup in (_MARKUP if headings else _MARKUP_AND_HEADINGS).finditer(page):
        made += [change(page[done : markup.start()]), markup[0]]
        done = markup.end()
    return "".join([*made, change(page[done:])])


def _markup(names: str) -> re.Pattern[str]:
    return re.compile(rf"<({names})\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.DOTALL | re.IGNORECASE)


_MARKUP = _markup(_UNSHOWN)
_MARKUP_AND_HEADINGS = _markup(f"{_UNSHOWN}|{_HEADINGS}")
