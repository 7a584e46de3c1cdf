"""Takes outcomes, gives the manifest: what lies in an export's folder and what it was made from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docgen.export.order import Order, Outcome
from docgen.findings import Level
from docgen.outputs import write_whole
from docgen.rules import VERSION
from docgen.version import __version__

NAME = "manifest.json"


def entry(outcome: Outcome) -> dict[str, Any]:
    """Return one outcome as the manifest lists it."""
    return {
        "unit": outcome.unit,
        "kind": outcome.kind,
        "subject": outcome.subject,
        "format": outcome.format.value,
        "status": outcome.status.value,
        "title": outcome.title,
        "date": outcome.date,
        "path": outcome.path,
        "sha256": outcome.sha256,
        "key": outcome.key,
        "pages": outcome.pages,
        "sources": list(outcome.sources),
        # What is to be known of the fonts is no fault of the paper, and differs from machine to machine.
        "findings": sum(each.level is not Level.INFO for each in outcome.findings),
        "error": outcome.error,
    }


def manifest(order: Order, outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """Return the manifest of an export, sorted, without anything that differs between two equal runs."""
    ordered = sorted(outcomes, key=lambda each: (each.path, each.unit, each.kind, each.subject, each.format))
    return {
        "docgen": __version__,
        "rules": VERSION,
        "period": str(order.period or ""),
        "final": order.final,
        "files": [entry(each) for each in ordered],
    }


def write_manifest(order: Order, outcomes: Iterable[Outcome]) -> Path:
    """Write the manifest into the export's folder."""
    path = order.out / NAME
    text = json.dumps(manifest(order, outcomes), ensure_ascii=False, indent=1)
    write_whole(path, f"{text}\n".encode())
    return path
