import pytest

from tests.extraction.writing import HEADLINE, PARAGRAPHS, TEXT, html, paragraphs, read

FIRST, SECOND, THIRD = (f"<p>{text}</p>" for text in PARAGRAPHS)


def test_paragraphs_become_lines_with_white_space_folded() -> None:
    assert read(html("".join(f"<p>\n  {text.replace(' ', ' &nbsp;')} </p>\n" for text in PARAGRAPHS))).article_body == TEXT


@pytest.mark.parametrize(
    "between",
    [
        '<figure><img src="/a.jpg"><figcaption>The bridge in the year 1931, seen from the inn.</figcaption></figure>',
        '<div class="photo"><img src="/a.jpg"><span class="caption">The bridge in 1931.</span></div>',
        '<p>Photo: Wilma Oster</p>',
        '<div class="x1"><img src="/a.jpg"><div>The bridge in 1931, seen from the inn. A cow waits for the ferry.</div></div>',
        '<table><tr><td><img src="/a.jpg"></td></tr><tr><td>The bridge in 1931</td></tr></table>',
        "<p>* * *</p>",
        "<p>4 minute read</p>",
        "<p>Reading time: 4 minutes</p>",
        "<div>Advertisement</div>",
        '<p>Read more: <a href="/2">How the ferry came to be free</a></p>',
        '<p><a href="/2">How the ferry came to be free</a></p>',
        '<div class="related-articles"><h3>Related</h3><p>The ferry of the Velm has carried three million people since the war.</p></div>',
        '<aside><h3><a href="/2">The ferry</a></h3><p>It has carried three million people since the war.</p></aside>',
        '<div><h3><a href="/2">How the ferry came to be free of charge</a></h3><p>It has carried three million people.</p></div>',
        '<ul class="share"><li>Facebook</li><li>Twitter</li><li>Email</li></ul>',
        "<div>Share this article</div>",
        "<p>Sign up for our daily newsletter and never miss a story from the valley.</p>",
        '<blockquote class="twitter-tweet"><p>Finally! About time that somebody mended the bridge.</p>&mdash; Ole (@ole)</blockquote>',
        '<div class="cookie-settings"><p>We and our partners store cookies on your device to keep the site going.</p></div>',
        '<div class="author-bio"><p>Tilda Brandt has written about rivers and bridges for the Courier since 1998.</p></div>',
        '<div style="display: none"><p>Your session has run out. Please load the page again to go on reading.</p></div>',
        "<script>var text = 'The council has not decided anything at all, says this script of ours.';</script>",
        "<noscript><p>Please switch on scripts to see the gallery of the bridge in all its states.</p></noscript>",
    ],
)  # fmt: skip
def test_what_stands_between_the_paragraphs_and_is_no_article_is_left_out(between: str) -> None:
    assert read(html(FIRST + between + SECOND + THIRD)).article_body == TEXT


@pytest.mark.parametrize(
    "after",
    [
        '<div class="comments"><h3>Comments</h3><p>I remember the bridge well, we used to fish from it when we were boys.</p></div>',
        "<h2>Related stories</h2><p>The ferry of the Velm has carried three million people since the war.</p>",
        "<p>© 2024 The Velm Courier. All rights reserved.</p>",
        "<h3>About the author</h3><p>Tilda Brandt writes about rivers.</p>",
        "<p>03/03/2024 10:15</p>",
        "<p>This article first appeared in the River Gazette.</p>",
        '<p>Next story: <a href="/3">The ferry</a></p><p>Source: Courier archive</p>',
    ],
)
def test_what_comes_after_the_article_is_left_out(after: str) -> None:
    assert read(html(paragraphs() + after)).article_body == TEXT


@pytest.mark.parametrize("end", ["。", "！", "।", "۔", "؟"])
def test_a_short_sentence_with_a_date_opens_the_body(end: str) -> None:
    first = f"2018年3月12日、橋の再建が決まった{end}"
    assert read(html(f"<p>{first}</p>{paragraphs()}")).article_body == f"{first}\n{TEXT}"
    assert read(html(f"<p>{first[:-1]}</p>{paragraphs()}")).article_body == TEXT  # the line of a date


@pytest.mark.parametrize(
    "first",
    [
        "در ۱۲ اسفند ۱۳۹۹ پل دوباره باز شد",
        "Ngày 12 tháng 3 năm 2021, cầu thông xe",
        "12 มี.ค. 64 ศาลพิพากษาจำคุก",
        "令和3年3月12日に開通",
        "2021. gada 12. marts: tilts atklāts",
        "12 Mac 2021 jambatan dibuka",
        "12 Mar '21 the old bridge opened",
        "၂၀၂၁ ခုနှစ် မတ်လ ၁၂ ရက် တံတားဖွင့်သည်။",
    ],
)
def test_a_sentence_with_a_date_of_another_calendar_opens_the_body_without_a_stop(first: str) -> None:
    assert read(html(f"<p>{first}</p>{paragraphs()}")).article_body == f"{first}\n{TEXT}"


@pytest.mark.parametrize(
    "line",
    [
        "تاریخ انتشار: ۱۲ اسفند ۱۳۹۹ ساعت ۱۰:۲۰",
        "جمعه ۱۲ اسفند ۱۳۹۹ - کد خبر",
        "Thứ sáu, 12 tháng 3 năm 2021, 10:20 GMT+7",
        "เผยแพร่ 12 มี.ค. 64 10:20 น.",
        "12 มีนาคม 2564 เวลา 10:20 น.",
        "12 มีนาคม 2564 วันศุกร์",
        "令和3年3月12日（金）更新",
        "2021. gada 12. marts, piektdiena",
        "12 Mac 2021 10:20 AM",
        "12 Mar '21 | The Velm Courier staff",
    ],
)
def test_a_date_of_another_calendar_with_its_label_is_a_date_line(line: str) -> None:
    assert read(html(f"<p>{line}</p>{paragraphs()}")).article_body == TEXT


def test_sub_headings_lists_and_quotes_stay_in_reading_order() -> None:
    items = "<ul><li>Stone: two million.</li><li>Labour: one million.</li></ul>"
    body = f"{FIRST}<h2>What it costs</h2>{SECOND}{items}<blockquote>{THIRD}</blockquote>"
    expected = [PARAGRAPHS[0], "What it costs", PARAGRAPHS[1], "Stone: two million.", "Labour: one million.", PARAGRAPHS[2]]
    assert read(html(body)).article_body.split("\n") == expected


