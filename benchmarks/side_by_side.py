"""Extractors run side by side on the same pages, each in a process of its own. They take turns on a few pages at a time, so that a busy
minute of the machine is everybody's."""

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

from benchmarks.labelled_pages import LabelledPage, by_host, sampled
from benchmarks.peer_process import Answer, running
from benchmarks.peers import Peer
from newshouse.recurring_blocks import without_recurring

TURN_PAGES = 32
REMEMBERING = "newshouse remembering"  # without the blocks that a publisher repeats


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one extractor made of the pages it saw."""

    name: str
    gives: frozenset[str]
    imported_bytes: int  # resident memory before the first page
    is_sampled: bool = False  # saw a sample of the pages
    answers: Mapping[str, Answer]  # by page id


def run_all(peers: Sequence[Peer], pages: Sequence[LabelledPage], sample: int) -> list[Run]:
    """One run per peer, on all `pages`; of a slow one on at most `sample` pages of each set (0: on all)."""
    seen = {peer.name: {page.id for page in _seen_by(peer, pages, sample)} for peer in peers}
    answers: dict[str, dict[str, Answer]] = {peer.name: {} for peer in peers}
    with ExitStack() as stack:
        processes = {peer.name: stack.enter_context(running(peer)) for peer in peers}
        for turn in _turns(pages):
            for name, process in processes.items():
                asked = [page for page in turn if page.id in seen[name]]
                answers[name] |= zip((page.id for page in asked), process.answers(asked), strict=True)
        return [
            Run(
                name=peer.name,
                gives=peer.gives,
                imported_bytes=processes[peer.name].imported_bytes,
                is_sampled=len(answers[peer.name]) < len(pages),
                answers=answers[peer.name],
            )
            for peer in peers
        ]


def remembering(ours: Run, pages: Sequence[LabelledPage]) -> Run:
    """Our answers without the blocks that recur among the pages of one host; what finding them costs is shared by all pages."""
    found = {id: answer.fields for id, answer in ours.answers.items() if answer.fields.article_body}
    kept: dict[str, list[str]] = {}
    start = time.process_time()
    for of_host in by_host(page for page in pages if page.id in found).values():
        ids = [page.id for page in of_host]
        bodies = [(found[id].article_body or "").split("\n") for id in ids]
        kept |= zip(ids, without_recurring(bodies, [found[id].headline or "" for id in ids]), strict=True)
    share_s = (time.process_time() - start) / max(1, len(ours.answers))
    answers = {}
    for id, answer in ours.answers.items():
        fields = replace(answer.fields, article_body="\n".join(kept[id])) if id in kept else answer.fields
        answers[id] = replace(answer, fields=fields, cpu_s=answer.cpu_s + share_s)
    return replace(ours, name=REMEMBERING, answers=answers)


def on_sample(ours: Run, sampled_runs: Sequence[Run]) -> Run:
    """Our answers on the pages that the sampled runs saw, to be compared with theirs."""
    ids = {id for run in sampled_runs for id in run.answers}
    answers = {id: answer for id, answer in ours.answers.items() if id in ids}
    return replace(ours, name=f"{ours.name}, same sample", answers=answers, is_sampled=True)


def _seen_by(peer: Peer, pages: Sequence[LabelledPage], sample: int) -> Iterator[LabelledPage]:
    for name in dict.fromkeys(page.set_name for page in pages):
        of_set = [page for page in pages if page.set_name == name]
        yield from sampled(of_set, sample) if peer.is_slow and sample else of_set


def _turns(pages: Sequence[LabelledPage]) -> Iterator[Sequence[LabelledPage]]:
    """The pages in small groups, with progress on standard error."""
    start = time.monotonic()
    for place in range(0, len(pages), TURN_PAGES):
        turn = pages[place : place + TURN_PAGES]
        print(f"\r{place}/{len(pages)} pages, {time.monotonic() - start:.0f} s, now {turn[0].set_name:20}", end="", file=sys.stderr)
        yield turn
    print(f"\r{len(pages)} pages in {time.monotonic() - start:.0f} s{'':40}", file=sys.stderr)
