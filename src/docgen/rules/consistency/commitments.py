"""Takes the commitments of members, gives those whose stages or days are out of order, or that cannot be checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docgen.chinese import date_text
from docgen.findings import Finding, Level
from docgen.model.base import label_of
from docgen.model.commitment import Commitment, Promise
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ORGANISATION, Basis
from docgen.rules.rule import Rule, Test

SIGN = "、"
PROMISING, KEEPING = "提诺", "践诺"
MEASURABLE = ("measure", "deadline")
Steps = tuple[str | int, ...]


class Stage(Struct, frozen=True):
    """One stage of a commitment: where it stands, empty when it has not come, and the days that it bears."""

    name: str
    where: Steps
    days: tuple[tuple[Steps, date], ...]


def stages(commitment: Commitment) -> tuple[Stage, ...]:
    """Return the five stages in their order: 提诺, 审诺, 示诺, 践诺, 评诺."""
    kept = tuple(_kept(commitment))
    promised = (("promised",),) if commitment.promised else (("promises",),) if commitment.promises else ()
    return (
        Stage(PROMISING, promised[0] if promised else (), _days(("promised",), commitment.promised)),
        _stage(commitment, "examination"),
        _stage(commitment, "publication"),
        Stage(KEEPING, kept[0][0] if kept else (), kept),
        _stage(commitment, "review"),
    )


def skipped(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the stages that are there though one before them is not."""
    for entry in case.of(Commitment):
        missing: list[str] = []
        for stage in stages(entry.model):
            if not stage.where:
                missing.append(stage.name)
            elif missing:
                said = {"stage": stage.name, "missing": SIGN.join(missing)}
                yield case.finding(entry, *stage.where, value=entry.model.member, **said)
                missing = []


def out_of_order(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the days that lie before a day of an earlier stage."""
    for entry in case.of(Commitment):
        latest, earlier = date.min, ""
        for stage in stages(entry.model):
            for steps, day in stage.days:
                if day < latest:
                    said = {"stage": stage.name, "earlier": earlier, "other": date_text(latest)}
                    yield case.finding(entry, *steps, case="dates", value=date_text(day), **said)
            newest = max((day for _, day in stage.days), default=date.min)
            if newest > latest:
                latest, earlier = newest, stage.name


def unmeasurable(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the promises without a measure or a deadline."""
    for entry in case.of(Commitment):
        for index, promise in enumerate(entry.model.promises):
            lacks = SIGN.join(label_of(Promise, name) for name in MEASURABLE if getattr(promise, name) is None)
            if lacks:
                yield case.finding(entry, "promises", index, "words", case="measure", value=promise.words, lacks=lacks)


def _kept(commitment: Commitment) -> Iterator[tuple[Steps, date]]:
    for index, promise in enumerate(commitment.promises):
        for at, progress in enumerate(promise.progress):
            yield ("promises", index, "progress", at, "day"), progress.day
        if promise.done is not None:
            yield ("promises", index, "done"), promise.done


def _stage(commitment: Commitment, attribute: str) -> Stage:
    part = getattr(commitment, attribute)
    name = label_of(Commitment, attribute)
    return Stage(name, (attribute,), _days((attribute, "day"), part.day)) if part else Stage(name, (), ())


def _days(steps: Steps, day: date | None) -> tuple[tuple[Steps, date], ...]:
    return ((steps, day),) if day else ()


X12 = Rule(
    id="X12",
    words="承诺依次经过提诺、审诺、示诺、践诺、评诺，不跳过、不倒序；承诺的事项要有可以检查的措施和期限",
    levels={"X12": Level.ERROR, "X12-dates": Level.ERROR, "X12-measure": Level.WARN},
    bases=(Basis(ORGANISATION),),
    since=date.min,
    tests=(Test(skipped), Test(out_of_order), Test(unmeasurable)),
    parameters=Parameters,
    branches_only=False,
)
