import pytest

from newshouse.extraction.authors.names import is_full_name, names_in
from newshouse.model import Author
from tests.extraction.writing import HEADLINE, PARAGRAPHS, TEXT, html, paragraphs, read

STANDFIRST = (
    "After two years without a bridge the town has money for a new one, and the council has told how it is to be built, by whom and for "
    "how much; what is to become of the ferry, which has been free ever since, nobody would say on Monday evening."
)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Lind", ["Ada Lind"]),
        ("By Ada Lind and Ben Moor, Carla Diaz", ["Ada Lind", "Ben Moor", "Carla Diaz"]),
        ("Von Karin Aust und Jonas Weidling", ["Karin Aust", "Jonas Weidling"]),
        ("Par Zoé Lambert et Hugo Petit", ["Zoé Lambert", "Hugo Petit"]),
        ("Por María Ruiz y José Gil", ["María Ruiz", "José Gil"]),
        ("Ada Lind, Staff Writer", ["Ada Lind"]),
        ("Ada Lind | Senior Political Correspondent", ["Ada Lind"]),
        ("By Ada Lind Published March 5, 2024", ["Ada Lind"]),
        ("ADA LIND NOVEMBER 3, 2019 09:14", ["ADA LIND"]),
        ("Ada Lind (ada@courier.example)", ["Ada Lind"]),
        ("https://courier.example/ada", []),
        ("@adalind", []),
        ("Share", []),
        ("12 comments", []),
        ("November", []),
        ("森田春子", ["森田春子"]),
        ("記者　森田春子", ["森田春子"]),
        ("Tom May", ["Tom May"]),
        ("By Ada Rose Mac", ["Ada Rose Mac"]),  # March in Malay
        ("By Ada Rose Agust", ["Ada Rose Agust"]),
        ("By Ada Rose Disember 22, 2021", ["Ada Rose"]),
        ("ចាន់ ស្រី តុលា", ["ចាន់ ស្រី តុលា"]),  # October in Khmer
        ("Petr Marzec", ["Petr Marzec"]),
        ("Eva Maria Mai", ["Eva Maria Mai"]),
        ("Jan Freitag", ["Jan Freitag"]),
        ("Von Karin Aust und Ida Ott", ["Karin Aust", "Ida Ott"]),
        ("Tom May March 5, 2024", ["Tom May"]),
        ("Tom Peter May 5 March 2024", ["Tom Peter May"]),
        ("Ada Lind Monday, March 5, 2024", ["Ada Lind"]),
        ("Ada Lind Monday 5 March 2024", ["Ada Lind"]),
        ("Monday, March 5", []),
        ("By Ada Lind in Geneva and Ben Moor in Paris", ["Ada Lind", "Ben Moor"]),
        ("By Ada Lind for The Hill Herald", ["Ada Lind"]),
        ("By Senior Reporter Ada Lind", ["Ada Lind"]),
        ("Ada Lind Senior Political Editor", ["Ada Lind"]),
        ("By Ada Lind, MD, PhD", ["Ada Lind"]),
        ("By Ada Lind. Medically reviewed by Ben Moor", ["Ada Lind"]),
        ("Reviewed by Ben Moor", []),
        ("Autorin/Autor Karin Aust", ["Karin Aust"]),
        ("Ein Kommentar von Karin Aust", ["Karin Aust"]),
        ("Di Anna Verdi e Luca Neri", ["Anna Verdi", "Luca Neri"]),
        ("Av Liv Berg og Ola Nes", ["Liv Berg", "Ola Nes"]),
        ("Door Jan van der Meer en Piet de Wit", ["Jan van der Meer", "Piet de Wit"]),
        ("Автор: Анна Белова", ["Анна Белова"]),
        ("بقلم: ليلى الحداد", ["ليلى الحداد"]),
        ("Oleh Budi Raharjo", ["Budi Raharjo"]),
        ("Ada (Adi) Lind", ["Ada (Adi) Lind"]),
        ("John B. Goode, Jr.", ["John B. Goode"]),
        ("ليلى الحداد", ["ليلى الحداد"]),
        ("José Gil R.", ["José Gil R."]),
        ("By Ada Lind.", ["Ada Lind"]),
        ("Ruderverein Velm e.V.", ["Ruderverein Velm e.V."]),
        ("publisher", []),
        ('"Ada Lind".', ["Ada Lind"]),
        ("dal nostro inviato Ada Lind", ["Ada Lind"]),
        ("De notre correspondante Ada Lind", ["Ada Lind"]),
        ("De notre envoyé spécial à Velm, Ada Lind", ["Ada Lind"]),
        ("De notre correspondante aux Pays-Bas, Ada Lind et Hugo Petit", ["Ada Lind", "Hugo Petit"]),
        ("문화부 기자", []),
        ("Writers: Ada Lind, Velm City", ["Ada Lind"]),
        ("Aus Kiel berichten Karin Aust und Jonas Weidling", ["Karin Aust", "Jonas Weidling"]),
        ("Γράφουν οι Νίκος Λάμπρου και Άννα Ρήγα", ["Νίκος Λάμπρου", "Άννα Ρήγα"]),
        ("Piše Ana Babić", ["Ana Babić"]),
        ("Jurnalis Budi Raharjo", ["Budi Raharjo"]),
        ("Publicado por María de la Cruz el 5 marzo 2024", ["María de la Cruz"]),
        ("Publié par Zoé Lambert", ["Zoé Lambert"]),
        ("Veröffentlicht von: Karin Aust", ["Karin Aust"]),
        ("خبرنگار: مریم رضایی", ["مریم رضایی"]),
        ("Von unserer Redakteurin Ada Lind", ["Ada Lind"]),
        ("De nuestro enviado especial Ada Lind", ["Ada Lind"]),
        ("posted by Ada Lind @ 4:33 PM", ["Ada Lind"]),
        ("Submitted by Ada Lind on Tue, 03/02/2004 - 16:33.", ["Ada Lind"]),
        ("Aus Kiel berichtet Karin Aust", ["Karin Aust"]),
        ("Propos recueillis par Zoé Lambert", ["Zoé Lambert"]),
        ("Rédigé par Zoé Lambert le 5 mars 2024", ["Zoé Lambert"]),
        ("Piše: Ana Babić", ["Ana Babić"]),
        ("Autoři: Jan Dub, Eva Malá", ["Jan Dub", "Eva Malá"]),
        ("Автори: Анна Белова, Іван Лис", ["Анна Белова", "Іван Лис"]),
        ("Γράφει ο Νίκος Λάμπρου", ["Νίκος Λάμπρου"]),
        ("โดย: สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("โดยสมชาย ใจดี", ["โดยสมชาย ใจดี"]),  # "by" touches whatever word follows
        ("लेखक: नवल मिश्रा", ["नवल मिश्रा"]),
        ("نویسنده: مریم رضایی", ["مریم رضایی"]),
        ("Jurnalis: Budi Raharjo", ["Budi Raharjo"]),
        ("Sid Moor", ["Sid Moor"]),
        ("Filed by Ada Lind on 2 March 2004", ["Ada Lind"]),
        ("This entry was posted by Ada Lind on Tuesday, March 2nd, 2004 at 4:33 pm", ["Ada Lind"]),
        ("Enviado por Ada Lind el 2 marzo 2004", ["Ada Lind"]),
    ],
)
def test_names_are_told_from_roles_dates_and_addresses(byline: str, names: list[str]) -> None:
    assert [author.name for author in names_in(byline)] == names


