"""A page that was rejected, read again: an article where the cause is gone, and nothing that a rebuild would not find."""

import uuid
from datetime import date
from pathlib import Path

import pytest

from newshouse import in_process, quarantine_replay, stages
from newshouse.errors import NewshouseError
from newshouse.model import key_of, utc_day
from tests.network.faulty_server import FaultyServer
from tests.pipeline import odd_site
from tests.pipeline.conftest import SILENT, House
from tests.warehouse_dump import warehouse_dump

DAY = utc_day(date(2025, 9, 17))
NOON = "2025-09-17T12:00:00Z"
TOO_EAGER = "overrides:\n  - drop: ['article']\n"  # a source file that takes the article out of its pages


def _replay(house: House, run_id: str) -> tuple[object, ...]:
    """What became of the one page in quarantine."""
    ((key,),) = house.rows("select quarantine_key from ops.quarantine where capture_key is not null")
    assert quarantine_replay.replay(run_id, uuid.UUID(str(key)), house.settings) == "odd"
    assert stages.publish(run_id, house.settings)
    (outcome,) = house.rows("select outcome, reason from ops.url_outcome where run_id = %s", run_id)
    return outcome


def test_a_page_becomes_an_article_when_its_source_file_has_been_mended(house: House, tmp_path: Path) -> None:
    with FaultyServer({}) as server:
        odd_site.publish(server, {"/pier": odd_site.page("Pier repaired", NOON)})
        odd = odd_site.house_for(house, server, tmp_path / "odd")
        (tmp_path / "odd" / "odd.yaml").write_text(odd_site.SOURCE + TOO_EAGER, encoding="utf-8")
        odd.run(DAY)
        assert odd.rows("select * from warehouse.article") == []
        assert _replay(odd, "news_replay/1")[0] == "rejected"

        (tmp_path / "odd" / "odd.yaml").write_text(odd_site.SOURCE, encoding="utf-8")
        asked = len(server.requests)
        assert _replay(odd, "news_replay/2") == ("loaded", None)
        assert _replay(odd, "news_replay/3") == ("unchanged", None)
    assert odd.rows("select headline from mart.article_current") == [("Pier repaired",)]
    assert len(server.requests) == asked, "a replay asks no publisher anything"


def test_what_a_replay_loads_is_what_a_rebuild_loads(house: House, tmp_path: Path) -> None:
    with FaultyServer({}) as server:
        odd_site.publish(server, {"/pier": odd_site.page("Pier repaired", None)})
        odd = odd_site.house_for(house, server, tmp_path / "odd")
        odd.run(DAY)
        assert _replay(odd, "news_replay/1") == ("rejected", "no_date")
        before = warehouse_dump(odd.connection)
        assert in_process.rebuild(odd.settings, console=SILENT)
    assert warehouse_dump(odd.connection) == before


def test_what_is_not_in_quarantine_cannot_be_replayed(house: House) -> None:
    with pytest.raises(NewshouseError, match="no archived page"):
        quarantine_replay.replay("news_replay/1", key_of("none"), house.settings)
    assert house.rows("select * from ops.run") == []
