"""Weekly: partitions, takedowns, retention, vacuum. The graph and its words; the work is in `newshouse.maintaining`."""

from datetime import UTC, datetime, timedelta

from airflow.sdk import CronDataIntervalTimetable, Param, chain, dag, get_current_context, task

from newshouse import airflow_context, airflow_graph

DOC = """
# news_maintenance

The weekly care of the house, on Sundays at 05:00 UTC. Every step may be run at any time, again, and beside a night.

| step | does |
|---|---|
| `partitions` | makes the monthly partitions of `raw.capture` for the next three months |
| `takedowns` | overwrites in the archive what takedowns (`newshouse takedown URL --reason ...`) have left, or what came back since |
| `retention` | forgets what is older than `keep_captures_months` and `keep_outcomes_months`; off unless asked for |
| `vacuum` | `vacuum (analyze)` of the tables that need it |

Retention never drops what the warehouse stands on: every answer of an article's addresses stays, in index and archive. What it drops, is
feeds, sitemaps, errors, rejected pages and pages of days that were never run for, and archive files that hold nothing else.

## When it is red
1. The log of the red step names the statement or the file. Mend the cause and clear the step: what was done stays done.
2. A step that waits for a lock: a long query of an analyst or a load holds the table. It is tried again, and next week, too.
3. `takedowns` that cannot write: the archive is read-only or away. The article is out of the warehouse already; its record is not out of
   the archive until this step is green (`select * from ops.tombstone where scrubbed_at is null`).
"""


@dag(
    schedule=CronDataIntervalTimetable("0 5 * * 0", timezone="UTC"),
    start_date=datetime(2000, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["newshouse"],
    doc_md=DOC,
    default_args=airflow_graph.task_defaults(retry_delay=timedelta(minutes=10)),
    params={
        "keep_captures_months": Param(
            None,
            type=["null", "integer"],
            minimum=1,
            description="Whole months for which answers are kept that no article stands on; none: as NEWSHOUSE_KEEP_CAPTURES_MONTHS says.",
        ),
        "keep_outcomes_months": Param(
            None,
            type=["null", "integer"],
            minimum=1,
            description="Whole months for which the outcome of each URL is kept; none: as NEWSHOUSE_KEEP_OUTCOMES_MONTHS says.",
        ),
    },
)
def news_maintenance() -> None:
    def step(name: str) -> dict[str, int]:
        from newshouse import maintaining

        settings = airflow_context.settings()
        kept = airflow_context.retention_of(get_current_context(), settings)
        return dict(maintaining.maintain(name, settings, kept, now=datetime.now(UTC)))

    names = ("partitions", "takedowns", "retention", "vacuum")
    chain(*[task(task_id=name)(step)(name) for name in names])


news_maintenance()
