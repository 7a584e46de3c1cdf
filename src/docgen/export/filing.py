"""Takes the folder of an export under way, gives how many files its tasks have noted so far."""

from __future__ import annotations

from pathlib import Path

from docgen.export.state import FOLDER, JOURNAL_SUFFIX


class Filing:
    """Counts what an export's journals gain from now on; reads each line once, and what earlier exports left never."""

    def __init__(self, out: Path) -> None:
        self._folder = out / FOLDER
        self._read: dict[Path, int] = {}
        self._lines = 0
        self._left = {path: path.stat().st_size for path in self._journals()}

    def count(self) -> int:
        """Return how many files were noted by now; a journal that is gone has been counted."""
        for path in self._journals():
            self._count(path)
        return self._lines

    def _journals(self) -> list[Path]:
        return list(self._folder.glob(f"*/*{JOURNAL_SUFFIX}"))

    def _count(self, path: Path) -> None:
        if path in self._left:
            return
        try:
            with path.open("rb") as file:
                file.seek(self._read.get(path, 0))
                text = file.read()
        except OSError:
            return
        self._lines += text.count(b"\n")
        self._read[path] = self._read.get(path, 0) + len(text)
