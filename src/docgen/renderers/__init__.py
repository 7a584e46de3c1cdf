"""Takes a template, plain data and assets, gives the paper in the template's format."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from docgen.errors import EngineMissing
from docgen.formats import Format, Outlet
from docgen.renderers.rendering import Assets, Context, Part, PictureData, Renderer, Rendering, Template

__all__ = [
    "RENDERERS",
    "Assets",
    "Context",
    "Part",
    "PictureData",
    "Renderer",
    "Rendering",
    "Template",
    "bind",
    "fingerprint",
    "missing",
    "render",
]


def render(template: Template, context: Context, assets: Assets | None = None) -> Rendering:
    """Render a template in its own format; raise TemplateError when it cannot be compiled or filled."""
    return RENDERERS[template.format](template, context, assets or Assets())


def missing(format: Format) -> EngineMissing | None:
    """Return what a format lacks on this machine, None where it can be made."""
    if format is Format.PDF:
        from docgen.renderers.pdf import load_engine

        try:
            load_engine()
        except EngineMissing as lack:
            return lack
    return None


def fingerprint(format: Format) -> str:
    """Return a text that changes when papers of a format would come out otherwise on this machine; loads no engine."""
    from docgen.renderers import machine

    return machine.fingerprint(format)


def bind(front: Rendering, parts: Sequence[Part]) -> Rendering:
    """Return finished pdf files as one behind a front: bookmarks to each, and its pages stamped with their numbers."""
    from docgen.renderers import binding
    from docgen.renderers.pdf import stamps

    bound = binding.bind(front.content, parts, stamps)
    return replace(front, content=bound.content, pages=bound.pages)


# An engine takes up to a second to load, and a command should wait for the one that it needs only.


def _docx(template: Template, context: Context, assets: Assets) -> Rendering:
    from docgen.renderers.docx import render_docx

    return render_docx(template, context, assets)


def _html(template: Template, context: Context, assets: Assets) -> Rendering:
    if assets.outlet is Outlet.WECHAT:
        from docgen.renderers.fragment import render_fragment

        return render_fragment(template, context, assets)
    from docgen.renderers.html import render_html

    return render_html(template, context, assets)


def _pdf(template: Template, context: Context, assets: Assets) -> Rendering:
    from docgen.renderers.pdf import render_pdf

    return render_pdf(template, context, assets)


def _xlsx(template: Template, context: Context, assets: Assets) -> Rendering:
    from docgen.renderers.xlsx import render_xlsx

    return render_xlsx(template, context, assets)


def _txt(template: Template, context: Context, assets: Assets) -> Rendering:
    from docgen.renderers.txt import render_txt

    return render_txt(template, context, assets)


RENDERERS: dict[Format, Renderer] = {
    Format.DOCX: _docx,
    Format.HTML: _html,
    Format.PDF: _pdf,
    Format.XLSX: _xlsx,
    Format.TXT: _txt,
}