@pytest.mark.parametrize(
    "line",
    [
        "Γράφει ιστορία ο Ολυμπιακός",
        "Пише историја",
        "خبرنگار کشته شد",
        "लेखक और कवि",
        "Aus Velm berichten Zeugen von Schüssen",
        "Jurnalis Dipukul",
        "Publicado por Planeta",
        "Publié par Gallimard",
        "Veröffentlicht von WikiLeaks",
        "Filed by the widow",
        "Napisala je knjigu o mostu",
    ],
)
def test_a_sentence_that_begins_like_a_label_stays_and_names_nobody(line: str) -> None:
    found = read(html(f"<p>{line}</p>{paragraphs()}"))
    assert (found.article_body, found.authors) == (f"{line}\n{TEXT}", ())


@pytest.mark.parametrize(
    "name", ["ČTK", "Tanjug", "SID", "УНІАН", "Reuters", "The Associated Press", "HILL HERALD STAFF", "dpa", "Newsroom"]
)
def test_agencies_and_staff_are_organizations(name: str) -> None:
    assert names_in(name) == [Author(name=name, is_organization=True)]


@pytest.mark.parametrize(
    "text",
    [
        "From what I know, celebrating is fine",
        "Von Hyundai kommen neue Ideen",
        "the way we live",
        "森田さんは火曜日に川を渡りました",
        "Da capo",
    ],
)
def test_prose_holds_no_names_where_readers_are_shown_it(text: str) -> None:
    assert [author.name for author in names_in(text, is_shown=True) if is_full_name(author.name)] == []


