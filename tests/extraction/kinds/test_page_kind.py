import pytest

from newshouse.errors import Rejected
from newshouse.extraction.text import shortened
from newshouse.model import Reason
from tests.extraction.writing import URL, bare, html, linked, og, page, paragraphs, read, reason_of

HOST = "https://velm-courier.example"


LINKS = "".join(f'<li><a href="/story-{i}">The council has decided about matter number {i}</a></li>' for i in range(30))
TEASERS = "".join(
    f'<p><b><a href="/{i}">The council decides on matter {i}</a></b><br>It took them {i} evenings in all.</p>' for i in range(12)
)
CARDS = "".join(
    f'<article class="card"><h2><a href="/{i}.html">Bridge matter number {i} comes to a vote</a></h2><p>Members met for {i} hours, and '
    f"in the end they agreed on a plan for the ferry.</p><time>{i} May</time></article>"
    for i in range(1, 15)
)
FOOTER = (
    "<footer><p>Velm Courier is the newspaper of the town and its villages, printed since 1861 on the far bank of the river.</p></footer>"
)


@pytest.mark.parametrize(
    "text",
    [
        bare("Just a moment...", "<h1>Checking your browser before accessing the site</h1><p>Please wait.</p>"),
        bare("Access denied", "<h1>Access to this page has been denied</h1><p>Please verify you are a human.</p>"),
        bare(
            "velm-courier.example",
            "<p>Please enable JS and disable any ad blocker</p><script src='https://ct.captcha-delivery.com/c.js'></script>",
        ),
        bare(
            "Access Denied",
            '<h1>Access Denied</h1>You don\'t have permission to access "/town/bridge" on this server.<p>Reference #18.2d4f1502.171',
        ),
        bare("Un momento…", "<h1>velm-courier.example</h1><p>Verificando la conexión.</p><script>window._cf_chl_opt={};</script>"),
        bare("Velm Courier", "<h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><p>Reference ID 7e3f9d20-aa31</p>"),
        bare(
            "Pardon Our Interruption",
            "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think so.</p>",
        ),
        bare("Zugriff verweigert", "<p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>"),
        bare("Доступ ограничен", "<p>Подтвердите, что вы не робот.</p>"),
        bare("Security Check | Velm Courier", "<form><p>Enter the letters from the picture to go on.</p><input name=c></form>"),
    ],
)
def test_a_challenge_of_a_bot_guard_is_told_in_any_language(text: str) -> None:
    assert reason_of(text) is Reason.BOT_CHALLENGE


@pytest.mark.parametrize(
    "text",
    [
        bare("Before you continue", "<p>We and our partners store cookies on your device. Accept all cookies or manage your choices.</p>"),
        bare(
            "Velm Courier",
            "<h1>Welcome to the Velm Courier</h1><p>We and our 842 partners store and/or access information on a device,"
            " such as cookies.</p>"
            "<button>Accept</button>",
        ),
        bare("Velm-Kurier", "<p>Mit Werbung weiterlesen: Wir und unsere bis zu 214 Partner nutzen Cookies. Oder Pur-Abo für 2,99 €.</p>"),
        bare(
            "Le Velm", "<h1>Vos choix en matière de cookies</h1><p>Nous et nos 312 partenaires stockons des données sur votre terminal.</p>"
        ),
        bare("El Velm", "<p>Nosotros y nuestros 90 socios almacenamos información en un dispositivo. Aceptar todas las cookies.</p>"),
        bare("Velm", "<p>Wij en onze 120 partners slaan informatie op een apparaat op. Cookies accepteren</p>"),
        bare("Kurier", "<p>My i nasi 500 zaufani partnerzy przechowujemy informacje na urządzeniu. Akceptuję wszystkie cookies.</p>"),
        bare("Velm", "<p>Noi e i nostri 70 fornitori archiviamo informazioni su un dispositivo. Accetta tutti i cookie.</p>"),
        bare("Kuriren", "<p>Vi och våra 99 partner lagrar information på en enhet. Godkänn alla cookies.</p>"),
    ],
)
def test_a_consent_wall_is_told_in_any_language(text: str) -> None:
    assert reason_of(text) is Reason.CONSENT_WALL


