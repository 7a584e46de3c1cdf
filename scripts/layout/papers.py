"""Takes nothing, gives the papers that are measured, and what is asked of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from docgen.inspection.ruler import Item
from docgen.page import DEFAULT_PROFILE

ROOT = Path(__file__).resolve().parents[2]
OWN, SAMPLES = ROOT / "scripts" / "layout" / "workspace", ROOT / "samples"
OTHER_PROFILE = "gb33476"

EVERYWHERE = frozenset(
    {
        Item.RIGHT_EDGE, Item.HANGING, Item.PAGE_NUMBER_SIDE, Item.PAGE_NUMBER_DROP, Item.LINE_ENDS, Item.SPLIT,
        Item.FONTS, Item.MISSING,
    }
)  # fmt: skip
GRID = frozenset({Item.LINES, Item.CHARACTERS, Item.FIRST_INK, Item.LAST_INK})
HEAD = frozenset({Item.MARK, Item.RED_RULE, Item.RED_RULE_DROP})
IMPRINT = frozenset({Item.IMPRINT, Item.IMPRINT_WEIGHT})


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper that is measured: where its records are, what it is, on which page, and what is asked of it.

    An item is left out only where the paper has nothing of the kind: no page full of text, no head, no imprint.
    """

    label: str
    workspace: Path
    subject: str
    kind: str
    items: tuple[Item, ...]
    profile: str = DEFAULT_PROFILE

    @property
    def key(self) -> str:
        """Give a name for files and tests."""
        return f"{self.kind}-{self.profile}"


def _items(*groups: Iterable[Item]) -> tuple[Item, ...]:
    asked = EVERYWHERE.union(*groups)
    return tuple(item for item in Item if item in asked)


_MINUTES = ("一支部/2020/06/2020-06-23-支委会", "minutes", _items(GRID, HEAD, IMPRINT))

PAPERS = (
    Paper("会议纪要", OWN, *_MINUTES),
    Paper(
        "会议通知（带附件）",
        OWN,
        "一支部/2020/06/2020-06-30-支部党员大会",
        "meeting-notice",
        _items({Item.CHARACTERS, Item.TITLE, Item.SIGNATURE, Item.DATE}, HEAD, IMPRINT),
    ),
    Paper(
        "简报",
        SAMPLES,
        "机关党委/2020-10",
        "bulletin",
        _items({Item.BULLETIN_MARK, Item.RED_RULE, Item.RED_RULE_DROP}, IMPRINT),
    ),
    Paper("年度工作总结", SAMPLES, "一支部/2020", "branch-year-review", _items(GRID, {Item.TITLE})),
    Paper(
        "机关党委年度报告",
        SAMPLES,
        "机关党委/2020",
        "organisation-year-report",
        _items({Item.CHARACTERS, Item.TITLE, Item.SIGNATURE, Item.DATE}),
    ),
    Paper("会议纪要", OWN, *_MINUTES, profile=OTHER_PROFILE),
)