def test_paragraphs_may_be_parted_by_breaks_alone() -> None:
    assert read(html(f"<div>{'<br><br>'.join(PARAGRAPHS)}</div>")).article_body == TEXT
    assert read(html(f"<div>{'<br>'.join(PARAGRAPHS)}</div>")).article_body == TEXT


def test_a_body_cut_in_pieces_by_boxes_is_whole() -> None:
    pieces = "".join(
        f'<div class="text"><p>{text}</p></div><div class="box"><a href="/{i}">Elsewhere</a></div>' for i, text in enumerate(PARAGRAPHS)
    )
    assert read(html(pieces)).article_body == TEXT


def test_paragraphs_before_a_paywall_wrapper_belong_to_the_body() -> None:
    body = f'<div class="article-body">{FIRST}<div class="subscriber-content">{SECOND}{THIRD}{SECOND}{THIRD}</div></div>'
    assert read(html(body)).article_body.startswith(PARAGRAPHS[0])


def test_a_wrapper_whose_class_says_ads_or_subscriber_may_hold_the_article() -> None:
    assert read(html(f'<div class="content-with-ads subscriber"><div class="related-col">{paragraphs()}</div></div>')).article_body == TEXT


def test_paragraphs_that_are_hidden_one_by_one_are_the_text() -> None:
    hidden = "".join(f'<div class="subscriber-only" style="display:none"><p>{text}</p></div>' for text in PARAGRAPHS[1:])
    assert read(html(f'<div class="article-body">{FIRST}{hidden}</div>')).article_body == TEXT


STANDFIRST = "After two years of talk the cows may cross again."


def test_the_standfirst_is_the_description_and_opens_the_body() -> None:
    found = read(html(f'<p class="standfirst">{STANDFIRST}</p>{paragraphs()}'))
    assert (found.description, found.article_body) == (STANDFIRST, f"{STANDFIRST}\n{TEXT}")


def test_a_standfirst_outside_the_element_of_the_text_opens_the_body_once() -> None:
    found = read(html(f'<header><p class="standfirst">{STANDFIRST}</p></header><div class="article-body">{paragraphs()}</div>'))
    assert found.article_body == f"{STANDFIRST}\n{TEXT}"


def test_a_description_that_the_page_does_not_show_is_no_part_of_the_body() -> None:
    found = read(html(paragraphs(), f'<meta name="description" content="{STANDFIRST}">'))
    assert (found.description, found.article_body) == (STANDFIRST, TEXT)


def test_a_dateline_is_read_after_the_standfirst() -> None:
    found = read(html(f'<p class="standfirst">{STANDFIRST}</p><p>VELMSTADT (Courier) – {PARAGRAPHS[0]}</p>{SECOND}{THIRD}'))
    assert found.dateline == "VELMSTADT"


def test_the_headline_and_byline_are_not_repeated_in_the_body() -> None:
    assert read(html(f"<p>By Tilda Brandt</p><p>3 March 2024, 10:15</p>{paragraphs()}")).article_body == TEXT


def test_a_headline_that_is_repeated_with_its_day_is_left_out() -> None:
    repeated = f'<div class="x"><h2><span class="date">03 Dec</span> {HEADLINE}</h2>{paragraphs()}</div>'
    assert read(html(repeated)).article_body == TEXT
    for heading in (f"<h2>Why the {HEADLINE}</h2>", f"<p>3 times: {HEADLINE}</p>"):
        assert HEADLINE in read(html(FIRST + heading + SECOND + THIRD)).article_body


def test_what_stands_above_the_byline_and_is_no_paragraph_is_left_out() -> None:
    head = "<p>Town council</p><h4>Late edition</h4><p>By Tilda Brandt</p><p>3 March 2024 - 4 min read</p>"
    assert read(html(head + paragraphs())).article_body == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "By the numbers",
        "By the Numbers",
        "By the numbers: In a survey, the cows said",
        "By Monday evening:",
        "By Friday, all was quiet",
        "Por qué importa",
        "Por que isso importa:",
        "Par ailleurs, trois questions",
        "Von Brücken und Fähren",
        "Da sapere",
        "Di cosa si tratta",
        "Door de brug heen",
        "Av allt att döma:",
        "Text messages from the deck",
        "Reporters on the bridge",
        "From Velmstadt",
    ],
)
def test_a_line_that_only_begins_as_a_byline_does_stays_with_what_stands_above_it(line: str) -> None:
    for shown in (f"<p><strong>{line}</strong></p>", f"<h4>{line}</h4>"):
        body = read(html(f"<p>The bridge is closed.</p>{shown}{paragraphs()}")).article_body
        assert body == f"The bridge is closed.\n{line}\n{TEXT}"


@pytest.mark.parametrize(
    "line",
    [
        "By Tilda Brandt",
        "By Tilda Brandt and the desk",
        "By the Velm Herald",
        "By KLM",
        "By Reuters",
        "By",
        "Von velm.example",
        "Von v-online, kl",
        '<span class="author">By tilda</span>',
        'By <a rel="author" href="/people/12">tilda</a>',
    ],
)
def test_a_byline_of_a_person_a_house_or_initials_is_left_out(line: str) -> None:
    assert read(html(f"<p>Late edition</p><p>{line}</p>{paragraphs()}")).article_body == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "Staff Writer",
        "HERALD STAFF REPORTER",
        "Business editor",
        "Environment analyst, Velm Radio",
        "Of the Hill Herald",
        "The Hill Herald",
        "Lind Moor News Service",
        "Special to the Courier",
        "De nuestra redacción",
        "Associated Press",
        "Correspondent in Velmstadt",
        "Staff Writer</p><p>Lind Moor News Service",
    ],
)
def test_the_second_line_of_a_byline_is_left_out(line: str) -> None:
    text = "".join(f"{paragraph}<br><br>" for paragraph in PARAGRAPHS)
    assert read(html(f"<p>By Tilda Brandt</p><p>{line}</p>{paragraphs()}")).article_body == TEXT
    assert read(html(f"<div>Tilda Brandt<br>{line}<br><br>{text}</div>")).article_body == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "Hard work ahead",
        "The Life of a Writer",
        "Good news for the town",
        "Council in crisis",
        "The council and the press agree on a bridge",
        "Nobody was there but the staff.",
        "With the press in tow",
        "De la presse à la télé",
        "Velmstadt",
    ],
)
def test_a_subheading_below_the_byline_stays(line: str) -> None:
    assert read(html(f"<p>By Tilda Brandt</p><p>{line}</p>{paragraphs()}")).article_body == f"{line}\n{TEXT}"


