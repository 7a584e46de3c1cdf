"""Takes a 简报 as plain data, gives what its labels hold: the words by which the desk and the record are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.documents.bulletin.choice import Told, meant
from docgen.model.base import RecordModel, label_of
from docgen.model.bulletin_issue import BulletinIssue, Recipients, Shortened
from docgen.records.record import Written

Units = Mapping[str, Mapping[str, Any]]
"""What each unit told, by 简称."""

KIND, MONTH = label_of(RecordModel, "kind"), label_of(BulletinIssue, "month")
CONTENTS, LEADING, OMITTED, SHORTENED = (
    label_of(BulletinIssue, each) for each in ("contents", "headline", "omitted", "shortened")
)
ITEM, PARAGRAPHS, ABSTRACT = (label_of(Shortened, each) for each in ("item", "paragraphs", "abstract"))
RECIPIENTS = label_of(BulletinIssue, "recipients")
PEOPLE = tuple(label_of(BulletinIssue, each) for each in ("signer", "editor", "examiner"))
NUMBERS = tuple(label_of(BulletinIssue, each) for each in ("issue", "copies"))
WAYS = tuple(label_of(Recipients, each) for each in Recipients.model_fields)
LISTED = (CONTENTS, LEADING, OMITTED)
BULLETIN = "简报"
WHOLE, BY_ABSTRACT = "", "abstract"
"""What is printed of a piece of news beside a number of paragraphs: all of it, or the editor's own words."""
COMMA, COMMAS = "、", str.maketrans({"，": "、", ",": "、", "；": "、", ";": "、", "\n": "、"})
COLON = ":"


class References:
    """Reads the references of an issue as the paper does."""

    def __init__(self, units: Units, own: str) -> None:
        self._units, self._own = units, own

    def id(self, text: str) -> str:
        """Return the id that a text means."""
        return meant(text, self._units, self._own)

    def ids(self, written: Written | None) -> list[str]:
        """Return the ids that a list means, each once."""
        return list(dict.fromkeys(map(self.id, texts(written))))


def told_in(units: Units, part: str) -> Iterator[Told]:
    """Yield the news, or the facts, of all units."""
    return (each for told in units.values() for each in told.get(part, ()))


def texts(written: Written | None) -> list[str]:
    """Return the texts of a list as it may be typed: one text stands for a list of it."""
    if isinstance(written, str):
        return [written] if written.strip() else []
    return [each for each in written if isinstance(each, str)] if isinstance(written, list | tuple) else []


def mappings(written: Written | None) -> Iterator[Mapping[str, Written]]:
    """Yield the items of a list that have keys."""
    several = written if isinstance(written, list | tuple) else [written]
    return (each for each in several if isinstance(each, Mapping))