@pytest.mark.parametrize(
    "title",
    [
        "Page not found", "404", "Error 404 - Velm Courier", "404 Not Found", "Page Not Found | Velm Courier", "Oops!",
        "Seite nicht gefunden",
        "Page introuvable – Le Velm", "Página no encontrada", "Pagina non trovata", "Pagina niet gevonden", "Sidan kunde inte hittas",
        "Siden blev ikke fundet", "Sivua ei löydy", "Nie znaleziono strony", "Stránka nenalezena", "Az oldal nem található",
        "Pagina nu a fost găsită",
        "Страница не найдена", "Сторінку не знайдено", "Η σελίδα δεν βρέθηκε", "Sayfa bulunamadı", "الصفحة غير موجودة", "העמוד לא נמצא",
        "ページが見つかりません", "页面不存在", "페이지를 찾을 수 없습니다", "Halaman tidak ditemukan", "Không tìm thấy trang",
        "The page you are looking for does not exist",
    ],
)  # fmt: skip
def test_a_missing_page_with_status_200_is_told_by_its_name(title: str) -> None:
    assert reason_of(bare(title, f"<h1>{title}</h1><p>Try the front page, or look for it with the search above.</p>")) is Reason.SOFT_404
    assert reason_of(bare(title, f"<h1>{title}</h1><h2>Popular today</h2>{CARDS}")) is Reason.SOFT_404


@pytest.mark.parametrize(
    "text",
    [
        bare("Velm Courier", "<h1>Hmm</h1><p>Sorry, the page you requested could not be found. It may have been moved or deleted.</p>"),
        bare("Velm-Kurier", "<h1>Hoppla</h1><p>Diese Seite gibt es nicht mehr. Zur Startseite.</p>"),
        bare("Velm Courier", f"<h1>Nothing here</h1><p>It looks like nothing was found.</p>{FOOTER}", classes="error404 wp-custom-logo"),
    ],
)
def test_a_missing_page_is_told_by_its_words_or_its_template(text: str) -> None:
    assert reason_of(text) is Reason.SOFT_404


@pytest.mark.parametrize(
    "text",
    [
        bare("Sign in", "<h1>Sign in to your account</h1><p>Enter your name and your password, please.</p>"),
        bare("Velm Courier", "<h1>Welcome back</h1><form><p>Your address and your word</p><input type='password'></form>"),
        bare("Anmelden | Velm-Kurier", "<h1>Anmelden</h1><p>Geben Sie Ihre Adresse ein.</p>"),
        bare("Le Velm", "<h1>Se connecter</h1><p>Saisissez votre adresse.</p>"),
        bare("Bridge vote", "<h1>Bridge vote</h1><p>Subscribe to continue reading this story for one crown a week.</p>"),
        bare("Brücke", "<h1>Brücke wird gebaut</h1><p>Dieser Artikel ist nur für Abonnenten. Jetzt weiterlesen mit dem Digitalabo.</p>"),
        html("<p>Already a subscriber? Log in to continue reading.</p>", head=og("article")),
    ],
)
def test_a_login_wall_without_a_teaser_is_told(text: str) -> None:
    assert reason_of(text) is Reason.LOGIN_WALL


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (bare("Politics", f"<h1>Politics</h1><ul>{LINKS}</ul>"), f"{HOST}/category/politics"),
        (bare("County", f"<h1>County</h1>{TEASERS}"), f"{HOST}/section.php?name=county"),
        (bare("Velm Courier", f"<ul>{LINKS}</ul>"), f"{HOST}/"),
        (bare("Velm Courier", f"{CARDS}{FOOTER}"), f"{HOST}/"),
        (bare("Velm Courier", f"{CARDS}{FOOTER}", head=og("article")), f"{HOST}/"),
        (
            bare("Bridges", f"<h1>Bridges</h1>{CARDS}{FOOTER}", head=og("article") + linked({"@type": "CollectionPage"})),
            f"{HOST}/tag/bridges",
        ),
        (
            bare("Ada Lind", f"<h1>Ada Lind</h1><p>She keeps the inn.</p>{CARDS}", head=linked({"@type": "ProfilePage"})),
            f"{HOST}/staff/ada",
        ),
        (bare("Town", f"<h1>Town</h1>{CARDS}", head=og("article"), classes="archive category category-town wp-theme"), f"{HOST}/town/"),
        (bare("Velm", f"<h1>Velm</h1>{CARDS}", classes="tag-template tag-velm"), f"{HOST}/velm/"),
        (bare("Search results for bridge", f"<h1>Search results for bridge</h1>{CARDS}"), f"{HOST}/find?term=bridge"),
        (bare("Suchergebnisse: Brücke", f"<h1>Suchergebnisse: Brücke</h1>{CARDS}"), f"{HOST}/finden"),
        (bare("Velm Courier", f"<h1>You looked for: bridge</h1>{CARDS}"), f"{HOST}/?s=bridge"),
        (bare("Schlagwort: Brücke", f"<h1>Schlagwort: Brücke</h1>{CARDS}"), f"{HOST}/x/bruecke"),
        (bare("Sport", f"<h1>Sport</h1><ul>{LINKS}</ul>{FOOTER}"), f"{HOST}/sport"),
        (
            bare(
                "Town news",
                f"<h1>Town news</h1>{CARDS}{FOOTER}",
                head=linked(*({"@type": "NewsArticle", "headline": f"Bridge matter number {i}", "author": "A. Lind"} for i in range(9))),
            ),
            f"{HOST}/town",
        ),
    ],
)
def test_a_page_that_lists_articles_is_none(text: str, url: str) -> None:
    assert reason_of(text, url) is Reason.LISTING


