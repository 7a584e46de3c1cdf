"""Takes the patterns by which tinyhtml5 reads a page, gives each made once, as was meant.

tinyhtml5 2.1 keeps each pattern under another name than it looks it up by, and builds it anew for every tag and attribute.
"""

from __future__ import annotations

import re
from typing import Any

from tinyhtml5 import inputstream  # type: ignore[import-untyped]

_Stream = inputstream.HTMLUnicodeInputStream
_patterns: dict[Any, re.Pattern[str]] | None = getattr(inputstream, "characters_until_regex", None)
_until = getattr(_Stream, "chars_until", None)


def chars_until(stream: Any, characters: Any, opposite: bool = False) -> Any:
    """Read characters until one of some comes, as tinyhtml5 does."""
    if _patterns is not None and (key := (characters, opposite)) not in _patterns:
        _patterns[key] = _pattern(characters, opposite)
    return _until(stream, characters, opposite) if _until is not None else None


def _pattern(characters: Any, opposite: bool) -> re.Pattern[str]:
    listed = "".join(f"\\x{ord(character):02x}" for character in characters)
    return re.compile(f"[{listed}]+" if opposite else f"[^{listed}]+")


# It has versions of its own: where it keeps no patterns so, it is left alone.
READING: tuple[tuple[Any, str, Any], ...] = (
    () if _patterns is None or _until is None else ((_Stream, "chars_until", chars_until),)
)
