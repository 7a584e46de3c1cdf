"""Takes the folder of a workspace, gives its settings and its units, without their records."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.errors import UsageError, WorkspaceError
from docgen.findings import Finding, Level, Place, in_order, worst
from docgen.model.roster import Roster
from docgen.model.settings import LimitSettings, Settings
from docgen.model.unit import Unit
from docgen.records.record import Record, Source
from docgen.records.validation import validate
from docgen.renderers.rendering import PictureData
from docgen.workspace.files import SETTINGS_FILE, STATE_FOLDER, limits_of, read_file, relative, uncollected
from docgen.workspace.folders import unit_files
from docgen.workspace.memory import Memory
from docgen.workspace.nearest import nearest
from docgen.workspace.pictures import PictureStore
from docgen.workspace.tree import UnitTree
from docgen.workspace.units import UnitFolder, by_short_name, sound_superiors, tree_findings, unit_folder

PICTURES_FOLDER = "pictures"


class Workspace(Struct, frozen=True, dict=True):
    """Settings and units of an organisation; `units` go by 简称, each before the units below it.

    `drafts` are texts that lie over record files, there or not, as if they were saved; `memory` keeps what was read.
    """

    root: Path
    settings: Settings
    settings_source: Source
    units: Mapping[str, UnitFolder]
    findings: tuple[Finding, ...] = ()
    drafts: Mapping[Path, bytes] = field(default_factory=dict)
    memory: Memory | None = None

    def with_drafts(self, drafts: Mapping[Path, bytes]) -> Workspace:
        """Return the workspace as it would be with some texts saved."""
        return replace(self, drafts={**self.drafts, **drafts})

    @cached_property
    def tree(self) -> UnitTree:
        """The tree of units; a 上级 that is unknown, or closes a circle, counts as none."""
        return UnitTree(sound_superiors(self.units))

    def unit(self, name: str) -> UnitFolder:
        """Return a unit by its 简称 or 名称; raise UsageError with the nearest names."""
        found = self.named(name)
        if found is None:
            raise UsageError("unit-unknown", {"value": name, "near": nearest(name, self.units)})
        return found

    def named(self, name: str) -> UnitFolder | None:
        """Return a unit by its 简称 or 名称, None when there is none."""
        return self.units.get(name) or self._by_full_name.get(name)

    def roster(self, short: str) -> Roster:
        """Return the roster of a unit, made once."""
        if short not in self._rosters:
            self._rosters[short] = Roster(self.units[short].unit)
        return self._rosters[short]

    def picture_data(self, sha256: str) -> PictureData:
        """Return the bytes of a cleaned picture; raise WorkspaceError when it is no longer kept."""
        return self.pictures.data(sha256)

    @property
    def pictures(self) -> PictureStore:
        """The cleaned pictures."""
        return PictureStore(self.root / STATE_FOLDER / PICTURES_FOLDER, self.settings.limits)

    @cached_property
    def _by_full_name(self) -> dict[str, UnitFolder]:
        return {folder.name: folder for folder in self.units.values()}

    @cached_property
    def _rosters(self) -> dict[str, Roster]:
        return {}


def find(start: Path) -> Path:
    """Return the nearest folder from `start` upwards that holds docgen.yaml; raise WorkspaceError."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    raise WorkspaceError("workspace-not-found", {"value": str(start)})


def open_workspace(root: Path, memory: Memory | None = None) -> Workspace:
    """Read the settings and every unit; raise WorkspaceError when there are no settings that can be read.

    A process that stays gives its `memory`, so that of the records only those files are read again that changed.
    """
    root = root.resolve()
    settings, source = _settings(root)
    folders, findings = _unit_folders(root, settings)
    units, doubles = by_short_name(folders)
    found = Workspace(root, settings, source, units, memory=memory)
    ordered = {short: units[short] for short in found.tree.order}
    findings += [*doubles, *tree_findings(ordered)]
    findings += [finding for folder in ordered.values() for finding in folder.findings]
    return replace(found, units=ordered, findings=tuple(in_order(findings)))


def _settings(root: Path) -> tuple[Settings, Source]:
    path = root / SETTINGS_FILE
    if not path.is_file():
        raise WorkspaceError("workspace-not-found", {"value": str(root)})
    records, findings = read_file(root, path, limits_of(LimitSettings()))
    findings += _not_alone(records, findings, SETTINGS_FILE, "settings-empty", "settings-not-alone")
    settings: Settings | None = None
    if len(records) == 1:
        settings, wrong = validate(records[0], Settings)
        findings = [*findings, *wrong]
    if settings is None:
        raise WorkspaceError("settings-unreadable", {"value": SETTINGS_FILE}, findings)
    return settings, records[0].source


def _unit_folders(root: Path, settings: Settings) -> tuple[list[UnitFolder], list[Finding]]:
    folders: list[UnitFolder] = []
    files, findings = unit_files(root)
    with uncollected():
        for path in files:
            records, wrong = read_file(root, path, limits_of(settings.limits))
            findings += wrong
            findings += _not_alone(records, wrong, relative(root, path), "unit-file-empty", "unit-not-alone")
            for record in records[:1]:
                unit, wrong = validate(record, Unit)
                findings += wrong
                if unit is not None:
                    folders.append(unit_folder(unit, record.source, path.parent))
    return folders, findings


def _not_alone(records: list[Record], wrong: list[Finding], file: str, empty: str, many: str) -> list[Finding]:
    """Return an error where a file that holds one record is empty or holds several, unless reading said why."""
    if len(records) == 1 or worst(wrong) is Level.ERROR:
        return []
    values = {"value": len(records)} if records else {"value": file}
    return [Finding(many if records else empty, Level.ERROR, Place(file), values=values)]
