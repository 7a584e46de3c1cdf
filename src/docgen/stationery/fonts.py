"""Takes the templates of kinds, gives the fonts that they ask for, and which kinds do."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from docgen.documents import DocumentKind
from docgen.errors import TemplateError
from docgen.fonts import is_generic
from docgen.parcel import unpack
from docgen.renderers import Template
from docgen.stationery.book_fonts import book_fonts
from docgen.stationery.drawer import SOURCES, Stationery
from docgen.stationery.web_fonts import FontChain, web_fonts
from docgen.stationery.word_fonts import word_fonts

Archive = Mapping[str, bytes]
READERS: Mapping[str, Callable[[Archive], Iterator[str]]] = {"docx": word_fonts, "xlsx": book_fonts}
PAGE = "html"


@dataclass(slots=True)
class AskedFont:
    """A font that templates ask for, what they would take after it, and who asks: (kind, template's suffix)."""

    name: str
    chain: FontChain
    askers: dict[tuple[str, str], None] = field(default_factory=dict)

    @property
    def kinds(self) -> list[str]:
        """The names of the kinds that ask, each once."""
        return list(dict.fromkeys(kind for kind, _ in self.askers))

    @property
    def formats(self) -> list[str]:
        """The suffixes of the templates that ask, each once."""
        return list(dict.fromkeys(suffix for _, suffix in self.askers))


def fonts_of(template: Template) -> tuple[FontChain, ...]:
    """Return the fonts that a template asks for, each with what is to be taken after it, each once.

    Raise TemplateError where the template is no file of its format.
    """
    suffix = SOURCES[template.format]
    if suffix == PAGE:
        found: Iterable[FontChain] = web_fonts([template.text, *template.includes.values()])
    elif suffix in READERS:
        found = _in_archive(template, READERS[suffix])
    else:
        found = ()
    return tuple(dict.fromkeys(found))


def asked_fonts(stationery: Stationery, kinds: Iterable[DocumentKind]) -> tuple[list[AskedFont], list[TemplateError]]:
    """Return the fonts that the templates of kinds ask for, the most asked for first; also what could not be read."""
    asked: dict[str, AskedFont] = {}
    troubles: dict[str, TemplateError] = {}
    for kind in kinds:
        for format in {SOURCES[each]: each for each in kind.formats}.values():
            try:
                chains = fonts_of(stationery.template(kind.name, format))
            except TemplateError as error:
                troubles.setdefault(str(error.values), error)
                continue
            for chain in (each for each in chains if not is_generic(each[0])):
                font = asked.setdefault(chain[0], AskedFont(chain[0], chain))
                font.chain = max(font.chain, chain, key=len)
                font.askers[kind.name, SOURCES[format]] = None
    return sorted(asked.values(), key=lambda each: -len(each.askers)), list(troubles.values())


def _in_archive(template: Template, read: Callable[[Archive], Iterator[str]]) -> Iterator[FontChain]:
    try:
        yield from dict.fromkeys((name,) for name in read(unpack(template.content)))
    except (zipfile.BadZipFile, KeyError, IndexError, ValueError, etree.XMLSyntaxError) as error:
        raise TemplateError("template-archive", {"template": template.name, "message": str(error)}) from error