def test_a_role_without_a_byline_above_it_needs_a_name_or_a_staff() -> None:
    for line in ("The Hill Herald", "Film critic"):
        assert read(html(f"<p>{line}</p>{paragraphs()}")).article_body == f"{line}\n{TEXT}"
    assert read(html(f"<p>Herald Staff Writer</p>{paragraphs()}")).article_body == TEXT
    assert read(html(f"<p>Tilda Brandt, education correspondent</p>{paragraphs()}")).article_body == TEXT


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        (
            "<p>Its members are:</p><ul><li>Ada Lind, writer<li>Tom Berg, film critic</ul>",
            "Its members are:|Ada Lind, writer|Tom Berg, film critic",
        ),
        ("<p><b>Ada Lind, journalist</b></p><p><b>Tom Berg, photographer</b></p>", "Ada Lind, journalist|Tom Berg, photographer"),
        ("<p>Hans Meyer, Redakteur</p><p>Eva Rohn, Redakteurin</p>", "Hans Meyer, Redakteur|Eva Rohn, Redakteurin"),
        ("<p>Who was there:</p><p>Marie Dupont, journaliste</p>", "Who was there:|Marie Dupont, journaliste"),
        ("<p>One was honoured.</p><p>Marie Dupont, journaliste</p>", "One was honoured.|Marie Dupont, journaliste"),
        ("<ul><li>Marie Dupont, journaliste</ul>", "Marie Dupont, journaliste"),
    ],
)
def test_names_with_roles_that_the_article_lists_stay_and_are_no_authors(head: str, shown: str) -> None:
    found = read(html(head + paragraphs()))
    assert (found.article_body, found.authors) == ("\n".join((*shown.split("|"), TEXT)), ())


def test_a_last_paragraph_about_the_author_is_left_out() -> None:
    byline, about = "<p>By Tilda Brandt</p>", "<p>Tilda Brandt has written about rivers since 1998. She keeps bees.</p>"
    assert read(html(byline + paragraphs() + about)).article_body == TEXT


def test_the_answers_of_an_interview_stay_though_its_guest_is_named_as_its_author() -> None:
    told = (
        "Velm Courier: What did you see from the far bank when the bridge was closed that winter?",
        "Tilda Brandt, ferrywoman: I saw the cows first, and the band behind them, and nobody knew where to go.",
        "Velm Courier: And what will you do now that the work is to begin in spring?",
        "Tilda Brandt – we have waited for two years, and will wait for another, and keep the ferry going until then.",
        "Velm Courier: Is there anything else that the readers of this paper ought to know?",
        "Tilda Brandt laughs, says nothing, and pours another glass for the ferryman who came in late.",
    )
    author = '<meta name="author" content="Tilda Brandt">'
    assert read(html(paragraphs(*PARAGRAPHS, *told), author)).article_body == "\n".join((*PARAGRAPHS, *told))


def test_a_subheading_named_by_an_id_of_its_words_stays() -> None:
    assert read(html(f'{FIRST}<h2 id="tools">Tools of the trade</h2>{SECOND}{THIRD}')).article_body == "\n".join(
        (PARAGRAPHS[0], "Tools of the trade", *PARAGRAPHS[1:])
    )


ENTRIES = (
    ("3. The cow", "She crossed first."),
    ("2. The baker", "He came by boat and left on foot."),
    ("1. The band", "It plays on the deck, in <a href='/rain'>rain</a> as well as in the sun."),
)
LONG = paragraphs(*PARAGRAPHS, *(f"{text} So it was told on the far bank, and by all who came over the Velm." for text in PARAGRAPHS))


def entries(names: str, after: str = "") -> str:
    return "".join(f'<div class="{names}"><h3>{title}</h3><p>{text}</p></div>{after}' for title, text in ENTRIES)


@pytest.mark.parametrize(
    "names", ["player", "player-card", "candidate-bio", "testimonial", "menu-item", "quiz__item", "rating", "promo-item"]
)
def test_entries_in_a_row_stay_whatever_their_boxes_are_called(names: str) -> None:
    body = read(html(FIRST + entries(names) + LONG)).article_body
    assert all(line in body for line in ("3. The cow", "She crossed first.", "He came by boat and left on foot.", "1. The band"))
    assert "The cow" not in read(html(FIRST + entries(names).replace("h3>", "h3><a href='/4'>ferry</a>") + LONG)).article_body


@pytest.mark.parametrize(
    "boxes",
    [
        entries("related-item"),
        entries("comment-item"),
        entries("newsletter-item"),
        entries("teaser slider__item"),
        entries("promo", after=SECOND),
        '<div class="promo"><h3>Sell your cows</h3><p>We come by ferry.</p></div>' * 3,
        "".join(f'<div class="promo">{text}</div>' for _, text in ENTRIES),
    ],
)
def test_boxes_of_other_things_are_no_entries(boxes: str) -> None:
    body = read(html(FIRST + boxes + LONG)).article_body
    assert not any(line in body for line in ("The cow", "She crossed first.", "by boat", "Sell your cows", "We come by ferry"))


def test_paragraphs_that_each_have_a_marked_box_may_have_a_link() -> None:
    linked = [text.replace("the", '<a href="/2">the</a>', 1) for text in PARAGRAPHS]
    boxes = "".join(f'<div class="player">{paragraphs(text)}</div>' for text in (*linked, *PARAGRAPHS, *linked))
    body = read(html(boxes)).article_body
    assert body == "\n".join(PARAGRAPHS * 3)


def test_a_paragraph_above_the_byline_stays() -> None:
    assert read(html(f"{FIRST}<p>By Tilda Brandt</p>{SECOND}{THIRD}")).article_body == TEXT


def test_a_picture_in_a_paragraph_is_no_sign_of_a_caption() -> None:
    pictures = "".join(f'<p><img src="/{place}.png">{text}</p>' for place, text in enumerate(PARAGRAPHS))
    assert read(html(f"<div>{pictures}</div>")).article_body == TEXT


def test_texts_below_pictures_are_the_article_where_there_is_hardly_another() -> None:
    pictures = "".join(f'<div><img src="/{place}.png"><p>{text}</p></div>' for place, text in enumerate(PARAGRAPHS))
    assert read(html(pictures)).article_body == TEXT


def test_a_note_on_sources_in_the_middle_does_not_end_the_article() -> None:
    source = "<p>Source: the river office, which counts the boats.</p>"
    assert read(html(FIRST + source + SECOND + THIRD)).article_body.endswith(PARAGRAPHS[2])


