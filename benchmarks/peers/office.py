"""Takes a paper as docx and html, gives the commands of LibreOffice and Chromium that make pdf of it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from benchmarks.running import Run, run

from docgen.fonts import name_configuration

BATCH = 20


class Programs:
    """Programs that make pdf, on docgen's fonts; each has a profile of its own below a folder that goes away."""

    def __init__(self, docx: bytes, html: bytes) -> None:
        name_configuration()
        self._folder = tempfile.TemporaryDirectory()
        self.root = Path(self._folder.name)
        self.papers = [self.root / f"{number}.docx" for number in range(BATCH)]
        for path in self.papers:
            path.write_bytes(docx)
        self.page = self.root / "page.html"
        self.page.write_bytes(html)
        self.peaks: dict[str, int] = {}

    def close(self) -> None:
        """Remove what was made."""
        self._folder.cleanup()

    def office(self, count: int) -> float:
        """Return LibreOffice's seconds a paper, `count` in one process."""
        profile = f"-env:UserInstallation={(self.root / 'office').as_uri()}"
        papers = [str(path) for path in self.papers[:count]]
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(self.root), *papers]
        return self._made("soffice", run(command), self.papers[count - 1].with_suffix(".pdf")) / count

    def chromium(self) -> float:
        """Return Chromium's seconds for one paper."""
        made = self.root / "page.pdf"
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        profile = f"--user-data-dir={self.root / 'chromium'}"
        command = ["chromium", *flags, profile, f"--print-to-pdf={made}", self.page.as_uri()]
        return self._made("chromium", run(command), made)

    def _made(self, name: str, done: Run, path: Path) -> float:
        if done.code or not path.is_file():
            raise RuntimeError(f"{name}: {done.code}")
        self.peaks[name] = max(self.peaks.get(name, 0), done.peak)
        return done.seconds


def there(program: str) -> bool:
    """Tell whether a program is installed."""
    return shutil.which(program) is not None
