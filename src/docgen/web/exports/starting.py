"""Takes a wish and whose it is, gives the job; or says why it cannot be."""

from __future__ import annotations

from docgen.accounts import Caller
from docgen.web.exports.rights import allow_export, own
from docgen.web.jobs.wish import Wish, possible
from docgen.web.seeing import unit_seen
from docgen.web.service import Service
from docgen.web.state.jobs import Job


def asked_for(service: Service, who: Caller, wish: Wish) -> Job:
    """Return the job of a wish; raise UsageError where it is of what there is not, Refusal where it may not be."""
    workspace = service.library.workspace()
    for name in wish.units:
        unit_seen(service, who, name)
    able = possible(workspace, own(who, wish))
    allow_export(who, able)
    return service.jobs.ask(who.name, able)
