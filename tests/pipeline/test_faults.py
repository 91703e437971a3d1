"""One night with a sick publisher for each fault of docs/faults.md, and one that is well."""

import ssl
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from benchmarks.docs_section import marks
from newshouse.model import utc_day
from newshouse.settings import PROJECT_FOLDER, ConnectTo
from tests.network.faulty_server import FaultyServer, response
from tests.network.test_web import TlsServer
from tests.pipeline.conftest import House
from tests.pipeline.faults import DAY, MAX_PAGE_BYTES, STORY, Fault, faults, feed
from tests.pipeline.odd_site import page, sitemap

NIGHT = utc_day(date.fromisoformat(DAY))
PAGE = PROJECT_FOLDER / "docs" / "faults.md"
WELL = "well"
PRIVATE = ConnectTo(pattern="*.private", address="10.0.0.7", port=80)
SOURCE = """
id: {id}
name: {id}
homepage: {home}/
language: en
time_zone: {zone}
allow_loopback: true
politeness: {{delay_s: 0}}
discovery:
  - {{strategy: feed, url: "{home}/feed.xml"}}
  - {{strategy: sitemap, url: "{home}/sitemap.xml"}}
"""


def home_of(source_id: str) -> str:
    return f"http://{source_id}.fault"


def healthy(source_id: str, scheme: str = "http") -> dict[str, bytes]:
    """The answers of a server that does nothing wrong: one story in its feed, another one in its sitemap."""
    home = home_of(source_id)
    return {
        "/robots.txt": response(b"", content_type="text/plain"),
        "/feed.xml": feed(home.replace("http", scheme, 1), "/story"),
        "/sitemap.xml": response(sitemap([f"{home}/more"], DAY), content_type="application/xml"),
        "/story": response(STORY),
        "/more": response(page("A story that is well", f"{DAY}T10:00:00Z")),
    }


@pytest.fixture
def night(house: House, tmp_path: Path) -> Iterator[tuple[House, Mapping[str, Fault]]]:
    """The house with all of these publishers, their servers running."""
    sick, folder = faults(home_of), tmp_path / "sources"
    folder.mkdir()
    with ExitStack() as running:
        places = [PRIVATE]
        for source_id in (*sick, WELL):
            fault = sick.get(source_id, Fault(does="nothing wrong", answers={}))
            server = running.enter_context(FaultyServer({**healthy(source_id, fault.scheme), **fault.answers}))
            places.append(ConnectTo(pattern=f"{source_id}.fault", address="127.0.0.1", port=server.port))
            zone = "Asia/Tokyo" if source_id == "no-zone" else "UTC"
            text = SOURCE.format(id=source_id, home=home_of(source_id), zone=zone)
            if fault.scheme == "https":  # its story is on a host of its own, behind TLS
                port = running.enter_context(TlsServer(_self_signed(tmp_path)))
                places.insert(0, ConnectTo(pattern=f"tls.{source_id}.fault", address="127.0.0.1", port=port))
                server.answers["/feed.xml"] = feed(f"https://tls.{source_id}.fault", "/story")
            (folder / f"{source_id}.yaml").write_text(text, encoding="utf-8")
        settings = replace(
            house.settings, sources_folder=folder, connect_to=tuple(places), page_timeout_s=2.0, max_page_bytes=MAX_PAGE_BYTES
        )
        yield replace(house, settings=settings), sick


@pytest.mark.timeout(180)
def test_each_fault_is_recorded_as_the_document_says_and_the_others_are_loaded(night: tuple[House, Mapping[str, Fault]]) -> None:
    house, sick = night
    house.run(NIGHT)
    found = table(house, sick)
    shown = PAGE.read_text(encoding="utf-8")
    begin, end = marks("faults")
    assert shown.partition(begin)[2].partition(end)[0].strip() == found, f"{PAGE} is stale. What a run records:\n{found}"
    loaded = "select url from ops.url_outcome where source_id = %s and outcome = 'loaded' order by url"
    assert house.rows(loaded, WELL) == [(f"{home_of(WELL)}/more",), (f"{home_of(WELL)}/story",)]
    assert house.rows("select outcome, reason from ops.source_run where source_id = %s", WELL) == [("ok", None)]
    assert house.rows("select source_id from ops.source_run where outcome = 'failed'") == []
    assert house.rows("select check_name from ops.check_result where not is_ok") == []


def table(house: House, sick: Mapping[str, Fault]) -> str:
    """What the run recorded of each fault, as Markdown."""
    lines = ["| the server | its story | its other story | the source |", "| --- | --- | --- | --- |"]
    for source_id, fault in sick.items():
        query = "select outcome || coalesce(': ' || reason, ''), url from ops.url_outcome where source_id = %s order by url"
        told = {url: outcome for outcome, url in house.rows(query, source_id)}
        other = told.pop(f"{home_of(source_id)}/more")
        story = ", ".join(f"`{outcome}`" for outcome in told.values()) or "not announced"
        ((outcome,),) = house.rows("select outcome from ops.source_run where source_id = %s", source_id)
        lines.append(f"| {fault.does} | {story} | `{other}` | `{outcome}` |")
    return "\n".join(lines)


def _self_signed(folder: Path) -> ssl.SSLContext:
    making = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=fault"
    subprocess.run([*making.split(), "-keyout", folder / "key", "-out", folder / "certificate"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate", folder / "key")
    return context
