"""HTML from templates. Everything that is filled in is escaped; markup comes from the templates of this package and from nowhere else."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

FOLDER = Path(__file__).resolve().parent
STATIC = FOLDER / "static"
HIT_BEGIN, HIT_END = "\ue000", "\ue001"  # around the hits of a snippet, as mart.search_article gives it


class Links:
    """Addresses of the pages below `root`, the path at which they are mounted."""

    def __init__(self, root: str) -> None:
        self.root = root.rstrip("/")

    def to(self, *parts: object, **query: object) -> str:
        """A page's address. Query parameters that are None, empty or an empty list are left out."""
        asked = {name.rstrip("_"): value for name, value in query.items() if value not in (None, "", [], ())}
        path = "/".join(quote(str(part), safe="") for part in parts)
        return f"{self.root}/{path}" + (f"?{urlencode(asked, doseq=True)}" if asked else "")

    def static(self, name: str) -> str:
        """An asset's address, which changes with its content, so that browsers may keep it for ever."""
        return f"{self.root}/static/{name}?v={_stamp(name)}"


def html(template: str, links: Links, **values: Any) -> str:
    """The page that the template makes of the values."""
    return environment().get_template(template).render(links=links, **values)


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "count": count,
        "day": day,
        "instant": instant,
        "marked": marked,
        "percent": percent,
        "span": span,
        "size": size,
        "words": words,
    }
    made.tests |= {"web_address": is_web_address}
    return made


def marked(snippet: str) -> Markup:
    """The snippet with its hits in <mark>; all else is text."""
    before, *rest = snippet.split(HIT_BEGIN)
    marks = (piece.partition(HIT_END) for piece in rest)
    return escape(before) + Markup("").join(Markup("<mark>{}</mark>{}").format(hit, after) for hit, _, after in marks)


def is_web_address(url: object) -> bool:
    """May it stand in an href: nothing but http and https does."""
    return isinstance(url, str) and url.lower().startswith(("http://", "https://"))


def count(number: float | None) -> str:
    """12,345; a dash where there is nothing to count."""
    return "–" if number is None else f"{number:,.0f}"


def percent(share: float | None) -> str:
    """A share as a percentage that says 100 % and 0 % only where it is exactly that."""
    if share is None:
        return "–"
    rounded = round(share * 100)
    if rounded == 100 and share < 1:
        return ">99 %"
    if rounded == 0 and share > 0:
        return "<1 %"
    return f"{rounded} %"


def day(value: date | datetime | None) -> str:
    return "–" if value is None else f"{value:%Y-%m-%d}"


def instant(value: datetime | None) -> str:
    return "–" if value is None else f"{value.astimezone(UTC):%Y-%m-%d %H:%M}"


def span(value: timedelta | None) -> str:
    """A length of time in its two largest units: 3 d 4 h."""
    if value is None:
        return "–"
    seconds = int(abs(value).total_seconds())
    units = (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1))
    said = []
    for name, length in units:
        if seconds >= length:
            said.append(f"{seconds // length} {name}")
            seconds %= length
    return ("-" if value < timedelta() else "") + (" ".join(said[:2]) or "0 s")


def size(byte_count: float | None) -> str:
    """12.3 MB."""
    if byte_count is None:
        return "–"
    value, units = float(byte_count), ["B", "kB", "MB", "GB", "TB"]
    while value >= 1000 and len(units) > 1:
        value /= 1000
        units.pop(0)
    return f"{value:.0f} B" if units[0] == "B" else f"{value:.1f} {units[0]}"


def words(name: str | None) -> str:
    """A stored word for people: not_backfillable -> not backfillable."""
    return (name or "–").replace("_", " ")


@cache
def _stamp(name: str) -> str:
    path = STATIC / name
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.exists() else _release()


@cache
def _release() -> str:
    """For what comes out of a package."""
    from importlib.metadata import version

    return version("vl-convert-python")
