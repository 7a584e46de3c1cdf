"""Takes the list of attacks, proves that each is refused with the words that docs/安全.md tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.security.attacks import ATTACKS, EXPORTED_PAGE, EXPORTED_TEXT, LANGUAGE, PAGE, TEXT, Attack
from tests.security.ways import WAYS, Range

CHINESE = re.compile("[\u4e00-\u9fff]")
EXPORTED = {TEXT: EXPORTED_TEXT, PAGE: EXPORTED_PAGE}
ENGLISH = re.compile(r"Traceback|\w+Error:.*\n")


@pytest.fixture(scope="module")
def here() -> Iterator[Range]:
    with Range() as made:
        yield made


def called(attack: Attack) -> str:
    return f"{attack.how}-{attack.name}"


@pytest.mark.parametrize("attack", ATTACKS, ids=called)
def test_an_attack_is_refused_with_words_that_say_what_and_what_to_do(here: Range, attack: Attack) -> None:
    answers = here.answer(attack)

    assert attack.code in [each.code for each in answers]
    assert all(CHINESE.search(each.message) and each.hint and not ENGLISH.search(each.message) for each in answers)


@pytest.mark.parametrize("attack", LANGUAGE, ids=called)
def test_what_is_refused_on_arrival_is_refused_in_an_export_too(here: Range, attack: Attack) -> None:
    assert here.answer(Attack(attack.name, attack.payload, EXPORTED[attack.how], ""))


def test_the_list_has_many_attacks_and_every_way_is_tried() -> None:
    assert len(ATTACKS) > 80
    assert len({called(attack) for attack in ATTACKS}) == len(ATTACKS)
    assert {attack.how for attack in ATTACKS} | set(EXPORTED.values()) == set(WAYS)