def test_a_segment_that_arrives_late_stands_at_its_placeholder() -> None:
    body = f'<div>{FIRST}<template id="B:1"></template>{THIRD}</div><div hidden id="S:1">{SECOND}</div>'
    assert read(html(body)).article_body == TEXT


def test_a_late_segment_that_holds_its_own_placeholder_stays_where_it_is() -> None:
    assert PARAGRAPHS[0] in read(html(f'{paragraphs()}<div hidden id="S:1"><template id="B:1"></template>Late</div>')).article_body


def test_a_correction_notice_stays() -> None:
    notice = "Correction: An earlier version of this article gave a wrong year for the closing of the bridge."
    assert read(html(f"{paragraphs()}<p>{notice}</p>")).article_body.endswith(notice)


def test_the_body_comes_from_json_ld_where_the_page_shows_less_than_half_of_it() -> None:
    told = "\\n\\n".join(PARAGRAPHS * 2)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "x", "articleBody": "{told}"}}</script>'
    found = read(html("<p>To read on, please sign in to your account.</p>", head))
    assert (found.article_body, found.provenance["article_body"]) == (f"{TEXT}\n{TEXT}", "json-ld")


def test_a_paragraph_that_a_complete_article_body_does_not_know_is_left_out() -> None:
    told = " ".join(PARAGRAPHS)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{told}"}}</script>'
    foreign = "<p>The Courier has printed a calendar for next year with a dozen views of the river and the town.</p>"
    assert read(html(FIRST + SECOND + foreign + THIRD, head)).article_body == TEXT


def test_a_page_without_a_body_tag_is_read() -> None:
    page = f"<!doctype html><html lang=en><title>Bridge opens</title><article><h1>Bridge opens</h1>{FIRST}{SECOND}{THIRD}</article></html>"
    assert read(page).article_body == TEXT


def test_items_that_lead_to_other_sites_are_what_the_article_lists() -> None:
    items = ("River engineers of the north", "Museum of bridges", "Where ferries still run")
    own = "".join(f'<li><a href="/{place}.html">{item}</a></li>' for place, item in enumerate(items))
    others = "".join(f'<li><a href="https://site{place}.example/">{item}</a></li>' for place, item in enumerate(items))
    assert read(html(f"{FIRST}<ul>{others}</ul>{SECOND}{THIRD}")).article_body == "\n".join([PARAGRAPHS[0], *items, *PARAGRAPHS[1:]])
    assert read(html(f"{FIRST}<ul>{own}</ul>{SECOND}{THIRD}")).article_body == TEXT
    shares = '<ul><li><a href="https://www.facebook.com/sharer.php?u=x">Auf Facebook teilen</a></li><li><a href="https://x.com/i">X</a></li></ul>'
    assert read(html(FIRST + shares + SECOND + THIRD)).article_body == TEXT
    assert read(html(f"<ul>{others}</ul>{paragraphs()}")).article_body == TEXT


@pytest.mark.parametrize(
    "sentence",
    [
        "Copyright law was changed in the spring, after the photographers of the valley had gone to court.",
        "Photos from the scene show the deck in the water and two cows on the bank.",
        "Support for the daily ferry has grown since the bridge was closed.",
    ],
)
def test_a_sentence_that_begins_like_a_label_stays(sentence: str) -> None:
    assert sentence in read(html(f"{FIRST}<p>{sentence}</p>{SECOND}{THIRD}")).article_body


def test_a_last_sentence_that_tells_where_something_can_be_found_stays() -> None:
    sentence = "Nobody knows where the lost keystone can be found."
    assert read(html(f"{paragraphs()}<p>{sentence}</p>")).article_body.endswith(sentence)
    assert read(html(f"{paragraphs()}<p>Ada Lind can be found on Twitter as @ada.</p>")).article_body == TEXT


@pytest.mark.parametrize(
    "label",
    [
        "Copyright 2024 The Velm Courier",
        "Copyright The Velm Courier",
        "Photo from River Pictures",
        "Support our daily reporting with a membership",
        "Support real news. Become a member.",
        "Copyright: dpa",
        "Photos from social media",
    ],
)
def test_a_label_between_the_paragraphs_is_left_out(label: str) -> None:
    assert read(html(f"{FIRST}<p>{label}</p>{SECOND}{THIRD}")).article_body == TEXT


def test_another_post_inside_the_article_s_element_is_a_teaser_however_long() -> None:
    other = f'<article class="post-12 type-post"><h3><a href="/2">How the ferry came to be free</a></h3>{paragraphs()}</article>'
    own = "".join(f"<p>{text} Nobody had hoped for as much.</p>" for text in PARAGRAPHS * 3)
    assert "ferry came to be free" not in read(html(own + other)).article_body


def test_the_text_of_the_article_is_read_out_of_a_template() -> None:
    text = "".join(f"<p>{text} Nobody had hoped for as much.</p>" for text in PARAGRAPHS * 2)
    body = f'<div itemprop="articleBody"><script type="text/template">{text}</script></div><p>Give us your views in the forum.</p>'
    assert PARAGRAPHS[0] in read(html(body)).article_body
    menu = f'<div class="menu"><script type="text/template">{text}</script></div>{paragraphs()}'
    assert read(html(menu)).article_body == TEXT
    blanks = f'<div itemprop="articleBody"><script type="text/template">{{{{name}}}}{text}</script>{paragraphs()}</div>'
    assert read(html(blanks)).article_body == TEXT


def test_the_article_goes_on_behind_a_box_of_related_stories_near_its_end() -> None:
    text = "".join(f"<p>{text} Nobody had hoped for as much.</p>" for text in PARAGRAPHS * 3)
    box = '<div class="x7"><h3>Related stories</h3><ul><li><a href="/2">The ferry</a></li><li><a href="/3">The inn</a></li></ul></div>'
    assert read(html(text + box + FIRST)).article_body.endswith(PARAGRAPHS[0])
    assert not read(html(f"{text}<h3>Related stories</h3>{FIRST}")).article_body.endswith(PARAGRAPHS[0])


def below_its_headline(body: str) -> str:
    """A page whose headline stands outside of the element of the text."""
    text = "".join(f"<p>{text} Nobody had hoped for as much.</p>" for text in PARAGRAPHS * 10)
    return (
        f'<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1><div class="entry-content">{body}{text}</div></body></html>'
    )


def test_a_list_of_contents_that_repeats_the_headline_cuts_nothing_off() -> None:
    contents = f'<ul><li><a href="#a">{HEADLINE}</a></li><li><a href="#b">What it costs</a></li></ul>'
    assert read(html(FIRST + contents + SECOND + THIRD)).article_body.startswith(PARAGRAPHS[0])
    assert read(below_its_headline(FIRST + contents)).article_body.startswith(f"{PARAGRAPHS[0]}\n")


