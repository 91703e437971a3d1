"""Whatever a publisher serves: a clear error, or a quarantine row with the true reason, and all else is loaded."""

import shutil
from pathlib import Path

import pytest

from newshouse.model import RunMode, utc_day
from tests.network.faulty_server import FaultyServer
from tests.pipeline import odd_site
from tests.pipeline.conftest import House
from tests.pipeline.contents import unbalanced
from tests.site import DEMO_DAY, SOURCES_FOLDER
from tests.site.expected import articles, articles_of

DAY = utc_day(DEMO_DAY)
COURIER, POST = "harbour-courier", "the-inland-post"
COURIERS = [one.url for one in articles_of(COURIER, DAY)]
NORDEN = articles_of("norden-blatt", DAY)[0].url
POSTS = {one.url for one in articles_of(POST, DAY)}
ALL = {one.url for one in articles() if DAY.holds(one.date_published)}
LONE = "\ud800"
NEWS = "2025-09-17T08:00:00+00:00"


def test_a_malformed_source_file_fails_alone_and_names_its_line(house: House, tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    shutil.copytree(SOURCES_FOLDER, folder)
    (folder / "broken.yaml").write_text("id: broken\nname: The Broken Times\nhomepage: [never closed\n", encoding="utf-8")

    assert not house.run(DAY, sources_folder=folder)

    ((outcome, reason),) = house.rows("select outcome, reason from ops.source_run where source_id = 'broken'")
    assert outcome == "failed"
    assert "broken.yaml:" in str(reason)
    assert loaded(house) == ALL


def test_broken_pages_are_told_apart_and_their_neighbours_load(house: House) -> None:
    faults = {COURIERS[0]: "truncated_gzip", COURIERS[1]: "huge", COURIERS[2]: "nested", NORDEN: "hang_up"}
    for url, kind in faults.items():
        house.site.fault(url.removeprefix("http://"), kind)

    assert house.run(DAY)

    assert outcomes(house, *faults) == {
        COURIERS[0]: ("rejected", "truncated"),
        COURIERS[1]: ("rejected", "too_large"),
        COURIERS[2]: ("rejected", "too_large"),  # 100,000 nested tags are more than a page may have
        NORDEN: ("pending", "host_busy"),
    }
    assert dict(house.rows("select url, reason from ops.quarantine where url = any(%s)", list(faults))) == {
        url: reason for url, (outcome, reason) in outcomes(house, *faults).items() if outcome == "rejected"
    }
    assert loaded(house) == ALL - faults.keys()
    assert unbalanced(house) == []

    for url in faults:
        house.site.fault(url.removeprefix("http://"), None)
    assert house.run(DAY)
    assert loaded(house) == ALL - faults.keys() | {NORDEN}  # what was pending; the others were whole answers
    assert house.run(DAY, mode=RunMode.REFETCH)
    assert loaded(house) == ALL


def test_bytes_and_references_that_are_no_characters_do_not_keep_an_article_out(house: House) -> None:
    house.site.fault(COURIERS[0].removeprefix("http://"), "nul_and_surrogates")
    assert house.run(DAY, only=(COURIER,))
    assert loaded(house) == set(COURIERS)


@pytest.mark.parametrize("kind", ["feed_is_html", "truncated_gzip", "hang_up", "503"])
def test_a_broken_feed_is_named_and_what_the_sitemap_lists_is_loaded(house: House, kind: str) -> None:
    house.site.fault(f"{COURIER}.example/feed.xml", kind)
    assert house.run(DAY, only=(COURIER,))
    ((outcome, reason),) = house.rows("select outcome, reason from ops.source_run")
    assert (outcome, "feed.xml" in str(reason)) == ("partial", True)
    assert loaded(house) == set(COURIERS)


@pytest.mark.parametrize("kind", ["503", "429", "hang_up"])
def test_a_publisher_that_answers_nothing_fails_alone_and_loads_the_next_time(house: House, kind: str) -> None:
    house.site.fault(f"{COURIER}.example", kind)
    for path in (url.removeprefix(f"http://{COURIER}.example") for url in COURIERS):
        house.site.fault(f"{COURIER}.example{path}", kind)
    for path in ("/feed.xml", "/sitemap.xml", "/robots.txt"):
        house.site.fault(f"{COURIER}.example{path}", kind)
    assert not house.run(DAY, only=(COURIER, POST))
    assert house.rows("select source_id from ops.source_run where outcome = 'failed'") == [(COURIER,)]
    assert loaded(house) == POSTS

    for where in ("", "/feed.xml", "/sitemap.xml", "/robots.txt", *(url.removeprefix(f"http://{COURIER}.example") for url in COURIERS)):
        house.site.fault(f"{COURIER}.example{where}", None)
    assert house.run(DAY, only=(COURIER, POST))
    assert loaded(house) == {*COURIERS, *POSTS}


@pytest.mark.parametrize("kind", ["503", "429"])
@pytest.mark.parametrize("is_robots_txt_hit", [False, True], ids=["pages", "robots.txt"])
def test_a_storm_leaves_pages_pending_and_the_next_run_loads_them(house: House, kind: str, is_robots_txt_hit: bool) -> None:
    hit = [f"{COURIER}.example/robots.txt"] if is_robots_txt_hit else [url.removeprefix("http://") for url in COURIERS]
    for where in hit:
        house.site.fault(where, kind)
    assert house.run(DAY, only=(COURIER,))
    assert set(outcomes(house, *COURIERS).values()) == {("pending", "host_busy")}
    assert house.rows("select outcome from ops.source_run") == [("partial",)]
    assert unbalanced(house) == []

    for where in hit:
        house.site.fault(where, None)
    assert house.run(DAY, only=(COURIER,))
    assert loaded(house) == set(COURIERS)


def test_lone_surrogates_and_nul_anywhere_in_a_page_do_not_stop_the_run(house: House, tmp_path: Path) -> None:
    odd = f"A {LONE}pier\0 again"
    pages = {
        "/headline": odd_site.page(odd, NEWS),
        "/linked": odd_site.page("Linked", NEWS, url=f"{odd_site.HOME}/{LONE}", author={"name": odd}, keywords=[odd], articleSection=odd),
        "/canonical": odd_site.page("Canonical", NEWS, head=f'<link rel="canonical" href="{odd_site.HOME}/canonical{LONE}">'),
        "/reference": odd_site.page("Reference &#xD800; &#0;", NEWS, head='<meta name="description" content="&#xDFFF;&#0;">'),
        "/identity%00": odd_site.page("Percent", NEWS),
        "/plain": odd_site.page("Plain", NEWS),
    }
    with FaultyServer({}) as server:
        odd_site.publish(server, pages)
        street = odd_site.house_for(house, server, tmp_path / "odd")
        assert street.run(DAY)
    assert outcomes(house, *(odd_site.HOME + path for path in pages)) == {odd_site.HOME + path: ("loaded", None) for path in pages}
    assert unbalanced(house) == []


def test_urls_that_are_no_text_are_listed_without_harm(house: House, tmp_path: Path) -> None:
    with FaultyServer({}) as server:
        odd_site.publish(server, {"/plain": odd_site.page("Plain", NEWS)})
        for mark in (b"\xed\xa0\x80", b"&#xD800;", b"\x00", b"&#0;", b"\xff"):
            whole = server.answers["/sitemap.xml"]
            assert isinstance(whole, bytes)
            listing = whole.partition(b"\r\n\r\n")[2].replace(b"</urlset>", b"<url><loc>http://odd.example/b%s</loc></url></urlset>" % mark)
            odd_site.publish(server, {"/plain": odd_site.page("Plain", NEWS)})
            server.answers["/sitemap.xml"] = odd_site.response(listing, content_type="application/xml")
            street = odd_site.house_for(house, server, tmp_path / "odd")
            street.run(DAY)
            assert unbalanced(house) == []
    assert loaded(house) == {f"{odd_site.HOME}/plain"}


@pytest.mark.parametrize("year", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "0001-01-01", "9999-12-31", "0000-00-00"])
def test_a_date_at_the_end_of_time_is_no_date(house: House, tmp_path: Path, year: str) -> None:
    pages = {
        "/only": odd_site.page("Only that date", year),
        "/modified": odd_site.page("Modified then", NEWS, dateModified=year),
        "/better": odd_site.page("A better date too", year, head=f'<meta property="article:published_time" content="{NEWS}">'),
    }
    with FaultyServer({}) as server:
        odd_site.publish(server, pages)
        assert odd_site.house_for(house, server, tmp_path / "odd").run(DAY)
    assert outcomes(house, *(odd_site.HOME + path for path in pages)) == {
        f"{odd_site.HOME}/only": ("rejected", "no_date"),
        f"{odd_site.HOME}/modified": ("loaded", None),
        f"{odd_site.HOME}/better": ("loaded", None),
    }
    assert house.rows("select count(*) from ops.check_result where not is_ok") == [(0,)]


@pytest.mark.parametrize("year", ["0001-01-01", "9999-12-31"])
def test_a_listing_with_dates_at_the_end_of_time_is_read(house: House, tmp_path: Path, year: str) -> None:
    with FaultyServer({}) as server:
        odd_site.publish(server, {"/plain": odd_site.page("Plain", NEWS)}, lastmod=year)
        odd_site.house_for(house, server, tmp_path / "odd").run(DAY)
    assert unbalanced(house) == []
    assert house.rows("select count(*) from ops.source_run where finished_at is null") == [(0,)]


def loaded(house: House) -> set[object]:
    return {url for (url,) in house.rows("select url from mart.article_current")}


def outcomes(house: House, *urls: str) -> dict[object, tuple[object, object]]:
    """Outcome and reason by URL, of the latest run."""
    found = house.rows(
        "select url, outcome, reason from ops.url_outcome where url = any(%s)"
        " and run_id = (select run_id from ops.run order by started_at desc limit 1)",
        list(urls),
    )
    return {url: (outcome, reason) for url, outcome, reason in found}
