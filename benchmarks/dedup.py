"""Near-duplicates against peers, side by side in one run: pairwise quality, and signatures per CPU second; what they cost in Postgres.

    make bench-dedup
    uv run --group bench python -m benchmarks.dedup [--only newshouse,datasketch] [--no-window] [SET ...]

NEWSHOUSE_BENCH_DATA names the folder that holds `dedup/SET.docs.jsonl.gz`, `.gold.jsonl.gz` and `.ignore.json`. A peer that is not
installed is left out, and said so. Every peer sees the text alone, in runs of 5 words where it takes any; ours sees source and date too.
"""

import argparse
import gzip
import hashlib
import importlib.util
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.dedup_scale import window_tables
from benchmarks.docs_section import write_section
from newshouse.near_duplicates import Document, cluster_documents, document_of, document_signatures
from newshouse.settings import PROJECT_FOLDER

DOCS = PROJECT_FOLDER / "docs" / "benchmarks.md"
SETS = ("reuters_gold", "web_gold", "synth")
BASE = "datasketch, 128, 0.5 checked"
WORD = re.compile(r"\w+")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """One way to find near-duplicates: how it signs all texts, and which pairs of places it makes of the signatures."""

    name: str
    package: str | None
    sign: Callable[[Sequence[str]], Sequence[Any]]
    pairs: Callable[[Sequence[Any]], Iterable[Pair]]


def shingles(text: str) -> set[str]:
    words = WORD.findall(text.casefold())
    return {" ".join(words[start : start + 5]) for start in range(max(1, len(words) - 4))}


def datasketch_signatures(texts: Sequence[str], permutations: int) -> list[Any]:
    from datasketch import MinHash

    signed = []
    for text in texts:
        minhash = MinHash(num_perm=permutations)
        minhash.update_batch([run.encode() for run in shingles(text)])
        signed.append(minhash)
    return signed


def datasketch_pairs(signatures: Sequence[Any], threshold: float, is_checked: bool) -> Iterator[Pair]:
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=len(signatures[0]))
    for place, minhash in enumerate(signatures):
        for other in index.query(minhash):
            if not is_checked or minhash.jaccard(signatures[other]) >= threshold:
                yield other, place
        index.insert(place, minhash)


def rensa_signatures(texts: Sequence[str]) -> list[Any]:
    from rensa import RMinHash

    signed = []
    for text in texts:
        minhash = RMinHash(num_perm=128, seed=42)
        minhash.update(list(shingles(text)))
        signed.append(minhash)
    return signed


def rensa_pairs(signatures: Sequence[Any]) -> Iterator[Pair]:
    from rensa import RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    for place, minhash in enumerate(signatures):
        for other in index.query(minhash):
            if minhash.jaccard(signatures[other]) >= 0.5:
                yield other, place
        index.insert(place, minhash)


def simhash_signatures(texts: Sequence[str]) -> list[int]:
    from simhash import Simhash

    return [Simhash(list(shingles(text))).value for text in texts]


def trafilatura_signatures(texts: Sequence[str]) -> list[int]:
    from trafilatura.deduplication import Simhash

    return [Simhash(text).hash for text in texts]


def within_3_bits(signatures: Sequence[int]) -> Iterator[Pair]:
    """Pairs of 64-bit hashes that differ in at most 3 bits (Manku, Jain, Das Sarma 2007)."""
    hashes = np.array(signatures, np.uint64)
    for place in range(1, len(hashes)):
        for other in np.flatnonzero(np.bitwise_count(hashes[:place] ^ hashes[place]) <= 3).tolist():
            yield other, place


def same_hash(signatures: Sequence[Any]) -> Iterator[Pair]:
    first: dict[Any, int] = {}
    for place, signature in enumerate(signatures):
        if first.setdefault(signature, place) != place:
            yield first[signature], place


def sha256_signatures(texts: Sequence[str]) -> list[bytes]:
    return [hashlib.sha256(" ".join(WORD.findall(text.casefold())).encode("utf-8", "surrogatepass")).digest() for text in texts]


