"""Takes nothing, gives what whoever starts the service decides: where it listens, and how much it takes on at once."""

from __future__ import annotations

from msgspec import Struct

LOCAL_HOSTS = frozenset({"127.0.0.1", "::1", "localhost"})
MIB = 1024 * 1024


class Bounds(Struct, frozen=True):
    """How much one request, and all of them at once, may ask for.

    `body` and `upload` in bytes; `requests` are under way at once, of which `threads` are worked on, and `papers` are made;
    `pdf_waiting` wait for a pdf at once, and `pdf_seconds` is the longest that one may take.
    """

    body: int = 2 * MIB
    upload: int = 25 * MIB
    requests: int = 128
    threads: int = 12
    papers: int = 16
    pdf_workers: int = 2
    pdf_waiting: int = 6
    pdf_seconds: float = 120


class Options(Struct, frozen=True):
    """Where the service listens, what stands before it, and its bounds.

    `root_path` is the path below which a proxy shows it; `proxies` are the addresses whose forwarded headers count;
    `hosts` are the names by which it may be called, beside those of this machine.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    root_path: str = ""
    proxies: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    jobs: int = 2
    bounds: Bounds = Bounds()

    @property
    def is_local(self) -> bool:
        """Whether nobody but this machine can reach it: it listens there alone, and nothing stands before it."""
        return self.host in LOCAL_HOSTS and not (self.proxies or self.hosts)
