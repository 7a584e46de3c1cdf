"""Takes a part of a Word template, gives the jinja2 source that its tags mean: the one door to docxtpl.

Most parts hold plain tags and the tags of paragraphs, rows, cells and runs, each whole in one run, as docgen writes them:
these are translated here. For any other part docxtpl is asked, which takes longer to load than a paper takes to make.
"""

from __future__ import annotations

import re
from itertools import pairwise

from lxml import etree

_TAG = re.compile(r"{{.*?}}|{%.*?%}", re.DOTALL)
_MARKUP = re.compile(r"<[^>]+>")
_PARAGRAPH_EDGE = re.compile("(?=<w:p[ >])|(?<=</w:p>)")
_OPENERS = re.compile(r"{{|{%|{#")
# docxtpl translates &lt; and &gt; only, and so compares texts with `A&amp;B` that are written `A&B`.
_ENTITIES = {"&amp;": "&", "&quot;": '"', "&apos;": "'"}
# docxtpl's way to print braces; it replaces them after rendering, in typed text too.
_BRACES = {"{_{": '{{ "{{" }}', "}_}": '{{ "}}" }}', "{_%": '{{ "{%" }}', "%_}": '{{ "%}" }}'}
_ANY_BRACE = re.compile("|".join(re.escape(brace) for brace in _BRACES))
_ANY_ENTITY = re.compile("|".join(_ENTITIES))

# Rows and cells go before the paragraphs in them, runs last, as in docxtpl.
_ELEMENTS = ("tr", "tc", "p", "r")
# What stands for an element whole, and the rest of the tag that stays in its place.
_STANDS_FOR = {name: re.compile(rf"({{%|{{{{){name} ([^}}%]*(?:%}}|}}}}))") for name in _ELEMENTS}
# A text with a tag in it, or before one with a tag: blanks at its edges count.
_TEXT_NEAR_TAG = re.compile(r"<w:t>(?=(?:[^<]|<(?!w:t>))*?(?:{{|{%))")
_KEEPING_SPACE = '<w:t xml:space="preserve">'
_OF_RUNS = re.compile(r"{[{%]r\s[^}]*}+")
_RUN_ENDS, _RUN_BEGINS = "</w:t></w:r>", f"<w:r>{_KEEPING_SPACE}"
# Quotation marks that Word makes of typed ones, and what XML makes of signs.
_TYPED = {"&#8216;": "'", "&lt;": "<", "&gt;": ">", "“": '"', "”": '"', "‘": "'", "’": "'"}
_ANY_TYPED = re.compile("|".join(map(re.escape, _TYPED)))
_INSIDE_TAG = re.compile(r"(?<=\{[\{%])(.*?)(?=[\}%]})")
# Comments, joined paragraphs, columns, colours and merged cells are docxtpl's affair.
_RARE = re.compile(r"{#|{%-|{{-|-%}|-}}|{%\s*(?:colspan|cellbg|vm|hm)\b")
_BRACE = re.compile(r"[{}]")


def has_tags(xml: str) -> bool:
    """Tell whether a part's text holds a tag, however Word has cut it into runs."""
    return bool(_OPENERS.search(_MARKUP.sub("", xml)))


def normal(content: bytes) -> str:
    """Return a part as docxtpl reads it: without white space between elements, without a declaration."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    return etree.tostring(etree.fromstring(content, parser), encoding="unicode")


def translated(xml: str) -> str:
    """Return the jinja2 source of a part: {%p %}, {%tr %}, {%tc %}, {%r %}, {{r }}, colspan, cellbg, vm, hm."""
    source = _plainly(xml) if is_plain(xml) else _by_docxtpl(xml)
    source = _ANY_BRACE.sub(lambda found: _BRACES[found[0]], source)
    return _TAG.sub(lambda tag: _ANY_ENTITY.sub(lambda found: _ENTITIES[found[0]], tag[0]), source)


def is_plain(xml: str) -> bool:
    """Tell whether every tag of a part is whole in one run, and of the sorts that are translated here."""
    rest = _TAG.sub("", xml)
    return not (_RARE.search(xml) or _BRACE.search(rest) or any("<" in tag for tag in _TAG.findall(xml)))


def by_paragraphs(source: str) -> str:
    """Return a source with a line per paragraph, so that jinja2's line numbers say which paragraph is wrong."""
    return _PARAGRAPH_EDGE.sub("\n", source.replace("\n", " "))


def visible(source: str) -> str:
    """Return what a person sees of a piece of source in Word."""
    return " ".join(_MARKUP.sub(" ", source).split())


def _by_docxtpl(xml: str) -> str:
    from docxtpl import DocxTemplate

    source: str = DocxTemplate.patch_xml(None, xml)
    return source


def _plainly(xml: str) -> str:
    source = _TEXT_NEAR_TAG.sub(_KEEPING_SPACE, xml)
    source = _OF_RUNS.sub(lambda tag: _RUN_BEGINS.join((_RUN_ENDS, tag[0] + _RUN_ENDS, "")), source)
    for name in _ELEMENTS:
        source = _without_elements(source, name)
    return _INSIDE_TAG.sub(lambda tag: _ANY_TYPED.sub(lambda found: _TYPED[found[0]], tag[0]), source)


def _without_elements(source: str, name: str) -> str:
    """Put the tag that stands for an element of a name into its place; of several in one, the last."""
    openings = [found.start() for found in re.finditer(f"<w:{name}[ >]", source)]
    closing, tags = f"</w:{name}>", list(_STANDS_FOR[name].finditer(source))
    kept: list[str] = []
    done = 0
    for start, following in pairwise((*openings, len(source))):
        inside = [tag for tag in tags if start < tag.start() < following] if start >= done else []
        for tag in reversed(inside):
            end = source.find(closing, tag.end())
            if end >= 0:
                kept += (source[done:start], f"{tag[1]} {tag[2]}")
                done = end + len(closing)
                break
    return "".join((*kept, source[done:]))
