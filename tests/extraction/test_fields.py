"""Headline, description, section, keywords, image, language, canonical URL, article id, dateline and the like."""

import time

import pytest

from newshouse.extraction import extract
from newshouse.extraction.as_json import article_json
from newshouse.extraction.language import detected_language
from newshouse.model import Source
from tests.extraction.writing import HEADLINE, PARAGRAPHS, TEXT, URL, html, page, paragraphs, read


@pytest.mark.parametrize(
    "title",
    [
        f"{HEADLINE} | Velm Courier",
        f"{HEADLINE} - Velm Courier",
        f"{HEADLINE} — Velm Courier",
        f"Velm Courier: {HEADLINE}",
        f"Velm Courier | {HEADLINE}",
        f"{HEADLINE} | Town | Velm Courier",
    ],
)
def test_the_site_s_name_is_no_part_of_the_headline(title: str) -> None:
    site = '<meta property="og:site_name" content="Velm Courier">'
    text = f"<html><head><title>{title}</title>{site}</head><body><h1>{HEADLINE}</h1>{paragraphs()}</body></html>"
    assert read(text).headline == HEADLINE
    without_h1 = text.replace(f"<h1>{HEADLINE}</h1>", "")
    assert read(without_h1).headline.startswith(HEADLINE)


def test_the_headline_on_the_page_wins_and_the_other_is_kept() -> None:
    found = read(
        html(paragraphs(), '<meta property="og:title" content="Bridge over the Velm to be rebuilt after two years of council debate">')
    )
    assert found.headline == HEADLINE
    assert found.alternative_headline == "Bridge over the Velm to be rebuilt after two years of council debate"


def test_an_h1_that_is_the_site_s_name_is_no_headline() -> None:
    body = f"<h1>Velm Courier</h1><h2>{HEADLINE}</h2>{paragraphs()}"
    text = f"<html><head><title>{HEADLINE} - Velm Courier</title></head><body>{body}</body></html>"
    assert read(text, "https://velmcourier.example/a").headline == HEADLINE


@pytest.mark.parametrize(
    ("title", "above"),
    [
        (f"Town News: {HEADLINE}", "<h1>Town News</h1>"),  # what stands beside the headline in the title
        (f"{HEADLINE}-Town-The Courier", "<h3>To the old</h3>"),  # short words
        (f"oldbridge.com: {HEADLINE}", "<h1>oldbridge.com</h1>"),
        ("Velm Courier", '<h3 class="caption">The old bridge, council, Monday</h3>'),
        ("Velm Courier", "<h3>2007/12</h3>"),
    ],
)
def test_lines_that_only_share_words_with_the_title_are_no_headline(title: str, above: str) -> None:
    told = f'<meta property="og:title" content="{HEADLINE}">' if title.startswith("Town News") else ""
    body = f"<p><b>{HEADLINE}</b></p>{above}{paragraphs()}"
    text = f"<html><head><title>{title}</title>{told}</head><body>{body}</body></html>"
    assert read(text, "https://velmcourier.example/a").headline == HEADLINE


def test_one_word_is_a_headline_if_the_title_begins_with_it() -> None:
    body = f"<h1>Bridges</h1>{paragraphs()}"
    text = f"<html><head><title>Bridges - The Museum of the Velm</title></head><body>{body}</body></html>"
    assert read(text, "https://museum.example/a").headline == "Bridges"


def test_a_page_that_names_only_its_site_takes_the_line_above_the_body() -> None:
    text = f"<html><head><title>The Courier</title></head><body><p>The Courier</p><p><b>{HEADLINE}</b></p>{paragraphs()}</body></html>"
    assert read(text).headline == HEADLINE


def test_lead_image_caption_and_credit_are_fields() -> None:
    figure = (
        '<figure><img src="/b.jpg"><figcaption>The bridge in 1931. <span class="credit">Photo: Wilma Oster</span></figcaption></figure>'
    )
    found = read(html(figure + paragraphs(), '<meta property="og:image" content="/media/bridge.jpg">'))
    assert (found.image_url, found.image_caption, found.image_credit) == (
        "https://velm-courier.example/media/bridge.jpg",
        "The bridge in 1931.",
        "Wilma Oster",
    )


