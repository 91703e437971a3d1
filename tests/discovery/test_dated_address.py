"""Addresses with a date in them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from newshouse.discovery.dated_address import addresses_of, complaint_of, is_daily, is_template
from newshouse.model import Interval, utc_day

NOW = datetime(2025, 10, 6, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def addresses(template: str, interval: Interval | None) -> list[str]:
    return [address for address, _ in addresses_of(template, interval, BERLIN, NOW)]


@pytest.mark.parametrize(
    ("template", "day", "expected"),
    [
        ("/{YYYY}/{MM}/{DD}", date(2025, 9, 3), ["/2025/09/05", "/2025/09/04", "/2025/09/03", "/2025/09/02"]),
        ("/{YY}-{M}-{D}", date(2025, 9, 3), ["/25-9-5", "/25-9-4", "/25-9-3", "/25-9-2"]),
        ("/{YYYY}{MM}.xml", date(2025, 9, 17), ["/202509.xml"]),
        ("/{YYYY}_{mon}.xml", date(2025, 9, 1), ["/2025_sep.xml", "/2025_aug.xml"]),
        ("/{month}-{YYYY}", date(2025, 1, 1), ["/january-2025", "/december-2024"]),
        ("/{YYYY}.xml", date(2025, 6, 1), ["/2025.xml"]),
        ("/{YYYY}/{MM}/{DD}", date(2025, 10, 6), ["/2025/10/06", "/2025/10/05"]),  # nothing after today
    ],
)
def test_a_day_asks_for_the_lists_of_its_own_dates_and_of_their_neighbours(template: str, day: date, expected: list[str]) -> None:
    assert addresses(template, utc_day(day)) == expected


def test_without_an_interval_the_newest_list_alone_is_asked() -> None:
    assert addresses("/{YYYY}/{MM}/{DD}", None) == ["/2025/10/06"]


def test_a_future_interval_has_no_list() -> None:
    assert addresses("/{YYYY}/{MM}/{DD}", utc_day(date(2025, 12, 1))) == []


def test_a_list_is_dated_by_the_first_day_it_stands_for() -> None:
    assert addresses_of("/{YYYY}/{MM}", utc_day(date(2025, 9, 17)), BERLIN, NOW) == [("/2025/09", date(2025, 9, 1))]


@pytest.mark.parametrize(
    ("template", "complaint"),
    [
        ("/{YYYY}/{MM}/{DD}", None),
        ("/plain", None),
        ("/{YYYY}/{DD}", "names a day without its month"),
        ("/{MM}", "names a month without its year"),
        ("/{yyyy}", "knows no placeholder {yyyy}"),
    ],
)
def test_placeholders_that_make_no_date_are_told(template: str, complaint: str | None) -> None:
    assert complaint_of(template) == complaint


def test_a_template_is_known_by_its_placeholders() -> None:
    assert is_template("/{YYYY}")
    assert not is_template("/2025")
    assert not is_template("/{id}")
    assert is_daily("/{YYYY}{MM}{D}")
    assert not is_daily("/{YYYY}{MM}")
