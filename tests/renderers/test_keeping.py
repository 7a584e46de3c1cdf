"""Takes templates of docgen's own and others, sees whose code is kept between processes, where, and what is trusted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.formats import Format
from docgen.renderers import keeping as module
from docgen.renderers.docx.compiled import Archive, compile_docx
from docgen.renderers.keeping import FOLDER, keeping
from docgen.renderers.language import Language
from docgen.renderers.rendering import Template
from docgen.stationery import Stationery

KIND = "meeting-record"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder in which code is kept, of a user who has run nothing yet."""
    monkeypatch.setattr(module, "_caches", lambda: tmp_path)
    keeping.cache_clear()
    yield tmp_path / FOLDER
    keeping.cache_clear()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources of which code was made."""
    sources: list[str] = []
    usual = Language.compile

    def compile_(self: Language, source: str, *arguments: object) -> object:
        sources.append(source)
        return usual(self, source, *arguments)  # type: ignore[call-overload]

    monkeypatch.setattr(Language, "compile", compile_)
    return sources


def template(own: Path | None = None) -> Template:
    return Stationery(own).template(KIND, Format.DOCX)


def sources(archive: Archive) -> list[str]:
    return [part.source for part in archive.parts]


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_code_is_made_once_and_then_found(kept: Path, made: list[str]) -> None:
    first = compile_docx(template())
    assert made == sources(first) != []
    assert len(files(kept)) == len(made)

    made.clear()
    second = compile_docx(template())
    assert made == []
    assert [part.name for part in second.parts] == [part.name for part in first.parts]


def test_a_template_that_is_not_docgens_is_never_kept(kept: Path, made: list[str], tmp_path: Path) -> None:
    own = tmp_path / "templates"
    Stationery(own).eject(KIND)
    user = template(own)
    compile_docx(user)
    compile_docx(Stationery().composed(KIND, f"{KIND}.docx", Format.DOCX, user.content))
    compile_docx(Stationery().loose(own / KIND / f"{KIND}.docx", Format.DOCX))

    assert len(made) == 3 * len(set(made))
    assert not kept.exists()


def test_what_is_not_whole_is_made_again_and_kept_anew(kept: Path, made: list[str]) -> None:
    compile_docx(template())
    whole = {path: path.read_bytes() for path in files(kept)}
    for path, content in whole.items():
        path.write_bytes(content[:-1])
    made.clear()
    compile_docx(template())

    assert len(made) == len(whole)
    assert {path: path.read_bytes() for path in files(kept)} == whole


def test_another_source_finds_nothing(kept: Path, made: list[str]) -> None:
    first = sources(compile_docx(template()))
    made.clear()
    other = sources(compile_docx(Stationery().template("minutes", Format.DOCX)))

    assert max(other, key=len) in made
    assert max(first, key=len) not in made


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folder by itself")
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_can_write_is_neither_read_nor_written(kept: Path, made: list[str], mode: int) -> None:
    compile_docx(template())
    there = {path: path.read_bytes() for path in files(kept)}
    kept.chmod(mode)
    made.clear()
    compile_docx(template())

    assert len(made) == len(there)
    for path in there:
        path.unlink()
    compile_docx(template())
    assert files(kept) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no owner by number")
def test_a_folder_of_somebody_else_is_neither_read_nor_written(
    kept: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_docx(template())
    before = {path: path.stat().st_mtime_ns for path in files(kept)}
    made.clear()
    monkeypatch.setattr(os, "getuid", lambda: kept.stat().st_uid + 1)
    compile_docx(template())

    assert len(made) == len(before)
    assert {path: path.stat().st_mtime_ns for path in files(kept)} == before


def test_a_link_in_the_place_of_the_folder_is_not_followed(kept: Path, made: list[str], tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.mkdir(mode=0o700)
    kept.parent.mkdir()
    kept.symlink_to(target)
    compile_docx(template())

    assert made
    assert files(target) == []


def test_where_nothing_can_be_kept_nothing_is_said(kept: Path, made: list[str]) -> None:
    kept.parent.write_text("a file where the folder would be")
    assert sources(compile_docx(template())) == made


def test_a_user_without_a_home_does_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(module, "_caches", homeless)
    keeping.cache_clear()
    try:
        assert keeping() is None
        assert compile_docx(template()).parts
    finally:
        keeping.cache_clear()


@pytest.mark.parametrize("changed", ["__version__", "_MAKERS"])
def test_what_another_version_kept_goes_when_this_one_keeps(
    kept: Path, made: list[str], monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    compile_docx(template())
    (old,) = kept.iterdir()
    made.clear()
    monkeypatch.setattr(module, changed, "0" if changed == "__version__" else module._MAKERS[:1])
    keeping.cache_clear()
    compile_docx(template())

    assert made
    (new,) = kept.iterdir()
    assert new != old


@pytest.mark.parametrize(("named", "found"), [("/var/cache/x", "/var/cache/x"), ("", "~/.cache"), ("x", "~/.cache")])
@pytest.mark.skipif(os.name == "nt", reason="Windows names it otherwise")
def test_the_place_is_the_one_that_the_system_names(monkeypatch: pytest.MonkeyPatch, named: str, found: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    assert module._caches() == Path(found).expanduser()
