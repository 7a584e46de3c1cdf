"""Takes the digests of an organisation's units, gives sums and rows that cite the units' own figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docgen.ledger import figures
from docgen.ledger.branch import BranchLedger
from docgen.model.period import Period
from docgen.model.settings import Settings
from docgen.model.unit import Unit
from docgen.view import Figure, Plain

Digest = Mapping[str, Plain]
CITATION_JOINT = "."


class OrganisationLedger:
    """An organisation's own records and the digests of its units, in the units' order.

    A digest is {name: plain data} of one unit for `period`. Figures in it are found by a path of keys and indexes; a
    Figure of the organisation cites `一支部/2020-03#name.key`: the unit, the period, and the path in its digest.
    """

    def __init__(
        self,
        unit: Unit,
        own: BranchLedger,
        digests: Mapping[str, Digest],
        settings: Settings,
        units: Iterable[Unit],
        period: Period | None = None,
    ) -> None:
        self.unit = unit
        self.own = own
        self.digests = digests
        self.settings = settings
        self.units = tuple(units)
        self.period = period
        # A row and the sum below it ask for the same figure.
        self._figures: dict[tuple[str | int, ...], Figure] = {}

    @property
    def missing(self) -> tuple[Unit, ...]:
        """The units that handed in no digest."""
        return tuple(unit for unit in self.units if unit.short not in self.digests)

    def part(self, short: str, *path: str | int) -> Any:
        """Return the plain data at a path of a unit's digest, None where there is none."""
        part: Any = self.digests.get(short)
        for step in path:
            known = isinstance(part, dict) and step in part
            listed = isinstance(part, list) and isinstance(step, int) and step < len(part)
            if not (known or listed):
                return None
            part = part[step]
        return part

    def figure(self, short: str, *path: str | int) -> Figure:
        """Return a unit's figure, citing the unit; 0 that cites nothing where the unit has none."""
        place = (short, *path)
        if place not in self._figures:
            part = self.part(short, *path)
            known = figures.is_figure(part)
            cited = figures.cited(figures.from_plain(part), self.citation(short, *path)) if known else figures.NOTHING
            self._figures[place] = cited
        return self._figures[place]

    def row(self, *path: str | int) -> tuple[Figure, ...]:
        """Return the figure at a path of each unit, in the units' order."""
        return tuple(self.figure(unit.short, *path) for unit in self.units)

    def total(self, *path: str | int) -> Figure:
        """Return the sum of the units' figures at a path."""
        return figures.total(self.row(*path))

    def citation(self, short: str, *path: str | int) -> str:
        """Return the text by which a figure of a unit is cited."""
        subject = f"{short}/{self.period}" if self.period else short
        return f"{subject}#{CITATION_JOINT.join(str(step) for step in path)}"

    def cited(self, citation: str) -> Figure:
        """Return the unit's own figure that a citation leads to; 0 that cites nothing where there is none."""
        subject, _, path = citation.rpartition("#")
        short = subject.partition("/")[0]
        part = self.part(short, *steps(self.digests.get(short, {}), path))
        return figures.from_plain(part) if figures.is_figure(part) else figures.NOTHING

    def behind(self, short: str, *path: str | int) -> tuple[str, ...]:
        """Return the ids of the unit's records (or, one level up, the citations) behind its figure."""
        part = self.part(short, *path)
        return figures.from_plain(part).sources if figures.is_figure(part) else ()


def subject_cited(source: str) -> str:
    """Return the unit and period of which a citation cites a figure; the id of a record as it is."""
    subject, sign, path = source.rpartition("#")
    # The second record of a file ends with #2: that is no path.
    return subject if sign and CITATION_JOINT in path else source


def steps(digest: Digest, path: str) -> tuple[str | int, ...]:
    """Return the path of a citation as it leads through a digest: a number is a place where there is a list."""
    found: list[str | int] = []
    part: object = digest
    for step in path.split(CITATION_JOINT):
        listed = isinstance(part, list) and step.isdigit()
        found.append(int(step) if listed else step)
        part = _inside(part, found[-1])
    return tuple(found)


def _inside(part: object, step: str | int) -> object:
    if isinstance(part, list) and isinstance(step, int):
        return part[step] if step < len(part) else None
    return part.get(step) if isinstance(part, Mapping) else None
