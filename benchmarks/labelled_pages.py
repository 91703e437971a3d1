"""The labelled pages that `NEWSHOUSE_BENCH_DATA` names, by set, and their two halves. They are other people's pages: none is in here."""

import gzip
import hashlib
import json
import os
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.scoring import Fields

SETS = ("fundus_parser", "atf", "wcxb_article_dev", "l3s_gn1", "cttf", "trafilatura_eval", "postlight")
HALVES = ("tune", "held")  # rules are tuned on the first, figures quoted from the second


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPage:
    set_name: str
    id: str
    url: str | None
    path: Path  # gzip
    gold: Fields

    @property
    def host(self) -> str:
        return urlsplit(self.url or "").hostname or ""

    @property
    def half(self) -> str:
        """One of HALVES, by a hash of the host: pages of one publisher are never on both sides."""
        return HALVES[int(hashlib.sha256(self.host.encode()).hexdigest(), 16) % 2]

    def content(self) -> bytes:
        return gzip.decompress(self.path.read_bytes())


def data_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The folder of the sets; None where the environment names none that is there."""
    named = environment.get("NEWSHOUSE_BENCH_DATA")
    folder = Path(named, "extraction") if named else None
    return folder if folder and folder.is_dir() else None


def labelled_pages(folder: Path, set_name: str) -> list[LabelledPage]:
    """The pages of a set, in the order of its list."""
    listing = folder / set_name / "pages.jsonl"
    with listing.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        LabelledPage(
            set_name=set_name,
            id=row["id"],
            url=row["url"] or None,
            path=listing.parent / row["html_path"],
            gold=fields_of(row["gold"]),
        )
        for row in rows
    ]


def fields_of(row: Mapping[str, Any]) -> Fields:
    """The scored fields among those of a JSON row."""
    return Fields(**{field.name: row[field.name] for field in fields(Fields) if field.name in row})


def sampled(pages: Sequence[LabelledPage], most: int, *, seed: int = 1) -> list[LabelledPage]:
    """At most `most` pages, in their order, the same ones every time."""
    if len(pages) <= most:
        return list(pages)
    chosen = random.Random(seed).sample(range(len(pages)), most)
    return [pages[place] for place in sorted(chosen)]


def by_host(pages: Iterable[LabelledPage]) -> dict[str, list[LabelledPage]]:
    """Pages grouped by host, which stands for the publisher; pages without a URL are in no group."""
    groups: dict[str, list[LabelledPage]] = {}
    for page in pages:
        if page.host:
            groups.setdefault(page.host, []).append(page)
    return groups
