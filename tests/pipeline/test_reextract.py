"""Archived pages read again: what differs is shown, a gate guards what is loaded, and the publisher's revisions do not grow."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newshouse import in_process, reextracting, stages
from newshouse.database import rows
from newshouse.errors import SettingsError, WarehouseError
from newshouse.model import Interval, Promotion, Run, RunMode, utc_day
from newshouse.reextraction_gate import Gate
from tests.pipeline.conftest import SILENT, House
from tests.pipeline.contents import contents, unbalanced
from tests.pipeline.programs import barred, kill_at_bar, start
from tests.site import DEMO_DAY, SOURCES_FOLDER
from tests.site.stories import LAST_INSTANT
from tests.warehouse_dump import warehouse_dump

COURIER, BLATT = "harbour-courier", "norden-blatt"
DAY, NEXT_DAY = utc_day(DEMO_DAY), utc_day(DEMO_DAY + timedelta(days=1))
WHOLE = Interval(start=datetime(2025, 9, 1, tzinfo=UTC), end=datetime(2025, 10, 6, tzinfo=UTC))
FORCE, NEVER = Gate(promote=Promotion.FORCE), Gate(promote=Promotion.NEVER)
MOMENTS = (  # table and event that the process is about to write when it is killed
    ("ops.url_outcome", "insert", "true"),
    ("staging.article", "insert", "true"),
    ("ops.reextraction_source", "insert", "true"),
    ("ops.reextraction_sample", "insert", "true"),
    ("ops.superseded_reading", "insert", "true"),
    ("warehouse.article_capture", "update", "true"),
    ("ops.url_outcome", "update", "new.outcome = 'loaded'"),
)
# Further lines of a source file, by which its pages are read otherwise.
OTHER_BODIES = "overrides:\n  - body: 'article .text p'\n"
ONE_PARAGRAPH = "overrides:\n  - body: '.text p:first-of-type'\n"
NO_ARTICLE = "overrides:\n  - drop: ['body > *', 'script']\n"


def told(house: House, tmp_path: Path, **lines: str) -> House:
    """The same house, whose source files have further lines: its extractor is another one. Sources by their ids, with underscores."""
    folder = tmp_path / f"sources-{len(list(tmp_path.iterdir()))}"
    folder.mkdir()
    for file in SOURCES_FOLDER.glob("*.yaml"):
        more = lines.get(file.stem.replace("-", "_"), "")
        (folder / file.name).write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    return replace(house, settings=replace(house.settings, sources_folder=folder))


def reextract(house: House, interval: Interval = WHOLE, gate: Gate | None = None, only: Sequence[str] = ()) -> bool:
    return in_process.reextract(house.settings, interval, gate or Gate(), only=only, console=SILENT)


def verdicts(house: House) -> dict[str, str]:
    """By source, in the latest re-extraction."""
    return {
        str(source_id): str(verdict)
        for source_id, verdict in house.rows(
            "select source_id, verdict from ops.reextraction_source where run_id = (select run_id from ops.run where kind = 'reextract'"
            " order by started_at desc limit 1)"
        )
    }


def differences(house: House, source_id: str) -> dict[tuple[str, str], int]:
    """What differs, in all re-extractions of the source."""
    return {
        (str(field), str(kind)): int(str(count))
        for field, kind, count in house.rows(
            "select field, kind, sum(capture_count) from ops.reextraction_difference where source_id = %s and kind <> 'same' group by 1, 2",
            source_id,
        )
    }


def loaded_with_edits(house: House) -> House:
    """A day as it stood on its morning after, and as it stood at the end."""
    house.site.now = datetime(2025, 9, 18, 6, tzinfo=UTC)
    assert house.run(DAY)
    house.site.now = LAST_INSTANT
    assert house.run(DAY, mode=RunMode.REFETCH)
    return house


def revisions(house: House) -> list[tuple[object, ...]]:
    return house.rows("select article_key, valid_from, valid_to from warehouse.revision_span order by 1, 2")


def test_pages_read_again_by_the_same_extractor_change_nothing_and_ask_nobody(house: House) -> None:
    loaded_with_edits(house)
    before, asked = warehouse_dump(house.connection), len(house.site.requests)

    assert reextract(house)

    assert warehouse_dump(house.connection) == before
    assert len(house.site.requests) == asked
    assert house.rows("select * from ops.superseded_reading") == []
    assert house.rows("select * from ops.reextraction_source where same_count = 0 or changed_count + newly_accepted_count > 0") == []
    assert unbalanced(house) == []
    decided = house.rows("select distinct outcome, reason from ops.url_outcome where run_id like 'reextract/%%' and outcome = 'skipped'")
    assert decided == [("skipped", "outside_interval")], "what no run was for is not loaded by reading it again"


def test_what_differs_is_shown_and_promoted_and_what_was_said_before_is_kept(new_house: Callable[[], House], tmp_path: Path) -> None:
    house = loaded_with_edits(new_house())
    said, history = house.rows("select capture_key, article_body from warehouse.article_revision order by 1"), revisions(house)
    other = told(house, tmp_path, harbour_courier=OTHER_BODIES)

    assert reextract(other)

    assert set(verdicts(house).values()) == {"promoted"}
    assert differences(house, COURIER).keys() >= {("article", "changed"), ("article_body", "changed"), ("provenance", "changed")}
    assert differences(house, BLATT).keys() <= {("article", "still_rejected")}
    assert revisions(house) == history, "the publisher changed nothing"
    assert house.rows("select * from ops.url_outcome where run_id like 'reextract/%%' and is_revision") == []
    was = dict(house.rows("select capture_key, article_body from mart.superseded_reading"))
    assert was
    assert {key: str(was[key]) for key, _ in said if key in was}.keys() <= {key for key, _ in said}
    samples = house.rows("select value_before, value_after from ops.reextraction_sample where field = 'article_body' and kind = 'changed'")
    assert samples
    assert {before for before, _ in samples} <= set(was.values())
    dump = warehouse_dump(house.connection)
    assert reextract(other)
    assert warehouse_dump(house.connection) == dump, "the second time it changes nothing"
    assert len(house.rows("select * from ops.superseded_reading")) == len(was)
    assert in_process.rebuild(other.settings, console=SILENT)
    assert warehouse_dump(house.connection) == dump


def test_a_source_that_loses_its_text_is_held_back_and_the_others_are_promoted(house: House, tmp_path: Path) -> None:
    assert house.run(DAY)
    said = "select to_jsonb(said)::text from warehouse.article_record as said inner join warehouse.article using (article_key)"
    courier, blatt = (house.rows(f"{said} where source_id = %s order by 1", one) for one in (COURIER, BLATT))
    other = told(house, tmp_path, harbour_courier=ONE_PARAGRAPH, norden_blatt="overrides:\n  - body: 'article > p'\n")

    assert not reextract(other)

    assert verdicts(house) == {COURIER: "held", BLATT: "promoted", "the-inland-post": "promoted"}
    assert house.rows(f"{said} where source_id = %s order by 1", COURIER) == courier
    assert house.rows(f"{said} where source_id = %s order by 1", BLATT) != blatt
    lost = differences(house, COURIER)["article_body", "shortened"]
    [(outcome, reason)] = house.rows(
        "select outcome, reason from ops.source_run where run_id like 'reextract/%%' and source_id = %s", COURIER
    )
    assert outcome == "failed"
    assert f"{lost} of 4 captures" in str(reason)
    assert "have article_body shortened, where 5 % may" in str(reason)
    assert unbalanced(house) == []
    waiting = "select count(*) from ops.url_outcome where source_id = %s and reason = 'not_promoted' and outcome = 'skipped'"
    assert house.rows(waiting, COURIER) == house.rows("select capture_count from ops.reextraction_source where source_id = %s", COURIER)


def test_nothing_is_promoted_where_nobody_asked_and_everything_by_force(house: House, tmp_path: Path) -> None:
    assert house.run(DAY)
    before, kept = warehouse_dump(house.connection), house.rows("select * from ops.quarantine order by 1")
    other = told(house, tmp_path, harbour_courier=ONE_PARAGRAPH)

    assert reextract(other, gate=NEVER), "showing is no failure"
    assert set(verdicts(house).values()) == {"shown"}
    assert warehouse_dump(house.connection) == before
    assert house.rows("select * from ops.quarantine order by 1") == kept

    assert reextract(other, gate=FORCE)
    assert set(verdicts(house).values()) == {"promoted"}
    assert warehouse_dump(house.connection) != before


def test_what_is_no_article_any_more_leaves_and_comes_back_with_its_history(house: House, tmp_path: Path) -> None:
    loaded_with_edits(house)
    before = warehouse_dump(house.connection)
    other = told(house, tmp_path, harbour_courier=NO_ARTICLE)
    assert not reextract(other)
    assert warehouse_dump(house.connection) == before

    assert reextract(other, gate=FORCE)

    assert house.rows("select * from warehouse.article where source_id = %s", COURIER) == []
    assert ("article", "newly_rejected") in differences(house, COURIER)
    without = warehouse_dump(house.connection)
    assert in_process.rebuild(other.settings, console=SILENT)
    assert warehouse_dump(house.connection) == without
    kept = house.rows("select count(*) from mart.superseded_reading where replaced_by_version is null")
    assert kept == [(house.rows("select sum(newly_rejected_count) from ops.reextraction_source where verdict = 'promoted'")[0][0],)]

    assert reextract(house)
    assert warehouse_dump(house.connection) == before
    assert ("article", "newly_accepted") in differences(house, COURIER)


@pytest.mark.parametrize("lines", [OTHER_BODIES, NO_ARTICLE], ids=["other bodies", "no articles"])
def test_the_order_of_nights_and_re_extractions_does_not_show(new_house: Callable[[], House], tmp_path: Path, lines: str) -> None:
    old = [new_house() for _ in range(3)]
    new = [told(house, tmp_path, harbour_courier=lines) for house in old]
    assert old[0].run(DAY)
    assert reextract(new[0], DAY, FORCE)
    assert new[0].run(NEXT_DAY)

    assert old[1].run(DAY)
    assert new[1].run(NEXT_DAY)
    assert reextract(new[1], NEXT_DAY, FORCE)
    assert reextract(new[1], DAY, FORCE)

    assert new[2].run(DAY)
    assert new[2].run(NEXT_DAY)

    assert contents(old[0]) == contents(old[1]) == contents(old[2])


def test_a_re_extraction_beside_a_night_gives_what_they_give_in_turn(new_house: Callable[[], House], tmp_path: Path) -> None:
    in_turn, house = new_house(), new_house()
    for one in (in_turn, house):
        assert one.run(DAY)
    other = told(house, tmp_path, harbour_courier=OTHER_BODIES)
    whole = [one.isoformat() for one in (DAY.start, NEXT_DAY.end)]
    assert told(in_turn, tmp_path, harbour_courier=OTHER_BODIES).run(NEXT_DAY)
    assert reextract(told(in_turn, tmp_path, harbour_courier=OTHER_BODIES), Interval(start=DAY.start, end=NEXT_DAY.end))

    processes = [
        start(other, "reextract", "--interval", *whole),
        start(other, "run", "--interval", NEXT_DAY.start.isoformat(), NEXT_DAY.end.isoformat()),
        start(other, "reextract", "--interval", *whole),
    ]

    assert [process.wait(timeout=100) for process in processes] == [0, 0, 0]
    assert contents(house) == contents(in_turn)
    assert unbalanced(house) == []


def test_a_re_extraction_killed_at_every_stage_is_completed_by_the_next(new_house: Callable[[], House], tmp_path: Path) -> None:
    undisturbed, house = new_house(), new_house()
    for one in (undisturbed, house):
        assert one.run(DAY)
    assert reextract(told(undisturbed, tmp_path, harbour_courier=OTHER_BODIES), DAY)
    other = told(house, tmp_path, harbour_courier=OTHER_BODIES)

    for table, event, when in MOMENTS:
        with barred(house, table, event, when):
            kill_at_bar(house, start(other, "reextract", "--interval", DAY.start.isoformat(), DAY.end.isoformat()))
    assert reextract(other, DAY)

    assert contents(house) == contents(undisturbed)
    assert house.rows("select count(*) from ops.superseded_reading") == undisturbed.rows("select count(*) from ops.superseded_reading")


def test_a_task_whose_staging_was_lost_says_so_and_loads_nothing(house: House) -> None:
    assert house.run(DAY)
    run = Run(run_id="reextract__1", interval=None, mode=RunMode.FROM_ARCHIVE)
    chosen = reextracting.chosen_sources(house.settings, DAY, [COURIER])
    reextracting.plan(run, DAY, Gate(), chosen, house.settings)
    for stage in ("discover", "extract", "compare"):
        stages.do(stage, run.run_id, chosen.sources[0], house.settings, reextracting.STAGES)
    house.rows("truncate staging.article; select 1")
    for stage in ("compare", "load"):
        with pytest.raises(WarehouseError, match="run its extract stage again"):
            stages.do(stage, run.run_id, chosen.sources[0], house.settings, reextracting.STAGES)
    for stage in ("extract", "compare", "load"):
        stages.do(stage, run.run_id, chosen.sources[0], house.settings, reextracting.STAGES)
    assert stages.publish(run.run_id, house.settings)


def test_every_archived_page_belongs_to_one_day(house: House) -> None:
    assert house.run(DAY)
    days = [utc_day(WHOLE.start.date() + timedelta(days=number)) for number in range(-400, 500)]
    now = utc_day(datetime.now(UTC).date())
    found = [key for day in {*days, now} for key in _own_urls(house, day)]
    archived = house.rows("select distinct url_key from raw.capture where status = 200 and role = 'page'")
    assert sorted(found) == sorted(key for (key,) in archived)


def _own_urls(house: House, day: Interval) -> list[object]:
    """The URLs of the day, without those that come with them as other addresses of one article."""
    found = rows(house.connection, "reextraction_url", {"source_id": None, "interval_start": day.start, "interval_end": day.end})
    own = house.rows(
        "select url_key from raw.discovered_url where coalesce(date_published, date_hint) is null"
        " or (coalesce(date_published, date_hint) >= %s and coalesce(date_published, date_hint) < %s)",
        day.start,
        day.end,
    )
    return [row.url_key for row in found if (row.url_key,) in own]


def test_a_rebuild_by_another_version_keeps_what_the_old_one_said(house: House, tmp_path: Path) -> None:
    assert house.run(DAY)
    said = set(house.rows("select capture_key, article_body from warehouse.article_revision where source_id = %s", COURIER))
    other = told(house, tmp_path, harbour_courier=OTHER_BODIES, the_inland_post="identity:\n  keep_parameters: [edition]\n")

    assert in_process.rebuild(other.settings, console=SILENT)

    kept = house.rows("select capture_key, article_body, source_id from mart.superseded_reading")
    assert {(key, body) for key, body, _ in kept} == said
    assert {source_id for _, _, source_id in kept} == {COURIER}, "what is read the same by another version is not kept"


def test_an_unknown_source_is_refused(house: House) -> None:
    with pytest.raises(SettingsError, match="no source nobody"):
        reextract(house, only=["nobody"])
