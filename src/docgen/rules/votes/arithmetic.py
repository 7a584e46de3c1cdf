"""Takes whole numbers of people and seats, gives the bounds of votes and elections."""

from __future__ import annotations


def at_least_half(some: int, due: int) -> bool:
    """Tell whether some are at least half of those due."""
    return 2 * some >= due


def more_than_half(some: int, due: int) -> bool:
    """Tell whether some are more than half of those due."""
    return 2 * some > due


def four_fifths(some: int, due: int) -> bool:
    """Tell whether some are at least four fifths of those due."""
    return 5 * some >= 4 * due


def least_half(due: int) -> int:
    """Return the fewest that are at least half of those due."""
    return (due + 1) // 2


def least_majority(due: int) -> int:
    """Return the fewest that are more than half of those due."""
    return due // 2 + 1


def least_four_fifths(due: int) -> int:
    """Return the fewest that are at least four fifths of those due."""
    return (4 * due + 4) // 5


def candidates_needed(seats: int) -> int:
    """Return the fewest candidates that exceed the seats by a fifth."""
    return (6 * seats + 4) // 5