def test_what_follows_a_lone_comma_is_what_a_reader_is_told_of_the_author() -> None:
    assert [author.name for author in names_in("By Ada Lind, Master Gardener", is_shown=True)] == ["Ada Lind"]
    assert [author.name for author in names_in("By Ada Lind, Ben Moor and Carla Diaz", is_shown=True)] == [
        "Ada Lind",
        "Ben Moor",
        "Carla Diaz",
    ]


def test_a_plural_label_announces_several_names() -> None:
    assert [author.name for author in names_in("Autoři: Jan Dub, Eva Malá", is_shown=True)] == ["Jan Dub", "Eva Malá"]
    assert [author.name for author in read(html("<p>Autoři: Jan Dub, Eva Malá</p>" + paragraphs())).authors] == ["Jan Dub", "Eva Malá"]


def test_an_agency_may_follow_a_lone_comma() -> None:
    assert names_in("Jan Dub, ČTK", is_shown=True)[1:] == [Author(name="ČTK", is_organization=True)]


@pytest.mark.parametrize(
    ("language", "byline", "names"),
    [
        ("hu", "Kis Bende, Nagy Nóra", ["Kis Bende", "Nagy Nóra"]),
        ("da", "Af Liv Berg, Ola Nes", ["Liv Berg", "Ola Nes"]),
        ("en", "Ada Lind, Food Lover", ["Ada Lind"]),
        ("de", "Karin Aust, New York", ["Karin Aust"]),
        ("de", "Karin Aust, Leitende Redakteurin", ["Karin Aust"]),
        ("he", "אילנה רוזן, כתבת חינוך", ["אילנה רוזן"]),
        ("lt", "Rašo: Ona Kazlė", ["Ona Kazlė"]),
        ("sr", "Izvor: Tanjug", ["Tanjug"]),
        ("sr", "Izvor: Ana Babić", []),
        ("sr", "Foto: Ana Babić", []),
        ("ca", "Per Laia Puig", ["Laia Puig"]),
        ("sv", "Per Olov Berg", ["Per Olov Berg"]),
        ("ro", "De Ion Lupu", ["Ion Lupu"]),
        ("nl", "De Jong Bakker", ["De Jong Bakker"]),
    ],
)
def test_what_a_marked_byline_says_before_and_behind_a_name(language: str, byline: str, names: list[str]) -> None:
    text = html(f'<div class="author">{byline}</div>{paragraphs()}').replace('lang="en"', f'lang="{language}"')
    assert [author.name for author in read(text).authors] == names


def linked(author: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "x", "author": {author}}}</script>'


@pytest.mark.parametrize(
    "author",
    [
        '{"@type": "Person", "name": "Ada Lind"}',
        '[{"@type": "Person", "name": "Ada Lind", "url": "https://courier.example/ada"}]',
        '"Ada Lind"',
        '["Ada Lind"]',
        '{"name": ["Ada Lind"]}',
    ],
)
def test_every_shape_of_author_in_json_ld_is_read(author: str) -> None:
    assert [found.name for found in read(html(paragraphs(), linked(author))).authors] == ["Ada Lind"]


def test_a_person_in_the_byline_is_better_than_the_house_in_the_metadata() -> None:
    head = linked('{"@type": "Organization", "name": "Velm Courier"}') + '<meta property="og:site_name" content="Velm Courier">'
    assert [author.name for author in read(html(f"<p>By Ada Lind</p>{paragraphs()}", head)).authors] == ["Ada Lind"]
    assert read(html(paragraphs(), head)).authors == (Author(name="Velm Courier", is_organization=True),)


@pytest.mark.parametrize(
    "author", ['"Ada Lind, Velm Courier"', '["Ada Lind, Ben Moor, VELM COURIER"]', '{"name": "Ada Lind | Velm Courier"}']
)
def test_the_house_behind_a_person_in_one_value_is_no_author(author: str) -> None:
    head = linked(author) + '<meta property="og:site_name" content="Velm Courier">'
    assert [found.name for found in read(html(paragraphs(), head)).authors] == [name for name in ("Ada Lind", "Ben Moor") if name in author]


def test_a_house_before_a_tagline_is_kept() -> None:
    head = linked('"خبرگزاری رود | اخبار ایران و جهان"') + '<meta property="og:site_name" content="خبرگزاری رود">'
    assert read(html(paragraphs(), head)).authors[0].name == "خبرگزاری رود"


