"""Lines that point to other articles of the site, told by their links whatever the language."""

import time

import pytest

from newshouse.extraction import extract
from tests.extraction.writing import PARAGRAPHS, TEXT, html, page, read

FIRST, SECOND, THIRD = (f"<p>{text}</p>" for text in PARAGRAPHS)
LINK = '<a href="/2">How the ferry came to be free of charge</a>'


def between(line: str) -> str:
    return read(html(FIRST + line + SECOND + THIRD)).article_body


@pytest.mark.parametrize(
    "line",
    [
        f"<p>Dosye: {LINK}</p>",
        f"<p><b>Ukážka |</b> <b>{LINK}</b></p>",
        f"<p>【写真】 {LINK}</p>",
        f"<p>[Bokis] {LINK}</p>",
        f"<p>☞ {LINK}</p>",
        f"<p>▶ Bokis {LINK}</p>",
        f"<p>بیشتر بخوانید {LINK}</p>",
        '<p>BOKIS: <a href="/2">How the ferry came</a></p>',
        '<p><b>DOSYE BO |</b> <a href="/2">How the ferry came</a></p>',
        '<p>DOSYE BO &gt;&gt; <a href="/2">How the ferry came</a></p>',
        '<p>&gt;&gt; <a href="/2">How the ferry came</a></p>',
        '<p>Dosye: <a href="https://www.velm-courier.example/2">Will the ferry be free for another year?</a></p>',
        "<p>Dosye: <a>How the ferry <b>came</b> to be free</a></p>",
        f"<p>Dosye bo:</p><p>{LINK}</p>",
        f"<p>Dosye bo:</p><ul><li>{LINK}</li><li>{LINK}</li></ul>",
        f'<p><b>Dosye bo:</b><br>{LINK}<br><a href="/3">The inn on the far bank</a></p>',
    ],
)
def test_a_label_and_the_link_that_it_announces_are_left_out(line: str) -> None:
    assert between(line) == TEXT


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('<p>Tickets: <a href="https://ferry.example/">the ferry of the Velm and its owner</a></p>', "Tickets: the ferry"),
        ('<p>Questions: <a href="mailto:ada@velm-courier.example">write to the ferry of the Velm</a></p>', "Questions: write"),
        ('<p>Website: <a href="/ferry">www.velm-courier.example/ferry</a></p>', "Website: www"),
        ('<p>Ada Lind: <a href="/2">I have never seen such a thing in all my life.</a></p>', "Ada Lind: I have"),
        ('<p>Ada Lind: “<a href="/2">I have never seen such a thing in all my life</a>”</p>', "Ada Lind: “I have"),
        ('<p>The builder: <a href="/2">Lind &amp; Sons</a></p>', "The builder: Lind"),
        ('<p>Ferry: <a href="/2">How the ferry came</a></p>', "Ferry: How the ferry came"),
        ('<p>WHERE: <a href="/2">Upper Velm Pavilion</a></p>', "WHERE: Upper Velm Pavilion"),
        ('<p>WHERE: <a href="/inn">The old mill inn</a></p>', "WHERE: The old mill inn"),
        ('<p>Winner: <a href="/2">The ferry of the Velm and its owner</a></p>', "Winner: The ferry"),
        ('<p>STAGE: <a href="/inn">The old mill inn</a></p><p>ADMISSION: 8 crowns</p>', "STAGE: The old mill inn"),
        ('<p>THE OLD BRIDGE ITSELF: <a href="/2">How the ferry came</a></p>', "ITSELF: How the ferry came"),
        ('<p>– <a href="/2">How the ferry came</a></p>', "– How the ferry came"),
        (f"<p>For two years nobody could say at all who paid for it: {LINK}</p>", "who paid for it: How"),
        (f"<p>{LINK}: nobody knows</p>", "free of charge: nobody knows"),
        (f"<p>They tell {LINK}</p>", "They tell How"),
        ('<p>Episode 1: <a href="/2">The night the flood came down</a></p>', "Episode 1: The night"),
        ('<p>The mayor wrote: <a href="/2">We will rebuild the old bridge this year</a></p>', "The mayor wrote: We"),
        (
            '<p>Politics: <a href="/2">The bridge will be rebuilt</a></p><p>Sports: <a href="/3">The band of the valley wins</a></p>',
            "Politics: The bridge will be rebuilt\nSports: The band of the valley wins",
        ),
        ('<p>Dosye: <a href="/files/plan.pdf">The plan of the council for the bridge</a></p>', "Dosye: The plan"),
        ('<p>Podkast: <a href="/a.mp3?x=1">The night the flood came down</a></p>', "Podkast: The night"),
        (
            f"<ul><li>The boats of the council: {LINK}</li><li>Nets: none that we know of</li><li>Cows: seven, and a calf</li></ul>",
            "council: How",
        ),
    ],
)
def test_what_an_article_says_with_a_link_stays(line: str, said: str) -> None:
    assert said in between(line)


