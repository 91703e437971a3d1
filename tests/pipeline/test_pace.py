"""How fast a host is asked: a backfill, which nobody waits for, at the slower pace."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from newshouse import stages
from newshouse.model import Run, utc_day
from tests.pipeline.conftest import House
from tests.site import DEMO_DAY, SOURCES_FOLDER

COURIER = "harbour-courier"
PAUSE_S = 0.15


def test_a_backfill_rests_longer_between_pages_than_a_night(house: House, tmp_path: Path) -> None:
    text = (SOURCES_FOLDER / f"{COURIER}.yaml").read_text(encoding="utf-8")
    (tmp_path / f"{COURIER}.yaml").write_text(text.replace("  delay_s: 0.02", f"  delay_s: 0.0\n  backfill_delay_s: {PAUSE_S}"))
    settings = replace(house.settings, sources_folder=tmp_path)
    chosen = stages.chosen_sources(settings)
    run = Run(run_id="backfill__1", interval=utc_day(DEMO_DAY), is_backfill=True)
    stages.plan(run, chosen, settings, kind="backfill")
    for stage in ("discover", "fetch"):
        house.site.requests.clear()
        stages.do(stage, run.run_id, chosen.sources[0], settings)
        gaps = [after.received_at - before.answered_at for before, after in pairwise(house.site.requests)]
        assert gaps
        assert min(gaps) >= PAUSE_S
