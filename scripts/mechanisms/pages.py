"""Takes what the samples show of the mechanisms, gives the table docs/机制对照.md and the pages of docs/手册."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from scripts.mechanisms.survey import ROOT, Found
from scripts.mechanisms.table import MECHANISMS, SIGN, Mechanism

from docgen.documents import KINDS
from docgen.rules import RULES
from docgen.workspace import Workspace

TABLE, MANUAL = ROOT / "docs/机制对照.md", ROOT / "docs/手册"
INDEX = MANUAL / "README.md"
GENERAL_CHECK = "写法与引用"
COLUMNS = ("机制", "写什么记录", "检查", "材料", "示例", "样子")
INTRODUCTION = """# 机制对照

每种机制写成哪一种记录，按哪些规则检查，出哪些材料。本页由 `python -m scripts.mechanisms` 从文种表、规则和示例算出，不要手改：
“检查”是写错了这种记录会被查出、或者要求有这种记录的规则（见[规则](规则.md)），写法、日期、姓名、引用、附件每种记录都查，不再列出；
“材料”是示例中说到这种记录的文种。怎样用，见[手册](手册/README.md)。

"""
MANUAL_INTRODUCTION = """# 手册

一种机制一页：写什么，查什么，出什么。先看[五分钟写第一份记录](../../README.md#五分钟写第一份记录)。
这些页由 `python -m scripts.mechanisms` 从文种表、规则和示例写出；例子都是[示例工作区](../../samples/README.md)里的记录。

"""
PAGE = """# {name}

{use}

## 写什么

新建一条：`docgen new {kind}`，存为支部“记录”文件夹里的一个 yaml 文件。全部栏目：`docgen schema {kind}`。示例（[{file}](<{link}>)）：

```yaml
{text}
```

## 查什么

{rules}
## 出什么

{documents}

![{name}](<{picture}>)
"""
RULE = "- [{id}](../规则.md)　{words}"
DOCUMENT = "- {label}（`{name}`）{asked}"
ON_REQUEST = "：保密，点名（`--kind {name}`）才出"
MOST_LINES = 45
CUT = "# ……"


def table(workspace: Workspace, found: Mapping[str, Found], pictures: Mapping[str, Path]) -> str:
    """Return the table of all mechanisms."""
    rows = [_row(COLUMNS), _row(["---"] * len(COLUMNS))]
    rows += (_row(_cells(each, found[each.name], pictures[each.name])) for each in MECHANISMS)
    return INTRODUCTION + "\n".join(rows) + "\n"


def manual(
    workspace: Workspace, found: Mapping[str, Found], pictures: Mapping[str, Path]
) -> Iterator[tuple[Path, str]]:
    """Yield the pages of the manual, the index first."""
    listed = "\n".join(f"- [{each.name}](<{each.stem}.md>)" for each in MECHANISMS)
    yield INDEX, f"{MANUAL_INTRODUCTION}{listed}\n"
    for each in MECHANISMS:
        yield MANUAL / f"{each.stem}.md", _page(workspace, each, found[each.name], pictures[each.name])


def _cells(mechanism: Mechanism, found: Found, picture: Path) -> Iterator[str]:
    yield f"[{mechanism.name}](手册/{mechanism.stem}.md)"
    yield mechanism.written
    yield SIGN.join(rule.id for rule in RULES if rule.id in found.rules) or GENERAL_CHECK
    yield SIGN.join(kind.label for kind in KINDS if kind.name in found.documents)
    file = found.richest[0].source.file
    yield f"[{Path(file).stem}](<../samples/{file}>)"
    yield f"[图](<{picture.relative_to(TABLE.parent).as_posix()}>)"


def _page(workspace: Workspace, mechanism: Mechanism, found: Found, picture: Path) -> str:
    file = found.richest[0].source.file
    rules = [RULE.format(id=rule.id, words=rule.words) for rule in RULES if rule.id in found.rules]
    documents = [
        DOCUMENT.format(
            label=kind.label, name=kind.name, asked=ON_REQUEST.format(name=kind.name) if kind.on_request else ""
        )
        for kind in KINDS
        if kind.name in found.documents
    ]
    return PAGE.format(
        name=mechanism.name,
        use=mechanism.use,
        kind=mechanism.types[0] if mechanism.types else mechanism.kind,
        file=Path(file).stem,
        link=f"../../samples/{file}",
        text=_text(workspace.root / file),
        rules="".join(f"{line}\n" for line in rules or [f"- {GENERAL_CHECK}"]),
        documents="\n".join(documents),
        picture=f"../{picture.relative_to(TABLE.parent).as_posix()}",
    )


def _text(path: Path) -> str:
    """Return the first record of a file, cut where it grows long."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# yaml-language")]
    first = lines[: next((number for number, line in enumerate(lines) if number and line == "---"), len(lines))]
    return "\n".join(first if len(first) <= MOST_LINES else [*first[:MOST_LINES], CUT])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
