"""Takes what a job ended with, gives it as bytes, and back: plain data, findings and errors, nothing that has behaviour."""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from docgen import errors
from docgen.errors import DocgenError
from docgen.findings import Finding, Level, Place

_FINDINGS: Mapping[tuple[str, str], type] = {(each.__module__, each.__name__): each for each in (Finding, Level, Place)}


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
    """Writes levels by their values: the first Pythons 3.11 write an enum's member as a call of `getattr`."""

    def reducer_override(self, obj: object, /) -> Any:
        """Return how a level is made again; leave all else to the usual way."""
        return (Level, (obj.value,)) if isinstance(obj, Level) else NotImplemented


class _Plainly(pickle.Unpickler):
    """Reads plain data and findings; every other name is refused."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        """Return one of three classes."""
        try:
            return _FINDINGS[module_name, global_name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module_name}.{global_name}") from None


def _error(name: str, code: str, values: Mapping[str, str | int], findings: list[Finding]) -> DocgenError:
    kind = getattr(errors, name, DocgenError)
    known = kind if isinstance(kind, type) and issubclass(kind, DocgenError) else DocgenError
    return known(code, values, findings)
