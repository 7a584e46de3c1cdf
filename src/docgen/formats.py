"""Takes nothing, gives the formats that a paper can have, and where a page may be put."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """A file format, named by its suffix."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"
    TXT = "txt"


class Outlet(StrEnum):
    """Where a page is put: pasted into the editor of a 公众号, or set up on a site."""

    WECHAT = "wechat"
    WEB = "web"


MEDIA_TYPES: dict[Format, str] = {
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.HTML: "text/html; charset=utf-8",
    Format.PDF: "application/pdf",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.TXT: "text/plain; charset=utf-8",
}