@pytest.mark.parametrize(
    ("text", "url", "reason"),
    [
        (bare("Bridge", "<h1>The bridge from the air</h1><video src='/v.mp4'></video>"), URL, Reason.MEDIA_ONLY),
        (
            bare(
                "Bridge from the air",
                "<h1>The bridge from the air</h1><p>See the old bridge as the gulls of the town see it.</p><iframe src='/v'></iframe>",
                head=linked({"@type": "VideoObject", "name": "The bridge from the air"}),
            ),
            f"{HOST}/video/4711",
            Reason.MEDIA_ONLY,
        ),
        (
            bare("In pictures", "<h1>In pictures: the fair</h1><p>Ten pictures from the fair on Sunday.</p><img src=1.jpg><img src=2.jpg>"),
            f"{HOST}/fotos/fair-on-sunday",
            Reason.MEDIA_ONLY,
        ),
        (
            bare(
                "Oak table",
                "<h1>Oak table</h1><p>A table for six, made of oak by hand.</p>",
                head=linked({"@type": "Product", "name": "Oak table"}),
            ),
            f"{HOST}/shop/oak-table",
            Reason.NOT_NEWS,
        ),
        (
            bare(
                "Oak table",
                f"<h1>Oak table</h1>{paragraphs()}",
                head=og("product.item") + linked({"@type": "Product"}, {"@type": "Review"}),
            ),
            f"{HOST}/shop/oak-table",
            Reason.NOT_NEWS,
        ),
        (
            bare("Ferryman (m/f)", f"<h1>Ferryman</h1>{paragraphs() * 4}", head=linked({"@type": "JobPosting", "title": "Ferryman"})),
            f"{HOST}/jobs/17",
            Reason.NOT_NEWS,
        ),
        (bare("Privacy Policy", f"<h1>Privacy Policy</h1>{paragraphs() * 9}"), f"{HOST}/privacy", Reason.NOT_NEWS),
        (bare("Impressum - Velm-Kurier", f"<h1>Impressum</h1>{paragraphs()}"), f"{HOST}/impressum", Reason.NOT_NEWS),
        (bare("Mentions légales", f"<h1>Mentions légales</h1>{paragraphs()}"), f"{HOST}/mentions", Reason.NOT_NEWS),
        (bare("Newsletters", f"<h1>Newsletters</h1>{paragraphs()}"), f"{HOST}/newsletters", Reason.NOT_NEWS),
        (
            bare("App", "<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript><script>1</script>"),
            URL,
            Reason.NEEDS_JAVASCRIPT,
        ),
        (bare("Bridge to be rebuilt", "<app-root></app-root><script src='/main.js'></script>"), URL, Reason.NEEDS_JAVASCRIPT),
        (bare("Brücke", "<h1>Brücke</h1><p>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</p>"), URL, Reason.NEEDS_JAVASCRIPT),
        ("<html><head><title>Empty</title></head><body></body></html>", URL, Reason.NO_BODY),
        ("", URL, Reason.NOT_HTML),
        ("%PDF-1.7 binary", URL, Reason.NOT_HTML),
    ],
)
def test_a_page_that_is_something_else_is_rejected_with_its_reason(text: str, url: str, reason: Reason) -> None:
    assert reason_of(text, url) is reason


