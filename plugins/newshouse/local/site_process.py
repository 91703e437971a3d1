"""The demo's news site as a process of its own, as far from the pipeline as a real publisher is."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from newshouse.errors import NewshouseError
from newshouse.local.home import Home
from newshouse.settings import PROJECT_FOLDER

SOURCES_FOLDER = PROJECT_FOLDER / "tests" / "site" / "sources"
DEMO_DAY = "2025-09-17"  # the day on which most of what can happen does
LAST_NIGHT = "2025-10-05"  # the last day the site has news of


@contextmanager
def news_site(home: Home, port: int) -> Iterator[str]:
    """The site on 127.0.0.1:`port`; gives the value of NEWSHOUSE_CONNECT_TO that leads to it."""
    command = [sys.executable, "-m", "tests.site", "--attached", "--port", str(port)]
    with (
        home.log("site").open("w") as log,
        subprocess.Popen(command, cwd=PROJECT_FOLDER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True) as process,
    ):
        try:
            if not (process.stdout and process.stdout.readline()):  # the first line says that it listens
                raise NewshouseError(f"the news site did not start; see {home.log('site')}")
            yield f"*.example=127.0.0.1:{port}"
        finally:
            process.terminate()
