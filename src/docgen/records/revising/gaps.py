"""Takes what stands between two keys or two items, gives it as comments and empty lines that can go elsewhere."""

from __future__ import annotations

from msgspec import Struct

from docgen.chinese import to_width

SIGN = "#"


class Gap(Struct, frozen=True):
    """Whole lines before a key or item: `lead` are the comments right above it, `loose` is all before them."""

    loose: str = ""
    lead: str = ""

    @classmethod
    def of(cls, between: str, column: int) -> Gap:
        """Return the lines of a text that ends with the indent of a key or item in a column."""
        lines = between[: between.rfind("\n") + 1].splitlines(keepends=True)
        first = len(lines)
        while first and _is_comment_at(lines[first - 1], column):
            first -= 1
        return cls("".join(lines[:first]), "".join(lines[first:]))

    @property
    def text(self) -> str:
        """All of it."""
        return self.loose + self.lead

    @property
    def has_comment(self) -> bool:
        """Tell whether anything is said in it."""
        return SIGN in self.text

    def parted(self, column: int) -> tuple[Gap, Gap]:
        """Return the comments that are indented deeper and so belong to what stands before, and the rest."""
        lines = self.text.splitlines(keepends=True)
        deep = 0
        while deep < len(lines) and lines[deep].lstrip().startswith(SIGN) and _indent(lines[deep]) > column:
            deep += 1
        return Gap("".join(lines[:deep])), Gap.of("".join(lines[deep:]), column)


def with_comment(new: str, old: str, rest: str) -> str:
    """Return a text with the comment that stood beside another, in the same column where there is room."""
    if SIGN not in rest:
        return new
    comment = rest.lstrip(" \t")
    blanks = len(rest) - len(comment) + to_width(old) - to_width(new)
    return f"{new}{' ' * max(blanks, 1)}{comment}"


def flushed(between: str, column: int) -> str:
    """Return lines with the comments that are indented deeper than a column moved there."""
    lines = between.splitlines(keepends=True)
    deep = (_indent(line) > column and line.lstrip(" ").startswith(SIGN) for line in lines)
    return "".join(
        " " * column + line.lstrip(" ") if is_deep else line for is_deep, line in zip(deep, lines, strict=True)
    )


def _is_comment_at(line: str, column: int) -> bool:
    return line.lstrip(" ").startswith(SIGN) and _indent(line) == column


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
