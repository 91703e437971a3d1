"""Every way to discover, proved on the site: the same days, learned by other lists, give the same articles."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from newshouse.model import utc_day
from tests.pipeline.conftest import House
from tests.site import DEMO_DAY
from tests.site.expected import articles_of

DAY = utc_day(DEMO_DAY)
FILE = """\
id: {source_id}
name: {source_id}
homepage: http://{source_id}.example/
language: {language}
time_zone: {zone}
allow_loopback: true
politeness: {{delay_s: 0.01}}
discovery:
  - {rule}
"""
PUBLISHERS = {
    "harbour-courier": ("en-GB", "Europe/London"),
    "the-inland-post": ("en-US", "America/Chicago"),
    "norden-blatt": ("de", "Europe/Berlin"),
}
DAY_PAGES = (
    "{{strategy: archive_page, url: 'http://{source_id}.example/archive/{{YYYY}}/{{MM}}/{{DD}}', select: 'ul.day a', next: 'a[rel=next]'}}"
)
MONTHLY = "{{strategy: sitemap, url: 'http://{source_id}.example/sitemaps/{{YYYY}}-{{MM}}.xml'}}"
JSON_FEED = "{{strategy: feed, url: 'http://{source_id}.example/feed.json'}}"


def with_rule(house: House, folder: Path, source_id: str, rule: str) -> House:
    """The same house, where the source is discovered by `rule` alone."""
    language, zone = PUBLISHERS[source_id]
    text = FILE.format(source_id=source_id, language=language, zone=zone, rule=rule.format(source_id=source_id))
    (folder / f"{source_id}.yaml").write_text(text)
    return replace(house, settings=replace(house.settings, sources_folder=folder))


def loaded(house: House) -> set[object]:
    return {url for (url,) in house.rows("select url from mart.article_current")}


@pytest.mark.parametrize(
    ("source_id", "rule"),
    [
        ("harbour-courier", DAY_PAGES),
        ("the-inland-post", DAY_PAGES),
        ("norden-blatt", DAY_PAGES),
        ("harbour-courier", MONTHLY),
    ],
)
def test_a_past_day_is_loaded_whole_by_lists_that_bear_dates(house: House, tmp_path: Path, source_id: str, rule: str) -> None:
    house = with_rule(house, tmp_path, source_id, rule)
    assert house.run(DAY)
    promised = {one.url for one in articles_of(source_id, DAY)}
    assert promised
    assert loaded(house) == promised
    assert house.rows("select count(*) > 0 from raw.discovery_document where ref_count > 0") == [(True,)]


def test_every_list_that_was_read_is_in_the_archive(house: House, tmp_path: Path) -> None:
    house = with_rule(house, tmp_path, "harbour-courier", DAY_PAGES)
    assert house.run(DAY)
    asked = {f"http://{one.host}{one.path}" for one in house.site.requests if one.path.startswith("/archive/")}
    kept = {url for (url,) in house.rows("select url from raw.discovery_document join raw.capture using (capture_key, captured_at, url)")}
    assert asked == kept
    assert len(asked) >= 3, "the day and its neighbours"


def test_a_json_feed_announces_the_present_and_never_the_past(house: House, tmp_path: Path) -> None:
    house.site.now = DAY.end + timedelta(hours=1)
    house = with_rule(house, tmp_path, "norden-blatt", JSON_FEED)
    latest = "(select run_id from ops.run order by started_at desc limit 1)"
    outcome = f"select outcome from ops.source_run where run_id = {latest}"
    assert not house.run(DAY)  # the feed names that day's articles still, and nobody can say whether all of them
    assert loaded(house) == {one.url for one in articles_of("norden-blatt", DAY)}
    assert house.rows(outcome) == [("not_backfillable",)]

    past = utc_day(date(2020, 1, 1))
    assert not house.run(past)
    assert house.rows(outcome) == [("not_backfillable",)]


def test_a_list_whose_layout_changed_is_told_the_same_night(house: House, tmp_path: Path) -> None:
    changed = DAY_PAGES.replace("ul.day a", "ol.stories a")
    house = with_rule(house, tmp_path, "harbour-courier", changed)
    house.run(DAY)
    outcomes = house.rows("select outcome, reason from ops.source_run")
    assert outcomes[0][0] == "partial"
    assert "nothing on it is selected by 'ol.stories a'" in str(outcomes[0][1])
