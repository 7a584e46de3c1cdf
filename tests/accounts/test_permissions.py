"""Takes every role, unit and scope, proves what its caller may do and what not."""

from __future__ import annotations

import pytest

from docgen.accounts import LOCAL, PERMISSIONS, SCOPES, Action, Caller, Role, Scope, granted, may, may_everywhere
from docgen.vocabulary.accounts import ACTIONS


def caller(
    role: Role, unit: str | None = None, scopes: frozenset[Scope] | None = None, *, confidential: bool = False
) -> Caller:
    return Caller("某某", role, unit, scopes, "session" if scopes is None else "token", confidential)


EXPECTED = {
    Role.ADMIN: "read read-confidential write render publish templates accounts audit",
    Role.COMMITTEE: "read render publish audit",
    Role.BRANCH: "read write render audit",
    Role.READER: "read render",
}


@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_what_is_said_of_it_and_nothing_else(role: Role) -> None:
    unit = "一支部" if role is Role.BRANCH else None

    assert {action for action in Action if may(caller(role, unit), action)} == set(EXPECTED[role].split())
    assert PERMISSIONS.keys() == set(Role)


def test_a_branch_does_nothing_in_another_unit_and_nothing_for_all() -> None:
    clerk = caller(Role.BRANCH, "一支部", confidential=True)

    assert may(clerk, Action.WRITE, "一支部")
    assert [action for action in Action if may(clerk, action, "二支部")] == []
    assert [action for action in Action if may_everywhere(clerk, action)] == []


def test_a_branch_without_a_unit_does_nothing_at_all() -> None:
    lost = caller(Role.BRANCH, None, confidential=True)

    assert [action for action in Action if may(lost, action) or may(lost, action, "一支部")] == []


def test_a_reader_is_bound_to_a_unit_only_if_it_has_one() -> None:
    assert may(caller(Role.READER), Action.READ, "二支部")
    assert may_everywhere(caller(Role.READER), Action.READ)
    assert may(caller(Role.READER, "一支部"), Action.READ, "一支部")
    assert not may(caller(Role.READER, "一支部"), Action.READ, "二支部")
    assert not may_everywhere(caller(Role.READER, "一支部"), Action.READ)


@pytest.mark.parametrize("action", [Action.READ, Action.WRITE, Action.RENDER])
def test_what_is_confidential_is_for_the_administrator_and_for_a_cleared_branch_in_its_own_unit(action: Action) -> None:
    def reaches(who: Caller, unit: str) -> bool:
        return may(who, action, unit, confidential=True)

    assert reaches(caller(Role.ADMIN), "一支部")
    assert reaches(caller(Role.BRANCH, "一支部", confidential=True), "一支部")
    assert not reaches(caller(Role.BRANCH, "一支部", confidential=True), "二支部")
    assert not reaches(caller(Role.BRANCH, "一支部"), "一支部")
    assert not reaches(caller(Role.COMMITTEE), "一支部")
    assert not reaches(caller(Role.READER), "一支部")
    assert not reaches(caller(Role.READER, "一支部", confidential=True), "一支部")


def test_what_is_confidential_is_no_way_to_what_the_role_may_not_do() -> None:
    assert not may(caller(Role.BRANCH, "一支部", confidential=True), Action.PUBLISH, "一支部", confidential=True)


def test_a_token_does_what_its_scopes_say_as_far_as_its_account_may() -> None:
    reading = caller(Role.ADMIN, scopes=frozenset({Scope.READ}))

    assert granted(reading) == {Action.READ, Action.RENDER}
    assert not may(reading, Action.READ, "一支部", confidential=True)
    assert may(caller(Role.ADMIN, scopes=frozenset({Scope.READ, Scope.CONFIDENTIAL})), Action.READ, confidential=True)
    assert granted(caller(Role.READER, scopes=frozenset(Scope))) == {Action.READ, Action.RENDER}
    assert granted(caller(Role.ADMIN, scopes=frozenset())) == frozenset()


def test_every_action_but_the_accounts_can_be_had_by_a_token() -> None:
    assert SCOPES.keys() == set(Scope)
    assert frozenset().union(*SCOPES.values()) == set(Action) - {Action.ACCOUNTS}


def test_whoever_sits_at_the_computer_may_do_everything() -> None:
    assert [action for action in Action if not may_everywhere(LOCAL, action, confidential=True)] == []


def test_every_action_has_a_name() -> None:
    assert list(ACTIONS) == [action.value for action in Action]
