"""Takes blocks, gives what stands first in them and what stands in them at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docgen.house.outline import Block, For, If


def leads_with(block: Block | None, kind: type[Any]) -> bool:
    """Tell whether a block, or the first one inside it, is of a kind."""
    while isinstance(block, If | For) and block.blocks:
        block = block.blocks[0]
    return isinstance(block, kind)


def flattened(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks in order with those inside them."""
    for block in blocks:
        yield block
        if isinstance(block, If | For):
            yield from flattened(block.blocks)
        if isinstance(block, If):
            yield from flattened(block.otherwise)
