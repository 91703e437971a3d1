"""The documents in docs/ say what is so: examples load, answers are the real ones, settings are complete, links resolve.

`python -m tests.test_docs` writes the examples of docs/query.md anew, with today's answers.
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote

import pytest
from rich.console import Console

from newshouse import embedded_postgres, in_process, migrations, read_only
from newshouse.cli import main as command
from newshouse.data_dictionary import TARGET, data_dictionary
from newshouse.database import Connection
from newshouse.errors import WarehouseError
from newshouse.model import Interval, Outcome, Reason, RunMode, SourceOutcome
from newshouse.settings import PROJECT_FOLDER, Settings
from newshouse.source_file import SCHEMA_FILE, load_source, read_sources
from newshouse.source_proposal import propose
from tests.site import SOURCES_FOLDER, NewsSite
from tests.site.stories import LAST_INSTANT

DOCS = PROJECT_FOLDER / "docs"
EXAMPLES = sorted((PROJECT_FOLDER / "sql" / "examples").glob("*.sql"))
DOCUMENTS = sorted([*DOCS.rglob("*.md"), PROJECT_FOLDER / "README.md"])
MORNING_AFTER = datetime(2025, 9, 18, 6, tzinfo=UTC)  # the demo's first edits are made later on that day
BEGIN, FIRST_END, LAST_END = datetime(2025, 9, 1, tzinfo=UTC), datetime(2025, 9, 18, tzinfo=UTC), datetime(2025, 10, 6, tzinfo=UTC)
STALE_EXAMPLES = "docs/query.md is stale: run `.venv/bin/python -m tests.test_docs`"
STALE_DICTIONARY = "docs/data-dictionary.md is stale: run `.venv/bin/python -m newshouse.data_dictionary`"
SETTING = re.compile(r"\bNEWSHOUSE_[A-Z_]*[A-Z]\b")
CAPTURED = re.compile(
    r"\b\d+:\d\d:\d\d\.\d+|\b20(?:2[6-9]|[3-9]\d)-\d\d-\d\d\b"
)  # between two captures, or the day of one: another each time


# --- data dictionary -----------------------------------------------------------------------------------------------------------


def test_the_data_dictionary_is_what_the_database_says(warehouse: Connection) -> None:
    assert TARGET.read_text(encoding="utf-8") == data_dictionary(warehouse), STALE_DICTIONARY


@pytest.mark.parametrize(
    ("statement", "bare"),
    [
        ("create table ops.shelf (width_cm integer); comment on column ops.shelf.width_cm is 'Width.'", "ops.shelf"),
        ("create table ops.shelf (width_cm integer); comment on table ops.shelf is 'A shelf.'", "ops.shelf.width_cm"),
        ("create view mart.wide as select 1 as one", "mart.wide, mart.wide.one"),
        ("comment on schema mart is null", "mart"),
    ],
)
def test_there_is_no_dictionary_of_things_without_a_comment(warehouse: Connection, statement: str, bare: str) -> None:
    with warehouse.cursor() as cursor:
        cursor.execute(statement)
    with pytest.raises(WarehouseError, match=f"no comment on {re.escape(bare)}: "):
        data_dictionary(warehouse)


# --- add-a-source.md -----------------------------------------------------------------------------------------------------------


def test_the_example_source_loads_and_uses_every_key_but_the_rare_ones(tmp_path: Path) -> None:
    example = _blocks("add-a-source.md", "yaml")[0]
    file = tmp_path / "north-herald.yaml"
    file.write_text(example, encoding="utf-8")
    source = load_source(file)
    assert (source.source_id, source.politeness.delay_s, source.keep_parameters) == ("north-herald", 2, ("edition",))
    assert [rule.strategy for rule in source.discovery] == ["feed", "news_sitemap", "sitemap"]
    unused = {key for key in _schema_keys() - _override_keys() if not re.search(rf"\b{key}:", example)}
    assert unused == {"allow_loopback", "backfill_delay_s", "include", "honour_tdm_reservation", "next", "overrides"}


def test_the_example_overrides_load(tmp_path: Path) -> None:
    source, overrides = (block for block in _blocks("add-a-source.md", "yaml") if "politenes:" not in block)
    file = tmp_path / "north-herald.yaml"
    file.write_text(source + overrides, encoding="utf-8")
    first, second = load_source(file).overrides
    assert first.valid_until == second.valid_from
    assert [rule.field for rule in second.fields] == ["headline", "authors", "date_published"]


def test_every_key_of_a_source_file_is_explained() -> None:
    explained = {key for cell in _first_cells("add-a-source.md") for key in re.findall(r"\w+", cell)}
    assert _schema_keys() - explained == set()


def test_the_complaints_shown_are_those_that_are_made(tmp_path: Path) -> None:
    wrong = next(block for block in _blocks("add-a-source.md", "yaml") if "politenes:" in block)
    (tmp_path / "north-herald.yaml").write_text(wrong, encoding="utf-8")
    shown = next(block for block in _blocks("add-a-source.md", "console") if '"politenes"' in block)
    made = [problem.replace(str(tmp_path), "my-sources") for problem in read_sources(tmp_path).problems]
    assert shown.splitlines()[1:-1] == made


def test_the_proposal_shown_is_the_one_that_is_made() -> None:
    (shown,) = (block for block in _blocks("add-a-source.md", "console") if "source new" in block)
    with NewsSite() as site:
        settings = Settings.from_environment({"NEWSHOUSE_WAREHOUSE": "postgresql://unused", "NEWSHOUSE_CONNECT_TO": site.connect_to})
        made = propose("http://harbour-courier.example/", settings, is_loopback_allowed=True, delay_s=0)
    assert shown.partition("--allow-loopback\n")[2] == "".join(f"  {finding}\n" for finding in made.findings) + made.text


def _schema_keys() -> set[str]:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    return set(schema["properties"]).union(*(part["properties"] for part in schema["$defs"].values()))


def _override_keys() -> set[str]:
    """The keys below `overrides`: they stand in an example of their own."""
    parts = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))["$defs"]
    return set().union(*(parts[name]["properties"] for name in ("override", "override_fields", "selector")))


# --- operate.md ----------------------------------------------------------------------------------------------------------------


def test_every_setting_is_explained_and_no_other() -> None:
    places = [*_files("plugins", "*.py"), *_files("dags", "*.py"), PROJECT_FOLDER / "docker-compose.yml"]
    used = {name for place in places for name in SETTING.findall(place.read_text(encoding="utf-8"))}
    explained = {name for cell in _first_cells("operate.md") for name in SETTING.findall(cell)}
    assert explained == used


def test_every_parameter_of_the_nightly_run_is_explained() -> None:
    declared = set(re.findall(r'"(\w+)": Param\(', (PROJECT_FOLDER / "dags" / "news_nightly.py").read_text(encoding="utf-8")))
    explained = {name for cell in _first_cells("operate.md") for name in re.findall(r"`(\w+)`", cell)}
    assert declared
    assert declared <= explained


def test_every_outcome_and_reason_is_explained() -> None:
    text = (DOCS / "operate.md").read_text(encoding="utf-8")
    assert [word for word in (*Outcome, *Reason, *SourceOutcome) if f"`{word.value}`" not in text] == []


# --- query.md ------------------------------------------------------------------------------------------------------------------


def test_every_example_is_shown_with_its_question_and_the_answer_that_the_demo_gives(warehouse_url: str, tmp_path: Path) -> None:
    shown = (DOCS / "query.md").read_text(encoding="utf-8")
    load_demo(warehouse_url, tmp_path)
    parts = [example_part(path, warehouse_url) for path in EXAMPLES]
    assert _timeless(parts) == _timeless(f"### {part}" for part in shown.split("\n### ")[1:]), STALE_EXAMPLES


def test_the_demo_answers_every_question() -> None:
    shown = (DOCS / "query.md").read_text(encoding="utf-8").split("\n### ")[1:]
    assert len(shown) >= 16
    assert [part for part in shown if "(0 rows)" in part] == []


def _timeless(parts: Iterable[str]) -> list[list[str]]:
    """The lines of each part without what differs from run to run: days of captures, spans between them, and the order of these."""
    return [sorted(CAPTURED.sub("...", part).split("\n")) for part in (part.strip() for part in parts)]


def load_demo(warehouse_url: str, archive: Path) -> None:
    """Loads the demo as query.md tells: what stood on the site on a morning of September, then everything as it stood at the end."""
    with NewsSite(now=MORNING_AFTER) as site:
        settings = Settings.from_environment(
            {
                "NEWSHOUSE_WAREHOUSE": warehouse_url,
                "NEWSHOUSE_ARCHIVE": str(archive),
                "NEWSHOUSE_SOURCES": str(SOURCES_FOLDER),
                "NEWSHOUSE_CONNECT_TO": site.connect_to,
            }
        )
        common: dict[str, Any] = {"sources_folder": None, "only": (), "max_articles": None, "is_dry_run": False}
        silent = Console(quiet=True)
        first, whole = Interval(start=BEGIN, end=FIRST_END), Interval(start=BEGIN, end=LAST_END)
        assert in_process.run(settings, first, mode=RunMode.FETCH_MISSING, console=silent, **common)
        site.now = LAST_INSTANT
        assert in_process.run(settings, whole, mode=RunMode.REFETCH, console=silent, **common)


def example_part(path: Path, warehouse_url: str) -> str:
    """A query's part of query.md: its question, the query, and the answer."""
    question, _, query = path.read_text(encoding="utf-8").strip().removeprefix("-- ").partition("\n")
    answer = "\n".join(read_only.query(warehouse_url, query))
    return f"### {question}\n\n[{path.name}](../sql/examples/{path.name})\n\n```sql\n{query}\n```\n\n```\n{answer}\n```\n"