def test_a_house_that_the_metadata_list_beside_a_person_is_an_author() -> None:
    head = linked('[{"name": "Ada Lind"}, {"name": "Velm Courier"}]') + '<meta property="og:site_name" content="Velm Courier">'
    assert [found.name for found in read(html(paragraphs(), head)).authors] == ["Ada Lind", "Velm Courier"]


@pytest.mark.parametrize(
    ("language", "author", "names"),
    [
        ("ja", "森田 春子", ["森田 春子"]),
        ("ja", "森田 はるこ", ["森田 はるこ"]),
        ("ja", "森田春子 木村一郎", ["森田春子", "木村一郎"]),
        ("zh", "林春 王静", ["林春", "王静"]),
    ],
)
def test_a_japanese_name_may_have_a_space_and_a_chinese_one_has_none(language: str, author: str, names: list[str]) -> None:
    for text in (html(paragraphs(), linked(f'"{author}"')), html(f"<p class='byline'>文：{author}</p>{paragraphs()}")):
        page = text.replace('lang="en"', f'lang="{language}"')
        assert [found.name for found in read(page).authors] == names


def test_nobody_is_named_twice() -> None:
    head = '<meta name="author" content="Ada Lind, ADA LIND">'
    assert [author.name for author in read(html(paragraphs(), head)).authors] == ["Ada Lind"]


def test_the_spelling_with_accents_is_kept() -> None:
    head = '<meta name="author" content="Zoe Lambert, Zoé Lambert">'
    assert [author.name for author in read(html(paragraphs(), head)).authors] == ["Zoé Lambert"]


def test_an_account_gives_way_to_the_name_in_the_byline() -> None:
    body = f'<p class="byline">By <a href="/authors/ada-lind">Ada Lind</a></p>{paragraphs()}'
    found = read(html(body, linked('{"@type": "Person", "name": "alind"}')))
    assert ([author.name for author in found.authors], found.provenance["authors"]) == (["Ada Lind"], "byline")
    assert [author.name for author in read(html(body, linked('"Ben Moor"'))).authors] == ["Ben Moor"]


def test_the_byline_may_name_more_authors_than_the_metadata() -> None:
    both = '<p class="byline">By <a href="/authors/ada">Ada Lind</a> and <a href="/authors/ben">Ben Moor</a></p>'
    found = read(html(both + paragraphs(), linked('"Ada Lind"')))
    assert ([author.name for author in found.authors], found.provenance["authors"]) == (["Ada Lind", "Ben Moor"], "byline")


@pytest.mark.parametrize(
    "byline",
    [
        '<p class="byline">By Ben Moor and Carla Diaz</p>',
        '<div class="byline"><p class="by">Ada Lind</p><p>Illustrator</p><p class="by">Ben Moor</p></div>',
        '<p class="byline">By Ada Lind and Velm Courier</p>',
    ],
)
def test_a_byline_without_the_author_of_the_metadata_or_with_others_apart_adds_nobody(byline: str) -> None:
    head = linked('"Ada Lind"') + '<meta property="og:site_name" content="Velm Courier">'
    assert [author.name for author in read(html(byline + paragraphs(), head)).authors] == ["Ada Lind"]


def test_a_reference_by_id_is_followed() -> None:
    graph = (
        '{"@graph": [{"@type": "NewsArticle", "headline": "x", "author": {"@id": "#ada"}},'
        ' {"@type": "Person", "@id": "#ada", "name": "Ada Lind"}]}'
    )
    assert [author.name for author in read(html(paragraphs(), f'<script type="application/ld+json">{graph}</script>')).authors] == [
        "Ada Lind"
    ]


def test_the_authors_of_comments_in_microdata_are_not_the_article_s() -> None:
    item = '<div itemscope itemtype="https://schema.org/{}"><b itemprop="author">{}</b></div>'
    body = item.format("NewsArticle", "Ada Lind") + paragraphs() + item.format("Comment", "Ben Moor") + item.format("Comment", "Carla Diaz")
    assert [author.name for author in read(html(body)).authors] == ["Ada Lind"]


