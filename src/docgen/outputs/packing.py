"""Takes files of a folder, gives a zip whose bytes depend on nothing but them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docgen import parcel
from docgen.outputs.files import whole


def pack(folder: Path, names: Iterable[str], target: Path) -> None:
    """Zip the named files, paths relative to the folder, in sorted order with fixed times; raise OutputError."""
    with whole(target) as file:
        parcel.pack_into(file, ((name, (folder / name).read_bytes()) for name in sorted(names)))
