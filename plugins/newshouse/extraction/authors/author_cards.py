"""The names on cards that stand side by side below a headline, each with what its person does or with a portrait.

That one of them is an author's is told by bare_names.py.
"""

import re
from collections.abc import Set
from itertools import islice, takewhile
from operator import itemgetter

from lxml import etree

from newshouse.extraction.authors.byline_element import MAX_LINE, is_author_link
from newshouse.extraction.authors.names import is_first_and_last_name, spelling_key
from newshouse.extraction.authors.roles import is_role
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Node
from newshouse.extraction.page.tree import pieces_of
from newshouse.extraction.text import has_digit
from newshouse.model import Author

_LEVELS = 4  # elements around a name that may be its card
_MOST = 5  # cards; more are those of a house's staff, or of all who speak at a meeting
_MAX_ROLE = 60  # letters
_WRITES = re.compile(r"(?:co-?)?author|autor(?:in|a|e)?|auteure?|autrice", re.IGNORECASE)
_HELPS = re.compile(  # who takes pictures, or checks and mends what others write
    r"(?:\w{1,20} ){0,2}(?:photographer|illustrator|reviewer|fact[ -]?checker|translator|fotograf(?:in)?|photographe|fotógraf[oa])"
    r"|(?:(?:copy|photo|picture) )?editor",
    re.IGNORECASE,
)


def on_cards(node: Node, name: str, portraits: Set[str]) -> list[Author] | None:
    """The authors on the card around `node`, which says `name`, and on those beside it, in their order; None where none are beside it.

    Nobody where the cards are of persons of whom the article tells: they neither write nor have pages of authors.

    `portraits`: the names of the pictures on the page, where `name` is one of them.
    """
    card: Node | None = node
    for _ in range(_LEVELS):
        if card is None or card.size > MAX_LINE:
            break
        own = _name_and_role(card.element, portraits)
        if own[0] == name:
            before, after = (_names_beside(card.element, portraits, is_before=is_before) for is_before in (True, False))
            found = [*reversed(before), own, *after]
            if len(found) > _MOST:
                return None
            if len(found) > 1:
                return _authors(dict(found), card)
        card = card.parent
    return None


def _authors(roles: dict[str, str], card: Node) -> list[Author]:
    """Those who write, of the persons whose `roles` stand on cards."""
    is_linked = card.hint & hints.BYLINE or any(map(is_author_link, islice(card.element.iter("a"), _MOST)))
    told = [role for role in roles.values() if role]
    if not is_linked and not (told and all(is_role(role) or _HELPS.fullmatch(role) or _WRITES.fullmatch(role) for role in told)):
        return []
    return [Author(name=name) for name, role in roles.items() if not _HELPS.fullmatch(role)]


def _names_beside(card: etree._Element, portraits: Set[str], *, is_before: bool) -> list[tuple[str, str]]:
    neighbours = islice(card.itersiblings(preceding=is_before), _MOST)
    alike = takewhile(lambda other: other.tag == card.tag and other.get("class") == card.get("class"), neighbours)
    return list(takewhile(itemgetter(0), (_name_and_role(other, portraits) for other in alike)))


def _name_and_role(card: etree._Element, portraits: Set[str]) -> tuple[str, str]:
    """The name on a card that says nothing else but what its person does, and that; "" where it says more, or lacks a portrait."""
    name, *roles = [text for _, text in pieces_of(card)[:3]] or [""]
    if len(roles) > 1 or not is_first_and_last_name(name) or not _may_be_roles(roles):
        return "", ""
    return (name, "".join(roles)) if spelling_key(name) in portraits or (roles and not portraits) else ("", "")


def _may_be_roles(roles: list[str]) -> bool:
    return all(len(role) <= _MAX_ROLE and not role.endswith((".", "?", "!")) and not has_digit(role) for role in roles)
