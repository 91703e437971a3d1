"""By hand: one rejected page, read again. The graph and its words; the work is in `newshouse.quarantine_replay`."""

from datetime import UTC, datetime, timedelta

from airflow.sdk import Param, dag, get_current_context, task

from newshouse import airflow_context, airflow_graph

DOC = """
# news_replay

Reads one page of the quarantine again, from the archive, with today's extractor, source file and settings. The button on the page of a
rejection (*News > Quarantine*) starts it. Nothing is fetched; whatever comes of the page stands in the run's report.

## When it is red
Open the log of `gate`, or of `replay` where that is red: the page's source file may be wrong, or the archive may have lost its file. A page
that is rejected again is no failure: the run is green, and its report says why.
"""


@dag(
    schedule=None,
    start_date=datetime(2000, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=4,
    is_paused_upon_creation=False,  # it runs when it is asked for, and only then
    tags=["newshouse"],
    doc_md=DOC,
    default_args=airflow_graph.task_defaults(retries=1, retry_delay=timedelta(seconds=30), execution_timeout=timedelta(minutes=30)),
    params={
        "quarantine_key": Param(
            "",
            type="string",
            pattern="^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
            description="Key of the row in ops.quarantine.",
        )
    },
)
def news_replay() -> None:
    @task
    def replay() -> list[dict[str, str]]:
        import uuid

        from newshouse import quarantine_replay

        context = get_current_context()
        run_id = f"{context['dag_run'].dag_id}/{context['dag_run'].run_id}"
        key = uuid.UUID(context["params"]["quarantine_key"])
        return [{"run_id": run_id, "source_id": quarantine_replay.replay(run_id, key, airflow_context.settings())}]

    airflow_graph.gate(airflow_graph.publish(airflow_graph.index(replay())))


news_replay()
