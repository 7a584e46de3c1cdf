"""Takes a composed paper and a format, gives the rendered paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from docgen.errors import FinalRefused, UsageError
from docgen.findings import Finding, Level
from docgen.formats import Format, Outlet
from docgen.generation.composition import Composition
from docgen.renderers import Assets, PictureData, Rendering, render
from docgen.stationery import Stationery
from docgen.workspace import Workspace
from docgen.workspace.pictures import narrowed

PictureSource = Callable[[str], PictureData]
TEMPLATES = "templates"
MOST_WIDTH_PX = 720
"""How wide a picture of a 公众号 is at most: twice the column of a telephone, for its finer screen."""


def stationery_of(workspace: Workspace) -> Stationery:
    """Return the templates of a workspace: its own folder first, on the page that its settings ask for."""
    return Stationery(workspace.root / TEMPLATES, profile=workspace.settings.page.value)


def dress(
    composition: Composition,
    format: Format,
    stationery: Stationery,
    picture: PictureSource,
    *,
    archival: bool = False,
    outlet: Outlet | None = None,
) -> Rendering:
    """Render a composed paper on the page of its stationery, a pdf as PDF/A and a page for an outlet where asked.

    Raise UsageError where the kind has no such format.
    """
    kind = composition.kind
    if format not in kind.formats:
        offered = " ".join(kind.formats)
        raise UsageError("format-unknown", {"value": format, "kind": kind.label, "near": offered})
    pictures = {each.sha256: picture(each.sha256) for each in composition.pictures}
    if outlet is Outlet.WECHAT:
        pictures = {sha256: narrowed(each, MOST_WIDTH_PX) for sha256, each in pictures.items()}
    assets = Assets(pictures, stationery.profile, archival, outlet)
    context = composition.context(typed=format is Format.XLSX, linked=format is Format.HTML and outlet is None)
    rendering = render(stationery.template(kind.name, format, outlet), context, assets)
    own = tuple(replace(finding, subject=str(composition.subject)) for finding in rendering.findings)
    return replace(rendering, findings=own)


def gate(composition: Composition, findings: tuple[Finding, ...]) -> None:
    """Let a final paper pass; raise FinalRefused where it has a gap, or an error in what it needs of its records.

    A gap that an error explains, as of a picture that could not be read, is told once.
    """
    errors = barring(composition, findings)
    explained = {each.place for each in errors}
    refused = (*(each for each in composition.findings if each.place not in explained), *errors)
    if refused:
        values = {"value": str(composition.subject), "kind": composition.kind.label}
        raise FinalRefused("final-refused", {**values, "count": len(refused)}, refused)


def barring(composition: Composition, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the errors in the records behind a paper, so far as they concern a field that its kind needs.

    An error without a path is about the whole record.
    """
    sources, needs = set(composition.sources), composition.kind.needs
    return tuple(
        each
        for each in findings
        if each.level is Level.ERROR and each.subject in sources and (not each.path or each.path[0] in needs)
    )
