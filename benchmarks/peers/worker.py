"""Takes lines of JSON that ask for a task so many times, gives a line with the seconds of each and the peak of memory."""

from __future__ import annotations

import gc
import json
import resource
import sys
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.peers.tasks import TASKS, Make
from benchmarks.rounds import seconds_of

KB = 1024


@cache
def task(name: str) -> Make:
    """Return a task, prepared once."""
    return TASKS[name]()


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Do what a line asks for; `save` names a file for the bytes of one more paper."""
    make = task(asked["task"])
    gc.collect()
    seconds = [seconds_of(make) for _ in range(asked["count"])]
    if asked.get("save"):
        Path(asked["save"]).write_bytes(make())
    return {"seconds": seconds, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KB}


def main() -> None:
    """Answer until there are no more lines."""
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
