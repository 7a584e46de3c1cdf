"""Takes nothing, gives the types at the renderers' door."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from msgspec import Struct, field

from docgen.errors import TemplateError
from docgen.findings import Finding
from docgen.formats import Format, Outlet
from docgen.view import Plain


class Template(Struct, frozen=True):
    """A template's content with everything that it includes, by name; `sha256` is over all of it.

    One that came with docgen is `built_in`.
    """

    name: str
    format: Format
    content: bytes
    sha256: str
    includes: Mapping[str, str] = field(default_factory=dict)
    built_in: bool = False

    @property
    def text(self) -> str:
        """Give the source of a page or a text; raise TemplateError where it is not UTF-8."""
        return as_text(self.content, self.name)


def as_text(content: bytes, template: str) -> str:
    """Return the source of a template; raise TemplateError where it is not UTF-8."""
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise TemplateError("template-encoding", {"template": template, "message": str(error)}) from error


class PictureData(Struct, frozen=True):
    """One cleaned picture: its bytes, media type and size in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int


class Assets(Struct, frozen=True):
    """What a renderer may fetch: this view's own pictures by sha256, the page profile.

    A pdf may be asked for as PDF/A, a page for an outlet.
    """

    pictures: Mapping[str, PictureData] = field(default_factory=dict)
    profile: str = "gb9704"
    archival: bool = False
    outlet: Outlet | None = None


class Rendering(Struct, frozen=True):
    """One rendered paper in memory; `pages` is known only where the renderer lays pages out."""

    content: bytes
    pages: int | None = None
    findings: tuple[Finding, ...] = ()


class Part(Struct, frozen=True):
    """One finished pdf to be bound: its title, the group under which its bookmark stands, and its bytes."""

    title: str
    group: str
    content: bytes


Context: TypeAlias = Mapping[str, Plain]
Renderer: TypeAlias = Callable[[Template, Context, Assets], Rendering]


def distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings without repetitions, in order."""
    kept: list[Finding] = []
    for finding in findings:
        if finding not in kept:
            kept.append(finding)
    return tuple(kept)
