"""Takes a text with its nodes and other data, gives the text in which only what changed is written anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.records.record import Path, Written
from docgen.records.revising.brackets import in_brackets
from docgen.records.revising.gaps import SIGN, Gap, flushed, with_comment
from docgen.records.revising.matching import match
from docgen.records.revising.order import MOST_KEYS, Order, added, place_of
from docgen.records.revising.outline import BLOCK_STYLES, Entry, Node, UnfitError, outline_of
from docgen.records.writing import beside, beside_dash, entry, flow, item, literal_lines, literal_sign, scalar

_DASH = "-"


class _Piece(Struct, frozen=True):
    """A key or item as it will stand: what stands above it, its own text, and the break after it."""

    gap: Gap
    body: str
    key: str = ""
    end: str = ""


class Splice:
    """One text under revision; what does not change is taken over as it stands.

    With `flush` comments that are indented deeper than what follows are not: below a text of several lines they would
    become part of it.
    """

    def __init__(self, text: str, order: Order, line_end: str, *, flush: bool = False) -> None:
        self._outline = outline_of(text)
        self._text = text
        self._order = order
        self._break = line_end
        self._flush = flush

    def revised(self, data: Mapping[str, Written]) -> str:
        """Return the text with other data; raise UnfitError where it cannot be changed in parts."""
        root = self._outline.root
        start = self._outline.line_begin(root.begin)
        rest = self._text[root.end :]
        if self._flush:
            rest = flushed(rest, root.column)
        return self._text[:start] + self._group(root, data, (), start) + rest

    # ---- groups

    def _group(self, node: Node, new: Mapping[str, Written], path: Path, start: int) -> str:
        """Return the keys with their values, from `start` on to the end of a group."""
        if len(new) > MOST_KEYS or len(node.entries) > MOST_KEYS:
            raise UnfitError
        pieces = self._kept(node, new, path, start)
        present = {piece.key for piece in pieces}
        rank = added(self._order(path), new)
        for key in rank:
            if key not in present:
                body = self._below(entry(key, new[key]), node.column)
                self._insert(pieces, place_of(key, [piece.key for piece in pieces], rank), key, body, node.column)
        return self._joined(pieces, node.column, start)

    def _kept(self, node: Node, new: Mapping[str, Written], path: Path, start: int) -> list[_Piece]:
        """Return the keys that stay: those of the new data, and those that stand empty or have a comment."""
        pieces: list[_Piece] = []
        blank = Gap()
        gaps = self._gaps(node, start)
        for index, (each, gap) in enumerate(zip(node.entries, gaps, strict=True)):
            if each.key in new or each.node.value is None:
                body = self._changed(each, new.get(each.key), (*path, each.key), node.column)
            else:
                # What comes first beside a dash cannot have its comments above it.
                would_be_first = not pieces and self._is_beside_dash(start)
                said = gaps[index : index + 2] if would_be_first else (gap,)
                body = self._emptied(each, always=any(one.has_comment for one in said))
            if body:
                pieces.append(_Piece(gap if gap.text else blank, body, each.key, self._end(each)))
                blank = Gap()
            else:
                blank = gap
        return pieces

    def _insert(self, pieces: list[_Piece], place: int, key: str, body: str, column: int) -> None:
        """Put a new key in; comments on top stay on top, deeper ones stay with what they stand below."""
        gap = Gap()
        if place < len(pieces):
            after = pieces[place]
            gap, rest = after.gap.parted(column) if place else (after.gap, Gap())
            pieces[place] = replace(after, gap=rest)
        pieces.insert(place, _Piece(gap, body, key))

    # ---- lists

    def _list(self, node: Node, new: Sequence[Written], path: Path, start: int) -> str:
        """Return the items of a list, from `start` on to its end; comments go where their items go."""
        old = node.entries
        gaps = self._gaps(node, start)
        sources = match([each.node.value for each in old], new)
        taken = set(sources)
        gone = {place for place, each in enumerate(old) if each.node.value is not None} - taken
        left = self._left(gaps, gone)
        in_braces = all(each.node.in_line and not each.node.is_text for each in old)
        pieces = list(self._standing(old, gaps, -1, taken))
        for value, place in zip(new, sources, strict=True):
            if place is None:
                pieces.append(_Piece(Gap(), self._new_item(value, node.column, in_braces=in_braces)))
                continue
            body = self._changed(old[place], value, (*path, place), node.column)
            gap = Gap(left.pop(place, "") + gaps[place].loose, gaps[place].lead)
            pieces.append(_Piece(gap, body, end=self._end(old[place])))
            pieces += self._standing(old, gaps, place, taken)
        text = self._joined(pieces, node.column, start)
        return text + "".join(f"{self._break}{each.rstrip()}" for each in left.values())

    def _left(self, gaps: Sequence[Gap], gone: set[int]) -> dict[int, str]:
        """Return what is said apart from the items that go, by the next item that stays."""
        left: dict[int, str] = {}
        after = len(gaps)
        for place in reversed(range(len(gaps))):
            if place not in gone:
                after = place
            elif SIGN in gaps[place].loose:
                left[after] = gaps[place].loose + left.get(after, "")
        return left

    def _standing(
        self, old: Sequence[Entry], gaps: Sequence[Gap], place: int, taken: Collection[int | None]
    ) -> Iterator[_Piece]:
        """Yield the items behind one that stand empty and stay so."""
        for each in range(place + 1, len(old)):
            if old[each].node.value is not None or each in taken:
                return
            yield _Piece(gaps[each], self._text[old[each].begin : old[each].end], end=self._end(old[each]))

    def _new_item(self, value: Written, column: int, *, in_braces: bool) -> str:
        """Return a new item, in braces where all others are."""
        if in_braces and not isinstance(value, str):
            try:
                return f"{_DASH} {flow(value)}"
            except ValueError:
                pass
        return self._below(item(value), column)

    # ---- one key or item

    def _changed(self, each: Entry, value: Written | None, path: Path, column: int) -> str:
        """Return a key or item with another value, or as it stands where it has that value already."""
        node = each.node
        if value is None or node.value == value:
            return self._text[each.begin : each.end]
        try:
            if isinstance(value, str):
                return self._other_text(each, value, column)
            if node.is_text or node.is_list != isinstance(value, list):
                raise UnfitError
            if node.in_line:
                revised = in_brackets(self._text, node, value, self._order, path)
                return self._text[each.begin : node.begin] + revised + self._text[node.end : each.end]
            return self._inside(each, value, path)
        except UnfitError:
            return self._anew(each, value, column)

    def _inside(self, each: Entry, value: Written, path: Path) -> str:
        """Return a key or item with the group or list in it revised."""
        node, text = each.node, self._text
        is_beside = self._outline.line_begin(node.begin) <= each.begin
        # What is not beside a dash begins with the line below, so that comments above the first key or item are its own.
        start = node.begin if is_beside else text.index("\n", each.held) + 1
        inner = self._group(node, value, path, start) if isinstance(value, dict) else ""
        return text[each.begin : start] + (self._list(node, value, path, start) if isinstance(value, list) else inner)

    def _other_text(self, each: Entry, value: str, column: int) -> str:
        """Return a key or item with another text, in the quotes or behind the sign that it had."""
        node, text = each.node, self._text
        if node.style == "|":
            sign = text[node.begin : self._outline.line_end(node.begin)]
            sign = literal_sign(value) + sign[len(sign.split()[0]) :]
            return text[each.begin : node.begin] + self._below([sign, *literal_lines(value)], column)
        if not node.is_text or node.style in BLOCK_STYLES or "\n" in value:
            raise UnfitError
        written = (text[each.held : node.begin] or " ") + scalar(value, node.style)
        return text[each.begin : each.held] + with_comment(
            written, text[each.held : node.end], text[node.end : each.end]
        )

    def _anew(self, each: Entry, value: Written, column: int) -> str:
        """Return a key or item with its value written anew; the comment beside it stays."""
        head = self._text[each.begin : each.held]
        first, *others = beside_dash(value) if head == _DASH else beside(value)
        return head + self._below([with_comment(first, *self._beside(each)), *others], column)

    def _emptied(self, each: Entry, *, always: bool) -> str:
        """Return a key without its value where a comment stands beside it, or always; else nothing."""
        old, comment = self._beside(each)
        head = self._text[each.begin : each.held]
        return head + with_comment("", old, comment) if comment or always else ""

    def _beside(self, each: Entry) -> tuple[str, str]:
        """Return what stands on the line of a key or dash up to its comment, and the comment with the blanks before it."""
        node, text = each.node, self._text
        if node.in_line and SIGN in text[node.end : each.end]:
            return text[each.held : node.end].split("\n")[0], text[node.end : each.end]
        line = text[each.held : min(self._outline.line_end(each.held), node.begin)]
        if node.style in BLOCK_STYLES:
            line = text[each.held : self._outline.line_end(node.begin)]
        before, sign, after = line.partition(SIGN)
        old = before.rstrip(" \t")
        return old, before[len(old) :] + sign + after if sign else ""

    # ---- lines

    def _gaps(self, node: Node, start: int) -> list[Gap]:
        found: list[Gap] = []
        for each in node.entries:
            between = self._text[start : each.begin]
            if self._flush:
                between = flushed(between, node.column)
            # The break after what stands before is no empty line.
            found.append(Gap.of(between.partition("\n")[2] if found else between, node.column))
            start = each.end
        return found

    def _end(self, each: Entry) -> str:
        return self._text[each.end : self._text.find("\n", each.end) + 1] or self._break

    def _is_beside_dash(self, start: int) -> bool:
        return start > 0 and self._text[start - 1] != "\n"

    def _below(self, lines: Iterator[str] | Sequence[str], column: int) -> str:
        """Return lines of which all but the first are indented to a column."""
        indent = " " * column
        first, *others = lines
        return "".join([first, *(f"{self._break}{indent if line else ''}{line}" for line in others)])

    def _joined(self, pieces: Sequence[_Piece], column: int, start: int) -> str:
        """Return keys or items below each other; the first may stand beside a dash, where no comment can precede it."""
        is_beside = self._is_beside_dash(start)
        parts: list[str] = []
        for index, piece in enumerate(pieces):
            if index or not is_beside:
                parts.append(f"{piece.gap.text}{' ' * column}")
            elif piece.gap.has_comment:
                raise UnfitError
            parts += [piece.body, piece.end or self._break]
        return "".join(parts[:-1])
