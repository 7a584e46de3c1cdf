"""Takes a finding or an error, gives what is said of it in Chinese."""

from __future__ import annotations

from docgen.errors import DocgenError
from docgen.findings import Finding
from docgen.vocabulary.accounts import ACCOUNT_WORDS
from docgen.vocabulary.api import API_WORDS
from docgen.vocabulary.commands import COMMAND_WORDS
from docgen.vocabulary.comments import COMMENT_WORDS
from docgen.vocabulary.confinement import CONFINEMENT_WORDS
from docgen.vocabulary.consistency import CONSISTENCY_WORDS
from docgen.vocabulary.editing import EDITING_WORDS
from docgen.vocabulary.explaining import EXPLAINING_WORDS
from docgen.vocabulary.fields import FIELD_WORDS
from docgen.vocabulary.fonts import FONT_WORDS
from docgen.vocabulary.frequency import FREQUENCY_WORDS
from docgen.vocabulary.intake import INTAKE_WORDS
from docgen.vocabulary.jobs import EXPORT_WORDS
from docgen.vocabulary.lint import LINT_WORDS
from docgen.vocabulary.opening import OPENING_WORDS
from docgen.vocabulary.papers import PAPER_WORDS
from docgen.vocabulary.publishing import PUBLISHING_WORDS
from docgen.vocabulary.reading import READING_WORDS
from docgen.vocabulary.receiving import RECEIVING_WORDS
from docgen.vocabulary.rendering import RENDERING_WORDS
from docgen.vocabulary.ruler import RULER_WORDS
from docgen.vocabulary.rules import RULE_WORDS
from docgen.vocabulary.service import SERVICE_WORDS
from docgen.vocabulary.templates import TEMPLATE_WORDS
from docgen.vocabulary.votes import VOTE_WORDS
from docgen.vocabulary.words import Words, merge
from docgen.vocabulary.workspace import WORKSPACE_WORDS

WORDS: dict[str, Words] = merge(
    READING_WORDS,
    FIELD_WORDS,
    WORKSPACE_WORDS,
    PAPER_WORDS,
    RENDERING_WORDS,
    RULER_WORDS,
    TEMPLATE_WORDS,
    COMMAND_WORDS,
    COMMENT_WORDS,
    OPENING_WORDS,
    LINT_WORDS,
    RULE_WORDS,
    FREQUENCY_WORDS,
    VOTE_WORDS,
    CONSISTENCY_WORDS,
    FONT_WORDS,
    EXPLAINING_WORDS,
    INTAKE_WORDS,
    ACCOUNT_WORDS,
    SERVICE_WORDS,
    EXPORT_WORDS,
    API_WORDS,
    EDITING_WORDS,
    CONFINEMENT_WORDS,
    RECEIVING_WORDS,
    PUBLISHING_WORDS,
)


def message(about: Finding | DocgenError) -> str:
    """Say what failed; KeyError for a code without words."""
    return WORDS[about.code].say_what(about.values)


def hint(about: Finding | DocgenError) -> str:
    """Say what to do about it, "" when there is nothing to say; KeyError for a code without words."""
    return WORDS[about.code].say_hint(about.values)


def as_json(finding: Finding) -> dict[str, str | int | None]:
    """Return a finding as the plain object that every JSON reply of docgen uses; null where there is nothing.

    A finding that stands in a document has further keys: where it is there, the text, what was found, what is expected.
    """
    plain = {
        "code": finding.code,
        "level": finding.level.value,
        "file": finding.place.file or None,
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "subject": finding.subject or None,
        "value": finding.values.get("value"),
        "message": message(finding),
        "hint": hint(finding) or None,
        "basis": finding.basis,
    }
    return plain | _in_document(finding) if finding.place.in_document else plain


def _in_document(finding: Finding) -> dict[str, str | int | None]:
    place, values = finding.place, finding.values
    return {
        "paragraph": place.paragraph or None,
        "page": place.page or None,
        "table": place.table or None,
        "row": place.row or None,
        "cell": place.cell or None,
        "text": values.get("text"),
        "found": values.get("found"),
        "expected": values.get("expected"),
    }
