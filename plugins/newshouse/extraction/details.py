"""The smaller fields: standfirst, section, dateline, paywall flag, canonical URL, article id, reading time."""

import re
from urllib.parse import unquote

from newshouse.extraction.facts import Facts, Found
from newshouse.extraction.page.metadata import absolute, site_of, url_parts
from newshouse.extraction.page.structured import listed, type_names
from newshouse.extraction.page.tree import text_of
from newshouse.extraction.patterns import names, pattern
from newshouse.extraction.text import comparable, has_digit, readable
from newshouse.urls import canonical_url as plain_url

_WORDS_PER_MINUTE = 240
_READING_TIME = pattern(
    r"""
    \b(\d{1,2})\s*(?:-|–)?\s*(?:min(?:ute)?s?\.?|minutos?|minuten|minuti)\s*(?:read|de lectura|de lecture|de leitura
    |di lettura|lesezeit|leestijd|reading)|(?:reading time|read time|lesezeit|tiempo de lectura|temps de lecture
    |leestijd)\W{0,3}(\d{1,2})\b
    """
)
_DURATION = re.compile(r"PT(\d{1,2})M(?:\d+S)?")
_MINUTES = re.compile(r"(\d{1,2})\s?min", re.IGNORECASE)
_TIME_LABEL = pattern(
    r"reading time|read time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|läsningstid"
)
_FLAGS = {"false": False, "no": False, "0": False, "true": True, "yes": True, "1": True}
_META_ID = names(
    """
    article:id og:article:id articleid article-id article_id cxenseparse:articleid cxenseparse:recs:articleid parsely-post-id
    sailthru.contentid contentid content-id content_id post_id post-id bt:id dcterms.identifier dc.identifier dcsext.articleid
    brightspot.contentid
    """
)
_SLUG_WORD = re.compile(r"[^\W\d_]{4,}")
_SLUG_NUMBER = re.compile(r"\d{5,}")
_SLUG_WORDS = 3  # words of some length that make the end of an address a headline
_SHORT_LINK = re.compile(r"[?&]p=(\d+)$")
_MAX_ID = 100  # letters
_TRAILS = ("nav", "ol", "ul", "div", "section", "p", "span", "td")  # in which breadcrumbs stand
_MAX_SECTION = 60
_NO_SECTION = frozenset(("home", "start", "startseite", "news", "accueil", "inicio", "homepage", "front page"))
_DATELINE = re.compile(
    # no two ways to read one word, or the time doubles with each
    r"^((?:[A-Z][A-ZÀ-Þ'’.\-]+(?:[ ,/]++(?:[A-Z][A-ZÀ-Þ'’.\-]+|[A-Z][a-zà-ÿ][a-zà-ÿ.]{0,11}+)){0,8}"  # NEW YORK, N.Y.
    r"|[A-ZÀ-Þ][\wÀ-ÿ'’.\-]+(?: [A-ZÀ-Þ][\wÀ-ÿ'’.\-]+){0,3}))"  # New York
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]+(?: \d{4})?))?\s*"  # , March 3, 2019
    r"(?:[(][^()]{2,40}[)]\s*)?(?:[—–]|--|-(?=\s)|:(?=\s))",  # (Agency) -
)


def description(facts: Facts) -> Found | None:
    """The standfirst; what is cut off with dots counts only where nothing better is there."""
    filled = descriptions(facts)
    whole = [found for found in filled if not found.value.endswith(("...", "…", "[…]", "[...]"))]
    return next(iter(whole or filled), None)


def descriptions(facts: Facts) -> list[Found]:
    """Every description that the metadata gives."""
    candidates = [Found(value=readable(value), origin="json-ld") for value in listed(facts.article.get("description"))]
    candidates += [Found(value=value, origin="opengraph") for value in facts.meta.all("og:description")]
    candidates += [
        Found(value=value, origin="meta")
        for value in facts.meta.all("description", "twitter:description", "dc.description", "sailthru.description")
    ]
    return [found for found in candidates if len(found.value) > 10]


