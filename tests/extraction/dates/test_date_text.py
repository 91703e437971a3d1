from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newshouse.extraction.dates.date_text import readable
from newshouse.extraction.dates.moments import moment_of
from tests.extraction.writing import html, paragraphs, read


def day(raw: str, language: str | None) -> str | None:
    moment = moment_of(raw, UTC, language)
    return moment.at.date().isoformat() if moment else None


@pytest.mark.parametrize(
    ("raw", "language", "expected"),
    [
        ("วันจันทร์ที่ ๑๒ มีนาคม พ.ศ. ๒๕๖๑", "th", "2018-03-12"),
        ("วันที่ 12 เดือนมีนาคม พ.ศ.2561", None, "2018-03-12"),
        ("12 มี.ค. 61", "th", "2018-03-12"),
        ("12 มีนาคม 61 เวลา 14.30 น.", "th", "2018-03-12"),
        ("12/03/2561 14:30", "th", "2018-03-12"),
        ("12/03/61", "th-TH", "2018-03-12"),
        ("2561-03-12", "th", "2018-03-12"),
        ("平成30年3月12日", "ja", "2018-03-12"),
        ("令和元年５月２０日（月）", "ja", "2019-05-20"),
        ("2018年（平成30年）3月12日", "ja", "2018-03-12"),
        ("平成30（2018）年3月12日", "ja", "2018-03-12"),
        ("平成三十年三月十二日", "ja", "2018-03-12"),
        ("H30.3.12", "ja", "2018-03-12"),
        ("民國107年3月12日", "zh-Hant", "2018-03-12"),
        ("中華民國一〇七年三月十二日", None, "2018-03-12"),
        ("中華民國一百零七年三月二十三日", None, "2018-03-23"),
        ("107/03/12", "zh-TW", "2018-03-12"),
        ("107年3月12日", "zh-TW", "2018-03-12"),
        ("二○一八年三月十二日 星期一", "zh", "2018-03-12"),
        ("2018年3月12号", "zh", "2018-03-12"),
        ("12 كانون الثاني 2018", "ar", "2018-01-12"),
        ("الخميس 15 تشرين الأول 2015", "ar", "2015-10-15"),
        ("12 مارس/آذار 2018", "ar", "2018-03-12"),
        ("12 نوفمبر (تشرين الثاني) 2018", "ar", "2018-11-12"),
        ("15/مارس/2018", "ar", "2018-03-15"),
        ("12 tháng 3 năm 2018", "vi", "2018-03-12"),
        ("Thứ Hai, ngày 12 tháng 03, 2018", "vi", "2018-03-12"),
        ("12 Tháng Mười Hai, 2018", "vi", "2018-12-12"),
        ("Tháng Năm 12, 2018", "vi", "2018-05-12"),
        ("ថ្ងៃទី១២ ខែមីនា ឆ្នាំ២០១៨", "km", "2018-03-12"),
        ("၂၀၁၈ ခုနှစ်၊ မတ်လ ၁၂ ရက်", "my", "2018-03-12"),
    ],
)
def test_a_date_is_read_in_the_words_of_its_language(raw: str, language: str | None, expected: str) -> None:
    assert day(raw, language) == expected


@pytest.mark.parametrize(
    ("raw", "hour"),
    [
        ("2022.04.11. 오후 2:03", 14),
        ("2022.04.11. 오전 2:03", 2),
        ("2022-04-11 오후 12:03:11", 12),
        ("2022-04-11 오전 12:03:11", 0),
        ("2022년 4월 11일 오후 2시 3분", 14),
        ("2022年4月11日 午後2時03分", 14),
        ("2022年4月11日 午後2時", 14),
        ("2022年4月11日下午2点03分", 14),
        ("2022年4月11日 上午 02:03", 2),
        ("2022年4月11日 下午 14:03", 14),
        ("2022-04-11 02:03 م", 14),
        ("11 أبريل 2022م - 02:03 مساءً", 14),
        ("11 أبريل 2022م - 02:03 ص", 2),
        ("11 أبريل 2022م - 02:03 من المدينة", 2),
        ("۲۲ فروردین ۱۴۰۱ - ۰۲:۰۳ ب.ظ", 14),
    ],
)
def test_the_half_of_the_day_is_read_before_and_after_the_time(raw: str, hour: int) -> None:
    moment = moment_of(raw)
    assert moment is not None
    assert (moment.at.year, moment.at.month, moment.at.day, moment.at.hour) == (2022, 4, 11, hour)


@pytest.mark.parametrize(
    ("raw", "language", "expected"),
    [
        ("2561-03-12", None, "2561-03-12"),  # perhaps a number of an article
        ("2561-03-12", "en", "2561-03-12"),
        ("12 มี.ค. 14:30", "th", None),
        ("12/03/18", "th", "2018-03-12"),
        ("107年3月12日", "ja", None),
        ("107/03/12", "en", None),
        ("127.12.10.5", "zh", None),
        ("H30.3.12", "en", None),
        ("昭和20年8月15日", "ja", "1945-08-15"),
    ],
)
def test_other_numbers_are_no_years_of_an_era(raw: str, language: str | None, expected: str | None) -> None:
    assert day(raw, language) == expected


def test_a_date_in_chinese_digits_is_found_on_a_page() -> None:
    found = read(html(f"<div>二〇一八年三月十二日</div>{paragraphs()}"))
    assert found.date_published == datetime(2018, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize("raw", ["2024-03-05T10:15:30Z", "5. März 2024, 10.15 Uhr", "5 марта 2024", "Ada Lind – March 5, 2024"])
def test_a_date_in_other_letters_stays_as_it_is(raw: str) -> None:
    assert readable(raw, "de") == raw


@given(st.text("年月日号元平成民國H.R/(（）0129一十百〇오후:時م هـقبظ/كانونال تشرين۱۳۹خرداد२०फागुन พ.ศมค5thángTHÁNGnă ", max_size=40))
@pytest.mark.parametrize("language", ["fa", "ar", "ne", "th", "zh", "ja", "vi"])
def test_no_text_breaks_the_reader(language: str, text: str) -> None:
    assert isinstance(readable(text, language), str)
