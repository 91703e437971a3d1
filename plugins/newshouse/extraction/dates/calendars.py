"""Days of other calendars in the Gregorian one: of Iran's and Afghanistan's, the Hijri, Nepal's and Ethiopia's.

Only of years in which there is news to extract, so that no number of another kind is taken for a year of theirs. The calendars that differ
in the count of the years alone are in date_text.py.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from newshouse.extraction.dates.months import numbers_of
from newshouse.extraction.dates.spelling import respelled

_SOLAR_EPOCH = date(1991, 3, 21).toordinal() - 365 * 1369 - (8 * 1370 + 21) // 33  # the first day of 1370
_ETHIOPIAN_EPOCH = date(8, 8, 27).toordinal()
_IN_NUMBERS = re.compile(
    r"(?<![\d./-])(?:(?P<y>\d{4})\s?([./-])\s?(?P<m>\d{1,2})\s?\2\s?(?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})\s?([./-])\s?(?P<m2>\d{1,2})\s?\6\s?(?P<y2>\d{4}))(?!\d)"
)
_LONGEST_MONTH = 32  # days; Nepal's


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The `years` are those of news; `words` may stand beside the name of a month."""

    day_of: Callable[[int, int, int], date]
    years: range
    months: dict[str, int]
    year: re.Pattern[str]  # about: one look for most texts
    written: re.Pattern[str]

    def in_words(self, text: str) -> str:
        """`text` with its dates that name a month of this calendar as Gregorian ones in ISO 8601."""
        return self.written.sub(self._gregorian, text) if self.year.search(text) else text

    def in_numbers(self, text: str) -> str:
        """The same with dates that are written in numbers only."""
        return _IN_NUMBERS.sub(self._gregorian, text) if self.year.search(text) else text

    def _gregorian(self, match: re.Match[str]) -> str:
        parts = {name[0]: value for name, value in match.groupdict().items() if value}
        year, day = int(parts["y"]), int(parts["d"])
        month = self.months["".join(parts["n"].split())] if "n" in parts else int(parts["m"])
        if year not in self.years or not 1 <= day <= _LONGEST_MONTH:
            return match[0]
        try:
            return f" {self.day_of(year, month, day).isoformat()} "
        except (ValueError, OverflowError, LookupError):
            return match[0]


def _calendar(day_of: Callable[[int, int, int], date], years: range, names: str, words: str) -> Calendar:
    """A calendar whose months have their `names` in a table like that of months.py, where a dot is a space that may be left out."""
    numbers = numbers_of(respelled(names))
    months = {name.replace(".", ""): number for name, number in numbers.items()}
    name = "|".join(re.escape(name).replace(r"\.", r"\s?") for name in sorted(numbers, key=len, reverse=True))
    apart = rf"[\s,./-]{{0,3}}(?:(?:{respelled(words)})[\s,.]{{0,3}})?"
    written = (
        rf"(?<!\d)(?P<d>\d{{1,2}}){apart}(?P<n>{name}){apart}(?P<y>\d{{4}})(?!\d)",
        rf"(?<!\w)(?P<n2>{name}){apart}(?P<d2>\d{{1,2}}){apart}(?P<y2>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<y3>\d{{4}}){apart}(?P<n3>{name}){apart}(?P<d3>\d{{1,2}})(?!\d)",
    )
    decades = "|".join(sorted({str(year)[:3] for year in years}))
    year = re.compile(rf"(?<!\d)(?:{decades})\d(?!\d)")
    return Calendar(day_of=day_of, years=years, months=months, year=year, written=re.compile("|".join(written)))


def _solar(year: int, month: int, day: int) -> date:
    """Six months of 31 days, then of 30; eight leap years in 33 (true from 1343 to 1501)."""
    if not 1 <= month <= 12:
        raise ValueError(month)
    return date.fromordinal(_SOLAR_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33 + 30 * (month - 1) + min(month - 1, 6) + day - 1)


def _hijri(year: int, month: int, day: int) -> date:
    """The calendar of Umm al-Qura; where the moon is looked for, a month may begin a day later."""
    from hijridate import Hijri  # here, since few pages need its tables

    return date.fromordinal(Hijri(year, month, day).to_gregorian().toordinal())


def _bikram_sambat(year: int, month: int, day: int) -> date:
    from nepali_datetime import date as nepali_date  # here, since few pages need its tables

    return date.fromordinal(nepali_date(year, month, day).to_datetime_date().toordinal())


def _ethiopian(year: int, month: int, day: int) -> date:
    """Twelve months of 30 days and the rest; every fourth year is a leap year."""
    if not 1 <= month <= 13:
        raise ValueError(month)
    return date.fromordinal(_ETHIOPIAN_EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1)


SOLAR = _calendar(
    _solar,
    range(1369, 1431),
    """
    fa فروردین اردیبهشت خرداد تیر مرداد|امرداد شهریور مهر آبان آذر دی بهمن اسفند
    prs حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت
    ps وری غویی غبرگولی|غبرګولی چنگاښ|چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب
    """,
    "ماه|سال",
)
HIJRI = _calendar(
    _hijri,
    range(1410, 1501),
    """
    ar محرم صفر ربيع.الأول ربيع.الثاني جمادى.الأولى جمادى.الآخرة رجب شعبان رمضان شوال ذو.القعدة ذو.الحجة
    ar - - - ربيع.الآخر جمادى.الأول جمادى.الثانية|جمادى.الثاني|جمادى.الآخر - - - - ذي.القعدة ذي.الحجة
    """,
    "المبارك|الحرام|المكرم|المعظم|سنة|عام",
)
BIKRAM_SAMBAT = _calendar(
    _bikram_sambat,
    range(2046, 2101),
    """
    ne वैशाख जेठ असार साउन भदौ असोज कात्तिक मंसिर पुस माघ फागुन चैत
    ne बैशाख|वैसाख ज्येष्ठ|जेष्ठ आषाढ|असाढ श्रावण|सावन भाद्र आश्विन|असौज कार्तिक मङ्सिर|मार्ग पुष|पौष - फाल्गुन|फाल्गुण चैत्र
    """,
    "गते|साल",
)
ETHIOPIAN = _calendar(
    _ethiopian,
    range(1982, 2093),
    """
    am መስከረም ጥቅምት ኅዳር ታኅሣሥ ጥር የካቲት መጋቢት ሚያዝያ ግንቦት ሰኔ ሐምሌ ነሐሴ ጳጉሜ
    am - - ህዳር|ሕዳር ታህሳስ|ታኅሳስ|ታህሣሥ - - - ሚያዚያ - - ሀምሌ ነሀሴ ጳጉሜን
    """,
    "ቀን",
)
