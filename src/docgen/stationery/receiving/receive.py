"""Takes the bytes of a template and its kind, gives it as it will be kept, with everything that is wrong with it."""

from __future__ import annotations

from msgspec import Struct

from docgen.confinement import Confinement, Limits
from docgen.documents import DocumentKind
from docgen.errors import TemplateError, UsageError
from docgen.findings import Finding, Level
from docgen.formats import Format, Outlet
from docgen.renderers import Assets, Context, Rendering
from docgen.stationery.drawer import OUTLETS, SOURCES, Stationery
from docgen.stationery.receiving.examination import examined, rendered

KIB = 1024
MOST_BYTES = {Format.DOCX: 10 * KIB * KIB, Format.XLSX: 5 * KIB * KIB, Format.HTML: 512 * KIB, Format.TXT: 128 * KIB}
LIMITS = Limits(seconds=30, cpu_seconds=20, memory_mib=768)
WARM = (
    "docgen.stationery.receiving.examination", "docgen.stationery.checking", "docgen.renderers.docx",
    "docgen.renderers.html", "docgen.renderers.xlsx", "docgen.renderers.txt", "docgen.renderers.charts.drawing",
)  # fmt: skip
"""What a confined process loads before it is given a template; matplotlib must have found its folders by then."""


class Received(Struct, frozen=True):
    """A template that somebody sent: `content` is written anew from what was read, so that nothing else is in it."""

    kind: str
    file: str
    format: Format
    content: bytes
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Tell whether papers can be made from it."""
        return not any(each.level is Level.ERROR for each in self.findings)


def receive(
    confinement: Confinement,
    stationery: Stationery,
    kind: DocumentKind,
    format: Format,
    content: bytes,
    *,
    outlet: Outlet | None = None,
) -> Received:
    """Examine a template of a kind in a confined process: opened within bounds, checked, filled once full and once empty.

    Raise UnreadableFile or TemplateError for what is refused unread, Overrun for what takes too much; what is wrong with
    a template that can be read are its findings. Nothing is written.
    """
    file = file_of(kind, format, outlet)
    if len(content) > MOST_BYTES[format]:
        raise TemplateError("template-upload-large", {"limit": MOST_BYTES[format] // KIB, "size": len(content) // KIB})
    if not content:
        raise TemplateError("template-upload-empty")
    own = None if stationery.own is None else str(stationery.own)
    job = (kind.name, file, format.value, content, own, stationery.profile)
    kept, findings = confinement.run(examined, *job, limits=LIMITS)
    return Received(kind.name, file, format, kept, tuple(findings))


def attempt(
    confinement: Confinement, stationery: Stationery, received: Received, context: Context, assets: Assets
) -> Rendering:
    """Return one paper made from a template in a confined process, before the template is kept.

    Raise TemplateError where it cannot be filled, Overrun where that takes too much.
    """
    template = stationery.composed(received.kind, received.file, received.format, received.content)
    content, pages, findings = confinement.run(rendered, template, context, assets, limits=LIMITS)
    return Rendering(content, pages, tuple(findings))


def file_of(kind: DocumentKind, format: Format, outlet: Outlet | None = None) -> str:
    """Return the name under which a kind's template is kept; raise UsageError for a format that has none of its own."""
    sources = {Format(SOURCES[each]) for each in kind.formats}
    if format not in sources:
        near = " ".join(sorted(sources))
        raise UsageError("format-unknown", {"value": format.value, "kind": kind.label, "near": near})
    apart = "" if outlet is None else OUTLETS.get(outlet, "")
    return f"{kind.name}{apart}.{format}"
