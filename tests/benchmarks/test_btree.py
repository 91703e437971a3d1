"""The model of an index, against indexes that were made."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from benchmarks.btree import tree_of
from newshouse.database import Connection, connect

MADE = (2_000, 40_000, 300_000)


@pytest.fixture
def superuser(warehouse_url: str) -> Iterator[Connection]:
    with closing(connect(warehouse_url, application_name="newshouse tests")) as connection:
        with connection.cursor() as cursor:
            cursor.execute("select current_setting('is_superuser') = 'on'")
            if cursor.fetchone() != (True,):
                pytest.skip("reading the first page of an index takes a superuser")
        yield connection


def test_a_grown_tree_has_the_pages_and_the_depth_of_one_that_was_made(superuser: Connection) -> None:
    trees = []
    for entries in MADE:
        with superuser.cursor() as cursor:
            cursor.execute("drop table if exists public.grown")
            cursor.execute(
                "create table public.grown as select hashint8extended(n, 0) as key, n from generate_series(1, %s) as n", [entries]
            )
            cursor.execute("create index grown_key on public.grown (key, n)")
        superuser.commit()
        trees.append(tree_of(superuser, "public.grown_key", entries))
    largest = trees[-1]
    for made in trees:
        modelled = largest.grown(made.entries)
        assert modelled.level == made.level
        assert modelled.pages == pytest.approx(made.pages, rel=0.1)
