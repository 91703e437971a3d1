from datetime import UTC, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newshouse.extraction.dates.moments import is_yearless_line, moment_of, yearless
from newshouse.model import DatePrecision

BERLIN = ZoneInfo("Europe/Berlin")
FIRST, LAST = datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2090-01-01")


@pytest.mark.parametrize(
    ("raw", "language", "expected"),
    [
        ("2024-03-05T10:15:30Z", None, "2024-03-05T10:15:30+00:00"),
        ("2024-03-05T10:15:30.123+0530", None, "2024-03-05T10:15:30+05:30"),
        ("2024-03-05 10:15 CET", None, "2024-03-05T10:15:00+01:00"),
        ("20240305T101530Z", None, "2024-03-05T10:15:30+00:00"),
        ("Tue, 05 Mar 2024 10:15:30 GMT", None, "2024-03-05T10:15:30+00:00"),
        ("1709633730", None, "2024-03-05T10:15:30+00:00"),
        ("1709633730000", None, "2024-03-05T10:15:30+00:00"),
        ("March 5, 2024 at 10:15 a.m. EST", "en-US", "2024-03-05T10:15:00-05:00"),
        ("Posted: 4:20 PM, Mar 5, 2024", "en-US", "2024-03-05T16:20:00+00:00"),
        ("5 March 2024, 12:05 AM", "en", "2024-03-05T00:05:00+00:00"),
        ("3/5/2024", "en-US", "2024-03-05T00:00:00+00:00"),
        ("5/3/2024", "en-GB", "2024-03-05T00:00:00+00:00"),
        ("25/3/2024", "en-US", "2024-03-25T00:00:00+00:00"),
        ("05.03.2024, 10:15 Uhr", "de", "2024-03-05T10:15:00+00:00"),
        ("5. März 2024, 10.15 Uhr", "de", "2024-03-05T10:15:00+00:00"),
        ("mardi 5 mars 2024 à 10h15", "fr", "2024-03-05T10:15:00+00:00"),
        ("5 de marzo de 2024", "es", "2024-03-05T00:00:00+00:00"),
        ("5 de março de 2024 às 10:15", "pt", "2024-03-05T10:15:00+00:00"),
        ("5 października 2023", "pl", "2023-10-05T00:00:00+00:00"),
        ("5 листопада 2023", "uk", "2023-11-05T00:00:00+00:00"),
        ("5 марта 2024, 10:15", "ru", "2024-03-05T10:15:00+00:00"),
        ("5 Mart 2024 Salı 10:15", "tr", "2024-03-05T10:15:00+00:00"),
        ("2024年3月5日 10時15分", "ja", "2024-03-05T10:15:00+00:00"),
        ("2024년 3월 5일 10:15", "ko", "2024-03-05T10:15:00+00:00"),
        ("٥ مارس ٢٠٢٤", "ar", "2024-03-05T00:00:00+00:00"),
        ("5 มีนาคม 2567", "th", "2024-03-05T00:00:00+00:00"),
        ("2024. március 5. 10:15", "hu", "2024-03-05T10:15:00+00:00"),
        ("5 listopada 2023", "hr", "2023-10-05T00:00:00+00:00"),
        ("5 جانفي 2018", "ar", "2018-01-05T00:00:00+00:00"),
        ("5 جوان 2018", "ar", "2018-06-05T00:00:00+00:00"),
        ("5 أوت 2018", "ar", "2018-08-05T00:00:00+00:00"),
        ("۵ ژوئن ۲۰۱۹", "fa", "2019-06-05T00:00:00+00:00"),
        ("جمعرات 5 اپريل 2018", "ur", "2018-04-05T00:00:00+00:00"),  # with the Arabic letter for y
        ("5 اکتوبر ، 2018", "ur", "2018-10-05T00:00:00+00:00"),
        ("१२ सप्टेंबर २०१८", "mr", "2018-09-12T00:00:00+00:00"),
        ("12 सित॰ 2018", "hi", "2018-09-12T00:00:00+00:00"),
        ("12 फ\u093cरवरी 2018", "hi", "2018-02-12T00:00:00+00:00"),  # the dot as a letter of its own
        ("12 \u095eरवरी 2018", "hi", "2018-02-12T00:00:00+00:00"),
        ("২২ অগস্ট ২০১৬", "bn", "2016-08-22T00:00:00+00:00"),
        ("12 ஒக்டோபர் 2018", "ta", "2018-10-12T00:00:00+00:00"),
        ("12 మార్చి 2018", "te", "2018-03-12T00:00:00+00:00"),
        ("2020 ഫെബ്രുവരി 26", "ml", "2020-02-26T00:00:00+00:00"),
        ("26 ഏപ്രില്\u200d 2020", "ml", "2020-04-26T00:00:00+00:00"),  # the final l as it was written once
        ("૧૨ માર્ચ ૨૦૧૮", "gu", "2018-03-12T00:00:00+00:00"),
        ("12 ಮಾರ್ಚ್ 2018", "kn", "2018-03-12T00:00:00+00:00"),
        ("12 ਮਾਰਚ 2018", "pa", "2018-03-12T00:00:00+00:00"),
        ("2018 මාර්තු 12", "si", "2018-03-12T00:00:00+00:00"),
        ("၁၂ မတ် ၂၀၁၈", "my", "2018-03-12T00:00:00+00:00"),
        ("១២ មីនា ២០១៨", "km", "2018-03-12T00:00:00+00:00"),
        ("ማርች 12, 2018", "am", "2018-03-12T00:00:00+00:00"),
        ("11 Agt 2021, 10:45 WIB", "id", "2021-08-11T10:45:00+07:00"),
        ("11 Nopember 2013", "id", "2013-11-11T00:00:00+00:00"),
        ("22 Mac 2021", "ms", "2021-03-22T00:00:00+00:00"),
        ("Hunyo 3, 2016", "fil", "2016-06-03T00:00:00+00:00"),
        ("ika-3 ng Oktubre, 2016", "tl", "2016-10-03T00:00:00+00:00"),
        ("2021. gada 3. maijs", "lv", "2021-05-03T00:00:00+00:00"),
        ("2024-03-05 02:15 PM", "en", "2024-03-05T14:15:00+00:00"),
        ("2024-03-05 12:15:30 a.m. EST", "en", "2024-03-05T00:15:30-05:00"),
        ("Posted05/03/2024", "de", "2024-03-05T00:00:00+00:00"),
        ("02-Mar-04", None, "2004-03-02T00:00:00+00:00"),
        ("Tuesday, 02-Mar-04 16:33:00 EST", None, "2004-03-02T16:33:00-05:00"),
        ("Tue, 02 Mar 04 16:33:00 GMT", None, "2004-03-02T16:33:00+00:00"),
        ("Posted: 2 Mar 04", None, "2004-03-02T00:00:00+00:00"),
        ("2.Mar.04, 16.33 Uhr", "de", "2004-03-02T16:33:00+00:00"),
        ("Mar. 2, '04", None, "2004-03-02T00:00:00+00:00"),
        ("2 mars ’99", "fr", "1999-03-02T00:00:00+00:00"),
    ],
)
def test_a_date_is_read_as_it_is_written(raw: str, language: str | None, expected: str) -> None:
    moment = moment_of(raw, UTC, language)
    assert moment is not None
    assert moment.at.isoformat() == expected