# --- all documents -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT_FOLDER).as_posix())
def test_links_are_relative_or_whole_and_resolve(document: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(([^()\s]+)\)", _without_code(document.read_text(encoding="utf-8"))):
        if re.match(r"https?://", target):
            continue
        path, _, anchor = target.partition("#")
        place = (document.parent / unquote(path)).resolve() if path else document
        is_there = place.exists() and place.is_relative_to(PROJECT_FOLDER)
        if not is_there or (anchor and anchor not in _anchors(place)):
            broken.append(target)
    assert broken == []


def test_every_command_and_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT_FOLDER / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for document in DOCUMENTS:
        code = "\n".join(re.findall(r"`[^`\n]+`|^\$ .*$", document.read_text(encoding="utf-8"), re.MULTILINE))
        assert set(re.findall(r"(?:`|^\$ )make ([a-z-]+)", code, re.MULTILINE)) <= targets, document
        assert set(re.findall(r"(?:`|bin/|worker )newshouse ([a-z][a-z-]*)", code)) <= set(command.commands), document


def test_every_relation_and_function_named_exists(warehouse: Connection) -> None:
    with warehouse.cursor() as cursor:
        cursor.execute(
            "select relnamespace::regnamespace::text || '.' || relname from pg_class"
            " union all select pronamespace::regnamespace::text || '.' || proname from pg_proc"
        )
        there = {name for (name,) in cursor.fetchall()}
    for document in (*DOCS.glob("*.md"), PROJECT_FOLDER / "README.md"):
        named = re.findall(r"(?<![\w./-])((?:mart|warehouse|ops|raw)\.[a-z_]+)\b(?![*/])", document.read_text(encoding="utf-8"))
        assert set(named) - there == set(), document


def _anchors(document: Path) -> set[str]:
    """The anchors of the headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", _without_code(document.read_text(encoding="utf-8"), inline=False), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _without_code(text: str, *, inline: bool = True) -> str:
    text = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]*`", "", text) if inline else text


def _blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", (DOCS / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def _first_cells(name: str) -> list[str]:
    """The first cell of every table row."""
    return re.findall(r"^\| ([^|]+) \|", (DOCS / name).read_text(encoding="utf-8"), re.MULTILINE)


def _files(folder: str, pattern: str) -> list[Path]:
    return sorted((PROJECT_FOLDER / folder).rglob(pattern))


# --- writing -------------------------------------------------------------------------------------------------------------------


@contextmanager
def demo_warehouse() -> Iterator[str]:
    """The URL of a warehouse that holds the demo."""
    with TemporaryDirectory(prefix="newshouse-") as folder:
        Path(folder).chmod(0o755)  # as root, Postgres runs as another account
        with embedded_postgres.start(Path(folder) / "postgres", is_disposable=True) as server:
            url = server.url()
            migrations.migrate(url, log=lambda _: None)
            load_demo(url, Path(folder) / "archive")
            yield url


def write_examples() -> None:
    document = DOCS / "query.md"
    head, _, _ = document.read_text(encoding="utf-8").partition("\n### ")
    with demo_warehouse() as url:
        parts = [example_part(path, url) for path in EXAMPLES]
    document.write_text("\n".join([head.rstrip("\n") + "\n", *parts]), encoding="utf-8")


if __name__ == "__main__":
    write_examples()
