"""Takes marks, gives for each the jinja2 source that it means, and a finding where it means none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from jinja2 import Environment
from jinja2.exceptions import TemplateSyntaxError

from docgen.findings import Finding
from docgen.renderers.troubles import nearest
from docgen.stationery.checking.faults import fault
from docgen.stationery.checking.marks import CELL_WORDS, ENDS, MIDDLES, OPENS, WORDS, Mark

_BEFORE = {"for": "{% for each in [] %}", "if": "{% if true %}", "set": "{% set each %}", "macro": "{% macro each() %}"}
_BEFORE |= {"call": "{% call each() %}", "filter": "{% filter upper %}", "block": "{% block each %}"}
_BEFORE |= {"with": "{% with %}", "autoescape": "{% autoescape true %}"}
_TARGET = re.compile(r"for\s+(\w+)")
LIKENESS = 0.6


def meant(word: str) -> str:
    """Return the statement that a misspelt word was probably meant to be; "" when none is like it."""
    return next(iter(get_close_matches(word, WORDS, 1, LIKENESS)), "")


def piece(mark: Mark) -> str:
    """Return a mark as jinja2 writes it."""
    if mark.word in CELL_WORDS:
        expression = mark.body.removeprefix(mark.word).strip()
        return f"{{{{ {expression} }}}}" if expression else ""
    return f"{{% {mark.body} %}}" if mark.word else f"{{{{ {mark.body} }}}}"


def pieces(marks: Sequence[Mark], environment: Environment) -> tuple[list[str], list[Finding]]:
    """Return the source of each mark; one that cannot be read leaves what keeps the others readable."""
    sources, findings = [], []
    for mark in marks:
        found = _complaint(mark, environment)
        findings += found
        sources.append(_harmless(mark) if found else piece(mark))
    return sources, findings


def _complaint(mark: Mark, environment: Environment) -> list[Finding]:
    if not mark.word and mark.text.startswith("{%"):
        return [fault("template-syntax", mark, {"message": mark.body})]
    if mark.word and mark.word not in WORDS:
        near = meant(mark.word) or nearest(mark.word, WORDS)
        return [fault("template-statement-unknown", mark, {"name": mark.word, "near": near})]
    try:
        environment.parse(_completed(mark))
    except TemplateSyntaxError as error:
        return [fault("template-syntax", mark, {"message": error.message or ""})]
    return []


def _completed(mark: Mark) -> str:
    """Return a mark with what makes it a whole template."""
    word, source = mark.word, piece(mark)
    if "raw" in {word, OPENS.get(word)}:
        return ""
    if mark.opens:
        return f"{source}{{% {ENDS[word]} %}}"
    if word in OPENS:
        return _BEFORE[OPENS[word]] + source
    return f"{_BEFORE['if']}{source}{{% endif %}}" if word in MIDDLES else source


def _harmless(mark: Mark) -> str:
    """Return what stands for a mark that cannot be read: a loop still binds its name, a condition holds."""
    match mark.word:
        case "for":
            target = _TARGET.match(mark.body)
            return f"{{% for {target[1] if target else 'each'} in [] %}}"
        case "if" | "elif":
            return f"{{% {mark.word} true %}}"
        case word if word in OPENS or word == "else":
            return f"{{% {word} %}}"
        case word if mark.opens:
            return _BEFORE.get(word, "")
    return ""
