"""The nightly run: the stages of each source, and then those of the night. The graph and its words; the work is in `newshouse.stages`."""

import os
from datetime import UTC, datetime

from airflow.sdk import CronDataIntervalTimetable, Param, dag, get_current_context, task

from newshouse import airflow_context, airflow_graph

DOC = """
# news_nightly

Discovers, fetches, extracts, deduplicates and loads one day's articles, source by source, and judges the night at its end.

| stage | does | a failure means |
|---|---|---|
| `plan` | reads the source files, opens the run's books | a parameter or every source file is wrong: the log says how to mend it |
| `discover` | feeds and sitemaps into the ledger `raw.discovered_url` | the publisher does not answer: busy is tried again, gone is not |
| `fetch` | pages into the WARC archive, politely | archive or warehouse away; a busy host is an outcome, no failure |
| `extract` | archive to `staging.article` | a bug of ours: a page that is no article is a quarantine row, no failure |
| `deduplicate` | which URL of an article is its own | the warehouse is away |
| `load` | one transaction into `warehouse` | the warehouse is away; running it again is always safe |
| `index` | reads the night's articles for the full text search | as above: `publish` waits for it |
| `publish` | brings the marts up to date, closes the books, runs `sql/checks` | as above |
| `gate` | turns the run red if a source failed or a check did not hold | read the lines before its exception |

## When it is red
1. Open the log of `gate`: before its exception, a line for each source that failed, with the reason, and for each check that returned rows.
2. One source failed: look at its group's red task. The other sources are loaded already. Clear the red task when the cause is mended.
3. `select * from ops.quarantine order by last_seen_at desc` shows what was rejected, and why.
4. A balance that does not hold is a bug of ours: keep `ops.url_outcome` of the run, and report it.

## Backfill
*Trigger > Backfill*, pick the days. The parameters of the form reach the runs **only if "Override parameters on existing runs" is
ticked**. *All runs* runs loaded days again: nothing changes unless a publisher changed. A day that a source cannot reach any more ends as
`not_backfillable` and leaves a row in `mart.coverage_gap`.
"""

LAST_NIGHT = os.environ.get("NEWSHOUSE_LAST_NIGHT")  # no scheduled run after this day: for a site, like the demo's, that has ended


@dag(
    schedule=CronDataIntervalTimetable("0 0 * * *", timezone="UTC"),
    start_date=datetime(2000, 1, 1, tzinfo=UTC),
    end_date=datetime.fromisoformat(LAST_NIGHT).replace(tzinfo=UTC) if LAST_NIGHT else None,
    catchup=False,
    max_active_runs=4,
    tags=["newshouse"],
    doc_md=DOC,
    default_args=airflow_graph.task_defaults(),
    params={
        "sources": airflow_graph.sources_param(),
        "max_articles": Param(
            None, type=["null", "integer"], minimum=1, description="At most so many pages per source; none means no bound."
        ),
        "mode": Param(
            "fetch_missing",
            enum=["fetch_missing", "refetch", "from_archive"],
            description="fetch_missing: what the archive lacks. refetch: every page again, to see edits. from_archive: no network.",
        ),
        "dry_run": Param(False, type="boolean", description="List what would be fetched, and stop."),
        "interval_start": Param(
            None, type=["null", "string"], format="date-time", description="Manual runs only: begin of the window (UTC)."
        ),
        "interval_end": Param(
            None, type=["null", "string"], format="date-time", description="Manual runs only: end of the window, exclusive (UTC)."
        ),
    },
)
def news_nightly() -> None:
    @task
    def plan() -> list[dict[str, str]]:
        from newshouse import stages

        context, settings = get_current_context(), airflow_context.settings()
        run = airflow_context.run_of(context, now=datetime.now(UTC))
        chosen = stages.chosen_sources(settings, only=context["params"]["sources"])
        stages.plan(run, chosen, settings, kind=airflow_context.kind_of(context))
        return [{"run_id": run.run_id, "source_id": source.source_id} for source in chosen.sources]

    airflow_graph.through_stages(plan)


news_nightly()
