"""Takes a model and a path of attributes, gives what is written there, every entry of a list by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

Steps = tuple[str | int, ...]


def path_of(dotted: str) -> tuple[str, ...]:
    """Return a path that data writes as `agenda.speeches.words`; the empty one is the model itself."""
    return tuple(dotted.split(".")) if dotted else ()


def reach(model: Any, path: tuple[str, ...]) -> Iterable[tuple[Steps, Any]]:
    """Return (steps, value) for each value that is given at a path; lists on the way are gone through."""
    value = getattr(model, path[0]) if path else model
    # Most fields of most records are not written: they cost no generator.
    return () if value is None or value == () else _reach(value, path[1:], path[:1])


def _reach(value: Any, path: tuple[str, ...], steps: Steps) -> Iterator[tuple[Steps, Any]]:
    if value is None:
        return
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _reach(each, path, (*steps, index))
    elif path:
        yield from _reach(getattr(value, path[0]), path[1:], (*steps, path[0]))
    else:
        yield steps, value
