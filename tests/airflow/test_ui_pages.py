"""The pages as people use them: in the Airflow UI, behind its login, in a real browser, with what a hostile publisher wrote."""

import gzip
import json
import re
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect
from rich.console import Console

from newshouse import in_process
from newshouse.database import Connection
from newshouse.local import demo
from newshouse.local.home import Home
from newshouse.settings import Settings
from tests.airflow.airflow_ui import browser_page
from tests.programs import require_program
from tests.site import SOURCES_FOLDER

pytestmark = [pytest.mark.airflow, pytest.mark.browser, pytest.mark.timeout(900)]

SITE = "http://harbour-courier.example"
HEADLINE = "<script>document.title='owned'</script> on the harbour wall"
LOUD = "</script><img src=x onerror=\"parent.document.title='owned'\"> was painted on the wall overnight."
BODY = (
    "The harbour master found the words when he came to open the lock at six, and he called the painter before he called the police.",
    LOUD,
    "Nobody has said that it was them, and the board will hear on Tuesday what it costs to have the granite cleaned by hand.",
)
LATER = (BODY[0].replace("at six", "at seven"), *BODY[1:], "The cost was put at four hundred pounds.")
TOO_EAGER = "\noverrides:\n  - drop: ['article']\n"  # a source file that takes the article out of its pages


def test_search_changes_and_replay_in_the_ui_and_nothing_that_a_publisher_wrote_runs(
    stack: demo.Stack, home: Home, stack_warehouse: Connection, tmp_path: Path
) -> None:
    require_program("chromium")
    _load_what_was_written(stack, home, tmp_path)
    password = home.secrets("admin_password")["admin_password"]
    with browser_page(stack.airflow.address, "admin", password) as page:
        trouble = _watched(page)
        frame = _news(page)
        expect(frame.get_by_role("heading", name="Articles by source and day")).to_be_visible()
        expect(frame.locator("#heatmap svg")).to_be_visible()

        _search(frame, '"harbour wall"')
        result = frame.locator(".results h2 a", has_text="on the harbour wall")
        expect(result).to_have_text(HEADLINE)
        result.click()
        expect(frame.get_by_role("heading", level=1)).to_have_text(HEADLINE)
        expect(frame.locator("article .body")).to_contain_text(LOUD)
        expect(frame.locator("img")).to_have_count(0)

        frame.get_by_role("button", name="Compare").click()
        expect(frame.locator(".diff.body del")).to_contain_text("six")
        expect(frame.locator(".diff.body ins").first).to_contain_text("seven")
        expect(frame.locator(".diff.body")).to_contain_text("</script><img src=x onerror=")

        frame.get_by_role("link", name="Quarantine").click()
        frame.get_by_role("link", name=f"{SITE}/rejected").click()
        expect(frame.locator(".page-text").first).to_contain_text("</script><img src=x onerror=")
        frame.get_by_role("button", name="Replay this page").click()
        expect(frame.locator("#replay-state")).to_contain_text("loaded", timeout=180_000)
        frame.get_by_role("link", name="The article").click()
        expect(frame.get_by_role("heading", level=1)).to_have_text(HEADLINE)

        (run_id,) = _replays(stack_warehouse)
        page.goto(f"/dags/news_replay/runs/{run_id.partition('/')[2]}")
        page.get_by_role("link", name="Report").click()
        expect(page.frame_locator("iframe[title=Report]").get_by_role("heading", level=1)).to_contain_text("Report of a replay run")
        assert page.title() != "owned"
        assert trouble == []


def test_who_is_not_logged_in_gets_nothing(stack: demo.Stack) -> None:
    for path in ("/news/", "/news/articles?q=harbour", "/news/quarantine", "/news/run?id=x", "/news/static/news.css"):
        assert _status(f"{stack.airflow.address}{path}") == 401, path
    assert _status(f"{stack.airflow.address}/news/quarantine/0190f3a4-0000-7000-8000-000000000000/replay", method="POST") == 401


