"""How long the pages take on a big warehouse, over HTTP, one request after another.

    python -m benchmarks.ui [--articles 1000000] [--folder FOLDER] [--rounds 15]

Makes the warehouse in an embedded Postgres below FOLDER, and uses it again where it is there. Measured is what a browser would wait for:
a connection to Postgres, the statements, the HTML, over the loopback interface; and the CPU time of this process and of Postgres, which
says more on a busy machine. A page whose median of either is above the bound makes the exit code 1.
"""

import argparse
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median

import httpx
import psutil
import uvicorn
from fastapi import FastAPI

from benchmarks import big_warehouse
from newshouse import marts
from newshouse.database import Connection, connect
from newshouse.embedded_postgres import Server, start
from newshouse.migrations import migrate
from newshouse.settings import Settings
from newshouse.ui.application import Host, application

BOUND_MS = 300


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where the warehouse stays; none: it is thrown away")
    parser.add_argument("--rounds", type=int, default=15)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newshouse-bench-") as spare:
        folder = asked.folder or Path(spare)
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
        with start(folder, is_disposable=True) as server:
            article_count = filled(server, asked.articles)
            with pages(server) as address, closing(superuser(server)) as connection:
                postmaster = psutil.Process(int((folder / "data" / "postmaster.pid").read_text().split()[0]))
                slow = report(address, addresses(connection), asked.rounds, article_count, postmaster)
    sys.exit(1 if slow else 0)


def filled(server: Server, article_count: int) -> int:
    """How many articles the warehouse has; made where it has none."""
    migrate(server.url("warehouse", "newshouse_etl"), log=lambda _: None)
    with closing(superuser(server)) as connection:
        if not _count(connection):
            began = time.monotonic()
            for step in big_warehouse.fill(connection, article_count):
                print(f"{time.monotonic() - began:6.0f} s  {step}", file=sys.stderr, flush=True)
        marts.refresh(connection)  # where migrations have come since
        return _count(connection)


def superuser(server: Server) -> Connection:
    return connect(server.url("warehouse", "postgres"), application_name="newshouse bench")


@contextmanager
def pages(server: Server) -> Iterator[str]:
    """The address of the pages, which anybody may see."""
    settings = Settings(warehouse_url=server.url("warehouse", "newshouse_etl"), archive_root=".", sources_folder=Path())
    host = Host(
        read_settings=lambda: settings,
        user=lambda: None,
        may_read=lambda: None,
        may_replay=lambda: None,
        can_replay=lambda _: True,
        start_replay=lambda _, key: str(key),
    )
    root = FastAPI()
    root.mount("/news", application(host))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        web = uvicorn.Server(uvicorn.Config(root, log_level="error", lifespan="off"))
        thread = threading.Thread(target=web.run, kwargs={"sockets": [listening]})
        thread.start()
        while not web.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/news"
        web.should_exit = True
        thread.join()


def addresses(connection: Connection) -> dict[str, str]:
    """What is measured: each page, and the searches that differ most in what they find."""
    with connection.cursor() as cursor:
        cursor.execute("select article_key from warehouse.revision_span where not is_current limit 1")
        edited = cursor.fetchall()[0].article_key
        cursor.execute("select article_key from warehouse.cluster_member limit 1")
        copied = cursor.fetchall()[0].article_key
        cursor.execute("select valid_from from warehouse.revision_span where article_key = %s order by valid_from", (edited,))
        before, after = (row.valid_from for row in cursor.fetchall())
        cursor.execute("select quarantine_key from ops.quarantine limit 1")
        rejected = cursor.fetchall()[0].quarantine_key
        cursor.execute("select run_id from ops.run order by started_at desc offset 2 limit 1")
        run_id = cursor.fetchall()[0].run_id
    often, seldom = (big_warehouse.word_of_rank(rank) for rank in (0, 5_000))
    times = str(httpx.QueryParams({"before": before.isoformat(), "after": after.isoformat()}))
    return {
        "overview": "/",
        "source": "/sources/paper-07",
        "articles, newest": "/articles",
        "articles, one source and week": "/articles?source=paper-07&from=2026-06-01&to=2026-06-07",
        "articles, page 50": "/articles?page=50",
        "search, a rare word": f"/articles?q={seldom}",
        "search, the most frequent word": f"/articles?q={often}",
        "search, two words": f"/articles?q={often}+{seldom}",
        "search, a phrase of frequent words": f'/articles?q="{big_warehouse.word_of_rank(1)} {often}"',
        "search, frequent, in one source": f"/articles?q={often}&source=paper-07",
        "search, no such word": "/articles?q=zzyzx",
        "article": f"/articles/{copied}",
        "changes": f"/articles/{edited}/changes?{times}",
        "quarantine": "/quarantine",
        "quarantine, one source and reason": "/quarantine?source=paper-07&reason=gone",
        "rejection": f"/quarantine/{rejected}",
        "report of a night": f"/run?{httpx.QueryParams({'id': run_id})}",
    }


def report(address: str, asked: dict[str, str], rounds: int, article_count: int, postmaster: psutil.Process) -> list[str]:
    """Prints a table; returns the pages that are above the bound."""
    slow = []
    print(f"{article_count:,} articles, {rounds} requests for each page, load {psutil.getloadavg()[0]:.0f} on {psutil.cpu_count()} cores\n")
    print("| page | CPU ms | median ms | shortest ms | longest ms | kB |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    with httpx.Client(trust_env=False, timeout=60) as client:
        for name, path in asked.items():
            client.get(address + path).raise_for_status()
            time.sleep(0.3)  # until Postgres has counted the process that answered
            taken, size, cpu_before = list[float](), 0, _cpu_s(postmaster)
            for _ in range(rounds):
                began = time.perf_counter()
                answer = client.get(address + path)
                taken.append((time.perf_counter() - began) * 1000)
                size = len(answer.content)
            time.sleep(0.3)
            cpu_ms = (_cpu_s(postmaster) - cpu_before) * 1000 / rounds
            figures = (cpu_ms, median(taken), min(taken), max(taken), size / 1000)
            print(f"| {name} | {' | '.join(f'{figure:.0f}' for figure in figures)} |", flush=True)
            slow += [name] if max(cpu_ms, median(taken)) > BOUND_MS else []
    return slow


def _cpu_s(postmaster: psutil.Process) -> float:
    """CPU seconds of this process and of all processes that Postgres has had; each request has one of its own."""
    ended = postmaster.cpu_times()
    return time.process_time() + ended.children_user + ended.children_system


def _count(connection: Connection) -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) as article_count from warehouse.article")
        return int(cursor.fetchall()[0].article_count)


if __name__ == "__main__":
    main()