@pytest.mark.parametrize(
    "line",
    [
        "<p>These are the builders:</p><p>Lind &amp; Sons</p>",
        f"<h2>The plan:</h2><p>{LINK}</p>",
        '<p>The builders are these:</p><ul><li><a href="https://lind.example/">Lind and Sons of the valley</a></li></ul>',
        '<p>The plan is to be read here:</p><p><a href="https://council.example/">The plan of the council</a></p>',
    ],
)
def test_a_line_that_announces_what_is_no_link_to_the_site_stays(line: str) -> None:
    first = line.partition(":")[0].rpartition(">")[2]
    assert f"{first}:" in between(line)


CONTENTS = '<ul><li><a href="#a">What did the council decide?</a></li><li><a href="#b">Who pays for it?</a></li></ul>'


@pytest.mark.parametrize("title", ["<p><strong>In this guide:</strong></p>", "<div>Mokslas</div>"])
def test_the_title_of_a_table_of_contents_goes_with_it(title: str) -> None:
    assert between(title + CONTENTS) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "<p>What did the council decide?</p>" + CONTENTS,
        "<h2>Mokslas</h2>" + CONTENTS,
        "<p>Mokslas</p><ul><li>Oak <a href='#a'>1</a></li><li>Stone <a href='#b'>2</a></li></ul>",
        "<h2>Mokslas</h2><p>Nobody knows who is to pay for the ferry.</p>" + CONTENTS,
    ],
)
def test_a_line_above_what_is_no_table_of_contents_stays(line: str) -> None:
    assert ("Mokslas" if "Mokslas" in line else "council decide?") in between(line)


def test_a_label_in_bold_goes_with_the_links_that_end_the_text() -> None:
    assert read(html(f"{FIRST}{SECOND}{THIRD}<p><b>Mokslas</b></p><p>{LINK}</p><p>{LINK}</p>")).article_body == TEXT


def test_a_known_label_in_bold_goes_with_the_one_link_that_ends_the_text() -> None:
    assert read(html(f"{FIRST}{SECOND}{THIRD}<p><b>Zum Thema:</b></p><p>{LINK}</p>")).article_body == TEXT


def test_a_signature_in_bold_on_the_right_is_no_label_of_the_links_below_it() -> None:
    found = read(html(f'{FIRST}{SECOND}{THIRD}<p style="text-align:right"><b>Tilda Brandt</b></p><p>{LINK}</p>'))
    assert [author.name for author in found.authors] == ["Tilda Brandt"]
    assert found.article_body == TEXT


@pytest.mark.parametrize(
    "end",
    [
        f"<p><b>Mokslas</b></p><p>{LINK}</p>{FIRST}",
        f"<p>Mokslas</p><p>{LINK}</p>",
        f"<p><b>Mokslas</b> 2:1</p><p>{LINK}</p>",
        f"<p><b>Mokslas</b></p><p>{LINK}</p>",
        f"<p><b>Mokslas.</b></p><p>{LINK}</p>",
        '<p><b>Mokslas</b></p><p><a href="https://lind.example/">Lind and Sons of the valley</a></p>',
    ],
)
def test_other_lines_above_a_link_at_the_end_stay(end: str) -> None:
    assert "Mokslas" in read(html(f"{FIRST}{SECOND}{THIRD}{end}")).article_body


def test_a_byline_with_a_linked_name_is_read_and_left_out() -> None:
    article = read(html('<p>By: <a href="/staff/2">Wilhelmina Oster-Lindenau</a></p>' + FIRST + SECOND + THIRD))
    assert [author.name for author in article.authors] == ["Wilhelmina Oster-Lindenau"]
    assert article.article_body == TEXT


def test_the_time_follows_the_number_of_labelled_links_in_one_element() -> None:
    lines = "".join(f'Dosye {number}: <a href="/{number}">How the ferry came to be free, part</a> {number}<br>' for number in range(6_000))
    start = time.process_time()
    extract(page(html(f"{FIRST}{SECOND}{THIRD}<div>{lines}</div>")))
    assert time.process_time() - start < 3.0