def test_a_section_that_is_called_like_the_whole_cuts_nothing_off() -> None:
    found = read(below_its_headline(f"{FIRST}{SECOND}<h2>{HEADLINE}</h2>")).article_body
    assert found.startswith(f"{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}")


def test_a_dateline_is_read_below_a_paragraph_that_opens_the_body() -> None:
    assert read(html(f"{SECOND}<p>GENEVA (River Agency) - {PARAGRAPHS[0]}</p>{THIRD}")).dateline == "GENEVA"


def test_a_short_article_that_is_marked_wins_over_a_longer_aside() -> None:
    short = f'<div class="entry-content"><p>{PARAGRAPHS[0]}</p></div>'
    house = "".join(f"<p>{text} The Courier has told of it since 1870, and will go on.</p>" for text in PARAGRAPHS)
    assert read(html(f'{short}<aside class="widgets">{house}</aside>')).article_body == PARAGRAPHS[0]


@pytest.mark.parametrize(
    "foot",
    [
        "<p>This entry was posted on Monday in Town. You can follow any responses to this entry.</p>",
        "<p>Von Karin Aust am 21/02/2021. Abgelegt unter Stadt. Sie können alle Antworten verfolgen.</p>",
        f"<p>Disclaimer: {'No rights or claims are made for the pictures of others that are shown here. ' * 6}</p>",
    ],
)
def test_a_note_of_the_publisher_s_system_at_the_foot_is_left_out(foot: str) -> None:
    assert read(html(paragraphs() + foot)).article_body == TEXT


def test_a_word_about_the_author_is_no_standfirst() -> None:
    bio = '<p class="excerpt">Ada is an experienced journalist who has written about rivers and bridges since 1998.</p>'
    head = '<meta name="author" content="Ada Lind">'
    found = read(html(bio + paragraphs(), head))
    assert (found.article_body, found.description) == (TEXT, None)


def test_a_script_that_lost_its_element_is_no_text() -> None:
    script = "var count = 0, list = new Array; function add(a, b) { b = list[count++] = new Object(); b.x = a; return b; } add('a', 1); "
    assert read(html(f"{FIRST}{script * 3}{SECOND}{THIRD}")).article_body == TEXT
    code = f"<pre>{script * 3}</pre>"
    assert "new Object" in read(html(FIRST + code + SECOND + THIRD)).article_body


def test_a_paragraph_between_the_headline_and_the_element_of_the_text_opens_the_body() -> None:
    hero = f'<div class="hero"><h1>{HEADLINE}</h1><div class="hero__text">{FIRST}</div></div>'
    caption = '<figure><img src="/a.jpg"><figcaption>The bridge in the year 1931, seen from the inn on the far bank.</figcaption></figure>'
    text = f'<div class="entry-content">{SECOND}{THIRD}</div>'
    page = f"<html><head><title>{HEADLINE}</title></head><body><main>{hero}{caption}{text}</main></body></html>"
    assert read(page).article_body == TEXT


@pytest.mark.parametrize(
    "notice",
    [
        "This summary was created by artificial intelligence and reviewed by our editors before it came out on this page.",
        "This article is available exclusively to our subscribers. Please log in or choose an offer to go on reading.",
        "Dieser Artikel ist mehr als fünf Jahre alt. Die darin enthaltenen Angaben können inzwischen überholt sein, bitte beachten.",
        "Listen to this article. This audio is generated by an automated voice and may contain errors of pronunciation.",
        "Ada Lind is a senior reporter who covers the politics of the small towns along the river, and has done so since 1998.",
        PARAGRAPHS[1],
    ],
)
def test_a_notice_between_the_headline_and_the_element_of_the_text_is_left_out(notice: str) -> None:
    page = f"<article><h1>{HEADLINE}</h1><p>{notice}</p><div class='article-body'>{paragraphs()}</div></article>"
    assert read(f"<html><head><title>{HEADLINE}</title></head><body>{page}</body></html>").article_body == TEXT


def test_a_template_beside_the_text_is_no_part_of_it_and_breaks_nothing() -> None:
    text = "".join(f"<p>{text} Nobody had hoped for as much.</p>" for text in PARAGRAPHS * 2)
    for template in (text, f'<?xml version="1.0" encoding="utf-8"?><svg>{" " * 500}</svg>'):
        body = f'<div itemprop="articleBody">{paragraphs()}<script type="text/template">{template}</script></div>'
        assert read(html(body)).article_body == TEXT


def test_an_article_in_an_aside_stands_beside_a_box_that_is_marked_as_text() -> None:
    box = f'<div class="prose"><p>{PARAGRAPHS[0][:100]} and so on.</p></div>'
    page = f"<html><head><title>{HEADLINE}</title></head><body><aside><h1>{HEADLINE}</h1>{paragraphs()}</aside>{box}</body></html>"
    assert read(page).article_body.startswith(TEXT)


def test_a_standfirst_that_tells_what_the_author_does_for_the_article_stays() -> None:
    lead = "Ada Lind reports from the Velm on how the loss of a bridge changed the life of a small town."
    found = read(html(f'<h2 class="standfirst">{lead}</h2>{paragraphs()}', '<meta name="author" content="Ada Lind">'))
    assert found.article_body == f"{lead}\n{TEXT}"


LATER = (
    "The council put the price of the new bridge over the Velm at eleven million, of which the district pays a third, the mayor said.",
    "Until the bridge stands, the ferry crosses the Velm twice an hour, and once an hour at night, the council decided as well.",
)


@pytest.mark.parametrize("place", [1, 4])
def test_text_that_stands_in_the_article_itself_goes_on_behind_a_box(place: int) -> None:
    texts = (*PARAGRAPHS, *LATER)
    box = '<div class="box"><b>Related stories</b><br>The ferry of the Velm<br>The inn on the far bank</div>'
    body = "<br><br>".join(texts[:place]) + box + "<br><br>".join(texts[place:])
    assert read(html(f'<div class="text">{body}</div>')).article_body == "\n".join(texts)


def test_the_rest_of_a_text_cut_in_two_belongs_to_it() -> None:
    first, rest = f'<div class="entry-body">{paragraphs()}</div>', f'<div class="entry-more">{paragraphs(*LATER)}</div>'
    page = f"<html><head><title>{HEADLINE}</title></head><body><div class='entry-content'>{first}{rest}</div></body></html>"
    assert read(page).article_body == "\n".join((*PARAGRAPHS, *LATER))


