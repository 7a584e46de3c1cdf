"""Passwords that are made for somebody else."""

from __future__ import annotations

from docgen.accounts.strength import refuse_weak
from docgen.web.identity.first_passwords import LETTERS, first_password


def test_a_first_password_is_strong_and_can_be_read_out() -> None:
    made = {first_password("张一") for _ in range(50)}
    assert len(made) == 50
    for password in made:
        refuse_weak(password, "张一")
        assert set(password) <= {*LETTERS, "-"}
