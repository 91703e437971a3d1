"""Phrases that are told by their own words, in many languages, and sentences that begin with the same words."""

import pytest

from newshouse.extraction.body import phrases
from tests.extraction.writing import PARAGRAPHS, TEXT, html, read

FIRST, SECOND, THIRD = (f"<p>{text}</p>" for text in PARAGRAPHS)
_TITLES = {"en": "The ferry of the Velm", "ar": "عبارة النهر", "zh": "河上的渡船", "hi": "नदी की नाव"}
_LABELS = (
    "Read also", "Related", "Lesen Sie auch", "Das könnte Sie auch interessieren", "À lire aussi", "A lire aussi", "À LIRE ÉGALEMENT",
    "Lire également", "Mirá también", "Leé también", "Te recomendamos", "Seguí leyendo", "Relacionado", "Vea también", "Confira também",
    "Leia ainda", "Veja mais", "Leggi anche", "Guarda anche", "Lees meer", "Läs mer", "Katso myös", "Zobacz także", "Přečtěte si také",
    "Citește și", "Cite\u015fte \u015fi", "Kapcsolódó cikkek", "Pročitajte još", "Читайте также", "Читайте ещё", "Ссылки по теме",
    "Читайте також", "Вижте още", "Διαβάστε επίσης", "İlgili haber", "Baca juga", "Baca pula", "Artikel berkaitan", "Basahin", "Pia soma",
    "Xem thêm", "Tin liên quan", "በተጨማሪ ያንብቡ", "اقرأ أيضاً", "اقرأ أيضًا", "إقرأ أيضا", "اقرا ايضا", "شاهد أيضا",
    "موضوعات متعلقة", "بیشتر بخوانید",
    "در همین زمینه", "یہ بھی پڑھیں", "مزید پڑھیں", "קראו גם", "עוד בנושא", "यह भी पढ़ें", "इसे भी पढ\u093cें", "हेही वाचा",
    "আরও পড\u09bcুন",
    "আরো প\u09dcুন", "આ પણ વાંચો", "ਇਹ ਵੀ ਪੜ੍ਹੋ", "இதையும் படிக்க", "ఇవి కూడా చదవండి", "ఇదీ చదవండి", "ഇതും വായിക്കുക",
    "ಇದನ್ನೂ ಓದಿ", "อ่านเพิ่มเติม",
    "ข่าวที่เกี่ยวข้อง", "延伸閱讀", "更多新聞", "相关阅读", "推薦閱讀", "看更多", "関連記事", "あわせて読みたい", "관련기사",
    "관련 뉴스",
)  # fmt: skip


@pytest.mark.parametrize("label", _LABELS)
def test_a_line_that_announces_another_article_is_none_of_the_text_in_any_language(label: str) -> None:
    assert phrases.is_label(label)
    for title in _TITLES.values():
        for line in (f"{label}: {title}", f"{label} – {title}", f"▶ {label}： {title}"):
            assert phrases.leads_away(line, len(line)), line


@pytest.mark.parametrize("label", ["READ", "WATCH", "Listen", "More", "See", "Baca", "BACA", "पढ़ें", "À lire", "Además"])
def test_a_single_word_with_a_colon_leads_away_where_no_sentence_follows(label: str) -> None:
    assert read(html(f"{FIRST}<p>{label}: The ferry of the Velm</p>{SECOND}{THIRD}")).article_body == TEXT


@pytest.mark.parametrize(
    "sentence",
    [
        "Listen: we have waited for two years, and so have the cows.",
        "See: there is no ferry on Sundays!",
        "“Read: I signed nothing”",
        "Read the letter of the mayor to the council",
        "More – not fewer – boats will be needed",
        "Related cases were heard on Monday: the ferryman won two of them",
        "Se også de små ting, sagde hun",
        "Lea además trabaja de noche en el puerto",
        "Mire también a su hijo, le dijo",
        "Relacionado con el puente está el ferry",
        "Baca juga koran lama itu, katanya",
        "Читайте также между строк, сказал он",
        "Watch: Sunday, 8 p.m., CBS",
        "See: The Museum of the Valley, 12 Bridge Street",
        "À voir : « Le Pont », au cinéma mercredi.",
        "À relire : « Le Pont », de Jean Lind, éd. du Seuil, 240 p., 18 €",
        "Le recomendamos: llevar agua, sombrero y calzado cómodo.",
        "Confira ainda: no sábado, às 20h, a banda toca na praça.",
        "Vea más – y mejor – desde el puente",
        "בהמשך: הגשר ייפתח מחדש",
    ],
)
def test_a_sentence_that_begins_like_an_announcement_stays(sentence: str) -> None:
    assert sentence in read(html(f"{FIRST}<p>{sentence}</p>{SECOND}{THIRD}")).article_body


