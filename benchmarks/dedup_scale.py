"""How the cost of finding copies grows: with the window that is searched, and with the history, simulated to 10^8 articles.

What is simulated: the window holds a million articles, the history the rest. The tables that a load reads by key grow as the trees
measured here do; a look-up in a deeper tree reads a page more, which costs what a page costs here.
"""

import sys
from collections.abc import Iterator, Sequence

from benchmarks.dedup_window import NEW_ARTICLES, Measured, measurements

SIMULATED = (10_000_000, 100_000_000)
WINDOW_HEADS = (
    "articles in the window",
    "outside",
    "query, CPU s",
    "ratio",
    "filling in the keys, CPU s",
    "keys, B",
    "of them index, B",
    "signature, B",
    "together, B an article",
)
HISTORY_HEADS = (
    "articles",
    "in the window",
    "",
    "signatures, GB",
    "pages of their index",
    "as modelled",
    "pages a look-up reads",
    "searched index, MB",
    "query, CPU s",
)
Row = Sequence[str]


def window_tables() -> str:
    """Both tables, in Markdown; each measurement is told to standard error as it is made."""
    found = list[Measured]()
    for one in measurements():
        found.append(one)
        print(" | ".join(_window_row(one, found[0])), file=sys.stderr, flush=True)
    return "\n\n".join(
        (
            f"### {NEW_ARTICLES:,} new articles against the window in Postgres",
            markdown(WINDOW_HEADS, (_window_row(one, found[0]) for one in found)),
            "### The same against histories to 10^8 articles",
            markdown(HISTORY_HEADS, _history_rows(found)),
        )
    )


def markdown(heads: Row, rows: Iterator[Row]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---:"] * len(heads), *rows))


def _window_row(one: Measured, first: Measured) -> Row:
    bytes_ = (one.keys_bytes, one.index_bytes, one.signature_bytes, one.keys_bytes + one.signature_bytes)
    ratio = f"{one.query_s / first.query_s:.2f}"
    return (f"{one.inside:,}", f"{one.outside:,}", f"{one.query_s:.2f}", ratio, f"{one.fill_s:.1f}", *(f"{n:,.0f}" for n in bytes_))


def _history_rows(found: Sequence[Measured]) -> Iterator[Row]:
    largest = max(found, key=lambda one: one.inside)
    for one in sorted(found, key=lambda one: (one.inside + one.outside, one.inside)):
        articles, pages = one.inside + one.outside, f"{one.signatures_index.pages:,}"
        yield _history_row(largest, one, articles, "measured", pages, one.signatures_index.level, one.query_s)
    base = largest.signatures_index
    page_s = largest.look_up_s / NEW_ARTICLES / (base.level + 2)  # those of the tree, and that of the row
    for articles in SIMULATED:
        deeper = base.grown(articles).level - base.level
        query_s = largest.query_s + NEW_ARTICLES * deeper * page_s
        yield _history_row(largest, largest, articles, "simulated", "", base.level + deeper, query_s)


def _history_row(largest: Measured, window: Measured, articles: int, how: str, pages: str, level: int, query_s: float) -> Row:
    return (
        f"{articles:,}",
        f"{window.inside:,}",
        how,
        f"{articles * window.signature_bytes / 1e9:,.2f}",
        pages,
        f"{largest.signatures_index.grown(articles + NEW_ARTICLES).pages:,}",
        str(level + 2),
        f"{window.index_bytes * window.inside / 1e6:,.0f}",
        f"{query_s:.2f}",
    )
