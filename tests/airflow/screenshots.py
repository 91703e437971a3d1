"""The pictures of docs/images, taken anew: `python -m tests.airflow.screenshots`, which needs chromium and a few minutes.

What they show is made here: the first days of the demo, one day by Airflow's scheduler, then everything as it stood at the end, so that
edits show. With a folder as argument every page is taken, in light and dark and as on a phone, to be looked at.
"""

import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal
from urllib.parse import quote, urljoin

from playwright.sync_api import Page, expect
from rich.console import Console

from newshouse import in_process
from newshouse.database import connect
from newshouse.local import demo
from newshouse.local.home import Home
from newshouse.local.progress import watched
from newshouse.model import Interval, RunMode, utc_day
from newshouse.settings import PROJECT_FOLDER, Settings
from tests.airflow.airflow_ui import browser_page, filled_form
from tests.airflow.conftest import open_home
from tests.site import SOURCES_FOLDER, NewsSite
from tests.site.stories import LAST_INSTANT

FOLDER = PROJECT_FOLDER / "docs" / "images"
SIZE = (1280, 860)
PHONE = (390, 844)
FIRST, LAST = date(2025, 9, 18), date(2025, 9, 24)
MORNING_AFTER = datetime(2025, 9, 18, 6, tzinfo=UTC)  # the demo's first edits are made later on that day
WHOLE = Interval(start=utc_day(date(2025, 9, 1)).start, end=utc_day(date(2025, 10, 5)).end)
TIMEOUT_S = 900
VIEWS: tuple[tuple[Literal["light", "dark"], tuple[int, int], str], ...] = (
    ("light", SIZE, ""),
    ("dark", SIZE, "-dark"),
    ("light", PHONE, "-phone"),
)
SHOWN = {"light": ("overview", "changes"), "dark": ("overview", "source")}  # in the documents
KEYS = """
    select
        (select article_key::text from mart.article_change where source_id = 'harbour-courier' order by 1 limit 1) as edited,
        (select origin_article_key::text from mart.syndication where origin_source_id <> source_id order by lag limit 1) as copied,
        (select quarantine_key::text from ops.quarantine where reason = 'soft_404') as rejected
"""


def take(folder: Path, *, takes_all: bool) -> None:
    """The pictures of the documents, or of every page in every view, into the folder."""
    with open_home() as home, demo.stack(home, Console(quiet=True)) as stack:
        demo.unpause(stack.airflow)
        settings = _settings(stack, home)
        with NewsSite(now=MORNING_AFTER) as site:
            for day in range(1, 18):
                _load(settings, site, utc_day(date(2025, 9, day)), RunMode.FETCH_MISSING)
        admin = ("admin", home.secrets("admin_password")["admin_password"])
        run_id = _night(stack)
        with browser_page(stack.airflow.address, *admin, viewport=SIZE) as page:
            filled_form(page, demo.DAG_ID, FIRST, LAST, reprocess="missing")
            _snap(page, folder / "backfill.png")
            page.goto(f"/dags/{demo.DAG_ID}/runs/{quote(run_id)}")
            page.get_by_role("link", name="Report").click()
            expect(page.frame_locator("iframe[title=Report]").get_by_role("heading", level=1)).to_contain_text("Report of")
            _snap(page, folder / "ui-report.png")
        with NewsSite(now=LAST_INSTANT) as site:
            _load(settings, site, WHOLE, RunMode.REFETCH)
        addresses = _addresses(stack)
        for scheme, size, ending in VIEWS if takes_all else VIEWS[:2]:
            wanted = addresses if takes_all else {name: addresses[name] for name in SHOWN[scheme]}
            with browser_page(stack.airflow.address, *admin, viewport=size, color_scheme=scheme) as page:
                _pages(page, wanted, folder, ending)


def _pages(page: Page, addresses: Mapping[str, str], folder: Path, ending: str) -> None:
    for name, address in addresses.items():
        if ending == "-phone":
            page.goto(f"/news{address}")
        else:
            page.get_by_role("link", name="News", exact=True).click()
            frame = page.frame_locator("iframe[title=News]")
            expect(frame.locator("#content")).to_be_visible()
            if address != "/":
                page.frames[-1].goto(f"{urljoin(page.url, '/news')}{address}")
        page.wait_for_load_state("networkidle")
        _snap(page, folder / f"ui-{name}{ending}.png")


def _snap(page: Page, file: Path) -> None:
    page.wait_for_timeout(800)  # plots and transitions have no event of their own that says they are done
    page.screenshot(path=file)
    print(file, flush=True)


def _settings(stack: demo.Stack, home: Home) -> Settings:
    return Settings.from_environment(
        {"NEWSHOUSE_WAREHOUSE": stack.warehouse_url, "NEWSHOUSE_ARCHIVE": str(home.archive), "NEWSHOUSE_SOURCES": str(SOURCES_FOLDER)}
    )


def _load(settings: Settings, site: NewsSite, interval: Interval, mode: RunMode) -> None:
    there = Settings.from_environment({"NEWSHOUSE_WAREHOUSE": settings.warehouse_url, "NEWSHOUSE_CONNECT_TO": site.connect_to}).connect_to
    fixed = {"sources_folder": None, "only": (), "max_articles": None, "is_dry_run": False}
    in_process.run(replace(settings, connect_to=there), interval, mode=mode, console=Console(quiet=True), **fixed)  # type: ignore[arg-type]


def _night(stack: demo.Stack) -> str:
    """The id of a run of the day after the loaded ones, when it is over."""
    window, run_id = utc_day(FIRST), "by_hand"
    conf = {"interval_start": window.start.isoformat(), "interval_end": window.end.isoformat()}
    stack.airflow.call("POST", f"dags/{demo.DAG_ID}/dagRuns", {"dag_run_id": run_id, "logical_date": None, "conf": conf})
    watched(stack.airflow, demo.DAG_ID, run_id, Console(quiet=True), timeout_s=TIMEOUT_S)
    return run_id


def _addresses(stack: demo.Stack) -> dict[str, str]:
    """Each page of ours, below /news."""
    with closing(connect(stack.warehouse_url, application_name="newshouse pictures")) as connection, connection.cursor() as cursor:
        cursor.execute(KEYS)
        keys = cursor.fetchall()[0]
        cursor.execute("select valid_from from warehouse.article_revision where article_key = %s order by valid_from", (keys.edited,))
        before, after = (quote(row.valid_from.isoformat()) for row in cursor.fetchall())
    return {
        "overview": "/",
        "source": "/sources/harbour-courier",
        "articles": "/articles?q=salmon+or+harbour",
        "article": f"/articles/{keys.copied}",
        "changes": f"/articles/{keys.edited}/changes?before={before}&after={after}",
        "quarantine": "/quarantine",
        "rejection": f"/quarantine/{keys.rejected}",
    }


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER, takes_all=len(sys.argv) > 1)