@pytest.mark.parametrize(
    "sentence",
    [
        "“Follow the weekly payments and you will find our man,” the inspector told the jury.",
        '"Did you see the photos on Facebook?" she asked him.',
        "“Join the strike or lose your daily bread,” Ada Lind told the crowd.",
        "Register online by May 7, or in person at the office below the courthouse.",
        "Share your photos of the bridge at the library on Friday, when the old plans will be on show.",
        "Download speeds fell by a third, according to the daily figures of the council.",
        "Join Ada Lind and she will tell you how the daily walk to the inn began.",
        "Did you know? The weekly market has been held since 1204.",
        "Love letters found below the floor of the chapel are to go on show.",
        "Contact us before you sell, the auctioneers had told her in an email in May.",
        "Support for independent journalism was cut by the council in its weekly notice.",
        "Have a tip? Call the wardens of the river or email tips@velm.example.",
        "Copyright judges of the Velm ruled on Friday against the firm that streams its songs.",
        "Copyright in the song, the court ruled on Tuesday, belongs to the two sisters who wrote it.",
        "The newsletter of the club tells its members where they sign up for the ferry.",
        "“The newsletter says it all. Sign up here,” it read.",
        "Follow the path below the mill. The daily ferry leaves from there.",
        "Das Netzwerk verwendet Cookies, um Nutzer zu verfolgen, sagt das Gericht.",
        "Websites gebruiken cookies om bezoekers te volgen, zegt de toezichthouder.",
        "Under the law, necessary cookies are essential and need no consent, the court said.",
        "The letter says “we use cookies to improve our service” and nothing more, the court said.",
    ],
)
def test_a_sentence_that_begins_like_a_request_stays(sentence: str) -> None:
    assert sentence in read(html(f"{FIRST}<p>{sentence}</p>{SECOND}{THIRD}")).article_body


@pytest.mark.parametrize(
    "request_line",
    [
        "Sign up for the newsletter of the Velm Courier",
        "Want more of the valley? Subscribe to our weekly letter.",
        "Follow us on Facebook.",
        "We use cookies to improve the page.",
        "On a visit, our partners may store or retrieve information on your browser, mostly in the form of cookies.",
        "Necessary cookies are absolutely essential for the page to work. They remember who you are.",
        "Utilizamos cookies propias y de terceros para medir las visitas.",
        "Copyright Velm Courier. Todos os direitos reservados, em qualquer meio, sem a permissão da casa.",
        "Your email address will not be shown.",
        "Subscribe now for a crown a month",
        "Send us your photos of the bridge!",
        "Have a tip? Email us at desk@velm-courier.example.",
        "Get the Velm Courier app!",
        "Did you enjoy this? Let us know in the comments below.",
        "The Velm newsletter is our guide to the stories of the valley. Sign up here.",
        "Receive newsletters with the latest of the valley by signing up here",
        "Unser Velm-Newsletter informiert Sie regelmäßig. Melden Sie sich hier an.",
        "We need your consent to load this player. It can show films, once you accept what it does.",
        'Follow Ada Lind on <a href="https://twitter.com/ada">Twitter</a>',
        'Download the <a href="/app">app of the valley</a>',
    ],
)
def test_a_request_between_the_paragraphs_is_left_out(request_line: str) -> None:
    assert read(html(f"{FIRST}<p>{request_line}</p>{SECOND}{THIRD}")).article_body == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "- Advertisement -", "[Advertisement]", "— Publicidad —", "- Anzeige -", "Publicidade", "Anúncio", "Annonse", "ANNONCE", "Mainos",
        "Advertentie", "Hirdetés", "Iklan", "- Реклама -", "ΔΙΑΦΗΜΙΣΗ", "Quảng cáo", "Publicitate", "Oglas", "スポンサーリンク", "廣告",
        "광고", "פרסומת", "विज्ञापन", "after newsletter promotion", "Weiterlesen nach der Anzeige", "Tekst gaat verder onder de foto.",
        "La suite après cette publicité", "Continua a leggere dopo la pubblicità", "Continua após a publicidade",
        "Artiklen fortsætter efter annoncen", "Artikeln fortsätter efter annonsen", "Saken fortsetter under annonsen",
        "Juttu jatkuu mainoksen jälkeen", "Dalsza część artykułu pod materiałem wideo", "Článek pokračuje pod reklamou",
        "Raksts turpinās pēc reklāmas", "Artikkel jätkub pärast reklaami", "Straipsnio tęsinys po reklamos",
    ],
)  # fmt: skip
def test_the_mark_of_an_advertisement_is_left_out_but_not_where_it_is_a_heading_or_an_item(line: str) -> None:
    assert read(html(f"{FIRST}<p>{line}</p>{SECOND}{THIRD}")).article_body == TEXT
    heading = read(html(f"{FIRST}<h2>Oglas</h2>{SECOND}<ul><li>Two boats of the ferry</li><li>Oglas</li></ul>{THIRD}")).article_body
    assert heading.count("Oglas") == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "“Annonce”",
        "Reklama? Nobody at the ferry had ever heard of it.",
        "Advertentie voor een brug",
        "Continua a leggere il libro della valle",
        "Artikkelen fortsetter debatten om broen",
    ],
)
def test_what_only_begins_like_the_mark_of_an_advertisement_stays(sentence: str) -> None:
    assert sentence in read(html(f"{FIRST}<p>{sentence}</p>{SECOND}{THIRD}")).article_body


