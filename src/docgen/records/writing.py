"""Takes plain texts and lists, gives YAML that reads back as the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Plain: TypeAlias = "str | Sequence[Plain] | Mapping[str, Plain]"

INDENT = "  "
DASH = "- "
LITERAL = "|"
# What YAML, or the reader of records, would take for something else than text.
_NOT_PLAIN = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`=<~]|:\s|\s#|:$|\s$|^$|[\[\]{},]|^[^\s:]{1,12}：")


def scalar(text: str, quote: str = "") -> str:
    """Write one line of text, in quotes where it needs them or where it had some."""
    line = " ".join(text.splitlines())
    if quote == '"':
        inner = line.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{inner}"'
    return f"'{line.replace(chr(39), chr(39) * 2)}'" if quote or _NOT_PLAIN.search(line) else line


def entry(key: str, value: Plain) -> Iterator[str]:
    """Yield the lines of a key and its value: a text, a list, or keys with values."""
    head, *others = beside(value)
    yield f"{scalar(key)}:{head}"
    yield from others


def item(value: Plain) -> Iterator[str]:
    """Yield the lines of one item of a list, with its dash."""
    head, *others = beside_dash(value)
    yield f"-{head}"
    yield from others


def inside(value: Plain) -> Iterator[str]:
    """Yield the lines of a list or of keys with values."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from entry(key, each)
    else:
        for each in value:
            yield from item(each)


def beside(value: Plain) -> list[str]:
    """Return what stands on the line of the key that holds a value, and the lines below it."""
    if not isinstance(value, str):
        return ["", *(f"{INDENT}{line}" if line else "" for line in inside(value))]
    if "\n" not in value.strip("\n"):
        return [f" {scalar(value)}"]
    return [f" {literal_sign(value)}", *literal_lines(value)]


def beside_dash(value: Plain) -> list[str]:
    """Return what stands on the line of the dash of an item, and the lines below it."""
    if isinstance(value, str):
        return beside(value)
    first, *others = inside(value)
    return [f" {first}", *(f"{INDENT}{line}" if line else "" for line in others)]


def literal_sign(text: str) -> str:
    """Return the sign before a text of several lines; one that begins with a blank says how far it is indented."""
    return f"{LITERAL}{len(INDENT)}" if text.strip("\n")[:1] in {" ", "\t"} else LITERAL


def literal_lines(text: str) -> list[str]:
    """Return the lines of a text of several lines, those between paragraphs bare."""
    return [f"{INDENT}{line}" if line else "" for line in text.strip("\n").split("\n")]


def flow(value: Plain) -> str:
    """Write a value on one line, in brackets and braces; ValueError for a text of several lines."""
    if isinstance(value, str):
        if "\n" in value.strip("\n"):
            raise ValueError(value)
        return scalar(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{scalar(key)}: {flow(each)}' for key, each in value.items())}}}"
    return f"[{', '.join(map(flow, value))}]"