def test_two_neighbours_of_other_names_whose_paragraphs_are_set_alike_are_one_text() -> None:
    texts = (LATER[0], *(f"{text} So it stood in the minutes." for text in PARAGRAPHS), *PARAGRAPHS, LATER[1])
    parts = (("a", texts[:-1]), ("b", texts[-1:]))
    pieces = [f'<div class="{name}"><div class="copy">{paragraphs(*part)}</div></div>' for name, part in parts]
    page = f"<html><head><title>{HEADLINE}</title></head><body><main><h1>{HEADLINE}</h1>{'<hr>'.join(pieces)}</main></body></html>"
    assert read(page).article_body == "\n".join(texts)


def test_marked_boxes_that_hold_the_text_paragraph_by_paragraph_are_believed_to_be_text() -> None:
    texts = (*PARAGRAPHS, *LATER, *(f"{text} So it stood in the minutes." for text in PARAGRAPHS))
    boxes = "".join(f'<div class="story-tools"><p>{text}</p></div>' for text in texts)
    other = '<div class="related-tools"><p>The ferry of the Velm has carried three million people since the war, and not one cow.</p></div>'
    assert read(html(f'<div class="text">{boxes}{other}</div>')).article_body == "\n".join(texts)


@pytest.mark.parametrize(
    "quote",
    [
        '<blockquote class="pull"><p>We have waited long enough</p><cite>Ada Lind, who keeps the inn</cite></blockquote>',
        '<div class="Quote_box"><p>“We have waited long enough,” said Ada Lind</p></div>',
        "<aside><h4>We have waited long enough</h4></aside>",
    ],
)
def test_a_pull_quote_that_a_paragraph_says_too_is_left_out(quote: str) -> None:
    assert read(html(FIRST + quote + SECOND + THIRD)).article_body == TEXT


@pytest.mark.parametrize(
    "quote",
    [
        "<blockquote><p>We have waited far too long for this bridge.</p><p>Ada Lind, who keeps the inn</p></blockquote>",
        "<blockquote><p>Long enough.</p></blockquote>",
        "<p>We have waited long enough, and so it ends.</p>",
        "<p>We have waited long enough</p>",
    ],
)
def test_a_quote_that_stands_nowhere_else_and_a_line_that_is_no_quote_stay(quote: str) -> None:
    assert quote.count("<p>") + 3 == read(html(FIRST + quote + SECOND + THIRD)).article_body.count("\n") + 1


def test_a_box_with_a_field_for_an_address_is_left_out_whatever_it_is_called() -> None:
    field = '<form class="mt-6 flex"><label>Adresse</label><input type="email"><button>OK</button></form>'
    box = f'<div class="my-8 rounded"><h2>Nah am Wasser</h2><p>Jeden Freitag eine Mail von dem, was im Hafen geschah.</p>{field}</div>'
    assert read(html(FIRST + box + SECOND + THIRD)).article_body == TEXT


def test_a_field_for_an_address_takes_no_article_with_it() -> None:
    assert read(html(f'<form>{FIRST}{SECOND}{THIRD}<input type="email"></form>')).article_body == TEXT


@pytest.mark.parametrize(("line", "place"), [("<p>VELMSTADT —</p>", "VELMSTADT"), ("<div><i>Velmstadt --</i></div>", "Velmstadt")])
def test_a_dateline_on_a_line_of_its_own_stands_at_the_head_of_the_first_paragraph(line: str, place: str) -> None:
    found = read(html(f'<div class="article-body">{line}{paragraphs()}</div>'))
    assert found.article_body.count("\n") == 2
    assert found.article_body.startswith(place)
    assert f" {PARAGRAPHS[0]}" in found.article_body


def cut_in_two(inside: str = "{}", between: str = "") -> str:
    first = f'<div class="top"><div class="row"><div class="article-body">{paragraphs()}</div></div></div>'
    rest = inside.format(f'<div class="article-body rest">{paragraphs(*LATER)}</div>')
    return f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1>{first}{between}<div>{rest}</div></body></html>"


def test_two_elements_that_are_marked_as_the_text_make_one_text_wherever_they_stand() -> None:
    assert read(cut_in_two()).article_body == "\n".join((*PARAGRAPHS, *LATER))


@pytest.mark.parametrize(
    ("inside", "between"),
    [("<article>{}</article>", ""), ('<div class="related">{}</div>', ""), ("{}", "<h1>Ferry of the Velm runs at night</h1>")],
)
def test_the_text_of_another_article_is_not_joined(inside: str, between: str) -> None:
    assert read(cut_in_two(inside, between)).article_body == TEXT


@pytest.mark.parametrize("time", ["10:42", "9:05", "10:42 Uhr", "10.42 Uhr", "14h30", "3:05 PM", "8 a.m."])
def test_the_times_of_a_live_report_are_no_lines_of_its_text(time: str) -> None:
    entries = (
        f"<div><time>{time}</time><h3>The vote is taken</h3>{FIRST}</div><div><p>{time}</p>{SECOND}</div><div><p>{time}</p>{THIRD}</div>"
    )
    assert read(html(entries)).article_body == f"The vote is taken\n{TEXT}"


def test_two_times_that_run_backwards_are_of_a_live_report() -> None:
    assert read(html(f"{FIRST}<p>1:05 PM</p>{SECOND}<p>12:50 PM</p>{THIRD}")).article_body == TEXT


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ("<p>20:15</p><p>The ferry, a film</p>", "20:15"),
        ("<p>10:42</p><p>The ferry calls at the far bank, then goes down the river to the sea and back</p>", "10:42"),
        ("<p>10:42</p><h3>The ferry calls at the far bank</h3><p>11:15</p><h3>The ferry is at sea</h3>", "10:42"),
        ("<h3>6 a.m.</h3><p>The ferry calls at the far bank, then goes down the river to the sea and back</p>", "6 a.m."),
        ("<p>10.42</p>", "10.42"),
        ("<p>10:72</p>", "10:72"),
        (
            "<table><tr><td>10:42</td><td>The ferry calls at the far bank, then goes down the river to the sea and back</td></tr></table>",
            "10:42",
        ),
        ("<ul><li>10:42</li><li>The ferry calls at the far bank, then goes down the river to the sea and back</li></ul>", "10:42"),
    ],
)
def test_times_and_numbers_that_the_article_tells_stay(lines: str, shown: str) -> None:
    assert f"\n{shown}\n" in read(html(FIRST + SECOND + lines + THIRD)).article_body


