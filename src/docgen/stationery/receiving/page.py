"""Takes the source of a page's template, gives what in it runs, fetches or is not written as pages are.

Lists say what is allowed. The tags of the template's own language are read as signs of which each place allows some, so
that no element, attribute or address can be put together from pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from docgen.findings import Finding, Level, Place

CONDITION, VALUE, LENGTH, INCLUDE, OTHER = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_MARKS = f"{CONDITION}{VALUE}{LENGTH}{INCLUDE}{OTHER}"
_NO_SIGNS, _AS_BRACES = (dict.fromkeys(map(ord, _MARKS), said) for said in ("", "{{…}}"))
_MARK = re.compile(r"\{#.*?#\}|\{%[-+]?\s*(?P<word>\w+).*?%\}|\{\{(?P<said>.*?)\}\}", re.DOTALL)
_RAW = re.compile(r"\{%[-+]?\s*raw\b")
_CONDITIONS = frozenset({"if", "elif", "else", "endif"})
_LENGTH_FILTERS = re.compile(r"\|\s*(署名右空|日期右空)\s*\([^()|]*\)\s*[-+]?\s*$")

ELEMENTS = frozenset(
    {
        "html", "head", "title", "meta", "style", "body", "section", "article", "header", "footer", "main", "nav",
        "aside", "figure", "figcaption", "div", "p", "span", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br", "wbr",
        "pre", "blockquote", "q", "cite", "ol", "ul", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "col",
        "thead", "tbody", "tfoot", "tr", "th", "td", "a", "img", "strong", "em", "b", "i", "u", "s", "sub", "sup",
        "small", "mark", "del", "ins", "code", "abbr", "time", "address", "ruby", "rt", "rp", "center", "font",
    }
)  # fmt: skip
_FREE = frozenset({"class", "id", "lang", "title", "alt", "name", "style"})
_FIXED = frozenset(
    {
        "charset", "content", "dir", "colspan", "rowspan", "span", "scope", "headers", "width", "height", "align",
        "valign", "start", "type", "value", "role", "datetime", "border", "cellpadding", "cellspacing", "size", "color",
        "face", "xmlns",
    }
)  # fmt: skip
_ADDRESSES = {"a": ("href", re.compile(r"(?i)#[^\s]*|https?://[^\s]+|mailto:[^\s]+")),
              "img": ("src", re.compile(r"(?i)data:image/(png|jpeg|gif|webp);base64,[a-z0-9+/=\s]*"))}  # fmt: skip
_NAME = r"[A-Za-z][A-Za-z0-9:_-]*"
_WRITTEN = rf"\"[^\"]*\"|'[^']*'|[^\s\"'=<>`{_MARKS}]+"
_ATTRIBUTE = re.compile(rf"({_NAME})(?:\s*=\s*({_WRITTEN}))?")
_ELEMENT = re.compile(rf"<(/?)({_NAME})((?:[\s{CONDITION}]++(?:{_ATTRIBUTE.pattern})?)*+)/?>")
_PASSED = re.compile(r"<!--[^<>]*-->|<!doctype\s+html\s*>", re.IGNORECASE)
_STYLE = re.compile(r"(<style\b[^>]*>)(.*?)(?=</style\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_HARMLESS_URL = re.compile(
    r"(?i)url\(\s*([\"']?)(data:(image/(png|jpeg|gif|webp)|font/[\w-]+);base64,[^\"'()]*|#[\w-]+)\1\s*\)"
)
_FETCHING_STYLE = re.compile(
    r"(?i)@import|@namespace|url\s*\(|src\s*\(|image(-set)?\s*\(|cross-fade|expression\s*\(|behaviou?r\s*:|-moz-binding|//"
    r"|\\(?![1-9a-f][0-9a-f]{3,5}\b|20[\"'\\ ])"
)
_LOADING = re.compile(
    r"(?i)<\s*(?P<element>script|link|iframe|frame|object|embed|base|form|applet)\b"
    r"|[\s/\"'](?P<name>src|srcset|xlink:href|href|action|formaction|poster|background|data|ping|on[a-z]+)\s*=\s*"
    r"(?P<value>\"[^\"]*\"|'[^']*'|[^\s>]+)"
)


def faults(source: str, file: str) -> list[Finding]:
    """Return what a template of a page must not hold, each with its line."""
    signs, offsets = _signed(source)
    found = [(offsets[at], code, value) for at, code, value in _all(signs)]
    # What stands between {% raw %} and its end is no language, and would be read as such here.
    found = [(raw.start(), "template-page-markup", raw[0]) for raw in _RAW.finditer(source)] or found
    return [_finding(source.count("\n", 0, at) + 1, code, value, file) for at, code, value in found]


def remote(page: str) -> list[str]:
    """Return what a finished page would run or fetch by itself; what it only links to is not."""
    found = []
    for each in _LOADING.finditer(page):
        if each["element"]:
            found.append(each[0])
            continue
        value = unescape(each["value"].strip("\"'")).strip()
        is_own = value.startswith("#") or value.lower().startswith("data:image/")
        is_link = each["name"].lower() == "href" and _ADDRESSES["a"][1].fullmatch(value)
        if not (is_own or is_link):
            found.append(each[0].strip())
    found += [code[0] for style in _STYLE.finditer(page) if (code := _fetching(style[2]))]
    return list(dict.fromkeys(found))


def _finding(line: int, code: str, value: str, file: str) -> Finding:
    return Finding(code, Level.ERROR, Place(file, line), values={"value": value.translate(_AS_BRACES), "line": line})


def _all(signs: str) -> Iterator[tuple[int, str, str]]:
    for style in _STYLE.finditer(signs):
        yield from _in_style(style[2], style.start(2), INCLUDE)
        if "<" in style[2]:
            yield style.start(2), "template-page-markup", style[2][style[2].index("<") :]
    bare = _STYLE.sub(lambda style: style[1] + " " * len(style[2]), signs)
    at = bare.find("<")
    while at >= 0:
        passed = _PASSED.match(bare, at)
        element = None if passed else _ELEMENT.match(bare, at)
        if passed is None and element is None:
            yield at, "template-page-markup", bare[at : at + 40]
        if element is not None:
            yield from _in_element(element, at)
        end = passed.end() if passed else element.end() if element else at + 1
        at = bare.find("<", end)


def _in_element(element: re.Match[str], at: int) -> Iterator[tuple[int, str, str]]:
    name = element[2].lower()
    if name not in ELEMENTS:
        yield at, "template-page-element", name
        return
    for attribute in _ATTRIBUTE.finditer(element[3]):
        label, value = attribute[1].lower(), unescape((attribute[2] or "").strip("\"'"))
        address = _ADDRESSES.get(name)
        if address is not None and label == address[0]:
            if not address[1].fullmatch(value.strip()) or _has_signs(value):
                yield at, "template-reference", attribute[0]
        elif label == "style":
            yield from _in_style(value, at, "")
        elif not (label in _FREE or (label in _FIXED and not _has_signs(value)) or label.startswith("aria-")):
            yield at, "template-page-attribute", attribute[0]


def _in_style(style: str, at: int, allowed: str) -> Iterator[tuple[int, str, str]]:
    """Yield what a style fetches, and where a typed text would stand in it."""
    if fetching := _fetching(style):
        yield at + fetching.start(), "template-page-style", fetching[0]
    for sign in re.finditer(f"[{_MARKS}]", style):
        if sign[0] not in (LENGTH, CONDITION, allowed):
            yield at + sign.start(), "template-page-style", "{{ }}"


def _fetching(style: str) -> re.Match[str] | None:
    return _FETCHING_STYLE.search(_HARMLESS_URL.sub(lambda url: " " * len(url[0]), style.translate(_NO_SIGNS)))


def _signed(source: str) -> tuple[str, list[int]]:
    """Return the source with a sign for each tag of the language, and where each character comes from."""
    made: list[str] = []
    offsets: list[int] = []
    done = 0
    clean = source.translate(dict.fromkeys(map(ord, _MARKS), "?"))
    for mark in _MARK.finditer(clean):
        made += [clean[done : mark.start()], _sign(mark)]
        offsets += [*range(done, mark.start()), mark.start()]
        done = mark.end()
    return "".join([*made, clean[done:]]), [*offsets, *range(done, len(source) + 1)]


def _sign(mark: re.Match[str]) -> str:
    if mark["word"]:
        return CONDITION if mark["word"] in _CONDITIONS else INCLUDE if mark["word"] == "include" else OTHER
    if mark["said"] is None:
        return CONDITION
    return LENGTH if _LENGTH_FILTERS.search(mark["said"]) else VALUE


def _has_signs(value: str) -> bool:
    return any(sign in value for sign in _MARKS)
