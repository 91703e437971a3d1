from datetime import UTC, datetime, timedelta, timezone

import pytest

from newshouse.near_duplicates.document import Document, document_of


@pytest.mark.parametrize(
    ("published", "instant"),
    [
        ("2025-09-17T06:30:00", datetime(2025, 9, 17, 6, 30, tzinfo=UTC)),
        ("2025-09-17T06:30:00.25+02:00", datetime(2025, 9, 17, 6, 30, 0, 250_000, tzinfo=timezone(timedelta(hours=2)))),
        ("September 9, 2017 ", datetime(2017, 9, 9, tzinfo=UTC)),
        ("Wed, 17 Sep 2025 06:30:00 GMT", datetime(2025, 9, 17, 6, 30, tzinfo=UTC)),
        ("soon", None),
        ("", None),
        (None, None),
        ({"odd": 1}, None),
        ("0000-00-00", None),
    ],
)
def test_dates_are_read_as_people_write_them_and_else_unknown(published: object, instant: datetime | None) -> None:
    assert document_of({"id": "1", "published": published}).published == instant


def test_only_the_id_is_needed() -> None:
    assert document_of({"id": 7, "text": None}) == Document(id="7", source="", title="", text="")


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="'7' needs an aware instant"):
        Document(id="7", source="", title="", text="", published=datetime(2025, 9, 17))  # noqa: DTZ001
