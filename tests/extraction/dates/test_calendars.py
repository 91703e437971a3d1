from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newshouse.extraction.dates.calendars import ETHIOPIAN, SOLAR
from newshouse.extraction.dates.moments import moment_of
from tests.extraction.writing import html, paragraphs, read


def day(raw: str, language: str | None) -> str | None:
    moment = moment_of(raw, UTC, language)
    return moment.at.date().isoformat() if moment else None


@pytest.mark.parametrize(
    ("raw", "language", "expected"),
    [
        ("شنبه ۲۵ خرداد ۱۳۹۸ - ۱۲:۴۵", "fa", "2019-06-15"),
        ("۲۵ خردادماه ۱۳۹۸", None, "2019-06-15"),
        ("تاریخ انتشار: ۲۰ تير ۱۳۹۲", "fa", "2013-07-11"),  # with the Arabic letter for y
        ("چهارشنبه 30 اسفند 1399", "fa", "2021-03-20"),
        ("خرداد ۲۵, ۱۳۹۸", "fa", "2019-06-15"),
        ("۱۳۹۸/۰۳/۲۵ - ۱۲:۴۵", "fa", "2019-06-15"),
        ("۱۳۹۸/۰۳/۲۵", "en-US", "2019-06-15"),
        ("1392-04-20", "fa-IR", "2013-07-11"),
        ("۹۲/۰۴/۲۰", "fa", "2013-07-11"),
        ("۱۵ حمل ۱۳۹۷", "prs", "2018-04-04"),
        ("٢٠ رمضان ١٤٤٢ هـ", "ar", "2021-05-02"),
        ("الخميس ٣ ربيع الأول ١٤٤٠هـ", "ar", "2018-11-11"),
        ("1442/09/20 هـ", None, "2021-05-02"),
        ("20-09-1442", "ar", "2021-05-02"),
        ("२०७७ फागुन १२ गते १४:३०", "ne", "2021-02-24"),
        ("बुधवार, १२ फागुन, २०७७", None, "2021-02-24"),
        ("फागुन १२, २०७७ बुधबार", "ne", "2021-02-24"),
        ("2077-11-12", "ne", "2021-02-24"),
        ("12 መጋቢት 2010", "am", "2018-03-21"),
        ("መጋቢት 12 ቀን 2010 ዓ.ም", "am", "2018-03-21"),
    ],
)
def test_a_day_of_another_calendar_is_that_of_the_gregorian_one(raw: str, language: str | None, expected: str) -> None:
    assert day(raw, language) == expected


def test_the_time_beside_a_day_of_another_calendar_is_read() -> None:
    moment = moment_of("۲۵ خرداد ۱۳۹۸ - ۱۲:۴۵", UTC, "fa")
    assert moment is not None
    assert moment.at == datetime(2019, 6, 15, 12, 45, tzinfo=UTC)
    assert moment.raw == "۲۵ خرداد ۱۳۹۸ - ۱۲:۴۵"


@pytest.mark.parametrize(
    ("raw", "language", "expected"),
    [
        ("الاثنين 5 شوال 1436 هـ - 20 يوليو 2015م", "ar", "2015-07-20"),
        ("الاثنين 4 شوال 1436 هـ - 21 يوليو 2015م", "ar", "2015-07-21"),  # the moon was seen a day later
        ("২৮ ফাল্গুন ১৪২৪, সোমবার, ১২ মার্চ ২০১৮", "bn", "2018-03-12"),
    ],
)
def test_the_gregorian_day_beside_another_calendar_s_is_taken(raw: str, language: str, expected: str) -> None:
    assert day(raw, language) == expected


@pytest.mark.parametrize(
    ("raw", "language", "expected"),
    [
        ("2018/03/12", "fa", "2018-03-12"),
        ("12/03/2018", "fa", "2018-03-12"),
        ("12 مارس 2018", "ar", "2018-03-12"),
        ("2018-03-12", "ne", "2018-03-12"),
        ("1398/03/25", "de", "1398-03-25"),
        ("1442/09/20", "ur", "1442-09-20"),
        ("2077-11-12", "hi", "2077-11-12"),
    ],
)
def test_numbers_are_of_another_calendar_where_its_readers_live_only(raw: str, language: str, expected: str) -> None:
    assert day(raw, language) == expected


@pytest.mark.parametrize("raw", ["۲۲ بهمن ۱۳۵۷", "12 رمضان 1290", "99 خرداد 1398", "12 مهر", "۳۲ خرداد ۱۴۵", "12 फागुन 2018"])
def test_days_of_history_and_other_numbers_are_no_dates_of_news(raw: str) -> None:
    assert moment_of(raw) is None


def test_a_day_of_another_calendar_is_found_before_a_later_date_on_the_page() -> None:
    found = read(html(f"<div>تاریخ انتشار: ۲۰ تیر ۱۳۹۲</div>{paragraphs()}<p>2015-02-03</p>"))
    assert found.date_published == datetime(2013, 7, 11, tzinfo=UTC)


@given(st.dates(date(1991, 3, 21), date(2090, 1, 1)))
def test_each_day_of_the_solar_and_ethiopian_calendars_is_one_after_that_before(known: date) -> None:
    def following(calendar: object, year: int, months: list[tuple[int, int]]) -> list[int]:
        return [calendar.day_of(year, month, number).toordinal() for month, last in months for number in range(1, last + 1)]  # type: ignore[attr-defined]

    solar = following(SOLAR, known.year - 621, [(month, 31 if month < 7 else 30 if month < 12 else 29) for month in range(1, 13)])
    ethiopian = following(ETHIOPIAN, known.year - 7, [(month, 30 if month < 13 else 5) for month in range(1, 14)])
    assert solar == list(range(solar[0], solar[0] + 365))
    assert ethiopian == list(range(ethiopian[0], ethiopian[0] + 365))
    assert date.fromordinal(solar[0]).month == 3
    assert date.fromordinal(ethiopian[0]).month == 9
