"""Extractors side by side: all on the same pages, slow ones on a sample, and our memory of what a publisher repeats."""

from dataclasses import replace
from pathlib import Path

from benchmarks.labelled_pages import LabelledPage, labelled_pages
from benchmarks.peer_process import Answer
from benchmarks.peers import ALL_FIELDS, OURS, PARSE, PEERS
from benchmarks.scoring import Fields
from benchmarks.side_by_side import REMEMBERING, TURN_PAGES, Run, remembering, run_all
from tests.benchmarks.saved_sets import PAGES, write_set

APPEAL = "Readers all over the county keep this paper on its feet, and you could be one more of them by the end of today."
STEMS = sorted(path.stem for path in PAGES.glob("*.json"))


def test_a_slow_extractor_sees_a_sample_of_each_set_and_the_others_all(tmp_path: Path) -> None:
    folder = write_set(write_set(tmp_path, "atf", STEMS), "cttf", STEMS) / "extraction"
    pages = labelled_pages(folder, "atf") + labelled_pages(folder, "cttf")
    assert len(pages) > TURN_PAGES
    fast = [peer for peer in PEERS if peer.name in {OURS, PARSE}]
    assert [list(run.answers) for run in run_all(fast, pages, 2)] == [[page.id for page in pages]] * 2
    as_slow = replace(fast[0], is_slow=True)
    [sampled] = run_all([as_slow], pages, 2)
    assert [sum(id.startswith(name) for id in sampled.answers) for name in ("atf/", "cttf/")] == [2, 2]
    [whole] = run_all([as_slow], pages, 0)
    assert len(whole.answers) == len(pages)


def test_what_a_publisher_repeats_is_left_out_and_nothing_else() -> None:
    own = {
        f"h/{number}": f"Ward {number} counted {number * 7} votes on a night that went on until {number} in the morning."
        for number in range(20)
    }
    pages = [page(id, "https://herald.example/") for id in own] + [page("alone", "https://gazette.example/"), page("lost", None)]
    answers = {id: answer(f"{text}\n{APPEAL}") for id, text in own.items()}
    answers |= {"alone": answer(f"Rain fell.\n{APPEAL}"), "lost": answer(None)}
    ours = Run(name=OURS, gives=ALL_FIELDS, imported_bytes=1, answers=answers)
    remembered = remembering(ours, pages)
    assert remembered.name == REMEMBERING
    assert {id: remembered.answers[id].fields.article_body for id in own} == own
    assert remembered.answers["alone"].fields == answers["alone"].fields
    assert remembered.answers["lost"].fields == answers["lost"].fields
    assert all(remembered.answers[id].cpu_s > answers[id].cpu_s for id in answers)


def page(id: str, url: str | None) -> LabelledPage:
    return LabelledPage(set_name="atf", id=id, url=url, path=Path("page.html.gz"), gold=Fields())


def answer(body: str | None) -> Answer:
    fields = Fields(headline="A count", article_body=body)
    return Answer(fields=fields, cpu_s=0.01, failure=None, peak_bytes=1, network_calls=0)
