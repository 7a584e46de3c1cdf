"""Takes the name of an account, gives a password that nobody guesses and that can be read out on the telephone."""

from __future__ import annotations

import secrets

from docgen.accounts.strength import refuse_weak
from docgen.errors import UsageError

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without what is mistaken for something else: i, l, o, 0, 1."""
GROUPS, LENGTH, BETWEEN = 4, 4, "-"


def first_password(name: str) -> str:
    """Return a new password of four groups of four, 79 random bits."""
    while True:
        groups = ("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))
        password = BETWEEN.join(groups)
        try:
            refuse_weak(password, name)
        except UsageError:
            continue
        return password
