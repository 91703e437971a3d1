"""Pages for the tests, written out of a few words."""

import json

from newshouse.errors import Rejected
from newshouse.extraction import extract
from newshouse.model import Article, Page, Reason

PARAGRAPHS = (
    "The city council decided on Monday evening to rebuild the old bridge over the Velm, which was closed two years ago for want of care.",
    "Work is to begin in the spring and to last until the end of next year, the mayor said after the vote. Until then the ferry is free.",
    "“We have waited long enough,” said Ada Lind, who keeps the inn on the far bank, “and so have the cows, the bakers and the band.”",
)
TEXT = "\n".join(PARAGRAPHS)
HEADLINE = "Council votes to rebuild the old bridge"
URL = "https://velm-courier.example/town/bridge-4711.html"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts or PARAGRAPHS)


def html(body: str, head: str = "", headline: str = HEADLINE) -> str:
    """A page with a headline in its h1 and in its title; `body` stands after the h1, in an `article`."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline}</title>{head}</head>'
        f"<body><article><h1>{headline}</h1>{body}</article></body></html>"
    )


def page(text: str, url: str = URL, content_type: str = "text/html; charset=utf-8") -> Page:
    return Page(content=text.encode("utf-8", "surrogatepass"), url=url, content_type=content_type)


def read(text: str, url: str = URL) -> Article:
    return extract(page(text, url))


def bare(title: str, body: str, head: str = "", classes: str = "") -> str:
    return f'<html><head><title>{title}</title>{head}</head><body class="{classes}">{body}</body></html>'


def linked(*nodes: dict[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps(list(nodes))}</script>'


def og(kind: str) -> str:
    return f'<meta property="og:type" content="{kind}">'


def reason_of(text: str, url: str = URL) -> Reason | None:
    """Why the page is rejected; None where it is not."""
    try:
        read(text, url)
    except Rejected as rejected:
        return rejected.reason
    return None
