"""The headline: which line of the page it is, and that nothing is glued to it or lost from it."""

import pytest

from newshouse.extraction.headline.titles import headline_parts
from tests.extraction.writing import HEADLINE, PARAGRAPHS, TEXT, html, paragraphs, read

ZH_HEADLINE = "威尔姆河老桥两年后重建"
ZH_TEXT = (
    "市议会周一晚间决定重建威尔姆河上的老桥，这座桥因年久失修已关闭两年。",
    "市长在表决后表示，工程将于春季开工，持续到明年年底。在此之前轮渡免费。",
    "对岸旅店的女主人说：“我们等得够久了，奶牛、面包师和乐队也是。”",
)
JA_HEADLINE = "旧市街の橋を２年ぶりに再建"
JA_TEXT = (
    "市議会は月曜の夜、手入れ不足で２年前から閉鎖されている旧市街の橋を建て直すことを決めた。",
    "市長は採決の後、工事は春に始まり来年末まで続くと述べた。それまで渡し船は無料になる。",
    "対岸の宿の主人は「もう十分待った。牛もパン屋も楽隊も同じだ」と話している。",
)
KO_HEADLINE = "낡은 다리 2년 만에 재건"
KO_TEXT = (
    "시의회는 월요일 저녁 관리 부실로 두 해 전에 닫힌 낡은 다리를 다시 짓기로 했다고 밝혔다.",
    "시장은 표결 뒤 공사가 봄에 시작되어 내년 말까지 이어질 것이라고 말했다. 그때까지 나룻배는 무료다.",
    "강 건너 여관 주인은 이제 충분히 기다렸다고 말했다. 다리의 재건을 소도 빵집도 악단도 기다렸다.",
)
HE_HEADLINE = "העירייה תשקם את הגשר הישן, התושבים מרוצים"
HE_STANDFIRST = "אחרי שנתיים של סגירה החליטו במועצה לבנות מחדש את הגשר, אך בעלי המעבורת טוענים כי איש לא שאל אותם"
HE_TEXT = (
    "במועצה החליטו ביום שני בערב לבנות מחדש את הגשר שנסגר לפני שנתיים, ובעלי המעבורת טוענים כי איש לא שאל אותם על כך.",
    "העבודות יתחילו באביב ויימשכו עד סוף השנה הבאה, אמר ראש המועצה לאחר ההצבעה. עד אז המעבורת תהיה חינם לכולם.",
)


def written(title: str, body: str, head: str = "") -> str:
    return f'<html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>Council votes to rebuild<br>the old bridge</h1>",
        "<h1>Council votes to rebuild<br/>\nthe old bridge</h1>",
        "<h1><div>Council votes to rebuild</div><div>the old bridge</div></h1>",
        "<h1><span>Council votes to rebuild<br></span>the old bridge</h1>",
        '<h2 class="headline">Council votes to rebuild<br>the old bridge</h2>',
        "<h1>Council votes to re<wbr>build the <b>o</b>ld bridge</h1>",  # which begin no line
    ],
)
def test_a_new_line_in_a_heading_parts_words_and_nothing_else_does(heading: str) -> None:
    title = "The Courier" if "h1" in heading else f"{HEADLINE} - The Courier"
    assert read(written(title, heading + paragraphs())).headline == HEADLINE


def test_readings_above_the_characters_are_no_part_of_the_headline() -> None:
    heading = "<h1><ruby>町<rp>（</rp><rt>まち</rt><rp>）</rp></ruby>の<ruby>橋<rt>はし</rt></ruby>を直す計画が始まる</h1>"
    assert read(written("こども新聞", heading + paragraphs())).headline == "町の橋を直す計画が始まる"


@pytest.mark.parametrize("heading", ["<h1>{}</h1>", "<h2>{}</h2>", "<div><b>{}</b></div>"])
@pytest.mark.parametrize(
    ("title", "headline", "text"),
    [
        (f"{ZH_HEADLINE}_新闻中心_河畔网", ZH_HEADLINE, ZH_TEXT),
        (f"{ZH_HEADLINE}-国内新闻", ZH_HEADLINE, ZH_TEXT),
        (f"{ZH_HEADLINE}--时政--河畔报", ZH_HEADLINE, ZH_TEXT),
        (f"{ZH_HEADLINE}｜河畔网", ZH_HEADLINE, ZH_TEXT),
        (f"河畔网：{ZH_HEADLINE}", ZH_HEADLINE, ZH_TEXT),
        ("河畔网", ZH_HEADLINE, ZH_TEXT),
        (f"【川日報】{JA_HEADLINE}", JA_HEADLINE, JA_TEXT),
        (f"{JA_HEADLINE}：川日報", JA_HEADLINE, JA_TEXT),
        (f"{JA_HEADLINE} 社会 川日報", JA_HEADLINE, JA_TEXT),
        ("川日報", JA_HEADLINE, JA_TEXT),
        (f"{KO_HEADLINE} : 강변일보", KO_HEADLINE, KO_TEXT),
        ("강변일보", KO_HEADLINE, KO_TEXT),
    ],
)
def test_a_headline_without_spaces_is_found_and_no_paragraph_goes_for_it(
    heading: str, title: str, headline: str, text: tuple[str, ...]
) -> None:
    found = read(written(title, f"{heading.format(headline)}<p>2004-03-02 16:33</p><div>{paragraphs(*text)}</div>"))
    assert found.headline == headline
    assert found.article_body == "\n".join(text)


