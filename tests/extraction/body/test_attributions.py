import pytest

from tests.extraction.writing import PARAGRAPHS, TEXT, html, read

FIRST, SECOND, THIRD = (f"<p>{text}</p>" for text in PARAGRAPHS)
WORDS = "The cows were the first to complain, and the last to be asked."
NAME = "Ole Brink, who keeps cows"


def _with(quote: str) -> str:
    return read(html(f'<div class="article-body">{FIRST}{quote}{SECOND}{THIRD}</div>')).article_body


def _told(*lines: str) -> str:
    return "\n".join((PARAGRAPHS[0], *lines, *PARAGRAPHS[1:]))


@pytest.mark.parametrize(
    "quote",
    [
        "<blockquote><p>{}</p><footer>{}</footer></blockquote>",
        '<blockquote class="blockquote"><p>{}</p><footer class="blockquote-footer"><cite>{}</cite></footer></blockquote>',
        '<div class="quote"><p>{}</p><p class="quote-attribution">{}</p></div>',
        '<blockquote><p>{}</p><div class="quote__author"><span>{}</span></div></blockquote>',
        '<blockquote><p>{}</p><div class="quote-credit">{}</div></blockquote>',
        "<figure><blockquote><p>{}</p></blockquote><figcaption>{}</figcaption></figure>",
        '<figure class="Quote_root"><blockquote>{}</blockquote><figcaption><div>{}</div></figcaption></figure>',
    ],
)
def test_who_said_a_quote_stays_below_it_whatever_the_line_is_called(quote: str) -> None:
    assert _with(quote.format(WORDS, NAME)) == _told(WORDS, NAME)


def test_what_the_speaker_does_stays_on_a_line_of_its_own() -> None:
    lines = "<footer><div>Ole Brink</div><div>Farmer</div></footer>"
    assert _with(f"<blockquote><p>{WORDS}</p>{lines}</blockquote>") == _told(WORDS, "Ole Brink", "Farmer")


@pytest.mark.parametrize(
    "line",
    [
        '<p class="quote-share">Pass on what he said</p>',
        '<p class="attribution"><a href="/brink">Ole Brink</a></p>',
        f'<p class="attribution">{NAME} and never tires of telling everybody who asks about them</p>',
        '<footer class="newsletter">More of this in your mail</footer>',
        '<p class="attribution">Ole Brink</p><p>The ferry</p><p>The inn</p>',
        '<img src="/a.jpg"><p class="photo-credit">Ole Brink</p>',
    ],
)
def test_other_lines_below_a_quote_are_left_out(line: str) -> None:
    body = _with(f'<div class="quote"><p>{WORDS}</p>{line}</div>')
    assert body.startswith(f"{PARAGRAPHS[0]}\n{WORDS}\n")
    assert not any(words in body for words in ("Pass on", "Ole Brink", "More of this"))


@pytest.mark.parametrize(
    "box",
    [
        '<div class="x1"><p>{}</p><p class="attribution">{}</p></div>',
        "<figure><p>{}</p><figcaption>{}</figcaption></figure>",
        '<div class="pull-quote"><figure><blockquote>{}</blockquote></figure><figcaption>{}</figcaption></div>',
    ],
)
def test_a_caption_or_credit_outside_of_a_quote_is_left_out(box: str) -> None:
    assert _with(box.format(WORDS, NAME)) == _told(WORDS)


def test_the_line_goes_with_a_quote_that_goes() -> None:
    junk = f'<div class="twitter-tweet quote"><p>{WORDS}</p><footer>{NAME}</footer></div>'
    assert _with(junk) == TEXT
    repeated = f"<blockquote><p>We have waited long enough</p><footer>{NAME}</footer></blockquote>"
    assert _with(repeated) == TEXT
