"""Asking for one feed or sitemap, and reading it: either a listing, or a failure in words."""

from collections.abc import Callable
from dataclasses import dataclass

from newshouse.discovery.records import Answer, Ask, Cause, Document, Failure, Listing
from newshouse.errors import Rejected, SourceBusy, SourceGone

Parse = Callable[[Answer], Listing]  # raises Rejected where nothing can be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of one document: an answer and its listing, or a failure, with the answer where there was one."""

    url: str
    via: str
    answer: Answer | None = None
    listing: Listing | None = None
    failure: Failure | None = None

    def document(self, ref_count: int, problem: str | None = None) -> Document | None:
        """The record of the document; None where nothing was answered."""
        if self.answer is None:
            return None
        own = self.failure.detail if self.failure else self.listing.problem if self.listing else None
        return Document(capture=self.answer.capture, via=self.via, ref_count=ref_count, problem=own or problem)


def read_document(url: str, via: str, ask: Ask, parse: Parse) -> Reading:
    """Never raises for what is the document's or the server's fault."""
    try:
        answer = ask(url)
    except SourceBusy as busy:
        return Reading(url=url, via=via, failure=Failure(url=url, cause=Cause.BUSY, detail=str(busy)))
    except SourceGone as gone:
        return Reading(url=url, via=via, failure=Failure(url=url, cause=Cause.GONE, detail=str(gone)))
    except Rejected as rejected:
        return Reading(url=url, via=via, failure=Failure(url=url, cause=Cause.BROKEN, detail=str(rejected)))
    if failure := _status_failure(url, answer.status):
        return Reading(url=url, via=via, answer=answer, failure=failure)
    try:
        return Reading(url=url, via=via, answer=answer, listing=parse(answer))
    except Rejected as rejected:
        failure = Failure(url=url, cause=Cause.BROKEN, detail=rejected.detail or str(rejected))
        return Reading(url=url, via=via, answer=answer, failure=failure)


def shown_beginning(content: bytes) -> str:
    """The first characters of a document, for a message."""
    return ascii(content[:60].decode("utf-8", "replace").strip())


def _status_failure(url: str, status: int) -> Failure | None:
    if status in {404, 410}:
        return Failure(url=url, cause=Cause.GONE, detail=f"answered {status}")
    if status == 429 or status >= 500:
        return Failure(url=url, cause=Cause.BUSY, detail=f"answered {status}")
    if status != 200:
        return Failure(url=url, cause=Cause.BROKEN, detail=f"answered {status}")
    return None
