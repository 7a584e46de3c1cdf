"""Takes nothing, gives where the benchmarks find the project and keep what they make."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
BENCH = ROOT / ".bench"
NODE = BENCH / "node"
RESULTS = BENCH / "results"
WORKSPACES = BENCH / "workspaces"
LEFT = BENCH / "left"
PAGE = ROOT / "docs" / "性能.md"
DOCGEN = (sys.executable, "-m", "docgen")