PEERS = (
    Peer(name="sha256 of the words", package=None, sign=sha256_signatures, pairs=same_hash),
    Peer(
        name=BASE,
        package="datasketch",
        sign=lambda texts: datasketch_signatures(texts, 128),
        pairs=lambda signatures: datasketch_pairs(signatures, 0.5, is_checked=True),
    ),
    Peer(
        name="text-dedup's settings, 250, 0.7",
        package="datasketch",
        sign=lambda texts: datasketch_signatures(texts, 250),
        pairs=lambda signatures: datasketch_pairs(signatures, 0.7, is_checked=False),
    ),
    Peer(name="rensa, 128, 0.5 checked", package="rensa", sign=rensa_signatures, pairs=rensa_pairs),
    Peer(name="simhash, 3 bits", package="simhash", sign=simhash_signatures, pairs=within_3_bits),
    Peer(name="trafilatura's simhash, 3 bits", package="trafilatura", sign=trafilatura_signatures, pairs=within_3_bits),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSet:
    documents: list[Document]
    gold: dict[str, str]
    ignored: list[Pair]


def labelled_set(folder: Path, name: str) -> LabelledSet:
    with gzip.open(folder / f"{name}.docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = [document_of(json.loads(line)) for line in lines]
    with gzip.open(folder / f"{name}.gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = {row["id"]: row["cluster_id"] for row in map(json.loads, lines)}
    return LabelledSet(documents=documents, gold=gold, ignored=json.loads((folder / f"{name}.ignore.json").read_text()))


def clusters_of(documents: Sequence[Document], pairs: Iterable[Pair]) -> dict[str, str]:
    parents = list(range(len(documents)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    for one, other in pairs:
        parents[root(other)] = root(one)
    return {document.id: documents[root(place)].id for place, document in enumerate(documents)}


def quality(labelled: LabelledSet, found: dict[str, str]) -> list[str]:
    """Precision, recall and F1 over pairs of documents, and the size of the largest cluster."""
    gold = labelled.gold
    both = pair_count(Counter((found[id], gold[id]) for id in gold))
    made, wanted = Counter(found[id] for id in gold), pair_count(Counter(gold.values()))
    claimed = pair_count(made) - sum(found[one] == found[other] and gold[one] != gold[other] for one, other in labelled.ignored)
    precision, recall = both / claimed if claimed else 1.0, both / wanted
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return [f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}", str(max(made.values()))]


def pair_count(sizes: Counter[Any]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.process_time()
    done = work()
    return done, time.process_time() - start


def set_table(name: str, labelled: LabelledSet, only: Sequence[str]) -> str:
    """One set as a Markdown table, a line per way of finding copies; each line is printed to standard error as it is measured."""
    documents = labelled.documents
    texts = [document.text for document in documents]
    heads = ["", "precision", "recall", "F1", "largest", "signed per CPU s", "in datasketches", "pairs, CPU s"]
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)]]
    base_s = 0.0
    for peer in PEERS:
        if only and not any(word in peer.name for word in only):
            continue
        if peer.package and importlib.util.find_spec(peer.package) is None:
            print(f"{peer.name}: not installed", file=sys.stderr)
            continue
        signatures, sign_s = timed(lambda peer=peer: peer.sign(texts))
        pairs, pairs_s = timed(lambda peer=peer, signatures=signatures: list(peer.pairs(signatures)))
        base_s = base_s or (sign_s if peer.name == BASE else 0.0)
        lines.append(line(peer.name, quality(labelled, clusters_of(documents, pairs)), len(texts) / sign_s, sign_s, base_s, pairs_s))
    if not only or "newshouse" in only:
        _, sign_s = timed(lambda: document_signatures(documents))
        found, total_s = timed(lambda: dict(cluster_documents(documents)))
        lines.insert(2, line("newshouse", quality(labelled, found), len(texts) / sign_s, sign_s, base_s, total_s - sign_s))
    return f"### {name}: {len(documents):,} documents\n\n" + markdown(lines)


def line(name: str, figures: list[str], speed: float, sign_s: float, base_s: float, pairs_s: float) -> list[str]:
    made = [name, *figures, f"{speed:,.0f}", f"{base_s / sign_s:.1f}" if base_s else "-", f"{pairs_s:.1f}"]
    print(" | ".join(made), file=sys.stderr, flush=True)
    return made


def markdown(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"default: {' '.join(SETS)}")
    parser.add_argument("--only", default="", help="comma-separated parts of the names to run")
    parser.add_argument("--no-window", action="store_true", help="leave Postgres out")
    parser.add_argument("--write-docs", action="store_true", help=f"write the tables into {DOCS.name}")
    options = parser.parse_args()
    root = os.environ.get("NEWSHOUSE_BENCH_DATA")
    if not root or not (Path(root) / "dedup").is_dir():
        sys.exit("NEWSHOUSE_BENCH_DATA must name the folder with the benchmark data (it has no dedup/ now): nothing was measured.")
    only = [word for word in options.only.split(",") if word]
    parts = [set_table(name, labelled_set(Path(root) / "dedup", name), only) for name in options.sets or SETS]
    if not options.no_window:
        parts.append(window_tables())
    print("\n\n".join(parts))
    if options.write_docs:
        write_section(DOCS, "dedup", "\n\n".join(parts))


if __name__ == "__main__":
    main()
