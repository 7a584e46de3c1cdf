"""Takes nothing, gives the types at the renderers' door."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from docgen.findings import Finding
from docgen.formats import Format
from docgen.view import Plain


@dataclass(frozen=True, slots=True)
class Template:
    """A template's content with everything that it includes, by name; `sha256` is over all of it."""

    name: str
    format: Format
    content: bytes
    sha256: str
    includes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PictureData:
    """One cleaned picture: its bytes, media type and size in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Assets:
    """What a renderer may fetch: this view's own pictures by sha256, the page profile; a pdf may be asked for as PDF/A."""

    pictures: Mapping[str, PictureData] = field(default_factory=dict)
    profile: str = "gb9704"
    archival: bool = False


@dataclass(frozen=True, slots=True)
class Rendering:
    """One rendered paper in memory; `pages` is known only where the renderer lays pages out."""

    content: bytes
    pages: int | None = None
    findings: tuple[Finding, ...] = ()


Context: TypeAlias = Mapping[str, Plain]
Renderer: TypeAlias = Callable[[Template, Context, Assets], Rendering]


def distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings without repetitions, in order."""
    kept: list[Finding] = []
    for finding in findings:
        if finding not in kept:
            kept.append(finding)
    return tuple(kept)
