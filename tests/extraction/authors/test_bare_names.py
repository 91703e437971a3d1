import pytest

from tests.extraction.writing import HEADLINE, PARAGRAPHS, html, paragraphs, read


def named(above: str, head: str = "", url: str = "https://courier.example/bridge") -> list[str]:
    return [author.name for author in read(html(above + paragraphs(), head), url).authors]


@pytest.mark.parametrize(
    "row",
    [
        "<div class='flex'><p>Ada Lind</p><p>·</p><p>March 5, 2024</p><p>·</p><p>5 min read</p></div>",
        "<div class='flex'><time datetime='2024-03-05'>March 5, 2024</time><span>·</span><span>Ada Lind</span></div>",
        "<div><span>March 5, 2024</span><span>Ada Lind</span></div>",
        "<p>Ada Lind · March 5, 2024 · 5 min</p>",
        "<p>March 5, 2024 | Ada Lind</p>",
        "<p>Ada Lind // March 5, 2024</p>",
        "<p>5 March 2024 - 16:33 - Ada Lind</p>",
        "<ul><li>5 March 2024</li><li>Ada Lind</li></ul>",
        "<p>The ferry is free until then.</p><div><p>March 5, 2024</p><p>•</p><p>Ada Lind</p></div>",
    ],
)
def test_a_row_of_a_name_and_a_date_names_the_author_whatever_it_is_called(row: str) -> None:
    assert named(row) == ["Ada Lind"]


@pytest.mark.parametrize(
    "row",
    [
        "<p>Buenos Aires · 3 May 2024</p>",
        "<p>3 May 2024 · Ada Lind · Ben Moor</p>",
        "<p>3 May 2024 · Ada Lind · Free entry</p>",
        "<p>3 May 2024 · Bridge Votes</p>",  # in the headline
        "<p>3 May 2024 · <a href='/hill-town'>Hill Town</a></p>",
        "<p>3 May 2024 · Ada Lind</p><p>4 May 2024 · Ben Moor</p>",  # a list
        "<h2>3 May 2024 · Ada Lind</h2>",
        "<table><tr><td>12 May 2024</td><td>Hill Rovers</td></tr></table>",
        "<blockquote>3 May 2024 · Ada Lind</blockquote>",
        "<p>12 · Ada Lind · 3</p>",
        f"<p>{PARAGRAPHS[0] * 2}</p><p>3 May 2024 · Ada Lind</p>",
    ],
)
def test_a_row_of_places_topics_or_several_is_no_byline(row: str) -> None:
    text = html(row + paragraphs()).replace(HEADLINE, "Bridge Votes are counted in the old town hall")
    assert read(text).authors == ()


def test_what_the_page_calls_its_section_or_its_topic_is_no_name_in_a_row() -> None:
    row = "<p>Hill Moor · 3 May 2024 · 5 min read</p>"
    assert named(row) == ["Hill Moor"]
    assert named(row, '<meta property="article:section" content="Hill moor">') == []
    assert named(row, '<meta property="article:tag" content="Hill Moor">') == []
    assert named(row, url="https://courier.example/hill-moor/bridge") == []


@pytest.mark.parametrize(
    "topic",
    [
        *("Premier League", "Climate Change", "Hill Rovers", "Real Estate", "Movie Reviews", "Palm Beach", "Artificial Intelligence"),
        *("Politik Inland", "Medio Ambiente", "Vie Pratique", "Public Safety", "Wall Street", "Great Britain"),
    ],
)
@pytest.mark.parametrize(
    "row",
    [
        "<p>{} | May 10, 2024</p>",
        "<p>{} · May 10, 2024 · 5 min read</p>",
        "<div><span>{}</span><span>May 10, 2024</span></div>",
        "<div>{}</div><div>May 10, 2024</div>",
        "<div class='entry-meta'>{} | May 10, 2024</div>",
    ],
)
def test_a_topic_beside_a_date_is_no_author(topic: str, row: str) -> None:
    assert named(row.format(topic)) == []


def test_a_link_to_an_author_tells_a_name_from_a_topic() -> None:
    assert named("<p><a href='/author/mary-west'>Mary West</a> | May 10, 2024</p>") == ["Mary West"]


