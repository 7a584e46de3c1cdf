"""Takes Word files, anybody's, gives on the terminal what in them does not follow GB/T 9704, and mended copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from msgspec import Struct
from msgspec.structs import replace

from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import JSON, SARIF, TEXT, Command, one_of
from docgen.cli.lines import INDENT, counts, finding_head, finding_notes, folded, note_lines, say_json, shown
from docgen.errors import UnreadableFile
from docgen.findings import Finding, Level, Place, worst
from docgen.vocabulary import as_json, checks, hint, linting, message
from docgen.vocabulary import commands as words

DONE, FAILED, MISUSED = 0, 1, 2
SUFFIX, OPEN_ELSEWHERE = ".docx", "~$"
"""How the files are called that Word keeps beside those that it has open."""
IN_DOCUMENT = ("paragraph", "page", "table", "row", "cell", "text", "found", "expected")
OF_THE_RULE = ("strength", "clause", "count")


class Looked(Struct, frozen=True):
    """One file that was looked at: its findings gathered, and the copy that was written; or why it cannot be read."""

    file: str
    findings: tuple[Finding, ...] = ()
    copy: str = ""
    mended: int = 0
    is_fixed: bool = False
    is_readable: bool = True


@click.command("lint", cls=Command, help=linting.LINT_HELP)
@click.argument("files", metavar="FILE.docx...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "format", type=one_of(TEXT, JSON, SARIF), default=TEXT, help=linting.FORMAT_OPTION)
@click.option("--fix", is_flag=True, help=linting.FIX_OPTION)
@click.option("--comments", is_flag=True, help=linting.COMMENTS_OPTION)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help=linting.OUT_OPTION)
@pass_call
def lint(call: Call, files: tuple[Path, ...], *, format: str, fix: bool, comments: bool, out: Path | None) -> int:
    """Look at each file; one that cannot be read keeps no other from being looked at."""
    call.json = format != TEXT
    looked = [
        _looked(path, fix=fix, comments=comments, out=out / below if out else None) for path, below in _named(files)
    ]
    if format == TEXT:
        _say(looked)
    else:
        _say_all(looked, format)
    if not all(each.is_readable for each in looked):
        return MISUSED
    return FAILED if worst(finding for each in looked for finding in each.findings) is Level.ERROR else DONE


def _named(paths: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Yield the files that are named, of a folder all Word files in it, each once, with where it lies below the folder."""
    seen: set[Path] = set()
    for path in paths:
        inside = sorted(each for each in path.rglob(f"*{SUFFIX}") if not each.name.startswith(OPEN_ELSEWHERE))
        for each in inside if path.is_dir() and inside else [path]:
            if each not in seen:
                seen.add(each)
                yield each, each.parent.relative_to(path) if path.is_dir() and inside else Path()


def _looked(path: Path, *, fix: bool, comments: bool, out: Path | None) -> Looked:
    try:
        return _read(path, fix=fix, comments=comments, out=out)
    except UnreadableFile as error:
        finding = Finding(error.code, Level.ERROR, Place(shown(path.absolute())), values=error.values)
        return Looked(finding.place.file, (finding,), is_readable=False)


def _read(path: Path, *, fix: bool, comments: bool, out: Path | None) -> Looked:
    from docgen.inspection.lint import gathered, look, mended
    from docgen.outputs import write_whole

    content, file = _content(path), shown(path.absolute())
    before = look(content, file)
    if not fix and not comments:
        return Looked(file, tuple(gathered(before)))
    changed = mended(content) if fix else content
    left = look(changed, file) if fix else before
    target = (out or path.parent) / f"{path.stem}{linting.MENDED if fix else linting.COMMENTED}{SUFFIX}"
    write_whole(target, _remarked(changed, left) if comments else changed)
    return Looked(file, tuple(gathered(left)), shown(target.absolute()), len(before) - len(left), fix)


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableFile("docx-folder-empty", {"value": str(path)})
    try:
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise UnreadableFile("docx-absent", {"value": str(path)}) from fault
    except OSError as fault:
        raise UnreadableFile("docx-untouchable", {"reason": fault.strerror or str(fault)}) from fault


def _remarked(content: bytes, findings: Sequence[Finding]) -> bytes:
    """Return the file with each finding as a comment; how to mend it is said once for each rule."""
    from docgen.inspection.comments import Remark, with_comments

    told: set[str] = set()
    remarks: list[Remark] = []
    for each in findings:
        notes = [] if each.code in told else [hint(each)]
        told.add(each.code)
        said = words.lesser(each.level, message(each))
        remarks.append(
            Remark(each.place.part, each.place.paragraph, "\n".join([said, *notes, words.basis_text(each.basis or "")]))
        )
    return with_comments(content, remarks)


def _say(looked: Sequence[Looked]) -> None:
    for each in looked:
        for line in _lines(each):
            click.echo(line, err=not each.is_readable)
    findings = [finding for each in looked for finding in each.findings]
    if findings or not any(each.is_fixed for each in looked):
        click.echo("\n".join(folded(words.summary(counts(findings)))))
    if count := sum(map(_is_mendable, findings)):
        click.echo("\n".join(folded(linting.mendable(count))))


def _is_mendable(finding: Finding) -> bool:
    from docgen.inspection.lint import RULES

    return any(rule.code == finding.code and rule.mend for rule in RULES)


def _head(looked: Looked) -> str:
    found = counts(looked.findings)
    if looked.is_fixed:
        return linting.fixed(looked.file, looked.mended, found)
    return checks.unit_head(looked.file, found) if found else linting.no_faults(looked.file)


def _lines(looked: Looked) -> Iterator[str]:
    yield from folded(_head(looked))
    if looked.copy:
        yield from folded(linting.copied(looked.copy), INDENT)
    said: set[str] = set()
    for finding in sorted(looked.findings, key=lambda each: list(Level).index(each.level)):
        notes = finding_notes(finding)
        here = replace(finding, place=replace(finding.place, file=""))
        yield from finding_head(here, INDENT, linting.beginning(str(finding.values.get("text", ""))))
        yield from note_lines(note for note in notes if note not in said)
        said.update(notes)


def _say_all(looked: Sequence[Looked], format: str) -> None:
    findings = [finding for each in looked for finding in each.findings]
    if format == SARIF:
        from docgen.cli.sarif import sarif

        say_json(sarif(findings))
        return
    copies = [{"file": each.file, "path": each.copy, "mended": each.mended} for each in looked if each.copy]
    say_json({"findings": [_plain(each) for each in findings], "outputs": copies})


def _plain(finding: Finding) -> dict[str, Any]:
    told = {key: finding.values.get(key) or None for key in ("text", "found", "expected", *OF_THE_RULE)}
    return dict.fromkeys(IN_DOCUMENT) | told | {"mendable": _is_mendable(finding)} | as_json(finding)