@pytest.mark.parametrize(
    "line",
    [
        ">> LIRE AUSSI : Le bac", "+++ Lesen Sie auch: Die Fähre", "→ Ler também: A ponte", "Leggi anche → Il ponte",
        "Lies auch: Die Brücke",
        "Още по темата: Мостът", "Taip pat skaitykite: Tiltas", "Kapcsolódó cikk: A híd", "Дивіться також: Міст",
        "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ: Η γέφυρα",
        "İLGİLİ HABER: Köprü", "Sprawdź: Most nad rzeką", "Citiți și: Podul",
        "Síguenos en Facebook y Twitter", "Suscríbete para seguir leyendo", "Segui il giornale su Google News",
        "Iscriviti al canale WhatsApp del giornale", "Meld je aan voor onze nieuwsbrief en ontvang elke ochtend het nieuws.",
        "Følg os på Facebook", "Följ oss på Facebook", "Bądź na bieżąco! Obserwuj nas w Wiadomościach Google.", "Sledujte nás na Facebooku",
        "Kövess minket Facebookon is!", "Urmărește știrile și pe Google News", "Последвайте ни във Facebook", "Pratite nas na Facebooku",
        "Ακολουθήστε μας στο Google News", "Haberleri WhatsApp kanalımızdan takip edin", "Подписывайтесь на наш Telegram-канал",
        "Підписуйтесь на наш Telegram-канал", "Если вы заметили ошибку, выделите её и нажмите Ctrl+Enter",
        "Našli jste v článku chybu? Napište nám.",
    ],
)  # fmt: skip
def test_pointers_and_calls_between_the_paragraphs_are_left_out_in_more_languages(line: str) -> None:
    assert read(html(f"{FIRST}<p>{line}</p>{SECOND}{THIRD}")).article_body == TEXT


@pytest.mark.parametrize(
    "sentence",
    [
        "Sigue en Facebook la polémica por el puente",
        "Segui il canale fino al mulino, dice la guida",
        "«Síguenos en Facebook», pide el alcalde",
        "Suivez le fleuve jusqu'au pont, dit le guide",
        "Press Ctrl+Enter to begin a new page",
        "Sprawdź: most jest zamknięty od dwóch lat.",
        "Kuva: näin silta syntyi",
        "Obserwuj rzekę przez cały rok",
    ],
)
def test_a_sentence_that_begins_like_a_call_stays(sentence: str) -> None:
    assert sentence in read(html(f"{FIRST}<p>{sentence}</p>{SECOND}{THIRD}")).article_body


@pytest.mark.parametrize(
    "credit", ["Fotó: Lind Ada / Velm", "Fot. Ada Lind / Velm", "Kuva: Ada Lind", "ΦΩΤΟ: VELM", "Снимка: ВЕЛМ", "Symbolbild"]
)
def test_the_credit_of_a_picture_is_left_out_in_more_languages(credit: str) -> None:
    assert read(html(f"{FIRST}<p>{credit}</p>{SECOND}{THIRD}")).article_body == TEXT


def test_a_word_that_opens_sentences_as_well_leads_away_before_a_link_but_not_in_a_list() -> None:
    link = '<a href="/2">« Le Pont », 240 pages, un film</a>'
    for label in ("Te recomendamos: ", "Watch: ", "À voir : ", "Leggi anche – "):
        assert read(html(f"{FIRST}<p>{label}{link}</p>{SECOND}{THIRD}")).article_body == TEXT
    items = "<ul><li>See: the old mill</li><li>Hear: the band of the valley</li></ul>"
    assert "See: the old mill" in read(html(FIRST + items + SECOND + THIRD)).article_body