def test_who_may_only_look_cannot_replay(stack: demo.Stack, home: Home, stack_warehouse: Connection, tmp_path: Path) -> None:
    require_program("chromium")
    _load_what_was_written(stack, home, tmp_path)
    before = _replays(stack_warehouse)
    with stack_warehouse.cursor() as cursor:
        cursor.execute("select quarantine_key from ops.quarantine where url = %s", (f"{SITE}/rejected",))
        address = f"/news/quarantine/{cursor.fetchall()[0].quarantine_key}"
    with browser_page(stack.airflow.address, "viewer", home.secrets("viewer_password")["viewer_password"]) as page:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Rejected")
        expect(page.get_by_role("button", name="Replay this page")).to_have_count(0)
        sent = page.evaluate(
            "address => fetch(address, {method: 'POST', redirect: 'manual'}).then(answer => answer.status)", f"{address}/replay"
        )
        assert sent == 403
    with browser_page(stack.airflow.address, "admin", home.secrets("admin_password")["admin_password"]) as page:
        elsewhere = page.request.post(f"{address}/replay", headers={"Origin": "https://evil.example"}, max_redirects=0)
        assert elsewhere.status == 403
        sandboxed = page.request.post(f"{address}/replay", headers={"Sec-Fetch-Site": "cross-site"}, max_redirects=0)
        assert sandboxed.status == 403
    assert _replays(stack_warehouse) == before


def _load_what_was_written(stack: demo.Stack, home: Home, folder: Path) -> None:
    """Two captures of an edited article, and a page that a wrong source file made no article of."""
    settings = Settings.from_environment(
        {"NEWSHOUSE_WAREHOUSE": stack.warehouse_url, "NEWSHOUSE_ARCHIVE": str(home.archive), "NEWSHOUSE_SOURCES": str(SOURCES_FOLDER)}
    )
    article, rejected, eager = folder / "article.warc.gz", folder / "rejected.warc.gz", folder / "eager"
    article.write_bytes(_record("/wall", "2025-09-17T10:00:00Z", BODY) + _record("/wall", "2025-09-18T10:00:00Z", LATER))
    assert in_process.replay(settings, [article], console=Console(quiet=True))
    eager.mkdir()
    source_file = (SOURCES_FOLDER / "harbour-courier.yaml").read_text(encoding="utf-8")
    (eager / "harbour-courier.yaml").write_text(source_file + TOO_EAGER, encoding="utf-8")
    rejected.write_bytes(_record("/rejected", "2025-09-19T10:00:00Z", BODY))
    in_process.replay(replace(settings, sources_folder=eager), [rejected], console=Console(quiet=True))


def _record(path: str, captured_at: str, body: tuple[str, ...]) -> bytes:
    linked = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE, "datePublished": "2025-09-17T06:00:00Z"}
    shown = [text.replace("&", "&amp;").replace("<", "&lt;") for text in (HEADLINE, *body)]
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Wall</title>'
        f'<script type="application/ld+json">{json.dumps(linked).replace("<", chr(92) + "u003c")}</script></head>'
        f"<body><main><article><h1>{shown[0]}</h1>{''.join(f'<p>{text}</p>' for text in shown[1:])}</article></main></body></html>"
    ).encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0190f3a4-0000-7000-8000-{len(page):012d}>\r\n"
        f"WARC-Date: {captured_at}\r\nWARC-Target-URI: {SITE}{path}\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


def _news(page: Page) -> FrameLocator:
    """The pages inside the UI, opened from its navigation."""
    page.get_by_role("link", name="News", exact=True).click()
    return page.frame_locator("iframe[title=News]")


def _search(frame: FrameLocator, words: str) -> None:
    box = frame.get_by_label("Search articles")
    box.fill(words)
    box.press("Enter")


def _watched(page: Page) -> list[str]:
    """Whatever the browser complains of in our pages from now on: scripts that ran or were stopped, errors."""
    trouble: list[str] = []
    page.on("dialog", lambda dialog: trouble.append(dialog.message))
    page.on(
        "console",
        lambda said: trouble.append(said.text) if said.type == "error" and re.search("Content Security|/news/", said.text) else None,
    )
    return trouble


def _replays(connection: Connection) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select run_id from ops.run where run_id like 'news\\_replay/%%' order by run_id")
        return [row.run_id for row in cursor.fetchall()]


def _status(address: str, method: str = "GET") -> int:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(urllib.request.Request(address, method=method), timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
