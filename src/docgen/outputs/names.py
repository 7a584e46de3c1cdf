"""Takes the parts of a file's name, gives a name that Windows, a zip and a person accept."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST, HASHED = 80, 6
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def safe_part(text: str) -> str:
    """Return text that may stand in a file's name: no separators, no reserved names, no trailing dot."""
    clean = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", text)).strip(" .")
    if not clean or _RESERVED.fullmatch(clean):
        return f"_{clean}"
    return clean


def file_name(parts: tuple[str, ...], suffix: str) -> str:
    """Join the non-empty parts by hyphens and add the suffix, at most 80 characters in all.

    What is cut off is replaced by a few digits of its hash, so that two long names stay two.
    """
    stem = "-".join(safe_part(part) for part in parts if part) or safe_part("")
    room = LONGEST - len(suffix) - 1
    if len(stem) > room:
        mark = hashlib.sha256(stem.encode()).hexdigest()[:HASHED]
        stem = f"{stem[: room - HASHED - 1]}~{mark}"
    return f"{stem}.{suffix}"
