"""The command `newshouse`, as a shell meets it: output, messages, exit codes."""

import csv
import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from newshouse.cli import main
from newshouse.model import utc_day
from tests.site import DEMO_DAY, SOURCES_FOLDER, NewsSite
from tests.site.expected import articles_of, non_articles

NEWSHOUSE = str(Path(sys.executable).with_name("newshouse"))
DAY = utc_day(DEMO_DAY)
INTERVAL = ("--interval", DAY.start.date().isoformat(), DAY.end.date().isoformat())
COURIER = "harbour-courier"
STORY = articles_of(COURIER, DAY)[0]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in STORY.article_body.split("\n"))
TITLE = STORY.headline
PAGE = f"<html lang=en><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body></html>"
NO_PAGE = "<html><head><title>Log in</title></head><body><form action=/login><input type=password name=p></form></body></html>"


@pytest.fixture
def environment(warehouse_url: str, tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "NEWSHOUSE_WAREHOUSE": warehouse_url,
        "NEWSHOUSE_ARCHIVE": str(tmp_path / "archive"),
        "NEWSHOUSE_SOURCES": str(SOURCES_FOLDER),
    }


def newshouse(*arguments: str, environment: dict[str, str] | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([NEWSHOUSE, *arguments], env=environment, input=stdin, capture_output=True, text=True, timeout=100, check=False)


def test_every_command_of_the_help_is_tested_here() -> None:
    assert set(main.commands) == {
        "canonical-url", "dedupe", "export", "extract", "maintain", "migrate", "poll", "rebuild", "recrawl", "reextract", "refresh",
        "replay", "report", "run", "source", "sources", "sql", "takedown",
    }  # fmt: skip
    said = newshouse("--help")
    assert said.returncode == 0
    assert all(name in said.stdout for name in main.commands)


def test_extract_prints_the_article_as_json(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    said = newshouse("extract", str(page), "--url", STORY.url)
    assert said.returncode == 0
    found = json.loads(said.stdout)
    assert (found["headline"], found["url"]) == (STORY.headline, STORY.url)
    assert found["article_body"].startswith(STORY.article_body[:50])


def test_extract_tells_why_a_page_is_no_article_and_exits_1(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(NO_PAGE, encoding="utf-8")
    said = newshouse("extract", str(page))
    assert (said.returncode, json.loads(said.stdout)["rejected"]) == (1, "login_wall")


def test_extract_batch_prints_a_line_for_each_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.html").write_text(NO_PAGE, encoding="utf-8")
    rows = [{"id": "a", "url": STORY.url, "html_path": "a.html"}, {"id": "b", "url": None, "html_path": "b.html"}]
    listing = tmp_path / "list.jsonl"
    listing.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    said = newshouse("extract", "--batch", str(listing))
    first, second = map(json.loads, said.stdout.splitlines())
    assert said.returncode == 0
    assert (first["id"], first["headline"]) == ("a", STORY.headline)
    assert (second["id"], second["rejected"]) == ("b", "login_wall")


def test_extract_batch_names_the_line_that_is_wrong(tmp_path: Path) -> None:
    listing = tmp_path / "list.jsonl"
    listing.write_text('{"id": "a", "url": "", "html_path": "missing.html"}\n', encoding="utf-8")
    said = newshouse("extract", "--batch", str(listing))
    assert said.returncode == 1
    assert f"{listing}:1: there is no file" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize("packed", [b"no gzip at all", b"\x1f\x8bgarbage", b"\x1f\x8b\x08" + b"\0" * 40])
def test_a_page_that_is_not_packed_as_its_name_says_is_named(tmp_path: Path, packed: bytes) -> None:
    (tmp_path / "page.html.gz").write_bytes(packed)
    (tmp_path / "list.jsonl").write_text('{"id": "1", "url": "", "html_path": "page.html.gz"}\n', encoding="utf-8")
    for arguments in ([str(tmp_path / "page.html.gz")], ["--batch", str(tmp_path / "list.jsonl")]):
        said = CliRunner().invoke(main, ["extract", *arguments])
        assert (said.exit_code, said.stderr[:7]) == (1, "Error: ")
        assert "page.html.gz is no gzip file" in said.stderr


@pytest.mark.parametrize("command", [["extract", "--batch"], ["dedupe"]])
def test_a_line_that_is_no_text_is_named(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "list.jsonl").write_bytes(b'\n{"id": "caf\xe9"}\n')
    said = CliRunner().invoke(main, [*command, str(tmp_path / "list.jsonl")])
    assert said.exit_code == 1
    assert "list.jsonl:2: not JSON ('utf-8' codec" in said.stderr


def test_extract_wants_a_page_or_a_batch() -> None:
    said = newshouse("extract")
    assert (said.returncode, "give either PAGE or --batch" in said.stderr) == (2, True)


def test_canonical_url_prints_a_line_for_each_line() -> None:
    said = newshouse("canonical-url", stdin="http://a.example/x?utm_source=rss&id=7\nnot a url\nhttp://a.example/x?id=7#top\n")
    first, _, third = said.stdout.splitlines()
    assert said.returncode == 0
    assert first == third
    assert first.endswith("?id=7")


def test_dedupe_gives_copies_one_cluster(tmp_path: Path) -> None:
    texts = {"a": STORY.article_body, "b": STORY.article_body, "c": articles_of(COURIER, DAY)[1].article_body}
    documents = tmp_path / "docs.jsonl"
    documents.write_text(
        "\n".join(
            json.dumps({"id": key, "source": key, "title": "A title", "text": text, "published": "2025-09-17T08:00:00Z"})
            for key, text in texts.items()
        ),
        encoding="utf-8",
    )
    said = newshouse("dedupe", str(documents))
    clusters = {row["id"]: row["cluster_id"] for row in map(json.loads, said.stdout.splitlines())}
    assert said.returncode == 0
    assert clusters["a"] == clusters["b"] != clusters["c"]


def test_run_report_sql_rebuild_refresh_and_replay_work_on_one_warehouse(environment: dict[str, str]) -> None:
    with NewsSite() as site:
        environment["NEWSHOUSE_CONNECT_TO"] = site.connect_to
        ran = newshouse("run", *INTERVAL, "--source", COURIER, environment=environment)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Harbour Courier" in ran.stdout
    assert "holds" in ran.stdout

    reported = newshouse("report", environment=environment)
    assert (reported.returncode, reported.stdout.strip()) == (0, ran.stdout.strip())

    counted = newshouse("sql", "select count(*) as n from mart.article_current", "--format", "csv", environment=environment)
    assert counted.stdout == f"n\n{len(articles_of(COURIER, DAY))}\n"

    assert newshouse("rebuild", environment=environment).returncode == 0
    assert (
        newshouse("sql", "select count(*) as n from mart.article_current", "--format", "csv", environment=environment).stdout
        == counted.stdout
    )

    refreshed = newshouse("refresh", "--all", environment=environment)
    assert (refreshed.returncode, refreshed.stderr) == (0, "")
    assert f"fact {len(articles_of(COURIER, DAY))}, " in refreshed.stdout

    files = [str(file) for file in Path(environment["NEWSHOUSE_ARCHIVE"]).rglob("*.warc.gz")]
    replayed = newshouse("replay", *files, environment=environment)
    assert replayed.returncode == 0
    assert "Records: " in replayed.stdout


def test_poll_says_what_is_new_and_names_a_source_that_fails(environment: dict[str, str]) -> None:
    with NewsSite() as site:
        environment["NEWSHOUSE_CONNECT_TO"] = site.connect_to
        first, second = (newshouse("poll", "--source", COURIER, environment=environment) for _ in range(2))
        failed = newshouse("poll", "--source", "dead-letter", "--source", COURIER, environment=environment)
    assert (first.returncode, first.stdout) == (0, f"{COURIER}: 20 announced, 20 of them new\n")
    assert second.stdout == f"{COURIER}: 20 announced, 0 of them new\n"
    assert failed.returncode == 1
    assert "dead-letter: " in failed.stdout
    assert f"{COURIER}: 20 announced" in failed.stdout


def test_recrawl_asks_for_nothing_that_is_not_due(environment: dict[str, str]) -> None:
    with NewsSite() as site:
        environment["NEWSHOUSE_CONNECT_TO"] = site.connect_to
        assert newshouse("run", *INTERVAL, "--source", COURIER, environment=environment).returncode == 0
        asked = len(site.requests)
        said = newshouse("recrawl", "--source", COURIER, environment=environment)
        assert len(site.requests) == asked, "articles of long ago"
    assert said.returncode == 0
    assert "Run recrawl/" in said.stdout


def test_reextract_prints_what_differs_and_exits_1_where_the_gate_holds(environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    text = (SOURCES_FOLDER / f"{COURIER}.yaml").read_text(encoding="utf-8")
    (folder / f"{COURIER}.yaml").write_text(text + "overrides:\n  - body: '.text p:first-of-type'\n", encoding="utf-8")
    with NewsSite() as site:
        at_site = environment | {"NEWSHOUSE_CONNECT_TO": site.connect_to}
        assert newshouse("run", *INTERVAL, "--source", COURIER, environment=at_site).returncode == 0
    said = newshouse("reextract", *INTERVAL, environment=environment | {"NEWSHOUSE_SOURCES": str(folder)})
    assert said.returncode == 1
    assert f"{COURIER}: held; 4 captures: 4 changed" in said.stdout
    assert "article_body" in said.stdout
    assert "where 5 % may" in said.stdout
    shown = newshouse("reextract", *INTERVAL, "--source", COURIER, "--promote", "never", environment=environment)
    assert shown.returncode == 0
    assert f"{COURIER}: shown; 4 captures: 4 same" in shown.stdout


def test_takedown_and_maintain_say_what_they_did(environment: dict[str, str]) -> None:
    with NewsSite() as site:
        at_site = environment | {"NEWSHOUSE_CONNECT_TO": site.connect_to}
        assert newshouse("run", *INTERVAL, "--source", COURIER, environment=at_site).returncode == 0
    said = newshouse("takedown", STORY.url, "--reason", "asked for", "--by", "A. Person", environment=environment)
    assert (said.returncode, said.stdout) == (0, f"taken down  {STORY.url}\n1 articles gone, 1 records of the archive overwritten\n")
    assert newshouse("takedown", STORY.url, environment=environment).returncode == 2
    said = newshouse("maintain", "--keep-captures-months", "1", environment=environment)
    assert said.returncode == 0
    assert [line.split()[0] for line in said.stdout.splitlines()] == ["partitions", "takedowns", "retention", "vacuum"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("takedown", b"https://a.example/\xff", "--reason", "asked"), "holds bytes that are not UTF-8"),
        (("takedown", "https://a.example/", "--reason", b"\xff"), "holds bytes that are not UTF-8"),
        (("takedown", "https://a.example/", "--reason", " "), "say something"),
        (("report", b"\xff"), "holds bytes that are not UTF-8"),
        (("poll", "--source", b"\xff"), "holds bytes that are not UTF-8"),
        (("reextract", *INTERVAL, "--max-emptied", "nan"), "nan is not in the range 0<=x<=100."),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(arguments: tuple[str | bytes, ...], told: str) -> None:
    said = subprocess.run([NEWSHOUSE, *arguments], capture_output=True, text=True, timeout=100, check=False)
    assert said.returncode == 2
    assert told in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "en_GB.UTF-8"])
def test_an_address_of_other_bytes_is_written_as_a_url_writes_them(locale: str) -> None:
    line = "http://a.example/caf\xe9?id=é\n".encode("latin-1")
    environment = {**os.environ, "LC_ALL": locale}
    said = subprocess.run([NEWSHOUSE, "canonical-url"], env=environment, input=line, capture_output=True, timeout=100, check=False)
    assert (said.returncode, said.stdout) == (0, b"https://a.example/caf%E9?id=%E9\n")


def test_a_run_with_a_source_that_fails_exits_1_and_says_which(environment: dict[str, str]) -> None:
    with NewsSite() as site:
        environment["NEWSHOUSE_CONNECT_TO"] = site.connect_to
        said = newshouse("run", *INTERVAL, "--source", "dead-letter", environment=environment)
    assert said.returncode == 1
    assert "Not good" in said.stdout
    assert "dead-letter: failed" in said.stdout
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--interval", "yesterday", "2025-09-18"), "'yesterday' is no ISO 8601 date"),
        (("--interval", "0001-01-01T00:00:00+14:00", "2025-09-18"), "'0001-01-01T00:00:00+14:00' is no ISO 8601 date"),
        (("--interval", "2025-09-18", "2025-09-17"), "must end after it starts"),
        ((*INTERVAL, "--source", "nobody"), "no source nobody"),
        ((*INTERVAL, "--mode", "guess"), "'guess' is not one of"),
        ((*INTERVAL, "--max-articles", "0"), "0 is not in the range"),
    ],
)
def test_a_run_that_cannot_be_meant_is_refused_in_a_line(environment: dict[str, str], arguments: tuple[str, ...], complaint: str) -> None:
    said = newshouse("run", *arguments, environment=environment)
    assert said.returncode in {1, 2}
    assert complaint in said.stderr
    assert "Traceback" not in said.stderr


