"""Takes files of a folder, gives a zip whose bytes depend on nothing but them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(folder: Path, names: Iterable[str]) -> bytes:
    """Zip the named files, paths relative to the folder, in sorted order with fixed times."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(names):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), (folder / name).read_bytes(), zipfile.ZIP_DEFLATED)
    return target.getvalue()
