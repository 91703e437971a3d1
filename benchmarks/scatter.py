"""A scatter plot as SVG: named dots, a logarithmic axis across, a linear one up. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 760, 430
LEFT, RIGHT, TOP, BOTTOM = 70, 150, 20, 60  # margins; the right one holds the last dot's name
OURS_COLOUR, PEER_COLOUR, INK, GRID = "#c2410c", "#475569", "#1e293b", "#e2e8f0"
LINE_PX, CHARACTER_PX, DOT_PX = 15, 7, 5

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    name: str
    x: float  # above 0
    y: float
    is_ours: bool


def scatter(dots: Sequence[Dot], *, x_title: str, y_title: str) -> str:
    """The plot, empty without dots. The axes end at round figures around them."""
    if not dots:
        return '<svg xmlns="http://www.w3.org/2000/svg"/>\n'
    x_ticks, y_ticks = _powers_and_halves([dot.x for dot in dots]), _steps([dot.y for dot in dots])
    low_x, high_x = math.log(x_ticks[0]), math.log(x_ticks[-1])

    def across(x: float) -> float:
        return LEFT + (math.log(x) - low_x) / (high_x - low_x) * (WIDTH - LEFT - RIGHT)

    def up(y: float) -> float:
        return HEIGHT - BOTTOM - (y - y_ticks[0]) / (y_ticks[-1] - y_ticks[0]) * (HEIGHT - TOP - BOTTOM)

    marks = [_line(across(x), TOP, across(x), HEIGHT - BOTTOM) for x in x_ticks]
    marks += [_line(LEFT, up(y), WIDTH - RIGHT, up(y)) for y in y_ticks]
    marks += [_text(across(x), HEIGHT - BOTTOM + 20, f"{x:g}", anchor="middle") for x in x_ticks]
    marks += [_text(LEFT - 8, up(y) + 4, f"{y:.2f}", anchor="end") for y in y_ticks]
    marks.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, x_title, anchor="middle"))
    marks.append(f'<g transform="rotate(-90 18 {HEIGHT / 2})">{_text(18, HEIGHT / 2, y_title, anchor="middle")}</g>')
    places = [(across(dot.x), up(dot.y)) for dot in dots]
    taken = [_box(x, y, "", "middle") for x, y in places]
    for dot, (x, y) in zip(dots, places, strict=True):
        colour = OURS_COLOUR if dot.is_ours else PEER_COLOUR
        name_x, name_y, anchor = _name_place(x, y, dot.name, taken)
        taken.append(_box(name_x, name_y, dot.name, anchor))
        marks.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{DOT_PX}" fill="{colour}"/>')
        marks.append(_text(name_x, name_y + 4, dot.name, anchor=anchor, colour=colour))
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="13">'
    return "\n".join([head, f'<rect {size.split(" view")[0]} fill="white"/>', *marks, "</svg>\n"])


def _name_place(x: float, y: float, name: str, taken: Sequence[Box]) -> tuple[float, float, str]:
    """Where the name of a dot goes: right of it, else left, else above or below, the nearest where nothing else is."""
    beside = [(x + 2 * DOT_PX, y, "start"), (x - 2 * DOT_PX, y, "end")]
    heights = [y + sign * distance * LINE_PX for distance in range(1, 9) for sign in (-1, 1)]
    stacked = [(x, height, anchor) for height in heights for anchor in ("middle", "start")]
    for place in beside + stacked:
        box = _box(place[0], place[1], name, place[2])
        if box[0] > LEFT and not any(_overlap(box, other) for other in taken):
            return place
    return beside[0]


def _box(x: float, y: float, name: str, anchor: str) -> Box:
    """Left, top, right and bottom of a name, or of a dot that has none."""
    width = max(2 * DOT_PX, CHARACTER_PX * len(name))
    left = x - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    return left, y - LINE_PX / 2, left + width, y + LINE_PX / 2


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _powers_and_halves(values: Sequence[float]) -> list[float]:
    """1, 2 and 5 times powers of ten, from just below the least value to just above the greatest."""
    powers = range(math.floor(math.log10(min(values))), math.floor(math.log10(max(values))) + 2)
    ticks = [step * 10.0**power for power in powers for step in (1, 2, 5)]
    return [x for x in ticks if x >= max(t for t in ticks if t <= min(values)) and x <= min(t for t in ticks if t > max(values))]


def _steps(values: Sequence[float]) -> list[float]:
    """Every twentieth, from just below the least value to just above the greatest."""
    return [step / 20 for step in range(math.floor(min(values) * 20 - 1e-9), math.floor(max(values) * 20) + 2)]


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{GRID}"/>'


def _text(x: float, y: float, text: str, *, anchor: str = "start", colour: str = INK) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(text)}</text>'
