"""What an answer means: for its page, and for how soon its host may be asked again. Pure."""

import math
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

from newshouse.model import Outcome, Reason
from newshouse.web import Exchange

BUSY_STATUSES = frozenset({408, 425, 429})
PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain"})


def judged(exchange: Exchange) -> tuple[Outcome, Reason, str | None]:
    """What an answer means for its page: outcome, reason, and words for people."""
    status = exchange.status
    if status in {404, 410}:
        return Outcome.REJECTED, Reason.GONE, f"status {status}"
    if is_busy(status):
        return Outcome.PENDING, Reason.HOST_BUSY, f"status {status}"
    if not 200 <= status < 300:
        return Outcome.REJECTED, Reason.HTTP_ERROR, f"status {status}"
    match exchange.truncated:
        case "length":
            return Outcome.REJECTED, Reason.TOO_LARGE, "more bytes than max_page_bytes"
        case "time":
            return Outcome.PENDING, Reason.HOST_BUSY, "the page did not come to its end in time"
        case "disconnect":
            return Outcome.REJECTED, Reason.TRUNCATED, "the server closed before the end of the page"
        case "unspecified":
            return Outcome.REJECTED, Reason.NOT_HTML, exchange.header("Content-Type")
        case _:
            return Outcome.PENDING, Reason.NOT_EXTRACTED, None


def is_busy(status: int) -> bool:
    """Whether the status says no more than "not now"."""
    return status in BUSY_STATUSES or status >= 500


def may_be_page(headers: Mapping[str, str]) -> bool:
    """Whether the Content-Type is one of a page, or none at all: what it names is then told by the bytes."""
    media_type = headers.get("content-type", "").partition(";")[0].partition(",")[0].strip().lower()
    return media_type in PAGE_TYPES or "/" not in media_type


def retry_after_s(exchange: Exchange) -> float:
    """Seconds that the host asks us to wait (RFC 9110, 10.2.3), 0 where it does not say."""
    text = (exchange.header("Retry-After") or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        instant = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return 0.0
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=UTC)
    seconds = (instant - exchange.started_at).total_seconds() - exchange.elapsed_s
    return seconds if math.isfinite(seconds) and seconds > 0 else 0.0