@pytest.mark.parametrize(
    "byline",
    [
        "<p>March 5, 2024 | By Ada Lind and Ben Moor</p>",
        "<p>Written by</p><ul><li>Ada Lind</li><li>Ben Moor</li></ul>",
        '<div class="byline"><span class="name">Ada Lind</span> <span class="name">Ben Moor</span></div>',
        '<p class="author"><b class="who">Ada Lind</b><i class="job">Gardener</i></p><p class="author"><b class="who">Ben Moor</b></p>',
        '<p><a href="/staff/ada-lind">Ada Lind</a> 5 March <a href="/staff/ben-moor">Ben Moor</a></p>',
        '<p><a rel="author" href="/a">Ada Lind</a><a rel="author" href="/b">Ben Moor</a></p>',
    ],
)
def test_bylines_that_only_readers_see_are_read(byline: str) -> None:
    assert [author.name for author in read(html(byline + paragraphs())).authors] == ["Ada Lind", "Ben Moor"]


@pytest.mark.parametrize(
    "byline",
    [
        "Submitted by Ada Lind on Tue, 2004-03-02 16:33.",
        "Tue, 03/02/2004 - 16:33 &mdash; Ada Lind",
        "March 2, 2004 - 4:33pm — Ada Lind",
    ],
)
def test_the_line_that_a_content_system_sets_below_the_headline_names_the_author(byline: str) -> None:
    text = "".join(f"{paragraph}<br><br>" for paragraph in (STANDFIRST, *PARAGRAPHS))
    assert [author.name for author in read(html(f"<div><span>{byline}</span><br>{text}</div>")).authors] == ["Ada Lind"]


@pytest.mark.parametrize("line", ["March 2, 2004 — New York", "At 4:33 PM — Ada Lind", "2 March 2004, 16:33 — Velm Courier staff"])
def test_what_follows_a_dash_is_an_author_only_after_a_day_with_its_time(line: str) -> None:
    assert read(html(f"<p>{line}</p>{paragraphs()}")).authors == ()


@pytest.mark.parametrize(
    "byline",
    [
        '<img src="/a.jpg" alt="Portrait of Ada Lind"><p>Ada Lind</p>',
        "<div><span>Ada Lind</span> <span>5 March 2024</span></div>",
        f"<div><p>{STANDFIRST}</p><span>Ada Lind</span><span>Mar 05, 2024</span><span>2 Shares</span></div>",
    ],
)
def test_a_bare_name_below_the_headline_needs_a_portrait_or_a_date(byline: str) -> None:
    assert [author.name for author in read(html(byline + paragraphs())).authors] == ["Ada Lind"]
    assert read(html("<p>Ada Lind</p>" + paragraphs())).authors == ()


@pytest.mark.parametrize(
    "after",
    [
        '<h2>Ada Lind</h2><img src="/a.jpg" alt="Ada Lind">',
        "<p>New York</p><p>3 May 2024</p>",
        "<table><tr><td>Manchester United</td><td>12 May 2024</td></tr></table>",
        "<p><strong>Ada Lind</strong> (28 June 1971) keeps the inn.</p>",
        '<p><a href="/x">Ada Lind</a> <span>12.03.2024</span></p>',
        '<p class="caption"><span>Ada Lind</span><span>Oct 17, 2023</span></p>',
        "<p><strong>Ada Lind</strong>(28 June 1971 – 3 May 2023) kept the inn, as her mother had done before her.</p>",
    ],
)
def test_a_name_in_the_text_of_the_article_is_no_author(after: str) -> None:
    assert read(html(f"<p>{STANDFIRST}</p>{after}{paragraphs()}")).authors == ()


@pytest.mark.parametrize(
    "head",
    [
        "Ada Lind<br>3 March 2024<br>",
        "3 March 2024<br><b>Ada Lind</b><br>Herald Staff Writer<br>",
        "ADA LIND<br>da Gazeta Nova<br>",
        "Ada Lind<br>The Hill Herald<br>",
        "Ada Lind, education correspondent<br>",
        "Ada Lind, education correspondent<br>Tuesday March 5, 2024<br>",
    ],
)
def test_a_bare_name_may_stand_in_a_line_of_its_own_above_the_text(head: str) -> None:
    text = "".join(f"{paragraph}<br><br>" for paragraph in PARAGRAPHS)
    found = read(html(f"<div>{head}<br>{text}</div>"))
    assert ([author.name.title() for author in found.authors], found.article_body) == (["Ada Lind"], "\n".join(PARAGRAPHS))


@pytest.mark.parametrize(
    "head", ["Ada Lind<br>", "Ada Lind<br>A bridge at last<br>", "Ada Lind, who keeps the inn<br>", "Letters<br>3 March 2024<br>"]
)
def test_a_line_above_the_text_is_no_author_without_a_date_a_role_or_a_house(head: str) -> None:
    text = "".join(f"{paragraph}<br><br>" for paragraph in PARAGRAPHS)
    assert read(html(f"<div>{head}<br>{text}</div>")).authors == ()


