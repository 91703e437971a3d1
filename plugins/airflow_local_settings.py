"""What Airflow asks before it queues a task (a cluster policy): the tasks of backfills go into a pool of their own.

A task of a DAG has one pool for all its runs, so only a policy can tell a backfill of the past from tonight's news. The pool is the one
that NEWSHOUSE_BACKFILL_POOL names; where the variable is not set, as in an Airflow whose pools nobody has made, every task stays where it
is, for a task in a pool that does not exist never starts.
"""

import os
from typing import Any

POOL_VARIABLE = "NEWSHOUSE_BACKFILL_POOL"
OUR_DAGS = "news_"

__all__ = ["task_instance_mutation_hook"]


def task_instance_mutation_hook(task_instance: Any, dag_run: Any = None) -> None:
    """Puts the task of a backfill's run into the pool for them. A run that a backfill runs again counts, too."""
    pool = os.environ.get(POOL_VARIABLE)
    if pool and dag_run is not None and task_instance.dag_id.startswith(OUR_DAGS) and dag_run.run_type == "backfill":
        task_instance.pool = pool
