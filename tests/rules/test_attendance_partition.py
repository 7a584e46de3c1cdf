"""Whatever roster and names are written: the due are parted, X1 finds what its definition says, no rule raises."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.rules.table import SETTINGS, ledger_of

from docgen.generation import open_ledger
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Gathering
from docgen.rules import check, check_across, digest, rulebook
from docgen.vocabulary import hint, message
from docgen.workspace import open_workspace

ROOT = Path(__file__).resolve().parents[2]
DAY, BEFORE, AFTER = date(2020, 3, 12), date(2020, 3, 1), date(2020, 4, 1)
NAMES = ("张一", "李二", "王三", "赵四", "钱五", "孙六")
STRANGER, REST = "无名氏", "其余"
WRITTEN = st.lists(st.sampled_from((*NAMES, STRANGER)), max_size=6)


@dataclass(frozen=True)
class Person:
    """One member as the roster has it."""

    name: str
    joined: date
    left: date | None
    group: bool
    exempt: bool
    seated: bool

    @property
    def belongs(self) -> bool:
        """Whether the person is of the roster on the day."""
        return self.joined <= DAY and (self.left is None or self.left > DAY)

    @property
    def written(self) -> str:
        """The person's row in the unit's file."""
        parts = [f"姓名: {self.name}", "转正日期: 2010-07-01", f"转入: {self.joined}"]
        parts += [f"离开: {{日期: {self.left}, 事由: 转出}}"] if self.left else []
        parts += ["党小组: 一组"] if self.group else []
        return f"{{{', '.join([*parts, '免于硬性要求: 是'] if self.exempt else parts)}}}"


@dataclass(frozen=True)
class Meeting:
    """One held meeting as it is written."""

    kind: str
    due: tuple[str, ...] | None
    lists: dict[str, list[str]]
    left_out: tuple[str, ...]

    @property
    def written(self) -> str:
        """The record."""
        lines = ["类型: 会议", f"会议类型: {self.kind}", "编号: 会", f"开始: {DAY} 09:00", "党小组: 一组"]
        lines += [f"应到范围: [{', '.join(self.due)}]"] if self.due is not None else []
        lines += [f"出席: [{', '.join(self.lists['出席'])}]"]
        lines += [f"{key}: [{', '.join(f'{{姓名: {name}}}' for name in self.lists[key])}]" for key in ("请假", "缺席")]
        rows = ", ".join(f"{{姓名: {name}}}" for name in self.left_out)
        return "\n".join([*lines, f"选举: {{应选人数: 1, 选票: {{发出: 1, 收回: 1}}, 不计入应到: [{rows}]}}"])


PEOPLE = st.tuples(*(
    st.builds(
        Person,
        st.just(name),
        st.sampled_from((BEFORE, DAY, AFTER)),
        st.sampled_from((None, BEFORE, DAY, AFTER)),
        st.booleans(),
        st.booleans(),
        st.booleans(),
    )
    for name in NAMES
))  # fmt: skip
MEETINGS = st.builds(
    Meeting,
    st.sampled_from(("支部党员大会", "支委会", "党小组会", "党课", "其他会议")),
    st.none() | st.lists(st.sampled_from((*NAMES, STRANGER)), max_size=4).map(tuple),
    st.fixed_dictionaries({
        "出席": st.lists(st.sampled_from((*NAMES, STRANGER, REST)), max_size=7), "请假": WRITTEN, "缺席": WRITTEN,
    }),
    st.lists(st.sampled_from(NAMES), max_size=2).map(tuple),
)  # fmt: skip


def written_unit(people: tuple[Person, ...]) -> str:
    """Return the unit's file."""
    committee = ", ".join(f"{{姓名: {each.name}, 职务: 委员}}" for each in people if each.seated)
    rows = "\n".join(f"  - {each.written}" for each in people)
    head = f"名称: 第一党支部\n简称: 一支部\n种类: 党支部\n支委: [{committee}]\n党小组: [{{名称: 一组}}]"
    return f"{head}\n党员:\n{rows}\n"


