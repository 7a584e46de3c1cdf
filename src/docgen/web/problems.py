"""Takes an error, gives its HTTP status and its answer: problem+json (RFC 9457) for programs, a page for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.errors import (
    Busy,
    ClusterError,
    DocgenError,
    EngineMissing,
    Fault,
    FinalRefused,
    OutputError,
    Overrun,
    TemplateError,
    UnreadableFile,
    UsageError,
    WorkspaceError,
)
from docgen.vocabulary import as_json, hint, message

PROBLEM_TYPE = "application/problem+json"
ABOUT_BLANK = "urn:docgen:"
UNKNOWN = frozenset(
    {
        "account-unknown",
        "kind-unknown",
        "no-paper",
        "record-kind-unknown",
        "record-unknown",
        "token-unknown",
        "unit-unknown",
    }
)


class Refusal(DocgenError):
    """The service refuses a request; `status` says to a program why."""

    def __init__(self, status: int, code: str, values: Mapping[str, str | int] | None = None, **more: Any) -> None:
        super().__init__(code, values)
        self.status = status
        self.more: dict[str, Any] = more
        self.headers: dict[str, str] = {}

    def after(self, seconds: int) -> Refusal:
        """Say when to come again."""
        self.headers["Retry-After"] = str(seconds)
        return self


_STATUSES: tuple[tuple[type[DocgenError], int], ...] = (
    (FinalRefused, 422),
    (TemplateError, 422),
    (UnreadableFile, 422),
    (UsageError, 422),
    (Overrun, 422),
    (Busy, 503),
    (EngineMissing, 501),
    (WorkspaceError, 503),
    (ClusterError, 503),
    (OutputError, 507),
    (Fault, 500),
)


def status_of(error: DocgenError) -> int:
    """Return the HTTP status of an error: 404 for what there is not, 422 for what does not fit."""
    if isinstance(error, Refusal):
        return error.status
    if error.code in UNKNOWN:
        return 404
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)


def problem(error: DocgenError) -> dict[str, Any]:
    """Return an error as the object of problem+json, with the findings that it carries."""
    more = error.more if isinstance(error, Refusal) else {}
    return {
        "type": f"{ABOUT_BLANK}{error.code}",
        "title": message(error),
        "status": status_of(error),
        "detail": hint(error) or None,
        "findings": [as_json(each) for each in error.findings],
        **more,
    }
