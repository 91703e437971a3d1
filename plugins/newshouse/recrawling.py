"""Asking again for articles that the warehouse has: edits become revisions, withdrawals `pub_status`.

The ladder counts from publication: most edits come within hours, few after weeks. What was backfilled years later is not asked for again.
"""

import uuid
from datetime import datetime, timedelta

from newshouse.database import Connection, rows

LADDER = tuple(timedelta(days=days) for days in (1, 2, 7, 15, 30, 90))
REACH = LADDER[-1] + timedelta(days=30)  # nights that were missed are made up for within this time


def due(connection: Connection, source_id: str, now: datetime) -> list[uuid.UUID]:
    """The URL keys of the articles that have come to a step of the ladder since they were last asked for, each once."""
    params = {"source_id": source_id, "now": now, "ladder": list(LADDER), "reach": REACH}
    return [row.url_key for row in rows(connection, "recrawl_due", params)]
