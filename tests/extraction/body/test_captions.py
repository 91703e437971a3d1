import pytest

from tests.extraction.writing import PARAGRAPHS, TEXT, html, paragraphs, read

FIRST, SECOND, THIRD = (f"<p>{text}</p>" for text in PARAGRAPHS)


@pytest.mark.parametrize(
    "caption",
    [
        '<span class="photo"><img src="/a.jpg"><em class="img_desc">The bridge in 1931</em></span>',
        '<span class="photo"><img src="/a.jpg"><em class="img_desc">The bridge in 1931<br>[Wilma Oster]</em></span>',
        '<img src="/a.jpg"><br><span class="cutline">The bridge in 1931.</span>',
        '<iframe src="/film"></iframe><span class="caption">The bridge opens for a boat.</span>',
        '<img src="/a.jpg"><span class="caption">The <b>bridge</b> in 1931.</span> <small class="photo-credit">Wilma Oster</small>',
    ],
)
def test_a_caption_in_inline_elements_is_left_out_wherever_it_stands(caption: str) -> None:
    assert read(html(f"<div>{caption}<br><br>{'<br><br>'.join(PARAGRAPHS)}</div>")).article_body == TEXT
    assert read(html(f"<div>{FIRST}<p>{caption}<br>{PARAGRAPHS[1]}</p>{THIRD}</div>")).article_body == TEXT
    assert read(html(f"<div>{FIRST}{SECOND}<div>{caption}</div>{THIRD}</div>")).article_body == TEXT


@pytest.mark.parametrize(
    "text",
    [
        'The mayor calls it <span class="caption">the cheapest bridge</span> that the valley has seen since the war.',
        '“So be it,” <small class="attribution">Ada Lind</small>',
        '<span class="legend">What the ferry tells</span> about the valley, its cows and its bakers, nobody has asked so far.',
    ],
)
def test_a_marked_word_in_a_sentence_makes_no_caption(text: str) -> None:
    assert len(read(html(paragraphs(*PARAGRAPHS, text))).article_body.splitlines()) == len(PARAGRAPHS) + 1


def test_a_sub_heading_and_an_article_in_elements_called_captions_stay() -> None:
    marked = [f'<span class="caption">{text}</span>' for text in PARAGRAPHS]
    assert read(html(f"<div>{'<br><br>'.join(marked)}</div>")).article_body == TEXT
    heading = '<h3><span class="image-title">What the ferry tells</span></h3>'
    assert "What the ferry tells" in read(html(FIRST + SECOND + heading + THIRD)).article_body


def test_the_credit_and_caption_of_the_picture_at_the_head_are_no_standfirst() -> None:
    lines = '<span class="source">Wilma Oster</span><span class="caption">The bridge over the Velm in winter.</span>'
    assert read(html(f'<div class="lead-image"><img src="/a.jpg">{lines}</div>{paragraphs()}')).article_body == TEXT


LAST = "The council will meet again on Monday, and the inn will be open until the last of its members has gone home."
PICTURE = '<span class="b"><img src="/a.jpg"></span>'


@pytest.mark.parametrize("line", ["老師傅示範竹編技法。（記者吳俊鋒攝）", "古い橋を渡る人々＝５日【大石太郎撮影】", "사진=강릉시 제공"])
def test_a_line_at_a_picture_that_names_its_photographer_is_left_out(line: str) -> None:
    assert read(html(f'<div>{PICTURE}<span class="d">{line}</span>{paragraphs()}</div>')).article_body == TEXT
    assert read(html(f"<div>{FIRST}<p>{PICTURE}</p><p>{line}</p>{SECOND}{THIRD}</div>")).article_body == TEXT


@pytest.mark.parametrize(
    ("picture", "line"),
    [
        ("", "老師傅示範竹編技法。（記者吳俊鋒攝）"),
        (PICTURE, "老師傅示範竹編技法（記者吳俊鋒攝）後表示，如今僅剩不到十名老師傅。"),
        (PICTURE, "사진을 찍는 사람들이 강가에 모여 있었다."),
    ],
)
def test_other_lines_that_tell_of_photographs_stay(picture: str, line: str) -> None:
    assert read(html(f"<div>{FIRST}{picture}{SECOND}<p>{line}</p>{THIRD}</div>")).article_body.splitlines()[2] == line


