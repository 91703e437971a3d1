"""The memory and CPU that an export of all articles takes, in a process of its own: see benchmarks.warehouse.

    python -m benchmarks.exports FILE.parquet

exports from the warehouse that NEWSHOUSE_WAREHOUSE names, and prints seconds of CPU and megabytes at the peak.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.peer_process import peak_bytes
from newshouse.exporting import Choice, export

SUFFIXES = (".parquet", ".csv")


def exports(warehouse_url: str, history: int) -> Iterator[tuple[str, ...]]:
    """A row for each kind of file."""
    for suffix in SUFFIXES:
        with TemporaryDirectory() as folder:
            target = Path(folder) / f"articles{suffix}"
            command = [sys.executable, "-m", "benchmarks.exports", target]
            done = subprocess.run(command, env={**os.environ, "NEWSHOUSE_WAREHOUSE": warehouse_url}, capture_output=True, check=True)
            cpu_s, peak_mb = map(float, done.stdout.split())
            size_mb = target.stat().st_size / 1e6
        yield (
            f"export to {suffix}, on {history:,} (client)",
            f"{cpu_s:.1f}",
            "",
            f"at most {peak_mb:.0f} MB of memory for {size_mb:,.0f} MB",
        )


def main() -> None:
    export(os.environ["NEWSHOUSE_WAREHOUSE"], Path(sys.argv[1]), Choice(), begin=lambda _: None, advance=lambda _: None)
    print(time.process_time(), peak_bytes() / 1e6)


if __name__ == "__main__":
    main()
