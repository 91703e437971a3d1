"""The archive's index under several writers."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

from newshouse import capture_index
from newshouse.database import connect
from tests.warehouse.captures import NOW, capture, rows_of

BAR = 4711
HOLD = f"""
    create function public.wait_at_bar() returns trigger language plpgsql
    as 'begin perform pg_advisory_xact_lock_shared({BAR}); return new; end';
    create trigger bar before insert on raw.warc_file for each row execute function public.wait_at_bar();
    select pg_advisory_lock({BAR});
"""  # whoever opens a file waits there, with what it has locked so far
WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted"


def test_two_files_that_bring_new_months_do_not_wait_for_each_other(warehouse_url: str) -> None:
    def index(number: int) -> None:
        held = replace(
            capture(f"https://courier.example/{number}"),
            warc_file=f"{number}.warc.gz",
            captured_at=datetime(2003, 1 + number, 5, tzinfo=UTC),
        )
        with closing(connect(warehouse_url, application_name="test")) as connection, connection:
            capture_index.index_file(connection, held.warc_file, "courier", [held], record_count=1, now=NOW)

    with closing(connect(warehouse_url, application_name="test")) as keeper, ThreadPoolExecutor(2) as pool:
        keeper.autocommit = True
        with keeper.cursor() as cursor:
            cursor.execute(HOLD)
            running = [pool.submit(index, number) for number in range(2)]
            while rows_of(keeper, WAITING) != [(2,)]:
                assert not any(one.done() for one in running)
            cursor.execute(f"select pg_advisory_unlock({BAR})")
        for one in running:
            one.result(timeout=60)
        months = "select count(*) from pg_inherits where inhrelid::regclass::text in ('raw.capture_2003_01', 'raw.capture_2003_02')"
        assert rows_of(keeper, months) == [(2,)]
