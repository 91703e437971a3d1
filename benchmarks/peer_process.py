"""One extractor in one process: what it finds, the CPU time it takes, its memory, and no network.

`python -m benchmarks.peer_process NAME` reads one page per line of standard input and writes one answer per line. Only the extraction
is timed, not reading, unpacking or decoding the page. `running` starts it from outside.
"""

import dataclasses
import gzip
import json
import logging
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryFile
from types import FrameType
from typing import IO, Any

import psutil

from benchmarks.labelled_pages import LabelledPage, fields_of
from benchmarks.peers import PEERS, Extract, Peer, SavedPage, text_of
from benchmarks.scoring import Fields

PROJECT = Path(__file__).parents[1]
PAGE_S = 60  # what one page may take; a page that takes longer has failed
NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one extractor made of one page."""

    fields: Fields
    cpu_s: float
    failure: str | None  # what it raised
    peak_bytes: int  # most resident memory of the process so far
    network_calls: int  # attempts so far, all refused


class PeerProcess:
    """The other end of an extractor that is running."""

    def __init__(self, name: str, process: subprocess.Popen[str], complaints: IO[bytes]) -> None:
        self._name, self._process, self._complaints = name, process, complaints
        self.imported_bytes = int(self._read()["imported_bytes"])

    def answers(self, pages: Sequence[LabelledPage]) -> list[Answer]:
        """One answer per page, in order."""
        assert self._process.stdin
        self._process.stdin.writelines(json.dumps({"path": str(page.path), "url": page.url}) + "\n" for page in pages)
        self._process.stdin.flush()
        return [Answer(**(answer | {"fields": fields_of(answer["fields"])})) for answer in (self._read() for _ in pages)]

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            status = self._process.wait()
            self._complaints.seek(0)
            last_words = self._complaints.read().decode("utf-8", "replace")[-2000:]
            raise ChildProcessError(f"{self._name} ended with {status} before it answered:\n{last_words}")
        return dict(json.loads(line))


@contextmanager
def running(peer: Peer) -> Iterator[PeerProcess]:
    """Starts the extractor in a process of its own, and ends it on leaving."""
    command = [sys.executable, "-m", "benchmarks.peer_process", peer.name]
    environment = os.environ | {"PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
    with (
        TemporaryFile() as complaints,
        subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=complaints, cwd=PROJECT, env=environment, encoding="utf-8") as process,
    ):
        try:
            yield PeerProcess(peer.name, process, complaints)
        finally:
            process.kill()


# --- inside the process --------------------------------------------------------------------------------------------------------


def main(name: str) -> None:
    peer = next(peer for peer in PEERS if peer.name == name)
    answers_to = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever the extractor prints is no answer
    refused = refuse_network()
    signal.signal(signal.SIGALRM, too_long)
    extract = peer.load()
    logging.disable(logging.CRITICAL)
    print(json.dumps({"imported_bytes": psutil.Process().memory_info().rss}), file=answers_to, flush=True)
    is_warm = False
    for line in sys.stdin:
        row = json.loads(line)
        content = gzip.decompress(Path(row["path"]).read_bytes())
        page = SavedPage(content=content, url=row["url"], text=text_of(content))
        if not is_warm:  # tables that are built on first use are not a page's cost
            extracted(extract, page)
            is_warm = True
        found, cpu_s, failure = extracted(extract, page)
        answer = Answer(fields=found, cpu_s=cpu_s, failure=failure, peak_bytes=peak_bytes(), network_calls=len(refused))
        print(json.dumps(dataclasses.asdict(answer)), file=answers_to, flush=True)


def extracted(extract: Extract, page: SavedPage) -> tuple[Fields, float, str | None]:
    """What was found, the CPU seconds it took, and what was raised."""
    found, failure = Fields(), None
    signal.alarm(PAGE_S)
    start = time.process_time()
    try:
        found = extract(page)
    except Exception as error:  # noqa: BLE001 - a peer may raise anything, and that is one of the figures
        failure = type(error).__name__
    cpu_s = time.process_time() - start
    signal.alarm(0)
    return found, cpu_s, failure


def refuse_network() -> list[str]:
    """Makes every use of the network fail in this process, for good. Returns the list that refused attempts are added to."""
    refused: list[str] = []

    def refuse(event: str, _: object) -> None:
        if event in NETWORK:
            refused.append(event)
            raise PermissionError("no network in a benchmark")

    sys.addaudithook(refuse)
    return refused


def peak_bytes() -> int:
    """The most resident memory so far, where /proc tells it (getrusage counts what the parent had when it forked), else what is now."""
    status = Path("/proc/self/status")
    peak = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii")) if status.exists() else None
    return int(peak.group(1)) * 1024 if peak else int(psutil.Process().memory_info().rss)


def too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {PAGE_S} s")


if __name__ == "__main__":
    main(sys.argv[1])
