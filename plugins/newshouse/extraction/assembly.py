"""One page's facts judged and put together as an Article, each field with its provenance."""

from newshouse.errors import Rejected
from newshouse.extraction import details
from newshouse.extraction.authors.author_note import without_author_note
from newshouse.extraction.authors.authorship import authors
from newshouse.extraction.body.article_body import Body, body_of
from newshouse.extraction.body.scraps import is_scrap
from newshouse.extraction.dates.published import modified, published
from newshouse.extraction.facts import Facts, Found
from newshouse.extraction.headline.headline_above import headline_above
from newshouse.extraction.headline.headlines import headlines, is_doubtful
from newshouse.extraction.headline.site_name import masthead_names, site_names
from newshouse.extraction.image import lead_image
from newshouse.extraction.keywords import keywords
from newshouse.extraction.kinds.page_kind import reject_no_article
from newshouse.extraction.kinds.paywall import is_teaser, without_offer
from newshouse.extraction.language import language
from newshouse.extraction.overrides import override_for, selected_by, with_fields
from newshouse.extraction.page.blocks import blocks_of
from newshouse.extraction.page.metadata import Metadata, url_parts
from newshouse.extraction.page.structured import LinkedData
from newshouse.extraction.page.tree import gathered, parsed, text_of
from newshouse.extraction.text import paragraphs, word_count
from newshouse.model import Article, Page, Reason, Source

_MIN_TOLD = 400  # letters; a shorter articleBody is a teaser


def article_of(page: Page, source: Source | None) -> Article:
    """The article of `page`; raises Rejected with the reason where there is none."""
    override = override_for(source, page.captured_at)
    if override is None:
        return _article(facts_of(page, source))
    selected = selected_by(override, page)
    facts = facts_of(selected.page, source)
    return with_fields(_article(facts, selected.headline, selected.body), selected, facts)


def _article(facts: Facts, own_headline: Found | None = None, own_body: Body | None = None) -> Article:
    """The article of a page. A headline and a body that the source's own selectors found are taken as they are."""
    headline, other = headlines(facts)
    headline = own_headline or headline
    title = headline.value if headline else ""
    body = own_body or _body(facts, title)
    if body is not None and own_headline is None and is_doubtful(facts, headline, body):
        above = headline_above(facts, body, headline)
        if above is not None:
            headline, title = above, above.value
            body = own_body or _body(facts, title)
    if own_body is None or headline is None:
        reject_no_article(facts, title, body)
    if headline is None or body is None or not body.text:
        raise Rejected(Reason.NO_BODY, "no text in the page")
    return _assembled(facts, title, headline.origin, other, body)


def _body(facts: Facts, headline: str) -> Body | None:
    """The body as the page shows it; as JSON-LD tells it where the page shows less than half of that."""
    told = "\n".join(paragraphs(facts.article_body))
    standfirsts = [found.value for found in details.descriptions(facts)]
    body = body_of(facts.blocks, headline, standfirsts, told, url_parts(facts.page.url).hostname or "")
    if body is not None and is_scrap(facts.blocks, body, headline):
        body = None
    if body is not None:
        body = without_offer(facts, body, headline, is_free=details.is_accessible_for_free(facts))
    if len(told) > _MIN_TOLD and (body is None or len(body.text) < 0.5 * len(told)):
        return Body(text=told, origin="json-ld")
    return body


def facts_of(page: Page, source: Source | None) -> Facts:
    root = parsed(page)
    body = root.find("body")
    tagged = gathered(root)
    meta, data = Metadata(root, tagged), LinkedData(tagged["script"])
    h1 = next(iter(tagged["h1"]), None)
    heads = [*meta.all("og:title"), text_of(h1) if h1 is not None else "", meta.title]
    article = data.article(heads) or {}
    blocks = blocks_of(body if body is not None else root)
    mastheads = masthead_names(tagged["h1"], {meta.title, *meta.all("og:title")[:1]}, page.url, blocks)
    return Facts(
        page=page,
        source=source,
        root=root,
        tagged=tagged,
        meta=meta,
        data=data,
        blocks=blocks,
        article=article,
        site_names=site_names(page.url, meta, data.resolved(article.get("publisher")), source) | mastheads,
    )


def _dateline(text: str) -> str | None:
    """The place at the head of the text, or of its second paragraph where the first stands in for a standfirst."""
    return next((place for line in text.split("\n", 2)[:2] if (place := details.dateline(line))), None)


def _assembled(facts: Facts, headline: str, headline_origin: str, other: str | None, body: Body) -> Article:
    origins = {"headline": headline_origin, "article_body": body.origin}
    if other:
        origins["alternative_headline"] = "metadata"
    named, origins["authors"] = authors(facts, headline, body.signed)
    body = without_author_note(body, named)
    text = body.text
    words, origins["keywords"] = keywords(facts, headline)
    counted = word_count(text)
    minutes, origins["reading_time_minutes"] = details.reading_time(facts, counted)
    is_free = details.is_accessible_for_free(facts)
    if is_teaser(facts, body, counted, is_free=is_free):
        is_free, origins["article_body"] = False, "teaser"
    elif facts.data.has_type("LiveBlogPosting"):
        origins["article_body"] = "live-blog"
    image = lead_image(facts, headline, body)
    origins["image_url"] = image.origin
    when = published(facts, headline)
    changed = modified(facts, when.moment if when else None)
    single = {
        "description": Found(value=body.standfirst, origin="text") if body.standfirst else details.description(facts),
        "article_section": details.section(facts),
        "in_language": language(facts, text),
        "canonical_url": details.canonical_url(facts),
        "publisher_article_id": details.article_id(facts),
    }
    origins |= {name: found.origin for name, found in single.items() if found}
    origins |= {name: dated.origin for name, dated in (("date_published", when), ("date_modified", changed)) if dated}
    values = {name: found.value if found else None for name, found in single.items()}
    return Article(
        url=facts.page.url,
        headline=headline,
        article_body=text,
        date_published=when.moment.at if when else None,
        date_published_raw=when.moment.raw if when else None,
        date_published_precision=when.moment.precision if when else None,
        date_modified=changed.moment.at if changed else None,
        alternative_headline=other,
        description=values["description"],
        article_section=values["article_section"],
        authors=named,
        in_language=values["in_language"],
        keywords=words,
        image_url=image.url,
        image_caption=image.caption,
        image_credit=image.credit,
        dateline=_dateline(text.removeprefix(f"{body.standfirst}\n")),
        is_accessible_for_free=is_free,
        canonical_url=values["canonical_url"],
        publisher_article_id=values["publisher_article_id"],
        word_count=counted,
        reading_time_minutes=minutes,
        provenance={name: origin for name, origin in origins.items() if origin},
    )
