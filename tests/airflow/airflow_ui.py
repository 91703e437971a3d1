"""Airflow's UI as a person uses it, in headless Chromium."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Literal

from playwright.sync_api import Locator, Page, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
REPROCESS = {"missing": "Missing Runs", "missing and errored": "Missing and Errored Runs", "all": "All Runs"}


expect.set_options(timeout=60_000)  # a busy machine takes its time over a page


@contextmanager
def browser_page(
    address: str, user: str, password: str, *, viewport: tuple[int, int] = (1400, 1000), color_scheme: Literal["light", "dark"] = "light"
) -> Iterator[Page]:
    """A page of the UI, logged in."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": viewport[0], "height": viewport[1]}, base_url=address, color_scheme=color_scheme)
        page.set_default_timeout(60_000)
        page.goto("/")
        page.locator("input[name=username]").fill(user)
        page.locator("input[name=password]").fill(password)
        page.get_by_role("button", name=re.compile("sign in|log in", re.IGNORECASE)).click()
        expect(page.get_by_role("link", name="Dags")).to_be_visible(timeout=60_000)
        yield page
        browser.close()


def backfill(page: Page, dag_id: str, first: date, last: date, *, reprocess: str) -> None:
    """Fills in the backfill form of a DAG for the days `first` to `last`, both included, and sends it off."""
    form = filled_form(page, dag_id, first, last, reprocess=reprocess)
    form.get_by_role("button", name="Run Backfill").click()
    expect(form).to_be_hidden(timeout=60_000)  # Airflow clears the runs before it answers


def filled_form(page: Page, dag_id: str, first: date, last: date, *, reprocess: str) -> Locator:
    """The backfill form of a DAG, filled in for the days `first` to `last`, both included."""
    page.goto(f"/dags/{dag_id}")
    page.get_by_test_id("trigger-dag-button").click()
    form = page.locator("[role=dialog][aria-modal=true]")
    form.get_by_text("Run this Dag for a range of dates").click()
    _pick(page, form, "From", first)
    _pick(page, form, "To", last)
    form.get_by_text(REPROCESS[reprocess], exact=True).click()
    form.locator("input[name=max_active_runs]").fill("3")
    days = (last - first).days + 1
    expect(form.get_by_text(re.compile(rf"\b{days} runs? will be triggered", re.IGNORECASE))).to_be_visible()
    return form


def _pick(page: Page, form: Locator, label: str, day: date) -> None:
    field = form.get_by_role("group").filter(has_text=re.compile(f"^{label}"))
    field.get_by_role("paragraph").click()
    calendar = page.get_by_placeholder("YYYY/MM/DD").locator("visible=true")
    calendar.fill(f"{day:%Y/%m/%d}")
    clock = page.get_by_placeholder("HH:mm").locator("visible=true")
    clock.fill("00:00")
    clock.press("Enter")
    page.keyboard.press("Escape")
    expect(calendar).to_have_count(0)  # it fades out, and the next one looks the same
    expect(field.get_by_role("paragraph")).to_have_text(f"{day:%b %d, %Y} 00:00")
