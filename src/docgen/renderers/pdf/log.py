"""Takes what WeasyPrint logs while it works, gives findings."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from docgen.findings import Finding, Level, Place

WARNING = "pdf-warning"
"""The code of whatever it says that has no code of its own."""

_LOGGER = logging.getLogger("weasyprint")
# So begins its message for a character that no font has; its arguments are the character and its code point.
_NO_GLYPH = ".notdef glyph"


@contextmanager
def listening(template: str) -> Iterator[list[Finding]]:
    """Collect this thread's warnings as findings about a template, and keep them from being printed."""
    handler = _Collector(template)
    propagated, _LOGGER.propagate = _LOGGER.propagate, False
    _LOGGER.addHandler(handler)
    try:
        yield handler.findings
    finally:
        _LOGGER.removeHandler(handler)
        _LOGGER.propagate = propagated


class _Collector(logging.Handler):
    def __init__(self, template: str) -> None:
        super().__init__(logging.WARNING)
        self.findings: list[Finding] = []
        self._place = Place(template)
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread != self._thread:
            return
        arguments = record.args if isinstance(record.args, tuple) else ()
        no_glyph = record.msg.startswith(_NO_GLYPH) and arguments
        code, value = ("glyph-missing", arguments[0]) if no_glyph else (WARNING, record.getMessage())
        self.findings.append(Finding(code, Level.WARN, self._place, values={"value": str(value)}))
