"""Takes a kind, a subject and a format, gives the paper as a file to save."""

from __future__ import annotations

from pathlib import PurePosixPath

from starlette.responses import Response

from docgen.accounts import Action, Caller
from docgen.formats import Format
from docgen.web.asking import allow
from docgen.web.downloads import download
from docgen.web.press import Wish
from docgen.web.problems import Refusal
from docgen.web.service import Service


def paper(service: Service, who: Caller, kind: str, subject: str, to: str) -> Response:
    """Return one paper; raise Refusal where there is none, or where it tells of units that one may not read."""
    if to not in set(Format):
        raise Refusal(404, "not-found", {"value": to})
    unit = subject.partition("/")[0]
    allow(who, Action.RENDER, unit)
    for each in service.library.workspace().tree.below(unit):
        allow(who, Action.RENDER, each)
    done = service.press.papers(service.library.workspace(), Wish((subject,), (kind,), (to,), on=service.today()))
    found = next((each for each in done.outcomes if each.path in done.files), None)
    if found is None:
        raise Refusal(404, "no-paper", {"value": subject})
    return download(done.files[found.path], PurePosixPath(found.path).name)
