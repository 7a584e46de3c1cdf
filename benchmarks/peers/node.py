"""Takes the name of a peer in node, gives the command that renders docgen's minutes with it, in its own language."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

from benchmarks.peers.install import WORKER
from benchmarks.peers.paper import MINUTES, given
from benchmarks.places import NODE

from benchmarks.peers import carbone, docxtemplater
from docgen.formats import Format

PEERS = ("docxtemplater", "carbone")
MAIN = "word/document.xml"


def node_command(peer: str, folder: Path) -> list[str]:
    """Write a peer's template and data into a folder; return the command of its worker."""
    template, data = folder / f"{peer}-template.docx", folder / f"{peer}.json"
    content, values = translated(peer)
    template.write_bytes(content)
    data.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return ["node", str(WORKER), peer, str(NODE), str(template), str(data)]


def translated(peer: str) -> tuple[bytes, dict[str, Any]]:
    """Return docgen's template and its data in a peer's language; parts without tags stay as they are."""
    of = given(MINUTES, Format.DOCX)
    values: dict[str, Any] = docxtemplater.data(of.context)
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(of.template.content)) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == MAIN and peer == "carbone":
                content, values = carbone.converted(content, of.context)
            elif name == MAIN:
                content = docxtemplater.converted(content)
            elif b"{{" in content:
                text = content.decode()
                text = carbone.settled(text, of.context) if peer == "carbone" else docxtemplater.printed(text)
                content = text.encode()
            target.writestr(name, content)
    return written.getvalue(), values
