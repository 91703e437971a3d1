import pytest

from newshouse.model import Reason
from tests.extraction.writing import bare, linked, og, paragraphs, reason_of

NEWS = "https://velm-courier.example/town/a-brief-from-the-far-bank-4711"


def notice(headline: str, *texts: str, head: str = "", before: str = "") -> str:
    body = f"{before}<main><h1>{headline}</h1><time>1 May 2024</time>{paragraphs(*texts)}</main>"
    return bare(f"{headline} | Velm Courier", body, head=head)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Service Unavailable", "The server is temporarily unable to service your request due to maintenance downtime."),
        ("502 Bad Gateway", "nginx/1.18.0 (Ubuntu)"),
        ("Error 503 Backend fetch failed", "Guru Meditation: XID: 1868293"),
        ("velm.example | 522: Connection timed out", "The connection between the network and the web server timed out."),
        ("WordPress › Fehler", "Es gab einen kritischen Fehler auf deiner Website."),
        ("Wartungsarbeiten", "Unsere Website wird zurzeit gewartet. Wir sind in Kürze wieder da."),
        ("Site en maintenance", "Nous serons de retour dans quelques instants."),
        ("Estamos en mantenimiento", "Volveremos a estar disponibles en breve."),
        ("Przerwa techniczna", "Zapraszamy ponownie za kilka minut."),
        ("Ошибка", "Внутренняя ошибка сервера. Повторите попытку позже."),
        ("ただいまメンテナンス中です", "しばらくしてからお越しください。"),
        (
            "451: Unavailable due to legal reasons",
            "You are in a country belonging to the European Economic Area, so access cannot be granted.",
        ),
        ("Artikeln är borttagen", "Texten finns inte längre."),
        ("Artykuł niedostępny", "Ten artykuł został usunięty z serwisu."),
        ("Материал удален", "Он был удалён редакцией."),
        ("기사를 찾을 수 없습니다", "존재하지 않거나 삭제된 기사입니다."),
        ("Seite depubliziert", "Der Inhalt wurde depubliziert."),
        ("velm-kurier.example is for sale", "Take immediate ownership. Safe and secure."),
    ],
)
def test_an_error_with_status_200_is_told_in_any_language(title: str, text: str) -> None:
    assert reason_of(bare(title, f"<h1>{title}</h1><p>{text}</p>")) is Reason.SOFT_404


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (
            "Error",
            "The error of the surveyor cost the town a bridge, the council heard on Monday. He had read the map the wrong way round.",
        ),
        (
            "503 homes are for sale",
            "In all 503 homes are for sale in the county, more than ever, the agents say. Most stand on the far bank.",
        ),
        ("Ferry is for sale", "The old ferry of Velm is for sale, says its owner. It has carried cows and bakers for sixty years."),
        ("Maintenance of the bridge begins", "The bridge is under maintenance from Monday. The site is under maintenance for two weeks."),
        ("Internal server errors hit banks", "The banks of Velm showed “internal server error” on Monday. They blamed a supplier."),
    ],
)
def test_a_dated_brief_about_errors_is_an_article(headline: str, text: str) -> None:
    assert reason_of(notice(headline, text), NEWS) is None


@pytest.mark.parametrize("head", ["", og("article")])
@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Police seek grey van after fire", "Police are looking for a grey van. Anyone who saw it may quote incident number 24000141203."),
        (
            "Old phones lose the web",
            "From Monday the site of the tax office will no longer open on old phones: their browser is not supported.",
        ),
        (
            "Regulator fines a shop",
            "The regulator has fined the shop two crowns, because it was harder to reject all cookies than to accept all cookies.",
        ),
        (
            "Tribune puts up a paywall",
            "The Tribune will ask its readers to subscribe to read its stories. The rest is for subscribers only, it said.",
        ),
    ],
)
def test_a_short_report_about_walls_is_none(headline: str, text: str, head: str) -> None:
    assert reason_of(notice(headline, text, head=head), NEWS) is None


