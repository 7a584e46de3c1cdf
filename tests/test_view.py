"""Takes views, gives what templates see of them: one rule for each kind of leaf."""

from __future__ import annotations

import pickle
from typing import Annotated, Any

import pytest

from docgen.findings import Place
from docgen.view import (
    Audience,
    Chart,
    ChartKind,
    Figure,
    Gap,
    Picture,
    Private,
    Reader,
    Series,
    Text,
    Unused,
    View,
    charted,
    dump,
    gaps,
    label,
    leaves,
    paths,
    pictures,
    values,
)

PLACE = Place("支部/一支部/记录/会.yaml", 3, 1)
PHOTO = Picture("ab" * 32, 800, 600, "合影")


class RowView(View, frozen=True, kw_only=True):
    """A row."""

    name: str = label("姓名")
    count: Figure = label("次数")
    secret: Text = label("票数", default="")


class PaperView(View, frozen=True, kw_only=True):
    """A paper with a leaf of each kind."""

    title: str = label("标题")
    draft: bool = label("初稿")
    place: Text = label("地点")
    photo: Annotated[Picture, Unused("shown elsewhere")] = label("图")
    rows: tuple[RowView, ...] = label("名单")


def paper(place: Text = "会议室", secret: Text = "") -> PaperView:
    row = RowView(name="张一", count=Figure(3, "3次", ("一支部/会",)), secret=secret)
    return PaperView(title="记录", draft=True, place=place, photo=PHOTO, rows=(row,))


def test_text_and_flags_are_shown_as_they_are() -> None:
    plain = dump(paper())

    assert (plain["标题"], plain["初稿"], plain["地点"]) == ("记录", True, "会议室")


def test_a_figure_shows_its_text_and_typed_its_number() -> None:
    def shown(**options: Any) -> object:
        rows: Any = dump(paper(), **options)["名单"]
        return rows[0]["次数"]

    assert shown() == "3次"
    assert shown(typed=True) == 3


def test_a_gap_shows_what_is_missing() -> None:
    view = paper(place=Gap("地点", PLACE))

    assert dump(view)["地点"] == "【待补充：地点】"
    assert gaps(view) == [Gap("地点", PLACE)]


def test_a_picture_shows_its_token() -> None:
    assert dump(paper())["图"] == f"picture:{'ab' * 32}"
    assert pictures(paper()) == [PHOTO]


@pytest.mark.parametrize(
    ("least", "audience", "shown"),
    [
        (Audience.INTERNAL, Audience.PUBLIC, "—"),
        (Audience.INTERNAL, Audience.INTERNAL, "12"),
        (Audience.INTERNAL, Audience.CONFIDENTIAL, "12"),
        (Audience.CONFIDENTIAL, Audience.INTERNAL, "—"),
        (Audience.PUBLIC, Audience.PUBLIC, "12"),
    ],
)
def test_a_private_value_shows_its_mask_to_a_wider_audience(least: Audience, audience: Audience, shown: str) -> None:
    rows: Any = dump(paper(secret=Private("12", "—", least)), audience)["名单"]

    assert rows[0]["票数"] == shown


def test_a_gap_inside_a_private_value_is_a_gap_of_the_paper() -> None:
    assert gaps(paper(secret=Private(Gap("票数", PLACE), "—"))) == [Gap("票数", PLACE)]


def test_values_are_the_leaves_without_their_paths() -> None:
    view = paper(secret=Private(Gap("票数", PLACE), "—"))

    assert values(view) == [leaf for _, leaf in leaves(view)]


def test_leaves_have_paths_of_labels_and_indexes() -> None:
    assert [path for path, _ in leaves(paper())] == [
        ("标题",),
        ("初稿",),
        ("地点",),
        ("图",),
        ("名单", 0, "姓名"),
        ("名单", 0, "次数"),
        ("名单", 0, "票数"),
    ]


def test_a_views_type_knows_its_paths_and_why_one_is_not_shown() -> None:
    assert dict(paths(PaperView)) == {
        ("标题",): "",
        ("初稿",): "",
        ("地点",): "",
        ("图",): "shown elsewhere",
        ("名单", "*", "姓名"): "",
        ("名单", "*", "次数"): "",
        ("名单", "*", "票数"): "",
    }


def test_what_is_no_leaf_is_refused() -> None:
    nothing: Any = None

    with pytest.raises(TypeError, match="地点"):
        list(leaves(paper(place=nothing)))


def test_a_view_travels_between_processes() -> None:
    assert pickle.loads(pickle.dumps(paper())) == paper()  # noqa: S301 - our own bytes


def test_a_reader_sees_what_a_paper_names_beyond_its_audience() -> None:
    private = Private("12", "—", Audience.CONFIDENTIAL, "测评.票数")

    assert not Reader(Audience.INTERNAL).may_read(private)
    assert Reader(Audience.INTERNAL, frozenset({"测评.票数"})).may_read(private)
    assert not Reader(Audience.INTERNAL, frozenset({"议题.发言"})).may_read(private)


def test_what_is_tightened_needs_a_narrower_audience_and_is_never_loosened() -> None:
    private = Private("12", "—", Audience.INTERNAL, "测评.票数")

    assert not Reader(Audience.INTERNAL, tightened={"测评.票数": Audience.CONFIDENTIAL}).may_read(private)
    assert Reader(Audience.CONFIDENTIAL, tightened={"测评.票数": Audience.CONFIDENTIAL}).may_read(private)
    assert not Reader(Audience.PUBLIC, tightened={"测评.票数": Audience.PUBLIC}).may_read(private)


def test_one_value_under_two_masks_needs_both() -> None:
    inner = Private("12", "内—", Audience.INTERNAL, "备注")
    rows: Any = dump(paper(secret=Private(inner, "外—", Audience.CONFIDENTIAL, "测评.票数")), Audience.INTERNAL)["名单"]

    assert rows[0]["票数"] == "外—"


def test_a_chart_is_a_leaf_whose_figures_can_be_traced() -> None:
    figure = Figure(7, "7", ("一支部/考核",))
    drawn = ChartedView(chart=charted(ChartKind.BARS, "题", ("甲", "乙"), (Series("分", (figure, None)),)))

    assert [leaf for _, leaf in leaves(drawn)] == [drawn.chart, figure]
    assert values(drawn) == [drawn.chart, figure]
    assert dump(drawn)["图"] == 'chart:["bars","题",["甲","乙"],[["分",[[7,"7"],null]]],0,[]]'


def test_a_chart_without_a_figure_is_not_drawn() -> None:
    assert charted(ChartKind.BARS, "题", ("甲",), (Series("分", (None,)),)) == ""
    with pytest.raises(ValueError, match="needs a figure"):
        Chart(ChartKind.BARS, "题", ("甲",), (Series("分", (None,)),))
    with pytest.raises(ValueError, match="a place for each"):
        Chart(ChartKind.BARS, "题", ("甲",), (Series("分", (Figure(1, "1"), None)),))


class ChartedView(View, frozen=True, kw_only=True):
    """A chart alone."""

    chart: Chart | str = label("图")
