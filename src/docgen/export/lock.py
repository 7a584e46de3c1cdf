"""Takes an export's folder, gives it to one export at a time: what one clears up, another may still need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from docgen.errors import Busy
from docgen.outputs import unwritable

NAME = ".docgen.lock"
# As long as the processes of an export that was killed need to end.
PATIENCE = 5


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Hold a folder; raise Busy where another export holds it, OutputError where nobody may write there.

    A folder that is not there is made, and goes again where nothing comes into it.
    """
    from filelock import FileLock, Timeout

    new = [folder for folder in (out, *out.parents) if not folder.exists()]
    try:
        out.mkdir(parents=True, exist_ok=True)
        held = FileLock(out / NAME, timeout=PATIENCE)
        held.acquire()
    except Timeout as fault:
        raise Busy("export-busy", {"value": str(out)}) from fault
    except OSError as fault:
        raise unwritable(out, fault) from fault
    try:
        yield
    finally:
        held.release()
        if new:
            _forget(out, new)


def _forget(out: Path, folders: Iterable[Path]) -> None:
    with suppress(OSError):
        if [each.name for each in out.iterdir()] == [NAME]:
            (out / NAME).unlink()
            for folder in folders:
                folder.rmdir()
