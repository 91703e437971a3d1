"""When the article was published and modified: the first plausible of the dates that the page gives.

Plausible: from 1990 on (earlier only where the URL bears the same year), and not after the day that follows the capture.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cached_property
from itertools import chain, islice

from lxml import etree

from newshouse.extraction.dates import shown_dates
from newshouse.extraction.dates.clocks import clock_of_day, shown_clock, told_clock
from newshouse.extraction.dates.day_lines import days_beside_headline
from newshouse.extraction.dates.day_order import DayOrder
from newshouse.extraction.dates.moments import Moment, exchanged, moment_of, on_clock, separator
from newshouse.extraction.dates.url_dates import dates_in_query, dates_in_url
from newshouse.extraction.facts import Facts
from newshouse.extraction.page.metadata import url_parts
from newshouse.extraction.page.structured import listed
from newshouse.extraction.patterns import names, pattern
from newshouse.model import DatePrecision
from newshouse.zones import country_of_site

_MOST_CANDIDATES = 500  # of one page's dates that are looked at
_EARLIEST_YEAR = 1990
_FOR_PROGRAMS = frozenset(("json-ld", "microdata", "opengraph", "meta", "time", "script"))  # origins of dates that may be in UTC
_LATEST_YEAR = 2100  # where nobody says when the page was captured
_META_PUBLISHED = names(
    """
    article:published_time og:article:published_time og:published_time article:published datepublished article.published
    publishdate publish_date publish-date published_time publication_date publicationdate date_published datepublic
    sailthru.date parsely-pub-date cxenseparse:recs:publishtime cxenseparse:publishtime dcterms.created dcterms.issued
    dcterms.date dc.date.issued dc.date.created dc.date dc.issued dc.created pubdate pub_date ptime pdate article_date_original
    originalpublicationdate og:pubdate created article.created citation_publication_date citation_date citation_online_date
    bt:pubdate date displaydate article:post_date rnews:datepublished release_date og:release_date video:release_date
    vr:published_time iso-8601-publish-date shareaholic:article_published_time analyticsattributes.articledate
    article-publication-date gsa-publish-date published
    """
)
_META_MODIFIED = names(
    """
    article:modified_time og:updated_time og:article:modified_time datemodified last-modified lastmod dcterms.modified
    dc.date.modified revised article:updated cxenseparse:recs:modifiedtime updated_time date_modified
    """
)
_UPDATED_BEFORE = pattern(
    r"""
    (?:updated|modified|aktualisiert|geändert|actualizado|modificado|mis à jour|modifié|aggiornato|atualizado|bijgewerkt
    |opdateret|oppdatert|uppdaterad|päivitetty|zaktualizowano|обновлено)\b[^.]{0,12}$
    """
)
_IN_SCRIPT = re.compile(
    r"""["'](?:date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time)|first_?published(?:_?(?:at|date))?|publication_?date)\\?["']"""
    r"""\s*:\s*\\?["']((?:19|20)\d\d-[01]\d-[0-3]\d[^"'\\]{0,25})\\?["']""",
    re.IGNORECASE,
)
_ANOTHER_DAY = timedelta(hours=36)  # a moment no longer after a midnight in UTC may be of that day in some zone
_MOST_SHOWN = 20
_MAX_SCRIPT = 300_000  # letters of a script that are read


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A moment and where it was read."""

    moment: Moment
    origin: str


def published(facts: Facts, headline: str) -> Dated | None:
    """The publication on the publisher's clock, in the best precision that any date of the same day gives."""
    reader = _Reader(facts)
    found = _published(facts, headline, reader)
    found = _shown_before(facts, headline, found, reader) or found
    return replace(found, moment=on_clock(found.moment, _clock(facts, headline, found, reader))) if found else None


def _published(facts: Facts, headline: str, reader: "_Reader") -> Dated | None:
    best: Dated | None = None
    looked = 0
    for origin, raw in islice(_candidates(facts, headline), _MOST_CANDIDATES):
        moment = reader.plausible(raw)
        if moment is None:
            continue
        dated = Dated(moment=moment, origin=origin)
        if best is None:
            best = dated
        elif _refines(dated.moment, best.moment):
            return dated
        if best.moment.precision is not DatePrecision.DAY:
            return best
        looked += 1
        if looked > 6:
            break
    return best


