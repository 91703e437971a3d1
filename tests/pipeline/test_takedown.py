"""A takedown: the text is gone from everywhere, and no run brings it back."""

import gzip
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from newshouse import in_process, maintaining, taking_down
from newshouse.errors import SettingsError
from newshouse.model import Interval, Promotion, RunMode, utc_day
from newshouse.reextraction_gate import Gate
from tests.pipeline.conftest import SILENT, House
from tests.pipeline.contents import contents, unbalanced
from tests.pipeline.programs import barred, kill_at_bar, start
from tests.site import DEMO_DAY
from tests.site.expected import articles_of
from tests.site.stories import LAST_INSTANT
from tests.warehouse_dump import warehouse_dump

DAY = utc_day(DEMO_DAY)
COURIER, POST = "harbour-courier", "the-inland-post"
STORY = articles_of(COURIER, DAY)[1]  # no other paper has it
COPIED = next(one for one in articles_of(POST, DAY) if one.aliases)
WORDS = STORY.article_body.split("\n")[-1]


def everything(house: House) -> str:
    """Every row of every table, as one text."""
    tables = house.rows(
        "select format('%I.%I', table_schema, table_name) from information_schema.tables"
        " where table_type = 'BASE TABLE' and table_schema in ('ops', 'raw', 'staging', 'warehouse', 'mart')"
    )
    return "\n".join(str(row) for (table,) in tables for row in house.rows(f"select to_jsonb(t)::text from {table} as t"))


def archived(house: House) -> bytes:
    """Every byte of the archive, unpacked as far as it is packed."""
    return b"".join(_unpacked(path.read_bytes()) for path in Path(house.settings.archive_root).rglob("*.warc.gz"))


def _unpacked(content: bytes) -> bytes:
    payload = gzip.decompress(content)
    start, parts = 0, [payload]
    while (start := payload.find(b"\x1f\x8b\x08", start)) >= 0:  # answers that came packed
        parts.append(zlib.decompressobj(31).decompress(payload[start:]))
        start += 3
    return b"".join(parts)


def test_a_text_is_gone_from_every_table_and_from_the_archive(house: House) -> None:
    assert house.run(DAY)
    house.site.now = LAST_INSTANT
    assert house.run(DAY, mode=RunMode.REFETCH)
    assert WORDS in everything(house)
    assert WORDS.encode() in archived(house)
    others = house.rows("select url from warehouse.article where url <> %s order by 1", STORY.url)
    pages = house.rows("select count(*) from raw.capture where url = %s", STORY.url)

    done = taking_down.take_down(STORY.url, house.settings, reason="asked for by the person named", requested_by="A. Person")

    assert (done.urls, done.article_count, done.record_count) == ((STORY.url,), 1, pages[0][0])
    assert WORDS not in everything(house)
    assert WORDS.encode() not in archived(house)
    assert house.rows("select url from warehouse.article order by 1") == others
    [(reason, by, count, is_done)] = house.rows("select reason, requested_by, capture_count, scrubbed_at is not null from ops.tombstone")
    assert (reason, by, count, is_done) == ("asked for by the person named", "A. Person", pages[0][0], True)
    assert house.rows("select * from warehouse.article_search where article_key not in (select article_key from warehouse.article)") == []


def test_nothing_brings_it_back_and_it_is_not_asked_for(house: House) -> None:
    assert house.run(DAY)
    taking_down.take_down(STORY.url, house.settings, reason="asked for")
    before, asked = warehouse_dump(house.connection), len(house.site.requests)

    assert house.run(DAY)
    assert house.run(DAY, mode=RunMode.REFETCH)
    assert in_process.rebuild(house.settings, console=SILENT)
    assert in_process.reextract(house.settings, DAY, Gate(promote=Promotion.FORCE), only=(), console=SILENT)

    found = contents_without_captures(warehouse_dump(house.connection))
    assert found == contents_without_captures(before)
    assert not [one for one in house.site.requests[asked:] if STORY.url.endswith(f"{one.host}{one.path}")]
    skipped = house.rows("select distinct outcome from ops.url_outcome where url = %s and reason = 'taken_down'", STORY.url)
    assert skipped == [("skipped",)]
    assert unbalanced(house) == []


def contents_without_captures(dump: dict[str, list[str]]) -> list[str]:
    return [line.partition('"first_captured_at"')[0] for line in dump["article"]]


def test_a_house_that_refused_it_beforehand_is_the_same(new_house: Callable[[], House]) -> None:
    taken, never = new_house(), new_house()
    assert taken.run(DAY)
    taking_down.take_down(COPIED.url, taken.settings, reason="asked for")
    taking_down.take_down(COPIED.url, never.settings, reason="asked for beforehand")
    assert never.run(DAY)
    assert {url for (url,) in taken.rows("select url from ops.tombstone")} >= {COPIED.url, *COPIED.aliases}
    assert contents(taken) == contents(never)
    assert unbalanced(never) == []


def test_an_address_under_which_it_comes_back_is_taken_down_too(house: House) -> None:
    """The publisher shows it under an address that nobody knew when it was taken down."""
    assert house.run(DAY, only=(POST,))
    alias = COPIED.aliases[0]
    taking_down.take_down(COPIED.url, house.settings, reason="asked for")
    house.rows("delete from ops.tombstone where url = %s; select 1", alias)

    assert house.run(DAY, only=(POST,))

    assert house.rows("select outcome, reason from ops.url_outcome where url = %s order by decided_at desc limit 1", alias) == [
        ("skipped", "taken_down")
    ]
    assert house.rows("select * from warehouse.article_url where url = %s", alias) == []
    maintaining.maintain("takedowns", house.settings, maintaining.Retention(), now=LAST_INSTANT)
    assert house.rows("select * from ops.tombstone where scrubbed_at is null") == []
    assert COPIED.article_body.split("\n")[-1].encode() not in archived(house)


def test_a_takedown_that_was_killed_is_brought_to_its_end(house: House) -> None:
    assert house.run(DAY)
    with barred(house, "raw.capture", "delete"):
        kill_at_bar(house, start(house, "takedown", STORY.url, "--reason", "asked for"))
    assert house.rows("select * from warehouse.article where url = %s", STORY.url) == []

    maintaining.maintain("takedowns", house.settings, maintaining.Retention(), now=LAST_INSTANT)

    assert WORDS.encode() not in archived(house)
    assert house.rows("select scrubbed_at is null from ops.tombstone") == [(False,)]


def test_what_an_older_extractor_said_goes_as_well(house: House, tmp_path: Path) -> None:
    assert house.run(DAY)
    folder = tmp_path / "sources"
    folder.mkdir()
    for file in house.settings.sources_folder.glob("*.yaml"):
        lines = "overrides:\n  - body: 'article .text p'\n" if file.stem == COURIER else ""
        (folder / file.name).write_text(file.read_text(encoding="utf-8") + lines, encoding="utf-8")
    settings = replace(house.settings, sources_folder=folder)
    whole = Interval(start=DAY.start, end=DAY.end)
    assert in_process.reextract(settings, whole, Gate(promote=Promotion.FORCE), only=(), console=SILENT)
    assert WORDS in everything(house)
    taking_down.take_down(STORY.url, settings, reason="asked for")
    assert WORDS not in everything(house)


def test_an_address_that_is_none_is_refused(house: House) -> None:
    with pytest.raises(SettingsError, match="no http"):
        taking_down.take_down("somewhere", house.settings, reason="asked for")
