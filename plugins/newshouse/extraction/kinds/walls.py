"""What stands in place of the page: a guard, a question of consent, a login, an error.

A wall speaks to the reader; a report about walls does not. The words are in page_words.py.
"""

import re

from newshouse.errors import Rejected
from newshouse.extraction.kinds import page_words as words
from newshouse.extraction.kinds.impression import Impression, is_named
from newshouse.extraction.patterns import Phrases
from newshouse.extraction.text import comparable, shortened
from newshouse.model import Reason

_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]{1,200}[”“»\"]")  # what a page quotes it does not say of itself
_DASH = re.compile(r"\s[–—-]\s")
_NAME = 3  # words of a site's name
_SHORT_BODY = 400  # letters: below it a page may well be something else
_STUB_BODY = 1_200  # letters: a wall's own text is seldom longer
_LONG_BODY = 3_000  # letters: more than any page that is nothing but its name
_LINE = 150  # letters: next to nothing
_SHORT_PAGE = 1_500  # letters of everything that a reader sees
_SENTENCE = 80  # letters
_LOOK = 600  # letters in which the words of an error stand
_STOPS = (".", "!", "?", "”", "»", '"', "。")


def reject_walls(seen: Impression) -> None:
    """Raise Rejected where something stands in place of the page."""
    says = f"{shortened(' | '.join(seen.names), 100)}: {shortened(seen.text, 100)}"
    reason = _reason(seen)
    if reason is not None:
        raise Rejected(reason, says)


def _reason(seen: Impression) -> Reason | None:
    if not seen.is_article and _is_error(seen):
        return Reason.SOFT_404
    if not seen.is_article and _is_marked_challenge(seen):
        return Reason.BOT_CHALLENGE
    if _is_consent_wall(seen):
        return Reason.CONSENT_WALL
    if _mostly(seen, words.PAYWALL_PHRASES) and not _speaks_of_others(seen):
        return Reason.LOGIN_WALL
    if seen.is_article:
        return None
    if _is_challenge(seen):
        return Reason.BOT_CHALLENGE
    if seen.size < _STUB_BODY and is_named(seen.names, words.CONSENT_NAMES):
        return Reason.CONSENT_WALL
    return Reason.LOGIN_WALL if _is_login(seen) else None


def _is_error(seen: Impression) -> bool:
    """Does the page say that there is no such page, or that it cannot be shown?"""
    if seen.size >= _LONG_BODY:
        return False
    if is_named(seen.names, words.MISSING_NAMES) or any(_is_all(words.MISSING_PHRASES, name) for name in seen.names):
        return True
    if seen.size < _STUB_BODY and is_named(seen.names, words.ERROR_NAMES):
        return not seen.is_dated
    if seen.size >= _SHORT_BODY or seen.is_dated:
        return False
    said = _QUOTED.sub("", seen.text if seen.size > _LINE else seen.visible)[:_LOOK]
    return words.MISSING_PHRASES.search(said) or words.ERROR_PHRASES.search(said)


def _is_marked_challenge(seen: Impression) -> bool:
    """Does the markup of a page with hardly any text bear what guards leave in it? They leave it on good pages, too."""
    if seen.size >= _SHORT_BODY or not _is_little(seen) or not any(mark in seen.facts.page.content for mark in words.CHALLENGE_MARKS):
        return False
    return not (seen.is_dated or _tells_of_headline(seen))


def _is_challenge(seen: Impression) -> bool:
    if seen.size >= _STUB_BODY:
        return False
    is_told = is_named(seen.names, words.CHALLENGE_NAMES) or (_is_little(seen) and words.CHALLENGE_PHRASES.search(seen.visible))
    return is_told and not seen.is_dated


def _is_consent_wall(seen: Impression) -> bool:
    if not _mostly(seen, words.CONSENT_PHRASES) or _is_report(seen) or _speaks_of_others(seen):
        return False
    return bool(seen.text) or not seen.is_article  # else a banner, on a page whose text a script is to fetch


def _is_login(seen: Impression) -> bool:
    if seen.size >= _SHORT_BODY:
        return False
    is_told = is_named(seen.names, words.LOGIN_NAMES) or (_is_little(seen) and seen.size < _LINE and _asks_password(seen))
    return is_told and not seen.is_dated


def _is_little(seen: Impression) -> bool:
    return len(seen.visible) < _SHORT_PAGE


def _is_report(seen: Impression) -> bool:
    """Does the text tell of what its headline says, which does not speak as a wall does: a report about cookies?"""
    if any(words.CONSENT_PHRASES.search(name) for name in seen.headline) or is_named(seen.names, words.CONSENT_NAMES):
        return False
    return _tells_of_headline(seen)


def _tells_of_headline(seen: Impression) -> bool:
    """Does the text have two of the headline's words, and half of them?"""
    text = seen.text.casefold()
    told = [word for word in comparable(seen.headline[0]).split() if len(word) > 3] if seen.headline else []
    found = sum(word in text for word in told)
    return found >= 2 and found >= 0.5 * len(told)


def _speaks_of_others(seen: Impression) -> bool:
    """Is the text that of an article, in whole sentences in which nobody speaks for the site or to its reader?"""
    if not seen.is_vouched_for:
        return False
    lines = seen.text.split("\n")
    is_told = any(len(line) >= _SENTENCE and line.endswith(_STOPS) for line in lines)
    return is_told and not words.ADDRESS.search(_QUOTED.sub("", seen.text))


def _is_all(phrases: Phrases, name: str) -> bool:
    """Does a name say hardly anything but the phrase, perhaps with the site's name behind a dash?"""
    dash = _DASH.search(name)
    has_site = dash is not None and len(name[dash.end() :].split()) <= _NAME
    return phrases.share(name[: dash.start()] if dash is not None and has_site else name) > 0.6


def _mostly(seen: Impression, phrases: Phrases) -> bool:
    """Do paragraphs with such phrases make up most of a short body?"""
    if seen.size >= _LONG_BODY or (not seen.text and len(seen.visible) > _SHORT_PAGE):
        return False
    lines = sorted((seen.text or seen.visible).split("\n"), key=len, reverse=True)
    left = sum(map(len, lines))
    needed = (0.6 if seen.is_article else 0.4) * left
    marked = 0
    for line in lines:  # long ones first, since most pages are told from a wall when half of their text is read
        if marked + left <= needed:
            return False
        left -= len(line)
        if len(line) < _STUB_BODY and phrases.search(line):
            marked += len(line)
    return marked > needed


def _asks_password(seen: Impression) -> bool:
    """Is there a field for a password, and no text that tells of the headline?"""
    asks = any((element.get("type") or "").lower() == "password" for element in seen.facts.tagged["input"])
    return asks and not _tells_of_headline(seen)
