"""The dates in the address of a page."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from newshouse.extraction.page.metadata import url_parts
from newshouse.url_variants import plain_parameters

_IN_URL = (
    re.compile(r"/((?:19|20)\d\d)()-?([01]\d)/([0-3]\d)/"),
    re.compile(r"/((?:19|20)\d\d)([/-])([01]?\d)\2([0-3]?\d)(?=[/._+-]|$)"),
    re.compile(r"[/_-]((?:19|20)\d\d)(-)([01]\d)-([0-3]\d)(?!\d)"),
    re.compile(r"[/_.a-z-]((?:19|20)\d\d)()([01]\d)([0-3]\d)(?!\d)"),
)
_MONTH_IN_URL = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/([0-3]?\d)(?=/|$)")

_IN_QUERY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([/._-])([01]?\d)\2([0-3]?\d)|([01]\d)([0-3]\d)(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?)(?!\d)"  # a time may follow
)
_LONGEST_QUERY = 500  # letters


def dates_in_url(url: str) -> Iterator[str]:
    """The dates that the path of `url` may bear, surest first, as a date of a page is written."""
    path = url.split("?")[0]
    for written in _IN_URL:
        match = written.search(path)
        if match and 1 <= int(match[3]) <= 12 and 1 <= int(match[4]) <= 31:
            yield f"{match[1]}-{int(match[3]):02d}-{int(match[4]):02d}"
    match = _MONTH_IN_URL.search(path.lower())
    if match:
        yield f"{match[3]} {match[2]} {match[1]}"


def dates_in_query(url: str) -> list[str]:
    """The days that the query of `url` names, each once, but for what trackers write into it. A calendar's day may be among them."""
    query = url_parts(url).query[:_LONGEST_QUERY]
    if "19" not in query and "20" not in query:
        return []
    plain = unquote("&".join(plain_parameters(query.split("&"), frozenset())))
    found = ((match[1], int(match[3] or match[5]), int(match[4] or match[6])) for match in _IN_QUERY.finditer(plain))
    return list(dict.fromkeys(f"{year}-{month:02d}-{day:02d}" for year, month, day in found if 1 <= month <= 12 and 1 <= day <= 31))
