"""Takes what a template is about to do while a paper is made, gives it leave or TemplateError: nothing goes on for ever.

Steps are counted: iterations of loops, calls of macros, pieces of text; and there is an hour-glass. No paper of a real
year comes near the end of either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import islice
from time import monotonic
from typing import Any

from jinja2 import Environment, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.runtime import Context as Names

from docgen.errors import TemplateError

MOST_STEPS = 2_000_000
MOST_SECONDS = 60.0
"""How long one part of a paper may take, however busy the machine is; a real one takes thousandths."""
MOST_CHARACTERS = 64_000_000
"""What one paper, or one macro, may say."""
MOST_TEXT, MOST_ITEMS = 300_000, 2_000
"""How long a text or a list may become that an expression makes of others; a record's file is no longer than the first."""
MOST_RANGE = 10_000
MOST_BITS = 4096
COUNTED = " counted"
"""The filter that every loop's list goes through; nobody can write a name that begins with a blank."""
_INCLUDED_STEPS = 100
_CHARACTERS_PER_STEP = 100
_WORK = (nodes.Compare, nodes.Filter, nodes.Test, nodes.Call, nodes.BinExpr, nodes.Concat)
_MUCH_WORK = 2_000
_STEPS_PER_LOOK = 50
_BATCH = 64
_LONG = (str, bytes, list, tuple)


class Counting(CodeGenerator):
    """Writes templates so that they ask for leave where they join texts and make lists."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.buffer is not None:
            self.write("environment.paid(")
        super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        super()._output_child_post(node, frame, finalize)
        if frame.buffer is not None:
            self.write(")")

    @optimizeconst
    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        """Join by `joined`."""
        self.write(f"environment.joined({'markup_join' if frame.eval_ctx.autoescape else 'str_join'}, (")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        """Let a list that a template writes hold no lists: it could double with each line."""
        self._flat(node, frame, super().visit_List)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        """Let a tuple hold none either."""
        if node.ctx == "load":
            self._flat(node, frame, super().visit_Tuple)
        else:
            super().visit_Tuple(node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        """Let a mapping hold none either."""
        self._flat(node, frame, super().visit_Dict)

    def _flat(self, node: Any, frame: Frame, visit: Callable[[Any, Frame], None]) -> None:
        try:
            node.as_const(frame.eval_ctx)
            visit(node, frame)
        except nodes.Impossible:
            self.write("environment.flat(")
            visit(node, frame)
            self.write(")")


def count_loops(tree: nodes.Template, environment: Environment) -> None:
    """Hand the list of each loop to `counted`, with the weight of one iteration."""
    for loop in tree.find_all(nodes.For):
        measures = [nodes.Const(each, lineno=loop.lineno) for each in (_weight(loop.body), _work(loop))]
        loop.iter = nodes.Filter(loop.iter, COUNTED, measures, [], None, None, lineno=loop.lineno)
        loop.iter.set_environment(environment)


@dataclass(slots=True)
class _Left:
    """What a paper has left: steps, how many there will be when the clock is looked at next, and until when."""

    steps: int
    until: float
    look_at: int = MOST_STEPS

    def look(self) -> None:
        """Raise TemplateError when steps or time are over."""
        if self.steps < 0 or monotonic() > self.until:
            raise _endless()
        self.look_at = max(self.steps - _STEPS_PER_LOOK, 0)


_left: ContextVar[_Left] = ContextVar("left")


@contextmanager
def allowed() -> Iterator[None]:
    """Begin a paper, or a part of one, with all its steps before it."""
    token = _left.set(_Left(MOST_STEPS, monotonic() + MOST_SECONDS))
    try:
        yield
    finally:
        _left.reset(token)


def spend(steps: int) -> None:
    """Take steps from what is left; raise TemplateError when that was all."""
    left = _left.get(None)
    if left is not None:
        left.steps -= steps
        if left.steps < left.look_at:
            left.look()


@pass_context
def counted(_names: Names, items: Any, weight: int, work: int) -> Any:
    """Return a loop's list when its iterations are still allowed; one with much work looks at the clock each time."""
    try:
        length = len(items)
    except TypeError:
        items = list(islice(items, MOST_STEPS))
        length = len(items)
    spend(1 + length * weight)
    return _Timed(items) if length * work > _MUCH_WORK else items


