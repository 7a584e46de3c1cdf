"""Takes who asks and an export, gives whether they may start it, see it, see what is confidential in it.

An export of several units or of all speaks for the whole workspace: it needs PUBLISH. A branch may export its own unit:
that needs what rendering needs (RENDER), and as the files go to the workspace's output folder, the right to write (WRITE).
"""

from __future__ import annotations

from msgspec.structs import replace

from docgen.accounts import Action, Caller, may, may_everywhere
from docgen.documents import kind_named
from docgen.view import Audience
from docgen.vocabulary.accounts import ACTIONS
from docgen.web.jobs.wish import Wish
from docgen.web.problems import Refusal


def own(who: Caller, wish: Wish) -> Wish:
    """Return what somebody means who names no unit: all that are theirs."""
    return replace(wish, units=(who.unit,)) if who.unit is not None and not wish.units else wish


def allow_export(who: Caller, wish: Wish) -> None:
    """Refuse an export that somebody may not start."""
    allow_units(who, wish)
    if _is_confidential(wish) and not sees_confidential(who, wish):
        _refuse(who, Action.READ_CONFIDENTIAL)


def allow_units(who: Caller, wish: Wish) -> None:
    """Refuse an export of units that somebody may not export, whatever of them: of those they may end any."""
    for unit in wish.units:
        if not may(who, Action.READ, unit):
            raise Refusal(404, "not-found", {"value": unit})
    if not may_export(who, wish):
        _refuse(who, Action.PUBLISH)


def may_start(who: Caller, wish: Wish) -> bool:
    """Tell whether somebody may start an export."""
    return may_export(who, wish) and (sees_confidential(who, wish) or not _is_confidential(wish))


def may_export(who: Caller, wish: Wish) -> bool:
    """Tell whether somebody may export the units of a wish."""
    if may_everywhere(who, Action.PUBLISH):
        return True
    return len(wish.units) == 1 and all(may(who, each, wish.units[0]) for each in (Action.RENDER, Action.WRITE))


def may_see(who: Caller, wish: Wish) -> bool:
    """Tell whether somebody may see an export: whoever may read all its units."""
    if not wish.units:
        return may_everywhere(who, Action.READ)
    return all(may(who, Action.READ, unit) for unit in wish.units)


def sees_confidential(who: Caller, wish: Wish) -> bool:
    """Tell whether somebody may see what is confidential in an export."""
    if not wish.units:
        return may_everywhere(who, Action.READ_CONFIDENTIAL)
    return all(may(who, Action.READ, unit, confidential=True) for unit in wish.units)


def _is_confidential(wish: Wish) -> bool:
    return any(kind_named(name).audience is Audience.CONFIDENTIAL for name in wish.kinds)


def _refuse(who: Caller, action: Action) -> None:
    raise Refusal(403, "not-allowed", {"value": who.name, "action": ACTIONS[action]})
