"""Takes the shape of a view and the paths that a template shows, gives what it never shows."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from docgen.findings import Finding, Level, Place
from docgen.stationery.checking.faults import name_of
from docgen.stationery.checking.shape import Path, Shape
from docgen.stationery.placeholders import EACH


def unused_fields(
    shape: Shape, shown: Collection[Path], place: Place, meant: Collection[str] = (), *, draws: bool = True
) -> Iterator[Finding]:
    """Yield each field that is never shown, the whole where none of its parts is; leaving out may be wanted.

    A flag has nothing to show: it decides how other things look. `meant` are labels of which it is told already that they
    are misspelt. Where a format `draws` no pictures and charts, none is missed.
    """
    fields = [path for path, leaf in shape.leaves() if not (leaf.unused or leaf.flag or (leaf.picture and not draws))]
    missing = [path for path in fields if not _is_shown(path, shown)]
    present = [path for path in fields if _is_shown(path, shown)]
    told: set[Path] = set()
    for path in missing:
        lengths = range(1, len(path) + 1)
        whole = next(path[:length] for length in lengths if not any(each[:length] == path[:length] for each in present))
        if whole not in told and not set(meant) & set(path):
            told.add(whole)
            name = ".".join(label for label in whole if label != EACH)
            values = {"template": name_of(place), "name": name, "example": _example(whole)}
            yield Finding("template-field-unused", Level.INFO, place, values=values)


def _is_shown(path: Path, shown: Collection[Path]) -> bool:
    return any(path[: len(each)] == each for each in shown)


def _example(path: Path) -> str:
    """Return how the field would be written, its lists left out of account."""
    return f"{{{{ {path[-1] if path[-1] != EACH else path[0]} }}}}"
