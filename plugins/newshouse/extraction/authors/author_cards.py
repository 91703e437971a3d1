"""The names on cards that stand side by side below a headline, each with what its person does or with a portrait.

That one of them is an author's is told by bare_names.py.
"""

from collections.abc import Set
from itertools import islice, takewhile

from lxml import etree

from newshouse.extraction.authors.byline_element import MAX_LINE
from newshouse.extraction.authors.names import is_first_and_last_name, spelling_key
from newshouse.extraction.page.blocks import Node
from newshouse.extraction.page.tree import pieces_of
from newshouse.extraction.text import has_digit
from newshouse.model import Author

_LEVELS = 4  # elements around a name that may be its card
_MOST = 5  # cards; more are those of a house's staff, or of all who speak at a meeting
_MAX_ROLE = 60  # letters


def on_cards(node: Node, name: str, portraits: Set[str]) -> list[Author]:
    """The names on the card around `node`, which says `name`, and on those beside it, in their order; nothing where none are beside it.

    `portraits`: the names of the pictures on the page, where `name` is one of them.
    """
    card: Node | None = node
    for _ in range(_LEVELS):
        if card is None or card.size > MAX_LINE:
            break
        if _name_on(card.element, portraits) == name:
            before, after = (_names_beside(card.element, portraits, is_before=is_before) for is_before in (True, False))
            found = [*reversed(before), name, *after]
            if len(found) > 1:
                return [Author(name=one) for one in found] if len(found) <= _MOST else []
        card = card.parent
    return []


def _names_beside(card: etree._Element, portraits: Set[str], *, is_before: bool) -> list[str]:
    neighbours = islice(card.itersiblings(preceding=is_before), _MOST)
    alike = takewhile(lambda other: other.tag == card.tag and other.get("class") == card.get("class"), neighbours)
    return list(takewhile(bool, (_name_on(other, portraits) for other in alike)))


def _name_on(card: etree._Element, portraits: Set[str]) -> str:
    """The name on a card that says nothing else but what its person does; "" where it says more, or lacks a portrait."""
    name, *roles = [text for _, text in pieces_of(card)[:3]] or [""]
    if len(roles) > 1 or not is_first_and_last_name(name) or not _may_be_roles(roles):
        return ""
    return name if spelling_key(name) in portraits or (roles and not portraits) else ""


def _may_be_roles(roles: list[str]) -> bool:
    return all(len(role) <= _MAX_ROLE and not role.endswith((".", "?", "!")) and not has_digit(role) for role in roles)