@pytest.mark.parametrize("row", ["<p>Mary Roe | May 10, 2024</p>", "<div>Mary Roe</div><div>May 10, 2024</div>"])
def test_of_whom_the_text_tells_again_and_again_is_no_author(row: str) -> None:
    told = "<p>“We have waited long enough for this vote, and so have the cows, the bakers and the band,” {} said on Monday.</p>"
    assert named(row + told.format("Mary Roe")) == ["Mary Roe"]
    assert named(row + told.format("Mary Roe") + told.format("Ms Roe")) == []


def test_a_date_on_which_the_article_was_not_published_stands_beside_no_author() -> None:
    row = "<p>Mary Roe | {}</p>"
    time = '<meta property="article:published_time" content="2024-05-10T09:00:00Z">'
    assert named(row.format("May 10, 2024"), time) == ["Mary Roe"]
    assert named(row.format("10/05/2024"), time) == ["Mary Roe"]
    assert named(row.format("June 24, 2024"), time) == []
    assert named(row.format("May 10, 1942")) == []
    assert named(row.format("June 24, 2024 · 5 min read"), time) == ["Mary Roe"]


def card(name: str, role: str = "", portrait: str = "") -> str:
    picture = f'<img src="/p.jpg" alt="{portrait}">' if portrait else ""
    return f'<div class="person">{picture}<div><p class="name">{name}</p>{f"<p>{role}</p>" if role else ""}</div></div>'


@pytest.mark.parametrize(
    "cards",
    [
        card("Ada Lind", "Engineer") + card("Ben Moor", "Bridge Designer") + card("Cy Oster", "Writer"),
        card("Ada Lind", "Writer") + card("Ben Moor", "Engineer") + card("Cy Oster", "Engineer"),
        card("Ada Lind", "Writer", "Ada Lind") + card("Ben Moor", "", "Ben Moor") + card("Cy Oster", "", "Portrait of Cy Oster"),
        card("Ada Lind", "Engineer", "Ada Lind") + card("Ben Moor", "", "Ben Moor") + card("Cy Oster", "Engineer", "Cy Oster"),
    ],
)
def test_authors_stand_on_cards_side_by_side(cards: str) -> None:
    assert named(f"<div>{cards}</div>") == ["Ada Lind", "Ben Moor", "Cy Oster"]


@pytest.mark.parametrize(
    "cards",
    [
        card("Ada Lind", "Writer") + card("Ben Moor"),
        card("Ada Lind", "Writer") + card("Ben Moor", "The bridge is 40 m long"),
        card("Ada Lind", "Writer") + card("Ben Moor", "He keeps the ferry."),
        card("Ada Lind", "", "Ada Lind") + card("Ben Moor", "Engineer"),
        card("Ada Lind", "Writer") + card("New York", "Engineer"),
        card("Ada Lind", "Writer") + "<div class='other'><p>Ben Moor</p><p>Engineer</p></div>",
        card("Ada Lind", "Writer") + "".join(card(f"{first} Moor", "Engineer") for first in ("Ben", "Cy", "Dora", "Eva", "Finn")),
    ],
)
def test_cards_of_another_kind_or_of_many_add_nobody(cards: str) -> None:
    assert named(f"<div>{cards}</div>") == ["Ada Lind"]


@pytest.mark.parametrize("role", ["Democrat", "Mayor", ""])
def test_cards_of_persons_of_whom_the_article_tells_name_nobody(role: str) -> None:
    assert named(f"<div>{card('Ada Lind', role, 'Ada Lind')}{card('Ben Moor', role, 'Ben Moor')}</div>") == []


@pytest.mark.parametrize(("role", "other"), [("Reporter", "Photographer"), ("Reporter", "Medical reviewer"), ("Writer", "Editor")])
def test_who_helps_an_author_is_none(role: str, other: str) -> None:
    first, second = card("Ada Lind", role, "Ada Lind"), card("Ben Moor", other, "Ben Moor")
    assert named(f"<div>{first}{second}</div>") == named(f"<div>{second}{first}</div>") == ["Ada Lind"]


def test_what_somebody_does_is_nobody_s_name() -> None:
    account = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Person", "name": "tiberius"}}</script>'
    assert named("<h4>tiberius</h4><div>Forum Moderator</div><div>March 5, 2024</div>", account) == ["tiberius"]
    assert named("<div>Ada Lind</div><div>Content Strategist</div>") == ["Ada Lind"]
