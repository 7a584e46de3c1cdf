"""Takes a workspace that is exported, changed and exported again, gives which files are touched, and what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docgen.errors import OutputError
from docgen.export import Export, Outcome, Standing, export, state, status
from docgen.workspace import Workspace, open_workspace

KINDS = ("minutes", "meeting-record", "resolution", "activity-statistics", "archive-index")
OF_THE_MEETING = frozenset({"minutes", "meeting-record", "resolution"})
PERIOD, JANUARY = "2020", "2020-01-10"


def made(workspace: Workspace, *, overwrite: bool = False, units: tuple[str, ...] = ()) -> Export:
    again = open_workspace(workspace.root)
    return export(again, PERIOD, kinds=KINDS, to=["docx"], overwrite=overwrite, units=units)


def told(workspace: Workspace) -> dict[str, tuple[Standing, tuple[str, ...]]]:
    survey = status(open_workspace(workspace.root), PERIOD, kinds=KINDS, to=["docx"])
    return {Path(each.path).name: (each.standing, each.changed) for each in survey.outcomes}


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in sorted(folder.rglob("*.docx"))}


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def of_kind(done: Export, kind: str) -> Outcome:
    return next(each for each in done.outcomes if each.kind == kind)


@pytest.fixture
def two_meetings(founded: Workspace, meeting: Path) -> Workspace:
    text = meeting.read_text(encoding="utf-8").replace("2020-01-10", "2020-02-10")
    later = meeting.parent.parent / "02" / "2020-02-10-支委会.yaml"
    later.parent.mkdir(exist_ok=True)
    later.write_text(text, encoding="utf-8")
    return founded


def test_an_export_without_changes_touches_no_file_and_writes_the_same_manifest(founded: Workspace) -> None:
    first = made(founded)
    assert first.manifest is not None
    before, manifest = times(first.order.out), first.manifest.read_bytes()

    second = made(founded)

    assert len(before) > len(KINDS)
    assert times(second.order.out) == before
    assert first.manifest.read_bytes() == manifest
    assert set(second.tally.standings) == {Standing.CURRENT}
    assert second.outcomes == first.outcomes
    assert told(founded) == {}


def test_one_changed_record_rewrites_the_papers_that_show_it(founded: Workspace, meeting: Path) -> None:
    before = times(made(founded).order.out)
    replaced(meeting, "地点: 三楼会议室", "地点: 五楼会议室")

    stale = told(founded)
    after = times(made(founded).order.out)

    touched = {name for name, time in after.items() if before[name] != time}
    assert touched == set(stale)
    assert {name.split("-")[-1] for name in touched} == {"会议记录.docx", "会议纪要.docx", "归档目录.docx"}
    assert set(stale.values()) == {(Standing.STALE, ("view",))}


def test_a_changed_template_is_told_and_rewrites_its_papers_alone(founded: Workspace) -> None:
    made(founded)
    own = founded.root / "templates/minutes"
    own.mkdir(parents=True)
    builtin = Path("templates/minutes/minutes.docx").read_bytes()
    (own / "minutes.docx").write_bytes(builtin + b"")
    assert told(founded) == {}

    (own / "minutes.docx").write_bytes(Path("templates/meeting-record/meeting-record.docx").read_bytes())

    (only,) = [each for each in told(founded).items() if "纪要" in each[0]]
    assert only[1] == (Standing.STALE, ("template",))


def test_a_file_that_somebody_changed_stays_and_the_paper_goes_beside_it(founded: Workspace) -> None:
    done = made(founded)
    path = done.order.out / of_kind(done, "minutes").path
    content = path.read_bytes()
    path.write_bytes(b"mine")

    second = made(founded)
    beside = second.order.out / of_kind(second, "minutes").path
    third = made(founded)

    assert path.read_bytes() == b"mine"
    assert beside.name == f"{path.stem}-新稿.docx"
    assert beside.read_bytes() == content
    assert second.tally.edited == [of_kind(second, "minutes").path]
    assert third.tally.edited == second.tally.edited
    assert of_kind(third, "minutes").path == of_kind(second, "minutes").path
    assert told(founded)[beside.name] == (Standing.EDITED, ())


def test_the_paper_goes_back_to_its_place_when_the_changed_file_is_gone(founded: Workspace) -> None:
    done = made(founded)
    path = done.order.out / of_kind(done, "minutes").path
    path.write_bytes(b"mine")
    beside = done.order.out / of_kind(made(founded), "minutes").path
    path.unlink()

    back = made(founded)

    assert back.order.out / of_kind(back, "minutes").path == path
    assert path.read_bytes() == beside.read_bytes()
    assert told(founded)[beside.name] == (Standing.ORPHANED, ())


def test_overwriting_gives_up_what_somebody_changed(founded: Workspace) -> None:
    done = made(founded)
    path = done.order.out / of_kind(done, "minutes").path
    content = path.read_bytes()
    path.write_bytes(b"mine")

    again = made(founded, overwrite=True)

    assert path.read_bytes() == content
    assert of_kind(again, "minutes").path == of_kind(done, "minutes").path
    assert not list(path.parent.glob("*新稿*"))


def test_a_file_whose_record_is_gone_stays_and_is_called_an_orphan(two_meetings: Workspace, meeting: Path) -> None:
    done = made(two_meetings)
    lost = {Path(each.path).name for each in done.outcomes if each.kind in OF_THE_MEETING and each.date == JANUARY}
    meeting.unlink()

    assert {name for name, (standing, _) in told(two_meetings).items() if standing is Standing.ORPHANED} == lost
    again = made(two_meetings)

    assert again.tally.standings[Standing.ORPHANED] == len(lost) == 3
    assert lost <= set(times(again.order.out))
    assert not lost & {Path(each.path).name for each in again.outcomes}
    assert {name for name, (standing, _) in told(two_meetings).items() if standing is Standing.ORPHANED} == lost


def test_an_orphan_that_somebody_deleted_is_forgotten(two_meetings: Workspace, meeting: Path) -> None:
    done = made(two_meetings)
    before = done.outcomes
    meeting.unlink()
    made(two_meetings)
    for outcome in before:
        if outcome.kind in OF_THE_MEETING and outcome.date == JANUARY:
            (done.order.out / outcome.path).unlink()

    assert Standing.ORPHANED not in made(two_meetings).tally.standings


def test_the_files_of_a_unit_that_is_no_more_are_orphans(founded: Workspace) -> None:
    made(founded)
    replaced(founded.root / "支部/一支部/单位.yaml", "简称: 一支部", "简称: 甲支部")

    again = made(founded)

    assert again.tally.standings[Standing.ORPHANED] == len(KINDS)
    assert {each.unit for each in again.outcomes} == {"甲支部", "机关党委"}


def test_an_export_of_one_unit_keeps_what_the_manifest_says_of_the_others(founded: Workspace) -> None:
    whole = made(founded)
    assert whole.manifest is not None
    manifest = whole.manifest.read_bytes()

    made(founded, units=("机关党委",))

    assert whole.manifest.read_bytes() == manifest


def test_an_export_of_one_kind_keeps_what_the_manifest_says_of_the_others(founded: Workspace) -> None:
    whole = made(founded)
    assert whole.manifest is not None
    manifest = whole.manifest.read_bytes()

    export(founded, PERIOD, kinds=["minutes"], to=["docx"])
    export(founded, PERIOD, kinds=["minutes"], to=["html"])

    listed = json.loads(whole.manifest.read_bytes())["files"]
    before = json.loads(manifest)["files"]
    assert [each for each in listed if each["format"] != "html"] == before
    assert len(listed) > len(before)


def test_a_file_that_an_interrupted_export_wrote_is_known_by_the_next(founded: Workspace) -> None:
    done = made(founded)
    assert done.manifest is not None
    manifest, before = done.manifest.read_bytes(), times(done.order.out)
    listed = json.loads(manifest)["files"]
    folder = done.order.out / state.FOLDER
    for unit in ("一支部", "机关党委"):
        (folder / unit).mkdir(parents=True)
        lines = [json.dumps(each, ensure_ascii=False) for each in listed if each["unit"] == unit]
        (folder / unit / "0-1.jsonl").write_text("\n".join([*lines, lines[0][:40]]), encoding="utf-8")
    done.manifest.unlink()

    again = made(founded)

    assert times(again.order.out) == before
    assert done.manifest.read_bytes() == manifest
    assert not folder.exists()


def test_a_file_of_which_nothing_is_known_is_taken_for_somebodys_own(founded: Workspace) -> None:
    done = made(founded)
    assert done.manifest is not None
    done.manifest.unlink()

    again = made(founded)

    assert again.tally.standings == {Standing.EDITED: len(done.outcomes)}


def test_a_manifest_that_cannot_be_read_stops_the_export_unless_all_may_be_overwritten(founded: Workspace) -> None:
    done = made(founded)
    assert done.manifest is not None
    manifest = done.manifest.read_bytes()
    done.manifest.write_bytes(manifest[: len(manifest) // 200])

    with pytest.raises(OutputError) as refused:
        made(founded)
    assert refused.value.code == "manifest-unreadable"
    made(founded, overwrite=True)

    assert done.manifest.read_bytes() == manifest


def test_a_manifest_that_is_not_written_line_by_line_is_understood(founded: Workspace) -> None:
    done = made(founded)
    assert done.manifest is not None
    manifest = done.manifest.read_bytes()
    done.manifest.write_text(json.dumps(json.loads(manifest), indent=1), encoding="utf-8")

    again = made(founded)

    assert set(again.tally.standings) == {Standing.CURRENT}
    assert done.manifest.read_bytes() == manifest


def test_a_paper_that_fails_leaves_its_earlier_file_and_is_listed_as_failed(founded: Workspace) -> None:
    done = made(founded)
    path = of_kind(done, "minutes").path
    own = founded.root / "templates/minutes"
    own.mkdir(parents=True)
    (own / "minutes.docx").write_bytes(b"no zip")

    broken = made(founded)
    (own / "minutes.docx").unlink()
    mended = made(founded)

    assert [each.kind for each in broken.failed] == ["minutes"]
    assert (done.order.out / path).is_file()
    assert not mended.failed
    assert of_kind(mended, "minutes").path == path
    assert told(founded) == {}


def test_a_survey_writes_nothing(founded: Workspace) -> None:
    assert {standing for standing, _ in told(founded).values()} == {Standing.MISSING}
    assert not (founded.root / "output").exists()


def test_papers_with_their_sources_are_others_than_without(founded: Workspace) -> None:
    made(founded)
    plain, sourced = (
        status(open_workspace(founded.root), PERIOD, kinds=["activity-statistics"], to=["docx"], sourced=wanted)
        for wanted in (False, True)
    )

    assert [each.standing for each in plain.outcomes] == []
    assert [(each.unit, each.standing, each.changed) for each in sourced.outcomes] == [
        (unit, Standing.STALE, ("view",)) for unit in ("一支部", "机关党委")
    ]
