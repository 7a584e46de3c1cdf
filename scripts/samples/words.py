"""Takes the name of a word list, gives the Chinese that the generator writes: all of it is data."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

import yaml

HERE = Path(__file__).parent
T = TypeVar("T")


@cache
def words(name: str) -> Any:
    """Return one word list."""
    return yaml.safe_load((HERE / "words" / f"{name}.yaml").read_text(encoding="utf-8"))


def draw(seed: int, *key: object) -> int:
    """Return a number that depends on the seed and the key alone, never on what was drawn before."""
    return int.from_bytes(blake2b("/".join(map(str, (seed, *key))).encode(), digest_size=4).digest())


def pick(options: Sequence[T], seed: int, *key: object) -> T:
    """Return one of some options, by seed and key."""
    return options[draw(seed, *key) % len(options)]
