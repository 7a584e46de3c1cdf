"""Takes a page's text as the html parser reads it, gives its patterns made once; they were meant to be.

tinyhtml5 2.1 keeps each pattern under another name than it looks it up by, and builds it anew for every tag and attribute.
"""

from __future__ import annotations

import re
from typing import Any

from tinyhtml5 import inputstream

_until = inputstream.HTMLUnicodeInputStream.chars_until


def chars_until(stream: Any, characters: Any, opposite: bool = False) -> Any:
    """Read characters until one of some comes, as tinyhtml5 does."""
    key = (characters, opposite)
    if key not in inputstream.characters_until_regex:
        inputstream.characters_until_regex[key] = _pattern(characters, opposite)
    return _until(stream, characters, opposite)


def _pattern(characters: Any, opposite: bool) -> re.Pattern[str]:
    listed = "".join(f"\\x{ord(character):02x}" for character in characters)
    return re.compile(f"[{listed}]+" if opposite else f"[^{listed}]+")
