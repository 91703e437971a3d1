"""What a page writes as its date, as moments.py reads it: ASCII digits, the Gregorian calendar, months of one word, "am" and "pm".

Most dates are written in Latin letters and are returned as they are, after one look.
"""

import re
from collections.abc import Callable

from newshouse.extraction.dates.calendars import BIKRAM_SAMBAT, ETHIOPIAN, HIJRI, SOLAR
from newshouse.extraction.dates.spelling import respelled

_FOREIGN = re.compile("[\u0621-\u06ff\u0900-\u0963\u0e01-\u0e5b\u1000-\u103f\u1200-\u137f\u1780-\u17d3\u4e00-\u9fff\uac00-\ud7af]")
_PERSIAN_DIGIT = re.compile("[۰-۹]")
_NOT_PERSIAN = frozenset(("ar", "ur", "sd", "ks", "ku", "ck", "ug", "pa"))  # languages in Arabic letters with other calendars
_GREGORIAN_YEAR = re.compile(r"(?<!\d)(?:199\d|20[0-4]\d)(?!\d)")

_LEVANTINE = re.compile(r"(كانون|تشرين)\s{1,3}(?=ال)")
_SECOND_NAME = re.compile(r"(?<=[^\W\d_])\s?(?:/\s?[^\s\d()/,]{2,16}|\(\s?[^\s\d()/,]{2,16}\s?\))(?=[\s,]{1,3}\d{4})")
_ARABIC_HALF = re.compile(r"(:\d\d)\s{0,2}(?:(?P<pm>مساء|م|ب\.?\s?ظ|بعد\s?از\s?ظهر)|صباحا?|ص|ق\.?\s?ظ)(?![^\W_])")
_HIJRI_MARK = re.compile(r"\d{1,4}\s?ه(?:جري)?(?![^\W_])")
_SHORT_SOLAR = re.compile(r"(?<![\d./-])(?=[4-9]\d/(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])(?![\d/]))")

_THAI_WORD = re.compile(r"เดือน|(?:พ\.?\s?ศ|ค\.?\s?ศ)\.?(?=\s?\d)")
_BUDDHIST_YEAR = re.compile(r"(?<!\d)25[3-9]\d(?!\d)")
_SHORT_BUDDHIST = re.compile(r"((?:[ก-ฮ]\.|คม|ยน|พันธ์)\s{0,2}|(?<![\d/])[0-3]?\d/[01]?\d/)([4-9]\d)(?![\d:./])")
_BUDDHIST_ERA = 543  # years ahead of the common one

_HAN_DAY = re.compile(r"[一二三四五六七八九十]月[一二三四五六七八九十]{1,3}[日号號]")
_HAN_NUMBER = re.compile(r"[〇○零一二三四五六七八九十百]{1,6}(?=[年月日号號])")
_HAN_DIGITS = {digit: value for value, digits in enumerate(("〇○零", *"一二三四五六七八九")) for digit in digits}
_ERA = re.compile(r"(明治|大正|昭和|平成|令和|民國|民国)\s?(\d{1,3}|元)\s?(?:[（(]\d{4}[）)]\s?)?年")
_SHORT_ERA = re.compile(r"(?<![A-Za-z\d])([HR])(\d{1,2})(?=([./-])\d{1,2}\3\d{1,2}(?!\d))")
_YEAR_BEFORE = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "H": 1988, "令和": 2018, "R": 2018, "民國": 1911, "民国": 1911}
_MINGUO = re.compile(
    r"(?<![\d./-])1[0-4]\d(?=\s?年\s?\d{1,2}\s?月\s?\d"
    r"|(?P<s>[./-])(?:0?[1-9]|1[0-2])(?P=s)(?:0?[1-9]|[12]\d|3[01])(?![\d./-]))"
)
_SAME_YEAR = re.compile(r"(\d{4})\s?年\s?[（(]\s?\1\s?年?\s?[）)]")
_DAY_IN_SPEECH = re.compile(r"(月\s?\d{1,2}\s?)[号號]")
_HALF_BEFORE = re.compile(
    r"(?:(?P<pm>오후|午後|下午|晚上|晚間|晚间)|오전|午前|上午|凌晨|早上)\s?"
    r"(?P<H>\d{1,2})(?:\s?[時时点點시]\s?|:)(?P<M>\d{1,2})?(?P<S>:\d\d)?\s?[分분]?"
)

