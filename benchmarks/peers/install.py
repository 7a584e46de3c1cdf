"""Takes the committed package.json, gives docxtemplater and Carbone below .bench, or a word why they are not there."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from benchmarks.places import NODE

HERE = Path(__file__).parent / "javascript"
FILES = ("package.json", "package-lock.json")
WORKER = HERE / "worker.js"


def install() -> str:
    """Install what is not there yet; return "" or what is lacking."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            return f"{program}: none"
    NODE.mkdir(parents=True, exist_ok=True)
    if all((NODE / name).is_file() and same(name) for name in FILES) and (NODE / "node_modules").is_dir():
        return ""
    for name in FILES:
        shutil.copyfile(HERE / name, NODE / name)
    done = subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund"], cwd=NODE, capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else f"npm ci: {done.stderr.strip()[-200:]}"


def same(name: str) -> bool:
    """Tell whether what was installed is what is committed."""
    return (NODE / name).read_bytes() == (HERE / name).read_bytes()


def installed() -> dict[str, str]:
    """Return the versions of the peers in node."""
    names = json.loads((HERE / FILES[0]).read_text(encoding="utf-8"))["dependencies"]
    files = {name: NODE / "node_modules" / name / "package.json" for name in names}
    return {name: json.loads(path.read_text("utf-8"))["version"] for name, path in files.items() if path.is_file()}
