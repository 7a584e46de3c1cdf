"""Takes a template of a kind, gives it written anew and what is wrong with it: what runs in the confined process."""

from __future__ import annotations

from pathlib import Path

from docgen.documents import kind_named
from docgen.errors import TemplateError
from docgen.findings import Finding, Level, Place
from docgen.formats import Format
from docgen.renderers import Assets, Context, Template, render
from docgen.renderers.rendering import as_text
from docgen.stationery.checking import check_template
from docgen.stationery.checking.shape import shape_of
from docgen.stationery.checking.trial import filled
from docgen.stationery.drawer import Stationery
from docgen.stationery.receiving.book import opened_book
from docgen.stationery.receiving.page import faults, remote
from docgen.stationery.receiving.word import opened_word


def examined(
    kind: str, file: str, format: str, content: bytes, own: str | None, profile: str
) -> tuple[bytes, list[Finding]]:
    """Return a template as it will be kept, and what is wrong with it; raise DocgenError for what is refused."""
    known, stationery = kind_named(kind), Stationery(Path(own) if own else None, profile=profile)
    try:
        kept = _opened(file, Format(format), content)
        unsafe = faults(kept.decode(), file) if format == Format.HTML else []
        if unsafe:
            return kept, unsafe
        template = stationery.composed(kind, file, Format(format), kept)
        findings = check_template(known, template, file)
        if format == Format.HTML and not any(each.level is Level.ERROR for each in findings):
            findings += _fetched(template, file, known.schema)
    except RecursionError as fault:
        raise TemplateError("template-endless", {"template": file, "where": file}) from fault
    return kept, findings


def rendered(template: Template, context: Context, assets: Assets) -> tuple[bytes, int | None, list[Finding]]:
    """Return a paper, its pages and what was noticed, as plain data."""
    made = render(template, context, assets)
    return made.content, made.pages, list(made.findings)


def _opened(file: str, format: Format, content: bytes) -> bytes:
    match format:
        case Format.DOCX:
            return opened_word(content, file)
        case Format.XLSX:
            return opened_book(content)
    return as_text(content, file).removeprefix("\ufeff").replace("\r\n", "\n").encode()


def _fetched(template: Template, file: str, schema: type) -> list[Finding]:
    """Return what a page made from the template would fetch, whatever its tags had put together."""
    context = {label: filled(each, full=True) for label, each in shape_of(schema).labels.items()}
    found = remote(render(template, context).content.decode())
    return [Finding("template-reference", Level.ERROR, Place(file), values={"value": each}) for each in found]