def due_of(meeting: Meeting, people: tuple[Person, ...]) -> list[Person]:
    """Return who is due, by the definition."""
    there = [each for each in people if each.belongs]
    if meeting.due is not None:
        return [each for each in there if each.name in meeting.due]
    if meeting.kind == "支委会":
        return [each for each in there if each.seated]
    return [each for each in there if each.group] if meeting.kind == "党小组会" else there


def wrong_with(meeting: Meeting, people: tuple[Person, ...]) -> list[str]:
    """Return the cases of X1 that a meeting has, by the definition."""
    due = due_of(meeting, people)
    if not due:
        return []
    named = Counter(name for names in meeting.lists.values() for name in names)
    rest = REST in meeting.lists["出席"]
    unnamed = [each for each in due if not named[each.name] and not rest]
    asked = [each for each in unnamed if not each.exempt and each.name not in meeting.left_out]
    others = {each.name for each in people if each.belongs} - {each.name for each in due}
    lists = [key for key, names in meeting.lists.items() if others & set(names)]
    twice = [each for each in due if named[each.name] > 1]
    return ["X1-outside"] * len(lists) + ["X1-twice"] * len(twice) + ["X1-unnamed"] * bool(asked)


@given(people=PEOPLE, meeting=MEETINGS)
def test_the_due_are_present_on_leave_absent_or_unnamed(people: tuple[Person, ...], meeting: Meeting) -> None:
    ledger = ledger_of(meeting.written, written_unit(people))
    (entry,) = ledger.of(Gathering)

    attended = ledger.attendance(entry)

    parts = [attended.present, attended.on_leave, attended.absent, attended.unnamed]
    together = [member.name for part in parts for member in part]
    assert sorted(together) == sorted(member.name for member in attended.due)
    assert len(together) == len(set(together))
    assert [member.name for member in attended.due] == [each.name for each in due_of(meeting, people)]


@given(people=PEOPLE, meeting=MEETINGS)
def test_x1_finds_what_its_definition_says(people: tuple[Person, ...], meeting: Meeting) -> None:
    ledger = ledger_of(meeting.written, written_unit(people))

    found = check(ledger, rulebook(ledger.settings).only({"X1"}), date(2020, 12, 31))

    assert sorted(finding.code for finding in found) == wrong_with(meeting, people)


@cache
def sample_entries() -> tuple[Entry[Any], ...]:
    """Return all records of the samples."""
    workspace = open_workspace(ROOT / "samples")
    return tuple(entry for short in workspace.units for entry in open_ledger(workspace, short).entries)


def bared(entry: Entry[Any], drawn: st.DataObject) -> Entry[Any]:
    """Return an entry without some of what need not be written, and with an odd beginning or end."""
    model = entry.model
    fields = {name: info for name, info in type(model).model_fields.items() if not info.is_required()}
    dropped = drawn.draw(st.sets(st.sampled_from(sorted(fields)), max_size=6))
    bare = model.model_copy(update={name: fields[name].default for name in dropped})
    if isinstance(bare, Gathering):
        moments = st.datetimes().map(lambda moment: moment.replace(second=0, microsecond=0))
        bare = bare.model_copy(update={"end": drawn.draw(st.none() | moments | st.just(bare.start))})
    return replace(entry, model=bare)


@settings(max_examples=40)
@given(people=PEOPLE, drawn=st.data(), day=st.dates())
def test_no_rule_of_consistency_raises(people: tuple[Person, ...], drawn: st.DataObject, day: date) -> None:
    chosen = drawn.draw(st.lists(st.sampled_from(sample_entries()), max_size=30, unique_by=lambda entry: entry.id))
    assume(chosen)
    unit = ledger_of("", written_unit(people))
    ledger = BranchLedger(unit.unit, unit.unit_source, unit.settings, [bared(each, drawn) for each in chosen])
    rules = rulebook(ledger_of("", settings=SETTINGS).settings).only({"X1", "X2", "X3", "X4", "X5", "X6"})

    found = check(ledger, rules, day) + check_across({"一支部": digest(ledger, rules, day)}, rules, day)

    assert all(message(each) and hint(each) for each in found)
