import pytest

from tests.extraction.writing import HEADLINE, linked, paragraphs, read


def named(body: str, head: str = "", url: str = "https://courier.example/bridge", title: str = HEADLINE) -> list[str]:
    text = f"<html><head><title>{title}</title>{head}</head><body><article><h1>{HEADLINE}</h1>{body}{paragraphs()}</article></body></html>"
    return [author.name for author in read(text, url).authors]


def tag(author: str) -> str:
    return f'<meta name="author" content="{author}">'


@pytest.mark.parametrize(
    ("site", "url", "title"),
    [
        ("Velm Notes", "https://velmnotes.example/x", HEADLINE),
        ("The Velm Notes", "https://velmnotes.example/x", HEADLINE),
        ("Velmer Blätter", "https://velmer-blaetter.example/x", HEADLINE),
        ("Velmer Blätter", "https://velmerblatter.example/x", HEADLINE),
        ("Rivière Libre", "https://riviere-libre.example/x", HEADLINE),
        ("Kıyı Haber", "https://kiyihaber.example/x", HEADLINE),
        ("Velm Notes", "https://vn-blog.example/x", f"{HEADLINE} - Velm Notes"),
        ("Velm Notes", "https://vn-blog.example/x", f"Velm Notes: {HEADLINE}"),
        ("Lind Moor PLLC", "https://lm-law.example/x", f"{HEADLINE} | Lind Moor PLLC"),
    ],
)
def test_what_the_site_calls_itself_gives_way_to_a_person_in_the_byline(site: str, url: str, title: str) -> None:
    assert named("<p>By Ben Moor</p>", tag(site), url, title) == ["Ben Moor"]
    assert named("", tag(site), url, title) == [site]


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://adalind-news.example/x", HEADLINE),
        ("https://courier.example/x", f"{HEADLINE} | Ada Lind | The Courier"),
        ("https://courier.example/x", f"{HEADLINE} - Ada Lind"),
        ("https://courier.example/x", f"Ada Lind: {HEADLINE}"),
        ("https://courier.example/x", f"{HEADLINE}: Ada Lind explains"),
    ],
)
def test_a_person_in_the_metadata_who_is_not_the_site_stays(url: str, title: str) -> None:
    assert named("<p>By Ben Moor</p>", tag("Ada Lind"), url, title) == ["Ada Lind"]


def test_who_gave_the_site_the_name_is_better_than_an_account() -> None:
    head = linked({"@type": "NewsArticle", "headline": "x", "author": {"@type": "Person", "name": "Ada Lind"}}) + tag("wpadmin")
    assert named("", head, "https://adalind.example/x") == ["Ada Lind"]


@pytest.mark.parametrize(
    "shown",
    [
        "<p>By Ada Lind</p>",
        "<div><p>Ada Lind</p><p>Staff Writer</p></div>",
        "<div><span>Ada Lind</span> <span>5 March 2024</span></div>",
        '<div class="post-meta"><span>5 March 2024</span> · <span>Ada Lind</span></div>',
    ],
)
@pytest.mark.parametrize("account", ["wpadmin", "ada-lind", "ada.lind"])
def test_an_account_gives_way_to_the_name_beside_the_headline(account: str, shown: str) -> None:
    assert named(shown, tag(account)) == ["Ada Lind"]


@pytest.mark.parametrize(
    "shown", ["", "<p>Ada Lind</p>", "<div><span>Velm Notes</span> <span>5 March 2024</span></div>", "<p>By the ferryman</p>"]
)
def test_an_account_stays_where_nobody_else_is_told_for_the_author(shown: str) -> None:
    assert named(shown, tag("alind"), title=f"{HEADLINE} - Velm Notes") == ["alind"]


@pytest.mark.parametrize("firm", ["Lind & Sons", "Lind, Moor and Partners", "Lind, Hill & Moor LLP", "Lind & Moor Ltd."])
def test_a_firm_is_one_author(firm: str) -> None:
    assert named("", linked({"@type": "NewsArticle", "headline": "x", "author": {"@type": "Person", "name": firm}})) == [firm]


@pytest.mark.parametrize("site", ["Tea & Tide", "Wren and Willow"])
def test_a_site_called_by_two_words_is_one_author(site: str) -> None:
    assert named("", tag(site) + f'<meta property="og:site_name" content="{site}">') == [site]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ada Lind & Ben Moor", ["Ada Lind", "Ben Moor"]),
        ("Ada & Ben", ["Ada", "Ben"]),
        ("Lind GmbH, Moor GmbH", ["Lind GmbH", "Moor GmbH"]),
        ("Ada Lind, Moor Inc.", ["Ada Lind", "Moor Inc."]),
        ("Moor Bridges Inc.", ["Moor Bridges Inc."]),
    ],
)
def test_what_is_no_firm_as_a_whole_is_parted(value: str, names: list[str]) -> None:
    assert named("", tag(value)) == names
