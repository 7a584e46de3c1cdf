"""Takes a page, gives what a browser would send of one of its forms, and what stands on it."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

from tests.web.office import TestClient

FORM_TYPE = {"content-type": "application/x-www-form-urlencoded"}


class _Fields(HTMLParser):
    """Gathers the names and values of the form with an id, or of the first one without."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self.pairs: list[tuple[str, str]] = []
        self._form, self._inside = form, False
        self._area: tuple[str, list[str]] | None = None
        self._select: tuple[str, list[str], bool] | None = None
        self._option: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = found.get("id", "") == self._form
        if not self._inside:
            return
        name = found.get("name", "")
        if tag == "input" and name and "disabled" not in found:
            if found.get("type") not in {"radio", "checkbox"} or "checked" in found:
                self.pairs.append((name, found.get("value", "")))
        elif tag == "textarea" and name:
            self._area = (name, [])
        elif tag == "select" and name:
            self._select = (name, [], False)
        elif tag == "option" and self._select is not None:
            chosen = "selected" in found or not self._select[1]
            if chosen:
                self._option = []
                self._value = found.get("value")

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._area[1].append(data)
        elif self._option is not None:
            self._option.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "textarea" and self._area is not None:
            # A browser drops the line break that stands first.
            self.pairs.append((self._area[0], "".join(self._area[1]).removeprefix("\n")))
            self._area = None
        elif tag == "option" and self._option is not None and self._select is not None:
            value = self._value if self._value is not None else "".join(self._option)
            self._select[1][:] = [value]
            self._option = None
        elif tag == "select" and self._select is not None:
            self.pairs.append((self._select[0], self._select[1][0] if self._select[1] else ""))
            self._select = None


def fields(page: str, form: str = "record") -> list[tuple[str, str]]:
    """Return the names and values that a form of a page sends, in order."""
    parser = _Fields(form)
    parser.feed(page)
    return parser.pairs


def changed(pairs: list[tuple[str, str]], values: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return what a form sends after somebody typed some values; names that it did not have come last."""
    known = {name for name, _ in pairs}
    return [(name, values.get(name, value)) for name, value in pairs] + [
        (name, value) for name, value in values.items() if name not in known
    ]


def post(client: TestClient, path: str, pairs: list[tuple[str, str]], **headers: str) -> Any:
    """Send a form."""
    return client.post(path, content=urlencode(pairs), headers={**FORM_TYPE, "accept": "text/html"} | headers)