@pytest.mark.parametrize(
    ("figure", "caption", "credit"),
    [
        ("<figcaption>The bridge in 1931. Photo: Wilma Oster</figcaption>", "The bridge in 1931.", "Wilma Oster"),
        ("<figcaption>The bridge in 1931. (AP Photo/Wilma Oster)</figcaption>", "The bridge in 1931.", "AP Photo/Wilma Oster"),
        ("<figcaption>The bridge in 1931.</figcaption><footer>Wilma Oster</footer>", "The bridge in 1931.", "Wilma Oster"),
        ("<figcaption><span>The bridge in 1931.</span><span>Wilma Oster</span></figcaption>", "The bridge in 1931.", "Wilma Oster"),
        ('<p class="copyright">© Wilma Oster</p><figcaption>The bridge in 1931.</figcaption>', "The bridge in 1931.", "Wilma Oster"),
        ("<figcaption>The bridge in 1931. It fell.</figcaption>", "The bridge in 1931. It fell.", None),
        ("<figcaption>１９３１年の橋＝オスター</figcaption>", "１９３１年の橋", "オスター"),
    ],
)
def test_a_credit_is_told_from_its_caption(figure: str, caption: str, credit: str | None) -> None:
    found = read(html(f'<figure><img src="/b.jpg">{figure}</figure>{paragraphs()}'))
    assert (found.image_caption, found.image_credit) == (caption, credit)


def test_a_caption_without_an_image_is_none() -> None:
    assert read(html('<div class="legend">You are signed in as a reader</div>' + paragraphs())).image_caption is None


@pytest.mark.parametrize(
    ("head", "body", "words", "origin"),
    [
        ('<meta name="keywords" content="bridge, Velm, bridge">', "", ("bridge", "Velm"), "meta"),
        ('<meta name="keywords" content="bridge, Velm, 100312362, Velm Courier">', "", ("bridge", "Velm"), "meta"),
        ("", '<p><a rel="tag" href="/t/bridge">Bridge</a> <a rel="tag" href="/t/velm">#Velm</a></p>', ("Bridge", "Velm"), "text"),
        (
            "",
            '<ul class="article-tags"><li><a href="/t/bridge">Bridge</a></li><li><a href="/t/velm">Velm</a></li></ul>',
            ("Bridge", "Velm"),
            "text",
        ),
    ],
)
def test_keywords_are_declared_or_shown(head: str, body: str, words: tuple[str, ...], origin: str) -> None:
    site = '<meta property="og:site_name" content="Velm Courier">'
    found = read(html(paragraphs() + body, head + site))
    assert (found.keywords, found.provenance["keywords"]) == (words, origin)


def test_a_list_of_keywords_is_better_than_one_that_nothing_parts() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "keywords": "bridge Velm council"}</script>'
        '<meta name="keywords" content="bridge, Velm, council">'
    )
    assert read(html(paragraphs(), head)).keywords == ("bridge", "Velm", "council")


def test_the_section_is_the_first_crumb_that_the_page_shows() -> None:
    crumbs = '<nav class="breadcrumbs"><a href="/">Home</a> <a href="/town">Town</a> <a href="/town/bridges">Bridges</a></nav>'
    found = read(html(crumbs + paragraphs()))
    assert (found.article_section, found.provenance["article_section"]) == ("Town", "text")


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("/town/bridge-4711.html", "https://velm-courier.example/town/bridge-4711.html"),
        ("https://www.velm-courier.example/town/bridge-4711.html", "https://www.velm-courier.example/town/bridge-4711.html"),
        ("https://velm-courier.example/", None),
        ("https://elsewhere.example/x", None),
        ("http://[broken", None),
    ],
)
def test_a_canonical_url_is_believed_if_it_may_be_this_article_s(declared: str, expected: str | None) -> None:
    assert read(html(paragraphs(), f'<link rel="canonical" href="{declared}">')).canonical_url == expected


@pytest.mark.parametrize(
    ("url", "declared", "expected"),
    [
        ("/town/mayor-opens-bridge-after-years", "/town/heavy-rain-floods-northern-valleys", None),
        ("/town/mayor-opens-bridge-after-years", "/town/bridge-opened-by-mayor", "/town/bridge-opened-by-mayor"),
        ("/town/mayor-opens-bridge-after-years", "/town", None),
        (
            "/town/mayor-opens-bridge-after-years-4711123/amp",
            "/town/mayor-opens-bridge-after-years-4711123",
            "/town/mayor-opens-bridge-after-years-4711123",
        ),
        ("/town/mayor-opens-bridge-after-years/2", "/town/mayor-opens-bridge-after-years", "/town/mayor-opens-bridge-after-years"),
        ("/a/4711123", "/a/bridge-4711123", "/a/bridge-4711123"),
    ],
    ids=["another headline", "headline rewritten", "section", "amp", "second page", "bare number"],
)
def test_a_canonical_url_of_another_article_or_a_section_is_not_believed(url: str, declared: str, expected: str | None) -> None:
    host = "https://velm-courier.example"
    page = html(paragraphs(), f'<link rel="canonical" href="{declared}">')
    assert read(page, url=f"{host}{url}").canonical_url == (expected and f"{host}{expected}")


