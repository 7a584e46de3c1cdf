"""Takes a job's papers, gives their files: one of them, or many as a zip that is made while it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from starlette.responses import FileResponse, Response, StreamingResponse

from docgen.export import OUTPUT
from docgen.outputs import digest, packed, safe_part
from docgen.vocabulary.jobs import MISSING_FILES, ZIP_ALL, ZIP_NAME, missing_files
from docgen.web.downloads import ZIP, disposition, media_type_of
from docgen.web.exports.telling import ExportTold
from docgen.web.problems import Refusal
from docgen.web.service import Service
from docgen.web.state.jobs import JobState

File = tuple[str, str]
"""A file's path below the folder of its export, and the sha256 with which the export wrote it down."""


def delivered(service: Service, told: ExportTold, number: int | None, unit: str) -> Response:
    """Return one file of an export by its number, those of a unit, or all as a zip; raise Refusal where there is none."""
    if told.job.state is not JobState.DONE:
        raise Refusal(409, "export-unfinished")
    out = folder(service.root, told.wish.period)
    if number is not None:
        return _one(service, told, out, number)
    files = service.jobs.papers.files(told.job.id, unit, secret=told.secret)
    if unit and not files:
        raise Refusal(404, "not-found", {"value": unit})
    name = safe_part(ZIP_NAME.format(about=unit or ZIP_ALL, period=told.wish.period))
    headers = {"content-disposition": disposition(name)}
    return StreamingResponse(zipped(out, files, secret=told.secret), media_type=ZIP, headers=headers)


def _one(service: Service, told: ExportTold, out: Path, number: int) -> Response:
    paper = service.jobs.papers.one(told.job.id, number, secret=told.secret)
    if paper is None:
        raise Refusal(404, "not-found", {"value": str(number)})
    if not paper.path:
        raise Refusal(404, "export-paper-unmade", {"value": number})
    path = the_file(out, (paper.path, paper.sha256), secret=told.secret)
    headers = {"content-disposition": disposition(PurePosixPath(paper.path).name)}
    return FileResponse(path, media_type=media_type_of(paper.path), headers=headers)


def folder(root: Path, period: str) -> Path:
    """Return where the export of a period lies: the one place, as on the command line."""
    return (root / OUTPUT / period).resolve()


def file_at(out: Path, file: File, *, secret: bool) -> Path | None:
    """Return where a file is; None where it is gone, or is not for whoever asks.

    A later export may have put other papers into it: whoever may not see what is confidential is given the very bytes
    that this job wrote.
    """
    name, sha256 = file
    path = (out / name).resolve()
    if not path.is_relative_to(out) or not path.is_file():
        return None
    if not secret and digest(path.read_bytes()) != sha256:
        return None
    return path


def the_file(out: Path, file: File, *, secret: bool) -> Path:
    """Return where a file is; raise Refusal where it cannot be given."""
    path = file_at(out, file, secret=secret)
    if path is None:
        raise Refusal(410, "export-file-gone", {"value": file[0]})
    return path


def zipped(out: Path, files: Iterable[File], *, secret: bool) -> Iterator[bytes]:
    """Yield a zip of files piece by piece; what cannot be given is listed in a text in it.

    Raise Refusal where there is nothing to give at all, before the first piece.
    """
    there: dict[str, Path] = {}
    gone: list[str] = []
    for file in files:
        path = file_at(out, file, secret=secret)
        if path is None:
            gone.append(file[0])
        else:
            there[file[0]] = path
    if not there:
        raise Refusal(410, "export-files-gone")
    texts = {MISSING_FILES: missing_files(gone).encode()} if gone else {}
    return packed(there, texts)
