"""Lines that tell what an author does, or for whom: "Staff Writer", "Ada Lind, education correspondent", "Of the Hill Herald".

They stand below a byline or a bare name. Where on a page is not known here: see head.py and bylines.py.
"""

import re

from newshouse.extraction.authors.names import is_agency, is_full_name
from newshouse.extraction.page.blocks import Block
from newshouse.extraction.page.tree import HEADINGS
from newshouse.extraction.patterns import names, pattern

_LONGEST = 70  # letters
_JOB = pattern(  # no word before it is an article or the like: "The life of a writer"
    r"""
    ^(?:(?!(?:an?|the|is|was|are|to|how|why|what|who|my|our|your|un|une|une?|ein|eine|der|die|das|le|la|el|il)\s)
    [^\W\d][\w.'’&-]{0,30}\s){0,5}
    (?:writer|reporter|correspondent|journalist|columnist|contributor|photographer|producer|editor|analyst|critic|blogger
    |editor[ -]in[ -]chief|redakteur(?:in)?|korrespondent(?:in)?|reporterin|mitarbeiter(?:in)?|journaliste|correspondante?|envoyée?
    |envoyée? spéciale?|giornalista|inviat[oa]|corrispondente|periodista|redactora?|corresponsal|enviad[oa]|enviad[oa] especial
    |repórter|jornalista|correspondente|colunista|redacteur|verslaggever|redaktör|redaktør|redaktor|dziennikarz|korespondent
    |toimittaja|muhabir[i]?|корреспондент|обозреватель|moderator|administrator|manager|director|founder|strategist|specialist|engineer
    |developer|designer|consultant|intern|marketer)s?$
    """
)
_PARTS = re.compile(r"\s*[,|•·/(]\s*|\s+[–—-]{1,2}\s+|\s(?:in|of|for|at|de|du|del|da|à|aus)\s(?=[A-ZÀ-Ž])")
_MAX_PARTS = 4
_STAFF = re.compile(r"\b(?:staff|press)\b", re.IGNORECASE)
_PRESS = pattern(
    r"""
    \b(?:press|news service|newspapers?|wire|bureau|staff|times|post|tribune|herald|gazette|journal|sun|star|globe|bee|dispatch
    |chronicle|register|courier|telegraph|observer|examiner|inquirer|sentinel|reuters|newsroom|news(?: online|room| network| website)
    |(?-i:[A-Z]{2,5}) news|writers group|syndicate|agence|agencia|agência|agenzia|agentur|presse|zeitung|redacción|redação|redaktion
    |rédaction|redazione|folha|diario|diário|giornale|jornal|gazeta)\b
    """
)
_FOR_WHOM = pattern(r"^(?:(?:special(?:ly)?|exclusive(?:ly)?|especial) (?:to|for|para)|of the)\s")
_FROM_WHERE = pattern(r"^(?:for|from|with|da|do|de|del|della|dal|dalla|de la|de nuestra|von|vom|van)\s")
_SMALL = frozenset(names("of the and for at in de da do del della der die des du la le el y e und et &"))
_STOPS = (".", "?", "!", '"', "”", "。", "？", "！", "।", "۔", "؟", "።", "။", "។")
_MOST_WORDS = 7
_SHORT = 2  # words: a house written small, "da redação"


def is_role(line: str) -> bool:
    """Does `line` tell what somebody does, with or without the name and the paper?"""
    return bool(_jobs_and_others(line)[0])


def is_sure_role(line: str) -> bool:
    """Is `line` one even where no byline stands above it: with a person's name, or of a house's staff?"""
    jobs, others = _jobs_and_others(line)
    return bool(jobs) and (any(map(is_full_name, others)) or any(map(_STAFF.search, jobs)))


def is_one_of_several(block: Block, above: Block | None, below: str) -> bool:
    """Is `block`, a name with a role, one of those whom the article lists, since it is an item, has its like beside it, or is announced?"""
    is_announced = above is not None and above.text.endswith((":", "："))
    if block.tag == "li" or is_announced:
        return True
    if _STAFF.search(block.text):
        return False
    if is_sure_role(below):
        return True
    return above is not None and (is_sure_role(above.text) or (above.tag not in HEADINGS and is_sentence(above.text)))


def is_sentence(line: str) -> bool:
    return line.endswith(_STOPS) and not line.endswith((".m.", "m.", " น."))


def _jobs_and_others(line: str) -> tuple[list[str], list[str]]:
    """The parts of `line` that are roles, and its names and places; nothing where there are other words."""
    if len(line) > _LONGEST:
        return [], []
    parts = [bare for part in _PARTS.split(line) if (bare := part.strip(" )"))]
    jobs = [part for part in parts if _JOB.match(part)]
    others = [part for part in parts if part not in jobs]
    return (jobs, others) if len(parts) <= _MAX_PARTS and all(map(_is_capitalised, others)) else ([], [])


def is_house(line: str) -> bool:
    """Does `line` tell for whom somebody writes: "The Hill Herald", "Special to the Courier", "da Gazeta Nova"?"""
    if len(line) > _LONGEST or len(line.split()) > _MOST_WORDS:
        return False
    told = _FOR_WHOM.match(line)
    if told is not None:
        return _is_capitalised(line[told.end() :])
    opening = _FROM_WHERE.match(line)
    house = line[opening.end() :] if opening else line
    is_name = _is_capitalised(house) or (opening is not None and len(house.split()) <= _SHORT)
    return is_agency(house) or (is_name and bool(_PRESS.search(house)))


def _is_capitalised(text: str) -> bool:
    return all(not word[0].islower() or word in _SMALL for word in text.split())