_VIETNAMESE = re.compile(r"tháng\s{0,2}(\d{1,2}|mười\s(?:một|hai)|[^\W\d_]{2,5})(?:[\s,/]{1,3}năm(?=\s))?", re.IGNORECASE)
_VIETNAMESE_NUMBERS = ("", "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười.một", "mười.hai")
_WORDS_BESIDE = re.compile(r"\s?(?:ថ្ងៃទី|ខែ|ឆ្នាំ|ခုနှစ်|ရက်(?:နေ့)?|ቀን)[\s,]{0,3}")

_TAIL = r"(?P<tail>[^|•·(\[/–—-]*)"  # what follows the date up to a mark that parts facts
_GOES_ON = (  # a date of these calendars with more words behind it than a weekday and a label
    re.compile(rf"(?<!\d)\d{{1,2}}\s+[\u0621-\u064a\u066e-\u06d3]{{2,12}}(?:\s[\u0621-\u064a\u066e-\u06d3]{{2,12}})?\s+\d{{4}}{_TAIL}"),
    re.compile(rf"tháng\s[^|]{{1,12}}?(?:năm\s|,\s)\d{{4}}{_TAIL}", re.IGNORECASE),
    re.compile(rf"(?<![\d/.-])\d{{1,2}}\.?\s[^\W\d_]{{3,12}}\.?\s['’]?\d\d(?![\d:./]){_TAIL}"),
    re.compile(rf"(?<!\d)\d{{4}}\s[\u0900-\u0963]{{2,12}}\s\d{{1,2}}(?:\sगते)?{_TAIL}"),
)
_GOES_ON_SHORTLY = (
    re.compile(rf"(?<!\d)\d{{4}}\.?\s(?:gada|gads)\s\d{{1,2}}\.\s[^\W\d_]{{4,12}}{_TAIL}", re.IGNORECASE),
    re.compile(rf"(?<!\d)\d{{1,2}}\s(?:Mac|Julai|Ogos|Disember)\s\d{{4}}{_TAIL}"),
)
_THAI_GOES_ON = re.compile(
    r"\d{1,2}\s?(?:[ก-ฮ]{1,2}\.\s?[ก-ฮ]{1,2}\.|(?:มิ|มี|เม)\.\s?[ก-ฮ]\.|[ก-ฮ\u0e30-\u0e4e]{4,10})\s?\d{2,4}\s?[\u0e01-\u0e4e]{5}"
)
_THAI_LABELS = ("เวลา", "วัน", "อัปเดต", "อัพเดท", "ปรับปรุง", "เผยแพร่", "แก้ไข", "โดย")
_ERA_GOES_ON = re.compile(
    r"(?:明治|大正|昭和|平成|令和|民國|民国)\s?(?:\d{1,3}|元)\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:[\u3041-\u3096]|[^\W\d_]{5})"
)
_WORD = re.compile(r"\w[^\s,;:]*")
_FEW, _FEWEST = 2, 1  # words


def readable(raw: str, language: str | None) -> str:
    """`raw`, a line with a date on a page in `language`, so that moments.py can read it."""
    code = (language or "").lower()[:2]
    if raw.isascii():
        return _IN_NUMBERS[code](raw) if code in _IN_NUMBERS else raw
    text = respelled(raw)
    if _FOREIGN.search(text) or "háng" in text or "HÁNG" in text:
        for letters, rewritten in _IN_WORDS:
            if letters.search(text):
                text = rewritten(text)
    if code not in _NOT_PERSIAN and _PERSIAN_DIGIT.search(raw):
        code = "fa"
    return _IN_NUMBERS[code](text) if code in _IN_NUMBERS else text


def goes_on(line: str) -> bool:
    """Is the first date of `line`, in one of these calendars or with a short year, followed by the words of a sentence?"""
    if _ERA_GOES_ON.search(line):
        return True
    match = _THAI_GOES_ON.search(line)
    if match is not None:
        return not line[match.end() - 5 :].startswith(_THAI_LABELS)
    return any(_has_words(line, forms, most) for forms, most in ((_GOES_ON, _FEW), (_GOES_ON_SHORTLY, _FEWEST)))


def _has_words(line: str, forms: tuple[re.Pattern[str], ...], most: int) -> bool:
    """Does one of `forms` find more than `most` words behind its date, with no number, which would be that of a time, among them?"""
    tails = (match["tail"] for form in forms if (match := form.search(line)) is not None)
    return any(len(_WORD.findall(tail)) > most and not any(map(str.isdigit, tail)) for tail in tails)


