"""Takes what Python is about to do in this process, gives PermissionError for network, writing and other processes.

An audit hook cannot be taken away again. It sees what Python code does; the engines' C code opens no connection by itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

_NETWORK = "socket."
_OTHERS = frozenset(
    {
        "os.exec", "os.fork", "os.forkpty", "os.kill", "os.killpg", "os.posix_spawn", "os.spawn", "os.startfile",
        "os.system", "pty.spawn", "subprocess.Popen", "signal.pthread_kill", "webbrowser.open", "urllib.Request",
        "ftplib.connect", "http.client.connect", "smtplib.connect",
    }
)  # fmt: skip
_CHANGES = frozenset(
    {
        "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink",
        "os.truncate", "os.utime", "os.putenv", "shutil.copyfile", "shutil.move", "shutil.rmtree", "shutil.chown",
        "tempfile.mkstemp", "tempfile.mkdtemp", "sqlite3.connect",
    }
)  # fmt: skip
_WRITING_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_WRITING_LETTERS = frozenset("wax+")


def raise_walls() -> None:
    """Keep this process from the network, from writing files and from beginning others, for as long as it lives."""
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: Sequence[object]) -> None:
    if event == "open":
        if _writes(arguments):
            _deny(f"{event} {arguments[0]}")
    elif event.startswith(_NETWORK) or event in _OTHERS or event in _CHANGES:
        _deny(event)


def _writes(arguments: Sequence[object]) -> bool:
    """Tell whether a file would be opened for more than reading; the null device keeps nothing."""
    path, mode, flags = arguments
    if path == os.devnull:
        return False
    return bool(_WRITING_LETTERS & set(str(mode or ""))) or bool(int(str(flags or 0)) & _WRITING_FLAGS)


def _deny(event: str) -> NoReturn:
    raise PermissionError(f"not in a confined process: {event}")
