"""Takes a provision, gives the rule: the provision with the tests that prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Generic

from msgspec import Struct

from docgen.findings import Finding
from docgen.rules.case import Case
from docgen.rules.obligation import Obligation
from docgen.rules.provision import Applied, P, P_co, Provision
from docgen.rules.spot import Spot
from docgen.view import Plain


class Test(Struct, Generic[P], frozen=True):
    """A test of one unit's ledger; it yields what is against the rule."""

    __test__ = False

    check: Callable[[Case[P]], Iterable[Finding]]


class Duty(Struct, Generic[P], frozen=True):
    """What a unit owes in a year: each obligation with its window and state. What is missing is against the rule."""

    owed: Callable[[Case[P], int], Iterable[Obligation]]


class Across(Struct, Generic[P], frozen=True):
    """A test across units: `digest` beside the records of each, `check` over {简称: digest}."""

    digest: Callable[[Case[P]], Plain]
    check: Callable[[AcrossCase[P], Mapping[str, Any]], Iterator[Finding]]


class AcrossCase(Struct, Generic[P_co], frozen=True):
    """What a test across units may ask besides the digests: the rule as applied, and the day of checking."""

    applied: Applied[P_co]
    day: date

    @property
    def parameters(self) -> P_co:
        """The rule's parameters."""
        return self.applied.parameters

    def finding(self, at: Spot, *, case: str = "", value: str | int = "", **values: str | int) -> Finding:
        """Return a finding about a spot that a digest named; `case` is the part of the finding's code."""
        said = {"value": value} | values
        return self.applied.finding(self.applied.code(case), at.place, at.record, said, at.path)


class Rule(Provision[P], frozen=True, kw_only=True):
    """One rule of the rule file."""

    tests: tuple[Test[P] | Duty[P] | Across[P], ...]

    @property
    def asks(self) -> bool:
        """Whether something is owed by it."""
        return any(isinstance(test, Duty) for test in self.tests)