def _arabic(text: str) -> str:
    """Of the dates of several calendars the surest is taken: the Hijri one may be a day beside the one that the page means."""
    text = _LEVANTINE.sub(r"\1.", text)
    text = SOLAR.in_words(_SECOND_NAME.sub("", _ARABIC_HALF.sub(_with_half, text)))
    if _GREGORIAN_YEAR.search(text):
        return text
    return _hijri_numbers(text) if _HIJRI_MARK.search(text) else HIJRI.in_words(text)


def _hijri_numbers(text: str) -> str:
    return text if _GREGORIAN_YEAR.search(text) else HIJRI.in_numbers(HIJRI.in_words(text))


def _solar_numbers(text: str) -> str:
    return SOLAR.in_numbers(_SHORT_SOLAR.sub("13", text))


def _thai(text: str) -> str:
    text = _SHORT_BUDDHIST.sub(lambda match: f"{match[1]} {2500 - _BUDDHIST_ERA + int(match[2])}", _THAI_WORD.sub(" ", text))
    return _BUDDHIST_YEAR.sub(lambda match: str(int(match[0]) - _BUDDHIST_ERA), text)


def _han(text: str) -> str:
    if _HAN_DAY.search(text):
        text = _HAN_NUMBER.sub(lambda match: str(_han_number(match[0])), text)
    text = _ERA.sub(lambda match: f"{_YEAR_BEFORE[match[1]] + (1 if match[2] == '元' else int(match[2]))}年", text)
    text = _DAY_IN_SPEECH.sub(r"\1日", _SAME_YEAR.sub(r"\1年", text))
    return _HALF_BEFORE.sub(_with_half_after, text)


def _han_number(digits: str) -> int:
    """一〇七 and 二十三 as numbers."""
    if "十" not in digits and "百" not in digits:
        return int("".join(str(_HAN_DIGITS[digit]) for digit in digits))
    number = last = 0
    for digit in digits:
        if digit in "十百":
            number, last = number + (last or 1) * (10 if digit == "十" else 100), 0
        else:
            last = _HAN_DIGITS[digit]
    return number + last


def _short_eras(text: str) -> str:
    return _SHORT_ERA.sub(lambda match: str(_YEAR_BEFORE[match[1]] + int(match[2])), text)


def _minguo(text: str) -> str:
    return _MINGUO.sub(lambda match: str(1911 + int(match[0])), text)


def _with_half(match: re.Match[str]) -> str:
    return f"{match[1]} {'pm' if match['pm'] else 'am'} "


def _with_half_after(match: re.Match[str]) -> str:
    return f"{match['H']}:{(match['M'] or '').zfill(2)}{match['S'] or ''} {'pm' if match['pm'] else 'am'} "


def _vietnamese(text: str) -> str:
    return _VIETNAMESE.sub(_vietnamese_month, text)


def _vietnamese_month(match: re.Match[str]) -> str:
    word = match[1].lower()
    if word.isdecimal():
        return f"tháng.{_VIETNAMESE_NUMBERS[int(word)]} " if 1 <= int(word) <= 12 else match[0]
    return f"tháng.{'.'.join(word.split())} "


def _plain_words(text: str) -> str:
    return ETHIOPIAN.in_words(_WORDS_BESIDE.sub(" ", text))


_IN_WORDS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile("[\u0621-\u06ff]"), _arabic),
    (re.compile("[\u0900-\u0963]"), BIKRAM_SAMBAT.in_words),
    (re.compile("[\u0e01-\u0e5b]"), _thai),
    (re.compile("[\u1000-\u103f\u1200-\u137f\u1780-\u17d3]"), _plain_words),
    (re.compile("[\u4e00-\u9fff\uac00-\ud7af]"), _han),
    (re.compile("tháng", re.IGNORECASE), _vietnamese),
)
_IN_NUMBERS: dict[str, Callable[[str], str]] = {
    "fa": _solar_numbers,
    "ps": _solar_numbers,
    "pr": _solar_numbers,  # prs, the Persian of Afghanistan
    "ar": _hijri_numbers,
    "ne": BIKRAM_SAMBAT.in_numbers,
    "th": _thai,
    "zh": _minguo,
    "ja": _short_eras,
}
