"""The warehouse: what loads, refreshes and questions cost, in one run on a Postgres of its own.

    python -m benchmarks.warehouse [--articles 50000] [--histories 10000 50000 1000000] [--write-docs]

A history of a million articles takes about a quarter of an hour of one core to write, and as long to refresh whole.
"""

import argparse
from itertools import chain
from pathlib import Path

from benchmarks import load, marts
from benchmarks.docs_section import write_section
from benchmarks.warehouse_server import benchmark

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=50_000, help="of the load that is compared with COPY")
    parser.add_argument("--histories", type=int, nargs="*", default=[10_000, 50_000, 1_000_000], help="articles that are there already")
    parser.add_argument("--write-docs", action="store_true", help="put the table into docs/benchmarks.md")
    asked = parser.parse_args()
    lines = ["| CPU seconds, client and server | | in COPYs | |", "|---|---:|---:|---|"]
    print("\n".join(lines), flush=True)
    with benchmark() as bench:
        compared = (load.against_copy(bench, asked.articles), load.overlapping(bench, asked.articles // 10))
        for row in chain(*compared, marts.after_a_night(bench, asked.histories)):
            lines.append(f"| {' | '.join(row)} |")
            print(lines[-1], flush=True)
    if asked.write_docs:
        write_section(PAGE, "warehouse", "\n".join(lines))


if __name__ == "__main__":
    main()
