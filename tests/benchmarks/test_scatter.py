"""The plot: every dot where its figures say, every name readable."""

from xml.etree import ElementTree as ET

from benchmarks.scatter import LEFT, Dot, scatter

SVG = "{http://www.w3.org/2000/svg}"
DOTS = [
    Dot(name="ours", x=150, y=0.96, is_ours=True),
    Dot(name="slow & good", x=5, y=0.95, is_ours=False),
    Dot(name="slow & good too", x=5.2, y=0.951, is_ours=False),
    Dot(name="fast", x=400, y=0.8, is_ours=False),
]


def drawn(dots: list[Dot]) -> ET.Element:
    return ET.fromstring(scatter(dots, x_title="pages per second", y_title="F1"))


def circles(svg: ET.Element) -> list[tuple[float, float]]:
    return [(float(circle.get("cx", "")), float(circle.get("cy", ""))) for circle in svg.iter(f"{SVG}circle")]


def names(svg: ET.Element) -> dict[str, tuple[float, float]]:
    return {text.text or "": (float(text.get("x", "")), float(text.get("y", ""))) for text in svg.iter(f"{SVG}text")}


def test_faster_is_further_right_and_better_is_higher() -> None:
    one, other = circles(drawn([Dot(name="a", x=10, y=0.9, is_ours=True), Dot(name="b", x=100, y=0.8, is_ours=False)]))
    assert one[0] < other[0]
    assert one[1] < other[1]


def test_ten_times_as_fast_is_always_the_same_way_to_the_right() -> None:
    one, two, three = (x for x, _ in circles(drawn([Dot(name=str(x), x=x, y=1 - x / 1000, is_ours=False) for x in (3, 30, 300)])))
    assert abs((two - one) - (three - two)) < 0.2


def test_every_dot_is_named_inside_the_picture() -> None:
    svg = drawn(DOTS)
    assert {dot.name for dot in DOTS} <= set(names(svg))
    assert all(
        0 < x < float(svg.get("width", "")) and 0 < y < float(svg.get("height", "")) for x, y in [*circles(svg), *names(svg).values()]
    )


def test_names_of_close_dots_overlap_neither_each_other_nor_the_axis() -> None:
    boxes = [_extent(text) for text in drawn(DOTS).iter(f"{SVG}text") if text.text in {dot.name for dot in DOTS}]
    for number, (left, right, y) in enumerate(boxes):
        assert left > LEFT
        assert all(
            right < other_left or other_right < left or abs(y - other_y) >= 14 for other_left, other_right, other_y in boxes[:number]
        )


def _extent(text: ET.Element) -> tuple[float, float, float]:
    """From where to where a name goes, at seven pixels a character, and how far down."""
    x, width = float(text.get("x", "")), 7 * len(text.text or "")
    left = x - width * {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor", "")]
    return left, left + width, float(text.get("y", ""))


def test_no_dots_make_an_empty_picture() -> None:
    assert circles(drawn([])) == []
