"""Each page on a small warehouse: what a reader must find there."""

import json
import re
import time
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from types import SimpleNamespace

import pytest

from newshouse import run_books
from newshouse.archive import Archive
from newshouse.model import Interval, Run, SourceOutcome
from newshouse.ui.changes_page import paragraphs
from newshouse.ui.overview_page import freshness
from newshouse.word_diff import word_diff
from tests.ui.conftest import BRIDGE, MADE, Site, article_key
from tests.ui.rejecting import reject
from tests.warehouse.captures import NOON, NOW, staged

TRADES = list(
    enumerate(["bakers", "smiths", "coopers", "tanners", "weavers", "dockers", "printers", "sawyers", "masons", "riggers"], start=11)
)


SLOW_WITHOUT_DAYS = """
    drop function mart.search_article;
    create function mart.search_article(
        query text, source_ids text[], published_from date, published_to date, language text, max_rows integer, skip_rows integer
    ) returns table (
        article_key uuid, source_id text, source_name text, url text, headline text, date_published timestamptz, in_language text,
        match_rank real, snippet text
    ) language plpgsql as $$
    begin
        if published_from is null then perform pg_sleep(60); end if;
        return query
            select one.article_key, one.source_id, one.source_name, one.url, one.headline, one.date_published, one.in_language, 1::real, ''
            from mart.article_current as one
            where one.published_on >= published_from;
    end $$
"""  # as with a phrase of common words that stands in no article, among a million


