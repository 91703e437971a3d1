"""The strategy `news_sitemap`: Google's news extension. It lists the last two days: it cannot reach the past."""

from newshouse.discovery.records import Found, Search
from newshouse.discovery.sitemap import SitemapWalk
from newshouse.model import DiscoveryRule

REACHES_PAST = False


def find(rule: DiscoveryRule, search: Search) -> Found:
    """All its pages whatever their date: tomorrow they may have fallen out of it."""
    walk = SitemapWalk(rule=rule, search=search, interval=None)
    walk.go()
    return walk.found(reaches_past=REACHES_PAST)
