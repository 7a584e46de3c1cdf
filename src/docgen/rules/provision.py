"""Takes nothing, gives what a rule says before it is tested: its words, what they rest on, from when, how grave."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import ClassVar, Generic, Self, TypeVar

from msgspec import Struct
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from docgen.findings import Finding, Level, Place
from docgen.model.base import Model, Truth, label, label_of
from docgen.rules.regulations import Basis
from docgen.vocabulary.commands import LEVELS

BASES, COLON = "、", "："
CASE_JOINT = "-"


class LevelWord(StrEnum):
    """How docgen.yaml writes a level."""

    ERROR = LEVELS[Level.ERROR]
    WARN = LEVELS[Level.WARN]
    INFO = LEVELS[Level.INFO]


class Parameters(Model):
    """What docgen.yaml may change of every rule; a rule with numbers of its own adds them, with their defaults."""

    on: Truth = label("启用", "写“否”则不查这一条", default=True)
    level: LevelWord | None = label("级别", "不写时用本条自己的级别")

    rising: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Pairs of numbers of which the first does not exceed the second."""

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if not self.on and self.model_fields_set - {"on"}:
            raise PydanticCustomError("rule-off-and-set", "switched off, yet changed")
        return self

    @model_validator(mode="after")
    def _numbers_in_order(self) -> Self:
        for less, more in self.rising:
            if getattr(self, less) > getattr(self, more):
                names = {"less": label_of(type(self), less), "more": label_of(type(self), more)}
                raise PydanticCustomError("rule-numbers-crossed", "numbers contradict each other", names)
        return self


P = TypeVar("P", bound=Parameters)
P_co = TypeVar("P_co", bound=Parameters, covariant=True)


class Provision(Struct, Generic[P_co], frozen=True, kw_only=True):
    """What one rule of the rule file says.

    `levels` are its findings' codes, `<id>` or `<id>-<case>`, each with its level; the first is the rule's own.
    `since` is the first day of records and windows for which it holds. `claims` are codes of reading that say the same
    as the rule, so that switching it off or changing its level holds for them too.
    """

    id: str
    words: str
    levels: Mapping[str, Level]
    bases: tuple[Basis, ...]
    since: date
    parameters: type[P_co]
    branches_only: bool = True
    claims: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def level(self) -> Level:
        """The level of the rule's own finding."""
        return next(iter(self.levels.values()))

    @property
    def articles(self) -> str:
        """The articles on which it rests, as a finding names them."""
        return BASES.join(map(str, self.bases))

    @property
    def short_articles(self) -> str:
        """The articles as tables name them."""
        return BASES.join(basis.short for basis in self.bases)

    @property
    def basis(self) -> str:
        """The articles and the rule's words, as a finding says them."""
        return f"{self.articles}{COLON}{self.words}"


class Applied(Struct, Generic[P_co], frozen=True):
    """A rule with the parameters of one organisation."""

    rule: Provision[P_co]
    parameters: P_co

    def code(self, case: str = "") -> str:
        """Return the code of a case of the rule."""
        return f"{self.rule.id}{CASE_JOINT}{case}" if case else self.rule.id

    def finding(
        self,
        code: str,
        place: Place,
        subject: str,
        values: Mapping[str, str | int],
        path: tuple[str | int, ...] = (),
    ) -> Finding:
        """Return what is against the rule, with its level and basis."""
        return Finding(code, self.weighed(self.rule.levels[code]), place, subject, values, self.rule.basis, path)

    def weighed(self, own: Level) -> Level:
        """Return what an organisation makes of the level of a case.

        Its level takes the place of the rule's own. A case of another level is never raised by it, only lowered to it;
        and an organisation that writes the rule's own level changes nothing.
        """
        word = self.parameters.level
        if word is None or Level[word.name] is self.rule.level:
            return own
        wanted = Level[word.name]
        return wanted if own is self.rule.level else max(wanted, own, key=list(Level).index)