class _Timed(list[Any]):
    """A loop's list that ends when the time is over."""

    def __iter__(self) -> Iterator[Any]:
        for item in super().__iter__():
            spend(1)
            yield item


def concat(pieces: Iterable[str]) -> str:
    """Join the pieces of a paper or a macro, a batch at a time."""
    waiting, made, length = iter(pieces), [], 0
    while batch := list(islice(waiting, _BATCH)):
        made.append("".join(batch))
        spend(len(batch))
        length += len(made[-1])
        if length > MOST_CHARACTERS:
            raise _endless()
    return made[0] if len(made) == 1 else "".join(made)


def flat(made: Any) -> Any:
    """Return a list, tuple or mapping that a template wrote; raise TemplateError where it holds others."""
    if any(isinstance(each, list | tuple | Mapping) for each in (made.values() if isinstance(made, dict) else made)):
        raise _endless()
    return made


def joined(join: Callable[[Sequence[Any]], str], pieces: Sequence[Any]) -> str:
    """Join the values of an expression with `~`."""
    check_length(sum(len(each) for each in pieces if isinstance(each, str)))
    return join(pieces)


def check_operation(operator: str, left: Any, right: Any) -> None:
    """Raise TemplateError for what +, *, ** or % would make too large; text is no pattern to be filled."""
    if operator == "%" and isinstance(left, str | bytes):
        raise _endless()
    if isinstance(left, _LONG) or isinstance(right, _LONG):
        is_text = isinstance(left, str) or isinstance(right, str)
        check_length(_made(operator, left, right), MOST_TEXT if is_text else MOST_ITEMS)
    elif operator in {"*", "**"} and _bits_made(operator, left, right) > MOST_BITS:
        raise _endless()


def check_length(length: int, most: int = MOST_TEXT) -> None:
    """Raise TemplateError for a text or list that an expression would make too long; what is long takes steps."""
    if length > most:
        raise _endless()
    spend(length // _CHARACTERS_PER_STEP)


def paid(text: str) -> str:
    """Return a text that is laid by, as in a macro, when there are steps for its length."""
    spend(len(text) // _CHARACTERS_PER_STEP)
    return text


def bounded_range(*bounds: int) -> range:
    """Return a range that is not too long."""
    made = range(*bounds)
    if made and abs(made[-1] - made[0]) // abs(made.step) >= MOST_RANGE:
        raise _endless()
    return made


def _made(operator: str, left: Any, right: Any) -> int:
    lengths = [len(each) if isinstance(each, _LONG) else 0 for each in (left, right)]
    if operator == "*":
        return max(lengths) * next((each for each in (left, right) if isinstance(each, int)), 1)
    return sum(lengths)


def _bits_made(operator: str, left: object, right: object) -> int:
    if operator == "*":
        return _bits(left) + _bits(right)
    return _bits(left) * min(abs(right), MOST_BITS + 1) if isinstance(right, int) else 0


def _bits(number: object) -> int:
    return number.bit_length() if isinstance(number, int) else 0


def _weight(body: Sequence[nodes.Node]) -> int:
    """Return about how many pieces of text one iteration makes."""
    pieces = sum(len(each.nodes) for node in body for each in _own_and_below(node, nodes.Output))
    return 1 + pieces + _INCLUDED_STEPS * sum(1 for node in body for _ in _own_and_below(node, nodes.Include))


def _work(loop: nodes.For) -> int:
    """Return how much one iteration compares, calls and calculates."""
    return sum(1 for _ in loop.find_all(_WORK))


def _own_and_below(node: nodes.Node, kind: Any) -> Iterator[Any]:
    if isinstance(node, kind):
        yield node
    yield from node.find_all(kind)


def _endless() -> TemplateError:
    return TemplateError("template-endless")
