"""The dates that a page shows to its readers, from the surest kind to the least sure.

Each function yields what may be the day of publication as the page writes it, with updates last. Whether it is plausible, and what the
metadata say, is the affair of published.py.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from lxml import etree

from newshouse.extraction.authors.names import BY
from newshouse.extraction.dates.moments import MAY_BE_DATED, moment_of, yearless
from newshouse.extraction.facts import Facts
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, bears
from newshouse.extraction.page.class_names import LONGEST_NAMES, ClassNames
from newshouse.extraction.page.tree import HEADINGS, pieces_of, text_of
from newshouse.extraction.patterns import pattern
from newshouse.extraction.text import has_digit

_tells_of_date = ClassNames("date|time|publish|posted|pubdate|stamp|fecha|datum|created")
_UPDATED = re.compile(
    r"updat|modif|aktualis|actuali|aggiorn|edited|geändert|mis à jour|обновлен|zaktual|opdater|oppdater|päivit|更新", re.IGNORECASE
)
_LABEL = pattern(
    r"""
    \W*(?:(?:first |originally )?(?:published|posted|created|released)(?: on| at)?|(?:publication |posting |issue )?date
    |(?:veröffentlicht|erschienen|publiziert|erstellt)(?: am)?|(?:erscheinungs|veröffentlichungs)?datum|stand|publié(?: le)?|paru le
    |date de publication|mis en ligne(?: le)?|publicad[oa](?: el| em)?|fecha(?: de publicación)?|data(?: de publicação| di pubblicazione
    | publikacji)?|pubblicato(?: il)?|gepubliceerd(?: op)?|geplaatst(?: op)?|publicerad|publiceret|udgivet|publisert|julkaistu|opublikowano
    |publikováno|vydáno|megjelent|publicat(?: la)?|опубликовано|дата(?: публикации)?|опубліковано|yayınlanma(?: tarihi)?|tarih|δημοσίευση
    |δημοσιεύτηκε|تاريخ النشر|نشر(?: في)?|תאריך|公開日|掲載日|発行日|发布(?:时间|日期|于)?|發布(?:時間|日期)?|등록|입력|diterbitkan
    |dipublikasikan|tanggal)(?:\s*[:：|]\s*|\s+)(?=\w)
    """
)
_CLOCK_TIME = re.compile(r"\d[:.h]\d\d|\d\s?[ap]\.?m", re.IGNORECASE)
_PARTED = re.compile(r"\s[|·•⋅–—/-]\s")
# "(3 May 2024) ", "WASHINGTON, D.C., May 3, 2024 /Velm Wire/ -- "; a full stop ends a sentence where a word follows at some distance.
_OPENING = re.compile(r"(?:[^.!?]|\.(?=[\w,]|\s\d)){0,40}\d[^!?]{4,40}?(?:[|)–—:]|\s(?:[-/]\s|--|/\w))")
_ISSUE = pattern(
    r"""
    \b(?:vol|volume|jahrgang|jg|année|año|ano|anno|årgang|årg|tom|том)\b[.:]?\s?(?:\d|[ivxlc]+\b)
    |\b(?:no|nr|n[°º]|issue|edition|ausgabe|numéro|número|núm|numero|nummer|číslo|numer|sayı|выпуск|τεύχος)[.:]?\s?\d|№\s?\d
    """
)
_FIRST = 6  # blocks after the headline
_MAX_LABELLED = 60  # letters of a line that names its date
_SHORTEST_DATE = 5  # letters
_MAX_NEAR = 100  # elements inside that
_MAX_DATE_BOX = 1_000  # letters of the element around it
_MAX_DATE_TEXT = 160  # letters of a block that may be a date line
_BEFORE, _AFTER = 4, 15  # blocks around the headline
_MAX_ABOVE = 60  # blocks in which the line of the issue stands
_PARAGRAPH = 80  # letters
_MAX_TIMES = 20
_BESIDE = 200  # letters before a `time` element
_COMMENT_LEVELS = 7  # elements around a date, in which the comments are told
_INLINE = frozenset(("span", "em", "small", "abbr", "a"))
_FEW_WORDS = 8  # of a line with a date, a time and perhaps a name


def near_headline(facts: Facts, headline: str) -> Iterator[tuple[str, str]]:
    """Origins and dates of the lines around the headline, nearest first: of their `time` elements, or of a line that says little else."""
    has_times = bool(facts.tagged["time"])
    updates: list[tuple[Block, list[etree._Element]]] = []
    glued = []
    for block in _near(facts, headline):
        is_small = block.node.size <= _MAX_DATE_BOX
        times = list(islice(block.node.element.iter("time"), _MAX_TIMES)) if has_times and is_small else []
        if times:
            yield from (("time", value) for value in _told(facts, headline, times, is_update=False))
            updates.append((block, times))
        elif _is_dated(block) and _is_line(block.text) and not _is_comment(facts, headline, block.node.element):
            if _UPDATED.match(block.text):
                updates.append((block, []))
            else:
                yield "byline", block.text
            if is_small and len(block.node.element):
                glued.append(block)
    for block, times in updates:
        if times:
            yield from (("time", value) for value in _told(facts, headline, times, is_update=True))
        else:
            yield "byline", block.text
    for block in glued:  # a line whose parts stand without a space between them: "Mary MillerOct 17, 202357 shares"
        if moment_of(block.text) is None:
            pieces = (text for _, text in pieces_of(block.node.element))
            yield from (("byline", text) for text in pieces if len(text) > _SHORTEST_DATE and text in block.text)


def time_elements(facts: Facts, headline: str) -> Iterator[str]:
    """What the first `time` elements of the page say; updates last."""
    for is_update in (False, True):
        yield from _told(facts, headline, facts.tagged["time"][:_MAX_TIMES], is_update=is_update)


def stamps(facts: Facts) -> Iterator[str]:
    """What the first `time` elements of the page say to programs."""
    return (element.get("datetime", "") for element in facts.tagged["time"][:_MAX_TIMES])


def times_near_headline(facts: Facts, headline: str) -> Iterator[str]:
    """Lines around the headline that hold a time of day and name no update, and the parts of those that have several."""
    for block in _near(facts, headline):
        if _CLOCK_TIME.search(block.text) and _is_dated(block) and not _UPDATED.match(block.text):
            yield block.text
            if block.node.size <= _MAX_DATE_BOX and len(block.node.element):
                yield from (text for _, text in pieces_of(block.node.element) if text in block.text and text != block.text)


def _told(facts: Facts, headline: str, elements: Iterable[etree._Element], *, is_update: bool) -> Iterator[str]:
    """What `time` elements say to machines and to readers, if that is the time of an update or if it is not; no comment's."""
    for element in elements:
        parent = element.getparent()
        beside = f"{parent.get('class', '')[:LONGEST_NAMES]} {(parent.text or '')[-_BESIDE:]}" if parent is not None else ""
        around = f"{element.get('class', '')} {element.get('itemprop', '')} {beside}"
        if bool(_UPDATED.search(around)) is is_update and not _is_comment(facts, headline, element):
            yield element.get("datetime") or text_of(element)
            if element.get("datetime"):
                yield text_of(element)


