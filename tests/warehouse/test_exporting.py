"""Exports: whole files, of the articles that were asked for, in types that notebooks understand."""

import csv
import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from click.testing import CliRunner

from newshouse import exporting, marts
from newshouse.cli import main
from newshouse.database import DatabaseError, connect
from newshouse.errors import SettingsError
from newshouse.exporting import Choice, export
from newshouse.model import Interval
from tests.warehouse.captures import NOON, load_all, staged

ODD = 'Rain, "again"\nand\tagain — \\N é 雨'


@pytest.fixture
def loaded_url(warehouse_url: str) -> str:
    """Two sources, three articles, one of them edited."""
    with closing(connect(warehouse_url, application_name="newshouse tests")) as connection:
        load_all(
            connection,
            "one",
            [
                staged("https://courier.example/a", keywords=("one", "two"), authors=("Ann Lee", "Bo Ek")),
                staged("https://courier.example/a", hour=1, digest="b", headline="A bridge shuts", keywords=("one", "two")),
                staged("https://courier.example/b", headline="Rain", body=ODD, date_published=NOON + timedelta(days=1)),
                staged("https://gazette.example/c", source_id="gazette", headline="River", date_published=None),
            ],
        )
        connection.commit()
        marts.refresh(connection)
    return warehouse_url


def exported(url: str, target: Path, **chosen: object) -> tuple[int, list[int]]:
    """How many rows were written, and what the progress was told: the expected number, and each batch."""
    told: list[int] = []
    return export(url, target, Choice(**chosen), begin=told.append, advance=told.append), told  # type: ignore[arg-type]


def test_a_parquet_file_has_types_and_every_field(loaded_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "BATCH_SIZE", 2)
    target = tmp_path / "articles.parquet"
    assert exported(loaded_url, target) == (3, [3, 2, 1])
    table = pyarrow.parquet.read_table(target)
    found = {row["url"]: row for row in table.to_pylist()}
    assert table.schema.field("date_published").type == pyarrow.timestamp("us", tz="UTC")
    assert table.schema.field("published_on").type == pyarrow.date32()
    first = found["https://courier.example/a"]
    assert (first["headline"], first["keywords"], first["word_count"], first["is_copy"]) == ("A bridge shuts", ["one", "two"], 36, False)
    assert first["date_published"] == NOON
    assert found["https://courier.example/b"]["article_body"] == ODD
    assert found["https://gazette.example/c"]["date_published"] is None


def test_a_csv_file_can_be_read_back(loaded_url: str, tmp_path: Path) -> None:
    target = tmp_path / "articles.csv"
    assert exported(loaded_url, target) == (3, [3, 3])
    with target.open(encoding="utf-8", newline="") as file:
        found = {row["url"]: row for row in csv.DictReader(file)}
    assert found["https://courier.example/b"]["article_body"] == ODD
    assert json.loads(found["https://courier.example/a"]["keywords"]) == ["one", "two"]
    assert found["https://courier.example/a"]["date_published"] == NOON.isoformat()
    assert found["https://gazette.example/c"]["date_published"] == ""


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        ({"what": "revisions"}, 4),
        ({"what": "facts"}, 3),
        ({"source_ids": ("gazette",)}, 1),
        ({"interval": Interval(start=NOON, end=NOON + timedelta(days=1))}, 1),
        ({"interval": Interval(start=NOON, end=NOON + timedelta(days=2)), "what": "revisions"}, 3),
        ({"source_ids": ("nobody",)}, 0),
    ],
)
def test_only_what_is_asked_for_is_exported(loaded_url: str, tmp_path: Path, chosen: dict[str, object], count: int, suffix: str) -> None:
    done, told = exported(loaded_url, tmp_path / f"some.{suffix}", **chosen)
    assert (done, told[0]) == (count, count)


def test_an_export_that_fails_leaves_the_old_file_and_no_other(loaded_url: str, tmp_path: Path) -> None:
    target = tmp_path / "articles.csv"
    target.write_text("old")
    with closing(connect(loaded_url, application_name="newshouse tests")) as connection, connection, connection.cursor() as cursor:
        cursor.execute("alter view mart.article_current rename to article_currently")
    with pytest.raises(DatabaseError):
        exported(loaded_url, target)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("articles.csv", "old")]


@pytest.mark.parametrize("name", ["no-folder/articles.csv", "no-folder/articles.parquet", "a-file/articles.csv"])
def test_a_place_that_cannot_be_written_to_is_named(loaded_url: str, tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").touch()
    with pytest.raises(SettingsError, match="cannot be written"):
        export(loaded_url, tmp_path / name, Choice(), begin=lambda _: None, advance=lambda _: None)


def test_the_name_of_the_file_says_how_it_is_written(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"must end in one of \.parquet, \.csv"):
        exported("postgresql://nowhere", tmp_path / "articles.xlsx")


def test_the_command_says_what_it_wrote(loaded_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSHOUSE_WAREHOUSE", loaded_url)
    target = tmp_path / "articles.parquet"
    said = CliRunner().invoke(
        main, ["export", str(target), "--source", "courier", "--interval", "2025-09-17", "2025-09-18"], catch_exceptions=False
    )
    assert (said.exit_code, said.stdout) == (0, f"1 articles in {target}\n")
    wrong = CliRunner().invoke(main, ["export", str(target), "--interval", "2025-09-18", "2025-09-17"])
    assert wrong.exit_code == 2
