"""Takes the names by which WeasyPrint looks for its libraries, gives them to the system's loader alone.

Its first names are those of Windows. On Linux each of them makes Python ask the compiler and the linker, fifty processes in
all, before the name comes by which the loader finds the library at once.
"""

from __future__ import annotations

import ctypes.util
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def found_by_loader() -> Iterator[None]:
    """Let this thread search for libraries by no other means for a while; other systems than Linux need them."""
    if not sys.platform.startswith("linux"):
        yield
        return
    search, thread = ctypes.util.find_library, threading.get_ident()

    def find(name: str) -> str | None:
        return None if threading.get_ident() == thread else search(name)

    ctypes.util.find_library = find
    try:
        yield
    finally:
        ctypes.util.find_library = search
