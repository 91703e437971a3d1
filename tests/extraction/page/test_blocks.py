import pytest

from tests.extraction.writing import PARAGRAPHS, TEXT, html, paragraphs, read


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>橋<rt>はし</rt></ruby>",
        "<ruby>橋<rt>はし</ruby>",
        "<ruby><rb>橋</rb><rtc><rt>はし</rt></rtc></ruby>",
    ],
)
def test_readings_beside_characters_are_no_text(ruby: str) -> None:
    text = "町の人々は古い{}を渡ることができなかった。"
    assert read(html(paragraphs(*PARAGRAPHS, text.format(ruby)))).article_body == f"{TEXT}\n{text.format('橋')}"


def test_a_reading_in_brackets_is_text_but_in_a_heading() -> None:
    ruby = "<ruby>橋<rp>（</rp><rt>はし</rt><rp>）</rp></ruby>"
    text = "町の人々は古い{}を渡ることができなかった。"
    headline = "町の{}を直す計画が始まる"
    body = f"<h1>{headline.format(ruby)}</h1>{paragraphs(*PARAGRAPHS, text.format(ruby))}"
    article = read(f"<html><head><title>{headline.format('橋')}</title></head><body>{body}</body></html>")
    assert (article.headline, article.article_body) == (headline.format("橋"), f"{TEXT}\n{text.format('橋（はし）')}")


@pytest.mark.parametrize(
    "mark",
    [
        'class="screen-reader-text"',
        'class="link__note sr-only"',
        'class="u-visuallyHidden"',
        'class="styles_visuallyHidden__2xQ"',
        'class="sr-only focus:not-sr-only"',
        'role="tooltip" class="tip"',
        'style="color: red; display: none"',
        "hidden",
    ],
)
def test_words_for_screen_readers_are_no_part_of_the_sentence(mark: str) -> None:
    link = f'<a href="https://ferry.example">the ferry<span {mark}> (opens in a <i>new</i> window)</span></a>'
    assert read(html(paragraphs(*PARAGRAPHS, f"Until then the council sends everybody to {link}, which costs nothing."))).article_body == (
        f"{TEXT}\nUntil then the council sends everybody to the ferry, which costs nothing."
    )


@pytest.mark.parametrize(
    "mark",
    ['class="sr-only md:not-sr-only"', 'aria-hidden="true"', 'class="reader visually"', 'style="display: inline"', 'class="tooltip"'],
)
def test_words_that_are_shown_stay(mark: str) -> None:
    assert read(html(paragraphs(*PARAGRAPHS, f"The ferry <span {mark}>has no timetable</span> on Sundays."))).article_body == (
        f"{TEXT}\nThe ferry has no timetable on Sundays."
    )


@pytest.mark.parametrize("rest", [f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}", "<wbr>".join(PARAGRAPHS[1][:59])])
def test_a_long_text_that_a_click_shows_stays(rest: str) -> None:
    shown = f"The mayor was asked about the ferry. {rest}".replace("<wbr>", "")
    hidden = f'The mayor was asked about the ferry. <span style="display: none">{rest}</span>'
    assert read(html(paragraphs(*PARAGRAPHS, hidden))).article_body == f"{TEXT}\n{shown}"


@pytest.mark.parametrize(
    "heading",
    [
        'What a bridge costs<a class="headerlink" href="#cost" title="Permanent link">¶</a>',
        'What a bridge costs <a hidden class="anchor" aria-hidden="true" href="#cost">#</a>',
        '<a href="#cost"><span class="sr-only">Link to </span>#</a> What a bridge costs',
        'What a bridge costs <a href="#cost">🔗\ufe0f</a>',
    ],
)
def test_the_sign_that_links_to_a_heading_is_no_part_of_it(heading: str) -> None:
    body = read(html(f"{paragraphs()}<h2>{heading}</h2>{paragraphs('The mayor speaks of four million, the council of six.')}")).article_body
    assert body == f"{TEXT}\nWhat a bridge costs\nThe mayor speaks of four million, the council of six."


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Why the ferry runs on F#", "Why the ferry runs on F#"),
        ('<a href="#ferry">Why the ferry runs on F#</a>', "Why the ferry runs on F#"),
        ('<a href="#ferry">Why the ferry</a> runs on F#', "Why the ferry runs on F#"),
        ('Why the ferry runs on F#<a href="#ferry">#</a>', "Why the ferry runs on F#"),
        ('<a href="/tags">#</a>ferry and the council', "#ferry and the council"),
    ],
)
def test_a_heading_keeps_the_signs_that_are_no_links_to_it(heading: str, said: str) -> None:
    body = read(html(f"{paragraphs()}<h2>{heading}</h2>{paragraphs('The mayor speaks of four million, the council of six.')}")).article_body
    assert body == f"{TEXT}\n{said}\nThe mayor speaks of four million, the council of six."


@pytest.mark.parametrize(
    "line",
    [
        '<span aria-hidden="true">2/3</span> <span class="sr-only">2 March 2004</span>',
        '<b>Tuesday</b> <span style="display: none">2004-03-02</span>',
        '<span style="display: none">2004-03-02</span>',
    ],
)
def test_a_line_is_dated_by_words_that_are_not_shown(line: str) -> None:
    date = read(html(f"<div>{line}</div>{paragraphs(*PARAGRAPHS, *PARAGRAPHS)}")).date_published
    assert date is not None
    assert date.date().isoformat() == "2004-03-02"


def test_words_for_screen_readers_before_a_sentence_are_no_part_of_it() -> None:
    assert read(html(paragraphs(*PARAGRAPHS, '<span class="sr-only">Image: </span>The ferry has no timetable.'))).article_body == (
        f"{TEXT}\nThe ferry has no timetable."
    )
