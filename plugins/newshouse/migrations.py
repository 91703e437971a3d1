"""The warehouse's schema, brought up to date: sql/migrations once each, sql/marts whenever they change.

Safe with several runners at once. A landed migration is never edited: its checksum is kept, and a drift is refused.
"""

import hashlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from newshouse.database import Connection, DatabaseError, advisory_lock, connect
from newshouse.errors import WarehouseError
from newshouse.settings import PROJECT_FOLDER

MIGRATIONS = PROJECT_FOLDER / "sql" / "migrations"
MARTS = PROJECT_FOLDER / "sql" / "marts"
MARTS_NAME = "marts"  # the views are one entry: each may stand on another, so all are made anew when one changes

BOOKS = """
create schema if not exists ops;
create table if not exists ops.migration (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
);
comment on schema ops is 'How the work went: runs, outcomes, quarantine, checks.';
comment on table ops.migration is 'The migrations that this warehouse has, and the state of its views.';
comment on column ops.migration.name is 'File name without its ending; marts for all views together.';
comment on column ops.migration.checksum is 'SHA-256 of the text, with line feeds as line ends.';
comment on column ops.migration.applied_at is 'When it was applied.';
"""


def migrate(url: str, log: Callable[[str], None] = print, *, migrations: Path = MIGRATIONS, marts: Path = MARTS) -> list[str]:
    """The names of what was applied, each in a transaction of its own. Commits.

    Raises WarehouseError for an edited or unknown migration, and for one that Postgres refuses (that one leaves no trace).
    """
    with closing(connect(url, application_name="newshouse migrate")) as connection, advisory_lock(connection, "migrate"):
        if not _has_books(connection):
            _apply(connection, "ops.migration", BOOKS)
        known, numbered = _known(connection), _texts(migrations)
        missing = _missing(known, numbered)
        for name in missing:
            log(f"migration {name}")
            _apply(connection, name, numbered[name], checksum=_checksum(numbered[name]))
        views = "\n".join(_texts(marts).values())
        if missing or known.get(MARTS_NAME) != _checksum(views):
            log("views of sql/marts")
            _apply(connection, MARTS_NAME, views, checksum=_checksum(views))
            missing.append(MARTS_NAME)
        return missing


def pending(connection: Connection) -> list[str]:
    """The names of what `migrate` would apply. Raises WarehouseError for an edited or unknown migration."""
    if not _has_books(connection):
        return [*_texts(MIGRATIONS), MARTS_NAME]
    known = _known(connection)
    missing = _missing(known, _texts(MIGRATIONS))
    is_stale = known.get(MARTS_NAME) != _checksum("\n".join(_texts(MARTS).values()))
    return missing + ([MARTS_NAME] if missing or is_stale else [])


def require_migrated(connection: Connection) -> None:
    """Raises WarehouseError, saying what to run, where the schema is not today's."""
    missing = pending(connection)
    if missing:
        raise WarehouseError(f"the warehouse lacks {', '.join(missing)}: run `newshouse migrate`")


def _missing(known: dict[str, str], numbered: dict[str, str]) -> list[str]:
    for name, checksum in known.items():
        if name == MARTS_NAME:
            continue
        if name not in numbered:
            raise WarehouseError(f"the warehouse has the migration {name}, which this checkout does not know: update the checkout")
        if _checksum(numbered[name]) != checksum:
            raise WarehouseError(f"the migration {name} was edited after it was applied: restore its text, and add a new migration instead")
    return [name for name in numbered if name not in known]


def _apply(connection: Connection, name: str, text: str, checksum: str | None = None) -> None:
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(text)
            if checksum:
                cursor.execute(
                    "insert into ops.migration (name, checksum) values (%s, %s)"
                    " on conflict (name) do update set checksum = excluded.checksum, applied_at = now()",
                    (name, checksum),
                )
    except DatabaseError as error:
        raise WarehouseError(f"{name}: Postgres says: {str(error).strip()}. Nothing of it was applied.") from error


def _known(connection: Connection) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("select name, checksum from ops.migration")
        return dict(cursor.fetchall())


def _has_books(connection: Connection) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select to_regclass('ops.migration') is not null")
        return bool(cursor.fetchone()[0])  # type: ignore[index]


def _texts(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.sql"))}


def _checksum(text: str) -> str:
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()
