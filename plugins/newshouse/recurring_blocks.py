"""The lines that a publisher repeats under or between its articles, whatever they are about: appeals, newsletters, notices.

Pure, and the one place that says what counts as a repetition: the statements sql/queries/load_block_*.sql take these figures as
parameters. A line is compared in its words (NFKC, no case). A short one proves nothing alone, since "What happens next?" is part of an
article wherever it stands: it counts together with the long line, or the end of the text, that it stands beside. Numbers stay: without
them the tables and market reports of two days would be the same text.
"""

import re
import unicodedata
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from heapq import nlargest, nsmallest

import xxhash

from newshouse.extraction.text import word_count

LEAST_STORIES = 4  # different stories that a line stands in, below which it may be anything: two articles share a quote
LEAST_PERCENT = 3  # of the source's articles while it was seen, below which it is an agency's background paragraph
STANDING_STORIES = 8  # with STANDING_PERCENT of the articles: the line stands under everything, so no article owns it
STANDING_PERCENT = 50
SAMPLE_SIZE = 64  # articles that are looked at to tell how many different stories there are
LONG_WORDS = 10  # from here on a line is judged by itself
LAST_LINE_WORDS = 6  # from here on the last line of a text is judged by its place, where no sub-heading stands
SENTENCE_WORDS = 4
ORDERS = 4
KEYS_PER_LINE = 3  # alone, with the long line after it, with the long line before it
END, NEAR_END = "", "\n"  # what follows a short line that is the last, or has only short ones after it
VERSION = 1  # of the keys: they are stored

WORD = re.compile(r"\w+")
_ASCII_WORDS = bytes(code if chr(code).isalnum() or chr(code) == "_" else ord(" ") for code in range(128)) + bytes(range(128, 256))
SENTENCE = re.compile(r"[.!。！।۔]\W*$")
QUOTE = re.compile("^[\"'“”„«‘‚「『].*[\"'“”»’」』]", re.DOTALL)
CORRECTIONS = (  # as their words begin, in normal form
    *("correction", "corrected", "clarification", "erratum", "errata", "amended", "earlier version", "editor s note", "editors note"),
    *("korrektur", "korrigiert", "berichtigung", "anmerkung der red", "anm der red", "anm d red", "correctie", "rättelse", "rettelse"),
    *("korrigering", "rectificati", "corrigé", "corrección", "corregid", "fe de errat", "fe de error", "correção", "rettifica"),
    *("sprostowanie", "düzeltme", "исправл", "уточнени", "поправка", "تصحيح", "תיקון", "訂正", "更正", "정정"),
)
_DENSE_PAIR = re.compile("(?=([\u3400-\u9fff]{2}))")
_DENSE_SCRIPTS = 0x3000  # from here on words are not spaced
_ODD = 0x9E3779B97F4A7C15  # the golden ratio: multiplying by it gives the hashes another order
_TOPIC_LETTERS = 5  # "Israeli" speaks of "Israel"


class Verdict(StrEnum):
    """Whether a line that recurs is the publisher's, and if not, why. The values are stored."""

    STRIPPED = "stripped"
    FEW = "few"  # the articles that hold it are too few different stories: one of them may have been published again and again
    RARE = "rare"  # too small a share of the source's articles
    STORY = "story"  # most often a quote, a correction, or about what the headline is about: the article's own words


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """The lines of one body as they are compared. `keys` has KEYS_PER_LINE entries a line, None where the line is not to be judged so.

    `story_keys` are those under which the line speaks for the story. `anchor_keys` are four pairs of line hashes: the first and second in
    each of four orders. Articles that agree in one are taken for one story in that order. The order that tells second most stories
    counts: a line that all articles share may come first in one order, and a line of few words added to each in another.
    """

    keys: tuple[int | None, ...]
    story_keys: tuple[int, ...]
    anchor_keys: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What one capture of an article says."""

    article_key: uuid.UUID
    captured_at: datetime
    blocks: Blocks
    record_hash: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A line that stands in several articles of a source."""

    article_count: int
    story_count: int  # those in which it speaks for the story
    distinct_count: int  # different stories among a sample of them
    first_seen_at: datetime
    last_seen_at: datetime
    verdict: Verdict