@pytest.mark.parametrize(
    "line",
    [
        "The old bridge in winter. (Photo: Ada Lind)",
        "Die alte Brücke im Winter. Foto: Ada Lind",
        "Die alte Brücke im Winter © Velm Tourismus / Ada Lind",
        "Somebody is praying for the bridge. (Photograph by Ada Lind/Velm Images)",
        "The bridge in 1931. Photo courtesy of Ada Lind",
        "El puente viejo. Crédito: Ada Lind",
        "The old bridge in winter | Image credit: Ada van der Lind/Velm Images",
        "Photo by Ada Lind",
        "三月五日，市民在老桥上行走。河流社记者 王河 摄",
        "老桥夜景。图/视觉河流",
    ],
)
@pytest.mark.parametrize("picture", ['<p><img src="/a.jpg"></p>', '<div><a href="/a.jpg"><img src="/a.jpg"></a></div>'])
def test_a_line_right_below_a_picture_that_ends_with_its_credit_is_left_out(picture: str, line: str) -> None:
    assert read(html(f"<div>{FIRST}{picture}<p><em>{line}</em></p>{SECOND}{THIRD}</div>")).article_body == TEXT


@pytest.mark.parametrize(
    ("picture", "line"),
    [
        (f"<p>{LAST}</p>", "The old bridge in winter. (Photo: Ada Lind)"),
        (f'<p><img src="/a.jpg">{LAST}</p>', "She is known for one picture: the ferry"),
        ('<p><img src="/a.jpg"></p>', "Nobody had a photo of it, the council said: it was dark"),
        ('<p><img src="/a.jpg"></p>', "The town paid for both photo and/or film"),
        ('<p><img src="/a.jpg"></p>', "What became of the picture by Rembrandt"),
        ('<p><img src="/a.jpg"></p>', "1. “The Night Ferry”, picture by Rembrandt"),
        ('<p><img src="/a.jpg"></p>', "She signed the photo by hand"),
        ('<p><img src="/a.jpg"></p>', "Get the photo by May 3 and win a prize"),
        ('<p><img src="/a.jpg"></p>', "Camera: 12 MP, photo: 4K/60"),
        ('<p><img src="/a.jpg"></p>', "Best picture: The Bridge"),
        ('<p><img src="/a.jpg"></p>', "Tickets: https://velm.example/photo/4711"),
    ],
)
def test_other_lines_with_words_of_a_credit_stay(picture: str, line: str) -> None:
    assert line in read(html(f"<div>{FIRST}{SECOND}{THIRD}{picture}<p>{line}</p>{FIRST}</div>")).article_body.splitlines()


SHORT = "The ferry sends one signal a day. It does not tell who is on board, the council says."
LONG = f"{SHORT} Engineers will read the signals twice a year and compare the numbers with those of the inn on the far bank."


@pytest.mark.parametrize(
    ("box", "text"),
    [
        ('<div class="intro"><figure><img src="/a.jpg"><figcaption>The bridge</figcaption></figure><p>{}</p></div>', SHORT),
        ('<div class="part"><div class="media"><img src="/a.jpg"></div><p class="caption">The bridge</p><p>{}</p></div>', SHORT),
        ('<div class="media-text"><figure><img src="/a.jpg"></figure><div class="content"><p>{}</p></div></div>', SHORT),
        ('<div class="row"><div class="col"><img src="/a.jpg"></div><div class="col"><p>{}</p></div></div>', SHORT),
        ('<div><img src="/a.jpg" class="alignleft"><p>{}</p></div>', LONG),
        ('<div class="chunk"><p><img src="/a.jpg"></p><p>{}</p></div>', LONG),
    ],
)
def test_a_paragraph_that_shares_a_box_with_a_picture_stays(box: str, text: str) -> None:
    assert read(html(f"<div>{FIRST}{SECOND}{box.format(text)}{THIRD}{paragraphs()}</div>")).article_body.splitlines()[2] == text


