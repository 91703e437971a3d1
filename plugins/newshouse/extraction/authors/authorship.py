"""Who wrote the article, out of what the page tells machines and of what it shows to its readers.

A person whom the metadata name is believed, but for an account of the content system where a name stands beside the headline; an
organisation, and what the site calls itself, give way to a person in the byline.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from newshouse.extraction.authors import bare_names, bylines, signatures
from newshouse.extraction.authors.byline_element import MAX_LINE
from newshouse.extraction.authors.names import is_first_and_last_name, is_full_name, names_in, parted_at_spaces, spelling_key
from newshouse.extraction.authors.topics import is_like_topic
from newshouse.extraction.facts import Facts
from newshouse.extraction.headline.site_name import is_called_like_site
from newshouse.extraction.headline.titles import squeezed
from newshouse.extraction.page.metadata import item_value
from newshouse.extraction.page.structured import listed, type_names
from newshouse.extraction.patterns import names
from newshouse.extraction.text import comparable, has_digit, readable
from newshouse.model import Author

_META = names(
    """
    author parsely-author sailthru.author dc.creator dcterms.creator article:author og:article:author byl byline citation_author
    cxenseparse:author rnews:author article.author article_author authors twitter:misc:written.by dc.contributor
    """
)
_LABELS = frozenset(
    names(
        """
        by author authors writer autor auteur autore von por par verfasst.von écrit.par escrito.por geschrieben.von written.by
        """
    )
)
_SEVERAL = 3  # microdata authors on one page: most are those of other articles, and the metadata are surer
_MAX_AUTHORS = 20
_MOST_TOLD = 100  # authors that JSON-LD names
_MAX_JOINT = 6  # letters between two names: ", and "
_JOINT = re.compile(r"[,&;/、]|\s(?:and|und|et|y|e|i|og|och|en|ja|és|și|a|и|та|with)\s", re.IGNORECASE)
_FIRM = re.compile(r"(?:&|\band) (?:Sons|Co|Company|Partners|Associates)\b\.?$|\b(?:P?LLP|P?LLC|GmbH|Ltd|Inc|KG)\.?$")
_KANA = re.compile("[\u3040-\u30fa]")
_OPENING = 300  # letters of the text in which Japanese is told by its script


def authors(facts: Facts, headline: str, body: str) -> tuple[tuple[Author, ...], str]:
    """The authors in the page's order and where they were read; an empty tuple where the page names none."""
    found, origin = _found(facts, headline, body)
    is_japanese = (facts.language_hint or "").lower().startswith("ja") or _KANA.search(body[:_OPENING]) is not None
    return tuple(one for author in found for one in parted_at_spaces(author, is_japanese=is_japanese)), origin


def _found(facts: Facts, headline: str, body: str) -> tuple[tuple[Author, ...], str]:
    house: tuple[tuple[Author, ...], str] = ((), "")  # an organisation, or the site itself: until a person is found
    for origin, candidates in _told(facts):
        found = _unique(candidates)
        if any(not author.is_organization and not _is_of_site(author.name, facts, headline) for author in found):
            if not _are_accounts(found):
                more = _with_more_persons(found, facts, headline, body)
                return (more, "byline") if more else (found, origin)
            if not _has_full_name(house[0]):  # else the site is called like its author, who is better than an account
                shown = _persons_beside_headline(facts, headline, body)
                return (shown, "byline") if shown else (found, origin)
        house = house if house[0] else (found, origin)
    for candidates in _shown(facts, headline, body, is_last_hope=not house[0] or _keys(house[0]) <= facts.site_names):
        found = _unique(candidates)
        if found and (not house[0] or _has_full_name(found)):
            return found, "byline"
    return house if house[0] else ((), "")


def _is_of_site(name: str, facts: Facts, headline: str) -> bool:
    """Is `name` what the site calls itself, or, unless it is like a person's, all that the page's title says besides the headline?

    A title may name the author after the headline.
    """
    if is_called_like_site(name, facts.site_names):
        return True
    if is_first_and_last_name(name) and not is_like_topic(name) and not _FIRM.search(name):
        return False
    title, own = squeezed(facts.meta.title), squeezed(name)
    return own in title and title in (squeezed(headline) + own, own + squeezed(headline))


def _has_full_name(found: Iterable[Author]) -> bool:
    return any(is_full_name(author.name) for author in found)


def _told(facts: Facts) -> Iterator[tuple[str, list[Author]]]:
    yield "json-ld", list(islice(_linked(facts), _MOST_TOLD))
    marked, tagged = ("microdata", _marked(facts)), ("meta", _tagged(facts))
    yield from (marked, tagged) if len(facts.meta.items.get("author", ())) < _SEVERAL else (tagged, marked)


def _shown(facts: Facts, headline: str, body: str, *, is_last_hope: bool) -> Iterator[list[Author]]:
    yield bylines.near_headline(facts, headline, body)
    yield bylines.by_rel(facts)
    yield bylines.marked(facts)
    yield signatures.at_foot(facts, body)
    yield signatures.reported(body)
    if is_last_hope:
        yield bare_names.alone(facts, headline)
        yield bare_names.in_row_of_facts(facts, headline)
        yield bylines.labelled(facts)
        yield signatures.signature(facts, body)


