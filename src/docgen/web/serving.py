"""Takes a service, gives its answers at an address until it is told to stop."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from types import FrameType

import uvicorn

from docgen.errors import DocgenError, UsageError
from docgen.web.application import create_application
from docgen.web.options import Options
from docgen.web.service import Service

# How long requests under way may still take when the service is told to stop.
GRACE = 10


def serve(service: Service, begun: Callable[[str], None]) -> None:
    """Serve until the process is told to stop; `begun` hears the address when it listens.

    Raise UsageError where it would be open to all without accounts, or where the address is taken.
    """
    options = service.options
    if not options.is_local and not service.accounts.exists:
        raise UsageError("serve-open", {"value": options.host})
    with contextlib.closing(_listening(options)) as listener:
        begun(address_of(options))
        threading.Thread(target=_warm, args=(service,), daemon=True).start()
        with contextlib.suppress(KeyboardInterrupt):
            _Server(service).run([listener])


def _warm(service: Service) -> None:
    """Read while nobody waits; what cannot be read is told to whoever asks for it."""
    with contextlib.suppress(DocgenError):
        service.library.warm()


def address_of(options: Options) -> str:
    """Return the address that one types into a browser of this machine."""
    host = f"[{options.host}]" if ":" in options.host else options.host
    shown = "127.0.0.1" if options.host == "0.0.0.0" else host  # noqa: S104 - asked for by whoever starts it
    return f"http://{shown}:{options.port}{options.root_path}/"


class _Server(uvicorn.Server):
    """A server that tells the service at once that it is to stop, so that nobody goes on following an export."""

    def __init__(self, service: Service) -> None:
        super().__init__(_config(service))
        self._service = service

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Have the export under way end while requests still may take their time."""
        self._service.jobs.end()
        super().handle_exit(sig, frame)


def _listening(options: Options) -> socket.socket:
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    # Named as TCP: else asyncio lets small packets wait for each other, and every answer takes 40 ms longer.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((options.host, options.port))
    except OSError as fault:
        listener.close()
        values = {"value": f"{options.host}:{options.port}", "reason": fault.strerror or str(fault)}
        raise UsageError("address-taken", values) from fault
    return listener


def _config(service: Service) -> uvicorn.Config:
    options = service.options
    return uvicorn.Config(
        create_application(service),
        root_path=options.root_path,
        proxy_headers=bool(options.proxies),
        forwarded_allow_ips=",".join(options.proxies) or "",
        server_header=False,
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=GRACE,
    )
