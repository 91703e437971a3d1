"""Serve the news site until TERM: `python -m tests.site --port 8099`."""

import argparse
import signal
import sys
import threading
from datetime import datetime
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]  # when run as a file, outside the environment's path

from tests.site.server import NewsSite  # noqa: E402 (after the path is set)


def main() -> None:
    arguments = argparse.ArgumentParser(prog="tests.site", description=__doc__)
    arguments.add_argument("--port", type=int, default=0, help="port on 127.0.0.1 (default: any free one)")
    arguments.add_argument("--now", type=_aware, help="serve as of this instant, e.g. 2025-09-18T06:00:00Z (default: the end of the demo)")
    arguments.add_argument("--attached", action="store_true", help="end when standard input closes, as it does when the parent is killed")
    chosen = arguments.parse_args()
    ended = threading.Event()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signal_number, lambda *_: ended.set())
    with NewsSite(now=chosen.now, port=chosen.port) as site:
        if chosen.attached:
            threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
        print(f"News site: {site.address}  (NEWSHOUSE_CONNECT_TO='{site.connect_to}')", flush=True)
        ended.wait()


def _aware(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{text!r} has no zone; write 2025-09-18T06:00:00Z")
    return instant


if __name__ == "__main__":
    main()
