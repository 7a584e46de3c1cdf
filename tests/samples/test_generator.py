"""The generator writes what is committed, the same on every run, and workspaces of any size."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from PIL import Image, ImageChops, ImageStat
from scripts.samples.clerk import Draft, written
from scripts.samples.workspace import generate, make_samples
from tests.samples.oracle import Office, load, read_office

from docgen.model.kinds import MODELS
from docgen.model.unit import Unit

COMMITTED = Path(__file__).resolve().parents[2] / "samples"
PICTURES = {".jpg", ".png"}
LARGEST_PICTURE = 60 * 1024
STATE = ".docgen"
# JPEG may differ by a shade between builds of the library that writes it; drawings never differ more.
SHADES = 6


def _files(root: Path) -> dict[str, Path]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path for path in files if STATE not in path.relative_to(root).parts}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("made")
    make_samples(target)
    return target


def test_the_committed_samples_are_what_the_generator_makes(made: Path) -> None:
    committed, again = _files(COMMITTED), _files(made)
    assert len(again) > 500
    assert sorted(committed) == sorted(again)
    for name, path in again.items():
        if path.suffix not in PICTURES:
            assert committed[name].read_bytes() == path.read_bytes(), name


def test_the_committed_pictures_show_what_the_generator_draws(made: Path) -> None:
    pictures = {name: path for name, path in _files(made).items() if path.suffix in PICTURES and "broken" not in name}
    assert len(pictures) >= 10
    for name, path in pictures.items():
        assert path.stat().st_size <= LARGEST_PICTURE
        with Image.open(COMMITTED / name) as old, Image.open(path) as new:
            assert old.getexif() == new.getexif()
            difference = ImageChops.difference(old.convert("RGB"), new.convert("RGB"))
            assert ImageStat.Stat(difference).extrema <= [(0, SHADES)] * 3, name


def test_one_picture_lies_on_its_side(made: Path) -> None:
    turned = [name for name, path in _files(made).items() if path.suffix == ".jpg" and _orientation(path) == 6]
    assert len(turned) == 1


def _orientation(path: Path) -> int | None:
    try:
        with Image.open(path) as image:
            return image.getexif().get(0x0112)
    except OSError:
        return None


def test_another_seed_makes_other_samples(tmp_path: Path) -> None:
    make_samples(tmp_path, seed=7)
    ours, others = _files(COMMITTED), _files(tmp_path)
    assert sorted(ours) == sorted(others)
    assert any(ours[name].read_bytes() != others[name].read_bytes() for name in ours)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Office:
    target = tmp_path_factory.mktemp("large")
    count = generate(target, branches=12, months=12)
    office = read_office(target)
    assert len(office.papers) == count
    return office


def test_a_generated_workspace_fits_the_models(large: Office) -> None:
    assert len(large.branches) == 12
    for unit in large.units.values():
        Unit.model_validate(unit)
    for paper in large.papers:
        MODELS[paper.kind].model_validate(paper.data)


def test_a_generated_workspace_has_about_75_records_a_branch_and_year_or_more(large: Office) -> None:
    for short in large.branches:
        assert 75 <= len([paper for paper in large.papers if paper.unit == short]) <= 160


def test_names_of_a_generated_workspace_are_all_different(large: Office) -> None:
    names = [member["姓名"] for unit in large.branches.values() for member in unit["党员"]]
    assert len(names) == len(set(names))


def test_a_generated_workspace_is_the_same_on_every_run(tmp_path: Path) -> None:
    for run in ("one", "two"):
        generate(tmp_path / run, branches=2, months=3)
    one, two = _files(tmp_path / "one"), _files(tmp_path / "two")
    assert {name: path.read_bytes() for name, path in one.items()} == {
        name: path.read_bytes() for name, path in two.items()
    }


HARD = [
    "", "无", "是", "- 一", "#不是注释", "甲: 乙", "甲 # 乙", "“引号”和\"引号\"", "a & b < c", "'单引号'", "末尾冒号:",
    "*星号", "&号", "!叹号", "%百分号", "@", "`", "[方括号]", "{花括号}", "两行\n文字", "007", "12:30", "|", ">", "? 问",
]  # fmt: skip


@pytest.mark.parametrize("text", [text for text in HARD if text])
def test_what_a_clerk_types_is_read_back_as_it_was(text: str) -> None:
    data = {"备注": text, "列表": [text, "甲"], "表": [{"键": text}]}
    assert list(yaml.load_all(written(data), yaml.CBaseLoader)) == [data]


def test_a_comment_stands_above_its_record() -> None:
    assert written({"类型": "会议"}, "一句说明\n又一句") == "# 一句说明\n# 又一句\n类型: 会议\n"


def test_a_draft_is_known_by_its_path(tmp_path: Path) -> None:
    draft = Draft("一支部", "2020/03", "2020-03-12-支委会", {"类型": "会议"})
    assert (draft.local, draft.id) == ("2020/03/2020-03-12-支委会", "一支部/2020/03/2020-03-12-支委会")
    assert load(COMMITTED / "支部" / "一支部" / "记录" / f"{draft.local}.yaml")
