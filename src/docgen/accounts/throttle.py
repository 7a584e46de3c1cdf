"""Takes when logins failed before, gives how long the next one must wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

NOTHING = timedelta(0)
REMEMBERED = timedelta(hours=24)
"""How long a failed login counts; older ones need not be kept."""


class Patience(Struct, frozen=True):
    """How many failures are borne, and how long the first pause after them is; each further failure doubles it."""

    failures: int
    first: timedelta = timedelta(minutes=1)
    longest: timedelta = timedelta(minutes=15)

    def pause(self, failures: int) -> timedelta:
        """Return the pause after so many failures."""
        beyond = failures - self.failures
        if beyond < 0:
            return NOTHING
        doublings = min(beyond, (self.longest // self.first).bit_length())
        return min(self.first * (1 << doublings), self.longest)


PER_NAME = Patience(5)
PER_ADDRESS = Patience(20)
"""A whole office may come from one address."""


class Failures(Struct, frozen=True):
    """When logins failed: under a name since it last got in, and from an address.

    A name is counted by its `key_of`: each of its spellings would have tries of its own otherwise.
    """

    of_name: Sequence[datetime] = ()
    of_address: Sequence[datetime] = ()


def wait_before(failures: Failures, at: datetime) -> timedelta:
    """Return how long a login must still wait at a moment; nothing if it may be tried now."""
    return max(_wait(failures.of_name, PER_NAME, at), _wait(failures.of_address, PER_ADDRESS, at))


def _wait(failed: Sequence[datetime], patience: Patience, at: datetime) -> timedelta:
    counted = [each for each in failed if at - each < REMEMBERED]
    if not counted:
        return NOTHING
    # A clock that was set back must not make anybody wait for the hours between.
    last = min(max(counted), at)
    return max(last + patience.pause(len(counted)) - at, NOTHING)
