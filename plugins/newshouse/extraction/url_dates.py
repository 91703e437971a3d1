"""The dates in the address of a page."""

import re
from collections.abc import Iterator

_IN_URL = (
    re.compile(r"/((?:19|20)\d\d)()-?([01]\d)/([0-3]\d)/"),
    re.compile(r"/((?:19|20)\d\d)([/-])([01]?\d)\2([0-3]?\d)(?=[/._+-]|$)"),
    re.compile(r"[/_-]((?:19|20)\d\d)(-)([01]\d)-([0-3]\d)(?!\d)"),
    re.compile(r"[/_.a-z-]((?:19|20)\d\d)()([01]\d)([0-3]\d)(?!\d)"),
)
_MONTH_IN_URL = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/([0-3]?\d)(?=/|$)")


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
