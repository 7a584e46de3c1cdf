"""Takes a title, gives its lines: words whole, a trapezoid or a diamond, no line too long (GB/T 9704 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from docgen.chinese import NEVER_FIRST, NEVER_LAST, to_width
from docgen.page.words import words

HAND_BREAK = "|"
TITLE_FILTER = "标题行"
"""What templates call the breaking of a title into lines."""
TITLE_WIDTH = 20
COLUMNS_PER_CHAR = 2
LINES_SEARCHED, PIECES_SEARCHED = 4, 60
"""How large a title may be for all of its shapes to be compared; a larger one is filled line after line."""

OPENERS, CLOSERS = "（《“‘〔【", "）》”’〕】"
DASH = "—"
"""What a line may begin with in a text, a line of a title not."""
_NEVER_FIRST, _NEVER_LAST = (*NEVER_FIRST, DASH), tuple(NEVER_LAST)
NEVER_FIRST_WORDS = frozenset("的地得和与等之了")
TOPIC = "关于"
LINKS = frozenset({"及", "以及", "暨", "或"})
CLINGS_TO_NEXT = frozenset({TOPIC, "对", "在", "以", "为", "赴", "向", "从", "将", "把", "中共", *LINKS})
HANGING = frozenset("和与")
FREE_BEFORE = (TOPIC, "《", "“", "（")
FREE_AFTER = ("，", "、", "；", "：", "》", "”", "）", " ", "\u3000")
PARTICLE = "的"
PART_OF_YEAR = re.compile(r"[0-9〇一二三四五六七八九十]+[月日]|第?[一二三四]季度|[上下]半年")
YEAR_OR_MONTH = ("年", "月")

BAD_PLACE, INSIDE_DATE, INSIDE_MARKS, EXTRA_LINE = 200.0, 6.0, 4.0, 5.0
WORD_BREAK, PARTICLE_BREAK, LINK_BREAK, HANGING_BREAK = 1.5, 1.2, 0.2, 3.0
HOURGLASS, SHORT_LINE, RECTANGLE, SPREAD = 100.0, 4.0, 0.5, 0.15
SHORT_CHARS = 5


def title_lines(text: str, width: int = TITLE_WIDTH) -> list[str]:
    """Break a title into lines of at most `width` characters (two half-width ones count as one).

    A hand break `|` always ends a line; a piece between hand breaks that is too long is broken further.
    """
    pieces = (piece.strip() for piece in text.split(HAND_BREAK))
    lines = (line.strip() for piece in pieces for line in _break(piece, width))
    return [line for line in lines if line]


def _break(text: str, width: int) -> list[str]:
    if _chars(text) <= width:
        return [text]
    pieces = [part for word in words(text) for part in _cut_to(word, width)]
    costs = _boundary_costs(pieces)
    widths = [_chars(piece) for piece in pieces]
    fewest = len(_filled(widths, [0.0] * len(pieces), width))
    if fewest > LINES_SEARCHED or len(pieces) > PIECES_SEARCHED:
        best = _filled(widths, costs, width)
    else:
        best = min(
            (layout for count in (fewest, fewest + 1) for layout in _layouts(widths, width, count)),
            key=lambda layout: _cost(layout, widths, costs) + EXTRA_LINE * (len(layout) - fewest),
        )
    return ["".join(pieces[start:end]) for start, end in pairwise([0, *best])]


def _layouts(widths: Sequence[float], width: int, count: int, start: int = 0) -> Iterator[tuple[int, ...]]:
    """Yield every way to lay pieces on `count` lines of `width`, as the index after each line's last piece."""
    if sum(widths[start:]) > count * width:
        return
    if count == 1:
        yield (len(widths),)
        return
    for end, length in enumerate(accumulate(widths[start:-1]), start + 1):
        if length > width:
            return
        for rest in _layouts(widths, width, count - 1, end):
            yield (end, *rest)


def _cost(layout: Sequence[int], widths: Sequence[float], costs: Sequence[float]) -> float:
    lengths = [sum(widths[start:end]) for start, end in pairwise([0, *layout])]
    return _shape_cost(lengths) + sum(costs[end] for end in layout[:-1])


def _boundary_costs(pieces: Sequence[str]) -> list[float]:
    """Price a break before each piece; the first entry is never read."""
    costs, depth = [0.0], 0
    for left, right in pairwise(pieces):
        depth += sum(left.count(mark) for mark in OPENERS) - sum(left.count(mark) for mark in CLOSERS)
        costs.append(_boundary_cost(left, right) + (INSIDE_MARKS if depth > 0 else 0))
    return costs


def _boundary_cost(left: str, right: str) -> float:
    if right.startswith(_NEVER_FIRST) or right in NEVER_FIRST_WORDS:
        return BAD_PLACE
    if left.endswith(_NEVER_LAST) or left in CLINGS_TO_NEXT:
        return BAD_PLACE
    if left.endswith(FREE_AFTER) or right.startswith(FREE_BEFORE):
        return 0
    if left.endswith(YEAR_OR_MONTH) and PART_OF_YEAR.match(right):
        return INSIDE_DATE
    if left in HANGING:
        return HANGING_BREAK
    if right in LINKS:
        return LINK_BREAK
    return PARTICLE_BREAK if left == PARTICLE else WORD_BREAK


def _shape_cost(lengths: Sequence[float]) -> float:
    """Price a shape: an hourglass most, then stubs and rectangles; trapezoids and diamonds are free."""
    steps = [below - above for above, below in pairwise(lengths)]
    narrowing = [index for index, step in enumerate(steps) if step < 0]
    cost = SPREAD * (max(lengths) - min(lengths)) + SHORT_LINE * sum(length < SHORT_CHARS for length in lengths)
    if narrowing and any(step > 0 for step in steps[narrowing[0] :]):
        cost += HOURGLASS
    return cost if any(steps) else cost + RECTANGLE


def _filled(widths: Sequence[float], costs: Sequence[float], width: int) -> tuple[int, ...]:
    """Fill line after line, each up to the last place that is not bad, as the index after its last piece."""
    ends: list[int] = []
    start = 0
    while start < len(widths):
        end = start + 1
        while end < len(widths) and sum(widths[start : end + 1]) <= width:
            end += 1
        good = [place for place in range(end, start, -1) if place == len(widths) or costs[place] < BAD_PLACE]
        start = good[0] if good else end
        ends.append(start)
    return tuple(ends)


def _cut_to(word: str, width: int) -> Iterator[str]:
    part = ""
    for char in word:
        if part and _chars(part + char) > width:
            yield part
            part = ""
        part += char
    yield part


def _chars(text: str) -> float:
    return to_width(text) / COLUMNS_PER_CHAR
