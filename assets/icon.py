"""Draws tonghop.ico, the icon of the program for Windows: a sheet whose rows come to one sum.

Run as `python3 assets/icon.py` (needs Pillow); the icon lies in the repository, so that a build needs neither. Each size is drawn
for itself, eight times as large: small ones have no grid, which would be a blur there.
"""

from pathlib import Path

from PIL import Image, ImageDraw

SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256]
GREEN, DARK, WHITE, GOLD, LINE = "#0b7a4b", "#075a37", "#ffffff", "#f4b62a", "#c9ded4"
SCALE = 8


def draw(size: int) -> Image.Image:
    side = size * SCALE
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)

    def at(*numbers: float) -> list[float]:
        """Places in hundredths of the side."""
        return [number * side / 100 for number in numbers]

    def whole(hundredths: float) -> float:
        """The same place on the border of a pixel of the icon."""
        return round(hundredths * size / 100) * 100 / size

    has_grid = size >= 32
    pen.rounded_rectangle(at(0, 0, 100, 100), radius=at(18)[0], fill=GREEN)
    if has_grid:
        left, top, right, bottom = (whole(n) for n in (16, 12, 84, 88))
        pen.rounded_rectangle(at(left, top, right, bottom), radius=at(4)[0], fill=WHITE)
        line = max(1, round(size / 64)) * SCALE
        for row in (27, 42, 57):
            y = whole(row) * side / 100
            pen.rectangle([*at(left), y, *at(right), y + line - 1], fill=LINE)
        for column in (38.5, 61.5):
            x = whole(column) * side / 100
            pen.rectangle([x, *at(top), x + line - 1, *at(72)], fill=LINE)
        foot = whole(72)
        pen.rounded_rectangle(at(left, foot, right, bottom), radius=at(4)[0], fill=GOLD)
        pen.rectangle(at(left, foot, right, foot + 6), fill=GOLD)
    else:
        pen.rounded_rectangle(at(0, whole(80), 100, 100), radius=at(18)[0], fill=GOLD)
        pen.rectangle(at(0, whole(80), 100, whole(80) + 4), fill=GOLD)
    sigma(pen, side, has_grid)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def sigma(pen: ImageDraw.ImageDraw, side: int, on_sheet: bool) -> None:
    """The sign of a sum."""
    left, top, right, bottom, thick = (31, 20, 69, 65, 8.5) if on_sheet else (22, 8, 78, 74, 13)
    middle = (top + bottom) / 2
    tip = left + (right - left) * 0.56
    shape = [
        (left, top),
        (right, top),
        (right, top + thick * 1.75),
        (right - thick * 0.85, top + thick * 1.75),
        (right - thick * 0.85, top + thick),
        (left + thick * 1.75, top + thick),
        (tip, middle),
        (left + thick * 1.75, bottom - thick),
        (right - thick * 0.85, bottom - thick),
        (right - thick * 0.85, bottom - thick * 1.75),
        (right, bottom - thick * 1.75),
        (right, bottom),
        (left, bottom),
        (left, bottom - thick * 0.75),
        (tip - thick * 1.45, middle),
        (left, top + thick * 0.75),
    ]
    points = [(x * side / 100, y * side / 100) for x, y in shape]
    pen.polygon(points, fill=DARK if on_sheet else WHITE)


def main() -> None:
    images = [draw(size) for size in SIZES]
    target = Path(__file__).with_name("tonghop.ico")
    images[-1].save(target, sizes=[(size, size) for size in SIZES], append_images=images[:-1])


main()
