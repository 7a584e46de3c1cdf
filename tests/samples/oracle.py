"""Takes a workspace's YAML as written, gives facts about it without docgen's help: who was due, present, on which day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

Data = dict[str, Any]
_COMMITTEE = {"支委会", "党委会"}


@dataclass(frozen=True)
class Paper:
    """One YAML document below 记录/: its unit, its path, its id inside the unit, what it says."""

    unit: str
    path: Path
    local: str
    data: Data

    @property
    def kind(self) -> str:
        """Its 类型."""
        return str(self.data["类型"])

    @property
    def start(self) -> datetime:
        """When a gathering began."""
        return moment(self.data["开始"])

    @property
    def end(self) -> datetime:
        """When a gathering ended."""
        return moment(self.data["结束"])

    @property
    def is_held(self) -> bool:
        """Whether it is a gathering that took place."""
        return "出席" in self.data

    def is_meeting(self, kind: str) -> bool:
        """Tell whether it is a held meeting of a kind."""
        return self.is_held and self.data.get("会议类型") == kind


@dataclass
class Office:
    """All units and records of a workspace."""

    root: Path
    units: dict[str, Data] = field(default_factory=dict)
    papers: list[Paper] = field(default_factory=list)

    @property
    def branches(self) -> dict[str, Data]:
        """The units that are branches."""
        return {short: unit for short, unit in self.units.items() if unit["种类"] == "党支部"}

    def of(self, kind: str, unit: str | None = None) -> list[Paper]:
        """Return the records of a kind."""
        return [paper for paper in self.papers if paper.kind == kind and unit in {None, paper.unit}]

    def held(self, unit: str | None = None) -> list[Paper]:
        """Return the gatherings that took place."""
        return [paper for paper in self.papers if paper.is_held and unit in {None, paper.unit}]

    def members(self, unit: str, on: date) -> list[str]:
        """Return who belongs on a day."""
        return [named(self.units[unit], member) for member in _belonging(self.units[unit], on)]

    def voters(self, unit: str, on: date) -> list[str]:
        """Return the 正式党员 of a day."""
        written = self.units[unit]
        full = [member for member in _belonging(written, on) if "转正日期" in member and day(member["转正日期"]) <= on]
        return [named(written, member) for member in full]

    def posts(self, unit: str, on: date) -> dict[str, str]:
        """Return the committee of a day."""
        return {post["姓名"]: post["职务"] for post in self.units[unit]["支委"] if _covers(post, on)}

    def due(self, paper: Paper) -> list[str]:
        """Return who was due at a gathering."""
        on, kind = paper.start.date(), paper.data.get("会议类型")
        if "应到范围" in paper.data:
            return list(paper.data["应到范围"])
        if kind in _COMMITTEE:
            return list(self.posts(paper.unit, on))
        if kind == "党小组会":
            written = self.units[paper.unit]
            return [
                named(written, each) for each in _belonging(written, on) if _in_group(each, paper.data["党小组"], on)
            ]
        return self.members(paper.unit, on)

    def away(self, paper: Paper) -> list[str]:
        """Return who asked for leave or was absent."""
        return [row["姓名"] for key in ("请假", "缺席") for row in paper.data.get(key, []) if paper.data[key] != "无"]

    def present(self, paper: Paper) -> list[str]:
        """Return who was present."""
        away = self.away(paper)
        return [name for name in self.due(paper) if name not in away]


def read_office(root: Path) -> Office:
    """Read every unit and record of a workspace."""
    office = Office(root)
    for path in sorted([*root.glob("*/单位.yaml"), *root.glob("支部/*/单位.yaml")]):
        if "broken" in path.relative_to(root).parts:
            continue
        unit = load(path)[0]
        office.units[unit["简称"]] = unit
        records = path.parent / "记录"
        for file in sorted(records.rglob("*.yaml")):
            local = file.relative_to(records).with_suffix("").as_posix()
            for number, data in enumerate(load(file), 1):
                suffix = f"#{number}" if number > 1 else ""
                office.papers.append(Paper(unit["简称"], file, data.get("编号", local + suffix), data))
    return office


def load(path: Path) -> list[Data]:
    """Return the documents of a file, every scalar as text."""
    return list(yaml.load_all(path.read_text(encoding="utf-8"), yaml.CBaseLoader))


def day(text: str) -> date:
    """Return a day as the samples write it."""
    return date.fromisoformat(text)


def moment(text: str) -> datetime:
    """Return a moment as the samples write it."""
    return datetime.fromisoformat(text)


def texts(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every text of a record with the labels that lead to it."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from texts(each, (*path, key))
    elif isinstance(value, list):
        for each in value:
            yield from texts(each, path)
    else:
        yield path, value


def named(unit: Data, member: Data) -> str:
    """Return a member's name, with the number where two bear it."""
    same = [each for each in unit["党员"] if each["姓名"] == member["姓名"]]
    return f"{member['姓名']}（{member['编号']}）" if len(same) > 1 else str(member["姓名"])


def _belonging(unit: Data, on: date) -> list[Data]:
    return [member for member in unit.get("党员", []) if _since(unit, member) <= on < _until(member)]


def _since(unit: Data, member: Data) -> date:
    return max(day(each) for each in (unit["成立日期"], member.get("转入"), member.get("入党日期")) if each)


def _until(member: Data) -> date:
    return day(member["离开"]["日期"]) if "离开" in member else date.max


def _in_group(member: Data, group: str, on: date) -> bool:
    groups = member.get("党小组", [])
    return group == groups or (
        not isinstance(groups, str) and any(span["名称"] == group and _covers(span, on) for span in groups)
    )


def _covers(span: Data, on: date) -> bool:
    return day(span.get("自", "0001-01-01")) <= on <= day(span.get("至", "9999-12-31"))
