"""Takes a model and a path of attributes, gives what is written there, every entry of a list by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Steps = tuple[str | int, ...]


def path_of(dotted: str) -> tuple[str, ...]:
    """Return a path that data writes as `agenda.speeches.words`; the empty one is the model itself."""
    return tuple(dotted.split(".")) if dotted else ()


def reach(value: Any, path: tuple[str, ...], steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Yield (steps, value) for each value that is given at a path; lists on the way are gone through."""
    if value is None:
        return
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from reach(each, path, (*steps, index))
    elif path:
        yield from reach(getattr(value, path[0]), path[1:], (*steps, path[0]))
    else:
        yield steps, value
