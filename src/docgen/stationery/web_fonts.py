"""Takes the text of a page template with its style sheets, gives the chains of fonts that its elements ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->|\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_RULE = re.compile(r"([^{};]*)\{([^{}]*)\}")
_INLINE = re.compile(r"""style=(["'])(.*?)\1""", re.DOTALL)
_FAMILY = re.compile(r"(?:^|[;\s])(font-family|font)\s*:\s*([^;}]+)")
_VARIABLE = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
_USE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)")
_CLASS_OF_RULE = re.compile(r"\.([A-Za-z_][\w-]*)")
_CLASSES = re.compile(r"""class=(["'])(.*?)\1""", re.DOTALL)
_CLASS = re.compile(r"[A-Za-z_][\w-]*")
# In the shorthand the families follow the size: `16pt/28.95pt "仿宋", serif`.
_AFTER_SIZE = re.compile(r"^.*?(?:[\d.]+(?:%|[a-z]+)|\))(?:\s*/\s*\S+)?\s+")
_NOT_NAMED = frozenset({"inherit", "initial", "unset", "revert"})

FontChain = tuple[str, ...]


def web_fonts(sources: list[str]) -> Iterator[FontChain]:
    """Yield the chain of each rule that some element can match, its classes being among those that the page has."""
    texts = [_COMMENT.sub("", text) for text in sources]
    variables = {name: value for text in texts for name, value in _VARIABLE.findall(text)}
    classes = {each for text in texts for _, found in _CLASSES.findall(text) for each in _CLASS.findall(found)}
    for text in texts:
        for selector, body in _RULE.findall(_TAG.sub(" ", text)):
            if set(_CLASS_OF_RULE.findall(selector)) <= classes:
                yield from _chains(body, variables)
        for _, body in _INLINE.findall(text):
            yield from _chains(unescape(body), variables)


def _chains(body: str, variables: dict[str, str]) -> Iterator[FontChain]:
    for name, value in _FAMILY.findall(body):
        resolved = _USE.sub(lambda use: variables.get(use[1], ""), value)
        families = _AFTER_SIZE.sub("", resolved) if name == "font" else resolved
        chain = tuple(each.strip().strip("\"'") for each in families.split(","))
        if chain[0] and chain[0] not in _NOT_NAMED:
            yield chain
