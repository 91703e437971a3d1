"""Archived pages, read again by today's extractor: by hand or by backfill. The graph and its words; the work is in
`newshouse.reextracting`.
"""

from datetime import UTC, datetime

from airflow.sdk import Param, dag, get_current_context, task

from newshouse import airflow_context, airflow_graph
from newshouse_days import DaysOnDemand

DOC = """
# news_reextract

Reads the archived pages of an interval again with today's extractor and today's source files, without network, and compares field by
field with what the warehouse says. What passes the gate is promoted; what was said before stays in `mart.superseded_reading`. It never
makes revisions of its own: the publisher changed nothing.

| stage | does | a failure means |
|---|---|---|
| `plan` | which sources have archived pages of the interval | a parameter or a source file is wrong |
| `discover` | opens the outcome of their URLs | the warehouse is away |
| `extract` | every capture of these URLs into `staging` | the archive or the warehouse is away, or a bug of ours |
| `compare` | counts, samples and verdict into `ops.reextraction_*` | **the gate holds the source back**: its log says why |
| `deduplicate`, `load` | promotes, in one transaction | the warehouse is away; running it again is always safe |
| `index`, `publish`, `gate` | brings search and marts up to date, judges | read the lines before the exception of `gate` |

A page belongs to the day on which it was published: by the date that it gave, else by the one that it was announced with, else, where no
date is known or it was rejected, by its first capture. So a backfill of all days reads every archived page once.

It has no schedule. *Trigger* takes `interval_start` and `interval_end`, else the last complete day. *Trigger > Backfill* takes days; the
parameters of the form reach the runs **only if "Override parameters on existing runs" is ticked**.

## When it is red
1. Open the log of the red `compare`: what the gate has against the source, every difference with its number and a sample.
   `newshouse report RUN_ID` prints the same, `ops.reextraction_sample` has more samples.
2. The loss is a mistake of the extractor or of the source's file: mend it, and clear the source's tasks from `extract` on.
3. The loss is right (what went was no article, no author): trigger it again for this source with `promote` = `force`.
4. The other sources are promoted already. Nothing of a source that was held back has touched the warehouse.
"""


@dag(
    schedule=DaysOnDemand(),
    start_date=datetime(1990, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=2,
    tags=["newshouse"],
    doc_md=DOC,
    default_args=airflow_graph.task_defaults(),
    params={
        "sources": Param(
            [],
            type="array",
            items={"type": "string", "pattern": "^[a-z0-9][a-z0-9.-]*$"},
            description="Source ids; none means every source that has archived pages of the interval.",
        ),
        "promote": Param(
            "auto",
            enum=["auto", "never", "force"],
            description="auto: what passes the gate replaces what was said. never: only show. force: whatever the gate says.",
        ),
        "max_newly_rejected_percent": Param(
            5,
            type="number",
            minimum=0,
            maximum=100,
            description="Gate: of a source's captures that were articles, so many may be none now.",
        ),
        "max_emptied_percent": Param(
            5, type="number", minimum=0, maximum=100, description="Gate: so many may lose half the body, the authors, or the date."
        ),
        "max_redated_percent": Param(
            5, type="number", minimum=0, maximum=100, description="Gate: so many dates of publication may move by more than a day."
        ),
        "sample_size": Param(
            5, type="integer", minimum=0, maximum=100, description="Samples to keep for each source, field and kind of difference."
        ),
        "interval_start": Param(
            None, type=["null", "string"], format="date-time", description="Manual runs only: begin of the window of publication (UTC)."
        ),
        "interval_end": Param(
            None, type=["null", "string"], format="date-time", description="Manual runs only: end of the window, exclusive (UTC)."
        ),
    },
)
def news_reextract() -> None:
    @task
    def plan() -> list[dict[str, str]]:
        from newshouse import reextracting

        context, settings = get_current_context(), airflow_context.settings()
        run, interval, gate = airflow_context.reextraction_of(context, now=datetime.now(UTC))
        chosen = reextracting.chosen_sources(settings, interval, only=context["params"]["sources"])
        reextracting.plan(run, interval, gate, chosen, settings)
        return [{"run_id": run.run_id, "source_id": source.source_id} for source in chosen.sources]

    airflow_graph.through_reextraction(plan)


news_reextract()
