"""Takes a typed number of a paper, gives it as GB/T 9704 has it, or says how it is mended."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from msgspec import Struct
from pydantic_core import PydanticCustomError, core_schema

from docgen.model.values import Typed

_CODE, _YEAR_AND_SERIAL = r"[^\W\d_]*[^\W\d_第]", r"〔[1-9][0-9]{3}〕[1-9][0-9]*号"
_COPY_NUMBER = r"[0-9]{6}"
_LOOSE = re.compile(
    r"(?P<code>[^\W\d_]*?)(?:字第)?\s*[〔\[【（(［\u3014]?\s*(?P<year>[1-9][0-9]{3})\s*年?\s*[〕\]】）)］]?\s*"
    r"第?\s*0*(?P<serial>[1-9][0-9]*)\s*号?"
)
_MENDED = "{code}〔{year}〕{serial}号"
_COPY_LENGTH = 6


class _Form(Struct, frozen=True):
    """One form of a number: its pattern, its code when it is not kept, what an editor is told, and its mending."""

    pattern: str
    code: str
    about: str
    mend: Callable[[str], str]
    others: tuple[str, ...] = ()

    def parse(self, text: str) -> str:
        """Return a text of this form; of another one, raise an error that bears the mended text."""
        if not re.fullmatch(self.pattern, text):
            near = self.mend(text)
            values = {"value": text, "near": near if re.fullmatch(self.pattern, near) else ""}
            raise PydanticCustomError(self.code, "not of the standard's form", values)
        return text

    def typed(self) -> Typed:
        """Return what reads this form and tells an editor of it."""
        schema: dict[str, Any] = {
            "type": [*self.others, "string"] if self.others else "string",
            "pattern": rf"^\s*({self.pattern})\s*$",
            "description": self.about,
        }
        return Typed(self.parse, self.code, schema, core_schema.str_schema(strict=True))


def _mended(text: str) -> str:
    found = _LOOSE.fullmatch(text)
    return _MENDED.format(**found.groupdict()) if found else ""


def _padded(text: str) -> str:
    return text.zfill(_COPY_LENGTH) if text.isdigit() else ""


_WHOLE = _Form(
    _CODE + _YEAR_AND_SERIAL, "document-number-invalid", "发文字号，写作 机关代字〔2020〕1号", _mended
).typed()
_OF_MINUTES = _Form(
    f"({_CODE})?{_YEAR_AND_SERIAL}",
    "minutes-number-invalid",
    "编号，写作 〔2020〕1号 或 机关代字〔2020〕1号",
    _mended,
).typed()
_OF_COPY = _Form(_COPY_NUMBER, "copy-number-invalid", "六位数字，例如 000001", _padded, ("integer",)).typed()

DocumentNumber = Annotated[str, _WHOLE]
"""机关代字〔2020〕1号: hexagonal brackets, the whole year, no 第, no leading zero (GB/T 9704 7.2.5)."""

MinutesNumber = Annotated[str, _OF_MINUTES]
"""〔2020〕1号, as minutes are usually numbered, or a whole number (practice: 10.3 leaves it open)."""

CopyNumber = Annotated[str, _OF_COPY]
"""The number of one copy: six digits (7.2.1)."""