def told_near_headline(facts: Facts, headline: str) -> Iterator[str]:
    """Lines around the headline that hold a date among other things; it may be that of an event or of a picture."""
    for block in _near(facts, headline):
        if _is_dated(block) and not _is_line(block.text) and not _is_comment(facts, headline, block.node.element):
            yield block.text


def _is_line(text: str) -> bool:
    """Is `text` a line of facts and no sentence: a few words, a byline, or parts with marks between them?"""
    return len(text.split()) <= _FEW_WORDS or BY.match(text) is not None or _PARTED.search(text) is not None


def _is_dated(block: Block) -> bool:
    """May the block be a date line: short, with a number, and no caption?"""
    is_short = len(block.text) <= _MAX_DATE_TEXT and MAY_BE_DATED.search(block.text) is not None
    return is_short and not bears(block.node, hints.CAPTION | hints.CREDIT, 3)


def opening(facts: Facts, headline: str) -> Iterator[str]:
    """What the first paragraphs set before their text: "(BERLIN, 3 May 2024) The council ..."."""
    for block in _near(facts, headline)[:_FIRST]:
        head = _OPENING.match(block.text) if len(block.text) > _MAX_DATE_TEXT else None
        if head is not None:
            yield head[0]


def labelled(facts: Facts, headline: str) -> Iterator[str]:
    """Lines anywhere on the page that name their date as that of the publication: "Published on 3 May 2024"."""
    for block in facts.blocks.blocks:
        if _names_its_date(block) and not _is_comment(facts, headline, block.node.element):
            yield block.text