def _shown_before(facts: Facts, headline: str, told: Dated | None, reader: "_Reader") -> Dated | None:
    """The publication that the page shows beside its headline, where its metadata tell of a later one and no line there of that.

    Content systems tell programs when an entry was changed last, or moved into them, as its publication; no article is older than it is,
    so the earlier day is the true one.
    """
    if told is None or told.origin not in _FOR_PROGRAMS:
        return None
    raw = next(days_beside_headline(facts, headline), None)
    moment = reader.plausible(raw)
    if raw is None or moment is None or told.moment.at - moment.at <= _ANOTHER_DAY or not _is_sure(raw, moment, told.moment):
        return None
    if any(abs(other.at - told.moment.at) <= _ANOTHER_DAY for other in _shown_near(facts, headline, reader)):
        return None
    return Dated(moment=moment, origin="byline")


def _shown_near(facts: Facts, headline: str, reader: "_Reader") -> Iterator[Moment]:
    """The plausible moments that the lines around the headline show, nearest first."""
    raws = islice(shown_dates.near_headline(facts, headline), _MOST_SHOWN)
    return (moment for _, raw in raws if (moment := reader.plausible(raw)) is not None)


def _is_sure(raw: str, moment: Moment, told: Moment) -> bool:
    """Is a date in numbers one that can be read in one way only? With dots the day stands first, unless the metadata say otherwise."""
    other = exchanged(raw, moment)
    return other is None or (separator(raw) == "." and abs(other.at - told.at) > _ANOTHER_DAY)


def modified(facts: Facts, first: Moment | None) -> Dated | None:
    """The last change after `first`, the publication; None where the page tells of none."""
    raws = [("json-ld", value) for value in listed(facts.article.get("dateModified"))]
    raws += [("meta", value) for value in facts.meta.all(*_META_MODIFIED)]
    raws += [("microdata", value) for value in facts.meta.items.get("datemodified", ())]
    raws += [("byline", element.get("datetime")) for element in facts.tagged["time"] if _UPDATED_BEFORE.search(_before(element))]
    reader = _Reader(facts)
    for origin, raw in raws[:_MOST_CANDIDATES]:
        moment = reader.plausible(raw)
        if moment is not None:
            moment = on_clock(moment, reader.zone)
            return Dated(moment=moment, origin=origin) if first is None or _is_later(moment, first) else None
    return None


def _is_later(moment: Moment, first: Moment) -> bool:
    """Is `moment` after `first`, both on the publisher's clock? A time on the day that is all one knows of `first` is."""
    if first.precision is DatePrecision.DAY:
        return moment.at.date() > first.at.date() or (moment.at.date() == first.at.date() and moment.precision is not DatePrecision.DAY)
    return moment.at > first.at and (moment.precision is not DatePrecision.DAY or moment.at.date() > first.at.date())


def _before(element: etree._Element) -> str:
    """The text right before an element, inside its parent."""
    previous, parent = element.getprevious(), element.getparent()
    text = previous.tail if previous is not None else parent.text if parent is not None else ""
    return str(text or "")


def _refines(moment: Moment, known: Moment) -> bool:
    return moment.precision is not DatePrecision.DAY and known.precision is DatePrecision.DAY and moment.at.date() == known.at.date()


class _Reader:
    """What reads the raw dates of one page. It asks the page for its zone and its language once, and only when a date needs them."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._order = DayOrder(facts)

    @cached_property
    def zone(self) -> tzinfo:
        return self._facts.zone

    @cached_property
    def language(self) -> str | None:
        return self._facts.language_hint

    def plausible(self, raw: object) -> Moment | None:
        if not isinstance(raw, str | int) or isinstance(raw, bool):
            return None
        moment = moment_of(str(raw), self.zone, self.language)
        if moment is None:
            return None
        moment = self._order.settled(str(raw), moment)
        page = self._facts.page
        if page.captured_at is not None and moment.at > page.captured_at + timedelta(days=1):
            return None
        if moment.at.year > _LATEST_YEAR or (moment.at.year < _EARLIEST_YEAR and f"/{moment.at.year:04d}" not in page.url):
            return None
        return moment


def _clock(facts: Facts, headline: str, dated: Dated, reader: _Reader) -> tzinfo:
    """The publisher's clock: the zone of the source or of its country, else what the page tells of it beside a date in UTC."""
    at, is_day = dated.moment.at, dated.moment.precision is DatePrecision.DAY
    if is_day or at.utcoffset() or dated.origin not in _FOR_PROGRAMS or str(reader.zone) != "UTC":
        return reader.zone
    told = told_clock(at, _stamps(facts))
    if told is not None:
        return told
    country = country_of_site(url_parts(facts.page.url).hostname or "")
    shown = shown_clock(at, shown_dates.times_near_headline(facts, headline), country, reader.language)
    return shown or _clock_of_shown_day(facts, headline, at, country, reader) or reader.zone


def _stamps(facts: Facts) -> Iterator[object]:
    """The page's dates for programs."""
    return chain((raw for _, raw in _for_programs(facts)), shown_dates.stamps(facts))


