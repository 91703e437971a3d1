"""The smaller fields: standfirst, section, keywords, dateline, paywall flag, canonical URL, article id, reading time."""

import re

from newshouse.extraction.facts import Facts, Found
from newshouse.extraction.metadata import absolute, url_parts
from newshouse.extraction.patterns import pattern
from newshouse.extraction.structured import listed
from newshouse.extraction.text import comparable, readable

_WORDS_PER_MINUTE = 240
_READING_TIME = pattern(
    r"""
    \b(\d{1,2})\s*(?:-|–)?\s*(?:min(?:ute)?s?\.?|minutos?|minuten|minuti)\s*(?:read|de lectura|de lecture|de leitura
    |di lettura|lesezeit|leestijd|reading)|(?:reading time|read time|lesezeit|tiempo de lectura|temps de lecture
    |leestijd)\W{0,3}(\d{1,2})\b
    """
)
_DATELINE = re.compile(
    r"^((?:[A-Z][A-ZÀ-Þ'’.\-]+(?:[ ,/]+(?:[A-Z][A-ZÀ-Þ'’.\-]+|[A-Z][a-zà-ÿ.]{1,12}\.?))*"  # NEW YORK, N.Y.
    r"|[A-ZÀ-Þ][\wÀ-ÿ'’.\-]+(?: [A-ZÀ-Þ][\wÀ-ÿ'’.\-]+){0,3}))"  # New York
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]+(?: \d{4})?))?\s*"  # , March 3, 2019
    r"(?:[(][^()]{2,40}[)]\s*)?(?:[—–]|--|-(?=\s)|:(?=\s))",  # (Agency) -
)
_MAX_KEYWORDS = 50


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
    for node in facts.data.nodes:
        if node.get("@type") == "BreadcrumbList":
            names = [_crumb_name(item) for item in listed(node.get("itemListElement")) if isinstance(item, dict)]
            inner = [name for name in names[1:] if name and comparable(name) not in ("home", "start", "news")]
            if inner and len(inner[0]) < 60:
                return Found(value=inner[0], origin="json-ld")
    return None


def _crumb_name(item: dict[str, object]) -> str:
    inner = item.get("item")
    return readable(item.get("name")) or (readable(inner.get("name")) if isinstance(inner, dict) else "")


def keywords(facts: Facts) -> tuple[tuple[str, ...], str]:
    """Keywords in the page's order without repetitions, and where they were read."""
    for origin, values in (
        ("json-ld", [word for value in listed(facts.article.get("keywords")) for word in _split(value)]),
        ("meta", [word for value in facts.meta.all("news_keywords") for word in _split(value)]),
        ("opengraph", facts.meta.all("article:tag", "og:article:tag")),
        ("meta", [word for value in facts.meta.all("keywords", "parsely-tags", "sailthru.tags") for word in _split(value)]),
    ):
        unique = {comparable(word): word for word in reversed(values) if 1 < len(word) < 100}
        if unique:
            return tuple(reversed(unique.values()))[:_MAX_KEYWORDS], origin
    return (), ""


def _split(value: object) -> list[str]:
    text = readable(value.get("name")) if isinstance(value, dict) else readable(value)
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1].replace('"', "")
    return [word.strip(" '\"#") for word in re.split(r"[,;，、|]", text)]


def dateline(body: str) -> str | None:
    """The place at the head of the first paragraph: "GENEVA, March 3 (Agency) - ..."."""
    match = _DATELINE.match(body[:120])
    if match is None or len(match[1]) > 50 or len(match[1]) < 3:
        return None
    place = match[1].strip(" ,.")
    is_spelled_out = match[0].rstrip().endswith(("—", "–", "--", "-"))
    return place if is_spelled_out and (place.split(",")[0].split()[0].isupper() or "(" in match[0]) else None


def is_accessible_for_free(facts: Facts) -> bool | None:
    """The paywall flag of schema.org, or of the meta tags that stand for it."""
    values = [*listed(facts.article.get("isAccessibleForFree")), *facts.meta.items.get("isaccessibleforfree", ())]
    for value in values:
        if str(value).strip().lower() in ("false", "no", "0"):
            return False
        if str(value).strip().lower() in ("true", "yes", "1"):
            return True
    tier = facts.meta.first("article:content_tier", "og:article:content_tier")
    if tier:
        return {"free": True, "locked": False, "metered": False}.get(tier[0].lower())
    return None


def canonical_url(facts: Facts) -> Found | None:
    """The declared canonical URL, unless it names the front page or another site, as broken templates do."""
    candidates = [("link", facts.meta.canonical_href)]
    candidates += [("opengraph", value) for value in facts.meta.all("og:url")]
    main = facts.article.get("mainEntityOfPage")
    main = main.get("@id") if isinstance(main, dict) else main
    candidates += [("json-ld", value) for value in (main, facts.article.get("url")) if isinstance(value, str)]
    for origin, value in candidates:
        url = absolute(value, facts.page.url, facts.meta.base_href)
        if url and _may_be_this(url, facts.page.url):
            return Found(value=url.split("#")[0], origin=origin)
    return None


def _may_be_this(url: str, page_url: str) -> bool:
    declared, own = url_parts(url), url_parts(page_url)
    if len(declared.path.strip("/")) < 2 and not declared.query:
        return len(own.path.strip("/")) < 2
    return _site(declared.hostname) == _site(own.hostname) or declared.path == own.path


def _site(host: str | None) -> str:
    """About the registrable domain: enough to tell a site's own mobile host from another site."""
    labels = (host or "").split(".")
    is_second_level = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if is_second_level else labels[-2:])


def article_id(facts: Facts) -> Found | None:
    """The publisher's article id: by the source's pattern over the URL, else from the metadata."""
    pattern = facts.source.article_id_pattern if facts.source else None
    match = re.search(pattern, facts.page.url) if pattern else None
    if match and match.groups() and match[1]:
        return Found(value=match[1], origin="url")
    identifier = facts.article.get("identifier")
    value = identifier.get("value") if isinstance(identifier, dict) else identifier
    if isinstance(value, str | int) and not str(value).startswith("http") and 0 < len(str(value)) < 100:
        return Found(value=str(value), origin="json-ld")
    tagged = facts.meta.first(
        "article:id",
        "og:article:id",
        "articleid",
        "article-id",
        "article_id",
        "cxenseparse:articleid",
        "parsely-post-id",
        "sailthru.contentid",
        "contentid",
        "content-id",
        "post_id",
    )
    return Found(value=tagged[0], origin="meta") if tagged and len(tagged[0]) < 100 else None


def reading_time(facts: Facts, word_count: int) -> tuple[int | None, str]:
    """Minutes as the page states them, else derived from `word_count` (240 words a minute, at least one)."""
    for block in facts.blocks.blocks[:150]:
        if block.size < 100 and "m" in block.text and not block.text.isalpha():
            match = _READING_TIME.search(block.text)
            if match:
                return int(match[1] or match[2]), "text"
    return max(1, round(word_count / _WORDS_PER_MINUTE)), "derived"