def _linked(facts: Facts) -> Iterator[Author]:
    for key in ("author", "creator"):
        for value in listed(facts.article.get(key)):
            node = facts.data.resolved(value)
            if isinstance(node, dict):
                is_organization = any(name.endswith("Organization") for name in type_names(node))
                for name in listed(node.get("name")):
                    yield from _of_value(readable(name), facts, is_organization)
            elif isinstance(node, str):
                yield from _of_value(readable(node), facts)


def _of_value(value: str, facts: Facts, is_organization: bool = False) -> list[Author]:
    """The names in one value of the metadata, without the site's own behind a person: "Ada Lind, Velm Courier".

    A firm called "Lind & Moor Ltd" is one, and so is the site called "Lind and Moor".
    """
    found = names_in(value, is_organization)
    is_of_parts = len(found) > 1 and not is_full_name(found[0].name) and not _FIRM.search(found[0].name)
    if is_of_parts and (_FIRM.search(value) or is_called_like_site(value, facts.site_names)):
        return [Author(name=value, is_organization=True)]
    if len(found) < 2 or is_called_like_site(found[0].name, facts.site_names) or not is_full_name(found[0].name):
        return found
    return [author for author in found if not is_called_like_site(author.name, facts.site_names)]


def _marked(facts: Facts) -> list[Author]:
    """The microdata authors of the first item that has any: those of other items wrote comments, or other articles."""
    values = facts.meta.items.get("author", [])
    if len(values) > 1:
        elements = [element for element in facts.meta.elements if "author" in (element.get("itemprop") or "").lower().split()][
            :_MAX_AUTHORS
        ]
        items = [next((around for around in element.iterancestors() if around.get("itemscope") is not None), None) for element in elements]
        values = [item_value(element) for element, item in zip(elements, items, strict=True) if item is items[0]]
    return [author for value in values for author in _of_value(value, facts)]


def _tagged(facts: Facts) -> list[Author]:
    for name in _META:
        values = facts.meta.all(name.replace("written.by", "written by"))
        if name == "citation_author":
            values = [" ".join(reversed(value.split(", "))) if value.count(", ") == 1 else value for value in values]
        found = [author for value in values if not value.startswith("/") for author in _of_value(value, facts)]
        if found:
            return found
    for number in ("1", "2"):
        label = facts.meta.first(f"twitter:label{number}")
        if label and comparable(label[0]).replace(" ", ".") in _LABELS:
            return [author for value in facts.meta.all(f"twitter:data{number}")[:1] for author in names_in(value)]
    return []


def _keys(found: Iterable[Author]) -> set[str]:
    return {spelling_key(author.name) for author in found}


def _with_more_persons(told: tuple[Author, ...], facts: Facts, headline: str, body: str) -> tuple[Author, ...]:
    """The authors of a byline that names all of `told` and more; nobody where there is none."""
    if not _lines_with_more(told, facts):
        return ()
    shown = _unique(bylines.near_headline(facts, headline, body))
    return shown if _adds_persons(shown, told, facts) else ()


def _adds_persons(shown: tuple[Author, ...], told: tuple[Author, ...], facts: Facts) -> bool:
    """Does the byline name all of `told`, and more persons in one line with them? Some systems tell machines of the first author only.

    Who stands in a line of his own may be a photographer, an illustrator or an editor.
    """
    known = _keys(told)
    others = [author.name for author in shown if spelling_key(author.name) not in known]
    if not others or not known <= _keys(shown):
        return False
    if any(has_digit(name) or not is_full_name(name) or is_called_like_site(name, facts.site_names) for name in others):
        return False
    return any(_are_listed(line, shown) for line in _lines_with_more(told, facts))


def _lines_with_more(told: tuple[Author, ...], facts: Facts) -> list[str]:
    """The lines that name the first of `told`, and something else with a comma or an "and" between."""
    name = told[0].name
    lines = (block.text for block in facts.blocks.blocks if name in block.text and len(block.text) <= MAX_LINE)
    return [line for line in lines if _JOINT.search(line)]


def _persons_beside_headline(facts: Facts, headline: str, body: str) -> tuple[Author, ...]:
    """The first authors that stand beside the headline with a full name, with or without a "By"; nobody where there are none."""
    for found in map(_unique, _beside_headline(facts, headline, body)):
        if any(is_full_name(author.name) and not _is_of_site(author.name, facts, headline) for author in found):
            return found
    return ()


def _beside_headline(facts: Facts, headline: str, body: str) -> Iterator[list[Author]]:
    yield bylines.near_headline(facts, headline, body)
    yield bare_names.alone(facts, headline)
    yield bare_names.in_row_of_facts(facts, headline)


def _are_listed(line: str, authors: Iterable[Author]) -> bool:
    """Does `line` name `authors`, with no more than an "and" between them?"""
    end = -1
    for author in authors:
        place = line.find(author.name, max(0, end))
        if place < 0 or (0 <= end < place - _MAX_JOINT):
            return False
        end = place + len(author.name)
    return True


def _are_accounts(found: Iterable[Author]) -> bool:
    """Are all names single words, as the accounts of a content system are?"""
    return all(" " not in author.name and author.name.isascii() for author in found)


def _unique(candidates: Iterable[Author]) -> tuple[Author, ...]:
    """Every author once, in the spelling that has the most accents."""
    unique: dict[str, Author] = {}
    for author in candidates:
        known = unique.setdefault(spelling_key(author.name), author)
        if known.name.isascii() and not author.name.isascii():
            unique[spelling_key(author.name)] = author
    return tuple(unique.values())[:_MAX_AUTHORS]
