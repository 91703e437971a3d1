"""Nightly: articles that the warehouse has, asked for again. The graph and its words; the work is in `newshouse.stages`."""

from datetime import UTC, datetime

from airflow.sdk import CronDataIntervalTimetable, Param, dag, get_current_context, task

from newshouse import airflow_context, airflow_graph

DOC = """
# news_recrawl

Asks again for the pages of articles 1, 2, 7, 15, 30 and 90 days after they were published: what the publisher has edited becomes a
revision, what answers 404 or 410 becomes `pub_status = 'gone'`. The stages are those of `news_nightly`; `discover` asks nobody, and takes
from the warehouse what is due. The servers are asked politely, and only whether the page has changed where they can say so.

What was backfilled long after its publication is not asked for again. Nights that were missed are made up for by the next one.

## When it is red
As for `news_nightly`: open the log of `gate`. A recrawl that fails loses nothing, since what was not asked for stays due.
"""


@dag(
    schedule=CronDataIntervalTimetable("0 3 * * *", timezone="UTC"),
    start_date=datetime(2000, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["newshouse"],
    doc_md=DOC,
    default_args=airflow_graph.task_defaults(),
    params={
        "sources": airflow_graph.sources_param(),
        "max_articles": Param(
            None, type=["null", "integer"], minimum=1, description="At most so many pages per source; none means no bound."
        ),
    },
)
def news_recrawl() -> None:
    @task
    def plan() -> list[dict[str, str]]:
        from newshouse import stages

        context, settings = get_current_context(), airflow_context.settings()
        run = airflow_context.recrawl_of(context)
        chosen = stages.chosen_sources(settings, only=context["params"]["sources"])
        stages.plan(run, chosen, settings, kind="recrawl")
        return [{"run_id": run.run_id, "source_id": source.source_id} for source in chosen.sources]

    airflow_graph.through_stages(plan)


news_recrawl()
