"""Takes nothing, gives what this machine is and which versions of what stand on it."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("docxtpl", "python-docx", "jinja2", "lxml", "weasyprint", "openpyxl", "pydantic", "distributed")
PROGRAMS = ("node", "soffice", "chromium")
_VERSION = re.compile(r"\d+(\.\d+)+")


def machine() -> dict[str, str]:
    """Return processor, cores, memory in GB, system."""
    return {
        "processor": _first(Path("/proc/cpuinfo"), "model name") or platform.processor() or platform.machine(),
        "cores": str(os.cpu_count()),
        "memory": str(round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def versions() -> dict[str, str]:
    """Return the versions of packages and programs; what is not there has none."""
    found = {name: _package(name) for name in PACKAGES} | {name: program_version(name) for name in PROGRAMS}
    return {name: text for name, text in found.items() if text}


def program_version(name: str) -> str:
    """Return what a program says its version is; "" where there is none."""
    if shutil.which(name) is None:
        return ""
    said = subprocess.run([name, "--version"], capture_output=True, text=True, check=False).stdout
    found = _VERSION.search(said)
    return found[0] if found else ""


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _first(path: Path, key: str) -> str:
    if not path.is_file():
        return ""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(key))
    return next(lines, "").partition(":")[2].strip()
