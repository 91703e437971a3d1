import pytest

from newshouse.errors import Rejected
from newshouse.model import Reason
from tests.extraction.writing import URL, html, paragraphs, read


def bare(title: str, body: str, head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


LINKS = "".join(f'<li><a href="/story-{i}">The council has decided about matter number {i}</a></li>' for i in range(30))
TEASERS = "".join(
    f'<p><b><a href="/{i}">The council decides on matter {i}</a></b><br>It took them {i} evenings in all.</p>' for i in range(12)
)


@pytest.mark.parametrize(
    ("text", "url", "reason"),
    [
        (
            bare("Just a moment...", "<h1>Checking your browser before accessing the site</h1><p>Please wait.</p>"),
            URL,
            Reason.BOT_CHALLENGE,
        ),
        (
            bare("Access denied", "<h1>Access to this page has been denied</h1><p>Please verify you are a human.</p>"),
            URL,
            Reason.BOT_CHALLENGE,
        ),
        (
            bare(
                "Before you continue", "<p>We and our partners store cookies on your device. Accept all cookies or manage your choices.</p>"
            ),
            URL,
            Reason.CONSENT_WALL,
        ),
        (bare("Page not found", "<h1>404</h1><p>Sorry, the page you are looking for does not exist.</p>"), URL, Reason.SOFT_404),
        (bare("Seite nicht gefunden", "<h1>Hoppla</h1><p>Diese Seite gibt es nicht mehr. Zur Startseite.</p>"), URL, Reason.SOFT_404),
        (bare("Sign in", "<h1>Sign in to your account</h1><p>Enter your name and your password, please.</p>"), URL, Reason.LOGIN_WALL),
        (bare("Politics", f"<h1>Politics</h1><ul>{LINKS}</ul>"), "https://velm-courier.example/category/politics", Reason.LISTING),
        (bare("County", f"<h1>County</h1>{TEASERS}"), "https://velm-courier.example/section.php?name=county", Reason.LISTING),
        (bare("Velm Courier", f"<ul>{LINKS}</ul>"), "https://velm-courier.example/", Reason.LISTING),
        (bare("Bridge", "<h1>The bridge from the air</h1><video src='/v.mp4'></video>"), URL, Reason.MEDIA_ONLY),
        (
            bare("App", "<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript><script>1</script>"),
            URL,
            Reason.NEEDS_JAVASCRIPT,
        ),
        ("<html><head><title>Empty</title></head><body></body></html>", URL, Reason.NO_BODY),
        ("", URL, Reason.NOT_HTML),
        ("%PDF-1.7 binary", URL, Reason.NOT_HTML),
    ],
)
def test_a_page_that_is_no_article_is_rejected_with_its_reason(text: str, url: str, reason: Reason) -> None:
    with pytest.raises(Rejected) as rejected:
        read(text, url)
    assert rejected.value.reason is reason


@pytest.mark.parametrize(
    "headline",
    [
        "Page not found: how libraries lose their books",
        "Cookie consent rules to change in spring",
        "Access denied: ramps missing at half of the stations",
        "Register of voters opens on Monday",
    ],
)
def test_an_article_about_such_things_is_an_article(headline: str) -> None:
    text = html(paragraphs() * 4, headline=headline)
    assert read(text).headline == headline


def test_a_short_notice_is_an_article() -> None:
    assert read(html("<p>The ferry will not sail on Sunday, since its pilot is to be married that day.</p>")).word_count == 16
