"""Bodies and fields against peers, side by side in one run: quality on labelled pages, pages per CPU second, memory, failures.

    make bench-extraction                     all of it, and docs/benchmarks.md anew: about ten minutes
    uv run --group bench python -m benchmarks.extraction --peers newshouse,trafilatura --sets atf --half tune

NEWSHOUSE_BENCH_DATA names the folder that holds `extraction/SET/pages.jsonl`. A peer that is not installed is left out, and said so.
"""

import argparse
import sys
from pathlib import Path

from benchmarks.extraction_report import report, write
from benchmarks.labelled_pages import HALVES, SETS, data_folder, labelled_pages
from benchmarks.peers import OURS, PEERS, is_installed
from benchmarks.side_by_side import remembering, run_all

DOCS = Path(__file__).parents[1] / "docs"


def main() -> None:
    options = _options()
    folder = data_folder()
    if folder is None:
        sys.exit("NEWSHOUSE_BENCH_DATA must name the folder with the benchmark data (it has no extraction/ now): nothing was measured.")
    wanted = [peer for peer in PEERS if not options.peers or peer.name in options.peers]
    peers = [peer for peer in wanted if is_installed(peer)]
    for peer in wanted:
        if peer not in peers:
            print(f"{peer.name} is left out: {peer.package} is not installed (uv sync --group bench)", file=sys.stderr)
    pages = [page for name in options.sets for page in labelled_pages(folder, name) if options.half in {"all", page.half}]
    if not peers or not pages:
        sys.exit("Nobody or nothing to run: nothing was measured.")
    runs = run_all(peers, pages, options.sample)
    runs[1:1] = [remembering(run, pages) for run in runs if run.name == OURS]
    made = report(runs, pages)
    print(made.tables)
    if options.write_docs:
        write(made, DOCS)


def _options() -> argparse.Namespace:
    def names(text: str) -> list[str]:
        return [name.strip() for name in text.split(",") if name.strip()]

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sets", type=names, default=list(SETS), help=f"default: {','.join(SETS)}")
    parser.add_argument("--peers", type=names, default=[], help="default: all")
    parser.add_argument("--sample", type=int, default=60, help="pages per set for the slow peers; 0: all (default: %(default)s)")
    parser.add_argument("--half", choices=[*HALVES, "all"], default="all", help="which hosts (default: %(default)s)")
    parser.add_argument("--write-docs", action="store_true", help="write the tables and the plot into docs/")
    options = parser.parse_args()
    known = {*SETS, *(peer.name for peer in PEERS)}
    if unknown := sorted({*options.sets, *options.peers} - known):
        parser.error(f"there is no {', '.join(unknown)} among {', '.join(sorted(known))}")
    return options


if __name__ == "__main__":
    main()
