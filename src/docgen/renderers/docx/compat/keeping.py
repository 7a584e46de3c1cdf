"""Takes what a tag prints, gives it so that XML does not lose it: a stray `&` or `<` as text, markup as it is.

docxtpl puts values into XML as they are and reads the result with recovery, so that all text after a stray sign may be
gone without a word. Where a value is sound XML of a Word file, it stays what it is for docxtpl.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from docxtpl import RichText, RichTextParagraph
from jinja2 import Undefined, pass_context
from jinja2.runtime import Context as Names
from markupsafe import Markup

# The prefixes that Word, WPS and python-docx declare; an element without one means nothing in a Word file.
_PREFIXES = r"(?:w|w\d+\w*|wp|wp\d+|wps|wpg|wpc|wpi|wne|r|a|a\d+|pic|m|mc|v|o|c|c\d+|dgm|sl|ve|am3d|aink|oel)"
_STRAY = re.compile(
    rf"<!\[CDATA\[.*?]]>|(?P<stray>&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)|<(?!/?{_PREFIXES}:[A-Za-z])|]]>)",
    re.DOTALL,
)
_ESCAPED = {"&": "&amp;", "<": "&lt;", "]]>": "]]&gt;"}
_PLAIN = (int, float, type(None), Undefined)

Finalize = Callable[..., Any]


def kept(text: str) -> str:
    """Return a value's XML with the signs escaped that begin neither an entity nor an element of a Word file."""
    if "&" not in text and "<" not in text and "]]>" not in text:
        return text
    return _STRAY.sub(lambda found: _ESCAPED[found[0]] if found["stray"] else found[0], text)


def keeping(own: Finalize | None) -> Finalize:
    """Return what jinja2 calls on each printed value: the environment's own finalize, then `kept`."""

    @pass_context
    def finalize(names: Names, value: Any) -> Any:
        if own is not None:
            value = _finalized(own, names, value)
        return _kept(value, escaped=bool(names.eval_ctx.autoescape))

    return finalize


def _kept(value: Any, *, escaped: bool) -> Any:
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, RichText | RichTextParagraph):
        return Markup(kept(value.xml))  # noqa: S704 - docxtpl has escaped it
    if isinstance(value, str):
        return _as_given(value, escaped=escaped)
    # Pictures and sub-documents are sound, and make themselves anew whenever they are asked.
    return value if escaped or hasattr(value, "__html__") else kept(str(value))


def _as_given(value: str, *, escaped: bool) -> str:
    if hasattr(value, "__html__"):
        return Markup(kept(str(value)))  # noqa: S704 - the caller says it is
    return value if escaped else kept(value)


def _finalized(own: Finalize, names: Names, value: Any) -> Any:
    """Call a finalize as jinja2 does: what it wants first is written on it."""
    wanted = getattr(getattr(own, "jinja_pass_arg", None), "name", "")
    first = {"context": names, "eval_context": names.eval_ctx, "environment": names.environment}
    return own(first[wanted], value) if wanted in first else own(value)
