import pytest

from newshouse.extraction.authors import names_in
from newshouse.model import Author
from tests.extraction.writing import html, paragraphs, read


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Lind", ["Ada Lind"]),
        ("By Ada Lind and Ben Moor, Carla Diaz", ["Ada Lind", "Ben Moor", "Carla Diaz"]),
        ("Von Karin Aust und Jonas Weidling", ["Karin Aust", "Jonas Weidling"]),
        ("Par Zoé Lambert et Hugo Petit", ["Zoé Lambert", "Hugo Petit"]),
        ("Por María Ruiz y José Gil", ["María Ruiz", "José Gil"]),
        ("Ada Lind, Staff Writer", ["Ada Lind"]),
        ("Ada Lind | Senior Political Correspondent", ["Ada Lind"]),
        ("By Ada Lind Published March 5, 2024", ["Ada Lind"]),
        ("ADA LIND NOVEMBER 3, 2019 09:14", ["ADA LIND"]),
        ("Ada Lind (ada@courier.example)", ["Ada Lind"]),
        ("https://courier.example/ada", []),
        ("@adalind", []),
        ("Share", []),
        ("12 comments", []),
        ("November", []),
        ("森田春子", ["森田春子"]),
        ("ليلى الحداد", ["ليلى الحداد"]),
    ],
)
def test_names_are_told_from_roles_dates_and_addresses(byline: str, names: list[str]) -> None:
    assert [author.name for author in names_in(byline)] == names


@pytest.mark.parametrize("name", ["Reuters", "The Associated Press", "HILL HERALD STAFF", "dpa", "Newsroom"])
def test_agencies_and_staff_are_organizations(name: str) -> None:
    assert names_in(name) == [Author(name=name, is_organization=True)]


def linked(author: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "x", "author": {author}}}</script>'


@pytest.mark.parametrize(
    "author",
    [
        '{"@type": "Person", "name": "Ada Lind"}',
        '[{"@type": "Person", "name": "Ada Lind", "url": "https://courier.example/ada"}]',
        '"Ada Lind"',
        '["Ada Lind"]',
        '{"name": ["Ada Lind"]}',
    ],
)
def test_every_shape_of_author_in_json_ld_is_read(author: str) -> None:
    assert [found.name for found in read(html(paragraphs(), linked(author))).authors] == ["Ada Lind"]


def test_a_person_in_the_byline_is_better_than_the_house_in_the_metadata() -> None:
    head = linked('{"@type": "Organization", "name": "Velm Courier"}') + '<meta property="og:site_name" content="Velm Courier">'
    assert [author.name for author in read(html(f"<p>By Ada Lind</p>{paragraphs()}", head)).authors] == ["Ada Lind"]
    assert read(html(paragraphs(), head)).authors == (Author(name="Velm Courier", is_organization=True),)


def test_nobody_is_named_twice() -> None:
    head = '<meta name="author" content="Ada Lind, ADA LIND">'
    assert [author.name for author in read(html(paragraphs(), head)).authors] == ["Ada Lind"]
