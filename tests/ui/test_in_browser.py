"""The pages in a browser, without Airflow: plots are drawn, no policy is broken, and axe-core finds nothing to complain of."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.airflow.airflow_ui import ARGUMENTS, CHROMIUM
from tests.programs import require_program
from tests.ui.conftest import BRIDGE, Site, article_key
from tests.ui.rejecting import reject

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    require_program("chromium")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))


def _opened(browser: Browser, site: Site, **context: object) -> tuple[Page, list[str]]:
    """A page, and whatever the browser says of it in the console."""
    page = browser.new_context(base_url=str(site.client.base_url), **context).new_page()  # type: ignore[arg-type]
    said: list[str] = []
    page.on(
        "console",
        lambda message: said.append(message.text) if "favicon" not in message.location["url"] else None,
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    return page, said


def _paths(site: Site) -> list[str]:
    key = article_key(site, "The bridge opens")
    rejected = reject(site, "https://courier.example/list", b"<p>Six boats</p>" * 2000)
    times = "&".join(f"{name}={row.valid_from:%Y-%m-%dT%H:%M:%SZ}" for name, row in zip(("before", "after"), _revisions(site), strict=True))
    return [
        "./",
        "sources/courier",
        "articles?q=bridge",
        f"articles/{key}",
        f"articles/{key}/changes?{times}",
        "quarantine",
        f"quarantine/{rejected}",
        f"quarantine/{rejected}?replay=news_replay/none",
        "run?id=one",
        "run?id=none",
    ]


def _revisions(site: Site) -> list[object]:
    return site.rows("select valid_from from warehouse.article_revision where url = %s order by valid_from", BRIDGE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_keyboard_and_screen_reader(browser: Browser, filled: Site, scheme: str) -> None:
    page, _ = _opened(browser, filled, color_scheme=scheme, bypass_csp=True)  # axe is a script of others
    for path in _paths(filled):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        assert found.response["violations"] == [], (path, found.generate_report())


def test_the_plots_are_drawn_and_lead_to_what_they_show(browser: Browser, filled: Site) -> None:
    page, said = _opened(browser, filled)
    page.goto("./")
    cell = page.locator("#heatmap .role-mark path[fill='var(--heat-1)']").nth(1)  # source by source, day by day
    cell.hover()
    expect(page.locator("#vg-tooltip-element")).to_contain_text("2025-09-18")
    cell.click()
    expect(page.get_by_role("heading", name="Rain")).to_be_visible()
    expect(page.get_by_label("From")).to_have_value("2025-09-18")
    page.goto("sources/courier")
    for plot in ("calendar", "daily-plot", "fill-plot"):
        expect(page.locator(f"#{plot} svg")).to_be_visible()
    assert said == []


def test_numbers_stand_under_each_other_and_run_ids_keep_their_underscores(browser: Browser, filled: Site) -> None:
    page, _ = _opened(browser, filled)
    page.goto("run?id=one")
    assert _style(page.get_by_role("cell", name="–").first, "textAlign") == "right"
    for name in ("Discovered", "Pending"):
        assert _style(page.get_by_role("columnheader", name=name), "textAlign") == "right"
    page.goto(f"quarantine/{reject(filled, 'https://courier.example/list', b'<p>Six boats</p>')}")
    assert _style(page.get_by_role("link", name="odd"), "textDecorationLine") == "none"


def _style(found: Locator, name: str) -> str:
    return str(found.evaluate("(element, name) => getComputedStyle(element)[name]", name))


def test_without_scripts_the_numbers_stand_in_tables(browser: Browser, filled: Site) -> None:
    page, _ = _opened(browser, filled, java_script_enabled=False)
    page.goto("./")
    expect(page.get_by_text("Articles by source and day: the plot needs JavaScript")).to_be_visible()
    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("row", name="Courier 2").first).to_be_visible()


def test_the_first_tab_leads_past_the_navigation(browser: Browser, filled: Site) -> None:
    page, _ = _opened(browser, filled)
    page.goto("quarantine")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_on_a_phone_nothing_is_wider_than_the_screen(browser: Browser, filled: Site) -> None:
    page, _ = _opened(browser, filled, viewport={"width": 380, "height": 800})
    for path in _paths(filled):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 380, path
