"""Which schema.org types of a page's JSON-LD tell what the page itself is.

A page names many things beside itself: its author, its publisher, what a review is about, the list of what is most read, an app. Only what
stands for the page counts, and of things and persons only those that bear the page's name.
"""

from newshouse.extraction.facts import Facts
from newshouse.extraction.page.structured import Node, type_names
from newshouse.extraction.patterns import names
from newshouse.extraction.text import readable, words

LIST_TYPES = frozenset(("CollectionPage", "SearchResultsPage", "ProfilePage", "ItemList"))
THING_TYPES = frozenset(
    names(
        """
        Product ProductGroup LocalBusiness Restaurant Hotel Course SoftwareApplication Organization Vehicle Car RealEstateListing
        JobPosting
        """
    )
)
_PAGE_TYPES = frozenset(("AboutPage", "ContactPage", "CheckoutPage"))
OTHER_TYPES = (THING_TYPES | _PAGE_TYPES | {"Person", "Event"}) - {"Organization"}
_SHARED = 0.5  # of the words of the shorter of two names


def types_of_page(facts: Facts, headline: str) -> frozenset[str]:
    """The types of the page itself; "Event" stands for every kind of event. `headline`: what the page is called."""
    wanted = set(words(headline))
    found = set()
    for node in facts.data.own:
        for name in type_names(node):
            kind = "Event" if name.endswith("Event") else name
            if kind not in found and _counts(kind, node, wanted):
                found.add(kind)
    if "ItemList" in found and not any("ItemList" in type_names(node) for node in facts.data.main):
        found.discard("ItemList")  # what is most read, or the navigation
    return frozenset(found)


def lists_items(facts: Facts) -> bool:
    """Does the page hold a list of whatever, perhaps of its own items?"""
    return any("ItemList" in type_names(node) for node in facts.data.own)


def _counts(kind: str, node: Node, wanted: set[str]) -> bool:
    own = set(words(readable(node.get("name") or node.get("title"))))
    if kind == "Person":
        return bool(own) and own == wanted
    if kind == "Event":  # a match, too, is one; reports about it name it in their own way
        return not own or not wanted or own <= wanted or wanted <= own
    if kind in THING_TYPES:
        return not own or not wanted or len(own & wanted) >= _SHARED * min(len(own), len(wanted))
    return True
