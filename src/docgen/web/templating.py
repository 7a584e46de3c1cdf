"""Takes a service, gives the templates of all kinds: whose they are, one that is sent checked, one tried, taken into use."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from docgen.accounts import Caller
from docgen.documents import KINDS, DocumentKind
from docgen.errors import TemplateError
from docgen.formats import Format, Outlet
from docgen.generation import stationery_of
from docgen.stationery import Stationery
from docgen.stationery.checking.shape import Shape, shape_of
from docgen.stationery.drawer import OUTLETS, SOURCES
from docgen.stationery.receiving import Received, keep, previous, receive, restore, withdraw
from docgen.stationery.receiving.receive import file_of
from docgen.web.problems import Refusal
from docgen.web.service import Service
from docgen.web.state.notes import drop_note, keep_note, note_of

SENT = "template"
"""The one template that somebody has sent and not yet taken into use."""

ITEM = "{}项"
SAID, PICTURED = "{{{{ {} }}}}", '{{{{ {} | 图片(宽="70mm") }}}}'
LOOP, CONDITION = "{{% for {} in {} %}} … {{% endfor %}}", "{{% if {} %}} … {{% endif %}}"
"""How a template asks for what there is."""


class Slot(Struct, frozen=True):
    """The place of one template: its kind, its file's format, and the outlet that it is written for; `name` is its file's."""

    kind: DocumentKind
    format: Format
    outlet: Outlet | None = None

    @property
    def name(self) -> str:
        """The name of its file."""
        return file_of(self.kind, self.format, self.outlet)


class Standing(Struct, frozen=True):
    """How a slot is filled: by the workspace's own template or the built-in one; `before` says that one can come back."""

    slot: Slot
    is_own: bool
    is_there: bool = True
    changed: datetime | None = None
    before: bool = False


class Label(Struct, frozen=True):
    """One line of what a template may ask for: its depth, its name, how it is written, and whether it is a list."""

    depth: int
    name: str
    written: str
    sort: str = ""


def slots(kind: DocumentKind) -> tuple[Slot, ...]:
    """Return the slots of a kind: one for each sort of file, and those that are written for an outlet alone."""
    formats = dict.fromkeys(Format(SOURCES[each]) for each in kind.formats)
    apart = [Slot(kind, Format.HTML, each) for each in OUTLETS if _has_outlet(kind, each)]
    return (*(Slot(kind, each) for each in formats), *apart)


def slot_named(kind: str, to: str, outlet: str = "") -> Slot:
    """Return a slot by the words of an address; raise Refusal where there is none."""
    found = next((each for each in KINDS if each.name == kind), None)
    for slot in slots(found) if found is not None else ():
        if slot.format.value == to and (slot.outlet or "") == outlet:
            return slot
    raise Refusal(404, "not-found", {"value": f"{kind} {to}"})


def standings(service: Service) -> dict[DocumentKind, tuple[Standing, ...]]:
    """Return how the slots of all kinds are filled."""
    stationery = stationery_of(service.library.workspace())
    return {kind: tuple(standing(stationery, slot) for slot in slots(kind)) for kind in KINDS}


def standing(stationery: Stationery, slot: Slot) -> Standing:
    """Return how one slot is filled."""
    own = own_path(stationery, slot)
    before = stationery.own is not None and previous(stationery.own, slot.kind.name, slot.name) is not None
    if own is not None and own.is_file():
        changed = datetime.fromtimestamp(own.stat().st_mtime).astimezone()
        return Standing(slot, True, changed=changed, before=before)
    try:
        stationery.path(slot.kind.name, slot.format, slot.outlet)
    except TemplateError:
        return Standing(slot, False, is_there=False, before=before)
    return Standing(slot, False, before=before)


