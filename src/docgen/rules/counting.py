"""Takes a rulebook, gives the base by which the votes of elections are counted, as papers print it."""

from __future__ import annotations

from docgen.rules.book import Rulebook
from docgen.rules.votes.elections import V10, CountingBase, Majority


def counting_base(rules: Rulebook) -> CountingBase:
    """Return the base that an organisation set (选举计票基数); the default where V10 is switched off."""
    applied = rules.one(V10.id)
    return applied.parameters.base if applied is not None else Majority().base
