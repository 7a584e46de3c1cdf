"""Takes the text of a part, gives a finding for each character that no font of this machine has.

Word goes on to look for a font by itself, and on another computer it may have one; so this is about this machine alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings import Finding, Level, Place
from docgen.fonts import can_tell, in_gb2312, nowhere


def unseen(text: str, template: str) -> Iterator[Finding]:
    """Yield them; nothing where the machine has no Chinese font at all, which says nothing of a character."""
    rare = [char for char in set(text) if not in_gb2312(char)]
    if rare and can_tell():
        for char in nowhere(rare):
            yield Finding("glyph-missing-word", Level.WARN, Place(template), values={"value": char})
