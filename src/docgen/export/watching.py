"""Takes the folder of a workspace and what papers are wanted, gives a round of them at once and after each save."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docgen.documents import kind_named
from docgen.errors import DocgenError, Fault, UsageError
from docgen.export.desk import told
from docgen.export.driver import Export
from docgen.export.outcome import Outcome, Tally, tally_of
from docgen.export.saving import Concern
from docgen.export.verbs import OUTPUT, render
from docgen.findings import Level, in_order
from docgen.formats import Format
from docgen.generation import Checked, check, subject_named, subjects_in, unit_of
from docgen.model.subject import Subject
from docgen.workspace import Workspace, open_workspace

QUIET_MS, LONGEST_MS = 100, 2000
"""A save is over when nothing has happened for so long, or has gone on for so long."""
POLL_MS, POLL_QUIET_MS = 1000, 1100
"""Polling knows the times of files in whole seconds: what is read a second after a change has been seen is the last
that was saved within its second, so that no half of a save stays unnoticed."""
MODIFIED = 2
"""The library's number; it is loaded late."""
UNKNOWN = "record-unknown"


class Round(Struct, frozen=True):
    """One time of rendering: which files were saved before it, the papers, what is wrong in the records.

    `saved` is empty in the first round; `workspace` is None where it could not be opened; `checked` holds the errors
    that a check finds in what is watched; `errors` say what could not be done at all.
    """

    saved: tuple[str, ...] = ()
    workspace: Workspace | None = None
    checked: Checked | None = None
    papers: tuple[Export, ...] = ()
    errors: tuple[DocgenError, ...] = ()

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """How each paper ended."""
        return tuple(outcome for each in self.papers for outcome in each.outcomes)

    @property
    def tally(self) -> Tally:
        """The sums over all papers."""
        return tally_of(self.outcomes)

    @property
    def is_explained(self) -> bool:
        """Tell whether what could not be done has its reason in the files, so that saving them can mend it."""
        found = self.checked is not None and bool(self.checked.findings)
        return not self.errors or found or any(error.findings for error in self.errors)


def watch(  # noqa: PLR0913 - the options of `render`, each by its own name
    root: Path,
    *about: Subject | str | Path,
    kinds: Iterable[str] = (),
    to: Iterable[Format | str] = (Format.DOCX,),
    out: Path | None = None,
    final: bool = False,
    archival: bool = False,
    on: date = date.max,
    polling: bool = False,
) -> Iterator[Round]:
    """Yield a round of the papers of some subjects and files of records, then one after each save, without end.

    The workspace is opened anew in each round; what is wrong in one is told, and the next is waited for. Where the
    call itself does not fit, the first round raises what `render` does. `polling` looks at the files once a second,
    for drives that do not tell of changes.
    """
    root = root.resolve()
    options = _Options(tuple(kinds), tuple(to), (out or root / OUTPUT).resolve(), final, archival, on)
    named = frozenset(kind_named(name).name for name in options.kinds)
    concern = Concern(root, options.out, named, frozenset(map(Format, options.to)))
    for saved in _saves(concern, polling=polling):
        done = replace(_round(root, about, options), saved=saved)
        if done.workspace is not None:
            written = [options.out / each.path for each in done.outcomes if each.path]
            concern.learn(done.workspace, _units(done.workspace, about), written)
        if not saved and not done.is_explained and not done.papers:
            raise done.errors[0]
        yield done


class _Options(Struct, frozen=True):
    """How papers are to be made, round after round."""

    kinds: tuple[str, ...]
    to: tuple[Format | str, ...]
    out: Path
    final: bool
    archival: bool
    on: date

    def papers(self, workspace: Workspace, subjects: Iterable[Subject]) -> Export:
        """Make the papers of some subjects."""
        make = partial(render, workspace, *subjects, kinds=self.kinds, to=self.to, out=self.out)
        return make(final=self.final, archival=self.archival, on=self.on)


