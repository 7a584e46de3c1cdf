"""Takes a composed paper and its clothes, gives the key that says whether a file made from them is still current."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from msgspec import Struct
from msgspec.structs import fields

from docgen.export.order import Order
from docgen.formats import Format
from docgen.generation import Composition
from docgen.renderers import fingerprint
from docgen.stationery import Stationery
from docgen.version import __version__

ARCHIVAL = "pdf-a"
JOINT = "-"
# 80 bits of each part: two of a million views that share them are not to be met with.
DIGITS = 20


class Key(Struct, frozen=True):
    """What a file was made from, a hash per part: what it says, its template and page, and who rendered it."""

    view: str
    template: str
    engine: str

    def __str__(self) -> str:
        return JOINT.join((self.view, self.template, self.engine))

    def differing(self, other: str) -> tuple[str, ...]:
        """Return the names of the parts in which a written key differs; of one that cannot be read, all."""
        names = [each.name for each in fields(self)]
        written = other.split(JOINT)
        if len(written) != len(names):
            return tuple(names)
        return tuple(name for name, part in zip(names, written, strict=True) if getattr(self, name) != part)


def key_of(composition: Composition, format: Format, stationery: Stationery, order: Order) -> Key:
    """Return the key of a paper in a format.

    Pictures stand in the view by their hashes. The engine is docgen's version and what of this machine decides the bytes.
    """
    asked = ARCHIVAL if format is Format.PDF and order.archival else ""
    template = stationery.template(composition.kind.name, format, order.outlet)
    said = composition.typed_hash if format is Format.XLSX else composition.plain_hash
    return Key(said[:DIGITS], _hash(template.sha256, stationery.profile), _engine(format, asked or order.outlet or ""))


@cache
def _engine(format: Format, asked: str) -> str:
    return _hash(__version__, format.value, fingerprint(format), asked)


@cache
def _hash(*parts: str) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:DIGITS]
