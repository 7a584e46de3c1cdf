"""Takes a unit's ledger, gives what it hands to the organisations above it, sealed for the way; and opens the seal."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Mapping, Sequence

import msgspec

from docgen.documents import DocumentKind, OrganisationPaper
from docgen.errors import Fault
from docgen.export.desk import failed
from docgen.export.outcome import Outcome
from docgen.generation import papers
from docgen.ledger import BranchLedger, OrganisationLedger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.unit import Unit
from docgen.view import Plain

Digests = dict[str, dict[str, Plain]]
"""Per period (text form), per kind: plain data."""


def digest_unit(
    ledger: BranchLedger, kinds: Sequence[DocumentKind], periods: Sequence[Period]
) -> tuple[Digests, tuple[Outcome, ...]]:
    """Digest a unit for the organisation's papers of these kinds and periods; also return what failed in it."""
    digests: Digests = {}
    troubles = []
    for period in periods:
        of_period = digests.setdefault(str(period), {})
        for kind in kinds:
            for paper in papers(kind, OrganisationPaper):
                if not paper.covers(period):
                    continue
                try:
                    of_period[kind.name] = paper.digest(ledger, period)
                except Exception as fault:  # noqa: BLE001 - told; it costs the organisation's paper alone
                    troubles.append(failed(kind.name, Subject(ledger.unit.short, period), kind.formats[0], fault))
    return digests, tuple(troubles)


def seal(digests: Digests) -> bytes:
    """Return digests as few bytes, each kind by itself: a line with the kinds and their lengths, then one after the other."""
    by_kind: dict[str, dict[str, Plain]] = {}
    for period, of_period in digests.items():
        for kind, digest in of_period.items():
            by_kind.setdefault(kind, {})[period] = digest
    sealed = {kind: zlib.compress(msgspec.json.encode(of_kind)) for kind, of_kind in by_kind.items()}
    lengths = msgspec.json.encode({kind: len(piece) for kind, piece in sealed.items()})
    return b"\n".join((lengths, b"".join(sealed.values())))


def unseal(sealed: bytes, kinds: Collection[str]) -> Digests:
    """Return what was sealed of some kinds."""
    head, _, pieces = sealed.partition(b"\n")
    digests: Digests = {}
    start = 0
    for kind, length in json.loads(head).items():
        if kind in kinds:
            for period, digest in json.loads(zlib.decompress(pieces[start : start + length])).items():
                digests.setdefault(period, {})[kind] = digest
        start += length
    return digests


def reduced(
    own: BranchLedger, kind: DocumentKind, period: Period, below: tuple[Unit, ...], digests: Mapping[str, Digests]
) -> OrganisationLedger:
    """Return an organisation's ledger of one period; raise Fault where a unit's digest for the kind failed."""
    known = {unit.short: digests.get(unit.short, {}).get(str(period), {}) for unit in below}
    for short, digest in known.items():
        if kind.name not in digest:
            raise Fault("fault", {"reason": f"{short}/{period}: {kind.name}"})
    return OrganisationLedger(own.unit, own, known, own.settings, below, period)