@pytest.mark.parametrize(
    "row",
    [
        '<div class="post-meta"><div>Ada Lind</div><div>June 3, 2024</div></div>',
        '<div class="entry-meta"><span>June 3, 2024</span> <span>Ada Lind</span></div>',
        '<div class="meta"><span>June 3, 2024</span> · 2 min · Ada Lind</div>',
        '<div class="blog-meta-row"><p class="meta-text">Ada Lind</p><p class="meta-text">June 3, 2024</p><p>4 min read</p></div>',
    ],
)
def test_a_name_may_stand_with_the_date_in_a_row_of_facts(row: str) -> None:
    assert [author.name for author in read(html(row + paragraphs())).authors] == ["Ada Lind"]


@pytest.mark.parametrize(
    "row",
    [
        '<div class="post-meta"><span>June 3, 2024</span> <span>New York</span></div>',
        '<div class="post-meta"><span>June 3, 2024</span> <a href="/climate">Climate Change</a></div>',
        '<div class="post-meta"><span>June 3, 2024</span> <span>Bridge Votes</span></div><p><a href="/bridges">Bridge Votes</a></p>',
        '<div class="post-meta"><span>June 3, 2024</span> <span>Ada Lind</span> <span>Ben Moor</span></div>',
        '<div class="post-meta"><span>Ada Lind</span></div>',
    ],
)
def test_places_and_sections_in_a_row_of_facts_are_no_authors(row: str) -> None:
    assert read(html(row + paragraphs())).authors == ()


def test_the_items_of_a_menu_are_no_byline() -> None:
    for items in ("<td><a href='/'>Haber</a></td><td><a href='/d'>Dünya</a></td>", "<td><a href='#'>Texto</a> <a href='#f'>Fotos</a></td>"):
        assert read(html(f"<table><tr>{items}</tr></table>{paragraphs()}")).authors == ()
    assert read(html(f"<p><a href='/r'>By Reuters</a></p>{paragraphs()}")).authors == (Author(name="Reuters", is_organization=True),)
    assert [author.name for author in read(html(f"<p><a href='/x'>By Ada Lind</a></p>{paragraphs()}")).authors] == ["Ada Lind"]


LONG = ("They came from both banks. " * 10, "Nobody had seen the like of it before. " * 8, *PARAGRAPHS)


@pytest.mark.parametrize(
    "foot",
    [
        "<p>posted by Ada Lind @ <a href='#1'>4:33 PM</a></p>",
        "<p>Posted by Ada Lind at March 2, 2004 04:33 PM</p>",
        "<p>Posted by Ada Lind on March 2, 2004 4:33 PM | <a href='#'>Permalink</a></p>",
        '<p><small>This entry was posted by Ada Lind on Tuesday, March 2nd, 2004 at 4:33 pm and is filed under <a href="/c">News</a>. '
        "You can follow any responses through the RSS feed.</small></p>",
        '<p class="post-footer-line"><span class="post-author vcard">Posted by <span class="fn">Ada Lind</span></span></p>',
        "<p><a href='#'>Permalink</a></p><p><a href='#'>E-mail</a></p><p>Posted by Ada Lind at 16:33</p>",
        "<p>By Ada Lind</p>",
        "<div>Posted by Ada Lind at 16:33</div><p>Well said.</p><p>Posted by Ben Moor at 17:33</p>",
    ],
)
def test_a_post_is_signed_below_its_text(foot: str) -> None:
    assert [author.name for author in read(html(f"<div>{paragraphs(*LONG)}</div>{foot}")).authors] == ["Ada Lind"]


