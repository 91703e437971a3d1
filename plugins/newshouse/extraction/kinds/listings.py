"""Front, section, tag, author, search and archive pages: what leads to articles and is none."""

import re
from itertools import islice
from urllib.parse import parse_qsl

from newshouse.extraction.body.article_body import Body
from newshouse.extraction.facts import Facts
from newshouse.extraction.headline.headlines import is_about
from newshouse.extraction.kinds.page_types import LIST_TYPES, THING_TYPES, types_of_page
from newshouse.extraction.kinds.signs import is_house_page, is_marked_up, is_post
from newshouse.extraction.page.blocks import Block, Blocks
from newshouse.extraction.page.metadata import absolute, site_of, url_parts
from newshouse.extraction.page.structured import type_names
from newshouse.extraction.page.tree import HEADINGS, text_of
from newshouse.extraction.patterns import pattern
from newshouse.extraction.text import comparable, readable
from newshouse.model import Reason

_ARTICLE_TYPE = re.compile(r"(?:Article|Blog[Pp]ost(?:ing)?|(?:Forum|Media|Blog)Posting|Report|Recipe|Opinion\w*|Analysis)$")
_MANY_ARTICLES = 4  # headlines in a page's JSON-LD

# What content systems write into the class of <body>. Each set is a template; a page of one article bears none of them.
_ERROR_TEMPLATES = frozenset(("error404", "error-404", "page-404", "page-not-found", "not-found"))
_LIST_TEMPLATES = (
    frozenset(("archive", "category")),  # WordPress
    frozenset(("archive", "tag")),
    frozenset(("archive", "author")),
    frozenset(("archive", "date")),
    frozenset(("archive", "post-type-archive")),
    frozenset(("search", "search-results")),
    frozenset(("search", "search-no-results")),
    frozenset(("home", "blog")),
    frozenset(("tag-template",)),  # Ghost
    frozenset(("author-template",)),
    frozenset(("home-template",)),
    frozenset(("page-taxonomy",)),  # Drupal
    frozenset(("page-taxonomy-term",)),
    frozenset(("path-frontpage",)),
    frozenset(("view-category",)),  # Joomla
    frozenset(("view-featured",)),
)

_SURE_PATH = pattern(
    r"""
    /(?:tags?|search|suche|buscar|recherche|authors?|autor(?:en)?|auteurs?|page/\d+)(?:/[^/.]*){0,2}/?$
    """
)
_LIST_PATH = pattern(
    r"""
    /(?:topics?|categor(?:y|ies|ias?)|kategorien?|catégories?|sections?|archives?|themen?|thema|rubrik|rubriques?|ressort|sezione|seccion
    |temas?)(?:/[^/.]*){0,2}/?$
    """
)
_DAY_PATH = re.compile(r"/(?:19|20)\d\d(?:/[01]?\d(?:/[0-3]?\d)?)?/?$")
_SEARCH_QUERY = frozenset(("s", "q", "query", "search", "suche", "keyword", "keywords"))
_ARTICLE_PATH = re.compile(
    r"/(?:19|20)\d\d[/-]?\d\d?[/-]?(?:\d\d?/)?[^/]+|[a-z0-9%]+(?:[-_][a-z0-9%]+){3,}|\d{4,}|[^/]{4,}\.s?html?$", re.IGNORECASE
)
_SHORT_LINE = 30  # letters
_BETWEEN = 3  # blocks between a linked headline and what is said below it
_LABEL = 60  # letters of a date, a name or a kicker
_HOUSE_NAME = 40  # letters
_MOST_FOOTERS, _MOST_LINKS = 4, 200
_LINKED_HEADLINE = 15  # letters of a link that may be a headline
_FEWEST_TEASERS = 4
_PARAGRAPH = 400  # letters: no teaser is that long
_LIST_TEXT = 1_200  # letters: a list's own words are seldom more
_SCRAP = 600  # letters of a body that may be a scrap from between the links


def declares_article(facts: Facts, headline: str) -> bool:
    """Does the page say that it is one article, and nothing of it says that it is a list?

    It says so in JSON-LD, OpenGraph, microdata around the headline, or as a post of its content system.
    """
    nodes = facts.data.nodes
    types = types_of_page(facts, headline)
    found = [node for node in nodes if any(_is_article_type(name, types) for name in type_names(node))]
    if found and facts.article:
        titles = {comparable(readable(node.get("headline") or node.get("name"))) for node in found} - {""}
        return len(titles) < _MANY_ARTICLES or comparable(headline) in titles or _is_told(facts, headline)
    path = url_parts(facts.page.url).path
    if types & LIST_TYPES or not path.strip("/"):
        return False
    if "article" in " ".join(facts.meta.all("og:type")).lower():
        return True
    is_told = (
        is_post(facts) or is_marked_up(facts) or (_ARTICLE_PATH.search(path) is not None and "article:published_time" in facts.meta.meta)
    )
    return is_told and not is_house_page(facts) and _SURE_PATH.search(path) is None


def is_news_item(facts: Facts) -> bool:
    """Does the JSON-LD hold an article of a kind that content systems do not make of every page?"""
    return any(_ARTICLE_TYPE.search(name) and name != "Article" for name in type_names(facts.article))


def _is_article_type(name: str, types: frozenset[str]) -> bool:
    """Is `name` a schema.org type of articles? A review is one, unless the page is that of the product itself, with its `types`."""
    return _ARTICLE_TYPE.search(name) is not None or (name.endswith("Review") and not types & THING_TYPES)