@pytest.mark.parametrize(
    ("box", "text"),
    [
        ('<div><figure><img src="/a.jpg"></figure><p>{}</p></div>', "The bridge in 1931, seen from the inn."),
        ('<div><figure><img src="/a.jpg"></figure><p>{}</p></div>', f"{SHORT} Photo: Wilma Oster"),
        ('<div><img src="/a.jpg"><p>{}</p></div>', SHORT),
        ('<div><img src="/a.jpg"><p class="x">{}</p></div>', LONG),
        ('<div class="photo"><img src="/a.jpg"><p>{}</p></div>', LONG),
        ('<div><div class="image-row"><div><img src="/a.jpg"></div><div><p>{}</p></div></div></div>', SHORT),
        ('<div><img src="/a.jpg"><p>{}<br><small>Wilma Oster</small></p></div>', LONG),
    ],
)
def test_an_unmarked_caption_below_its_picture_is_left_out(box: str, text: str) -> None:
    assert read(html(f"<div>{FIRST}{SECOND}{box.format(text)}{THIRD}{paragraphs()}</div>")).article_body == f"{TEXT}\n{TEXT}"


def test_the_portrait_with_a_word_about_the_author_below_the_text_is_left_out() -> None:
    box = f'<div><div class="a"><img src="/a.jpg"></div><div class="b"><p>{SHORT}</p></div></div>'
    assert read(html(f"<div>{paragraphs()}{box}</div>")).article_body == TEXT


def test_the_caption_of_a_table_stays_above_its_cells() -> None:
    cells = "<tr><th>2022</th><td>14 million</td></tr>"
    table = f"<table><caption>Cost of the bridge by year</caption>{cells}</table>"
    between = "\n".join((PARAGRAPHS[0], "Cost of the bridge by year", "2022", "14 million", *PARAGRAPHS[1:]))
    assert read(html(FIRST + table + SECOND + THIRD)).article_body == between


@pytest.mark.parametrize(
    "table",
    [
        '<table><caption>The bridge in 1931</caption><tr><td><img src="/a.jpg"></td><td>Photo: Ole Brink</td></tr></table>',
        "<table><caption>The bridge in 1931</caption><tr><td></td></tr></table>",
    ],
)
def test_the_caption_of_a_picture_in_a_table_is_left_out(table: str) -> None:
    assert read(html(FIRST + table + SECOND + THIRD)).article_body == TEXT


def _halves(text: str, name: str = "wp-block-media-text is-stacked") -> str:
    return f'<div class="{name}"><figure class="x1"><img src="/a.jpg"></figure><div class="x2">{text}</div></div>'


@pytest.mark.parametrize("name", ["wp-block-media-text is-stacked", "block--text-image", "image-with-text"])
def test_a_sentence_in_the_half_for_text_beside_a_picture_stays(name: str) -> None:
    said = "The new lamps are set into the rail."
    assert read(html(FIRST + SECOND + THIRD + _halves(f"<p>{said}</p>", name))).article_body == f"{TEXT}\n{said}"


@pytest.mark.parametrize(
    "caption",
    [
        _halves("<p>The bridge in 1931.</p>", "x1"),
        _halves("<p>The bridge in 1931.</p>", "image-texture"),
        _halves("<p>The bridge in 1931</p>"),
        _halves("The bridge in 1931."),
        _halves('<p class="caption">The bridge in 1931.</p>'),
        '<div class="wp-block-media-text"><img src="/a.jpg"><p>The bridge in 1931.</p></div>',
    ],
)
def test_a_caption_in_such_a_box_or_in_one_of_another_name_is_left_out(caption: str) -> None:
    assert read(html(FIRST + SECOND + THIRD + caption)).article_body == TEXT