@pytest.mark.parametrize("separator", ["_", "-", "：", "｜"])
def test_a_site_s_name_goes_from_a_title_without_spaces_and_nothing_else_does(separator: str) -> None:
    site = '<meta property="og:site_name" content="河畔网">'
    found = read(written(f"{ZH_HEADLINE}{separator}河畔网", f"<h1>{ZH_HEADLINE}</h1>{paragraphs(*ZH_TEXT)}", site))
    assert (found.headline, found.alternative_headline) == (ZH_HEADLINE, None)
    longer = f"河畔网友{separator}{ZH_HEADLINE}"
    assert read(written(longer, f"<h1>{longer}</h1>{paragraphs(*ZH_TEXT)}", site)).headline == longer


@pytest.mark.parametrize(
    ("headline", "below", "text"),
    [
        (ZH_HEADLINE, '<p class="subtitle">议会连夜表决，对岸居民直呼等得太久</p>', ZH_TEXT),
        (HE_HEADLINE, f"<h3>{HE_STANDFIRST}</h3>", HE_TEXT),
        (
            "Fury as beloved crossing stays shut",
            "<h3>The city council decided to rebuild the old bridge over the Velm</h3>",
            PARAGRAPHS,
        ),
        (
            "What you must learn",
            "",
            ("Who may cross, and when? All the answers to that.</p><h3>Who may cross?</h3><p>All may cross.", *PARAGRAPHS),
        ),
    ],
)
def test_a_heading_that_the_metadata_give_too_stays_the_headline(headline: str, below: str, text: tuple[str, ...]) -> None:
    told = f'<meta property="og:title" content="{headline}">'
    found = read(written(headline, f'<h2 class="headline">{headline}</h2>{below}<div>{paragraphs(*text)}</div>', told))
    assert found.headline == headline


def test_a_question_among_the_paragraphs_is_no_headline() -> None:
    body = f"<div>{paragraphs('Who may cross, and when?', *PARAGRAPHS)}</div>"
    assert read(written("The Courier: Town and Country", f"<p><b>{HEADLINE}</b></p>{body}")).headline == HEADLINE


MASTHEAD = '<div id="header"><h1><a href="/">River Valley Sentinel</a></h1></div>'
POST = f'<div class="post"><h2><a href="/bridge">{HEADLINE}</a></h2>{paragraphs()}</div>'


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (f"{HEADLINE} - River Valley Sentinel", MASTHEAD + POST),
        (f"River Valley Sentinel &raquo; Blog Archive &raquo; {HEADLINE}", MASTHEAD + POST),
        (f"River Valley Sentinel: {HEADLINE}", MASTHEAD + POST),
        (f"River Valley Sentinel: {HEADLINE}", MASTHEAD + POST.replace("h2", "h1")),
        (f"{HEADLINE} | River Valley Sentinel", MASTHEAD.replace('href="/"', 'href="http://velm-courier.example/index.php"') + POST),
        (f"{HEADLINE} | River Valley Sentinel", MASTHEAD.replace('href="/"', 'rel="home" href="http://velm-courier.example/blog/"') + POST),
        (
            f"{HEADLINE} | River Valley Sentinel",
            f'<a href="/"><h1>River Valley Sentinel</h1></a>{POST}',
        ),
        (f"{HEADLINE} - River Valley Sentinel", "<h1>River Valley Sentinel</h1>" + POST),
        (f"{HEADLINE} - River Valley Sentinel", f'<h1>River Valley Sentinel</h1><div class="news-title">{HEADLINE}</div>{paragraphs()}'),
        (f"{HEADLINE} - Town - River Valley Sentinel", f"<h1>Town</h1><h2>{HEADLINE}</h2>{paragraphs()}"),
    ],
)
def test_an_h1_that_is_a_masthead_is_no_headline(title: str, body: str) -> None:
    found = read(written(title, body))
    assert found.headline == HEADLINE
    assert found.article_body == TEXT


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (f"{HEADLINE}: A vote that was long awaited in all the towns", "<h2>A vote that was long awaited in all the towns</h2>"),
        (f"{HEADLINE} - Local News of the Velm and the Far Bank", "<h2>Local News of the Velm and the Far Bank</h2>"),
        (f"Town - {HEADLINE}", "<h2>Town</h2>"),
        (f"{HEADLINE} - River Valley Sentinel", "<h2>River Valley Sentinel</h2>"),
    ],
)
def test_an_h1_before_its_standfirst_or_the_site_s_name_is_the_headline(title: str, body: str) -> None:
    assert read(written(title, f"<h1>{HEADLINE}</h1>{body}{paragraphs()}")).headline == HEADLINE


