import pytest

from tests.extraction.writing import PARAGRAPHS, TEXT, html, paragraphs, read

READERS = (
    "I crossed that bridge every morning for thirty years, and nobody ever asked me what I thought of the state of its planks and rails.",
    "The ferry is not free at all, since all of us pay for it with our taxes, and it does not run on Sundays when one would need it most.",
)


def commented(heading: str, *, around: str = "div") -> str:
    """An article with long comments below `heading`, in elements whose names say nothing."""
    entries = "".join(f"<{around}><b>Reader{n}</b><p>{text * 3}</p><a href='#'>Reply</a></{around}>" for n, text in enumerate(READERS))
    return html(f"<div>{paragraphs()}</div><div><h3>{heading}</h3>{entries}</div>")


@pytest.mark.parametrize(
    "heading",
    [
        "3 Comments",
        "Comments (2)",
        "2 Comments on “Council votes to rebuild the old bridge”",
        "User Comments",
        "Comments from Courier Readers",
        "Leave a Reply",
        "2 Kommentare",
        "2 Kommentare zu „Brücke“",
        "12 commentaires",
        "2 comentarios en “El puente”",
        "3 комментария",
        "コメント (2)",
        "2条评论",
        "Discussion about this post",
    ],
)
def test_an_article_ends_where_comments_without_a_mark_begin(heading: str) -> None:
    assert read(commented(heading)).article_body == TEXT


def test_a_count_of_comments_above_the_text_ends_nothing() -> None:
    assert read(html(f"<p>3 Comments</p>{paragraphs()}")).article_body == TEXT
    once = f"<div>{paragraphs(PARAGRAPHS[0])}<p>3 Comments</p>{paragraphs(*PARAGRAPHS[1:])}</div>"
    assert read(html(once)).article_body == TEXT


def test_a_count_of_comments_between_paragraphs_of_one_element_ends_nothing() -> None:
    long = [text * 2 for text in PARAGRAPHS]
    found = read(html(f"<div>{paragraphs(*long)}<p>3 Comments</p>{paragraphs(*PARAGRAPHS)}</div>"))
    assert found.article_body == "\n".join([*long, *PARAGRAPHS])


@pytest.mark.parametrize("sentence", ["Comments by the mayor were not recorded.", "3 comments changed the mind of the council."])
def test_a_sentence_about_comments_ends_nothing(sentence: str) -> None:
    found = read(html(f"<div>{paragraphs()}<p>{sentence}</p></div><div>{paragraphs(*PARAGRAPHS[::-1])}</div>"))
    assert sentence in found.article_body


def test_a_count_of_comments_between_the_sections_of_an_article_ends_nothing() -> None:
    long = [text * 2 for text in PARAGRAPHS]
    sections = f"<section>{paragraphs(*long)}</section><div>3 Comments</div><section>{paragraphs(*PARAGRAPHS)}</section>"
    assert read(html(f"<div>{sections}</div>")).article_body == "\n".join([*long, *PARAGRAPHS])


LONG = [text * 2 for text in PARAGRAPHS]


@pytest.mark.parametrize(
    "behind",
    [
        "<p>The report is due in May.</p><p>That was two years ago.</p>",
        "<p>Did they reply?</p><p>What does the report say?</p>",
        "<p>Das wollte die Stadt nicht melden.</p><p>Das war vor 3 Jahren.</p>",
        "<ul><li>Friday, 19:30, Velm hall</li><li>Saturday, 20:00, the inn</li></ul>",
    ],
)
@pytest.mark.parametrize(
    "bar", ["<div><a href='#c'>12 Comments</a></div>", "<p>Kommentare</p>", "<ul><li>Share</li><li>Comments</li></ul>"]
)
def test_a_bar_of_buttons_in_an_article_ends_nothing(bar: str, behind: str) -> None:
    last = read(html(f"{paragraphs(*LONG)}{bar}{behind}{paragraphs()}")).article_body
    assert last.endswith(TEXT)
    assert behind[4:16].strip("<li>") in last


@pytest.mark.parametrize("heading", ["Réactions", "Responses", "Commentaires", "5 thoughts on the win", "3 Kommentare zu einem Urteil"])
def test_a_section_of_the_article_that_is_called_like_comments_stays(heading: str) -> None:
    body = f"<section>{paragraphs(*LONG)}</section><section><h2>{heading}</h2>{paragraphs()}</section>"
    assert read(html(body)).article_body.endswith(TEXT)
