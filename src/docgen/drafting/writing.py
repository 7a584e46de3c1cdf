"""Takes plain texts and lists, gives YAML that reads back as the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Plain: TypeAlias = "str | Sequence[Plain] | Mapping[str, Plain]"

INDENT = "  "
DASH = "- "
# What YAML, or the reader of records, would take for something else than text.
_NOT_PLAIN = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`=<~]|:\s|\s#|:$|\s$|^$|[\[\]{},]|^[^\s:]{1,12}：")


def scalar(text: str) -> str:
    """Write one line of text, in single quotes where it needs them."""
    line = " ".join(text.splitlines())
    return f"'{line.replace(chr(39), chr(39) * 2)}'" if _NOT_PLAIN.search(line) else line


def entry(key: str, value: Plain) -> Iterator[str]:
    """Yield the lines of a key and its value: a text, a list, or keys with values."""
    if isinstance(value, str) and "\n" in value.strip():
        yield f"{key}: |"
        yield from (f"{INDENT}{line}".rstrip() for line in value.strip().splitlines())
    elif isinstance(value, str):
        yield f"{key}: {scalar(value)}"
    else:
        yield f"{key}:"
        yield from (f"{INDENT}{line}" for line in _inside(value))


def _inside(value: Sequence[Plain] | Mapping[str, Plain]) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from entry(key, each)
        return
    for each in value:
        lines = [scalar(each)] if isinstance(each, str) else list(_inside(each))
        yield f"{DASH}{lines[0]}"
        yield from (f"{INDENT}{line}" for line in lines[1:])
