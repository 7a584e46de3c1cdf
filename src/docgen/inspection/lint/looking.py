"""Takes the bytes of a Word file, gives what in it does not follow the rules, each place by itself."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings import Finding, Place
from docgen.inspection.lint.catalogue import RULES
from docgen.inspection.lint.rule import LEVELS, Fault, Rule
from docgen.inspection.opening import open_word
from docgen.inspection.paper import MINUTES_HEAD, Paper
from docgen.inspection.roles import paper_of
from docgen.inspection.word import read
from docgen.page import DEFAULT_PROFILE, Layout, Strength, profile_named
from docgen.vocabulary import measures as say

SHOWN_TEXT = 24
_CLAUSE_OF_HEADS = "7.2"


def look(content: bytes, file: str) -> list[Finding]:
    """Return the findings on a Word file, rule by rule; raise UnreadableFile where it cannot be opened.

    `file` is how the findings call it. `values` hold text, found, expected, strength and clause.
    """
    paper = paper_of(read(open_word(content)))
    return [_finding(paper, rule, fault, file) for rule, fault in faults(paper)]


def faults(paper: Paper) -> Iterator[tuple[Rule, Fault]]:
    """Yield where a paper does not follow the rules that are asked of its layout."""
    for rule in RULES:
        if rule.everywhere or paper.layout is Layout.OFFICIAL:
            for fault in rule.check(paper):
                yield rule, fault


def _finding(paper: Paper, rule: Rule, fault: Fault, file: str) -> Finding:
    binding, clause = _binding(paper, rule, fault)
    return Finding(
        code=rule.code,
        level=LEVELS[binding],
        place=_place(paper, fault, file),
        values={
            "text": _beginning(fault),
            "found": fault.found,
            "expected": fault.expected,
            "strength": binding.value,
            "clause": clause,
            "also": "",
        },
        basis=say.basis(profile_named(DEFAULT_PROFILE).label, clause, binding.value),
    )


def _binding(paper: Paper, rule: Rule, fault: Fault) -> tuple[Strength, str]:
    """Return how binding a rule is for a paper, and the clause that says so, "" for practice.

    The head of minutes is held to what heads are, but bound by no more than the standard says of minutes (10.3).
    """
    style = paper.style(fault.paragraph) if fault.paragraph else None
    if paper.layout is not Layout.OFFICIAL or rule.strength is Strength.PRACTICE:
        return Strength.PRACTICE, ""
    if style and style.key in MINUTES_HEAD and rule.clause.startswith(_CLAUSE_OF_HEADS):
        return style.strength, style.clause
    return rule.strength, fault.clause or rule.clause


def _place(paper: Paper, fault: Fault, file: str) -> Place:
    paragraph = fault.paragraph
    if paragraph is None:
        return Place(file)
    part = "" if paragraph.part == paper.document.main else paragraph.part
    return Place(
        file, part=part, paragraph=paragraph.index, table=paragraph.table, row=paragraph.row, cell=paragraph.cell
    )


def _beginning(fault: Fault) -> str:
    text = " ".join(fault.paragraph.words.split()) if fault.paragraph else ""
    return text if len(text) <= SHOWN_TEXT else f"{text[: SHOWN_TEXT - 1]}…"
