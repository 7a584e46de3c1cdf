"""Takes findings on a Word file, gives them gathered: what is the same in many paragraphs is said once."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from docgen.findings import Finding
from docgen.vocabulary import measures as say

SHOWN = 5


def gathered(findings: Sequence[Finding]) -> list[Finding]:
    """Return one finding for each code, file, thing found and thing expected, at its first place; `also` says where else."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for each in findings:
        key = (each.code, each.place.file, str(each.values["found"]), str(each.values["expected"]))
        groups.setdefault(key, []).append(each)
    return [_as_one(group) for group in groups.values()]


def _as_one(group: Sequence[Finding]) -> Finding:
    first = group[0]
    if len(group) == 1:
        return first
    numbers = [each.place.paragraph for each in group if each.place.paragraph and not each.place.part]
    also = say.also(numbers, len(group), SHOWN)
    return replace(first, values={**first.values, "also": also, "count": len(group)})
