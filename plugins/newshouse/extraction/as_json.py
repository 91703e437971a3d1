"""An article as plain JSON values, as `newshouse extract` prints it."""

from newshouse.model import Article


def article_json(article: Article) -> dict[str, object]:
    """The schema.org fields in snake_case: authors as names, instants as ISO 8601 with their zone, provenance as an object."""
    published, modified, precision = article.date_published, article.date_modified, article.date_published_precision
    return {
        "url": article.url,
        "canonical_url": article.canonical_url,
        "publisher_article_id": article.publisher_article_id,
        "headline": article.headline,
        "alternative_headline": article.alternative_headline,
        "description": article.description,
        "article_section": article.article_section,
        "authors": [author.name for author in article.authors],
        "date_published": published.isoformat() if published else None,
        "date_published_raw": article.date_published_raw,
        "date_published_precision": precision.value if precision else None,
        "date_modified": modified.isoformat() if modified else None,
        "in_language": article.in_language,
        "keywords": list(article.keywords),
        "image_url": article.image_url,
        "image_caption": article.image_caption,
        "image_credit": article.image_credit,
        "dateline": article.dateline,
        "is_accessible_for_free": article.is_accessible_for_free,
        "word_count": article.word_count,
        "reading_time_minutes": article.reading_time_minutes,
        "article_body": article.article_body,
        "provenance": dict(article.provenance),
    }
