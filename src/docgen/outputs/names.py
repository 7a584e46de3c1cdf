"""Takes the parts of a file's name, gives a name that Windows, a zip and a person accept."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def safe_part(text: str) -> str:
    """Return text that may stand in a file's name: no separators, no reserved names, no trailing dot."""
    clean = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", text)).strip(" .")
    if not clean or _RESERVED.fullmatch(clean):
        return f"_{clean}"
    return clean


def file_name(parts: tuple[str, ...], suffix: str) -> str:
    """Join the non-empty parts by hyphens and add the suffix, at most 80 characters in all."""
    stem = "-".join(safe_part(part) for part in parts if part)
    room = LONGEST - len(suffix) - 1
    return f"{stem[:room].rstrip(' .-')}.{suffix}"