@pytest.mark.parametrize("href", ["/?p=4711", "/town/bridge-4711.html", "/town/", "https://far-bank.example/"])
def test_an_h1_that_links_elsewhere_than_home_is_no_masthead(href: str) -> None:
    body = f'<h1><a href="{href}">{HEADLINE}</a></h1><h2>Local News of the Velm and the Far Bank</h2>{paragraphs()}'
    assert read(written(f"{HEADLINE} - Local News of the Velm and the Far Bank", body)).headline == HEADLINE


@pytest.mark.parametrize(
    ("title", "kicker"),
    [
        ("The Valley Record: Local News", "<font size=1>LOCAL NEWS</font><br>"),
        ("The Valley Record", "<h3>FERRY NEWS</h3>"),
        ("Velmbrücke: Council votes to rebuild the old bridge - Panorama - VELM ONLINE", "<b>VELMBRÜCKE</b><br>"),
    ],
)
def test_a_kicker_is_no_headline(title: str, kicker: str) -> None:
    body = f"<div>{kicker}<table><tr><td>{HEADLINE}</td></tr></table>{paragraphs()}</div>"
    assert read(written(title, body)).headline == HEADLINE


@pytest.mark.parametrize("told", [f"Verdict: {HEADLINE}", f"Bridges: {HEADLINE}", HEADLINE])
def test_a_kicker_in_the_heading_goes_where_the_metadata_give_the_rest_as_a_part(told: str) -> None:
    head = f'<meta property="og:title" content="{told}">'
    heading = f"<h2><span>Ferry</span> <span>{HEADLINE}</span></h2>"
    assert read(written(told, heading + paragraphs(), head)).headline == HEADLINE


def test_a_heading_in_two_pieces_that_the_metadata_give_whole_stays_whole() -> None:
    whole = f"The vote: {HEADLINE}"
    heading = f"<h1><span>The vote:</span> <span>{HEADLINE}</span></h1>"
    assert read(written(f"{whole} - River Valley Sentinel", heading + paragraphs())).headline == whole


@pytest.mark.parametrize(
    "heading",
    [
        f'<h1><span class="kicker">Bridges</span><span>{HEADLINE}</span></h1>',
        f'<h1>{HEADLINE} <span class="badge">Plus</span></h1>',
        "<h2><span>Bridges</span><span>Council votes to rebuild the</span> <em>old bridge</em></h2>",
        f"<h2><small>03 Dec</small> {HEADLINE}</h2>",
        f"<h1>{HEADLINE} | Velm Courier</h1>",
    ],
)
def test_a_heading_that_says_the_headline_and_a_little_more_is_no_line_of_the_text(heading: str) -> None:
    told = f'<meta property="og:title" content="{HEADLINE}"><meta property="og:site_name" content="Velm Courier">'
    found = read(written(HEADLINE, f"<article>{heading}{paragraphs()}</article>", told))
    assert (found.headline, found.article_body) == (HEADLINE, TEXT)


def test_a_standfirst_is_found_below_a_heading_that_says_the_headline_and_a_little_more() -> None:
    lead = "The ferry over the Velm is free until the end of next year"
    told = f'<meta property="og:title" content="{HEADLINE}"><meta name="description" content="{lead}">'
    heading = f"<header><h2><span>Bridges</span><span>{HEADLINE}</span></h2><div>{lead}</div><div>By Tilda Brandt</div></header>"
    assert read(written(HEADLINE, f'{heading}<div class="x1">{paragraphs()}</div>', told)).article_body == f"{lead}\n{TEXT}"


