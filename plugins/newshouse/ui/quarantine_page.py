"""The quarantine: what was rejected and why, the archived page itself, and how a replay of it went."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from newshouse.archive import Archive
from newshouse.database import Connection, rows
from newshouse.errors import Rejected
from newshouse.extraction.page.charset import clean_utf8
from newshouse.extraction.page.tree import parsed
from newshouse.extraction.text import folded
from newshouse.model import Capture, Page
from newshouse.settings import Settings
from newshouse.ui.rendering import Links, html

PAGE_SIZE = 50
MAX_PAGE_BYTES = 2_000_000  # more is not read into the process that answers Airflow's tasks
MAX_SHOWN = 20_000  # characters
UNSEEN = ("script", "style", "noscript", "template", "title")
BREAKING = (
    *("address", "article", "aside", "blockquote", "br", "dd", "div", "dt", "figcaption", "footer", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("header", "hr", "li", "main", "nav", "option", "p", "pre", "section", "td", "th", "tr"),
)
PARTING = ("a", "button", "label")  # menus are made of them, often without a space between


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A part of the quarantine, and the counts of all of it by source and reason."""

    source_id: str | None
    reason: str | None
    run_id: str | None
    number: int  # of this page, from 1
    has_more: bool
    rejections: Sequence[Any]
    reasons: Sequence[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPage:
    """What the archive holds of a rejected page: its text and its source, or why neither can be shown."""

    text: str = ""
    source: str = ""
    is_cut: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """One rejection, its capture and what the archive holds of it; `replay` is how a replay fared, where one is being watched."""

    row: Any
    capture: Any | None
    archived: ArchivedPage | None
    replay_id: str | None
    replay: Any | None


def read_listing(connection: Connection, *, source_id: str | None, reason: str | None, run_id: str | None, number: int) -> Listing:
    params = {"source_id": source_id, "reason": reason, "run_id": run_id}
    found = rows(connection, "ui_quarantine", {**params, "row_count": PAGE_SIZE + 1, "skip_count": PAGE_SIZE * (number - 1)})
    return Listing(
        **params,
        number=number,
        has_more=len(found) > PAGE_SIZE,
        rejections=found[:PAGE_SIZE],
        reasons=rows(connection, "ui_quarantine_reason"),
    )


def listing_page(found: Listing, links: Links) -> str:
    by_reason, by_source = Counter[str](), Counter[str]()
    names = {}
    for row in found.reasons:
        names[row.source_id] = row.source_name
        if found.source_id in {None, row.source_id}:
            by_reason[row.reason] += row.page_count
        if found.reason in {None, row.reason}:
            by_source[row.source_id] += row.page_count
    return html("quarantine.html", links, found=found, by_reason=by_reason.most_common(), by_source=by_source.most_common(), names=names)


def read_rejection(connection: Connection, quarantine_key: uuid.UUID, settings: Settings, replay_id: str | None) -> Rejection | None:
    """The rejection, or None where there is no such one."""
    found = rows(connection, "ui_quarantine_one", {"quarantine_key": quarantine_key})
    if not found:
        return None
    row = found[0]
    captures = rows(connection, "ui_capture", {"url_key": row.url_key, "capture_key": row.capture_key}) if row.capture_key else []
    replays = rows(connection, "ui_replay", {"run_id": replay_id, "url_key": row.url_key}) if replay_id else []
    return Rejection(
        row=row,
        capture=captures[0] if captures else None,
        archived=archived_page(Capture(**captures[0]._asdict()), Archive(settings.archive_root)) if captures else None,
        replay_id=replay_id,
        replay=replays[0] if replays else None,
    )


def rejection_page(found: Rejection, links: Links, *, may_replay: bool) -> str:
    return html("rejection.html", links, found=found, row=found.row, may_replay=may_replay)


def archived_page(capture: Capture, archive: Archive) -> ArchivedPage:
    """What a reader would see of the page, and its source."""
    if capture.warc_length > MAX_PAGE_BYTES:
        return ArchivedPage(problem=f"It is larger than the {MAX_PAGE_BYTES // 1_000_000} MB that are shown here.")
    try:
        page = archive.read(capture, max_bytes=MAX_PAGE_BYTES)
    except Rejected as rejection:
        return ArchivedPage(problem=f"It cannot be read: {rejection}.")
    except OSError as error:
        return ArchivedPage(problem=f"The archive cannot be opened from here ({type(error).__name__}): is NEWSHOUSE_ARCHIVE right?")
    source = clean_utf8(page.content, page.content_type).decode("utf-8", "replace")
    text = text_of_page(page)
    return ArchivedPage(text=text[:MAX_SHOWN], source=source[:MAX_SHOWN], is_cut=max(len(text), len(source)) > MAX_SHOWN)


def text_of_page(page: Page) -> str:
    """The text in the page's order, a line for each block; empty for what is no HTML."""
    try:
        root = parsed(page)
    except Rejected:
        return ""
    etree.strip_elements(root, *UNSEEN, with_tail=False)
    for element in root.iter(*BREAKING):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    for element in root.iter(*PARTING):
        element.tail = f" {element.tail or ''}"
    return "\n".join(line for line in map(folded, "".join(map(str, root.itertext())).splitlines()) if line)