def _outside(above: str, headline: str = HEADLINE) -> str:
    """The body of a page that shows `above` between its headline and the element of the text."""
    return read(
        html(f'{above}<p class="byline">By Tilda Brandt</p><div class="article-body">{paragraphs()}</div>', "", headline)
    ).article_body


@pytest.mark.parametrize(
    "lead",
    [
        '<p class="standfirst">Free ferry</p>',
        '<h3 class="subtitle">Who is to pay?</h3>',
        '<div class="article-excerpt"><p>Free until then</p></div>',
        '<p class="perex">The ferry is free</p>',
        '<div data-qa="subheadline"><span>The ferry is free until the end of next year</span></div>',
        '<div><span class="deck">The ferry is free</span></div>',
        '<div class="x1"><p>The council rebuilds the bridge and the ferry is free until the end of next year</p></div>',
        "<p>3 March 2024</p><p>The council rebuilds the bridge and the ferry is free until the end of next year.</p>",
    ],
)
def test_a_standfirst_above_the_element_of_the_text_opens_the_body(lead: str) -> None:
    line = lead.replace("<p>3 March 2024</p>", "").rsplit("</", 2 if lead.startswith("<div") else 1)[0].rsplit(">", 1)[1]
    assert _outside(lead) == f"{line}\n{TEXT}"


def test_a_plain_paragraph_in_a_box_with_the_headline_is_the_standfirst() -> None:
    lead = "The council rebuilds the bridge and the ferry is free until the end of next year."
    text = f'<div class="article-body">{paragraphs()}</div>'
    head = f"<html><head><title>{HEADLINE}</title></head><body><article><header><h1>{HEADLINE}</h1>"
    assert read(f"{head}<p>{lead}</p></header>{text}").article_body == f"{lead}\n{TEXT}"
    assert read(f'{head}<img src="/a.jpg"><p>{lead}</p></header>{text}').article_body == TEXT  # a caption


def test_the_lines_of_a_standfirst_are_one() -> None:
    assert (
        _outside('<h2 class="subheading">A bridge is rebuilt<br>The ferry is free</h2>') == f"A bridge is rebuilt The ferry is free\n{TEXT}"
    )


VOTE = "The vote came after a debate of three hours"
BYLINE = "<div>By Tilda Brandt</div><div>3 March 2024</div>"


@pytest.mark.parametrize("lead", [f"<p>{VOTE}</p>", f"<h2>{VOTE}</h2>", f"<p>{VOTE}</p><div>Tilda Brandt</div>"])
def test_a_standfirst_in_the_element_of_the_text_stays_above_the_byline(lead: str) -> None:
    described = f'<meta name="description" content="{VOTE}">'
    assert read(html(lead + BYLINE + paragraphs(), described)).article_body == f"{VOTE}\n{TEXT}"


@pytest.mark.parametrize(
    ("lead", "line"),
    [
        ("<h2>The council wants the old bridge back by next spring</h2>", "The council wants the old bridge back by next spring"),
        ("<p>The council rebuilds the bridge, and the ferry stays free.</p>", "The council rebuilds the bridge, and the ferry stays free."),
    ],
)
def test_a_sub_heading_or_sentence_right_below_the_headline_stays_above_the_byline(lead: str, line: str) -> None:
    assert read(html(lead + BYLINE + paragraphs())).article_body == f"{line}\n{TEXT}"


@pytest.mark.parametrize(
    "head",
    [
        "<h2>Valley and far bank</h2>",
        "<p>Pictures that move and words that stay: make use of our tools!</p>",
        '<p><a href="/2">The council votes on the ferry over the Velm again</a></p>',
        "<p>Town council</p><p>The ferry</p><p>Far bank</p><p>The council rebuilds the old bridge</p>",
    ],
)
def test_other_lines_right_below_the_headline_go_with_the_byline(head: str) -> None:
    assert read(html(head + BYLINE + paragraphs())).article_body == TEXT


@pytest.mark.parametrize(("described", "is_shown"), [("The vote took hours", True), ("The vote took", True), ("The vote", False)])
def test_a_short_line_that_is_the_description_is_the_standfirst(described: str, is_shown: bool) -> None:
    head = f'<meta name="description" content="{described}">'
    above = f'<header><div class="x1">{described}</div><div>By Tilda Brandt</div></header><div class="x2">{paragraphs()}</div>'
    assert read(html(above, head)).article_body == (f"{described}\n{TEXT}" if is_shown else TEXT)
    assert read(html(above, head.replace("The vote", "After the vote"))).article_body == TEXT


def test_an_inline_deck_right_below_the_headline_opens_the_body() -> None:
    text = "<br><br>".join(PARAGRAPHS)
    deck = '<span class="subhead">Until then the ferry over the Velm is free</span>'
    page = f"<div><h1>{HEADLINE}</h1>{deck}<br><br>By Tilda Brandt<br>March 2, 2004<br><br>{text}</div>"
    found = read(f"<html><head><title>{HEADLINE}</title></head><body>{page}</body></html>")
    assert found.article_body.startswith("Until then the ferry over the Velm is free\nThe city council")


@pytest.mark.parametrize(
    "line",
    [
        '<div class="page-lead"><div class="video-title">The old bridge over the Velm at low water</div></div>',
        '<div class="page-lead"><iframe src="/player"></iframe><div>The old bridge over the Velm at low water</div></div>',
        '<div class="page-lead"><img src="/a.jpg"><p>The old bridge over the Velm at low water, seen from the inn</p></div>',
        '<div class="story-lead"><div class="x1">Online since 24 May 2019, 12:05 (update: 14:10)</div></div>',
        '<h2 class="subtitle">March 12, 2024</h2>',
        '<details class="review"><summary class="review-summary">Expert reviewed</summary></details>',
        '<div class="summary">Here is what the council of the old town said:</div>',
        '<div><img src="/a.jpg"><p>The old bridge over the Velm, closed two years ago, seen from the inn.</p></div>',
        '<p>Pictures that move and words that stay: make use of our tools!</p>',
        '<p>The bridge was closed two years ago. <a href="/2">The council votes</a></p>',
        "<p>The council rebuilds the bridge at last.</p><p>The ferry over the Velm is free until the end of next year.</p>",
        '<p class="published">The bridge was rebuilt, says the mayor of the council</p>',
        "<p>Sign up for our newsletter about the council, the bridge and the ferry over the Velm.</p>",
    ],
)  # fmt: skip
def test_other_lines_between_the_headline_and_the_element_of_the_text_are_no_standfirst(line: str) -> None:
    assert _outside(line) == TEXT


