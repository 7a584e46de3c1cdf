"""Takes a template and the shape of its view, gives what the engine says when it fills it: once full, once empty."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.errors import TemplateError
from docgen.renderers import Template, render
from docgen.stationery.checking.shape import Shape
from docgen.view import Plain

FIGURE = "1"
"""What a text is in a trial: it can be counted with, as a figure's text can."""


def complaints(template: Template, shape: Shape) -> Iterator[TemplateError]:
    """Yield why a template cannot be filled, if so: the first reason with everything said, else with nothing said."""
    for full in (True, False):
        context = {label: filled(each, full=full) for label, each in shape.labels.items()}
        try:
            render(template, context)
        except TemplateError as error:
            yield error
            return


def filled(shape: Shape, *, full: bool) -> Plain:
    """Return plain data of a shape: two items in every list, or none."""
    if shape.item is not None:
        return [filled(shape.item, full=full)] * 2 if full else []
    if shape.labels:
        return {label: filled(each, full=full) for label, each in shape.labels.items()}
    if shape.flag:
        return full
    return FIGURE if full and not shape.picture else ""
