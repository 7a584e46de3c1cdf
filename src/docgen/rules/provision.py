"""Takes nothing, gives what a rule says before it is tested: its words, what they rest on, from when, how grave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, Self, TypeVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from docgen.findings import Level
from docgen.model.base import Model, Truth, label
from docgen.rules.regulations import Basis
from docgen.vocabulary.commands import LEVELS

BASES, COLON = "、", "："


class LevelWord(StrEnum):
    """How docgen.yaml writes a level."""

    ERROR = LEVELS[Level.ERROR]
    WARN = LEVELS[Level.WARN]
    INFO = LEVELS[Level.INFO]


class Parameters(Model):
    """What docgen.yaml may change of every rule; a rule with numbers of its own adds them, with their defaults."""

    on: Truth = label("启用", "写“否”则不查这一条", default=True)
    level: LevelWord | None = label("级别", "不写时用本条自己的级别")

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if not self.on and self.model_fields_set - {"on"}:
            raise PydanticCustomError("rule-off-and-set", "switched off, yet changed")
        return self


P = TypeVar("P", bound=Parameters)
P_co = TypeVar("P_co", bound=Parameters, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Generic[P_co]):
    """What one rule of the rule file says.

    `levels` are its findings' codes, `<id>` or `<id>-<case>`, each with its level; the first is the rule's own.
    `since` is the first day of records and windows for which it holds. `claims` are codes of reading that say the same
    as the rule, so that switching it off or changing its level holds for them too.
    """

    id: str
    words: str
    levels: Mapping[str, Level] = field(hash=False)
    bases: tuple[Basis, ...]
    since: date
    parameters: type[P_co]
    branches_only: bool = True
    claims: tuple[str, ...] = ()

    @property
    def level(self) -> Level:
        """The level of the rule's own finding, which its others do not exceed."""
        return next(iter(self.levels.values()))

    @property
    def basis(self) -> str:
        """The articles and the rule's words, as a finding says them."""
        return f"{BASES.join(map(str, self.bases))}{COLON}{self.words}"


@dataclass(frozen=True, slots=True)
class Applied(Generic[P_co]):
    """A rule with the parameters of one organisation."""

    rule: Provision[P_co]
    parameters: P_co

    def level_of(self, code: str) -> Level:
        """Return the level of a code: an organisation's level replaces the rule's, and bounds that of lesser cases."""
        own = self.rule.levels.get(code, self.rule.level)
        word = self.parameters.level
        if word is None:
            return own
        wanted = Level[word.name]
        return wanted if own is self.rule.level else max(wanted, own, key=list(Level).index)
