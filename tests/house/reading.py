"""Takes what the writers wrote, gives it to tests as trees and texts."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from lxml import etree, html

from docgen.formats import Format
from docgen.house import write
from docgen.house.outline import Outline
from docgen.renderers import Assets, PictureData, Template, render

SHARED = Path(__file__).resolve().parents[2] / "templates" / "_shared"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {"w": W, "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f0001040100"
    "5fe5c34b0000000049454e44ae426082"
)
PICTURE_SHA = hashlib.sha256(PICTURE).hexdigest()


@dataclass(frozen=True)
class Word:
    """A .docx by its parts."""

    parts: Mapping[str, bytes]

    @classmethod
    def of(cls, outline: Outline) -> Word:
        return cls.read(write(outline, Format.DOCX))

    @classmethod
    def read(cls, content: bytes) -> Word:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    def tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[f"word/{name}.xml"])

    def find(self, name: str, path: str) -> list[Any]:
        return list(cast("list[Any]", self.tree(name).xpath(path, namespaces=NAMES)))

    def trees(self) -> Iterator[etree._Element]:
        for name, content in self.parts.items():
            if name.startswith("word/") and name.endswith(".xml"):
                yield etree.fromstring(content)

    def text(self) -> str:
        return squeezed("".join(self.find("document", "//w:t/text()")))


def html_text(content: bytes) -> str:
    """Return the visible body text of a page."""
    main = html.fromstring(content.decode()).find(".//main")
    assert main is not None
    return squeezed("".join(str(text) for text in main.itertext()))


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s+", "", text)


def rendered(outline: Outline, format_: Format, context: Mapping[str, Any]) -> bytes:
    """Render an outline's own template."""
    content = write(outline, format_)
    includes = {f"_shared/{path.name}": path.read_text(encoding="utf-8") for path in SHARED.iterdir()}
    digest = hashlib.sha256(content + repr(sorted(includes.items())).encode()).hexdigest()
    template = Template(f"showcase.{format_}", format_, content, digest, includes if format_ is Format.HTML else {})
    assets = Assets({PICTURE_SHA: PictureData(PICTURE, "image/png", 900, 600)})
    return render(template, context, assets).content
