"""The strategy `warc`: the pages of this source that WARC files hold. It reaches as far back as the files do.

The files are named by a path or glob on a disk or in an object store; where that is a template (see dated_address.py), by those of the
interval's days, as Common Crawl names its news by the day of capture.
"""

import glob
import re
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from upath import UPath

from newshouse.discovery.dated_address import addresses_of
from newshouse.discovery.membership import may_belong, refs_of
from newshouse.discovery.records import Announcement, Cause, Failure, Found, Search
from newshouse.errors import Rejected
from newshouse.model import ArticleRef, Capture, DiscoveryRule

REACHES_PAST = True
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


def find(rule: DiscoveryRule, search: Search) -> Found:
    """One ref per page URL. A capture's instant bounds the date from above: what was captured before the interval is not of it."""
    if search.captures_of is None:
        return Found(failures=(Failure(url=rule.url, cause=Cause.BROKEN, detail="WARC files cannot be listed here"),))
    days = addresses_of(rule.url, search.interval, ZoneInfo("UTC"), search.now)
    files = sorted({file for pattern, _ in days for file in warc_files(pattern)})
    if not files:
        return Found(failures=(Failure(url=rule.url, cause=Cause.GONE, detail="no such file"),))
    refs: dict[str, ArticleRef] = {}
    failures: list[Failure] = []
    read_count = 0
    for file in files:
        try:
            for ref in _refs(search.captures_of(file), rule, search, file):
                refs.setdefault(ref.url, ref)
            read_count += 1
        except (Rejected, OSError) as error:
            failures.append(Failure(url=file, cause=Cause.BROKEN, detail=str(error)))
    return Found(refs=tuple(refs.values()), failures=tuple(failures), read_count=read_count, reaches_past=read_count > 0)


def warc_files(pattern: str) -> list[str]:
    """The files that a path or glob names, in order; the address of one file in an object store stands for itself."""
    if "://" not in pattern:
        return sorted(glob.glob(pattern, recursive=True))
    if not (wild := re.search(r"[*?\[]", pattern)):
        return [pattern]
    folder, name = pattern[: wild.start()].rpartition("/")[0], pattern[pattern.rindex("/", 0, wild.start()) + 1 :]
    return sorted(str(file) for file in UPath(folder).glob(name))


def _refs(captures: Iterable[Capture], rule: DiscoveryRule, search: Search, file: str) -> Iterator[ArticleRef]:
    for capture in captures:
        if capture.status != 200 or not (capture.content_type or _PAGE_TYPES[0]).lower().startswith(_PAGE_TYPES):
            continue
        announced = Announcement(url=capture.url, modified_hint=capture.captured_at)
        yield from (ref for ref in refs_of([announced], rule, search, file) if may_belong(ref, search.interval))