def test_a_login_in_the_head_of_a_page_makes_no_wall_of_a_notice() -> None:
    form = "<form><input type=text><input type=password></form>"
    assert reason_of(notice("Street fair in April", "The street fair is held in April already, says the town.", before=form), NEWS) is None


def test_a_guard_in_the_head_of_a_page_makes_no_challenge_of_a_notice() -> None:
    guard = "<script src='/_Incapsula_Resource?SWJIYLWA=7'></script>"
    text = "The council will close the beach steps from Friday, a spokesman said."
    assert reason_of(notice("Beach steps to close", text, head=guard), NEWS) is None
    undated = bare("Beach steps to close", f"<h1>Beach steps to close</h1><p>{text}</p>", head=guard)
    assert reason_of(undated, NEWS) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (bare("Bridge vote", "<h1>Bridge vote</h1><p>1 May 2024</p><p>Subscribe to continue reading this story.</p>"), Reason.LOGIN_WALL),
        (
            bare(
                "Bridge vote", "<h1>Bridge vote</h1><time>1 May 2024</time><p>We and our 99 partners use cookies. Accept all cookies?</p>"
            ),
            Reason.CONSENT_WALL,
        ),
        (
            bare(
                "Bridge vote",
                "<article><h1>Bridge vote</h1><p>This article is for our subscribers only, "
                "and if you like it you can be one of them for a crown.</p></article>",
                head=og("article") + linked({"@type": "NewsArticle", "headline": "Bridge vote"}),
            ),
            Reason.LOGIN_WALL,
        ),
    ],
)
def test_a_wall_that_speaks_to_the_reader_stays_one_on_a_dated_or_declared_page(text: str, reason: Reason) -> None:
    assert reason_of(text, NEWS) is reason


@pytest.mark.parametrize(
    "headline",
    [
        "Météo : alerte orange dans douze départements", "Wetter - Schnee bis in die Täler", "Jobs – 4000 Stellen fallen weg",
        "Cookies : la CNIL sanctionne un site", "404 - The number that will not die", "Votre vie privée vaut de l’or",
        "Conditions générales d’hospitalisation des détenus", "Sign up the kids, says mayor", "Login details of 2,000 pupils stolen",
        "Suche nach vermisster Wanderin geht weiter", "Recherche : deux milliards de plus", "Beiträge zu Pflegekassen steigen",
        "Articles de mode et de sport en baisse", "News about the bridge is good", "Contacto | Una película que divide",
        "Your privacy matters more than your money", "Tu privacidad vale dinero", "Vos choix pour le week-end",
    ],
)  # fmt: skip
def test_a_word_of_the_house_at_the_head_of_a_headline_names_no_page(headline: str) -> None:
    text = "<p>Eighty people looked for it until the evening came, said the wardens of the hills. On Friday they go on.</p>"
    assert reason_of(bare(f"{headline} | Velm Courier", f"<article><h1>{headline}</h1>{text}</article>"), NEWS) is None


@pytest.mark.parametrize("name", ["Register", "Contact", "Forum | Login"])
def test_the_name_of_the_site_names_no_page(name: str) -> None:
    head = f'<meta property="og:site_name" content="{name}">'
    text = paragraphs("The council will close the beach steps from Friday, a spokesman said.")
    page = bare(f"Beach steps to close | {name}", f"<h1>{name}</h1><article><h2>Beach steps to close</h2>{text}</article>", head=head)
    assert reason_of(page, NEWS) is None


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Impressum - Velm Courier", Reason.NOT_NEWS),
        ("Velm Courier: Page not found", Reason.SOFT_404),
        ("Log in | Velm", Reason.LOGIN_WALL),
    ],
)
def test_a_name_beside_that_of_the_site_names_the_page(title: str, reason: Reason) -> None:
    assert reason_of(bare(title, "<p>What is said here is of no matter to anybody.</p>"), NEWS) is reason
