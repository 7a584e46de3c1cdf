"""Takes passwords, proves how they are kept, compared, and refused where they are easily guessed."""

from __future__ import annotations

import pytest
from argon2 import extract_parameters, profiles
from tests.accounts.conftest import CHEAP, SECRET

from docgen.accounts.passwords import LONGEST, Passwords
from docgen.accounts.storing import PASSWORD
from docgen.accounts.strength import SHORTEST, own_part, refuse_weak
from docgen.errors import UsageError


def test_the_work_is_what_the_standard_recommends_where_memory_is_short() -> None:
    hashed = Passwords().hashed(SECRET)

    assert extract_parameters(hashed) == profiles.RFC_9106_LOW_MEMORY
    assert PASSWORD.fullmatch(hashed)


def test_a_password_matches_its_own_hash_alone() -> None:
    hashed = CHEAP.hashed(SECRET)

    assert CHEAP.match(hashed, SECRET)
    assert not CHEAP.match(hashed, f"{SECRET} ")
    assert CHEAP.hashed(SECRET) != hashed


def test_a_password_is_the_same_however_its_accents_are_typed() -> None:
    assert CHEAP.match(CHEAP.hashed("cafe\u0301-cafe\u0301"), "caf\u00e9-caf\u00e9")


@pytest.mark.parametrize("text", ["", "\x00", "\udc80" * 12, "长" * 100_000])
def test_whatever_is_typed_is_no_fault(text: str) -> None:
    assert not CHEAP.match(CHEAP.hashed(SECRET), text)


def test_a_password_beyond_the_limit_is_not_one_that_begins_alike() -> None:
    longest = "a1b2" * (LONGEST // 4)

    assert CHEAP.match(CHEAP.hashed(longest), longest)
    assert not CHEAP.match(CHEAP.hashed(longest), f"{longest}x")


def test_an_unknown_name_is_as_much_work_as_a_known_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import PasswordHasher

    done: list[str] = []
    verify = PasswordHasher.verify

    def watched(hasher: PasswordHasher, hashed: str, password: bytes) -> bool:
        done.append(hashed)
        return bool(verify(hasher, hashed, password))

    monkeypatch.setattr(PasswordHasher, "verify", watched)
    ours = Passwords(2, 16, 1)

    assert not ours.match(None, SECRET)
    assert [extract_parameters(each) for each in done] == [extract_parameters(ours.hashed(SECRET))]


def test_a_hash_is_outgrown_when_more_work_is_asked_for_and_not_when_less_is() -> None:
    hashed = Passwords(2, 16, 1).hashed(SECRET)

    assert Passwords(3, 16, 1).outgrown(hashed)
    assert Passwords(2, 32, 1).outgrown(hashed)
    assert not Passwords(2, 16, 1).outgrown(hashed)
    assert not Passwords(1, 8, 1).outgrown(hashed)


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short-7k", "password-short"),
        ("x7-" * 100, "password-long"),
        ("1212121212", "password-monotonous"),
        ("1234567890", "password-obvious"),
        ("0987654321", "password-obvious"),
        ("qwertyuiop", "password-obvious"),
        ("1qaz2wsx3edc", "password-obvious"),
        ("Password2020", "password-obvious"),
        ("P@ssw0rd123", "password-obvious"),
        ("admin123456", "password-obvious"),
        ("abcdef123456", "password-obvious"),
        ("dangzhibu2021", "password-obvious"),
        ("woaini5201314", "password-obvious"),
        ("zhangsan123", "password-obvious"),
        ("ZhangSan@2020", "password-obvious"),
        ("ｚｈａｎｇｓａｎ１２３", "password-obvious"),
        ("zhangsanzhangsan", "password-obvious"),
        ("一支部党支部书记2020", "password-obvious"),
    ],
)
def test_what_everybody_tries_first_is_refused(password: str, code: str) -> None:
    with pytest.raises(UsageError) as refused:
        refuse_weak(password, "zhangsan")

    assert refused.value.code == code


@pytest.mark.parametrize("password", [SECRET, "x7Kp2mQv9t", "湖边的老柳树又绿了一年", "correct horse battery staple"])
def test_what_is_not_easily_guessed_is_taken(password: str) -> None:
    refuse_weak(password, "zhangsan")

    assert len(password) >= SHORTEST


def test_a_name_of_one_letter_is_in_no_passwords_way() -> None:
    assert own_part("a-quick-fox", "a") == "a-quick-fox"
