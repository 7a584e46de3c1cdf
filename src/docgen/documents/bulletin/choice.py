"""Takes what all units told and what the editor decided, gives the news and facts of an issue in the order of print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docgen.documents.bulletin.entries import COLUMNS, FACTS, HEADLINES, NAMES, NEWS
from docgen.documents.bulletin.issue import Issue
from docgen.model.bulletin_issue import Shortened

Told = Mapping[str, Any]


class Choice:
    """What one issue prints of what its units told; `own` is the unit whose records the editor may name without it."""

    def __init__(self, issue: Issue, units: Mapping[str, Told], own: str) -> None:
        self.issue = issue
        self.units = units
        self.own = own

    def news(self) -> list[Told]:
        """Return the news by column, inside it the 要闻 as they were led, then as the editor ordered or by date."""
        known = {each["id"]: each for each in self._all(NEWS)}
        omitted, headlines = set(self._ids(self.issue.omitted)), self._ids(self.issue.headlines)
        order = self._ids(self.issue.order) if self.issue.order else [each["id"] for each in dated(known.values())]
        wanted = [each for each in dict.fromkeys((*headlines, *order)) if each in known and each not in omitted]
        placed = [{**known[each], "column": HEADLINES} if each in headlines else known[each] for each in wanted]
        parts = {self._id(each.item): each for each in self.issue.shortened}
        cut = [_shortened(each, parts[each["id"]]) if each["id"] in parts else each for each in placed]
        return sorted(cut, key=lambda each: COLUMNS.index(each["column"]))

    def facts(self) -> list[Told]:
        """Return what was done and no news tells of, by date."""
        omitted = set(self._ids(self.issue.omitted))
        return dated(each for each in self._all(FACTS) if each["id"] not in omitted)

    def _all(self, part: str) -> Iterator[Told]:
        return (each for unit in self.units.values() for each in unit.get(part, ()))

    def _ids(self, texts: Iterable[str]) -> list[str]:
        return [self._id(text) for text in texts]

    def _id(self, text: str) -> str:
        return meant(text, self.units, self.own)


def meant(text: str, units: Mapping[str, Told], own: str) -> str:
    """Return the id that a reference in an issue means: the organisation's own are written without it, all may leave folders out."""
    unit, slash, _ = text.partition("/")
    whose = unit if slash and unit in units else own
    names: Mapping[str, str] = units.get(whose, {}).get(NAMES, {})
    return names.get(text, text)


def dated(told: Iterable[Told]) -> list[Told]:
    """Return what was told by date."""
    return sorted(told, key=lambda each: (each["date"], each["id"]))


def _shortened(told: Told, part: Shortened) -> Told:
    if part.abstract:
        return {**told, "lead": "", "body": [part.abstract]}
    return told if part.paragraphs is None else {**told, "body": told["body"][: part.paragraphs], "cut": True}