def content_of(service: Service, slot: Slot, which: str = "") -> bytes:
    """Return the template in use, the built-in one or the one before; raise Refusal where there is none."""
    stationery = stationery_of(service.library.workspace())
    if which == "previous":
        content = previous(_own(stationery), slot.kind.name, slot.name)
        if content is None:
            raise Refusal(404, "not-found", {"value": slot.name})
        return content
    if which == "builtin":
        stationery = Stationery(None, stationery.builtin, stationery.profile)
    return stationery.path(slot.kind.name, slot.format, slot.outlet).read_bytes()


# ---- one that was sent ----


def take(service: Service, who: Caller, slot: Slot, content: bytes) -> Received:
    """Check a template that somebody sent, and keep it for them until they take it into use or drop it."""
    received = _examined(service, slot, content)
    note = {"kind": slot.kind.name, "to": slot.format.value, "outlet": slot.outlet or ""}
    keep_note(service.store, who.name, SENT, {**note, "content": b64encode(received.content).decode()})
    return received


def sent(service: Service, who: Caller, slot: Slot) -> Received | None:
    """Return what somebody has sent for a slot, checked anew: what it includes may have changed."""
    note = note_of(service.store, who.name, SENT)
    if note is None or (note["kind"], note["to"], note["outlet"]) != (slot.kind.name, slot.format, slot.outlet or ""):
        return None
    return _examined(service, slot, b64decode(note["content"]))


def use(service: Service, who: Caller, slot: Slot) -> None:
    """Take what was sent into use; raise TemplateError where it is not sound, Refusal where nothing was sent."""
    received = sent(service, who, slot)
    if received is None:
        raise Refusal(404, "template-none-sent", {"value": slot.name})
    keep(_own(stationery_of(service.library.workspace())), received)
    drop(service, who)


def drop(service: Service, who: Caller) -> None:
    """Forget what somebody has sent."""
    drop_note(service.store, who.name, SENT)


def go_back(service: Service, slot: Slot) -> None:
    """Use the built-in template again; the workspace's own can come back."""
    withdraw(_own(stationery_of(service.library.workspace())), slot.kind.name, slot.name)


def bring_back(service: Service, slot: Slot) -> None:
    """Use the template again that was there before."""
    restore(_own(stationery_of(service.library.workspace())), slot.kind.name, slot.name)


def _examined(service: Service, slot: Slot, content: bytes) -> Received:
    stationery = stationery_of(service.library.workspace())
    return receive(service.confinement, stationery, slot.kind, slot.format, content, outlet=slot.outlet)


# ---- what can be asked for ----


def labels(kind: DocumentKind) -> tuple[Label, ...]:
    """Return all that a template of a kind may ask for, in the order of its view."""
    return tuple(_labels(shape_of(kind.schema).labels, "", 0))


def _labels(shapes: Mapping[str, Shape], above: str, depth: int) -> Iterator[Label]:
    for name, shape in shapes.items():
        path = f"{above}.{name}" if above else name
        if shape.item is not None:
            loop = ITEM.format(name)
            yield Label(depth, name, LOOP.format(loop, path), "list")
            if shape.item.is_leaf:
                yield Label(depth + 1, loop, SAID.format(loop))
            yield from _labels(shape.item.labels, loop, depth + 1)
        elif shape.labels:
            yield from _labels(shape.labels, path, depth)
        elif shape.flag:
            yield Label(depth, name, CONDITION.format(path), "flag")
        else:
            written = PICTURED if shape.picture else SAID
            yield Label(depth, name, written.format(path), "picture" if shape.picture else "")


def own_path(stationery: Stationery, slot: Slot) -> Path | None:
    """Return where the workspace's own template lies, or would."""
    return None if stationery.own is None else stationery.own / slot.kind.name / slot.name


def _own(stationery: Stationery) -> Path:
    if stationery.own is None:
        raise Refusal(404, "not-found", {"value": SENT})
    return stationery.own


def _has_outlet(kind: DocumentKind, outlet: Outlet) -> bool:
    return (Stationery().builtin / kind.name / f"{kind.name}{OUTLETS[outlet]}.html").is_file()