def yearless_near_headline(facts: Facts, headline: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Lines around the headline that hold a date without its year, with the month and the day of it."""
    for block in _near(facts, headline):
        if len(block.text) <= _MAX_LABELLED and has_digit(block.text) and moment_of(block.text) is None:
            day = yearless(block.text, facts.language_hint)
            if day is not None:
                yield block.text, day


def of_issue(facts: Facts, headline: str) -> Iterator[str]:
    """Lines above the headline that date the issue and not the visit: "Vol. 18, No. 112, Tuesday, March 2, 2004"."""
    place = _place_of(facts, headline) or 0
    for block in facts.blocks.blocks[: min(place, _MAX_ABOVE)]:
        if _SHORTEST_DATE < len(block.text) <= _MAX_DATE_TEXT and MAY_BE_DATED.search(block.text) and _ISSUE.search(block.text):
            yield block.text


def _names_its_date(block: Block) -> bool:
    return len(block.text) <= _MAX_LABELLED and has_digit(block.text) and _LABEL.match(block.text) is not None


def marked(facts: Facts, headline: str) -> Iterator[str]:
    """What elements say whose class tells of a date."""
    seen: set[int] = set()  # an element that holds many lines is looked into once
    for block in facts.blocks.blocks:
        if block.node.size <= _MAX_DATE_BOX and block.node.order not in seen and has_digit(block.text):
            seen.add(block.node.order)
            for element in _around(block):
                name = element.get("class") or element.get("id")
                if len(element) < 6 and _tells_of_date(name):
                    text = element.get("title") or _short_text(element)
                    if text and has_digit(text) and not _is_comment(facts, headline, element):
                        yield text


def _around(block: Block) -> Iterator[etree._Element]:
    """The elements whose text is hardly more than the block's: that around its own, its own, and the inline ones in that."""
    node = block.node
    if node.parent is not None and node.parent.size <= _MAX_DATE_TEXT:
        yield node.parent.element
    # Compared, not handed to lxml: the tag may be none that it takes.
    near = islice(node.element.iter(), _MAX_NEAR)
    yield from (element for element in near if element.tag == node.tag or element.tag in _INLINE)


def _is_comment(facts: Facts, headline: str, element: etree._Element) -> bool:
    """Does the element stand among the comments on the article? Their mark around its headline would be that of an opinion."""
    for around in islice(chain((element,), element.iterancestors()), _COMMENT_LEVELS):
        flags = hints.hints_of(around, around.tag)
        if flags & hints.COMMENTS and not flags & hints.DATE:  # with a date it may tell their number beside it
            place = _place_of(facts, headline)
            block = facts.blocks.blocks[place] if place is not None else None
            return block is not None and around is not block.node.element and around not in block.node.element.iterancestors()
    return False


def _near(facts: Facts, headline: str) -> list[Block]:
    """The blocks around the headline: those after it until the text has begun, those before it, nearest first, then some of the text's.

    Lines in the text name dates of other articles, and go first only where they say that theirs is that of the publication. Where the page
    shows no such headline, its first h1 stands for it.
    """
    blocks, place = facts.blocks.blocks, _place_of(facts, headline)
    if place is None:
        return []
    after = blocks[place + 1 : place + 1 + _AFTER]
    begun = _second_paragraph(after)
    named = [block for block in after[begun:] if _names_its_date(block)]
    others = [block for block in after[begun:] if block not in named]
    return [*after[:begun], *named, *reversed(blocks[max(0, place - _BEFORE) : place]), *others]


def _second_paragraph(blocks: list[Block]) -> int:
    """The index of the second paragraph among `blocks`, above which the lines of the headline stand."""
    return next(islice((index for index, block in enumerate(blocks) if _is_paragraph(block)), 1, None), len(blocks))


def _is_paragraph(block: Block) -> bool:
    """Is the block one of the text: of some length, and no heading, caption or line of links?"""
    is_text = block.size >= _PARAGRAPH and block.tag not in HEADINGS and block.link_size < 0.5 * block.size
    return is_text and not bears(block.node, hints.CAPTION | hints.CREDIT, 3)


def _place_of(facts: Facts, headline: str) -> int | None:
    """The index of the block that says the headline, alone or after a kicker."""
    place = facts.blocks.place_of(headline)
    return place if place is not None else facts.blocks.place_of_heading(headline)


def _short_text(element: etree._Element) -> str:
    text = text_of(element)
    return text if len(text) <= _MAX_DATE_TEXT else ""
