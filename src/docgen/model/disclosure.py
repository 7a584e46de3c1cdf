"""Takes the table of private fields, gives the settings by which an organisation keeps some of them closer."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, create_model

from docgen.model.base import Model
from docgen.model.privacy import PRIVATE_FIELDS, PrivateField
from docgen.view import Audience


class Tightening(Model):
    """For each private field the audience that may read it; never a wider one than the table allows."""

    @cached_property
    def tightened(self) -> dict[str, Audience]:
        """The audiences that were written, by the labels of the fields."""
        written = ((field.label, getattr(self, field.key)) for field in PRIVATE_FIELDS)
        return {label: audience for label, audience in written if audience is not None}


def _setting(field: PrivateField) -> Any:
    order = list(Audience)
    allowed = Literal[tuple(order[order.index(field.least) :])]  # type: ignore[valid-type]
    return allowed | None, Field(default=None, alias=field.label)


if TYPE_CHECKING:
    Disclosure = Tightening
else:
    Disclosure = create_model(
        "Disclosure",
        __base__=Tightening,
        __doc__=Tightening.__doc__,
        __module__=__name__,
        **{field.key: _setting(field) for field in PRIVATE_FIELDS},
    )
