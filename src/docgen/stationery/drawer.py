"""Takes the folders that hold templates, gives the template of a kind in a format, read once per process."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from msgspec.structs import replace

from docgen.errors import TemplateError, UsageError
from docgen.formats import Format, Outlet
from docgen.outputs import write_whole
from docgen.page import DEFAULT_PROFILE
from docgen.renderers import Template
from docgen.renderers.rendering import as_text
from docgen.workspace.attachments import is_safe

SHARED = "_shared"
SOURCES = {Format.DOCX: "docx", Format.HTML: "html", Format.PDF: "html", Format.XLSX: "xlsx", Format.TXT: "txt"}
OUTLETS = {Outlet.WECHAT: "-wechat"}
"""What follows a kind's name in the names of templates that are written for one outlet."""
_INCLUDED = re.compile(r"""\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")


def profile_folder(profile: str) -> str:
    """Return the folder below the built-in ones that holds what a page profile has of its own; "" for the usual one."""
    return "" if profile == DEFAULT_PROFILE else f"_{profile}"


def builtin_folder() -> Path:
    """Return the folder of the templates that come with docgen: the wheel's, or the checkout's."""
    packed = Path(str(files("docgen"))) / "_templates"
    return packed if packed.is_dir() else Path(__file__).resolve().parents[3] / "templates"


@dataclass
class Stationery:
    """The templates at hand: the workspace's folder is looked into before the built-in ones of its page profile."""

    own: Path | None = None
    builtin: Path = field(default_factory=builtin_folder)
    profile: str = DEFAULT_PROFILE
    _read: dict[tuple[str, Format, Outlet | None], Template] = field(default_factory=dict, repr=False)

    def template(self, kind: str, format: Format, outlet: Outlet | None = None) -> Template:
        """Return the template of a kind, one written for the outlet where it asks for that; raise TemplateError for none."""
        key = (kind, format, outlet)
        if key not in self._read:
            self._read[key] = self._load(kind, format, outlet)
        return self._read[key]

    def path(self, kind: str, format: Format, outlet: Outlet | None = None) -> Path:
        """Return the file that is used for a kind in a format."""
        apart = OUTLETS.get(outlet, "") if outlet is not None else ""
        name = f"{kind}/{kind}{apart}.{SOURCES[format]}"
        for folder in self.folders:
            if (folder / name).is_file():
                return folder / name
        raise TemplateError("template-missing", {"value": name, "folder": str(self.builtin)})

    def eject(self, kind: str, *, overwrite: bool = False) -> list[Path]:
        """Copy a kind's built-in templates into the workspace's folder, never over the user's own unless asked."""
        if self.own is None:
            raise UsageError("template-nowhere")
        if not (self.builtin / kind).is_dir():
            raise TemplateError("template-missing", {"value": kind, "folder": str(self.builtin)})
        names = sorted(f"{kind}/{each.name}" for each in (self.builtin / kind).iterdir() if each.is_file())
        return self.put({name: self._builtin(name).read_bytes() for name in names}, overwrite=overwrite)

    def put(self, templates: Mapping[str, bytes], *, overwrite: bool = False) -> list[Path]:
        """Write templates by name into the workspace's folder, all or none: never over what is there unless asked."""
        if self.own is None:
            raise UsageError("template-nowhere")
        targets = [self.own / name for name in templates]
        taken = [target for target in targets if target.exists()]
        if taken and not overwrite:
            raise UsageError("template-exists", {"value": taken[0].name, "path": str(taken[0])})
        for target, content in zip(targets, templates.values(), strict=True):
            write_whole(target, content)
        return targets

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """The folders, in the order in which they are looked into."""
        own = (self.own,) if self.own is not None else ()
        return (*own, *self._builtins)

    @property
    def _builtins(self) -> tuple[Path, ...]:
        apart = profile_folder(self.profile)
        return (self.builtin / apart, self.builtin) if apart else (self.builtin,)

    def _builtin(self, name: str) -> Path:
        return next(folder / name for folder in self._builtins if (folder / name).is_file())

    def loose(self, path: Path, format: Format) -> Template:
        """Return any file as a template, with what it includes so far as that is there."""
        content = path.read_bytes()
        includes: dict[str, str] = {}
        if SOURCES[format] == "html":
            self._collect(content.decode(errors="replace"), includes, "", strict=False)
        return Template(path.name, format, content, _hash(content, includes), includes)

    def own_files(self, kind: str) -> list[Path]:
        """Return the workspace's own templates of a kind."""
        suffixes = dict.fromkeys(SOURCES.values())
        names = [*(f"{kind}.{suffix}" for suffix in suffixes), *(f"{kind}{apart}.html" for apart in OUTLETS.values())]
        return [path for name in names if self.own is not None and (path := self.own / kind / name).is_file()]

    def _load(self, kind: str, format: Format, outlet: Outlet | None) -> Template:
        path = self.path(kind, format, outlet)
        found = self.composed(kind, path.name, format, path.read_bytes())
        return replace(found, built_in=path.parent.parent in self._builtins)

    def composed(self, kind: str, file: str, format: Format, content: bytes) -> Template:
        """Return bytes as a kind's template with what they include; raise TemplateError for what is not there to include."""
        includes: dict[str, str] = {}
        if SOURCES[format] == "html":
            self._collect(as_text(content, f"{kind}/{file}"), includes, kind)
        return Template(f"{kind}/{file}", format, content, _hash(content, includes), includes)

    def _collect(self, source: str, includes: dict[str, str], kind: str, *, strict: bool = True) -> None:
        for name in _INCLUDED.findall(source):
            if name not in includes and (strict or self._included(name, kind)):
                path = self._included(name, kind)
                if path is None:
                    raise TemplateError("template-missing", {"value": name, "folder": str(self.builtin)})
                includes[name] = as_text(path.read_bytes(), name).replace("\r\n", "\n")
                self._collect(includes[name], includes, kind, strict=strict)

    def _included(self, name: str, kind: str) -> Path | None:
        """Return the file that a template includes: one of _shared or of its kind's folder, and none elsewhere by a link.

        Raise TemplateError for a name that leads elsewhere; of a loose file's the check tells in its place.
        """
        if kind and not (is_safe(name) and name.partition("/")[0] in {SHARED, kind}):
            raise TemplateError("template-include-outside", {"value": name})
        if not is_safe(name):
            return None
        for folder in self.folders:
            path = folder / name
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                return path
        return None


def _hash(content: bytes, includes: dict[str, str]) -> str:
    total = hashlib.sha256(content)
    for name in sorted(includes):
        total.update(f"\0{name}\0{includes[name]}".encode())
    return total.hexdigest()