@pytest.mark.parametrize(
    "foot",
    [
        "<h3>Comments</h3><p>Posted by Ben Moor at March 2, 2004</p>",
        "<div>2 comments</div><p>Posted by Ben Moor at March 2, 2004</p>",
        '<div class="comments"><p>Posted by Ben Moor at March 2, 2004</p></div>',
        "<p>Well said, and high time too.</p><p>Posted by Ben Moor at March 2, 2004</p>",
        "<h3>Mill burns down in the night</h3><p>Posted by Ben Moor at March 1, 2004</p>",
        "<div><a href='/mill'>Mill burns down in the night</a></div><p>Posted by Ben Moor at March 1, 2004</p>",
        "<div><a href='/mill'>Mill burns down</a></div><p>By Ben Moor</p>",
        "<p>Posted by The Hill Herald at 16:33</p>",
    ],
)
def test_comments_and_other_posts_are_signed_by_others(foot: str) -> None:
    assert read(html(f"<div>{paragraphs(*LONG)}</div>{foot}")).authors == ()


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        ('<p style="text-align: right">Tilda Brandt</p>', "Tilda Brandt"),
        ("<p align=right><b>Ирина Белова</b></p>", "Ирина Белова"),
        ("<p align=right>Karin Aust, Velmstadt</p>", "Karin Aust"),
        ("<p>(Tilda Brandt)</p>", "Tilda Brandt"),
        ("<p align=right><b>Minh Thư</b> (Theo <i>AP</i>)</p>", "Minh Thư"),
        ("<p align=right><b>Minh Thư</b> (Theo <i>Reuters, AFP</i>)</p>", "Minh Thư"),
        ("<p>박하늘기자 sky@courier.example</p>", "박하늘"),
        ("<p>박하늘 기자</p>", "박하늘"),
        ("<p>Posted by Tilda Brandt at 4:33 PM</p>", "Tilda Brandt"),
    ],
)
def test_a_signature_names_the_author_and_is_no_part_of_the_text(signature: str, name: str) -> None:
    found = read(html(f"<div>{paragraphs(*LONG)}{signature}</div>"))
    assert [author.name for author in found.authors] == [name]
    assert found.article_body.endswith(PARAGRAPHS[-1])


@pytest.mark.parametrize("last", ["Ben Moor", "Ben Moor and Tilda Brandt", "The tale of Tilda Brandt"])
def test_a_last_line_that_says_more_than_the_author_s_name_is_text(last: str) -> None:
    text = ("They came from both banks. " * 10, "Nobody had seen the like of it before. " * 8, *PARAGRAPHS[:2], last)
    assert read(html(paragraphs(*text), '<meta name="author" content="Tilda Brandt">')).article_body.endswith(f"\n{last}")


def test_a_last_line_that_names_whom_the_text_tells_of_is_text() -> None:
    found = read(html(f"{paragraphs()}<p align=right>Ada Lind</p>", '<meta name="author" content="Ada Lind">'))
    assert found.article_body.endswith("\nAda Lind")


@pytest.mark.parametrize("byline", ["記者林春子／花蓮報導", "〔記者林春子／花蓮報導〕", "本报记者林春子／花莲报道"])
def test_a_reporter_s_label_may_touch_the_name(byline: str) -> None:
    text = ("市議會週一晚間決定重建封閉兩年的舊橋，工程明年春天開始，年底完工，在此之前渡船免費。" * 2,) * 3
    found = read(html(f"<p>{byline}</p>{paragraphs(*text)}"))
    assert ([author.name for author in found.authors], found.article_body) == (["林春子"], "\n".join(text))


LINES = ("市議會週一晚間決定重建封閉兩年的舊橋，工程明年春天開始，年底完工，在此之前渡船免費。" * 2,) * 3


@pytest.mark.parametrize(
    "line", ["2024-03-05 10:20 来源：河谷日报 作者：林春 编辑：王静", "記者林春／花蓮報導 2024-03-05", "河谷報 記者林春／花蓮即時報導"]
)
def test_a_reporter_is_named_among_other_facts_below_the_headline(line: str) -> None:
    assert [author.name for author in read(html(f"<div>{line}</div>{paragraphs(*LINES)}")).authors] == ["林春"]
    assert [author.name for author in read(html(paragraphs(*LINES), linked(f'"{line}"'))).authors] == ["林春"]


def test_a_reporter_is_named_before_and_behind_the_text() -> None:
    for first in ("〔記者林春／花蓮報導〕", "新华社花莲3月5日电（记者林春）"):
        assert [author.name for author in read(html(paragraphs(first + LINES[0], *LINES[1:]))).authors] == ["林春"]
    for last in ("（记者 林春）", "（森田春子）"):
        text = (*LINES[1:], f"渡し船は来年末まで無料になる。{last}")
        found = [author.name for author in read(html(paragraphs(*text))).authors]
        assert found == [last.strip("（）").removeprefix("记者 ")]
    for last in ("（写真提供）", "（河谷新聞）", "（編集部）"):
        assert read(html(paragraphs(*LINES[1:], f"渡し船は来年末まで無料になる。{last}"))).authors == ()


