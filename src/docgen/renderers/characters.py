"""Takes rendered text, gives it without the characters that no paper can hold, and says which there were."""

from __future__ import annotations

import re

from docgen.findings import Finding, Level, Place

# What XML 1.0 excludes (2.2), and with it docx, xlsx and every html parser.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str, template: str) -> tuple[str, tuple[Finding, ...]]:
    """Return the text without control characters and lone surrogates, with one finding when there were any."""
    found = {f"U+{ord(char):04X}" for char in _FORBIDDEN.findall(text)}
    if not found:
        return text, ()
    finding = Finding("control-characters", Level.WARN, Place(template), values={"value": " ".join(sorted(found))})
    return _FORBIDDEN.sub("", text), (finding,)
