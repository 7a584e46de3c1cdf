"""Takes a value of a style sheet that names variables, gives it solved: once in a document.

A cell's `border: var(--table-border) solid` is solved twelve times by WeasyPrint, and so for every cell of a table.
"""

from __future__ import annotations

from typing import Any

from weasyprint.css.tokens import Pending

_solve = Pending.solve

# The tokens are kept beside what came of them, so that none takes another one's identity.
_solved: dict[tuple[Any, ...], tuple[Any, tuple[Any, ...]]] = {}


def solve_once(pending: Any, tokens: Any, wanted_key: str, base_url: Any) -> Any:
    """Solve a value as WeasyPrint does, or take what came of the same tokens before; raise what it raises."""
    key = (pending, wanted_key, *map(id, tokens))
    if key not in _solved:
        _solved[key] = (_solve(pending, tokens, wanted_key, base_url), tuple(tokens))
    return _solved[key][0]


def forget_values() -> None:
    """Forget what was solved: the next document has variables of its own."""
    _solved.clear()
