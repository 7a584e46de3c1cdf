"""Takes a password, gives its Argon2id hash, and whether another password is the same."""

from __future__ import annotations

import base64
import secrets
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SALT, HASH = 16, 32
LONGEST = 256


class Passwords(Struct, frozen=True, dict=True):
    """How much work a hash is: the second recommended option of RFC 9106, section 4, in passes, KiB and lanes."""

    passes: int = 3
    memory: int = 65536
    lanes: int = 4

    def hashed(self, password: str) -> str:
        """Return the hash of a password with a salt of its own, in the PHC string format."""
        return self._hasher.hash(_same_everywhere(password))

    def match(self, hashed: str | None, password: str) -> bool:
        """Tell whether a password has this hash; without a hash the work is done all the same, and in vain."""
        from argon2.exceptions import VerificationError

        is_possible = len(password) <= LONGEST
        try:
            self._hasher.verify(hashed or self._decoy, _same_everywhere(password[:LONGEST]))
        except VerificationError:
            return False
        return hashed is not None and is_possible

    def outgrown(self, hashed: str) -> bool:
        """Tell whether a hash was less work than one is now."""
        from argon2 import extract_parameters

        made = extract_parameters(hashed)
        return made.time_cost < self.passes or made.memory_cost < self.memory

    @cached_property
    def _hasher(self) -> PasswordHasher:
        from argon2 import PasswordHasher

        return PasswordHasher(self.passes, self.memory, self.lanes, HASH, SALT)

    @cached_property
    def _decoy(self) -> str:
        """A hash that no password is known to have, and that is as much work as any other."""
        salt, end = (base64.b64encode(secrets.token_bytes(size)).decode("ascii").rstrip("=") for size in (SALT, HASH))
        return f"$argon2id$v=19$m={self.memory},t={self.passes},p={self.lanes}${salt}${end}"


def _same_everywhere(password: str) -> bytes:
    """Return the bytes of a password, the same from every keyboard (RFC 8265, section 4.2)."""
    # A lone surrogate comes from a terminal that is not in UTF-8; it is no reason to fail.
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