@pytest.mark.parametrize(
    "raw",
    [
        "2. März 10 Uhr",
        "2 March 10:15",
        "March 2, 10 a.m.",
        "2 mars 10.30",
        "Jan 6'11 guard",
        "Nummer 2 des 10",
        "02-Bar-04",
        "2-May-04:15",
    ],
)
def test_the_hour_after_a_day_is_no_year(raw: str) -> None:
    assert moment_of(raw) is None


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("Mar 2, 6:14 PM EST", (3, 2)),
        ("Tue Mar 2", (3, 2)),
        ("2 mars, 18h14", (3, 2)),
        ("2 de marzo", (3, 2)),
        ("2. März", (3, 2)),
        ("6:14 PM EST", None),
        ("Bar 2", None),
        ("18:14 mars", None),
        ("mar 18:14", None),
    ],
)
def test_a_date_without_a_year_tells_its_month_and_day(raw: str, day: tuple[int, int] | None) -> None:
    assert yearless(raw) == day


@pytest.mark.parametrize(
    ("line", "is_date"),
    [
        ("Mar 2, 6:14 PM EST", True),
        ("Tue Mar 2, 6:14 PM ET", True),
        ("Tuesday, 2 March at 18:14", True),
        ("2. März um 18.14 Uhr", True),
        ("mardi 2 mars, 18h14", True),
        ("Mar 2", False),  # the head of an entry of a diary
        ("6:14 PM EST", False),
        ("Doors open on Mar 2, 6:14 PM", False),
        ("Mar 2, 6:14 PM in the Town Hall", False),
        ("Bar 2, 6:14 PM", False),
        ("Psalm 2, 6:14", False),
    ],
)
def test_a_line_of_nothing_but_a_day_and_a_time_is_told_from_one_that_names_them(line: str, is_date: bool) -> None:
    assert is_yearless_line(line) is is_date


@pytest.mark.parametrize(
    "raw", ["", "yesterday", "Chapter 12", "2024-13-45", "1 May", "99/99/9999", "call 555-1234-5678", "R5.10.13", "0000-00-00T00:00:00"]
)
def test_what_is_no_date_gives_none(raw: str) -> None:
    assert moment_of(raw) is None


def test_a_time_without_a_zone_is_read_in_the_zone_given() -> None:
    moment = moment_of("2024-07-05 10:15", BERLIN)
    assert moment is not None
    assert moment.at == datetime(2024, 7, 5, 8, 15, tzinfo=UTC)
    assert not moment.has_zone


@pytest.mark.parametrize(
    ("raw", "precision"),
    [
        ("2024-03-05", DatePrecision.DAY),
        ("2024-03-05T00:00:00Z", DatePrecision.DAY),
        ("2024-03-05T10:15Z", DatePrecision.MINUTE),
        ("2024-03-05T10:15:30Z", DatePrecision.SECOND),
    ],
)
def test_precision_is_that_of_the_page(raw: str, precision: DatePrecision) -> None:
    moment = moment_of(raw)
    assert moment is not None
    assert moment.precision is precision


@pytest.mark.parametrize("raw", ["2024-07-05", "5. Juli 2024", "05.07.2024", "2024-07-05T00:00:00"])
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"])
def test_a_day_without_a_time_is_that_day_in_utc_wherever_the_page_is_from(raw: str, zone: str) -> None:
    moment = moment_of(raw, ZoneInfo(zone), "de")
    assert moment is not None
    assert moment.at == datetime(2024, 7, 5, tzinfo=UTC)


@given(st.datetimes(min_value=FIRST, max_value=LAST, timezones=st.just(timezone(timedelta(hours=5, minutes=30)))))
def test_iso_dates_survive(instant: datetime) -> None:
    instant = instant.replace(microsecond=0)
    moment = moment_of(instant.isoformat())
    assert moment is not None
    assert moment.at == (instant if instant.time() != time.min else instant.replace(tzinfo=UTC))  # midnight is the day


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader_of_dates(text: str) -> None:
    moment = moment_of(text)
    assert moment is None or moment.at.tzinfo is not None
