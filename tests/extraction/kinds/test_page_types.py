import pytest

from newshouse.model import Reason
from tests.extraction.writing import bare, linked, og, reason_of

URL = "https://velm-courier.example/town/beach-steps-to-close-4711"
TEXT = "<article><h1>Beach steps to close</h1>{}<p>The council will shut them from Friday, a spokesman said on Monday.</p></article>"


def page(*nodes: dict[str, object], head: str = "", date: str = "", classes: str = "") -> str:
    return bare("Beach steps to close | Velm Courier", TEXT.format(date), head=head + (linked(*nodes) if nodes else ""), classes=classes)


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "WebPage", "author": {"@type": "Person", "name": "Ada Lind"}},
        {"@type": "Person", "name": "Ada Lind"},
        {"@type": "LocalBusiness", "name": "Velm Courier"},
        {"@type": "NewsMediaOrganization", "makesOffer": {"@type": "Offer", "name": "Subscription"}},
        {"@type": "SoftwareApplication", "name": "Courier on your phone"},
        {"@type": "Review", "itemReviewed": {"@type": "Restaurant", "name": "The Net"}},
        {"@type": "WebPage", "isPartOf": {"@type": "CollectionPage", "name": "Town"}},
        {"@graph": [{"@type": "WebPage"}, {"@type": "Product", "name": "A year of the printed paper"}]},
        {"@type": "SportsEvent", "name": "Beach Rovers v City"},
    ],
)
def test_what_a_page_names_beside_itself_does_not_tell_what_it_is(node: dict[str, object]) -> None:
    assert reason_of(page(node), URL) is None


@pytest.mark.parametrize(
    ("node", "reason"),
    [
        ({"@type": "Person", "name": "Beach Steps to Close"}, Reason.NOT_NEWS),
        ({"@type": "MusicEvent", "name": "Beach steps"}, Reason.NOT_NEWS),
        ({"@type": "WebPage", "mainEntity": {"@type": "Product", "name": "Beach steps"}}, Reason.NOT_NEWS),
        ({"@graph": [{"@type": "Restaurant", "name": "Beach Steps"}]}, Reason.NOT_NEWS),
        ({"@type": "AboutPage"}, Reason.NOT_NEWS),
        ({"@graph": [{"@type": "CollectionPage"}]}, Reason.LISTING),
        ({"@type": "WebPage", "mainEntity": {"@type": "ItemList"}}, Reason.LISTING),
    ],
)
def test_the_page_is_what_bears_its_name(node: dict[str, object], reason: Reason) -> None:
    assert reason_of(page(node), URL) is reason


def test_a_list_beside_an_article_that_says_so_or_is_dated_is_what_is_most_read() -> None:
    most_read = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "url": "/n"}]}
    assert reason_of(page(most_read), URL) is Reason.LISTING
    assert reason_of(page(most_read, head=og("article")), URL) is None
    dated = page(most_read).replace("Monday", "the beach").replace("</h1>", "</h1><time>1 May 2024</time>")
    assert reason_of(dated, URL) is None


@pytest.mark.parametrize("depth", [50, 5_000])
def test_a_deep_graph_is_read_without_recursion(depth: int) -> None:
    nested = '{"@graph":[' * depth + "]}" * depth
    assert reason_of(page(head=f'<script type="application/ld+json">{nested}</script>'), URL) is None
