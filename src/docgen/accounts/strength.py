"""Takes a new password and whose it is, gives an error where somebody else would soon guess it."""

from __future__ import annotations

import re
import unicodedata

from docgen.accounts.account import key_of
from docgen.accounts.passwords import LONGEST
from docgen.errors import UsageError

SHORTEST = 10
LEAST_OWN, LEAST_DISTINCT = 4, 5
"""How many characters must be left without the obvious, and how many different ones there must be in all."""
RUN = 3
ROWS = (
    "0123456789", "1234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn", "1q2w3e4r5t6y7u8i9o0p", "zaq1xsw2cde3vfr4", "!@#$%^&*()",
)  # fmt: skip
WORDS = (
    "administrator", "admin", "root", "guest", "user", "test", "password", "passwd", "p@ssw0rd", "passw0rd", "pass",
    "welcome", "letmein", "iloveyou", "woaini", "mima", "docgen", "dangzhibu", "zhibu", "dangwei", "dangjian", "dangyuan",
    "管理员", "密码", "党支部", "支部", "党委", "党建", "党员", "书记", "5201314", "520", "1314", "888", "666",
)  # fmt: skip
YEAR = r"(?:19|20)\d\d"
SAME_AGAIN = r"(.)\1\1+"


def refuse_weak(password: str, name: str) -> None:
    """Raise UsageError for a password that is too short, too long, or made of what everybody tries first."""
    if len(password) < SHORTEST:
        raise UsageError("password-short", {"limit": SHORTEST})
    if len(password) > LONGEST:
        raise UsageError("password-long", {"limit": LONGEST})
    plain = unicodedata.normalize("NFKC", password).casefold()
    if len(set(plain)) < LEAST_DISTINCT:
        raise UsageError("password-monotonous", {"limit": LEAST_DISTINCT})
    if len(own_part(plain, name)) < LEAST_OWN:
        raise UsageError("password-obvious")


def own_part(plain: str, name: str) -> str:
    """Return what a password in small letters has beyond words, years, runs of the keyboard and its owner's name."""
    words = [word for word in (key_of(name), *WORDS) if len(word) > 1]
    rest = re.sub("|".join(map(re.escape, sorted(words, key=len, reverse=True))), "", plain)
    return re.sub(SAME_AGAIN, "", _without_runs(re.sub(YEAR, "", rest)))


def _without_runs(text: str) -> str:
    """Take out what stands side by side on a keyboard, three characters or more, in either direction."""
    lines = [*ROWS, *(row[::-1] for row in ROWS)]
    kept, start = "", 0
    while start < len(text):
        end = max((_run(text, start, line) for line in lines), default=start)
        if end - start < RUN:
            kept, end = kept + text[start], start + 1
        start = end
    return kept


def _run(text: str, start: int, line: str) -> int:
    """Return where the longest piece of a line ends that a text has from a place on."""
    end = start
    while end < len(text) and text[start : end + 1] in line:
        end += 1
    return end