def normal_form(text: str) -> str:
    """The words of `text`, which typography and case do not change."""
    if text.isascii():
        return " ".join(text.lower().encode().translate(_ASCII_WORDS).decode().split())
    return " ".join(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def blocks_of(source_id: str, headline: str, lines: Sequence[str], dateline: str | None = None) -> Blocks:
    """What the lines of an article can be recognised by in the other articles of the source."""
    forms = [normal_form(line) for line in lines]
    sizes = [word_count(line) if form and not form.isascii() else len(form.split()) for line, form in zip(lines, forms, strict=True)]
    telling = _telling(normal_form(headline), forms)
    keys: list[int | None] = []
    story = list[int]()
    for place, (line, form) in enumerate(zip(lines, forms, strict=True)):
        if not form or (dateline and sizes[place] < LONG_WORDS and line.startswith(dateline)):
            keys += [None] * KEYS_PER_LINE
            continue
        is_long = sizes[place] >= LONG_WORDS
        is_sentence = sizes[place] >= SENTENCE_WORDS and SENTENCE.search(line) is not None
        before, after = (None, None) if is_long else _neighbours(forms, sizes, place)
        of_line = (
            _key(source_id, form) if is_long or is_sentence else None,
            None if after is None else _key(source_id, f"{form}\n{after}"),
            None if before is None else _key(source_id, f"{before}\n{form}"),
        )
        keys += of_line
        if QUOTE.match(line) or any(words in f" {form}" for words in telling):
            story += [key for key in of_line if key is not None]
        elif not is_long:  # what is this short is stripped only where it stands under everything
            is_telling = after not in (END, NEAR_END) or (after == END and sizes[place] >= LAST_LINE_WORDS)
            story += [key for key in (of_line[0], None if is_telling else of_line[1]) if key is not None]
    return Blocks(keys=tuple(keys), story_keys=tuple(story), anchor_keys=_anchors(source_id, forms, sizes))


def kept_lines(lines: Sequence[str], keys: Sequence[int | None], stripped: frozenset[int] | set[int]) -> list[str]:
    """The lines less those that have a stripped key; all of them where none would be left: the page has no text of its own then."""
    groups = (keys[start : start + KEYS_PER_LINE] for start in range(0, len(keys), KEYS_PER_LINE))
    kept = [line for line, group in zip(lines, groups, strict=True) if stripped.isdisjoint(group)]
    return kept if any(normal_form(line) for line in kept) else list(lines)


def recurrences(observations: Iterable[Observation]) -> dict[int, Recurrence]:
    """The keys that stand in LEAST_STORIES or more articles of one source, whatever the order of the observations."""
    holders: defaultdict[int, defaultdict[uuid.UUID, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    first_captured: dict[uuid.UUID, datetime] = {}
    for one in observations:
        first_captured[one.article_key] = min(one.captured_at, first_captured.get(one.article_key, one.captured_at))
        for key in {key for key in one.blocks.keys if key is not None}:
            holders[key][one.article_key].append(one)
    days = [instant.astimezone(UTC).date() for instant in first_captured.values()]
    found = {}
    for key, by_article in holders.items():
        if len(by_article) >= LEAST_STORIES:
            seen = [one.captured_at for some in by_article.values() for one in some]
            first_on, last_on = min(seen).astimezone(UTC).date(), max(seen).astimezone(UTC).date()
            story_count = sum(any(key in one.blocks.story_keys for one in some) for some in by_article.values())
            distinct_count = _distinct_count(key, by_article)
            total = sum(first_on <= day <= last_on for day in days)
            found[key] = Recurrence(
                article_count=len(by_article),
                story_count=story_count,
                distinct_count=distinct_count,
                first_seen_at=min(seen),
                last_seen_at=max(seen),
                verdict=verdict(len(by_article), story_count, distinct_count, total),
            )
    return found


def verdict(article_count: int, story_count: int, distinct_count: int, total: int) -> Verdict:
    """`total` are the articles of the source that were captured first between the days when the line was first and last seen."""
    if distinct_count < LEAST_STORIES:
        return Verdict.FEW
    if distinct_count >= STANDING_STORIES and article_count * 100 >= STANDING_PERCENT * total:
        return Verdict.STRIPPED
    if article_count * 100 < LEAST_PERCENT * total:
        return Verdict.RARE
    return Verdict.STORY if story_count * 2 >= article_count else Verdict.STRIPPED


def without_recurring(articles: Sequence[Sequence[str]], headlines: Sequence[str] | None = None) -> list[list[str]]:
    """The articles of one source, each as its paragraphs, less what the source repeats. All are taken to be of one day."""
    epoch, titles = datetime(1970, 1, 1, tzinfo=UTC), headlines or [""] * len(articles)
    observations = [
        Observation(article_key=uuid.UUID(int=number), captured_at=epoch, blocks=blocks_of("", title, lines))
        for number, (title, lines) in enumerate(zip(titles, articles, strict=True))
    ]
    stripped = {key for key, found in recurrences(observations).items() if found.verdict is Verdict.STRIPPED}
    return [kept_lines(lines, one.blocks.keys, stripped) for lines, one in zip(articles, observations, strict=True)]


def figures() -> Mapping[str, int]:
    """The figures above by the names that the SQL knows them by."""
    return {
        "least_stories": LEAST_STORIES,
        "least_percent": LEAST_PERCENT,
        "standing_stories": STANDING_STORIES,
        "standing_percent": STANDING_PERCENT,
        "sample_size": SAMPLE_SIZE,
        "keys_per_line": KEYS_PER_LINE,
    }


def _key(source_id: str, form: str) -> int:
    """xxHash64 as a signed number, since Postgres has no other of 64 bits."""
    return xxhash.xxh64_intdigest(f"{source_id}\0{form}".encode("utf-8", "surrogatepass"), seed=VERSION) - 2**63


def _neighbours(forms: Sequence[str], sizes: Sequence[int], place: int) -> tuple[str | None, str | None]:
    """The long lines nearest to a short one: before it, None where the text begins; after it, or else whether it ends the text itself."""
    before = next((forms[other] for other in range(place - 1, -1, -1) if sizes[other] >= LONG_WORDS), None)
    after = next((forms[other] for other in range(place + 1, len(forms)) if sizes[other] >= LONG_WORDS), None)
    return before, after or (NEAR_END if any(forms[place + 1 :]) else END)


def _anchors(source_id: str, forms: Sequence[str], sizes: Sequence[int]) -> tuple[int | None, ...]:
    telling = [form for form, size in zip(forms, sizes, strict=True) if size >= SENTENCE_WORDS] or [form for form in forms if form]
    hashes = {_key(source_id, form) for form in telling}
    return tuple(key for few in _extremes(hashes) for key in (*few, None, None)[:2])


def _extremes(hashes: set[int]) -> Iterator[list[int]]:
    yield nsmallest(2, hashes)
    yield nlargest(2, hashes)
    yield nsmallest(2, hashes, key=_shuffled)
    yield nlargest(2, hashes, key=_shuffled)


def _shuffled(key: int) -> int:
    return key * _ODD & 2**64 - 1


def _distinct_count(key: int, by_article: Mapping[uuid.UUID, Sequence[Observation]]) -> int:
    stories: list[set[int | None]] = [set() for _ in range(ORDERS)]
    for article_key in sorted(by_article)[:SAMPLE_SIZE]:
        anchors = min(by_article[article_key], key=lambda one: one.record_hash).blocks.anchor_keys
        for order, found in enumerate(stories):
            first, second = anchors[2 * order : 2 * order + 2]
            found.add(second if first == key else first)
    return sorted(len(found - {None}) for found in stories)[-2]


def _telling(headline: str, forms: Sequence[str]) -> list[str]:
    """What makes a line the story's own where it stands in it: how corrections begin, and what the headline is about, roughly: the
    beginnings of its longer words; pairs of characters where words are not spaced. Only what stands in any of the lines."""
    topic = {f" {word[:_TOPIC_LETTERS]}" for word in headline.split() if len(word) >= _TOPIC_LETTERS}
    topic.update(_DENSE_PAIR.findall(headline))
    corrections = (words if ord(words[0]) >= _DENSE_SCRIPTS else f" {words}" for words in CORRECTIONS)
    text = " " + "\n ".join(forms)
    return [words for words in (*topic, *corrections) if words in text]
