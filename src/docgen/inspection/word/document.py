"""Takes nothing, gives the shape of a document as it was read: what each paragraph effectively is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct, field

from docgen.page.units import TWIPS_PER_PT

PAGE, PAGES = "PAGE", "NUMPAGES"
CHARSPACE_PER_PT = 4096


class Run(Struct, frozen=True):
    """Text of one look: the faces for Chinese and Latin characters, size in points, spacing in twips.

    `hinted` says that shared punctuation (“ ” — …) goes to the Chinese face, `themed` that the faces come from the
    file's theme, `field` names the field (PAGE) whose result the text is. `index` counts the paragraph's w:r from 0.
    """

    text: str
    east_asian: str
    latin: str
    size_pt: float
    bold: bool = False
    colour: str = ""
    spacing_twips: int = 0
    hinted: bool = False
    themed: bool = False
    field: str = ""
    index: int = 0


class Edge(Struct, frozen=True):
    """A border: weight in eighths of a point, distance from the text in points, colour."""

    eighths: int
    space_pt: int
    colour: str


class Indents(Struct, frozen=True):
    """Indents in characters of the paragraph's own size, and in twips; `first` is relative to `left`."""

    left: float = 0
    right: float = 0
    first: float = 0


class Spacing(Struct, frozen=True):
    """Spaces in twips; `line` by `rule`: exact, atLeast, or auto in 240ths of a line."""

    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"


class Paragraph(Struct, frozen=True, dict=True):
    """One w:p of a part, counted from 1 in the order of the part; `label` is the text of its automatic number.

    `table`, `row` and `cell` count likewise, 0 outside tables. `box` says that it stands in a text box, `floats` that
    the box or table it stands in is anchored to the page. `border` is the line below or above its text,
    `start_of_page` a break before it.
    """

    part: str
    index: int
    runs: tuple[Run, ...]
    style: str
    label: str = ""
    align: str = "left"
    indents: Indents = Indents()
    spacing: Spacing = Spacing()
    border: Edge | None = None
    outline: int = 0
    widow_control: bool = True
    snaps: bool = True
    keep_next: bool = False
    start_of_page: bool = False
    table: int = 0
    row: int = 0
    cell: int = 0
    box: bool = False
    floats: bool = False
    section: int = 0
    pictures: int = 0
    tabs: tuple[tuple[int, str], ...] = ()

    @cached_property
    def text(self) -> str:
        """Give the visible text, without the automatic number."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def words(self) -> str:
        """Give the visible text with the automatic number, without blanks around it."""
        return (self.label + self.text).strip()

    @cached_property
    def size_pt(self) -> float:
        """Give the size that most of the text has; 0 for an empty paragraph."""
        sizes: dict[float, int] = {}
        for run in self.runs:
            sizes[run.size_pt] = sizes.get(run.size_pt, 0) + len(run.text.strip())
        return max(sizes, key=lambda size: sizes[size], default=0)

    @property
    def in_body(self) -> bool:
        """Tell whether it stands in the text itself, in no table and no box."""
        return not self.table and not self.box


class Table(Struct, frozen=True):
    """A table of a part, counted from 1: its width in twips, its rules from top to bottom, whether it is anchored."""

    index: int
    width: int
    top: Edge | None
    inner: Edge | None
    bottom: Edge | None
    floats: bool
    box: bool
    section: int


class PageNumber(Struct, frozen=True):
    """The paragraph of a footer (or header) that holds the page's number, and for which pages: default, even, first.

    `is_last` says that nothing stands below it, `is_typed` that somebody typed a number where a field should be.
    """

    side: str
    is_footer: bool
    paragraph: Paragraph
    is_last: bool = True
    is_typed: bool = False


class Section(Struct, frozen=True):
    """A section: lengths in twips; `grid` is the type of its grid (lines, linesAndChars, snapToChars), "" for none."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    footer: int
    landscape: bool = False
    grid: str = ""
    grid_pitch: int = 0
    char_space: int = 0
    first_differs: bool = False
    numbers: tuple[PageNumber, ...] = ()
    footers: Mapping[str, str] = field(default_factory=dict)

    @property
    def text_width(self) -> int:
        """Give the width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Give the height between the margins."""
        return self.height - self.top - self.bottom

    @property
    def char_space_twips(self) -> float:
        """Give what the grid adds to each character, where it has one for characters."""
        return self.char_space / CHARSPACE_PER_PT * TWIPS_PER_PT if self.grid == "linesAndChars" else 0


class Document(Struct, frozen=True, dict=True):
    """A document: its paragraphs and tables in order, its sections, and whether odd and even pages differ."""

    main: str
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]
    odd_and_even: bool
    style_names: frozenset[str]
    drawings: int = 0

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """Give the paragraphs of the text itself, without tables and boxes."""
        return tuple(each for each in self.paragraphs if each.in_body)

    def section_of(self, paragraph: Paragraph) -> Section:
        """Return the section in which a paragraph stands."""
        return self.sections[min(paragraph.section, len(self.sections) - 1)]
