"""The Airflow plugin: the pages of `newshouse.ui` behind Airflow's login, in its navigation and on each run of a Dag.

Airflow imports this file in each of its processes, so it imports next to nothing: the application is made when the first page is asked for,
which only the API server is.
"""

import uuid
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import UTC, datetime
from functools import cache
from typing import Any, ClassVar
from urllib.parse import urlsplit

from airflow.configuration import conf
from airflow.plugins_manager import AirflowPlugin

PREFIX = "/news"
READ_DAG_ID = "news_nightly"  # who may look at this Dag may look at what it has loaded
REPLAY_DAG_ID = "news_replay"
HOME = urlsplit(conf.get("api", "base_url", fallback="")).path.rstrip("/") + PREFIX


async def pages(scope: MutableMapping[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]) -> None:
    """The application, as ASGI."""
    await _application()(scope, receive, send)


@cache
def _application() -> Any:
    from airflow.api_fastapi.auth.managers.models.resource_details import DagAccessEntity
    from airflow.api_fastapi.core_api.security import get_user, requires_access_dag

    from newshouse import airflow_context
    from newshouse.ui.application import Host, application

    return application(
        Host(
            read_settings=airflow_context.settings,
            user=get_user,
            may_read=requires_access_dag("GET", param_dag_id=READ_DAG_ID),
            may_replay=requires_access_dag("POST", DagAccessEntity.RUN, param_dag_id=REPLAY_DAG_ID),
            can_replay=_can_replay,
            start_replay=_start_replay,
        )
    )


def _can_replay(user: Any) -> bool:
    from airflow.api_fastapi.app import get_auth_manager
    from airflow.api_fastapi.auth.managers.models.resource_details import DagAccessEntity, DagDetails
    from airflow.models.dag import DagModel

    details = DagDetails(id=REPLAY_DAG_ID, team_name=DagModel.get_team_name(REPLAY_DAG_ID))
    may: bool = get_auth_manager().is_authorized_dag(method="POST", access_entity=DagAccessEntity.RUN, details=details, user=user)
    return may


def _start_replay(user: Any, quarantine_key: uuid.UUID) -> str:
    """Triggers the Dag; returns the run's id as ops.run will have it."""
    from airflow.api.common.trigger_dag import trigger_dag
    from airflow.exceptions import DagNotFound
    from airflow.utils.types import DagRunTriggeredByType
    from fastapi import HTTPException

    run_id = f"replay__{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}"
    try:
        trigger_dag(
            REPLAY_DAG_ID,
            run_id=run_id,
            conf={"quarantine_key": str(quarantine_key)},
            triggered_by=DagRunTriggeredByType.UI,
            triggering_user_name=user.get_name(),
        )
    except DagNotFound:
        raise HTTPException(503, f"Airflow has not found the Dag {REPLAY_DAG_ID} yet. Try again in a minute.") from None
    return f"{REPLAY_DAG_ID}/{run_id}"


class NewshousePages(AirflowPlugin):
    name = "newshouse"
    fastapi_apps: ClassVar = [{"name": "Newshouse", "app": pages, "url_prefix": PREFIX}]
    external_views: ClassVar = [
        {"name": "News", "href": f"{HOME}/", "destination": "nav", "url_route": "news", "icon": f"{HOME}/static/news.svg"},
        {
            "name": "Report",
            "href": f"{HOME}/run?dag_id={{DAG_ID}}&run_id={{RUN_ID}}",
            "destination": "dag_run",
            "url_route": "news-report",
            "icon": f"{HOME}/static/news.svg",
        },
    ]
