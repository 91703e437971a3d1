"""The publishers of the site: what their source files say, and how each of them makes its addresses."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import yaml

SOURCES_FOLDER = Path(__file__).parent / "sources"

# A source without an entry here is dead: its host is not served, so all its addresses answer 404.
PATH_PATTERNS = {
    "harbour-courier": "/{day:%Y/%m/%d}/{slug}",
    "the-inland-post": "/story.php?id={number}",
    "norden-blatt": "/{section}/{slug}-a{number}.html",
    "the-old-gazette": "/news/{day:%Y/%m/%d}/{slug}.html",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """One newspaper of the site. `path_pattern` makes an article's path of its day (local), slug, number and section."""

    source_id: str
    name: str
    host: str
    language: str
    zone: ZoneInfo
    path_pattern: str

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"


@cache
def publishers() -> tuple[Publisher, ...]:
    """The publishers that the site serves, in the order of their ids."""
    found = []
    for file in sorted(SOURCES_FOLDER.glob("*.yaml")):
        source = yaml.safe_load(file.read_text(encoding="utf-8"))
        if source["id"] not in PATH_PATTERNS:
            continue
        found.append(
            Publisher(
                source_id=source["id"],
                name=source["name"],
                host=str(urlsplit(source["homepage"]).hostname),
                language=source["language"],
                zone=ZoneInfo(source["time_zone"]),
                path_pattern=PATH_PATTERNS[source["id"]],
            )
        )
    return tuple(found)


def publisher_of(source_id: str) -> Publisher:
    return next(publisher for publisher in publishers() if publisher.source_id == source_id)


def publisher_at(host: str) -> Publisher | None:
    """The publisher that lives at `host`; None where nobody does."""
    return next((publisher for publisher in publishers() if publisher.host == host), None)
