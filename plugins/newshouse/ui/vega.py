"""The JavaScript that draws the plots: Vega-Lite, out of the package vl-convert-python. Nothing is loaded from elsewhere."""

import subprocess
import sys
from functools import cache
from threading import Lock, Thread

_BUNDLING = "import sys, vl_convert; sys.stdout.buffer.write(vl_convert.javascript_bundle().encode())"
_TIMEOUT_S = 60
_one_at_a_time = Lock()


def bundle() -> bytes:
    """The library as one script, the same bytes as long as the process lives; the first call takes about two seconds."""
    with _one_at_a_time:
        return _bundled()


def prepare() -> None:
    """Lets the first call begin now, in the background, so that the first page with a plot need not wait for it."""
    Thread(target=bundle, name="newshouse plots", daemon=True).start()


@cache
def _bundled() -> bytes:
    # in a process of its own: the package brings a JavaScript engine, whose 130 MB would stay in Airflow's API server
    return subprocess.run([sys.executable, "-c", _BUNDLING], capture_output=True, check=True, timeout=_TIMEOUT_S).stdout
