"""Takes the words by which a person means parts of a workspace, gives their subjects and paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from docgen.errors import UsageError
from docgen.generation import subject_named, subjects_in
from docgen.model.subject import Subject
from docgen.workspace import Workspace
from docgen.workspace.files import NEAR_SUFFIX, RECORD_SUFFIX

FILE_SUFFIXES = {RECORD_SUFFIX, NEAR_SUFFIX}


def targets(workspace: Workspace, texts: Iterable[str]) -> list[Subject | Path]:
    """Return what each text means: a file or folder, from here or from the workspace; else a subject."""
    return [_target(workspace, text) for text in texts]


def _target(workspace: Workspace, text: str) -> Subject | Path:
    path = path_of(workspace.root, text)
    if path is None and Path(text).suffix.lower() in FILE_SUFFIXES:
        raise UsageError("path-foreign", {"value": text})
    return path or subject_named(workspace, text)


def subjects(workspace: Workspace, texts: Iterable[str]) -> Iterator[Subject]:
    """Yield what papers can be about: a file stands for the records that it holds."""
    for target in targets(workspace, texts):
        if isinstance(target, Path):
            yield from subjects_in(workspace, target)
        else:
            yield target


def path_of(root: Path, text: str) -> Path | None:
    """Return the file or folder that a text means, None where there is none."""
    return next((path for path in (Path(text).absolute(), root / text) if path.exists()), None)
