"""Takes nothing, gives the tree of what docgen raises.

    DocgenError
    ├── UsageError            the call does not fit: unknown kind, subject, period, format
    ├── WorkspaceError        no workspace, or its settings cannot be read
    ├── UnreadableFile        a file that was to be looked at is none, or is not safe to open
    ├── TemplateError         a template is missing or cannot be compiled or filled
    ├── EngineMissing         a library that a format needs is not installed here
    ├── ClusterError          the workers of a cluster are not there, or cannot do the work
    ├── OutputError           a file cannot be written
    ├── FinalRefused          `--final` met gaps or errors; carries the findings
    ├── Overrun               work on somebody's file took more than it may, or broke its process
    ├── Busy                  all processes for such work are taken; later there will be room
    └── Fault                 docgen itself failed while it made one paper

Bad records are findings, not exceptions. No exit codes and no HTTP codes here: faces know them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.findings import Finding


class DocgenError(Exception):
    """Say what failed by a code and values; `vocabulary` has the words."""

    def __init__(
        self, code: str, values: Mapping[str, str | int] | None = None, findings: Sequence[Finding] = ()
    ) -> None:
        super().__init__(code, dict(values or {}), tuple(findings))
        self.code = code
        self.values: dict[str, str | int] = dict(values or {})
        self.findings = tuple(findings)

    def __reduce__(self) -> tuple[type[DocgenError], tuple[object, ...]]:
        """Pickle by the constructor's own words, so that workers can hand errors back."""
        return type(self), (self.code, self.values, self.findings)


class UsageError(DocgenError):
    """The call does not fit: unknown kind, subject, period or format."""


class WorkspaceError(DocgenError):
    """There is no workspace here, or its settings cannot be read."""


class UnreadableFile(DocgenError):
    """A file that was to be looked at is no Word file, is damaged, or is not safe to open."""


class TemplateError(DocgenError):
    """A template is missing, or cannot be compiled or filled."""


class EngineMissing(DocgenError):
    """A library that a format needs is not installed here."""


class ClusterError(DocgenError):
    """The workers of a cluster are not there, or cannot do the work."""


class OutputError(DocgenError):
    """A file cannot be written."""


class FinalRefused(DocgenError):
    """`--final` met gaps, or errors among the findings on needed fields."""


class Overrun(DocgenError):
    """Work on somebody's file took more time or memory than it may, or broke the process that did it."""


class Busy(DocgenError):
    """All processes for such work are taken; later there will be room."""


class Fault(DocgenError):
    """Docgen itself failed while it made one paper; the others go on."""
