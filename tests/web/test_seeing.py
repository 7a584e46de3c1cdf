"""What somebody may know of: findings whose words would tell of a talk are kept back, or say it with a mask."""

from __future__ import annotations

import pytest
from tests.web.office import ABOVE, BRANCH, OTHER, Office

from docgen.accounts import Account, Caller, Role
from docgen.errors import UsageError
from docgen.findings import Finding, Level, Place
from docgen.web.asking import visible_units
from docgen.web.seeing import MASK, entries_seen, findings_seen, unit_seen, units_seen

TALKS = "支部/一支部/记录/2020/年度/2020-谈话.yaml"
TALK = f"{BRANCH}/2020/年度/2020-谈话"


def caller(office: Office, role: Role, unit: str | None = None, *, confidential: bool = False) -> Caller:
    account: Account = office.service.accounts.account(office.account(role, unit, confidential=confidential))
    return account.caller


def finding(subject: str, file: str, **values: str) -> Finding:
    return Finding("record-duplicate", Level.ERROR, Place(file, 3), subject, {"value": "一", "other": "二", **values})


@pytest.mark.parametrize(
    ("role", "unit", "expected"),
    [
        (Role.ADMIN, None, 6),
        (Role.COMMITTEE, None, 6),
        (Role.READER, None, 6),
        (Role.READER, ABOVE, 1),
        (Role.BRANCH, OTHER, 1),
    ],
)
def test_units_are_those_that_the_role_reaches(
    reading_room: Office, role: Role, unit: str | None, expected: int
) -> None:
    seen = visible_units(reading_room.service, caller(reading_room, role, unit))
    assert len(seen) == expected
    assert unit is None or seen == (unit,)


def test_a_unit_stands_for_those_below_it(reading_room: Office) -> None:
    admin = caller(reading_room, Role.ADMIN)
    assert len(units_seen(reading_room.service, admin, [ABOVE])) == 6
    assert units_seen(reading_room.service, admin, [OTHER]) == (OTHER,)


def test_an_unknown_unit_is_answered_with_names_that_one_may_see(reading_room: Office) -> None:
    with pytest.raises(UsageError) as refused:
        unit_seen(reading_room.service, caller(reading_room, Role.BRANCH, BRANCH), "二支")
    assert refused.value.values == {"value": "二支", "near": BRANCH}


def test_records_are_those_that_one_may_read(reading_room: Office) -> None:
    service = reading_room.service
    everything = entries_seen(service, caller(reading_room, Role.ADMIN), BRANCH)
    open_ones = entries_seen(service, caller(reading_room, Role.READER), BRANCH)
    assert {each.model.kind for each in everything} - {each.model.kind for each in open_ones} == {"谈话", "党费"}
    assert entries_seen(service, caller(reading_room, Role.BRANCH, OTHER), BRANCH) == ()


@pytest.mark.parametrize(
    ("about", "seen"),
    [
        (finding(TALK, TALKS), False),
        (finding(f"{TALK}#2", TALKS), False),
        (finding("", TALKS), False),
        (finding(BRANCH, TALKS), False),
        (finding(f"{OTHER}/2020-03", "支部/二支部/单位.yaml"), True),
        (finding("", "docgen.yaml"), True),
    ],
)
def test_findings_are_those_that_one_may_know_of(reading_room: Office, about: Finding, seen: bool) -> None:
    reader = caller(reading_room, Role.READER)
    assert list(findings_seen(reading_room.service, reader, [about])) == ([about] if seen else [])
    assert list(findings_seen(reading_room.service, caller(reading_room, Role.ADMIN), [about])) == [about]


def test_a_finding_that_names_a_talk_has_a_mask_there(reading_room: Office) -> None:
    about = finding(f"{BRANCH}/2020/03/2020-03-12-支委会", "支部/一支部/记录/x.yaml", other="2020/年度/2020-谈话#2")
    reader, admin = caller(reading_room, Role.READER), caller(reading_room, Role.ADMIN)
    (masked,) = findings_seen(reading_room.service, reader, [about])
    assert masked.values == {"value": "一", "other": MASK}
    assert list(findings_seen(reading_room.service, admin, [about])) == [about]


def test_what_is_wrong_with_the_workspace_is_for_those_who_see_all_units(reading_room: Office) -> None:
    about = finding("", "docgen.yaml")
    assert list(findings_seen(reading_room.service, caller(reading_room, Role.BRANCH, BRANCH), [about])) == []
