"""A page in quarantine, with its capture in a real archive."""

from newshouse import ledger, run_books
from newshouse.archive import Archive
from newshouse.capture_index import close_warc_file, index_captures, open_warc_file
from newshouse.model import ArticleRef, Outcome, Reason, Run, RunMode
from newshouse.web import Exchange
from tests.ui.conftest import Site
from tests.warehouse.captures import NOON, NOW

RUN = Run(run_id="odd", interval=None, mode=RunMode.FROM_ARCHIVE)


def reject(site: Site, url: str, page: bytes, *, detail: str = "an address of lists") -> str:
    """The quarantine key of the page, which the run `odd` has taken for a list."""
    with Archive(site.settings.archive_root).writer("courier", NOON) as writer:
        open_warc_file(site.connection, writer.warc_file, "courier", now=NOW)
        capture = writer.write(_exchange(url, page))
    index_captures(site.connection, [capture])
    close_warc_file(site.connection, writer.warc_file, record_count=writer.record_count, now=NOW)
    ref = ArticleRef(source_id="courier", url=url, via="warc", document_url="test", seen_at=NOW)
    ledger.announce(site.connection, [ref])
    run_books.begin_run(site.connection, RUN, kind="replay", now=NOW)
    run_books.begin_sources(site.connection, RUN.run_id, ["courier"], now=NOW)
    run_books.begin_stage(site.connection, RUN.run_id, "courier", "discover")
    ledger.open_outcomes(site.connection, RUN, "courier", now=NOW, url_keys=[ref.url_key])
    decision = ledger.Decision(
        url_key=ref.url_key, outcome=Outcome.REJECTED, reason=Reason.LISTING, detail=detail, capture_key=capture.capture_key
    )
    ledger.decide(site.connection, RUN.run_id, "courier", [decision], now=NOW)
    run_books.finish_source_run(site.connection, RUN.run_id, "courier", now=NOW)
    run_books.finish_run(site.connection, RUN.run_id, now=NOW)
    return str(site.rows("select quarantine_key from ops.quarantine where url = %s", url)[0].quarantine_key)


def _exchange(url: str, page: bytes) -> Exchange:
    return Exchange(
        url=url,
        final_url=url,
        request_headers=(("Host", "courier.example"),),
        status=200,
        reason="OK",
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        payload=page,
        started_at=NOON,
        elapsed_s=0.1,
    )
