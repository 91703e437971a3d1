"""Pictures for the stories: a small landscape drawn from the slug, the same on every machine."""

import zlib
from random import Random

WIDTH, HEIGHT = 720, 405
SKIES = (("#f6d9b8", "#8fb3c9"), ("#dfe8ee", "#6f93ad"), ("#f3c9a5", "#5f7f9b"), ("#e9edf0", "#9bb0bd"), ("#fbe7c6", "#a9bfae"))
WAVE = 'fill="#fff" opacity="0.35"'
LANDS = ("#31473f", "#4a5a48", "#2d4356", "#5a4b3c", "#3f4f5f")


def picture_svg(slug: str) -> bytes:
    """A calm view with sky, sun, three ranges of hills and water."""
    draw = Random(zlib.crc32(slug.encode()))
    low, high = draw.choice(SKIES)
    land = draw.choice(LANDS)
    ranges = "".join(_range(draw, base=210 + 50 * step, land=land, opacity=0.35 + 0.25 * step) for step in range(3))
    sun = f'<circle cx="{draw.randint(80, 640)}" cy="{draw.randint(60, 150)}" r="{draw.randint(18, 34)}" fill="#fff6df" opacity="0.9"/>'
    waves = "".join(
        f'<rect x="{draw.randint(0, 560)}" y="{draw.randint(352, 398)}" width="{draw.randint(40, 150)}" height="2" {WAVE}/>'
        for _ in range(14)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<defs><linearGradient id="sky" x1="0" y1="1" x2="0" y2="0"><stop offset="0" stop-color="{low}"/>'
        f'<stop offset="1" stop-color="{high}"/></linearGradient></defs>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#sky)"/>{sun}{ranges}'
        f'<rect y="345" width="{WIDTH}" height="60" fill="{high}" opacity="0.85"/>{waves}</svg>'
    ).encode()


def _range(draw: Random, *, base: int, land: str, opacity: float) -> str:
    tops = [(x, base + draw.randint(-45, 30)) for x in range(0, WIDTH + 1, 60)]
    outline = " ".join(f"L{x},{y}" for x, y in tops)
    return f'<path d="M0,{HEIGHT} {outline} L{WIDTH},{HEIGHT}Z" fill="{land}" opacity="{opacity:.2f}"/>'
