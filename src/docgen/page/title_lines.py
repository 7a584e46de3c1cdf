"""Takes a title, gives its lines: words whole, a trapezoid or a diamond, no line too long (GB/T 9704 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from docgen.chinese import is_han, to_width
from docgen.page.title_words import TITLE_WORDS

HAND_BREAK = "|"
TITLE_FILTER = "标题行"
"""What templates call the breaking of a title into lines."""
TITLE_WIDTH = 20
COLUMNS_PER_CHAR = 2
LINES_SEARCHED = 4

OPENERS, CLOSERS = "（《“‘〔【", "）》”’〕】"
NEVER_FIRST = tuple(CLOSERS + "，。、；：？！·—…%")
PARTICLES = ("的", "等")
TOPIC = "关于"
JOINERS = ("和", "与", "及", "以及", "暨", "对", "在", "以", "为", "赴")
CLINGS_TO_NEXT = (TOPIC, *JOINERS, "中共")
FREE_BEFORE = (TOPIC, "《", "“")
FREE_AFTER = ("，", "、", "；", "：", "》", "”", "）", " ", "\u3000")

BAD_PLACE, INSIDE_WORD, INSIDE_MARKS, EXTRA_LINE = 60.0, 6.0, 4.0, 5.0
WORD_BREAK, PARTICLE_BREAK, JOINER_BREAK = 1.0, 1.5, 0.5
HOURGLASS, SHORT_LINE, RECTANGLE, SPREAD = 5.0, 4.0, 0.5, 0.15
SHORT_CHARS = 4

_KNOWN = sorted({*TITLE_WORDS, *CLINGS_TO_NEXT, *PARTICLES}, key=lambda word: (-len(word), word))
_TOKEN = re.compile(
    "|".join(map(re.escape, _KNOWN))
    + r"|第?[0-9A-Za-z.,%〇零一二三四五六七八九十百]+(?:周年|季度|年度|月份|[年月日号期季届次个名项条%万亿人])+"
    r"|第[一二三四五六七八九十百]+|[0-9A-Za-z.,%]+|——|……|\s+|.",
    re.DOTALL,
)


def title_lines(text: str, width: int = TITLE_WIDTH) -> list[str]:
    """Break a title into lines of at most `width` characters (two half-width ones count as one).

    A hand break `|` always ends a line; a piece between hand breaks that is too long is broken further.
    """
    pieces = (piece.strip() for piece in text.split(HAND_BREAK))
    lines = (line.strip() for piece in pieces for line in _break(piece, width))
    return [line for line in lines if line]


def words(text: str) -> list[str]:
    """Cut a title into pieces that should stay whole; joined they are the text again.

    Common words of official titles, numbers with their units, and marks are known; of other Han characters each two
    count as a word.
    """
    pieces: list[str] = []
    loose = ""
    for token in _TOKEN.findall(text):
        if is_han(token) and len(token) == 1 and token not in _KNOWN:
            loose += token
            continue
        pieces += [*_pairs(loose), token]
        loose = ""
    return [*pieces, *_pairs(loose)]


def _pairs(loose: str) -> list[str]:
    pairs = [loose[start : start + 2] for start in range(0, len(loose), 2)]
    if len(pairs) > 1 and len(pairs[-1]) == 1:
        pairs[-2:] = ["".join(pairs[-2:])]
    return pairs


def _break(text: str, width: int) -> list[str]:
    if _chars(text) <= width:
        return [text]
    pieces = [part for word in words(text) for part in _cut_to(word, width)]
    filled = _filled(pieces, width)
    fewest = len(filled)
    if fewest > LINES_SEARCHED:
        return filled
    costs = _boundary_costs(pieces)
    widths = [_chars(piece) for piece in pieces]
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
    if right.startswith(NEVER_FIRST) or right in PARTICLES or left.endswith(tuple(OPENERS)) or left in CLINGS_TO_NEXT:
        return BAD_PLACE
    if left.endswith(FREE_AFTER) or right.startswith(FREE_BEFORE):
        return 0
    if right in JOINERS:
        return JOINER_BREAK
    if left in PARTICLES:
        return PARTICLE_BREAK
    return WORD_BREAK if left in _KNOWN or right in _KNOWN else INSIDE_WORD


def _shape_cost(lengths: Sequence[float]) -> float:
    """Price a shape: an hourglass most, then stubs and rectangles; trapezoids and diamonds are free."""
    steps = [below - above for above, below in pairwise(lengths)]
    narrowing = [index for index, step in enumerate(steps) if step < 0]
    cost = SPREAD * (max(lengths) - min(lengths)) + SHORT_LINE * sum(length < SHORT_CHARS for length in lengths)
    if narrowing and any(step > 0 for step in steps[narrowing[0] :]):
        cost += HOURGLASS
    return cost if any(steps) else cost + RECTANGLE


def _filled(pieces: Sequence[str], width: int) -> list[str]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and _chars(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece
    return lines


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