def text_of(page: str) -> str:
    """What a reader sees."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def _asked(site: Site, run_id: str, *, day: int, kind: str = "nightly", source_id: str = "courier", is_dry_run: bool = False) -> None:
    """A run of one source for a day of September 2025, which found nothing."""
    start = NOON.replace(day=day, hour=0)
    run = Run(run_id=run_id, interval=Interval(start=start, end=start + timedelta(days=1)), is_dry_run=is_dry_run)
    run_books.begin_run(site.connection, run, kind=kind, now=NOW)
    run_books.begin_sources(site.connection, run_id, [source_id], now=NOW)
    run_books.begin_stage(site.connection, run_id, source_id, "load")
    run_books.finish_source_run(site.connection, run_id, source_id, now=NOW)
    run_books.finish_run(site.connection, run_id, now=NOW)


# --- overview and source --------------------------------------------------------------------------------------------------------


def test_the_overview_counts_articles_by_source_and_day_in_a_table_too(filled: Site) -> None:
    page = filled.get("/")
    assert "Published from 2025-08-08 to 2025-09-18" in text_of(page)
    assert re.search(r"Courier</a></th><td>2</td>(<td>·</td>){40}<td>1</td><td>1</td>", page)
    assert '"Articles by source and day of publication from 2025-08-08 to 2025-09-18: 3 in all"' in page


def test_a_day_without_articles_that_was_run_is_unlike_one_that_never_was(filled: Site) -> None:
    for run_id, day, kind, is_dry_run in (("night", 16, "nightly", False), ("dry", 15, "nightly", True), ("page", 14, "replay", False)):
        _asked(filled, run_id, day=day, kind=kind, is_dry_run=is_dry_run)
    page = filled.get("/")
    assert re.search(r"Courier</a></th><td>2</td>(<td>·</td>){39}<td>0</td><td>1</td><td>1</td>", page)
    cells = json.loads(re.findall(r'data-plot="heatmap">(.+?)</script>', page)[0])["data"]["values"]
    assert [cell["day"] for cell in cells if cell["id"] == "courier" and cell["run"] == "run"] == ["2025-09-16"]


def test_earlier_days_are_a_link_away_and_the_future_is_not(filled: Site) -> None:
    assert 'href="/news/?until=2025-08-07"' in filled.get("/")
    assert "later →" not in filled.get("/")
    earlier = filled.get("/?until=2025-08-07")
    assert "No article of these days" in earlier
    assert 'href="/news/?until=2025-09-18"' in earlier


def test_the_balance_of_a_run_that_lost_a_url_is_red(filled: Site) -> None:
    filled.rows("update ops.source_run set discovered = discovered + 1 where source_id = 'gazette' returning 1")
    run_books.finish_run(filled.connection, "one", now=NOW)
    for path in ("/", "/run?id=one"):
        assert re.search(r'<span class="bad">\d+</span></td></tr>', filled.get(path))


def test_the_books_of_a_run_that_goes_on_need_not_balance_yet(filled: Site) -> None:
    filled.rows("update ops.source_run set discovered = discovered + 1 where source_id = 'gazette' returning 1")
    for page in (filled.get("/"), filled.get("/run?id=one")):
        assert '<span class="bad">' not in page
        assert "Not good" not in page
        assert "<td>–</td></tr>" in page


def test_a_dry_run_is_marked_as_one(filled: Site) -> None:
    assert "dry run" not in filled.get("/")
    assert "dry run" not in filled.get("/run?id=one")
    _asked(filled, "dry", day=16, is_dry_run=True)
    for path in ("/", "/run?id=dry", "/sources/courier"):
        assert ">dry run</span>" in filled.get(path)


def test_a_source_shows_which_days_it_was_asked_for_and_where_the_gaps_are(filled: Site) -> None:
    for day, outcome in ((15, SourceOutcome.OK), (16, SourceOutcome.NOT_BACKFILLABLE)):
        start = NOON.replace(day=day, hour=0)
        run = Run(run_id=f"night/{day}", interval=Interval(start=start, end=start + timedelta(days=1)))
        run_books.begin_run(filled.connection, run, kind="nightly", now=NOW)
        run_books.begin_sources(filled.connection, run.run_id, ["courier"], now=NOW)
        run_books.judge_source(filled.connection, run.run_id, "courier", outcome, "the feed is too short")
    shown = text_of(filled.get("/sources/courier"))
    assert "3 days ok, 1 day not backfillable" in shown
    assert "1 gap Day Coverage Articles Why 2025-09-16 not backfillable 0 the feed is too short" in shown


def test_a_source_without_articles_shows_the_days_that_it_was_run_for(filled: Site) -> None:
    filled.rows("delete from mart.fact_source_day where source_id = 'gazette' returning 1")
    _asked(filled, "night", day=16, source_id="gazette")
    _asked(filled, "dry", day=20, source_id="gazette", is_dry_run=True)
    _asked(filled, "one page", day=21, source_id="gazette", kind="replay")
    page = filled.get("/sources/gazette")
    assert "to 2025-09-16 (UTC): 1 day empty" in text_of(page)
    assert "later →" not in page
    earlier = filled.get("/sources/gazette?until=2025-03-23")
    assert 'href="/news/sources/gazette?until=2025-09-16">later →' in earlier


@pytest.mark.parametrize(
    ("age", "usual_gap", "expected"),
    [
        (None, None, "no article yet"),
        (timedelta(hours=40), timedelta(minutes=20), "fresh"),
        (timedelta(hours=60), timedelta(minutes=20), "late"),
        (timedelta(days=9), timedelta(days=1), "fresh"),
        (timedelta(days=11), timedelta(days=1), "late"),
    ],
)
def test_a_source_is_late_by_its_own_measure(age: timedelta | None, usual_gap: timedelta | None, expected: str) -> None:
    assert freshness(SimpleNamespace(age=age, usual_gap=usual_gap)) == expected


def test_the_overview_tells_how_fresh_each_source_is(filled: Site) -> None:
    assert re.search(r"Courier late 2025-09-18 12:00 \d+ d [\d h]+ 14 d 2 –", text_of(filled.get("/")))


def test_the_last_good_run_of_a_source_is_one_for_its_days_and_no_dry_one(filled: Site) -> None:
    last_good = "select latest_good_run_at from mart.freshness where source_id = 'courier'"
    _asked(filled, "one page", day=16, kind="replay")
    _asked(filled, "dry", day=16, is_dry_run=True)
    assert [row.latest_good_run_at for row in filled.rows(last_good)] == [None]
    _asked(filled, "night", day=16)
    assert [row.latest_good_run_at for row in filled.rows(last_good)] == [NOW]


def test_a_source_without_articles_has_none_yet_and_is_not_late(filled: Site) -> None:
    filled.rows(
        "insert into warehouse.source select (jsonb_populate_record(source, %s)).*"
        " from warehouse.source where source_id = 'gazette' returning 1",
        '{"source_id": "herald", "name": "Herald"}',
    )
    assert "Herald no article yet – – – – –" in text_of(filled.get("/"))


def test_a_source_shows_how_full_its_fields_are_week_by_week(filled: Site) -> None:
    shown = text_of(filled.get("/sources/courier"))
    assert "Field 2025-09-15 article_section 0 % authors 100 %" in shown


def test_a_replay_of_one_page_does_not_close_the_gap_of_its_day(filled: Site) -> None:
    start = NOON.replace(day=16, hour=0)
    for kind, outcome in (("nightly", SourceOutcome.NOT_BACKFILLABLE), ("replay", SourceOutcome.OK)):
        run = Run(run_id=kind, interval=Interval(start=start, end=start + timedelta(days=1)))
        run_books.begin_run(filled.connection, run, kind=kind, now=NOW)
        run_books.begin_sources(filled.connection, run.run_id, ["courier"], now=NOW)
        run_books.judge_source(filled.connection, run.run_id, "courier", outcome, "asked")
    assert [row.interval_start for row in filled.rows("select interval_start from mart.coverage_gap")] == [start]
    assert "1 day not backfillable" in text_of(filled.get("/sources/courier"))


def test_a_source_whose_name_ends_a_script_stays_inside_the_plots_data(filled: Site) -> None:
    filled.rows("update warehouse.source set name = '</script><script>x()</script>' where source_id = 'courier' returning 1")
    page = filled.get("/")
    assert "<script>x()" not in page
    assert "\\u003c/script\\u003e" in page


# --- articles -------------------------------------------------------------------------------------------------------------------


def test_search_finds_words_in_their_forms_and_marks_them(filled: Site) -> None:
    page = filled.get("/articles?q=bridges")
    assert "<mark>bridge</mark>" in page
    assert "The bridge opens" in page
    assert "Rain" not in text_of(page)


@pytest.mark.parametrize(
    ("query", "headlines"),
    [
        ("", ["Rain", "A bridge opens", "The bridge opens"]),
        ("source=courier", ["Rain", "The bridge opens"]),
        ("from=2025-09-18", ["Rain"]),
        ("to=2025-09-17&source=courier", ["The bridge opens"]),
        ("q=pounds&source=gazette", ["A bridge opens"]),
        ("q=pounds&from=2025-09-18", []),
        ("from=2025-09-18&to=2025-09-17", []),
        ("language=de", []),
        ("q=%00", []),
        ("source=nobody", []),
    ],
)
def test_filters_leave_what_is_asked_for(filled: Site, query: str, headlines: list[str]) -> None:
    page = filled.get(f"/articles?{query}")
    assert re.findall(r'<h2 dir="auto"><a href="[^"]+">([^<]+)</a>', page) == headlines


def test_a_search_that_takes_too_long_shows_the_newest_and_says_so(new_site: Callable[..., Site], filled: Site) -> None:
    filled.rows(f"{SLOW_WITHOUT_DAYS}; select 1")
    slow = new_site(filled.settings.warehouse_url, statement_timeout_s=8)
    start = time.monotonic()
    page = slow.get("/articles?q=bridge")
    assert time.monotonic() - start < 8  # the first try may take a quarter of it
    assert "only articles from 2025-06-20 on are shown" in text_of(page)
    assert "The bridge opens" in page
    assert "only articles" not in slow.get("/articles?q=bridge&from=2025-01-01")


def test_what_was_searched_for_stays_in_the_form_as_text(filled: Site) -> None:
    assert 'value="&#34;&gt;&lt;b&gt;"' in filled.get('/articles?q="><b>')


def test_an_article_shows_where_each_field_was_read_and_who_else_ran_it(filled: Site) -> None:
    shown = text_of(filled.get(f"/articles/{article_key(filled, 'The bridge opens')}"))
    assert "date_published 2025-09-17 12:00:00 UTC" in shown
    assert "The same story elsewhere" in shown
    assert re.search(r"Gazette A bridge opens 2025-09-17 14:00 2 h 100 % 100 %", shown)


def test_a_copy_that_was_cut_shows_how_similar_and_how_far_contained_it_is(own_site: Site) -> None:
    lines = [f"On the {number}th morning of the strike the {trade} met at the gate and sang until noon." for number, trade in TRADES]
    own_site.load("long", staged(BRIDGE, headline="The strike", body="\n".join(lines)))
    cut = staged("https://gazette.example/cut", source_id="gazette", body="\n".join(lines[:6]), date_published=NOON + timedelta(hours=2))
    own_site.load("cut", cut)
    shown = text_of(own_site.get(f"/articles/{article_key(own_site, 'The strike')}"))
    assert re.search(r"Courier first The strike \(this one\) 2025-09-17 12:00 Gazette", shown)
    (similar, contained) = re.findall(r"Gazette A bridge opens 2025-09-17 14:00 2 h (\d+) % (\d+) %", shown)[0]
    assert int(similar) < 70
    assert int(contained) == 100


def test_an_older_revision_can_be_read_and_says_that_it_is_one(filled: Site) -> None:
    page = filled.get(f"/articles/{article_key(filled, 'The bridge opens')}", params={"at": NOON.isoformat()})
    assert "opens at six" in page
    assert "This is what it said from 2025-09-17 12:00" in text_of(page)


def test_two_revisions_are_compared_word_by_word(filled: Site) -> None:
    times = {"before": (NOON + timedelta(hours=30)).isoformat(), "after": NOON.isoformat()}  # in whatever order they are chosen
    page = filled.get(f"/articles/{article_key(filled, 'The bridge opens')}/changes", params=times)
    assert "<del>A</del> <ins>The</ins> bridge opens" in page
    assert "opens at <del>six</del> <ins>seven</ins> on Monday." in page
    assert f'<p class="same">{MADE}</p>' in page


def test_one_revision_alone_cannot_be_compared(filled: Site) -> None:
    times = {"before": NOON.isoformat(), "after": NOON.isoformat()}
    assert filled.client.get(f"/articles/{article_key(filled, 'The bridge opens')}/changes", params=times).status_code == 404


# --- runs and quarantine --------------------------------------------------------------------------------------------------------


def test_a_run_shows_its_books_and_what_was_not_good(filled: Site) -> None:
    run_books.judge_source(filled.connection, "one", "gazette", SourceOutcome.FAILED, "fetch: <no answer>")
    page = filled.get("/run?id=one")
    shown = text_of(page)
    assert "Report of a replay run" in shown
    assert "gazette: failed: fetch: <no answer>" in shown
    assert "<no answer>" not in page


def test_a_dag_run_finds_its_report_by_the_ids_that_airflow_gives(filled: Site) -> None:
    run = Run(run_id="dag/manual__2025-09-17T00:00:00+00:00", interval=None)
    run_books.begin_run(filled.connection, run, kind="manual", now=NOW)
    page = filled.get("/run", params={"dag_id": "dag", "run_id": "manual__2025-09-17T00:00:00+00:00"})
    assert run.run_id in page


@pytest.fixture
def rejected(filled: Site) -> str:
    """The key of a page in quarantine, whose capture the archive holds."""
    page = b"<title>T</title><nav><a>News</a><a>Sport</a></nav><p>Six <b>boats</b></p><script>1</script>"
    return reject(filled, "https://courier.example/list", page)


def test_the_quarantine_lists_what_was_rejected_and_filters_it(filled: Site, rejected: str) -> None:
    assert "https://courier.example/list" in filled.get("/quarantine")
    assert "listing (1)" in text_of(filled.get("/quarantine"))
    assert "https://courier.example/list" in filled.get("/quarantine?reason=listing&source=courier&run=odd")
    for other in ("reason=no_body", "source=gazette", "run=one"):
        assert "Nothing in quarantine is like that" in filled.get(f"/quarantine?{other}")


def test_a_run_leads_to_the_quarantine_while_it_holds_something_of_it(filled: Site, rejected: str) -> None:
    assert 'href="/news/quarantine?run=odd"' in filled.get("/run?id=odd")
    filled.rows("update ops.quarantine set last_run_id = 'later' returning 1")
    shown = filled.get("/run?id=odd")
    assert "rejected: listing" in text_of(shown)
    assert "quarantine?run=" not in shown


def test_a_rejected_page_is_shown_as_its_readers_saw_it_and_as_source(filled: Site, rejected: str) -> None:
    page = filled.get(f"/quarantine/{rejected}")
    assert ">News Sport\nSix boats</pre>" in page
    assert "&lt;script&gt;1&lt;/script&gt;" in page


def test_a_replay_is_started_by_those_who_may_and_its_end_is_told(filled: Site, rejected: str) -> None:
    address = f"/quarantine/{rejected}"
    answer = filled.client.post(f"{address}/replay", headers={"Sec-Fetch-Site": "same-origin"})
    assert (answer.status_code, [str(key) for key in filled.visitor.replays]) == (303, [rejected])
    assert answer.headers["Location"] == f"/news{address}?replay=news_replay%2Freplay__1"
    waiting = filled.get(f"{address}?replay=news_replay/replay__1")
    assert 'role="status" data-poll="2"' in waiting
    assert "waiting for the scheduler" in text_of(waiting)
    ended = filled.get(f"{address}?replay=odd")
    assert "data-poll" not in ended
    assert "rejected listing: an address of lists" in text_of(ended)


@pytest.mark.parametrize(
    ("may_trigger", "headers", "status"),
    [
        (False, {"Sec-Fetch-Site": "same-origin"}, 403),
        (True, {"Sec-Fetch-Site": "cross-site"}, 403),
        (True, {"Origin": "https://evil.example"}, 403),
        (True, {}, 403),
    ],
)
def test_a_replay_by_others_or_from_elsewhere_is_refused(
    filled: Site, rejected: str, may_trigger: bool, headers: dict[str, str], status: int
) -> None:
    filled.visitor.may_trigger = may_trigger
    assert filled.client.post(f"/quarantine/{rejected}/replay", headers=headers).status_code == status
    assert filled.visitor.replays == []
    assert ("Replay this page" in filled.get(f"/quarantine/{rejected}")) is may_trigger


def test_a_page_whose_archive_file_is_lost_is_told_as_such(filled: Site, rejected: str) -> None:
    for file in Archive(filled.settings.archive_root).root.rglob("*.gz"):
        file.unlink()
    assert "It cannot be read" in filled.get(f"/quarantine/{rejected}")


def test_a_body_is_compared_paragraph_by_paragraph() -> None:
    shown = [
        [(run.kind.value, run.text) for run in paragraph.runs]
        for paragraph in paragraphs(word_diff("One.\nTwo stays.\nGone", "One.\nTwo stays.\nCome"))
    ]
    assert shown == [[("equal", "One.")], [("equal", "Two stays.")], [("deleted", "Gone"), ("inserted", "Come")]]