@pytest.mark.parametrize(
    "headline",
    [
        "Page not found: how libraries lose their books",
        "404 homes without water",
        "Cookie consent rules to change in spring",
        "Access denied: ramps missing at half of the stations",
        "Access denied - no ramps at half of the stations of the county, says a report",
        "Register of voters opens on Monday",
        "Security check at the harbour takes two hours",
        "Weather forecast: rain until the fair is over",
        "Search for missing ferry goes on",
        "Jobs and houses for the far bank",
    ],
)
def test_an_article_about_such_things_is_an_article_even_where_it_is_short(headline: str) -> None:
    text = html(paragraphs() * 4, headline=headline)
    assert read(text).headline == headline
    assert read(html(paragraphs(), headline=headline)).headline == headline


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (html(paragraphs()), ""),  # a saved page without an address
        (html(paragraphs() * 5), f"{HOST}/"),  # a blog of one page
        (html(paragraphs()), f"{HOST}/archives/2562"),
        (html(paragraphs()), f"{HOST}/topics/the-bridge-over-the-velm-4711.html"),
        (html(paragraphs(), head=linked({"@type": "NewsArticle", "headline": "Council votes to rebuild the old bridge"})), f"{HOST}/"),
        (
            html(paragraphs(), head=linked({"@type": "Recipe", "name": "Bridge cake"}), headline="Bridge cake"),
            f"{HOST}/rezepte/bridge-cake",
        ),
        (html(paragraphs(), head=linked({"@type": "VideoObject"}, {"@type": "NewsArticle"})), f"{HOST}/video/the-vote"),
        (html(paragraphs() + "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"), URL),
        (html(paragraphs() + "<div class='g-recaptcha'></div>"), URL),
        (html(paragraphs() + "<form><input type='password'></form>"), URL),
        (html(paragraphs() + "<p>We and our 842 partners store and/or access information on a device.</p>"), URL),
        (bare("Velm Courier: Council votes", f"<h1>Council votes</h1>{paragraphs()}<ul>{LINKS}</ul>"), f"{HOST}/2007/05/12/council"),
    ],
)
def test_an_article_is_not_mistaken_for_anything_else(text: str, url: str) -> None:
    assert reason_of(text, url) is None


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("“Page not found” errors hit banks", "Customers of three banks saw “page not found” on Monday. The banks blamed a supplier."),
        ("Fehlermeldung trifft Banken", "Kunden dreier Banken lasen am Montag „Seite nicht gefunden“. Die Banken nannten eine Panne."),
        ("Council to ban cookie banners", "The council wants to ban banners that ask to accept all cookies, its chair said on Tuesday."),
    ],
)
def test_a_brief_about_a_wall_or_an_error_is_none(headline: str, text: str) -> None:
    assert reason_of(bare(headline, f"<main><h1>{headline}</h1><p>{text}</p></main>"), f"{HOST}/2024/05/01/a-brief-from-town") is None


def test_a_menu_that_nothing_closes_does_not_swallow_the_article() -> None:
    text = "".join(paragraphs() for _ in range(3))
    for tag in ("nav", "button"):
        assert (
            "ferry is free"
            in read(bare("Council votes", f"<{tag}><a href='/'>Home</a><h1>Council votes to rebuild</h1>{text}")).article_body
        )


def test_a_short_notice_is_an_article() -> None:
    assert read(html("<p>The ferry will not sail on Sunday, since its pilot is to be married that day.</p>")).word_count == 16


@pytest.mark.parametrize(
    ("below", "head"),
    [
        ("<div class=wall><p>Subscribe now to continue reading.</p></div>", ""),
        ("<div><p>Dieser Artikel ist nur für Abonnenten zugänglich.</p></div>", ""),
        ("<div><p>Il vous reste 80 % de cet article à lire. La suite est réservée aux abonnés.</p></div>", ""),
        ("<div><p>Este contenido es exclusivo para suscriptores.</p></div>", ""),
        ("<div><p>この記事は会員限定です。残り1,234文字</p></div>", ""),
        ("", linked({"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": "False", "wordCount": 900})),
        ("<p>“It was about time …</p>", linked({"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": False})),
    ],
)
def test_a_teaser_before_a_paywall_is_kept_and_flagged(below: str, head: str) -> None:
    article = read(html(paragraphs() + below, head=head))
    assert article.article_body.startswith("The city council decided")
    assert article.is_accessible_for_free is False
    assert article.provenance["article_body"] == "teaser"


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (paragraphs(), ""),
        (paragraphs() * 10 + "<p>Subscribe now to continue reading.</p>", ""),
        (paragraphs(), linked({"@type": "NewsArticle", "isAccessibleForFree": False, "wordCount": 75})),
        (
            paragraphs() + "<p>Subscribe to keep reading stories like this.</p>",
            linked({"@type": "NewsArticle", "isAccessibleForFree": True}),
        ),
    ],
)
def test_a_whole_article_is_no_teaser(body: str, head: str) -> None:
    assert read(html(body, head=head)).provenance["article_body"] == "text"


def test_a_live_blog_is_kept_as_such() -> None:
    entries = "".join(f"<h2>1{i}:00</h2>{paragraphs()}" for i in range(4))
    article = read(html(entries, head=linked({"@type": "LiveBlogPosting", "headline": "Council votes to rebuild the old bridge"})))
    assert article.provenance["article_body"] == "live-blog"


def test_a_reason_comes_with_what_was_seen() -> None:
    with pytest.raises(Rejected) as rejected:
        read(page(bare("Page not found", "<h1>404</h1>")).content.decode())
    assert "404" in (rejected.value.detail or "")


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Not found", 9, "Not found"),
        ("The page was not found", 12, "The page…"),
        ("The page was not found", 13, "The page was…"),
        ("The page\nwas not found", 12, "The page…"),
        ("お探しのページは見つかりません", 8, "お探しのページ…"),
    ],
)
def test_what_a_rejection_quotes_ends_after_a_word(text: str, most: int, short: str) -> None:
    assert shortened(text, most) == short