def _saves(concern: Concern, *, polling: bool) -> Iterator[tuple[str, ...]]:
    """Yield nothing saved as soon as saves are listened for, then the files of each save that matters."""
    from watchfiles import watch as watch_files

    quiet = POLL_QUIET_MS if polling else QUIET_MS
    wakes = watch_files(
        concern.root,
        watch_filter=None,
        debounce=LONGEST_MS,
        step=quiet,
        rust_timeout=quiet,
        yield_on_timeout=True,
        force_polling=polling,
        poll_delay_ms=POLL_MS,
    )
    with closing(wakes):
        # Only an answer proves that the watcher stands; what is saved during the first round must not be lost.
        missed = next(wakes)
        yield ()
        while True:
            saved = concern.of(_files(missed))
            if saved:
                yield saved
            missed = next(wakes)


def _files(changes: Iterable[tuple[int, str]]) -> Iterator[Path]:
    """Yield the files that changed and what is gone: those of a new folder, which may have come before it was watched.

    That a folder changed says nothing by itself: Windows tells it of whatever was written there.
    """
    for change, name in changes:
        path = Path(name)
        if not path.is_dir():
            yield path
        elif change != MODIFIED:
            yield from (each for each in path.rglob("*") if each.is_file())


def _round(root: Path, about: Sequence[Subject | str | Path], options: _Options) -> Round:
    """Make the papers at once; where that cannot be, of each thing asked for by itself, so that one costs no other."""
    workspace: Workspace | None = None
    try:
        workspace = open_workspace(root)
        return _made(workspace, about, options)
    except DocgenError as error:
        if workspace is not None and len(about) > 1:
            return _together(workspace, [_round(root, [each], options) for each in about])
        return Round(workspace=workspace, errors=(_with_reason(error, workspace),))
    except Exception as fault:  # noqa: BLE001 - a folder that moves under the reader is told and costs one round
        return Round(workspace=workspace, errors=(Fault("fault", {"reason": told(fault)}),))


def _made(workspace: Workspace, about: Iterable[Subject | str | Path], options: _Options) -> Round:
    targets = [each if isinstance(each, Path) else subject_named(workspace, str(each)) for each in about]
    checked = check(workspace, targets, on=options.on)
    checked = replace(checked, findings=tuple(each for each in checked.findings if each.level is Level.ERROR))
    subjects = list(dict.fromkeys(_subjects(workspace, targets)))
    try:
        papers = (options.papers(workspace, subjects),) if subjects else ()
    except UsageError as error:
        # A record that cannot be read is unknown to the ledger: what is wrong in it says more than that.
        if error.code != UNKNOWN or len(targets) > 1 or not checked.findings:
            raise
        papers = ()
    return Round(workspace=workspace, checked=checked, papers=papers)


def _together(workspace: Workspace, rounds: Sequence[Round]) -> Round:
    """Return several rounds as one; what is wrong is told once."""
    checks = [each.checked for each in rounds if each.checked is not None]
    findings = dict.fromkeys(finding for each in checks for finding in each.findings)
    days = {record: day for each in checks for record, day in each.days.items()}
    return Round(
        workspace=workspace,
        checked=Checked(tuple(in_order(findings)), days),
        papers=tuple(paper for each in rounds for paper in each.papers),
        errors=tuple({str(error): error for each in rounds for error in each.errors}.values()),
    )


def _with_reason(error: DocgenError, workspace: Workspace | None) -> DocgenError:
    """Return an error with what is wrong in the units' files: a unit that is unknown may be one that cannot be read."""
    behind = () if workspace is None else workspace.findings
    reasons = [each for each in behind if each.level is Level.ERROR and each not in error.findings]
    return type(error)(error.code, error.values, (*error.findings, *reasons))


def _units(workspace: Workspace, about: Iterable[Subject | str | Path]) -> list[str]:
    """Return the units of what is asked for; all of them where one cannot be told."""
    try:
        return [
            unit_of(workspace, each) if isinstance(each, Path) else subject_named(workspace, str(each)).unit
            for each in about
        ]
    except UsageError:
        return list(workspace.units)


def _subjects(workspace: Workspace, targets: Iterable[Subject | Path]) -> Iterator[Subject]:
    for target in targets:
        if isinstance(target, Path):
            yield from subjects_in(workspace, target)
        else:
            yield target
