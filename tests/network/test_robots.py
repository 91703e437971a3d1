"""robots.txt: which statuses allow, which rules count, and how long we wait."""

import pytest

from newshouse.robots import MAX_BYTES, MAX_CRAWL_DELAY_S, parse_robots

AGENT = "Newshouse/0.1 (contact)"
RULES = b"User-agent: *\nDisallow: /private/\nAllow: /private/open\n\nUser-agent: newshouse\nDisallow: /no-news/\nCrawl-delay: 3\n"


def test_our_own_group_goes_before_the_one_for_all() -> None:
    ours, others = parse_robots(200, RULES, AGENT), parse_robots(200, RULES, "Other/1")
    assert ours.decide("https://paper.example/no-news/1") == "disallowed"
    assert ours.decide("https://paper.example/private/1") == "allowed"
    assert ours.crawl_delay_s == 3.0
    assert others.decide("https://paper.example/private/1") == "disallowed"
    assert others.decide("https://paper.example/private/open") == "allowed"
    assert others.crawl_delay_s == 0.0


@pytest.mark.parametrize(
    ("status", "decision"),
    [
        (200, "disallowed"),
        (204, "disallowed"),
        (401, "allowed"),
        (404, "allowed"),
        (429, "unavailable"),
        (500, "unavailable"),
        (0, "unavailable"),
    ],
)
def test_what_a_status_means(status: int, decision: str) -> None:
    assert parse_robots(status, b"User-agent: *\nDisallow: /\n", AGENT).decide("https://paper.example/a") == decision


def test_rules_beyond_the_cap_are_not_read() -> None:
    body = b"User-agent: *\nDisallow: /a\n" + b"# padding\n" * (MAX_BYTES // 10) + b"Disallow: /b\n"
    policy = parse_robots(200, body, AGENT)
    assert policy.decide("https://paper.example/a") == "disallowed"
    assert policy.decide("https://paper.example/b") == "allowed"


@pytest.mark.parametrize(
    "body",
    [b"", b"\xef\xbb\xbfUser-agent: *\nDisallow: /x", b"<!doctype html><h1>Hello</h1>", b"\x00\xff\xfe junk: \x80\n", b"Disallow: /"],
)
def test_any_bytes_make_a_policy(body: bytes) -> None:
    assert parse_robots(200, body, AGENT).decide("https://paper.example/a") == "allowed"


@pytest.mark.parametrize(
    ("text", "expected"), [("1.5", 1.5), ("86400", MAX_CRAWL_DELAY_S), ("-1", 0.0), ("nan", 0.0), ("inf", 0.0), ("soon", 0.0)]
)
def test_a_crawl_delay_is_bounded(text: str, expected: float) -> None:
    assert parse_robots(200, f"User-agent: *\nCrawl-delay: {text}\n".encode(), AGENT).crawl_delay_s == expected