POINTS = ("The council rebuilds the old bridge over the Velm", "The ferry is free until the end of next year")


@pytest.mark.parametrize("title", ["", "<h2>Key points</h2>"])
def test_a_list_that_sums_the_article_up_opens_the_body(title: str) -> None:
    points = "".join(f"<li><strong>{point}</strong></li>" for point in POINTS)
    told = ["Key points", *POINTS] if title else POINTS
    assert _outside(f'<div class="key-points">{title}<ul>{points}</ul></div>') == "\n".join([*told, TEXT])
    lead = "The city rebuilds its bridge and keeps the ferry"
    assert _outside(f'<p class="standfirst">{lead}</p><ul>{points}</ul>') == "\n".join([lead, *POINTS, TEXT])


@pytest.mark.parametrize(
    "items",
    [
        "".join(f'<li><a href="/2">{point}</a></li>' for point in POINTS),
        f"<li>{POINTS[0]}</li>",
        f"<li>{POINTS[0]}</li><li>Share</li>",
        "<li>Written by Tilda Brandt, who writes about rivers</li><li>Seen, weighed and told at the inn on the far bank</li>",
        "<li>Towns and rivers</li><li>Bridges</li>",
        "".join(f"<li>{POINTS[0]} {number}</li>" for number in "abcdefghijk"),
    ],
)
def test_other_lists_above_the_text_are_left_out(items: str) -> None:
    assert _outside(f"<ul>{items}</ul>") == TEXT
    points = "".join(f"<li>{point}</li>" for point in POINTS)
    assert _outside(f'<div class="related"><ul>{points}</ul></div>') == TEXT


@pytest.mark.parametrize(
    "other",
    [
        '<ul class="share"><li><a href="#">Facebook</a></li><li><a href="#">Email</a></li></ul>',
        '<ul class="meta"><li>By Tilda Brandt</li><li>4 March 2024</li></ul>',
        '<ul class="tags"><li><a href="/bridges">Bridges</a></li></ul>',
    ],
)
def test_a_list_of_another_kind_beside_it_does_not_hide_the_list_that_sums_the_article_up(other: str) -> None:
    points = f"<ul>{''.join(f'<li><p>{point}</p></li>' for point in POINTS)}</ul>"
    assert _outside(points + other) == "\n".join([*POINTS, TEXT])
    assert _outside(other + points) == "\n".join([*POINTS, TEXT])


def test_a_short_line_in_the_list_that_sums_the_article_up_stays() -> None:
    points = f"<div class='x1'><ul>{''.join(f'<li>{point}</li>' for point in (*POINTS, 'No toll'))}</ul></div>"
    more = '<a href="#sources">See where this was found</a>'
    box = f'<div class="callout"><h4>In short</h4><div>{points}{more}</div></div>'
    assert _outside(box) == "\n".join(["In short", *POINTS, "No toll", TEXT])


def test_a_list_of_short_lines_sums_the_article_up_where_it_is_called_so() -> None:
    points = "<h2>The bridge</h2><ul><li>Open again after a year</li><li>Ferry gone</li></ul>"
    assert _outside(f'<div class="at-a-glance">{points}</div>') == f"The bridge\nOpen again after a year\nFerry gone\n{TEXT}"
    assert _outside(f'<div class="x1">{points}</div>') == TEXT


def test_first_paragraphs_in_a_box_called_a_teaser_open_the_body() -> None:
    rest = f'<div class="remainder">{SECOND}{THIRD}{"".join(f"<p>{text} So it was told.</p>" for text in PARAGRAPHS)}</div>'
    body = read(html(f'<p class="byline">By Tilda Brandt</p><div><div class="teaser-content">{FIRST}</div>{rest}</div>')).article_body
    assert body.startswith(TEXT)
    other = f'<div class="teaser-content"><p class="x1">{PARAGRAPHS[0]} <a href="/2">The ferry</a></p></div>'
    assert "The ferry" not in read(html(f"<div>{other}{rest}</div>")).article_body


def test_a_first_paragraph_called_a_teaser_stays_and_a_line_about_another_article_goes() -> None:
    other = '<div class="teaser"><p>These are the ships of the Velm</p></div>'
    body = read(html(f'<div class="article-body"><p class="teaser">{PARAGRAPHS[0]}</p>{SECOND}{other}{THIRD}</div>')).article_body
    assert body == TEXT


@pytest.mark.parametrize("name", ["newsletter-widget", "author-box", "related-posts", "mostread_list", "cookie-notice"])
def test_a_box_whose_name_is_sure_goes_from_a_short_article_too(name: str) -> None:
    box = f'<div class="{name}"><p>Every Friday we tell what happened in the valley and what is to come, to whom it may concern.</p></div>'
    assert read(html(FIRST + box + SECOND)).article_body == "\n".join(PARAGRAPHS[:2])


def test_a_box_whose_name_is_sure_stays_where_it_holds_most_of_the_text() -> None:
    assert read(html(f'<div class="related">{SECOND}{THIRD}</div>{FIRST}')).article_body.count("\n") == 2


def test_a_date_line_without_a_year_is_no_part_of_the_text_and_a_line_that_names_a_day_is() -> None:
    assert read(html(f"<p>Tue Mar 2, 6:14 PM ET</p>{paragraphs()}")).article_body == TEXT
    doors = "Doors open on Mar 2, 6:14 PM"
    assert read(html(f"<p>{doors}</p>{paragraphs()}")).article_body == f"{doors}\n{TEXT}"


def test_a_quote_of_several_lines_loses_only_those_that_are_said_twice() -> None:
    lines = "<p>We have waited long enough</p><p>Free ferry</p><p>No tolls</p>"
    assert read(html(f"{FIRST}<blockquote>{lines}</blockquote>{SECOND}{THIRD}")).article_body.count("Free ferry\nNo tolls") == 1


def test_a_paragraph_beside_a_field_for_an_address_stays() -> None:
    chunk = f'<div class="chunk">{SECOND}<form><input type="email"></form></div>'
    assert read(html(FIRST + chunk + THIRD + paragraphs(*LATER))).article_body == "\n".join((*PARAGRAPHS, *LATER))


@pytest.mark.parametrize("mark", ['style="display:none"', "hidden"])
def test_the_rest_of_a_paragraph_that_a_click_shows_stays(mark: str) -> None:
    start, rest = PARAGRAPHS[0].split(", ")
    body = read(html(f"<p>{start}<span {mark}>, {rest}</span></p>{SECOND}{THIRD}")).article_body
    assert body == TEXT
