"""JSON Feed 1.0 and 1.1 (jsonfeed.org), as the strategy `feed` meets it."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from newshouse.discovery.asking import shown_beginning
from newshouse.discovery.hints import instant
from newshouse.discovery.records import Announcement, Listing
from newshouse.errors import Rejected
from newshouse.extraction.text import readable
from newshouse.model import Reason
from newshouse.urls import is_http_url

MAX_HEADLINE_LENGTH = 1_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def looks_like_json(content: bytes) -> bool:
    return content[:64].removeprefix(_BYTE_ORDER_MARK).lstrip().startswith(b"{")


def read_json_feed(content: bytes, zone: ZoneInfo, now: datetime) -> Listing:
    """The items that have an address of their own. Raises Rejected for JSON that is no feed."""
    try:
        feed = json.loads(content.removeprefix(_BYTE_ORDER_MARK))
    except (ValueError, RecursionError) as error:
        raise Rejected(Reason.UNREADABLE, f"not a feed: no JSON ({error})") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or "jsonfeed.org/version/" not in str(feed.get("version")):
        raise Rejected(Reason.UNREADABLE, f"not a feed: begins with {shown_beginning(content)}")
    return Listing(announcements=tuple(_announcements(items, zone, now)))


def _announcements(items: list[Any], zone: ZoneInfo, now: datetime) -> Iterator[Announcement]:
    for item in items:
        if isinstance(item, dict) and (address := _address(item)):
            yield Announcement(
                url=address,
                date_hint=instant(_text(item, "date_published"), zone, now),
                modified_hint=instant(_text(item, "date_modified"), zone, now),
                headline_hint=readable(_text(item, "title"))[:MAX_HEADLINE_LENGTH] or None,
            )


def _address(item: dict[str, Any]) -> str | None:
    """`url` is the item's own page; `external_url` leads to what it is about, and `id` may be any string."""
    return next((text for name in ("url", "id") if (text := _text(item, name)) and is_http_url(text)), None)


def _text(item: dict[str, Any], name: str) -> str | None:
    value = item.get(name)
    return value if isinstance(value, str) else None