def _clock_of_shown_day(facts: Facts, headline: str, at: datetime, country: str, reader: _Reader) -> tzinfo | None:
    """A clock by which `at` is on the day that the page shows beside the headline.

    None where that is the day of the update, and where the page shows the day of `at` in UTC as well.
    """
    raw = next(days_beside_headline(facts, headline), None)
    shown = reader.plausible(raw)
    if raw is None or shown is None or shown.precision is not DatePrecision.DAY:
        return None
    changes = (reader.plausible(change) for change in listed(facts.article.get("dateModified")))
    if any(change is not None and change.at.astimezone(UTC).date() == shown.at.date() for change in changes):
        return None
    day = at.astimezone(UTC).date()
    if any(other.precision is DatePrecision.DAY and other.at.date() == day for other in _shown_near(facts, headline, reader)):
        return None
    return clock_of_day(at, shown.at.date(), _stamps(facts), country)


def _candidates(facts: Facts, headline: str) -> Iterator[tuple[str, object]]:
    """Origins and raw dates, most trusted first. A generator, since the later ones cost more and are seldom needed."""
    yield from _for_programs(facts)
    yield from shown_dates.near_headline(facts, headline)
    yield from (("time", value) for value in shown_dates.time_elements(facts, headline))
    yield from _in_scripts(facts)
    yield from (("url", value) for value in dates_in_url(facts.page.url))
    asked_for = dates_in_query(facts.page.url)
    if asked_for:
        yield from _agreed(facts, headline, asked_for)
    yield from (("byline", value) for value in shown_dates.labelled(facts, headline))
    yield from (("byline", value) for value in shown_dates.told_near_headline(facts, headline))
    yield from (("byline", value) for value in shown_dates.opening(facts, headline))
    yield from (("marked", value) for value in shown_dates.marked(facts, headline))
    for key in ("dateCreated", "uploadDate"):
        for value in listed(facts.article.get(key)):
            yield "json-ld", value
    for value in facts.meta.items.get("datecreated", ()):
        yield "microdata", value
    for value in listed(facts.article.get("dateModified")):
        yield "json-ld", value
    for value in facts.meta.items.get("datemodified", ()):
        yield "microdata", value
    for value in facts.meta.all(*_META_MODIFIED):
        yield "meta", value
    yield from (("byline", value) for value in shown_dates.of_issue(facts, headline))
    yield from (("url", value) for value in asked_for)  # last: it may be the day that a calendar shows


def _for_programs(facts: Facts) -> Iterator[tuple[str, object]]:
    for value in listed(facts.article.get("datePublished")):
        yield "json-ld", value
    items = facts.meta.items.get("datepublished", ())
    is_one = len({value[:10] for value in items}) == 1  # several are those of other articles too
    for value in items if is_one else ():
        yield "microdata", value
    for name in _META_PUBLISHED:
        for value in facts.meta.meta.get(name, ()):
            yield "opengraph" if name.startswith(("article:", "og:")) else "meta", value
    for value in items:
        yield "microdata", value
    if "datepublished" in facts.meta.items:
        yield from (("microdata", value) for value in _titles(facts))
    for node in facts.data.nodes:
        for value in listed(node.get("datePublished")):
            yield "json-ld", value


def _titles(facts: Facts) -> list[str]:
    """The date in the title of an element that shows only its time of day, as in hAtom, where the page has one such title."""
    elements = (element for element in facts.meta.elements if "datepublished" in element.get("itemprop", "").lower().split())
    found = {title for element in elements if (title := element.get("title"))}
    return list(found) if len(found) == 1 else []


def _agreed(facts: Facts, headline: str, days: list[str]) -> Iterator[tuple[str, object]]:
    """Those of the `days` that a line near the headline names without the year, and its time of day with it."""
    for text, (month, day) in shown_dates.yearless_near_headline(facts, headline):
        yield from (("url", f"{told} {text}") for told in days if told.endswith(f"-{month:02d}-{day:02d}"))


def _in_scripts(facts: Facts) -> Iterator[tuple[str, object]]:
    """The publication in a page's own data for its scripts, where these tell of one only: several are those of teasers too."""
    found: set[str] = set()
    for script in facts.tagged["script"]:
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") and "ublish" in text[:_MAX_SCRIPT]:
            found.update(match[1] for match in _IN_SCRIPT.finditer(text, 0, _MAX_SCRIPT))
    if len({raw[:10] for raw in found}) == 1:
        yield "script", max(found, key=len)


def as_utc_day(moment: Moment) -> str:
    return moment.at.astimezone(UTC).date().isoformat()
