"""The strategy `warc`: the pages of this source that WARC files hold, by path or glob. It reaches as far back as the files do."""

import glob
from collections.abc import Iterable, Iterator

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
    files = warc_files(rule.url)
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
    """The files that a path or glob names, in order; the URL of an object store stands for itself."""
    return [pattern] if "://" in pattern else sorted(glob.glob(pattern, recursive=True))


def _refs(captures: Iterable[Capture], rule: DiscoveryRule, search: Search, file: str) -> Iterator[ArticleRef]:
    for capture in captures:
        if capture.status != 200 or not (capture.content_type or _PAGE_TYPES[0]).lower().startswith(_PAGE_TYPES):
            continue
        announced = Announcement(url=capture.url, modified_hint=capture.captured_at)
        yield from (ref for ref in refs_of([announced], rule, search, file) if may_belong(ref, search.interval))
