"""Takes a part of a Word template, gives the jinja2 source that its tags mean: the one door to docxtpl."""

from __future__ import annotations

import re

from docxtpl import DocxTemplate
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


def has_tags(xml: str) -> bool:
    """Tell whether a part's text holds a tag, however Word has cut it into runs."""
    return bool(_OPENERS.search(_MARKUP.sub("", xml)))


def normal(content: bytes) -> str:
    """Return a part as docxtpl reads it: without white space between elements, without a declaration."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    return etree.tostring(etree.fromstring(content, parser), encoding="unicode")


def translated(xml: str) -> str:
    """Return the jinja2 source of a part: {%p %}, {%tr %}, {%tc %}, {%r %}, {{r }}, colspan, cellbg, vm, hm."""
    source: str = DocxTemplate.patch_xml(None, xml)
    source = _ANY_BRACE.sub(lambda found: _BRACES[found[0]], source)
    return _TAG.sub(lambda tag: _ANY_ENTITY.sub(lambda found: _ENTITIES[found[0]], tag[0]), source)


def by_paragraphs(source: str) -> str:
    """Return a source with a line per paragraph, so that jinja2's line numbers say which paragraph is wrong."""
    return _PARAGRAPH_EDGE.sub("\n", source.replace("\n", " "))


def visible(source: str) -> str:
    """Return what a person sees of a piece of source in Word."""
    return " ".join(_MARKUP.sub(" ", source).split())
