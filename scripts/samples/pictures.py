"""Takes a workspace, gives it the few pictures that its records show: flat shapes, no text but digits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw
from scripts.samples.words import words

Pen = ImageDraw.ImageDraw
_WIDE, _HIGH = 960, 640
_FLOOR = 470
_WALL, _GROUND, _RED, _GOLD = "#e8eef4", "#c9b79c", "#b3392f", "#e0b252"
_BLUE, _GREEN, _GREY, _DARK, _WHITE = "#3e6fa3", "#5b8f5b", "#8f979e", "#34404c", "#ffffff"
_COATS = (_BLUE, _GREEN, _GREY, _RED, _DARK)
_TURNED_LEFT = 6  # EXIF: the camera was held upright, the picture must be turned to the right
_ORIENTATION = 274


def draw_pictures(target: Path) -> None:
    """Draw every picture into the 附件 of its unit."""
    said = words("units")
    for picture in words("pictures"):
        folder = target / said["branches_folder"] / picture["unit"] / said["attachments_folder"]
        folder.mkdir(parents=True, exist_ok=True)
        save(draw(picture["scene"], picture["count"]), folder / picture["file"], picture.get("turned", False))


def draw(scene: str, count: int) -> Image.Image:
    """Return one picture of a scene, with so many people or things in it."""
    image = Image.new("RGB", (_WIDE, _HIGH), _WALL)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, _FLOOR, _WIDE, _HIGH), fill=_GROUND)
    _SCENES[scene](pen, count)
    return image


def save(image: Image.Image, path: Path, turned: bool) -> None:
    """Write a picture; a turned one lies on its side and says so in its EXIF data."""
    if path.suffix == ".png":
        image.quantize(32).save(path, optimize=True)
        return
    exif = Image.Exif()
    if turned:
        exif[_ORIENTATION] = _TURNED_LEFT
        image = image.transpose(Image.Transpose.ROTATE_90)
    image.save(path, quality=82, optimize=True, exif=exif)


def _person(pen: Pen, left: int, foot: int, size: int, coat: str) -> None:
    head = size // 4
    pen.rounded_rectangle((left, foot - size, left + head * 2, foot), head // 2, fill=coat)
    pen.ellipse((left + head // 2, foot - size - head, left + head * 3 // 2, foot - size), fill="#f0c9a4")


def _row(pen: Pen, count: int, foot: int, size: int) -> None:
    step = (_WIDE - 120) // max(count, 1)
    for place in range(count):
        _person(pen, 70 + place * step, foot, size, _COATS[place % len(_COATS)])


def _corridor(pen: Pen, count: int) -> None:
    for place in range(4):
        left = 60 + place * 220
        pen.rectangle((left, 90, left + 180, 290), fill=_WHITE, outline=_RED, width=8)
        pen.rectangle((left + 24, 120, left + 156, 200), fill=_COATS[place])
        for line in range(3):
            pen.line((left + 24, 224 + line * 20, left + 150 - line * 20, 224 + line * 20), fill=_GREY, width=6)
    _row(pen, count, 600, 190)


def _panel(pen: Pen, count: int) -> None:
    pen.rectangle((120, 70, 840, 400), fill=_WHITE, outline=_GOLD, width=10)
    for place in range(count):
        left, high = 170 + place * 640 // count, 60 + (place * 53) % 170
        pen.rectangle((left, 380 - high, left + 360 // count, 380), fill=_COATS[place % len(_COATS)])
    _row(pen, 3, 610, 170)


def _table(pen: Pen, count: int) -> None:
    pen.rectangle((330, 60, 630, 200), fill=_WHITE, outline=_DARK, width=6)
    _row(pen, count, 440, 150)
    pen.polygon(((180, 400), (780, 400), (900, 560), (60, 560)), fill="#a97c50")
    for place in range(count):
        left = 190 + place * 580 // count
        pen.rectangle((left, 440, left + 46, 474), fill=_WHITE)


def _group(pen: Pen, count: int) -> None:
    pen.rectangle((80, 60, 880, 130), fill=_RED)
    _row(pen, count // 2, 440, 200)
    _row(pen, count - count // 2, 620, 220)


def _cinema(pen: Pen, count: int) -> None:
    pen.rectangle((0, 0, _WIDE, _HIGH), fill=_DARK)
    pen.rectangle((160, 60, 800, 340), fill="#dfe7ee")
    for row in range(3):
        for place in range(count):
            left, top = 60 + place * 840 // count + row * 14, 400 + row * 80
            pen.ellipse((left, top, left + 50, top + 50), fill="#55616d")
            pen.rectangle((left - 6, top + 44, left + 56, top + 80), fill="#6b4b4b")


def _books(pen: Pen, count: int) -> None:
    for shelf in range(3):
        pen.rectangle((60, 180 + shelf * 110, 900, 192 + shelf * 110), fill="#8a6a48")
        for place in range(count):
            left, high = 80 + place * 800 // count, 60 + (place * 37 + shelf * 19) % 36
            pen.rectangle(
                (left, 180 + shelf * 110 - high, left + 26, 180 + shelf * 110), fill=_COATS[(place + shelf) % 5]
            )
    _row(pen, 4, 625, 150)


def _boxes(pen: Pen, count: int) -> None:
    for place in range(count):
        left, top = 120 + place % 6 * 120, 380 - place // 6 * 90
        pen.rectangle((left, top, left + 108, top + 84), fill=_GOLD, outline="#8a6a48", width=4)
        pen.line((left, top + 42, left + 108, top + 42), fill="#8a6a48", width=4)
    _row(pen, 3, 615, 190)


def _model(pen: Pen, count: int) -> None:
    pen.rectangle((110, 60, 850, 420), fill="#1f2d3a", outline=_GREY, width=12)
    for place in range(count):
        left, top = 180 + place * 560 // count, 340 - (place * 71) % 190
        pen.polygon(((left, top), (left + 50, top - 26), (left + 100, top), (left + 50, top + 26)), fill="#7fb2d9")
        pen.polygon(((left, top), (left + 50, top + 26), (left + 50, 390), (left, 364)), fill=_BLUE)
        pen.polygon(((left + 100, top), (left + 50, top + 26), (left + 50, 390), (left + 100, 364)), fill="#2f5580")
    _row(pen, 2, 620, 180)


def _scores(pen: Pen, count: int) -> None:
    pen.rectangle((0, 0, _WIDE, _HIGH), fill=_WHITE)
    pen.line((100, 560, 880, 560), fill=_DARK, width=6)
    for place, score in enumerate((96.5, 93.0, 93.0, 90.5, 88.0)[:count]):
        left, high = 150 + place * 700 // count, int((score - 80) * 26)
        pen.rectangle((left, 560 - high, left + 110, 560), fill=_COATS[place])
        pen.text((left + 20, 510 - high), f"{score}", fill=_DARK, font_size=34)


def _sheet(pen: Pen, count: int) -> None:
    pen.rectangle((0, 0, _WIDE, _HIGH), fill="#b9a98c")
    pen.rectangle((180, 40, 780, 610), fill=_WHITE)
    for row in range(count + 1):
        pen.line((220, 110 + row * 460 // count, 740, 110 + row * 460 // count), fill=_GREY, width=3)
    for column in (220, 300, 520, 740):
        pen.line((column, 110, column, 570), fill=_GREY, width=3)
    for row in range(count):
        top = 110 + row * 460 // count
        pen.text((250, top + 10), f"{row + 1}", fill=_DARK, font_size=26)
        pen.line((560, top + 36, 600, top + 14, 640, top + 40, 690, top + 18), fill=_BLUE, width=4)


_SCENES: dict[str, Callable[[Pen, int], None]] = {
    "corridor": _corridor,
    "panel": _panel,
    "table": _table,
    "group": _group,
    "cinema": _cinema,
    "books": _books,
    "boxes": _boxes,
    "model": _model,
    "scores": _scores,
    "sheet": _sheet,
}
