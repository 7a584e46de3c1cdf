"""Takes the WeasyPrint that is installed, gives it docgen's way with Chinese lines, if it is the one that docgen knows.

The amendments lean on WeasyPrint's insides; they belong to the version with which pages were measured, and to nobody else in
the same process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import weasyprint
from weasyprint.layout import inline

from docgen.renderers.pdf.justification import spread
from docgen.renderers.pdf.pitch import split_on_baseline

KNOWN_VERSION = "70"
_AMENDMENTS: Mapping[str, Any] = {"justify_line": spread, "split_text_box": split_on_baseline}


def is_known() -> bool:
    """Tell whether this WeasyPrint is the one that may be amended."""
    return str(weasyprint.__version__).partition(".")[0] == KNOWN_VERSION


@contextmanager
def amended() -> Iterator[None]:
    """Put docgen's functions in place of WeasyPrint's for a while; in a version that is not known, none."""
    originals = {name: getattr(inline, name) for name in _AMENDMENTS}
    try:
        for name, amendment in _AMENDMENTS.items() if is_known() else ():
            setattr(inline, name, amendment)
        yield
    finally:
        for name, original in originals.items():
            setattr(inline, name, original)