@pytest.mark.parametrize(
    "heading",
    [
        f"<h2>{HEADLINE}: what it costs</h2>",
        f"<h2><b>{HEADLINE}</b>, and then the whole of the far bank, the inn, the bakery, the band stand</h2>",
        f"<h2>Why the {HEADLINE.lower()} at last</h2>",
    ],
)
def test_a_sub_heading_that_begins_like_the_headline_stays(heading: str) -> None:
    assert read(html(heading + paragraphs())).article_body.count("\n") == len(PARAGRAPHS)
    assert read(html(f"<p>{PARAGRAPHS[0]}</p>{heading}{paragraphs(*PARAGRAPHS[1:])}")).article_body.count("\n") == len(PARAGRAPHS)


def test_a_section_below_a_paragraph_that_says_the_headline_and_more_cuts_nothing_off() -> None:
    first, *rest = PARAGRAPHS
    section = f"<h2><span>{HEADLINE}</span> <span>in numbers</span></h2>"
    page = f"<article>{paragraphs(first)}{section}{paragraphs(*rest)}</article>"
    assert read(written(HEADLINE, f"<h1>{HEADLINE}</h1>{page}")).article_body.splitlines()[0] == first
    assert read(written(HEADLINE, page)).article_body.splitlines()[0] == first


@pytest.mark.parametrize("sign", ["#", "¶", "🔗"])
def test_the_sign_that_links_to_the_heading_is_no_part_of_the_headline(sign: str) -> None:
    heading = f'<h1>{HEADLINE}<a class="anchor" href="#top">{sign}</a></h1>'
    assert read(written(HEADLINE, heading + paragraphs())).headline == HEADLINE


def test_a_sign_that_the_headline_ends_with_stays() -> None:
    headline = "Council votes to play the bridge song in C#"
    assert (
        read(written(headline, f'<h1>Council votes to play <a href="/song">the bridge song</a> in C#</h1>{paragraphs()}')).headline
        == headline
    )


def test_the_name_of_a_section_marked_as_headline_is_none_where_another_is_in_the_title() -> None:
    heading = f'<h1 itemprop="headline">Blog</h1><h2 itemprop="headline">{HEADLINE}</h2>'
    assert read(written(f"{HEADLINE} - Velm Courier", heading + paragraphs())).headline == HEADLINE


def test_a_headline_that_the_title_words_otherwise_stays_above_the_headline_of_another_article() -> None:
    heading = f'<h1 itemprop="headline">{HEADLINE}</h1>{paragraphs()}<h3 itemprop="headline">The ferry in winter</h3>'
    assert read(written("Bridge over the Velm to come back | Velm Courier", heading)).headline == HEADLINE


@pytest.mark.parametrize(
    ("heading", "headline"),
    [
        (f'<h1 class="sr-only">{HEADLINE} - City of Velmstadt</h1><h2 class="x1">{HEADLINE}</h2>', HEADLINE),
        (f'<h1 style="display: none">{HEADLINE} - City of Velmstadt</h1><h2>{HEADLINE}</h2>', HEADLINE),
        (f'<h1 class="sr-only">{HEADLINE}</h1><h2>Council votes</h2>', HEADLINE),
        (f'<h1 class="sr-only">Velm: {HEADLINE}</h1><h2>The ferry in winter</h2>', f"Velm: {HEADLINE}"),
        (f"<h1>Velm: {HEADLINE}</h1><h2>{HEADLINE}</h2>", f"Velm: {HEADLINE}"),
    ],
)
def test_a_heading_that_readers_see_goes_before_one_for_screen_readers_that_says_more(heading: str, headline: str) -> None:
    title = heading.partition(">")[2].partition("<")[0]
    assert read(written(title, heading + paragraphs())).headline == headline


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Kicker: Council votes - Town | Site", {"councilvotes", "kickercouncilvotes", "councilvotestown", "kickercouncilvotestown"}),
        ("Re-election of the mayor-to-be", set()),
        ("老桥重建-新闻", {"老桥重建"}),
        ("COVID-19対策の橋", set()),
    ],
)
def test_the_main_part_of_a_title_is_its_longest(title: str, parts: set[str]) -> None:
    whole = "".join(character for character in title.casefold() if character.isalnum())
    others = {run for run in headline_parts(title) if run != whole}
    assert parts <= others if parts else not others


@pytest.mark.parametrize(
    "line", ["<font size=5><b>{}</b></font><br><br>", "<p><b>{}</b></p>", '<div><span class="headline">{}</span></div>']
)
@pytest.mark.parametrize("headline", ["Troubled waters", "Too little, too late", "Ein langer Weg"])
def test_a_line_in_bold_above_the_text_is_the_headline_where_the_metadata_name_the_site(line: str, headline: str) -> None:
    body = f"<div>{line.format(headline)}By Tilda Brandt<br><br>{'<br><br>'.join(PARAGRAPHS)}</div>"
    assert read(f"<html><head><title>Velm Courier</title></head><body>{body}</body></html>").headline == headline