@pytest.mark.parametrize(("declared", "is_believed"), [("/town/latest", False), ("/river/bridge-4711", True)])
def test_where_the_page_names_itself_too_a_canonical_url_without_likeness_is_not_believed(declared: str, is_believed: bool) -> None:
    own = "https://velm-courier.example/town/bridge-4711"
    head = f'<link rel="canonical" href="{declared}"><meta property="og:url" content="{own}">'
    expected = f"https://velm-courier.example{declared}" if is_believed else own
    assert read(html(paragraphs(), head), url=own).canonical_url == expected


def test_the_article_id_comes_by_the_source_s_pattern() -> None:
    source = Source(
        source_id="velm",
        name="Velm",
        homepage="https://velm-courier.example/",
        language="en",
        time_zone="UTC",
        article_id_pattern=r"-(\d+)\.html",
    )
    found = extract(page(html(paragraphs())), source)
    assert (found.publisher_article_id, found.provenance["publisher_article_id"]) == ("4711", "url")


@pytest.mark.parametrize(
    ("start", "place"),
    [
        ("GENEVA, March 3 (Agency) - ", "GENEVA"),
        ("NEW YORK (AP) — ", "NEW YORK"),
        ("PARIS -- ", "PARIS"),
        ("The council - ", None),
        ("Prices: ", None),
    ],
)
def test_a_dateline_is_the_place_at_the_head_of_the_text(start: str, place: str | None) -> None:
    assert read(html(paragraphs(start + PARAGRAPHS[0], *PARAGRAPHS[1:]))).dateline == place


def test_a_text_of_full_stops_is_no_dateline_and_read_at_once() -> None:
    start = time.process_time()
    assert read(html(paragraphs("A.. " * 30 + PARAGRAPHS[0], *PARAGRAPHS[1:]))).dateline is None
    assert time.process_time() - start < 2


@pytest.mark.parametrize(("flag", "expected"), [("false", False), ("true", True), ('"False"', False), ('"yes"', True), ("null", None)])
def test_the_paywall_flag_is_read(flag: str, expected: bool | None) -> None:
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "isAccessibleForFree": {flag}}}</script>'
    assert read(html(paragraphs(), head)).is_accessible_for_free is expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<script type="application/ld+json">{"@type": "NewsArticle", "hasPart": {"isAccessibleForFree": "False"}}</script>', False),
        ('<script type="application/ld+json">[{"@type": "WebPage", "isAccessibleForFree": true}, {"@type": "NewsArticle"}]</script>', True),
        ('<meta property="article:content_tier" content="locked">', False),
        ('<meta property="article:content_tier" content="free">', True),
        ('<meta property="article:content_tier" content="unheard of">', None),
    ],
)
def test_the_paywall_flag_may_stand_elsewhere(head: str, expected: bool | None) -> None:
    assert read(html(paragraphs(), head)).is_accessible_for_free is expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<script type="application/ld+json">{"@type": "NewsArticle", "identifier": "v-4711"}</script>', "v-4711"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "identifier": [{"value": 4711}]}</script>', "4711"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "identifier": "https://x.example/4711"}</script>', None),
        ('<meta name="article_id" content="4711">', "4711"),
        ('<link rel="shortlink" href="https://velm-courier.example/?p=4711">', "4711"),
    ],
)
def test_the_publisher_s_id_is_the_one_it_declares(head: str, expected: str | None) -> None:
    assert read(html(paragraphs(), head)).publisher_article_id == expected


GERMAN = (
    "Der Rat der Stadt hat am Montag beschlossen, die alte Brücke über die Velm wieder aufzubauen, die seit zwei Jahren geschlossen ist.",
    "Die Arbeit soll im Frühjahr beginnen und bis zum Ende des Jahres dauern, sagte die Bürgermeisterin nach der Abstimmung im Rathaus.",
    "„Wir haben lange genug gewartet“, sagte der Wirt am anderen Ufer, „und die Kühe, die Bäcker und die Kapelle auch, das ist nicht gut.“",
)


