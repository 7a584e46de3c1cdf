"""Takes nothing, gives the table of what shows pages, in the order of the navigation."""

from __future__ import annotations

from fastapi import APIRouter

from docgen.web.pages import (
    accounts,
    bulletin,
    desk,
    entrance,
    exports,
    findings,
    history,
    own_account,
    record,
    record_history,
    record_new,
    record_paper,
    record_pictures,
    record_saving,
    records,
    statistics,
    templates,
)

ROUTERS: tuple[APIRouter, ...] = (
    entrance.router,
    desk.router,
    records.router,
    record_saving.router,
    record_history.router,
    bulletin.router,
    exports.router,
    statistics.router,
    findings.router,
    templates.router,
    history.router,
    accounts.router,
    own_account.router,
    record.router,
    record_new.router,
    record_paper.router,
    record_pictures.router,
)
