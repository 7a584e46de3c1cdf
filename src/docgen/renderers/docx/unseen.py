"""Takes a part, gives the characters in it that GB 2312 lacks, and a finding for each that no font of this machine has.

Word goes on to look for a font by itself, and on another computer it may have one; so this is about this machine alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from docgen.findings import Finding, Level, Place
from docgen.fonts import can_tell, folders, in_gb2312, nowhere

_ASCII = bytes(range(0x80))
_REFERENCE = re.compile(rb"&#(\d+);")


def outside_gb2312(content: bytes) -> list[str]:
    """Return the characters of a part, in UTF-8, that are neither of ASCII nor of GB 2312, in order."""
    # What is left without the markup is short. The codec looks at it, and writes what it lacks as references.
    written = content.translate(None, _ASCII).decode().encode("gb2312", "xmlcharrefreplace")
    lacking = {chr(int(number)) for number in _REFERENCE.findall(written)}
    return sorted(char for char in lacking if not in_gb2312(char))


def unseen(chars: Sequence[str], template: str) -> Iterator[Finding]:
    """Yield them; nothing where the machine has no Chinese font at all, which says nothing of a character."""
    unseen_here = _unseen_among(folders()) if chars else {}
    for char in chars:
        if unseen_here[char]:
            yield Finding("glyph-missing-word", Level.WARN, Place(template), values={"value": char})


class _Unseen(dict[str, bool]):
    """Tells of each character whether no font has it; asked once per character, as fonts are read once."""

    def __missing__(self, char: str) -> bool:
        self[char] = can_tell() and bool(nowhere([char]))
        return self[char]


@cache
def _unseen_among(_folders: tuple[Path, ...]) -> _Unseen:
    return _Unseen()
