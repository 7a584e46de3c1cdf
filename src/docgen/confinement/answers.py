"""Takes what a job ended with, gives it as bytes, and back: plain data, findings and errors, nothing that has behaviour."""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from docgen import errors
from docgen.errors import DocgenError
from docgen.findings import Finding, as_plain, from_plain


class End(StrEnum):
    """How a job ended, by its own account."""

    DONE = "done"
    REFUSED = "refused"
    MEMORY = "memory"
    FAILED = "failed"


class UnreadableAnswerError(Exception):
    """An answer that is not plain data."""


def packed(end: End, value: object) -> bytes:
    """Return an answer as bytes; an error goes as its name, code, values and findings."""
    if isinstance(value, DocgenError):
        value = (type(value).__name__, value.code, value.values, list(value.findings))
    written = io.BytesIO()
    _Packer(written).dump((end.value, value))
    return written.getvalue()


def unpacked(content: bytes) -> tuple[End, Any]:
    """Return how a job ended and with what; raise UnreadableAnswerError for all that is no plain data.

    Whoever broke out of a template into the worker must not get from there into this process.
    """
    try:
        end, value = _Plainly(io.BytesIO(content)).load()
        return End(end), _error(*value) if end == End.REFUSED else value
    except Exception as fault:
        raise UnreadableAnswerError(str(fault)) from fault


class _Packer(pickle.Pickler):
    """Writes findings as plain data, so that an answer names no class at all."""

    def persistent_id(self, obj: object, /) -> Any:
        """Return a finding as plain data; leave all else to the usual way."""
        return as_plain(obj) if isinstance(obj, Finding) else None


class _Plainly(pickle.Unpickler):
    """Reads plain data and findings; every name is refused.

    A class that is named is in the writer's hands: a pickle may set attributes on it, not only make instances.
    """

    def persistent_load(self, pid: Any, /) -> Finding:
        """Return the finding that was written as plain data."""
        return from_plain(pid)

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        """Refuse."""
        raise pickle.UnpicklingError(f"{module_name}.{global_name}")


def _error(name: str, code: str, values: Mapping[str, str | int], findings: list[Finding]) -> DocgenError:
    kind = getattr(errors, name, DocgenError)
    known = kind if isinstance(kind, type) and issubclass(kind, DocgenError) else DocgenError
    return known(code, values, findings)
