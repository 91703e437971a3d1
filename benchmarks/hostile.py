"""Ten thousand hostile pages through the extractor: exceptions, slow pages, memory.

    uv run python -m benchmarks.hostile --pages 10000

Pages are made by benchmarks/mutations.py out of tests/pages and, where NEWSHOUSE_BENCH_DATA names a folder of real pages, out of those.
The exit code is 1 where an exception other than Rejected was raised, or a page took longer than --limit seconds of CPU time.
"""

import argparse
import gzip
import os
import signal
import sys
import time
import traceback
from collections import Counter, defaultdict
from pathlib import Path
from random import Random
from types import FrameType

from benchmarks.mutations import Hostile, hostile_page
from newshouse.errors import Rejected
from newshouse.extraction import extract
from newshouse.model import Page

OWN_PAGES = Path(__file__).parent.parent / "tests" / "pages"
REAL_PAGES = 300
CHECKPOINTS = (0.1, 0.5, 1.0)  # shares of the run after which memory is read
WATCHDOG_S = 30.0  # CPU seconds after which a page is given up, with a traceback of where it hung


class Hung(Exception):
    """A page took WATCHDOG_S of CPU time."""


def corpus() -> list[bytes]:
    """The pages that are mutated: our own, and a seeded choice of real ones."""
    pages = [path.read_bytes() for path in sorted(OWN_PAGES.glob("*.html"))]
    folder = os.environ.get("NEWSHOUSE_BENCH_DATA")
    if not folder:
        print("NEWSHOUSE_BENCH_DATA is not set: only our own pages are mutated", file=sys.stderr)
        return pages
    real = sorted(path for path in (Path(folder) / "extraction").rglob("*") if path.suffix in (".html", ".gz"))
    chosen = Random(1).sample(real, min(REAL_PAGES, len(real)))
    pages += [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in chosen]
    return pages


def resident_bytes() -> int:
    """Memory of this process that is in use now (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def outcome_of(page: Hostile) -> str:
    """`article`, or the reason why it is none. Raises what the extractor raises."""
    try:
        extract(Page(content=page.content, url=page.url, content_type=page.content_type))
    except Rejected as rejected:
        return rejected.reason.value
    return "article"


def main() -> int:
    options = _options()
    signal.signal(signal.SIGPROF, _hang)
    pages = corpus()
    seconds: dict[str, list[tuple[float, int]]] = defaultdict(list)
    outcomes: Counter[str] = Counter()
    failures = []
    marks = {max(1, int(share * options.pages)) for share in CHECKPOINTS}
    for number in range(1, options.pages + 1):
        seed = options.seed + number
        page = hostile_page(seed, pages)
        signal.setitimer(signal.ITIMER_PROF, WATCHDOG_S)
        start = time.process_time()
        try:
            outcomes[outcome_of(page)] += 1
        except Exception:  # noqa: BLE001 -- the very thing that is looked for
            failures.append(seed)
            print(f"seed {seed} ({page.kind}, {len(page.content)} bytes):\n{traceback.format_exc(limit=-6)}", file=sys.stderr)
        spent = time.process_time() - start
        signal.setitimer(signal.ITIMER_PROF, 0)
        for kind in page.kind.split("+"):
            seconds[kind].append((spent, seed))
        if spent > options.limit:
            print(f"seed {seed} ({page.kind}, {len(page.content)} bytes): {spent:.2f} s", file=sys.stderr)
        del page
        if number in marks:
            print(f"{resident_bytes() / 1e6:7.0f} MB resident after {number} pages", flush=True)
    return _report(seconds, outcomes, failures, options.limit)


def _report(seconds: dict[str, list[tuple[float, int]]], outcomes: Counter[str], failures: list[int], limit: float) -> int:
    slow = {seed for times in seconds.values() for spent, seed in times if spent > limit}
    print("\nkind         pages  median ms  worst ms  its seed")
    for kind, times in sorted(seconds.items(), key=lambda item: -max(item[1])[0]):
        ordered = sorted(times)
        worst, seed = ordered[-1]
        print(f"{kind:<12} {len(times):>5} {ordered[len(ordered) // 2][0] * 1000:>10.1f} {worst * 1000:>9.0f}  {seed}")
    print("\n" + ", ".join(f"{name} {count}" for name, count in outcomes.most_common()))
    print(f"{len(failures)} exceptions, {len(slow)} pages over {limit} s")
    return 1 if failures or slow else 0


def _hang(_signal: int, _frame: FrameType | None) -> None:
    raise Hung(f"more than {WATCHDOG_S} s of CPU time")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0, help="the first page is the one after this number")
    parser.add_argument("--limit", type=float, default=2.0, help="CPU seconds that one page may take")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