@pytest.mark.parametrize(
    "line",
    [
        "This is an archived article and the information in the article may be outdated. Please look at the time stamp on the story.",
        "The video above is about a different story.",
        "Editor’s note: The video above is from a previous report.",
        "Video above: The ferry in winter",
        "Watch the full report in the video player above.",
        "Hide Transcript Show Transcript",
        "Über dieses Thema berichtet: Nachrichten aus dem Tal am 05.03.2024 um 06:30 Uhr.",
        "Über dieses Thema berichtete das Talradio am 05. März 2024 um 07:10 Uhr.",
        "Dieses Thema im Programm: Talradio 1 um 07:10 Uhr.",
        "Diese Nachricht wurde am 05.03.2024 im Programm Talradio gesendet.",
        "Dieser Beitrag lief am 05. März 2024 um 07:10 Uhr im Talradio.",
    ],
)
def test_what_the_page_says_of_itself_is_none_of_the_text(line: str) -> None:
    for page in (f"<p>{line}</p>{FIRST}{SECOND}{THIRD}", f"{FIRST}<p>{line}</p>{SECOND}{THIRD}", f"{FIRST}{SECOND}{THIRD}<p>{line}</p>"):
        assert read(html(page)).article_body == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "This is an archive that nobody has opened since the war, the council said.",
        "The video above the bar shows the ferry all day long, he said.",
        "The video below is from a different case, the court was told.",
        "This story is archived in the state library, where few have read it.",
        "Diese Meldung wurde am 3. Mai vom Ministerium ausgestrahlt",
        "The video was about a different story, the mayor said.",
        "Watch the full moon above the bridge, the inn advises.",
        "Über dieses Thema berichtete am Montag auch die Zeitung aus dem Tal.",
        "Dieser Beitrag wurde am 5. März vom Kreistag auf zwei Euro gesenkt.",
        "Dieses Thema im Programm der Partei steht weit hinten.",
        "Show the transcript to nobody, the judge said.",
    ],
)
def test_a_sentence_about_films_and_broadcasts_stays(line: str) -> None:
    assert read(html(f"{FIRST}<p>{line}</p>{SECOND}{THIRD}")).article_body.splitlines()[1] == line


@pytest.mark.parametrize(
    "line",
    [
        "Was this helpful?",
        "Was this article helpful?",
        "Buying Options",
        "Get it from Shopfront for $12.99.",
        "Buy now: Shopfront | Backdoor",
        "Read this post in Español, Français",
        "Newsletter « Le fleuve » : chaque semaine, ce que dit le bac",
        "Exklusiv für Abonnenten",
        "Article réservé aux abonnés",
        "Exclusive to subscribers",
        "Open in Google Maps",
        "Photography by Wilma Oster / Courier",
        "All of them were chosen by our editors, and the Courier collects a share of sales from the links on this page.",
    ],
)
def test_what_shops_and_guides_set_between_the_paragraphs_is_left_out(line: str) -> None:
    assert read(html(f"{FIRST}<p>{line}</p>{SECOND}{THIRD}")).article_body == TEXT


@pytest.mark.parametrize(
    "sentence",
    [
        "Was this helpful to the cows?",
        "Buying options on wheat became a sport of the valley.",
        "Get it from the inn for free.",
        "Get it from the state for $12 a month",
        "From $119 the price rose to $240.",
        "Buy now: the advice of the bank was wrong.",
        "Read this post in silence.",
        "The newsletter “Velm”: once a week, it was read by all.",
        "Exclusive to subscribers of the ferry was the upper deck.",
        "Photography by Wilma Oster is on show at the inn.",
        "The band collects a share of sales from the inn.",
        "The publisher earns a share of sales from links, the court heard.",
        "From £12",
        "£5 at Shopfront",
    ],
)
def test_a_sentence_or_a_price_that_begins_like_them_stays(sentence: str) -> None:
    assert sentence in read(html(f"{FIRST}<p>{sentence}</p>{SECOND}{THIRD}")).article_body


def test_the_button_of_a_map_is_no_item_that_the_article_lists() -> None:
    item = '<ul><li><a href="https://maps.example/1">Open in Google Maps</a></li></ul>'
    assert read(html(FIRST + item + SECOND + THIRD)).article_body == TEXT
