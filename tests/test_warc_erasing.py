"""The record that takes the place of one that was taken down."""

import gzip
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from newshouse.errors import NewshouseError
from newshouse.warc_erasing import NOTICE, erased_record

NOW = datetime(2026, 1, 2, tzinfo=UTC)


@given(st.one_of(st.integers(300, 3_000), st.integers(65_000, 66_500), st.integers(131_000, 132_000), st.integers(300, 5_000_000)))
def test_it_is_as_long_as_asked_to_the_byte_and_a_record_that_any_reader_reads(length: int) -> None:
    for is_gzip in (True, False):
        record = erased_record(length, at=NOW, is_gzip=is_gzip)
        assert len(record) == length
        [read] = list(_records(record))
        assert read[0] == "metadata"
        assert read[1].rstrip() == NOTICE
    assert len(gzip.decompress(erased_record(length, at=NOW, is_gzip=True))) < length


def test_records_before_and_after_it_stay_readable() -> None:
    record = erased_record(70_000, at=NOW, is_gzip=True)
    assert [kind for kind, _ in _records(record * 3)] == ["metadata"] * 3


def test_a_record_that_is_too_short_is_named() -> None:
    with pytest.raises(NewshouseError, match="too short"):
        erased_record(100, at=NOW, is_gzip=True)


def _records(content: bytes) -> list[tuple[str, bytes]]:
    return [(record.rec_type, record.content_stream().read()) for record in ArchiveIterator(BytesIO(content))]
