"""Source files proposed by looking at a site."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml

from newshouse.errors import SourceFailed
from newshouse.model import DiscoveryRule
from newshouse.settings import BUNDLED_SOURCES, Settings
from newshouse.source_file import SCHEMA_FILE, load_source
from newshouse.source_proposal import HEADER, Proposal, propose
from tests.network.faulty_server import FaultyServer, response
from tests.site import NewsSite

HOME = "http://www.odd.example/"
SITEMAP = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{more}><url><loc>{home}a</loc></url></urlset>'
NEWS = ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
FEED = f'<rss version="2.0"><channel><title>Odd</title><item><link>{HOME}1</link></item></channel></rss>'


def proposed(answers: Mapping[str, str], environment: Mapping[str, str] = MappingProxyType({})) -> tuple[Proposal, list[str]]:
    """What is proposed for a site that answers so, and the paths that were asked."""
    with FaultyServer({path: response(body.encode()) for path, body in answers.items()}) as server:
        settings = Settings.from_environment(
            {
                "NEWSHOUSE_WAREHOUSE": "postgresql://unused",
                "NEWSHOUSE_CONNECT_TO": f"www.odd.example=127.0.0.1:{server.port}",
                **environment,
            }
        )
        proposal = propose(HOME, settings, is_loopback_allowed=True, delay_s=0)
        return proposal, server.paths()


def test_a_publisher_of_the_site_is_proposed_as_its_own_file_has_it(tmp_path: Path) -> None:
    with NewsSite() as site:
        settings = Settings.from_environment({"NEWSHOUSE_WAREHOUSE": "postgresql://unused", "NEWSHOUSE_CONNECT_TO": site.connect_to})
        proposal = propose("http://norden-blatt.example/", settings, is_loopback_allowed=True, delay_s=0)
    file = tmp_path / "proposed.yaml"
    file.write_text(proposal.text, encoding="utf-8")
    source = load_source(file)
    assert (source.source_id, source.name, source.language) == ("norden-blatt", "Norden-Blatt", "de")
    assert {(rule.strategy, rule.url.rpartition("/")[2]) for rule in source.discovery} == {
        ("feed", "atom.xml"),
        ("sitemap", "sitemap.xml"),
        ("news_sitemap", "news-sitemap.xml"),
    }
    assert not source.is_enabled
    assert not source.is_verified


def test_what_the_site_declares_is_taken_and_the_rest_not_guessed() -> None:
    front = (
        '<html lang="fr_CH"><head><meta property="og:site_name" content="Le Bizarre: édition du soir"><title>Accueil</title>'
        '<link rel="alternate" type="application/rss+xml" href="/own.xml">'
        '<link rel="alternate" type="application/rss+xml" href="/dead.xml">'
        '<link rel="alternate" hreflang="de" href="/de/"></head><body></body></html>'
    )
    robots = f"User-agent: *\nCrawl-delay: 7\nSitemap: {HOME}news.xml\nSitemap: {HOME}all.xml\n"
    sitemaps = {"/news.xml": SITEMAP.format(more=NEWS, home=HOME), "/all.xml": SITEMAP.format(more="", home=HOME)}
    proposal, asked = proposed({"/": front, "/robots.txt": robots, "/own.xml": FEED, **sitemaps})
    described = yaml.safe_load(proposal.text)
    assert described["name"] == "Le Bizarre: édition du soir"
    assert (described["id"], described["language"], described["country"], described["time_zone"]) == (
        "le-bizarre-dition-du-soir", "fr-CH", "CH", "Europe/Zurich"
    )  # fmt: skip
    assert described["politeness"]["delay_s"] == 7
    assert [DiscoveryRule(**rule) for rule in described["discovery"]] == [
        DiscoveryRule(strategy="feed", url=f"{HOME}own.xml"),
        DiscoveryRule(strategy="news_sitemap", url=f"{HOME}news.xml"),
        DiscoveryRule(strategy="sitemap", url=f"{HOME}all.xml"),
    ]
    assert any("dead.xml: answered 404" in finding for finding in proposal.findings)
    assert "/sitemap.xml" not in asked
    assert "/feed" not in asked


def test_the_usual_places_are_tried_where_the_site_declares_nothing() -> None:
    front = "<html><head><title>News | The Odd Herald of Oddtown</title></head><body></body></html>"
    proposal, asked = proposed({"/": front, "/rss": FEED, "/sitemap.xml": SITEMAP.format(more="", home=HOME)})
    described = yaml.safe_load(proposal.text)
    assert [rule["url"] for rule in described["discovery"]] == [f"{HOME}rss", f"{HOME}sitemap.xml"]
    assert "/rss.xml" not in asked, "one feed is enough of guessing"
    assert any("language is a guess" in finding for finding in proposal.findings)
    assert any("time_zone is a guess" in finding for finding in proposal.findings)


def test_a_site_with_nothing_to_read_is_told() -> None:
    proposal, _ = proposed({"/": "<html lang=en><title>Odd</title></html>"})
    assert yaml.safe_load(proposal.text)["discovery"] == []
    assert any("no feed and no sitemap" in finding for finding in proposal.findings)
    assert not proposal.is_complete


def test_a_site_on_this_machine_is_refused_with_the_option_that_allows_it() -> None:
    settings = Settings.from_environment({"NEWSHOUSE_WAREHOUSE": "postgresql://unused", "NEWSHOUSE_CONNECT_TO": "*.example=127.0.0.1:9"})
    with pytest.raises(SourceFailed, match="not a public address; --allow-loopback"):
        propose(HOME, settings, delay_s=0)


def test_the_line_for_editors_is_written_where_the_schema_is_found(tmp_path: Path) -> None:
    bundled, _ = proposed({"/": "<html></html>"})
    elsewhere, _ = proposed({"/": "<html></html>"}, {"NEWSHOUSE_SOURCES": str(tmp_path)})
    assert bundled.text == f"{HEADER}{elsewhere.text}"
    assert (BUNDLED_SOURCES / HEADER.strip().partition("=")[2]).resolve() == SCHEMA_FILE


def test_a_site_that_forbids_its_front_page_is_left_alone() -> None:
    with pytest.raises(SourceFailed, match="forbids"):
        proposed({"/": "<html></html>", "/robots.txt": "User-agent: *\nDisallow: /\n"})
