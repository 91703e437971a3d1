import pytest

from tests.extraction.writing import PARAGRAPHS, TEXT, html, paragraphs, read

LONG = "Cracks in two steel beams force the council to close the bridge for good"
CELL = "<br><br>".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "head",
    [
        f"<font size=5><b>{LONG}</b></font><br><font size=1>By Tilda Brandt<br>March 2, 2004</font><br><br>",
        f"<font size=5>{LONG}</font><br><font size=2>By Tilda Brandt<br></font>March 2, 2004<br>",
        f"<span class=top>{LONG}</span><br><span class=by>By Tilda Brandt</span><br>March 2, 2004<br><br>",
        f"<b>{LONG}<br></b>By Tilda Brandt<br>March 2, 2004<br>",
        f"<font size=4>{LONG}</font><br><font size=2>By Tilda Brandt, who has written of the bridge for years</font><br>March 2, 2004<br>",
    ],
)
def test_lines_in_fonts_of_their_own_are_headline_byline_and_date(head: str) -> None:
    article = read(f"<html><head><title>Courier</title></head><body><table><tr><td>{head}{CELL}</td></tr></table></body></html>")
    assert article.headline == LONG
    assert [author.name for author in article.authors] == ["Tilda Brandt"]
    assert article.article_body == TEXT
    assert article.date_published is not None


def test_a_bold_line_above_a_text_is_its_sub_heading() -> None:
    heading = "What the mayor says about the bridge and the ferry of the town"
    text = f"{PARAGRAPHS[0]}<br><br><b>{heading}</b><br>{PARAGRAPHS[1]}<br><br>{PARAGRAPHS[2]}"
    assert read(html(f"<div>{text}</div>")).article_body == f"{PARAGRAPHS[0]}\n{heading}\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}"


@pytest.mark.parametrize(
    "line",
    [
        "The council of the town decided on Monday evening to<br>rebuild the old bridge over the Velm.",
        "<span>The council of the town decided on Monday evening to</span><br><span>rebuild the old bridge over the Velm.</span>",
        "The council <b>of the town decided on Monday evening to</b><br>rebuild the old bridge over the Velm.",
        "<b>The council</b> of the town decided on Monday evening to<br><b>rebuild</b> the old bridge over the Velm.",
        '<a href="/2">The council of the town decided on Monday evening to</a><br>rebuild the old bridge over the Velm.',
    ],
)
def test_a_line_break_inside_a_sentence_is_a_space(line: str) -> None:
    said = "The council of the town decided on Monday evening to rebuild the old bridge over the Velm."
    assert read(html(f"<div>{CELL}<br><br>{line}</div>")).article_body == f"{TEXT}\n{said}"


@pytest.mark.parametrize(
    "lines",
    [
        "<font size=5><b>{}<br>{}</b></font>",
        "<b><font size=+2>{}<br>{}</font></b>",
        '<span style="color: red; font-size: 24px">{}<br>{}</span>',
        "<big>{}<br>{}</big>",
    ],
)
def test_a_headline_in_two_lines_is_one(lines: str) -> None:
    head = f"{lines.format('Council votes to', 'rebuild the old bridge')}<br><br>March 2, 2004<br><br>"
    article = read(f"<html><head><title>Courier</title></head><body><div>{head}{CELL}</div></body></html>")
    assert (article.headline, article.article_body) == ("Council votes to rebuild the old bridge", TEXT)


def test_a_sub_heading_in_two_lines_is_one() -> None:
    body = read(html(f"{paragraphs()}<h3>What the mayor says<br>of cows and bakers</h3>{paragraphs()}")).article_body
    assert body == f"{TEXT}\nWhat the mayor says of cows and bakers\n{TEXT}"


@pytest.mark.parametrize(
    "head",
    [
        "<font size=4>Council will rebuild bridge<br>By Tilda Brandt<br>March 2, 2004</font>",
        "<font size=4>Council will rebuild bridge<br>March 2, 2004</font><br>By Tilda Brandt",
        "<strong><font size=3>Town</font><font size=5><br>Council will rebuild bridge</font></strong><br>By Tilda Brandt<br>March 2, 2004",
    ],
)
def test_a_line_above_or_below_the_headline_in_its_font_is_no_part_of_it(head: str) -> None:
    article = read(f"<html><head><title>Courier</title></head><body><div>{head}<br><br>{CELL}</div></body></html>")
    assert (article.headline, article.article_body) == ("Council will rebuild bridge", TEXT)


def test_the_lines_of_a_text_in_a_large_font_stay_apart() -> None:
    lines = [f"{number} cows and no boat" for number in range(20)]
    body = read(html(f"{paragraphs()}<font size=4>{'<br>'.join(lines)}</font>")).article_body
    assert body == "\n".join((TEXT, *lines))
