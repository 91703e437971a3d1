"""An Airflow plugin: the timetable of Dags that run by hand or by backfill. Each UTC day can be asked for, and none comes by itself.

A backfill needs a Dag with a timetable, a Dag that has one is scheduled, and an end date, which would stop that, stops backfills as well.
"""

from typing import Any, ClassVar

from airflow.plugins_manager import AirflowPlugin
from airflow.timetables.base import DagRunInfo, DataInterval, TimeRestriction, Timetable
from airflow.timetables.interval import CronDataIntervalTimetable


class DaysOnDemand(CronDataIntervalTimetable):
    """Every UTC day, for a backfill, which asks with `catchup`; none for the scheduler, since Dags of this house never catch up."""

    description = "by hand or by backfill"

    def __init__(self) -> None:
        super().__init__("0 0 * * *", timezone="UTC")

    @classmethod
    def deserialize(cls, data: dict[str, Any]) -> Timetable:
        return cls()

    def serialize(self) -> dict[str, Any]:
        return {}

    @property
    def summary(self) -> str:
        return self.description

    def next_dagrun_info(self, *, last_automated_data_interval: DataInterval | None, restriction: TimeRestriction) -> DagRunInfo | None:
        if not restriction.catchup:
            return None
        return super().next_dagrun_info(last_automated_data_interval=last_automated_data_interval, restriction=restriction)


class NewshouseDays(AirflowPlugin):
    """What Airflow registers."""

    name = "newshouse_days"
    timetables: ClassVar[list[Any]] = [DaysOnDemand]