@pytest.mark.parametrize(
    "other",
    [
        '<div class="byline">Fact checked by <a href="/authors/ben-moor">Ben Moor</a></div>',
        '<figure><img src="/b.jpg"><figcaption>The bridge. By Ben Moor</figcaption></figure>',
        '<div class="comments"><div class="comment"><span class="author">Ben Moor</span> Well said.</div></div>',
    ],
)
def test_checkers_photographers_and_commenters_are_no_authors(other: str) -> None:
    assert read(html(other + paragraphs())).authors == ()


SHORT = tuple(f"{sentence}." for sentence in " ".join(PARAGRAPHS[:2]).split(". "))


@pytest.mark.parametrize(
    "other",
    [
        '<blockquote class="pull-quote"><p>Build it.</p><cite class="quote-author author">Ben Moor</cite></blockquote>',
        '<figure class="quote"><p>Build it.</p><p class="author">Ben Moor</p></figure>',
        '<div><blockquote>Build it.</blockquote><div class="field-author">Ben Moor, ferryman</div></div>',
        '<figure><img src="/b.jpg"><span class="image-author">Ben Moor/Velm Pictures</span></figure>',
        '<div><img src="/b.jpg"><span class="photo-author">Ben Moor</span></div>',
        '<div><img src="/b.jpg"><p>The bridge. <span class="foto-autor">Ben Moor</span></p></div>',
    ],
)
def test_whom_a_quotation_or_a_picture_is_by_is_no_author(other: str) -> None:
    assert read(html(paragraphs(*SHORT[:2]) + other + paragraphs(*SHORT[2:], *PARAGRAPHS))).authors == ()


@pytest.mark.parametrize(
    "byline",
    [
        '<div><span class="author-photo"><img src="/a.jpg"></span><span class="author-name">Ada Lind</span></div>',
        '<blockquote>A bridge at last.</blockquote><p class="byline">By Ada Lind</p>',
        '<div class="credits"><div class="credits-author"><a href="/a/1">Ada Lind</a></div><div>March 5, 2024</div></div>',
        f'<blockquote><p class="byline">By Ada Lind</p>{paragraphs(*PARAGRAPHS * 2)}</blockquote>',
    ],
)
def test_an_author_may_stand_beside_a_portrait_below_a_quotation_and_in_the_credits(byline: str) -> None:
    assert [author.name for author in read(html(byline + paragraphs())).authors] == ["Ada Lind"]


def test_a_line_below_the_text_that_begins_with_day_and_time_is_a_reader_s() -> None:
    line = "<li><b>Le 19 avril 2017 à 07:12, par Ben Moor</b><p>Bravo.</p></li>"
    assert read(html(f"<div>{paragraphs(*SHORT)}</div><ul>{line}</ul>")).authors == ()
    above = "<p>Le 19 avril 2017 à 07:12, par Ben Moor</p>"
    assert [author.name for author in read(html(f"{above}<div>{paragraphs(*SHORT)}</div>")).authors] == ["Ben Moor"]


def test_initials_in_place_of_a_portrait_are_no_name() -> None:
    box = "<aside><div>Author</div><div>AL</div><div>Ada Lind</div><div>Staff writer</div></aside>"
    assert [author.name for author in read(html(paragraphs() + paragraphs() + box)).authors] == ["Ada Lind"]


def test_of_many_authors_in_microdata_most_wrote_something_else() -> None:
    card = '<div itemscope itemtype="https://schema.org/Article"><span itemprop="author">{}</span></div>'
    cards = "".join(card.format(name) for name in ("Ben Moor", "Cy Oster", "Di Wester"))
    assert [author.name for author in read(html(cards + paragraphs(), '<meta name="author" content="Ada Lind">')).authors] == ["Ada Lind"]


def test_the_byline_is_looked_for_at_the_heading_not_at_a_link_of_the_same_words() -> None:
    trail = f"<div><a href='/'>Town</a></div><div>{HEADLINE}</div>" + "".join(f"<p>Item {i} of the menu</p>" for i in range(45))
    text = html(f"<p>By Ada Lind</p>{paragraphs()}").replace("<article>", f"{trail}<article>")
    assert [author.name for author in read(text).authors] == ["Ada Lind"]


def test_a_writer_of_the_house_below_a_sentence_is_the_author() -> None:
    article = read(html(f"<p>The bridge over the Velm is closed.</p><p>Ada Lind, Staff Writer</p>{paragraphs()}"))
    assert [author.name for author in article.authors] == ["Ada Lind"]
    assert "Staff Writer" not in article.article_body