def _is_told(facts: Facts, headline: str) -> bool:
    own = comparable(readable(facts.article.get("headline") or facts.article.get("name")))
    shown = comparable(headline)
    return bool(own and shown) and (own in shown or shown in own)


def template_of(facts: Facts) -> Reason | None:
    """SOFT_404 or LISTING where the content system says so in the class of the body element."""
    element = facts.root.find("body")
    classes = set((element.get("class") or "").lower().split()[:100]) if element is not None else set()
    if not classes or classes & {"single", "single-post"}:
        return None
    if classes & _ERROR_TEMPLATES:
        return Reason.SOFT_404
    return Reason.LISTING if any(template <= classes for template in _LIST_TEMPLATES) else None


def list_of(facts: Facts, headline: str, body: Body | None, list_types: frozenset[str]) -> str | None:
    """Why the page, which does not declare to be an article, is a list; or None."""
    parts = url_parts(facts.page.url)
    size = body.size if body else 0
    has_rows = body is not None and _is_row_of_teasers(facts, body)
    if parts.hostname and not parts.path.strip("/"):
        asked = {name.lower() for name, _ in parse_qsl(parts.query)}
        if asked & _SEARCH_QUERY or (not asked and (has_rows or not _is_prose(facts.blocks, size))):
            return "the front page"
    if list_types and size < _LIST_TEXT:
        return ", ".join(sorted(list_types))
    is_article_path = _ARTICLE_PATH.search(parts.path) is not None and _DAY_PATH.search(parts.path) is None
    is_of_lists = _SURE_PATH.search(parts.path) is not None or (_LIST_PATH.search(parts.path) is not None and not is_article_path)
    if has_rows and body is not None and (is_of_lists or not (is_article_path and is_about(headline, body))):
        return "paragraphs that each lead to another page"
    if size < _LIST_TEXT and is_of_lists:
        return f"an address of lists: {parts.path[:120]}"
    if body and size < _SCRAP and not is_article_path and _is_mostly_links(facts.blocks) and not is_about(headline, body):
        return "mostly links"
    return None


def _is_prose(page: Blocks, size: int) -> bool:
    """Is a body of `size` letters most of what the page has to say?"""
    total = sum(block.size for block in page.blocks)
    links = sum(block.link_size for block in page.blocks)
    return size >= _LIST_TEXT and size > 0.4 * total and links < 0.35 * total


def _is_mostly_links(page: Blocks) -> bool:
    total = sum(block.size for block in page.blocks)
    return total > 500 and sum(block.link_size for block in page.blocks) > 0.6 * total


def _is_row_of_teasers(facts: Facts, body: Body) -> bool:
    """Does a linked headline lead nearly every paragraph, or a link end it, as on a section page without any marks?"""
    paragraphs = [block for block in body.blocks if block.size > _SHORT_LINE and (block.tag not in HEADINGS or _is_linked_headline(block))]
    if len(paragraphs) < _FEWEST_TEASERS or any(block.size >= _PARAGRAPH for block in paragraphs):
        return False
    led = sum(_is_led(facts.blocks, block) or _leads_on(facts, block) for block in paragraphs)
    return led > 0.8 * len(paragraphs)


def _is_led(page: Blocks, block: Block) -> bool:
    """Is the block a linked headline, or is there one before it, with a date, a name or a kicker between them at most?"""
    if _is_linked_headline(block):
        return True
    for before in reversed(page.blocks[max(0, block.place - _BETWEEN - 1) : block.place]):
        if _is_linked_headline(before):
            return True
        if before.size > _LABEL or before.tag in HEADINGS:
            return False
    return False


def _leads_on(facts: Facts, block: Block) -> bool:
    """Does the block follow a heading, and end with a link to another page of the site: "Read more"?"""
    if not 0 < block.link_size <= _LABEL or block.place == 0 or block.node.size > _PARAGRAPH:
        return False
    if facts.blocks.blocks[block.place - 1].tag not in HEADINGS:
        return False
    last = next(reversed(list(islice(block.node.element.iter("a"), _MOST_LINKS))), None)
    if last is None or not block.text.endswith(text_of(last) or "\n"):
        return False
    target = absolute(last.get("href") or "", facts.page.url, facts.meta.base_href)
    own = url_parts(facts.page.url)
    return target is not None and site_of(url_parts(target).hostname) == site_of(own.hostname) and url_parts(target).path != own.path


def _is_linked_headline(block: Block) -> bool:
    return block.link_size >= max(_LINKED_HEADLINE, 0.4 * block.size)


def is_led_from_footer(facts: Facts, headline: str) -> bool:
    """Does a link in the page's footer lead to the page itself, by its own short name, as to pages of the house?"""
    own = url_parts(facts.page.url)
    if not headline or len(headline) > _HOUSE_NAME or not own.path.strip("/") or _ARTICLE_PATH.search(own.path):
        return False
    wanted = comparable(headline)
    for footer in islice(facts.root.iter("footer"), _MOST_FOOTERS):
        for link in islice(footer.iter("a"), _MOST_LINKS):
            if comparable(text_of(link)) == wanted:
                target = url_parts(absolute(link.get("href") or "", facts.page.url, facts.meta.base_href) or "")
                if target.path.rstrip("/") == own.path.rstrip("/"):
                    return True
    return False