def section(facts: Facts) -> Found | None:
    """The section that the metadata names, else the last crumb but one of the breadcrumb list."""
    for value in listed(facts.article.get("articleSection")):
        if readable(value):
            return Found(value=readable(value), origin="json-ld")
    tagged = facts.meta.first(
        "article:section", "og:article:section", "section", "parsely-section", "articlesection", "dc.subject", "category", "sectionname"
    )
    if tagged:
        return Found(value=tagged[0], origin="opengraph" if tagged[1].startswith(("article:", "og:")) else "meta")
    item = facts.meta.item("articlesection")
    if item:
        return Found(value=item, origin="microdata")
    return _crumb(facts)


def _crumb(facts: Facts) -> Found | None:
    """The first crumb below the front page: of the list for machines, else of the one that the page shows."""
    for node in facts.data.nodes:
        if "BreadcrumbList" in type_names(node):
            crumbs = [_crumb_name(item) for item in listed(node.get("itemListElement")) if isinstance(item, dict)]
            inner = [name for name in crumbs[1:] if name and comparable(name) not in _NO_SECTION]
            if inner and len(inner[0]) < _MAX_SECTION:
                return Found(value=inner[0], origin="json-ld")
    for shown in facts.root.iter(*_TRAILS):
        if "readcrumb" not in shown.get("class", ""):
            continue
        crumbs = [text_of(link) for link in shown.iter("a")]
        inner = [name for name in crumbs[1:] if name and comparable(name) not in _NO_SECTION]
        if inner:
            return Found(value=inner[0], origin="text") if len(inner[0]) < _MAX_SECTION else None
    return None


def _crumb_name(item: dict[str, object]) -> str:
    inner = item.get("item")
    return readable(item.get("name")) or (readable(inner.get("name")) if isinstance(inner, dict) else "")


def dateline(body: str) -> str | None:
    """The place at the head of the first paragraph: "GENEVA, March 3 (Agency) - ..."."""
    match = _DATELINE.match(body[:120])
    if match is None or len(match[1]) > 50 or len(match[1]) < 3:
        return None
    place = match[1].strip(" ,.")
    is_spelled_out = match[0].rstrip().endswith(("—", "–", "--", "-"))
    return place if is_spelled_out and (place.split(",")[0].split()[0].isupper() or "(" in match[0]) else None


def is_accessible_for_free(facts: Facts) -> bool | None:
    """The paywall flag of schema.org: the article's, else that of a part or of its page; or of the meta tags that stand for it."""
    parts = [part for part in listed(facts.article.get("hasPart")) if isinstance(part, dict)]
    values = [*listed(facts.article.get("isAccessibleForFree")), *facts.meta.items.get("isaccessibleforfree", ())]
    values += [value for part in parts for value in listed(part.get("isAccessibleForFree"))]
    values += [
        value
        for node in facts.data.nodes
        if "WebPage" in type_names(node) and "isAccessibleForFree" in node
        for value in listed(node["isAccessibleForFree"])
    ]
    for value in values:
        if (flag := _FLAGS.get(str(value).strip().lower().rpartition("/")[2])) is not None:
            return flag
    tier = facts.meta.first("article:content_tier", "og:article:content_tier", "content_tier", "cxenseparse:content_tier")
    return {"free": True, "locked": False, "metered": False, "premium": False}.get(tier[0].lower()) if tier else None


def canonical_url(facts: Facts) -> Found | None:
    """The declared canonical URL, unless it names the front page, another site or another article, as broken templates do."""
    own = facts.page.url
    declared = [("link", facts.meta.canonical_href)]
    declared += [("opengraph", value) for value in facts.meta.all("og:url")]
    main = facts.article.get("mainEntityOfPage")
    main = main.get("@id") if isinstance(main, dict) else main
    declared += [("json-ld", value) for value in (main, facts.article.get("url")) if isinstance(value, str)]
    resolved = [(origin, absolute(value, own, facts.meta.base_href)) for origin, value in declared]
    others = {url for _, url in resolved if url and url != own}
    plain = {url: plain_url(url) for url in (own, *others)} if others else {own: own}
    candidates = [(origin, url) for origin, url in resolved if url and (plain[url] == plain[own] or _may_be_this(url, own))]
    is_agreed = any(plain[url] == plain[own] for _, url in candidates)
    for origin, url in candidates:
        if not is_agreed or plain[url] == plain[own] or _have_in_common(url_parts(url).path, url_parts(own).path):
            return Found(value=url.split("#")[0], origin=origin)
    return None