def test_migrate_says_what_it_did_and_does_it_once(environment: dict[str, str]) -> None:
    said = newshouse("migrate", environment=environment)
    assert (said.returncode, said.stdout) == (0, "the warehouse is up to date\n")


def test_a_warehouse_that_does_not_answer_is_named_without_a_traceback(environment: dict[str, str]) -> None:
    environment["NEWSHOUSE_WAREHOUSE"] = "postgresql://nobody@127.0.0.1:1/nothing"
    said = newshouse("report", environment=environment)
    assert said.returncode == 1
    assert "no connection to the warehouse" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        *(("poll",), ("rebuild",), ("refresh",), ("refresh", "--all"), ("report",), ("sql", "select 1"), ("recrawl",), ("maintain",)),
        *(
            ("run", *INTERVAL),
            ("reextract", *INTERVAL),
            ("export", "articles.csv"),
            ("takedown", "https://a.example/", "--reason", "asked"),
        ),
    ],
    ids=" ".join,
)
def test_a_warehouse_that_is_not_migrated_is_told_with_what_to_run(
    postgres_url: str, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    for name, value in {**environment, "NEWSHOUSE_WAREHOUSE": postgres_url}.items():
        monkeypatch.setenv(name, value)
    said = CliRunner().invoke(main, arguments)
    assert said.exit_code == 1
    assert "run `newshouse migrate`" in said.stderr


def test_a_report_without_a_run_says_so(environment: dict[str, str]) -> None:
    assert newshouse("report", environment=environment).stderr == "Error: there is no run yet\n"
    said = newshouse("report", "no-such-run", environment=environment)
    assert (said.returncode, "there is no run 'no-such-run'" in said.stderr) == (1, True)


def test_sql_answers_as_table_csv_and_json(environment: dict[str, str]) -> None:
    query = "select 1 as n, 'a,b' as text"
    said = {form: newshouse("sql", query, "--format", form, environment=environment).stdout for form in ("table", "csv", "json")}
    assert said["table"].splitlines() == ["n | text", "--+-----", "1 | a,b", "(1 row)"]
    assert list(csv.reader(StringIO(said["csv"]))) == [["n", "text"], ["1", "a,b"]]
    assert json.loads(said["json"]) == [{"n": 1, "text": "a,b"}]


@pytest.mark.parametrize(
    "statement",
    ["delete from ops.run", "select 1; drop table ops.run cascade", "commit; drop table ops.run cascade", "drop table ops.run", ""],
)
def test_sql_writes_nothing(environment: dict[str, str], statement: str) -> None:
    said = newshouse("sql", statement, environment=environment)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("Error: ")
    assert "Traceback" not in said.stderr
    assert newshouse("sql", "select count(*) as n from ops.run", "--format", "json", environment=environment).stdout == '[{"n": 0}\n]\n'


def test_sources_check_is_content_with_the_bundled_sources() -> None:
    said = newshouse("sources", "check")
    assert (said.returncode, said.stdout.splitlines()[-1].endswith(" 0 problems")) == (0, True)


def test_sources_check_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("id: broken\nname: 7\n", encoding="utf-8")
    said = newshouse("sources", "check", "--sources", str(tmp_path))
    assert said.returncode == 1
    assert "broken.yaml:" in said.stdout
    assert "Traceback" not in said.stderr


def test_source_new_proposes_a_file_that_a_run_can_use(environment: dict[str, str], tmp_path: Path) -> None:
    with NewsSite() as site:
        environment["NEWSHOUSE_CONNECT_TO"] = site.connect_to
        new = ("source", "new", f"http://{COURIER}.example/", "--allow-loopback")
        printed = newshouse(*new, "--sources", str(tmp_path), environment=environment)
        written = newshouse(*new, "--write", "--sources", str(tmp_path), environment=environment)
        again = newshouse(*new, "--write", "--sources", str(tmp_path), environment=environment)
        ran = newshouse("run", *INTERVAL, "--sources", str(tmp_path), "--source", COURIER, environment=environment)
        dead = newshouse("source", "new", "http://dead-letter.example/", "--allow-loopback", environment=environment)
    assert (printed.returncode, written.returncode, again.returncode, dead.returncode) == (0, 0, 1, 1)
    assert printed.stdout == (tmp_path / f"{COURIER}.yaml").read_text(encoding="utf-8")
    assert "exists already: nothing was written" in again.stderr
    assert "dead-letter.example" in dead.stderr
    assert "Traceback" not in dead.stderr
    assert ran.returncode == 0
    counted = newshouse("sql", "select count(*) as n from mart.article_current", "--format", "csv", environment=environment)
    assert counted.stdout == f"n\n{len(articles_of(COURIER, DAY))}\n"


def test_source_try_shows_every_step_of_a_page(environment: dict[str, str]) -> None:
    (forbidden,) = (one for one in non_articles() if one.source_id == COURIER and one.kind == "forbidden")
    with NewsSite() as site:
        environment["NEWSHOUSE_CONNECT_TO"] = site.connect_to
        tried = newshouse("source", "try", STORY.url, environment=environment)
        refused = newshouse("source", "try", forbidden.url, environment=environment)
    assert tried.returncode == 0
    assert all(word in tried.stdout for word in (COURIER, "robots: allowed", "identity", STORY.url))
    assert " ".join(STORY.headline.split()[:3]) in tried.stdout
    assert (refused.returncode, "robots_disallowed" in refused.stdout) == (1, True)
