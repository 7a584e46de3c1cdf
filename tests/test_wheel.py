"""Takes the built wheel into an empty environment, proves that docgen works without its checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

MEETING = "一支部/2020/06/2020-06-03-支委会"


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "-w", str(folder), str(root)], check=True)
    (built,) = folder.glob("docgen-*.whl")
    return built


def test_the_wheel_carries_templates_and_fonts(wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    templates = [path.relative_to(root / "templates").as_posix() for path in (root / "templates").rglob("*.*")]
    assert templates
    assert {f"docgen/_templates/{name}" for name in templates} <= names
    assert {"docgen/renderers/fonts.conf", "docgen/py.typed"} <= names


@pytest.mark.slow
def test_docgen_renders_from_a_wheel_in_an_empty_environment(
    wheel: Path, root: Path, samples: Path, tmp_path: Path
) -> None:
    venv.create(tmp_path / "empty", with_pip=False)
    scripts = tmp_path / "empty" / ("Scripts" if os.name == "nt" else "bin")
    pins = _without_hashes(root / "requirements.lock", tmp_path / "pins.txt")
    # The pip of this environment installs into the empty one; nothing else of it is seen there.
    install = ["--python", str(scripts / "python"), "install", "--no-compile", "--quiet", "--constraint", str(pins)]
    subprocess.run([sys.executable, "-m", "pip", *install, str(wheel)], check=True, cwd=tmp_path)

    out = tmp_path / "out"
    command = ["-C", str(samples), "render", MEETING, "--kind", "minutes", "--to", "docx,html", "--out", str(out)]
    subprocess.run([str(scripts / "docgen"), *command], check=True, cwd=tmp_path)

    assert {path.suffix for path in out.iterdir()} == {".docx", ".html"}


def _without_hashes(lock: Path, target: Path) -> Path:
    """Write the lock's versions alone: a wheel just built has no hash, and pip asks for all or none."""
    pins = (line.split(" ")[0] for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line)
    target.write_text("\n".join(pins), encoding="utf-8")
    return target
