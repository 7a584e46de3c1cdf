"""Takes the style sheets in a page, gives them parsed: each once per process.

WeasyPrint parses the text of a `<style>` anew for every page, which takes longer than applying it.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, TypeAlias

from msgspec import Struct
from weasyprint import CSS

# A page profile has one or two; a watched template that changes all day must not fill the memory.
_MOST = 32
_Key: TypeAlias = tuple[str, Any, str]


class _Sheet(Struct, frozen=True, eq=False):
    """A parsed sheet as WeasyPrint's cascade reads it: selectors with their declarations, rules of pages, layers."""

    base_url: Any
    matcher: Any
    page_rules: list[Any]
    layers: list[Any]


_kept: OrderedDict[_Key, _Sheet] = OrderedDict()


def parse_once(**options: Any) -> Any:
    """Parse a sheet as `weasyprint.CSS` does, or take what came of the same text before.

    One that did more than match elements and pages is parsed every time: its counters, colours and layers belong to one
    document.
    """
    if "string" not in options or options["layers"]:
        return CSS(**options)
    key = (options["string"], options["base_url"], options["media_type"])
    if key not in _kept:
        return _parse(key, options)
    _kept.move_to_end(key)
    kept = _kept[key]
    # WeasyPrint gathers the rules of pages of all sheets in one list.
    options["page_rules"].extend(kept.page_rules)
    return _Sheet(kept.base_url, kept.matcher, options["page_rules"], options["layers"])


def forget_sheets() -> None:
    """Parse all sheets anew: after a warning, as WeasyPrint says of a sheet or value only once that it is wrong."""
    _kept.clear()


def _parse(key: _Key, options: dict[str, Any]) -> Any:
    before, added = len(options["page_rules"]), _beyond_matching(options)
    sheet = CSS(**options)
    if added == _beyond_matching(options):
        if len(_kept) >= _MOST:
            _kept.popitem(last=False)
        _kept[key] = _Sheet(sheet.base_url, sheet.matcher, sheet.page_rules[before:], [])
    return sheet


def _beyond_matching(options: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any], list[Any]]:
    return dict(options["counter_style"]), dict(options["color_profiles"]), list(options["layers"])
