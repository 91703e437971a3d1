"""Lines beside the headline that say a day and nothing else: so sure to be of the publication that they may contradict the metadata.

Not the place for dates that fill a gap, which may stand in any line (see shown_dates.py).
"""

import re
from collections.abc import Iterator

from newshouse.extraction.dates.moments import MAY_BE_DATED, moment_of
from newshouse.extraction.dates.months import MONTHS_IN_DATES, WEEKDAYS
from newshouse.extraction.dates.spelling import respelled
from newshouse.extraction.facts import Facts
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, bears
from newshouse.extraction.patterns import names, pattern

_BEFORE, _AFTER = 2, 6  # blocks around the headline
_LONGEST = 60  # letters
_LONGEST_PART = 40
_TITLE = 25  # letters of a link: the title of another article
_MAX_BOX = 400  # letters of the element around the line and such a link
_LEVELS = 4
_OTHER_PARTS = ("header", "nav", "aside")
_PARTS = re.compile(r"\s*[|·•⋅]\s*|\s[–—-]\s")
_LETTERS = re.compile(r"[^\W\d_]+")
_PUBLISHED = pattern(
    r"""
    \W*(?:(?:first |originally )?(?:published|posted)(?: on)?|(?:veröffentlicht|erschienen|publiziert)(?: am)?|publié(?: le)?|paru le
    |publicad[oa](?: el| em)?|pubblicato(?: il)?|gepubliceerd(?: op)?|geplaatst(?: op)?|publicerad|publiceret|udgivet|publisert|julkaistu
    |opublikowano|publikováno|опубликовано|опубліковано)\s?[:：]?\s
    """
)
_SMALL = WEEKDAYS | frozenset(  # words of dates and times in several languages
    names(
        """
        de of the del di le el em um at à a às las uhr h am pm st nd rd th er r den d utc gmt et est edt ct cst cdt pt pst pdt mt bst cet
        cest ist г года р 年 月 日 년 월 일 mo di mi do fr sa so
        """
    )
)


def days_beside_headline(facts: Facts, headline: str) -> Iterator[str]:
    """Dates out of lines that stand right beside the headline, say one day and nothing else, and lead to no other article."""
    place = facts.blocks.place_of(headline)
    if place is None:
        return
    blocks = facts.blocks.blocks
    for block in blocks[max(0, place - _BEFORE) : place + 1 + _AFTER]:
        if block.place != place and block.size <= _LONGEST and not block.link_size and MAY_BE_DATED.search(block.text):
            day = _day_alone(block.text)
            if day and _is_of_head(block, blocks[place]) and not _is_of_another(block, blocks):
                yield day


def _day_alone(line: str) -> str:
    """The one part of the line that holds a date, where it holds nothing else; "" where there are none or several."""
    dated = [part for part in _PARTS.split(line) if MAY_BE_DATED.search(part) and moment_of(part) is not None]
    if len(dated) != 1 or len(dated[0]) > _LONGEST_PART:
        return ""
    day = _PUBLISHED.sub("", dated[0])
    others = [word for word in _LETTERS.findall(day.casefold()) if word not in _SMALL and respelled(word) not in MONTHS_IN_DATES]
    is_weekday = len(others) == 1 and day.casefold().startswith(f"{others[0]},")  # in a language of which the names are not known here
    return day if not others or is_weekday else ""


def _is_of_head(block: Block, headline: Block) -> bool:
    """Is the line of no table, list of terms or other part of the page, unless that holds the headline too?"""
    if block.tag == "td" or block.node.tag == "dd" or bears(block.node, hints.CAPTION | hints.CREDIT | hints.COMMENTS, 3):
        return False
    node = block.node
    for _ in range(_LEVELS):
        if node.holds(headline.node):
            return True
        if node.tag in _OTHER_PARTS or node.parent is None:
            return node.tag not in _OTHER_PARTS
        node = node.parent
    return True


def _is_of_another(block: Block, blocks: list[Block]) -> bool:
    """Does the title of another article, as a link, stand right before the line or in a box with it?"""
    before = blocks[block.place - 1] if block.place else None
    if before is not None and before.link_size >= _TITLE and before.link_size > 0.9 * before.size:
        return True
    box = block.node.parent
    return box is not None and box.size <= _MAX_BOX and box.link_size >= _TITLE
