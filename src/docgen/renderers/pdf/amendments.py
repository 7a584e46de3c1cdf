"""Takes the WeasyPrint that is installed, gives it docgen's way with Chinese lines, if it is the one that docgen knows.

The amendments lean on WeasyPrint's insides; they belong to the version with which pages were measured, and to nobody else in
the same process.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import weasyprint

KNOWN_VERSION = "70"


def is_known() -> bool:
    """Tell whether this WeasyPrint is the one that may be amended."""
    return str(weasyprint.__version__).partition(".")[0] == KNOWN_VERSION


@contextmanager
def amended() -> Iterator[None]:
    """Put docgen's functions in place of WeasyPrint's for a while; in a version that is not known, none."""
    if not is_known():
        yield
        return
    # Another version may lack what is amended.
    from docgen.renderers.pdf.known import AMENDMENTS
    from docgen.renderers.pdf.layouts import forget_layouts

    forget_layouts()
    originals = [getattr(place, name) for place, name, _ in AMENDMENTS]
    try:
        for place, name, amendment in AMENDMENTS:
            setattr(place, name, amendment)
        yield
    finally:
        for (place, name, _), original in zip(AMENDMENTS, originals, strict=True):
            setattr(place, name, original)
