"""Which loaded articles tell one story. Part of a load, under its lock; nothing here commits.

Clusters are the connected components of all pairs that `same_story` accepts, over the articles that the warehouse holds: a function of
that set, whatever the order of arrival. A load finds the pairs of the articles that it has signed anew, and makes anew the clusters that
these, or the articles they meet, belong to; no others can change.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from newshouse.database import Connection, copy_rows, execute, rows
from newshouse.near_duplicates import Signature, same_story, unpacked
from newshouse.near_duplicates.clusters import NEIGHBOURS, Union
from newshouse.near_duplicates.origin import Telling, origin
from newshouse.near_duplicates.pair import WINDOW
from newshouse.signing import sign_articles

PLACE_BITS = 40  # of the article key in a place, below the day
FIGURES = {"neighbours": NEIGHBOURS, "window_days": WINDOW.days}
COLUMNS = (
    "article_key",
    "cluster_key",
    "origin_article_key",
    "member_count",
    "similarity",
    "containment",
    "date_published",
    "origin_published_at",
)
Pair = tuple[int, int]  # of places


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """An article by what is kept to compare it."""

    article_key: UUID
    place: int
    dated_at: datetime
    signature: Signature


@dataclass(slots=True, kw_only=True)
class Known:
    """The signatures read so far, by place (two articles may share one), and the verdicts on their pairs."""

    by_place: defaultdict[int, dict[UUID, Signed]] = field(default_factory=lambda: defaultdict(dict))
    verdicts: dict[tuple[UUID, UUID], bool] = field(default_factory=dict)

    def add(self, found: Iterable[Any]) -> list[UUID]:
        """The keys of the articles in rows of signatures, which are known from now on."""
        keys = []
        for row in found:
            keys.append(row.article_key)
            if row.article_key not in self.by_place[row.place]:
                self.by_place[row.place][row.article_key] = Signed(
                    article_key=row.article_key, place=row.place, dated_at=row.dated_at, signature=unpacked(bytes(row.sketch))
                )
        return keys

    def is_same(self, one: Signed, other: Signed) -> bool:
        pair = (one.article_key, other.article_key) if one.article_key < other.article_key else (other.article_key, one.article_key)
        if pair not in self.verdicts:
            self.verdicts[pair] = same_story(one.signature, other.signature, other.dated_at - one.dated_at).is_same
        return self.verdicts[pair]

    def between(self, pairs: Iterable[Pair]) -> Iterator[tuple[Signed, Signed]]:
        for one_place, other_place in pairs:
            for one in self.by_place[one_place].values():
                for other in self.by_place[other_place].values():
                    yield one, other


def cluster_articles(connection: Connection, params: Mapping[str, Any]) -> None:
    """Stores the signatures of the articles in `unsigned`, and makes the clusters anew that these were in or belong to. `params` are
    those of the load."""
    with connection.cursor() as cursor:
        cursor.execute("select article_key, place, place_before from unsigned")
        changed = cursor.fetchall()
    if not changed:
        return
    weeks = weeks_around(place >> PLACE_BITS for _, *places in changed for place in places if place is not None)
    execute(connection, "load_key_week", {"weeks": weeks, "now": params["now"]})
    left = _candidates(connection, [key for key, _, place_before in changed if place_before is not None])
    execute(connection, "load_signature_gone")
    execute(connection, "load_signature_new", params)
    sign_articles(connection, params["source_id"])
    execute(connection, "load_story_key")
    signed = [key for key, place, _ in changed if place is not None]
    found, known = _candidates(connection, signed), Known()
    met = _met(connection, known, found, left)
    affected = rows(connection, "load_affected", {"met": sorted(met)})
    if affected:
        keys = known.add(row for row in affected if row.place is not None)
        pairs = [*found, *_candidates(connection, sorted(set(keys).difference(signed)))]
        _store(connection, _clusters(known, set(keys), pairs), [row.article_key for row in affected])
    execute(connection, "load_key_week_gone", {"now": params["now"]})


def weeks_around(days: Iterable[int]) -> list[int]:
    """The weeks, as in staging.key_week, in which copies of articles of these days may lie."""
    return sorted({day // 7 for middle in set(days) for day in range(middle - WINDOW.days, middle + WINDOW.days + 1)})


def _candidates(connection: Connection, article_keys: Sequence[UUID]) -> list[Any]:
    return rows(connection, "load_candidate", {"article_keys": list(article_keys), **FIGURES}) if article_keys else []


def _met(connection: Connection, known: Known, found: Sequence[Any], left: Sequence[Any]) -> set[UUID]:
    """The articles that tell the story of one signed anew; and those near it, before or now, in a crowd of articles that share a key:
    whether these are compared with one another may have changed. `found` and `left` are the pairs of now and of before.
    """
    places = {place for row in (*found, *left) for place in (row.one_place, row.other_place)}
    if places:
        known.add(rows(connection, "load_signature_at", {"places": sorted(places)}))
    crowded = {place for row in (*found, *left) if row.is_crowded for place in (row.one_place, row.other_place)}
    met = {key for place in crowded for key in known.by_place[place]}
    for one, other in known.between((row.one_place, row.other_place) for row in found):
        if known.is_same(one, other):
            met |= {one.article_key, other.article_key}
    return met


def _clusters(known: Known, keys: Collection[UUID], candidates: Iterable[Any]) -> list[list[Signed]]:
    """The clusters of two or more that the articles form among themselves. `candidates` are all pairs that one of them is in."""
    union = Union(keys)
    for one, other in known.between((row.one_place, row.other_place) for row in candidates):
        if one.article_key in keys and other.article_key in keys:
            is_apart = union.smallest(one.article_key) != union.smallest(other.article_key)
            if is_apart and known.is_same(one, other):
                union.join(one.article_key, other.article_key)
    members: defaultdict[UUID, list[Signed]] = defaultdict(list)
    for signed in (one for some in known.by_place.values() for one in some.values() if one.article_key in keys):
        members[union.smallest(signed.article_key)].append(signed)
    return [some for some in members.values() if len(some) > 1]


def _store(connection: Connection, clusters: Sequence[Sequence[Signed]], affected: Collection[UUID]) -> None:
    keys = [one.article_key for some in clusters for one in some]
    tellings = {row.article_key: _telling(row) for row in rows(connection, "load_telling", {"article_keys": keys})} if keys else {}
    execute(connection, "load_clustered")
    with connection.cursor() as cursor:
        copy_rows(cursor, "clustered", COLUMNS, (row for some in clusters for row in _rows(some, tellings)))
        cursor.execute("analyze clustered")
    params = {"article_keys": sorted(affected)}
    for step in ("load_cluster_gone", "load_cluster_member_gone", "load_cluster_new", "load_cluster_member_new"):
        execute(connection, step, params)


def _rows(members: Sequence[Signed], tellings: Mapping[UUID, Telling]) -> Iterator[tuple[Any, ...]]:
    first = origin([tellings[one.article_key] for one in members])
    of_first = next(one for one in members if one.article_key == first.article_key)
    cluster_key = min(one.article_key for one in members)
    for one in members:
        verdict = same_story(of_first.signature, one.signature, None)
        published = tellings[one.article_key].date_published
        yield (
            one.article_key,
            cluster_key,
            first.article_key,
            len(members),
            verdict.similarity,
            verdict.containment,
            published,
            first.date_published,
        )


def _telling(row: Any) -> Telling:
    return Telling(**{**row._asdict(), "credits": tuple(row.credits)})
