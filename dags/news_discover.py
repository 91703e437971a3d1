"""Hourly: feeds and news sitemaps into the ledger. The graph and its words; the work is in `newshouse.polling`."""

from datetime import UTC, datetime, timedelta

from airflow.sdk import CronDataIntervalTimetable, dag, get_current_context, task

from newshouse import airflow_context, airflow_graph

DOC = """
# news_discover

Reads every enabled source's feeds and news sitemaps once an hour into the ledger `raw.discovered_url`, so that an article which falls out
of a short feed before the night is not lost. It fetches no article page: `news_nightly` takes from the ledger what belongs to its day.
Every document is archived and stands in `raw.discovery_document`.

## When it is red
1. The red tasks bear the names of their sources; the last line of a task's log says which document could not be read, and why.
2. *busy* (429, 5xx, no answer in time) mends itself: the next hour asks again, and nothing is lost while a feed still shows it.
3. *gone* (404, 410) or *not a feed*: the publisher has moved it. Find the new address, mend the source's file, and run
   `newshouse sources check --live`.
4. Sources without a feed or news sitemap have nothing to poll, and no task.

To watch one source only, trigger the DAG with its id in `sources`.
"""


@dag(
    schedule=CronDataIntervalTimetable("7 * * * *", timezone="UTC"),
    start_date=datetime(2000, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["newshouse"],
    doc_md=DOC,
    default_args=airflow_graph.task_defaults(retries=1, retry_delay=timedelta(minutes=2), execution_timeout=timedelta(minutes=30)),
    params={
        "sources": airflow_graph.sources_param(),
    },
)
def news_discover() -> None:
    @task
    def sources() -> list[str]:
        from newshouse import polling

        return polling.source_ids(airflow_context.settings(), only=get_current_context()["params"]["sources"])

    @task(map_index_template="{{ source_id }}")
    def poll(source_id: str) -> dict[str, int]:
        from newshouse import polling, stages

        get_current_context()["source_id"] = source_id
        settings = airflow_context.settings()
        return dict(polling.poll(stages.source_of(source_id, settings), settings))

    poll.expand(source_id=sources())


news_discover()
