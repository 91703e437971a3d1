"""The web application: which address shows which page. Mounted by plugins/newshouse_ui.py; knows nothing of Airflow.

The functions are synchronous and short: they run in the threads of Airflow's API server, which its tasks depend on.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import AfterValidator
from starlette.exceptions import HTTPException as StarletteHTTPException

from newshouse.database import storable
from newshouse.errors import WarehouseError
from newshouse.settings import Settings
from newshouse.ui import article_page, changes_page, overview_page, quarantine_page, run_page, search_page, security, source_page, vega
from newshouse.ui.rendering import STATIC, Links, html
from newshouse.ui.warehouse import STATEMENT_TIMEOUT_S, Reader, Unavailable

Text = Annotated[str, Query(max_length=300), AfterValidator(storable)]
Name = Annotated[str, AfterValidator(storable)]  # in the path
PageNumber = Annotated[int, Query(ge=1, le=1000)]
SCRIPT, STYLE = "text/javascript; charset=utf-8", "text/css; charset=utf-8"
FILES = {"news.css": STYLE, "news.js": SCRIPT, "news.svg": "image/svg+xml", "theme.js": SCRIPT}
FIRST_DAY = date(1000, 1, 1)  # pages look back half a year from the day that is asked for, and there is none before the year 1
HEADINGS = {401: "Not logged in", 403: "Not allowed", 404: "Not found", 405: "Not allowed", 422: "Not understood", 503: "Not now"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """What the pages need of the place where they are mounted.

    `user`, `may_read` and `may_replay` are FastAPI dependencies: the first gives the user, the others raise HTTPException (401, 403).
    `can_replay` asks the same as a question; `start_replay` begins a replay in the background and returns the name of its run.
    """

    read_settings: Callable[[], Settings]
    user: Callable[..., Any]
    may_read: Callable[..., Any]
    may_replay: Callable[..., Any]
    can_replay: Callable[[Any], bool]
    start_replay: Callable[[Any, uuid.UUID], str]


def application(host: Host, *, statement_timeout_s: float = STATEMENT_TIMEOUT_S) -> FastAPI:
    """The pages. Whoever mounts them decides who sees them: without `may_read` nothing is answered."""
    app = FastAPI(title="Newshouse", docs_url=None, redoc_url=None, openapi_url=None, dependencies=[Depends(host.may_read)])
    reader = Reader(host.read_settings, statement_timeout_s=statement_timeout_s)
    _protect(app)
    _explain(app)
    _show_runs(app, reader)
    _show_articles(app, reader)
    _show_quarantine(app, reader, host)
    _serve_files(app)
    vega.prepare()
    return app


def links_of(request: Request) -> Links:
    return Links(request.scope.get("root_path", ""))


def _show_runs(app: FastAPI, reader: Reader) -> None:
    @app.get("/", response_class=HTMLResponse)
    def overview(request: Request, until: Text = "") -> str:
        with reader.connection() as connection:
            found = overview_page.read(connection, now=datetime.now(UTC), until=_day(until))
        return overview_page.page(found, links_of(request))

    @app.get("/sources/{source_id}", response_class=HTMLResponse)
    def source(request: Request, source_id: Name, until: Text = "") -> str:
        with reader.connection() as connection:
            found = source_page.read(connection, source_id, today=datetime.now(UTC).date(), until=_day(until))
        if found is None:
            raise HTTPException(404, "There is no such source.")
        return source_page.page(found, links_of(request))

    @app.get("/run", response_class=HTMLResponse)
    def run(request: Request, id: Text = "", dag_id: Text = "", run_id: Text = "") -> str:
        with reader.connection() as connection:
            try:
                found = run_page.read(connection, id or f"{dag_id}/{run_id}")
            except Unavailable:
                raise
            except WarehouseError:
                raise HTTPException(404, "This run has no report: it has not begun, or its Dag loads no articles.") from None
        return run_page.page(found, links_of(request))


def _show_articles(app: FastAPI, reader: Reader) -> None:
    @app.get("/articles", response_class=HTMLResponse)
    def search(
        request: Request,
        q: Text = "",
        source: Annotated[tuple[Text, ...], Query(max_length=50)] = (),
        since: Annotated[str, Query(alias="from", max_length=10)] = "",
        until: Annotated[str, Query(alias="to", max_length=10)] = "",
        language: Annotated[Text, Query(max_length=35)] = "",
        page: PageNumber = 1,
    ) -> str:
        asked = search_page.Asked(
            query=q.strip(),
            source_ids=tuple(filter(None, source)),
            since=_day(since),
            until=_day(until),
            language=language,
            number=page,
        )
        with reader.connection() as connection:
            found = search_page.read(connection, asked, now=datetime.now(UTC))
        return search_page.page(found, links_of(request))

    @app.get("/articles/{article_key}", response_class=HTMLResponse)
    def article(request: Request, article_key: uuid.UUID, at: datetime | None = None) -> str:
        with reader.connection() as connection:
            found = article_page.read(connection, article_key, at)
        if found is None:
            raise HTTPException(404, "There is no such article, or it said nothing new at that time.")
        return article_page.page(found, links_of(request))

    @app.get("/articles/{article_key}/changes", response_class=HTMLResponse)
    def changes(request: Request, article_key: uuid.UUID, before: datetime, after: datetime) -> str:
        with reader.connection() as connection:
            found = changes_page.read(connection, article_key, before, after)
        if found is None:
            raise HTTPException(404, "Choose two different revisions of the article.")
        return changes_page.page(found, links_of(request))


def _show_quarantine(app: FastAPI, reader: Reader, host: Host) -> None:
    user_dependency = Depends(host.user)

    @app.get("/quarantine", response_class=HTMLResponse)
    def listing(request: Request, source: Text = "", reason: Text = "", run: Text = "", page: PageNumber = 1) -> str:
        with reader.connection() as connection:
            found = quarantine_page.read_listing(
                connection, source_id=source or None, reason=reason or None, run_id=run or None, number=page
            )
        return quarantine_page.listing_page(found, links_of(request))

    @app.get("/quarantine/{quarantine_key}", response_class=HTMLResponse)
    def rejection(request: Request, quarantine_key: uuid.UUID, replay: Text = "", user: Any = user_dependency) -> str:
        with reader.connection() as connection:
            found = quarantine_page.read_rejection(connection, quarantine_key, reader.settings(), replay or None)
        if found is None:
            raise HTTPException(404, "Nothing in quarantine has this key.")
        return quarantine_page.rejection_page(found, links_of(request), may_replay=host.can_replay(user))

    @app.post("/quarantine/{quarantine_key}/replay", dependencies=[Depends(host.may_replay)])
    def replay(request: Request, quarantine_key: uuid.UUID, user: Any = user_dependency) -> RedirectResponse:
        if not security.is_from_our_pages(request.headers):
            raise HTTPException(403, "This form was not sent from a page of this site.")
        with reader.connection() as connection:
            found = quarantine_page.read_rejection(connection, quarantine_key, reader.settings(), None)
        if found is None or found.capture is None:
            raise HTTPException(404, "There is no archived page to replay.")
        run_id = host.start_replay(user, quarantine_key)
        return RedirectResponse(links_of(request).to("quarantine", quarantine_key, replay=run_id), status_code=303)


def _serve_files(app: FastAPI) -> None:
    @app.get("/static/{name}")
    def static(name: str) -> Response:
        if name == "vega.js":
            content, media_type = vega.bundle(), SCRIPT
        elif name in FILES:
            content, media_type = (STATIC / name).read_bytes(), FILES[name]
        else:
            raise HTTPException(404, "There is no such file.")
        return Response(content, media_type=media_type, headers={"Cache-Control": security.FOR_EVER})


def _protect(app: FastAPI) -> None:
    @app.middleware("http")
    async def add_headers(request: Request, call_next: Callable[[Request], Any]) -> Response:
        response: Response = await call_next(request)
        response.headers.update(security.HEADERS)
        response.headers.setdefault("Cache-Control", security.NEVER)
        return response


def _explain(app: FastAPI) -> None:
    """Errors as pages, in words."""

    def told(request: Request, status: int, message: str) -> HTMLResponse:
        heading = HEADINGS.get(status, "Not possible")
        return HTMLResponse(html("message.html", links_of(request), heading=heading, message=message), status_code=status)

    @app.exception_handler(Unavailable)
    def unavailable(request: Request, error: Unavailable) -> HTMLResponse:
        return told(request, 503, str(error))

    @app.exception_handler(StarletteHTTPException)
    def refused(request: Request, error: StarletteHTTPException) -> HTMLResponse:
        return told(request, error.status_code, str(error.detail))

    @app.exception_handler(RequestValidationError)
    def not_understood(request: Request, error: RequestValidationError) -> HTMLResponse:
        places = ", ".join(sorted({str(one["loc"][-1]) for one in error.errors()}))
        return told(request, 422, f"The address has something in it that cannot be meant: {places}.")


def _day(text: str) -> date | None:
    """The day that a form or an address names; None for none. Raises HTTPException 422 for what is no day."""
    try:
        named = date.fromisoformat(text) if text else None
    except ValueError:
        raise HTTPException(422, f"{text!r} is no day: write it like 2025-09-17.") from None
    if named and named < FIRST_DAY:
        raise HTTPException(422, f"{text!r} is before any news: the first day that can be asked for is {FIRST_DAY}.")
    return named
