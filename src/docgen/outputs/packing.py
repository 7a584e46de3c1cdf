"""Takes files of a folder, gives a zip whose bytes depend on nothing but them: as a file, or piece by piece."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from docgen import parcel
from docgen.outputs.files import whole

PIECE = 1024 * 1024


def pack(folder: Path, names: Iterable[str], target: Path) -> None:
    """Zip the named files, paths relative to the folder, in sorted order with fixed times; raise OutputError."""
    with whole(target) as file:
        parcel.pack_into(file, ((name, (folder / name).read_bytes()) for name in sorted(names)))


def packed(files: Mapping[str, Path], texts: Mapping[str, bytes]) -> Iterator[bytes]:
    """Yield a zip of files by their names, then of texts, piece by piece: at no time is more than a piece in memory."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w") as archive:
        for name, path in files.items():
            with path.open("rb") as source, archive.open(parcel.entry(name), "w") as target:
                while piece := source.read(PIECE):
                    target.write(piece)
                    yield sink.taken()
        for name, text in texts.items():
            archive.writestr(parcel.entry(name), text)
    yield sink.taken()


class _Sink(io.RawIOBase):
    """A file that is only written to, and gives up what was written."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        """Tell that it can be written to; that it cannot be sought in, zipfile finds out."""
        return True

    def write(self, piece: bytes, /) -> int:  # type: ignore[override]
        """Keep a piece until it is taken."""
        self._pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> bytes:
        """Return what was written since it was last asked for."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