def _may_be_this(url: str, page_url: str) -> bool:
    declared, own = url_parts(url), url_parts(page_url)
    if len(declared.path.strip("/")) < 2 and not declared.query:
        return len(own.path.strip("/")) < 2
    if _is_section_of(declared.path, own.path) and plain_url(url) != plain_url(page_url):
        return False
    if min(len(_slug_words(declared.path)), len(_slug_words(own.path))) >= _SLUG_WORDS and not _have_in_common(declared.path, own.path):
        return False
    return site_of(declared.hostname) == site_of(own.hostname) or declared.path == own.path


def _is_section_of(declared: str, own: str) -> bool:
    """Whether the one path is a folder of the other, and not called like an article."""
    is_folder = own.rstrip("/").startswith(f"{declared.rstrip('/')}/")
    return is_folder and len(_slug_words(declared)) < _SLUG_WORDS and not _SLUG_NUMBER.search(_slug(declared))


def _have_in_common(one_path: str, other_path: str) -> bool:
    """Whether the last parts of both paths share a word or a number of some length, or are one."""
    one, other = _slug(one_path), _slug(other_path)
    numbers = [set(_SLUG_NUMBER.findall(slug)) for slug in (one, other)]
    return one == other or not _slug_words(one_path).isdisjoint(_slug_words(other_path)) or not numbers[0].isdisjoint(numbers[1])


def _slug(path: str) -> str:
    return unquote(path.rstrip("/").rpartition("/")[2]).casefold()


def _slug_words(path: str) -> set[str]:
    return set(_SLUG_WORD.findall(_slug(path)))


def article_id(facts: Facts) -> Found | None:
    """The publisher's article id: by the source's pattern over the URL, else from the metadata."""
    pattern = facts.source.article_id_pattern if facts.source else None
    match = re.search(pattern, facts.page.url) if pattern else None
    if match and match.groups() and match[1]:
        return Found(value=match[1], origin="url")
    for identifier in listed(facts.article.get("identifier")):
        value = identifier.get("value") if isinstance(identifier, dict) else identifier
        if isinstance(value, str | int) and not isinstance(value, bool) and _may_be_id(str(value)):
            return Found(value=str(value), origin="json-ld")
    tagged = facts.meta.first(*_META_ID)
    if tagged and _may_be_id(tagged[0]):
        return Found(value=tagged[0], origin="meta")
    short = next((link.get("href") or "" for link in facts.tagged["link"] if link.get("rel") == "shortlink"), "")
    numbered = _SHORT_LINK.search(short)
    return Found(value=numbered[1], origin="link") if numbered else None


def _may_be_id(value: str) -> bool:
    return not value.startswith(("http", "/")) and 0 < len(value) < _MAX_ID and not value.isspace()


def reading_time(facts: Facts, word_count: int) -> tuple[int | None, str]:
    """Minutes as the page states them, else derived from `word_count` (240 words a minute, at least one)."""
    required = _DURATION.fullmatch(readable(facts.article.get("timeRequired")))
    if required and 0 < int(required[1]) < 100:
        return int(required[1]), "json-ld"
    for number in ("1", "2"):
        label, told = facts.meta.first(f"twitter:label{number}"), facts.meta.first(f"twitter:data{number}")
        match = _MINUTES.match(told[0]) if label and told and _TIME_LABEL.search(label[0]) else None
        if match:
            return int(match[1]), "meta"
    for block in facts.blocks.blocks[:150]:
        if block.size < 100 and "m" in block.text and has_digit(block.text):
            match = _READING_TIME.search(block.text)
            if match:
                return int(match[1] or match[2]), "text"
    return max(1, round(word_count / _WORDS_PER_MINUTE)), "derived"
