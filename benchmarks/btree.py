"""The shape of a B-tree index of Postgres: read from one that is there, and modelled for one that would be too large to make."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from newshouse.database import Connection

PAGE_BYTES = 8192
# The first page of the index: 24 bytes of page header, then magic, version, root and level of the root (access/nbtree.h)
LEVEL_AT = 36
ROOT = """
select
    pg_relation_size(%(index)s) / 8192 as pages,
    get_byte(pg_read_binary_file(pg_relation_filepath(%(index)s), 0, 8192), %(level_at)s) as level
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """`level` counts from 0, a root that is a leaf: a look-up reads one page more than that."""

    entries: int
    pages: int
    level: int

    @property
    def entries_per_page(self) -> float:
        return self.entries / self.pages

    def grown(self, entries: int) -> "Tree":
        """The tree that so many entries of the same kind would make, as full as this one.

        An entry of an inner page is a key and a pointer, as one of a leaf is, so both hold about as many.
        """
        widths = list(_widths(entries, self.entries_per_page))
        return Tree(entries=entries, pages=sum(widths) + 1, level=len(widths) - 1)


def tree_of(superuser: Connection, index: str, entries: int) -> Tree:
    """The index as it is on disk."""
    superuser.rollback()
    superuser.autocommit = True
    with superuser.cursor() as cursor:
        cursor.execute("checkpoint")
        cursor.execute(ROOT, {"index": index, "level_at": LEVEL_AT})
        found = cursor.fetchone()
    assert found is not None
    pages, level = found
    return Tree(entries=entries, pages=pages, level=level)


def _widths(entries: int, per_page: float) -> Iterator[int]:
    """The pages of each level, from the leaves to the root."""
    width = ceil(entries / per_page)
    while width > 1:
        yield width
        width = ceil(width / per_page)
    yield width
