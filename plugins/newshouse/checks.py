"""The checks of sql/checks: each is a query that returns no rows when all is well. Nothing here commits."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from newshouse.database import Connection, execute
from newshouse.settings import PROJECT_FOLDER

CHECKS = PROJECT_FOLDER / "sql" / "checks"
SAMPLE_SIZE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What a check found; it holds when it found no rows. `sample` is the first of them."""

    check_name: str
    row_count: int
    sample: list[dict[str, Any]]

    @property
    def is_ok(self) -> bool:
        return self.row_count == 0


def run_checks(connection: Connection, run_id: str, *, now: datetime, folder: Path = CHECKS) -> list[CheckResult]:
    """The results of every check on the run and on the articles that it met, by name; kept in ops.check_result."""
    results = [_result(connection, run_id, path) for path in sorted(folder.glob("*.sql"))]
    for result in results:
        params = {"run_id": run_id, "check_name": result.check_name, "row_count": result.row_count, "now": now}
        execute(connection, "check_put", {**params, "sample": json.dumps(result.sample)})
    return results


def _result(connection: Connection, run_id: str, path: Path) -> CheckResult:
    check = path.read_text(encoding="utf-8").rstrip().rstrip(";")
    counted = f"select count(*) over () as row_count, to_jsonb(found) as row from (\n{check}\n) as found limit {SAMPLE_SIZE}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(counted, {"run_id": run_id})
        found: list[Any] = cursor.fetchall()
    return CheckResult(check_name=path.stem, row_count=found[0].row_count if found else 0, sample=[row.row for row in found])
