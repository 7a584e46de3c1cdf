"""Takes a ledger and its scheme of points, gives each member's points of a period, entry by entry."""

from docgen.ledger.points.lines import OWN, PointsLine, derived_lines
from docgen.ledger.points.standings import Standing, band, figure_of, lines_behind, standings, takes_part

__all__ = [
    "OWN",
    "PointsLine",
    "Standing",
    "band",
    "derived_lines",
    "figure_of",
    "lines_behind",
    "standings",
    "takes_part",
]
