import pytest

from tests.extraction.writing import PARAGRAPHS, TEXT, html, paragraphs, read

LAST = PARAGRAPHS[2]


@pytest.mark.parametrize(
    "mark",
    [
        '<sup><a href="#fn1">1</a></sup>',
        '<sup class="reference" id="ref1"><a href="#note1"><span>[</span>12<span>]</span></a></sup>',
        '<a href="#fn1"><sup>1</sup></a>',
        ' <sup><a href="#fn1">(1)</a></sup>',
        '<a class="footnote-anchor" href="#footnote-1">1</a>',
        ' <a href="#note1">[1]</a>',
        ' <a href="#note1">[ 1 ]</a>',
    ],
)
def test_the_number_of_a_footnote_does_not_touch_the_word_before_it(mark: str) -> None:
    first, second = PARAGRAPHS[:2]
    body = read(html(paragraphs(first + mark, second.replace("vote.", f"vote.{mark}"), LAST))).article_body
    assert body == TEXT


def test_the_number_of_a_footnote_may_touch_a_word_that_counts_elsewhere() -> None:
    first = f'{PARAGRAPHS[0]} It is told in an article<a href="#n1">[1]</a> of hers.'
    assert "in an article of hers." in read(html(paragraphs(first, *PARAGRAPHS[1:]))).article_body


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("400 m<sup>2</sup> of deck", "400 m2 of deck"),
        ('as <a href="#table3">3</a> tables show', "as 3 tables show"),
        ('since then [<a href="#n1">1</a>,<a href="#n2">2</a>]', "since then [1,2]"),
        ('since then (<a href="#n1">1</a>)', "since then (1)"),
        ('in chapter 4.<a href="#c42">2</a>', "in chapter 4.2"),
        ('in the year<a href="/1931">1931</a>', "in the year1931"),
        ('the pier<a href="/pier">7</a>', "the pier7"),
        ('the pier<a href="#pier">7b</a>', "the pier7b"),
        ('<sup><a href="#th">th</a></sup>', "th"),
        ('as Artikel <a href="#a">(5)</a> gilt', "as Artikel (5) gilt"),
        ('by Eq. <a href="#f">[3]</a> of it', "by Eq. [3] of it"),
        ('as shown <a href="#f">(3)</a> here', "as shown (3) here"),
        ('plan No.<a href="#1">1</a> of it', "plan No.1 of it"),
        ('under Art.<a href="#5">5</a> of it', "under Art.5 of it"),
        ('since then (<a href="#n12">[12]</a>)', "since then ([12])"),
        ('第<a href="#c3">3</a>章', "第3章"),
    ],
)
def test_other_numbers_and_raised_letters_stay(shown: str, text: str) -> None:
    body = read(html(paragraphs(f"{PARAGRAPHS[0]} It holds {shown}", *PARAGRAPHS[1:]))).article_body
    assert body.splitlines()[0] == f"{PARAGRAPHS[0]} It holds {text}"
