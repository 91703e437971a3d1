"""Clusters of documents that tell one story: the union of all pairs that `same_story` accepts.

For documents in memory. The result is a function of the set of documents: their order and repetition do not matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar
from uuid import UUID

from newshouse.near_duplicates.boilerplate import recurring_paragraphs
from newshouse.near_duplicates.document import Document
from newshouse.near_duplicates.pair import same_story
from newshouse.near_duplicates.signature import Signature, signature
from newshouse.near_duplicates.words import words_of

NEIGHBOURS = 200  # with how many documents published before it, of those that share a key, a document is compared
_UNDATED = datetime.max.replace(tzinfo=UTC)
Id = TypeVar("Id", str, UUID)


def cluster_documents(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """(id, cluster id) of each document, in their order. The cluster's id is the smallest id of its members."""
    listed = list(documents)
    distinct = sorted(set(listed), key=lambda found: (found.published or _UNDATED, found.id, found.source, found.text, found.title))
    signatures = document_signatures(distinct)
    clusters = Union(document.id for document in distinct)
    for one, other in _candidates(signatures):
        if clusters.smallest(distinct[one].id) == clusters.smallest(distinct[other].id):
            continue
        if same_story(signatures[one], signatures[other], _apart(distinct[one], distinct[other])).is_same:
            clusters.join(distinct[one].id, distinct[other].id)
    return ((document.id, clusters.smallest(document.id)) for document in listed)


def document_signatures(documents: Sequence[Document]) -> list[Signature]:
    """One signature per document, of its text less the paragraphs that recur in its source."""
    texts = [(document.source, words_of(document.text)) for document in documents]
    recurring = recurring_paragraphs(texts)
    return [signature(words.without(recurring[source])) for source, words in texts]


def _candidates(signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Pairs of places, the smaller first, of signatures that share a key; each pair once."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, found in enumerate(signatures):
        for key in found.keys:
            holders[key].append(place)
    seen: set[tuple[int, int]] = set()
    for places in holders.values():
        for rank, place in enumerate(places):
            for earlier in places[max(0, rank - NEIGHBOURS) : rank]:
                if (earlier, place) not in seen:
                    seen.add((earlier, place))
                    yield earlier, place


def _apart(one: Document, other: Document) -> timedelta | None:
    return None if one.published is None or other.published is None else other.published - one.published


class Union(Generic[Id]):
    """Disjoint sets of ids, each known by its smallest."""

    def __init__(self, ids: Iterable[Id]) -> None:
        self._parents: dict[Id, Id] = {found: found for found in ids}

    def smallest(self, member: Id) -> Id:
        parents = self._parents
        while parents[member] != member:
            parents[member] = parents[parents[member]]
            member = parents[member]
        return member

    def join(self, one: Id, other: Id) -> None:
        first, second = sorted((self.smallest(one), self.smallest(other)))
        self._parents[second] = first
