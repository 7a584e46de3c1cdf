"""Takes the sample workspace, gives its papers under output/demo and a table of what was made, where, in what time."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent
DOCGEN = Path(sys.executable).with_name("docgen")
OUTPUT = Path("output") / "demo"

MEETING = "一支部/2020/06/2020-06-03-支委会"
MONTH = "2020-06"
YEAR = "2020"

console = Console()


@dataclass(frozen=True)
class Job:
    """One command of docgen, and the folder that it fills; without formats it makes the usual ones."""

    label: str
    folder: str
    arguments: tuple[str, ...]
    formats: tuple[str, ...] = ()

    @property
    def out(self) -> Path:
        return OUTPUT / self.folder

    def command(self, formats: tuple[str, ...]) -> list[str]:
        wanted = self.formats or (() if "pdf" in formats else formats)
        to = ",".join(name for name in wanted if name in formats)
        return ["docgen", "-C", "samples", *self.arguments, *(["--to", to] if to else []), "--out", str(self.out)]


@dataclass(frozen=True)
class Done:
    """How one job ended."""

    job: Job
    code: int
    seconds: float

    def files(self) -> str:
        """Count what was made by its kind; hidden files are docgen's own."""
        lying = (ROOT / self.job.out).rglob("[!.]*")
        made = (path.suffix.lstrip(".") for path in lying if path.is_file())
        return "  ".join(f"{suffix} {count}" for suffix, count in sorted(Counter(made).items())) or "—"


JOBS = (
    Job("会议纪要（一次会议）", "纪要", ("render", MEETING, "--kind", "minutes"), ("docx", "html", "pdf")),
    Job(f"党建简报（{MONTH}）", "简报", ("bulletin", MONTH), ("docx", "html", "pdf")),
    Job(f"年度材料（{YEAR}）", "年度", ("export", YEAR)),
)


def formats_here() -> tuple[str, ...]:
    """Return the formats that this machine can make: pdf needs the system's Pango."""
    probe = subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True, check=False)
    if probe.returncode == 0:
        return ("docx", "html", "pdf", "xlsx")
    console.print("本机缺少 Pango，暂不生成 PDF；安装命令见上文", style="yellow")
    return ("docx", "html", "xlsx")


def run(job: Job, formats: tuple[str, ...]) -> Done:
    """Run one command in the checkout, its own words going to the terminal."""
    command = job.command(formats)
    console.print("\n$ " + " ".join(command), style="bold", highlight=False, soft_wrap=True)
    begin = time.perf_counter()
    code = subprocess.run([DOCGEN, *command[1:]], cwd=ROOT, check=False).returncode
    return Done(job, code, time.perf_counter() - begin)


def table(results: list[Done]) -> Table:
    """Return what was made, where, how long, a row per job."""
    rows = Table(title="\ndocgen 演示结果", title_justify="left")
    for heading in ("材料", "位置", "文件", "结果"):
        rows.add_column(heading, overflow="fold")
    rows.add_column("用时", justify="right")
    for done in results:
        ended = "完成" if done.code == 0 else f"退出码 {done.code}"
        rows.add_row(done.job.label, f"{done.job.out.as_posix()}/", done.files(), ended, f"{done.seconds:.1f} 秒")
    rows.add_section()
    rows.add_row("合计", "", "", "", f"{sum(done.seconds for done in results):.1f} 秒")
    return rows


def main() -> int:
    """Make the papers of every job; a job that fails does not stop the next."""
    shutil.rmtree(ROOT / OUTPUT, ignore_errors=True)
    formats = formats_here()
    results = [run(job, formats) for job in JOBS]
    console.print(table(results))
    return max(done.code for done in results)


if __name__ == "__main__":
    sys.exit(main())
