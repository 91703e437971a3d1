"""`python -m benchmarks.extraction`, as a shell meets it, on our own saved pages."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.peer_process import PROJECT
from tests.benchmarks.saved_sets import write_set
from tests.benchmarks.test_extraction_report import table_after

STEMS = ["boxes_between", "newspaper_2007", "table_layout"]


def benchmark(data: Path | None, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "NEWSHOUSE_BENCH_DATA"}
    if data:
        environment["NEWSHOUSE_BENCH_DATA"] = str(data)
    command = [sys.executable, "-m", "benchmarks.extraction", *arguments]
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_one_command_measures_quality_and_speed(tmp_path: Path) -> None:
    data = write_set(tmp_path, "atf", STEMS)
    done = benchmark(data, "--sets", "atf", "--peers", "newshouse,lxml parse alone")
    assert done.returncode == 0, done.stderr
    speed = table_after(done.stdout, "### Speed, memory, failures")
    assert (speed["newshouse"]["pages"], speed["newshouse"]["raised"], speed["newshouse"]["no body"]) == ("3", "0", "0")
    assert float(speed["newshouse"]["time in lxml parses"]) > 1
    assert float(speed["newshouse"]["CPU ms a page"]) > 0
    assert "| newshouse | **1.000** | **1.000** |" in done.stdout
    assert "3 pages in" in done.stderr


def test_one_half_leaves_the_other_hosts_out(tmp_path: Path) -> None:
    data = write_set(tmp_path, "atf", STEMS)
    counts = [
        table_after(benchmark(data, "--peers", "lxml parse alone", "--sets", "atf", "--half", half).stdout, "### Speed, memory, failures")
        for half in ("tune", "held")
    ]
    assert sum(int(table["lxml parse alone"]["pages"]) for table in counts) == len(STEMS)


def test_without_data_it_says_which_variable_is_missing(tmp_path: Path) -> None:
    for data in (None, tmp_path):
        done = benchmark(data)
        assert done.returncode == 1
        assert done.stderr.startswith("NEWSHOUSE_BENCH_DATA must name the folder")


def test_a_name_that_nobody_bears_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    done = benchmark(tmp_path, "--peers", "newspaper3k")
    assert done.returncode == 2
    assert "there is no newspaper3k among" in done.stderr
    assert "newspaper4k" in done.stderr
