"""Takes a folder, gives it a sample workspace: `python -m scripts.samples [--out DIR]`, or one of any size."""

from __future__ import annotations

import argparse
import shutil
import time
from pathlib import Path

from scripts.samples.workspace import SEED, generate, make_samples

_COMMITTED = Path(__file__).resolve().parents[2] / "samples"


def main() -> None:
    """Write the committed samples again, or with --branches a workspace for measurements."""
    parser = argparse.ArgumentParser(prog="python -m scripts.samples", description=__doc__)
    parser.add_argument("--out", type=Path, default=_COMMITTED, help="folder to write; default: samples/")
    parser.add_argument("--branches", type=int, help="write a workspace for measurements with so many branches")
    parser.add_argument("--months", type=int, default=12, choices=range(3, 13), help="its months, the last December")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    started = time.perf_counter()
    if asked.branches:
        if asked.out == _COMMITTED or any(asked.out.glob("*")):
            parser.error("--branches wants an empty folder: --out DIR")
        count = generate(asked.out, asked.branches, asked.months, asked.seed)
        print(f"{count} records, {time.perf_counter() - started:.1f} s")
        return
    for old in asked.out.glob("*") if asked.out == _COMMITTED else ():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    make_samples(asked.out, asked.seed)
    print(f"{asked.out}: {time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