@pytest.mark.parametrize(
    ("texts", "declared", "language", "origin"),
    [
        (GERMAN, "en", "de", "text"),
        (GERMAN, "de-AT", "de-AT", "html"),
        (PARAGRAPHS, "en-GB", "en-GB", "html"),
        (PARAGRAPHS, "xx", "xx", "html"),
        (
            ("قرر مجلس المدينة مساء الاثنين إعادة بناء الجسر القديم المغلق منذ عامين، وسيبدأ العمل في الربيع ويستمر حتى نهاية العام.",) * 3,
            "en",
            "ar",
            "text",
        ),
    ],
)
def test_a_language_that_the_text_belies_is_not_believed(texts: tuple[str, ...], declared: str, language: str, origin: str) -> None:
    found = read(html(paragraphs(*texts)).replace('lang="en"', f'lang="{declared}"'))
    assert (found.in_language, found.provenance["in_language"]) == (language, origin)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "en"),
        (
            "Der Rat hat am Montag beschlossen, die alte Brücke wieder aufzubauen, die seit zwei Jahren geschlossen ist.",
            "de",
        ),
        (
            "Le conseil a décidé lundi soir de reconstruire le vieux pont, qui est fermé depuis deux ans, et les habitants sont contents.",
            "fr",
        ),
        (
            "El consejo decidió el lunes por la noche reconstruir el viejo puente, que estaba cerrado desde hace dos años.",
            "es",
        ),
        ("Городской совет решил восстановить старый мост, который был закрыт два года назад. Это хорошие новости для всех.", "ru"),
        ("Міська рада вирішила відновити старий міст, який було закрито два роки тому, і це є добрі новини для їхніх людей.", "uk"),
        ("市議会は古い橋を再建することを決めた。工事は春に始まり、来年まで続く。", "ja"),
        ("市议会决定重建两年前关闭的旧桥，工程将于春天开始，预计明年年底完工。", "zh"),
        ("قرر مجلس المدينة مساء الاثنين إعادة بناء الجسر القديم المغلق منذ عامين.", "ar"),
        ("a b c", None),
    ],
)
def test_an_undeclared_language_is_detected(text: str, language: str | None) -> None:
    assert detected_language(text) == language


def test_the_declared_language_is_a_bcp_47_tag() -> None:
    assert read(html(paragraphs()).replace('lang="en"', 'lang="en_gb"')).in_language == "en-GB"


def test_reading_time_is_the_page_s_or_derived() -> None:
    assert read(html("<p>7 min read</p>" + paragraphs())).reading_time_minutes == 7
    assert read(html(paragraphs())).reading_time_minutes == 1
    label = '<meta name="twitter:label2" content="Est. reading time"><meta name="twitter:data2" content="4 minutes">'
    assert read(html(paragraphs(), label)).reading_time_minutes == 4
    stated = '<script type="application/ld+json">{"@type": "NewsArticle", "timeRequired": "PT6M"}</script>'
    assert read(html(paragraphs(), stated)).reading_time_minutes == 6


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type": "NewsArticle", "articleSection": "Town",}',
        '<!-- {"@type": "NewsArticle", "articleSection": "Town"} -->',
        '{"@type": "NewsArticle",\n "description": "two\nlines of text here",\n "articleSection": "Town"}',
        '[{"@type": "WebSite"}, {"@graph": [{"@type": ["NewsArticle"], "articleSection": "Town"}]}]',
        '{"@type": "http://schema.org/NewsArticle", "articleSection": ["Town"], "keywords": [{"name": "x"}, 7, null]}',
    ],
)
def test_slightly_broken_json_ld_is_read(broken: str) -> None:
    assert read(html(paragraphs(), f'<script type="application/ld+json">{broken}</script>')).article_section == "Town"


@pytest.mark.parametrize("value", ["7", "null", "[]", '{"@id": "#nowhere"}', "[[[]]]", '{"name": {"name": []}}', "true", '"<b>"', "1e999"])
def test_json_ld_of_the_wrong_shape_breaks_nothing(value: str) -> None:
    names = "headline description author datePublished dateModified image articleSection keywords publisher inLanguage identifier"
    fields = ", ".join(
        f'"{name}": {value}' for name in [*names.split(), "mainEntityOfPage", "url", "articleBody", "isAccessibleForFree", "name", "@id"]
    )
    assert (
        read(html(paragraphs(), f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>')).headline == HEADLINE
    )


def test_every_field_that_was_read_has_its_provenance() -> None:
    head = '<meta property="article:published_time" content="2024-03-05T10:15:00Z"><meta name="author" content="Ada Lind">'
    found = read(html(paragraphs(), head))
    assert {"headline", "article_body", "authors", "date_published", "in_language"} <= set(found.provenance)


def test_as_json_every_value_is_plain() -> None:
    head = '<meta property="article:published_time" content="2024-03-05T10:15:00+01:00"><meta name="author" content="Ada Lind">'
    row = article_json(read(html(paragraphs(), head)))
    assert (row["url"], row["authors"], row["date_published"]) == (URL, ["Ada Lind"], "2024-03-05T10:15:00+01:00")
    assert all(value is None or isinstance(value, str | int | bool | list | dict) for value in row.values())


def test_a_standfirst_does_not_vouch_for_itself_as_the_headline() -> None:
    lead = "Gaps of a hand’s breadth in two girders, and a detour"
    title = "<tr><td><font class='title'><b>Trouble among fishermen</b></font></td></tr>"
    rows = f"{title}<tr><td><span class='subtitle'>{lead}</span></td></tr>"
    table = f"<table>{rows}<tr><td>By Tilda Brandt</td></tr><tr><td>{paragraphs()}</td></tr></table>"
    page = f"<html><head><title>Digital Courier - Trouble among fishermen</title></head><body>{table}</body></html>"
    assert read(page).headline == "Trouble among fishermen"
