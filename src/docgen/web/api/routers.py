"""Takes nothing, gives the table of what answers programs, in the order of its description."""

from __future__ import annotations

from fastapi import APIRouter

from docgen.web.api import (
    basics,
    checks,
    explaining,
    exports,
    history,
    papers,
    pictures,
    record,
    records,
    system,
    templates,
)

ROUTERS: tuple[APIRouter, ...] = (
    basics.router,
    records.router,
    record.router,
    checks.router,
    papers.router,
    explaining.router,
    pictures.router,
    templates.router,
    exports.router,
    history.router,
    system.router,
)
