"""What every page keeps to: who gets it, what protects it, and what it says when the warehouse cannot be read."""

import uuid
from collections.abc import Callable

import httpx
import pytest

from newshouse.database import connect
from newshouse.ui.security import CONTENT_SECURITY_POLICY
from tests.ui.conftest import Site
from tests.warehouse.captures import staged

SOME_KEY = "0190f3a4-0000-7000-8000-000000000000"
PAGES = ("/", "/articles", "/quarantine", "/sources/courier", "/run?id=none", f"/articles/{SOME_KEY}", f"/quarantine/{SOME_KEY}")
NOT_FOUND_WHERE_EMPTY = {page for page in PAGES if page not in {"/", "/articles", "/quarantine"}}
HOSTILE = "<script>document.title='owned'</script>"
HOSTILE_BODY = "</script><img src=x onerror=\"document.title='owned'\"> stood on the wall, and nobody knew who had written it there. " * 2


@pytest.mark.parametrize("page", [*PAGES, "/static/news.css", "/static/news.js"])
def test_who_is_not_logged_in_sees_nothing(site: Site, page: str) -> None:
    site.visitor.is_logged_in = False
    answer = site.client.get(page)
    assert answer.status_code == 401
    assert "Courier" not in answer.text


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_warehouse_gives_pages_that_say_so(site: Site, page: str) -> None:
    answer = site.client.get(page)
    assert answer.status_code == (404 if page in NOT_FOUND_WHERE_EMPTY else 200)
    assert "<h1>" in answer.text


@pytest.mark.parametrize("page", [*PAGES, "/static/news.js", "/nowhere"])
def test_every_answer_forbids_scripts_of_others_and_frames_of_others(site: Site, page: str) -> None:
    headers = site.client.get(page).headers
    assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert (headers["X-Content-Type-Options"], headers["X-Frame-Options"]) == ("nosniff", "SAMEORIGIN")


@pytest.mark.parametrize("page", ["/", f"/quarantine/{SOME_KEY}", "/run?id=x"])
def test_a_warehouse_that_is_not_migrated_is_named_with_what_to_run(
    new_site: Callable[..., Site], warehouse_url: str, postgres_url: str, page: str
) -> None:
    name = f"bare_{uuid.uuid4().hex[:8]}"
    administration = connect(postgres_url, application_name="newshouse tests")
    administration.autocommit = True
    with administration.cursor() as cursor:
        cursor.execute(f"create database {name}")
    answer = new_site(warehouse_url.rpartition("/")[0] + f"/{name}").client.get(page)
    administration.close()
    assert answer.status_code == 503
    assert "run `newshouse migrate`" in answer.text


def test_a_warehouse_that_is_away_is_told_and_its_address_is_not(new_site: Callable[..., Site], site: Site) -> None:
    away = "postgresql://reader:secret@127.0.0.1:1/warehouse"
    object.__setattr__(site.settings, "warehouse_url", away)
    answer = site.client.get("/")
    assert answer.status_code == 503
    assert "does not answer" in answer.text
    assert "secret" not in answer.text


def test_a_page_that_takes_too_long_is_given_up(new_site: Callable[..., Site], warehouse_url: str) -> None:
    slow = new_site(warehouse_url, statement_timeout_s=0.2)
    with connect(warehouse_url, application_name="newshouse tests") as holder, holder.cursor() as cursor:
        cursor.execute("lock table ops.run in access exclusive mode")
        answer = slow.client.get("/")
        holder.rollback()
    holder.close()
    assert answer.status_code == 503
    assert "took longer than 0.2 s" in answer.text


def test_the_pages_cannot_write(site: Site, new_site: Callable[..., Site]) -> None:
    from newshouse.database import DatabaseError
    from newshouse.ui.warehouse import Reader

    reader = Reader(lambda: site.settings)
    with pytest.raises(DatabaseError, match="read-only"), reader.connection() as connection, connection.cursor() as cursor:
        cursor.execute("create table public.made (made integer)")


@pytest.mark.parametrize(
    "query",
    [
        *("/articles/no-key", "/quarantine?page=0", "/quarantine?page=x", "/?until=yesterday", f"/?until={'x' * 400}"),
        *("/?until=0001-01-01", "/sources/courier?until=0001-01-01", "/articles?from=0001-01-01", f"/articles?language={'x' * 36}"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(site: Site, query: str) -> None:
    answer = site.client.get(query)
    assert answer.status_code == 422
    assert "<h1>Not understood</h1>" in answer.text


@pytest.mark.parametrize(
    ("page", "status"),
    [
        *(("/sources/%00", 404), ("/sources/%ff", 404), ("/run?id=%00", 404)),
        *(("/articles?language=%00", 200), ("/articles?q=%00&source=%00", 200), ("/quarantine?source=%00", 200)),
        *(("/?until=1000-01-01", 200), ("/?until=9999-12-31", 200), ("/articles?q=a&from=9999-12-31&to=9999-12-31", 200)),
    ],
)
def test_what_no_row_can_hold_is_looked_for_in_vain(filled: Site, page: str, status: int) -> None:
    assert filled.client.get(page).status_code == status


@pytest.mark.parametrize("page", ["/articles?q=wall", "/articles", "/articles/{}", "/articles/{}/changes?{}", "/run?id=hostile", "/"])
def test_what_a_publisher_wrote_is_shown_as_text(own_site: Site, page: str) -> None:
    url = "https://courier.example/x"
    said = {"headline": HOSTILE, "authors": [HOSTILE], "article_section": HOSTILE, "in_language": "en"}
    own_site.load("hostile", staged(url, body=HOSTILE_BODY, **said), staged(url, hour=1, digest="b", body=f"New. {HOSTILE_BODY}", **said))
    revisions = own_site.rows("select article_key, valid_from from warehouse.revision_span order by valid_from")
    times = httpx.QueryParams({"before": revisions[0].valid_from.isoformat(), "after": revisions[1].valid_from.isoformat()})
    shown = own_site.get(page.format(revisions[0].article_key, times))
    assert "<script>document" not in shown
    assert "<img" not in shown
    if page != "/":
        assert "&lt;script&gt;document.title=" in shown or "&lt;/script&gt;&lt;img src=x onerror=" in shown


def test_an_address_that_is_no_web_address_is_no_link(own_site: Site) -> None:
    own_site.load("odd", staged("javascript:alert(1)"))
    (article,) = own_site.rows("select article_key from warehouse.article")
    shown = own_site.get(f"/articles/{article.article_key}")
    assert 'href="javascript:' not in shown
    assert "javascript:alert(1)" in shown
