"""The memory and CPU that `newshouse export` of all articles takes, in a process of its own: see benchmarks.warehouse."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

NEWSHOUSE = Path(sys.executable).with_name("newshouse")
SUFFIXES = (".parquet", ".csv")


def exports(warehouse_url: str, history: int) -> Iterator[tuple[str, ...]]:
    """A row for each kind of file."""
    for suffix in SUFFIXES:
        with TemporaryDirectory() as folder:
            target = Path(folder) / f"articles{suffix}"
            process = subprocess.Popen(
                [NEWSHOUSE, "export", target], env={**os.environ, "NEWSHOUSE_WAREHOUSE": warehouse_url}, stdout=subprocess.DEVNULL
            )
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise subprocess.CalledProcessError(process.returncode, "newshouse export")
            size_mb, peak_mb = target.stat().st_size / 1e6, used.ru_maxrss / 1024
            cpu_s = used.ru_utime + used.ru_stime
        yield (
            f"export to {suffix}, on {history:,} (client)",
            f"{cpu_s:.1f}",
            "",
            f"peak {peak_mb:.0f} MB of memory, {size_mb:,.0f} MB written",
        )
