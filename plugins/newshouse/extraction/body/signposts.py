"""Lines that point to other articles, told by their links: a bare link, a label with a link, a label whose links are gone.

Not the place for what tells itself by its words, link or none (see phrases.py), nor for boxes (see teasers.py).
"""

import re
from itertools import islice

from newshouse.extraction.body import phrases
from newshouse.extraction.body.head import is_head_line
from newshouse.extraction.body.teasers import leads_elsewhere
from newshouse.extraction.page.blocks import Block, is_set_right
from newshouse.extraction.page.tree import HEADINGS, text_within
from newshouse.extraction.text import size, words

_LINK_LINE = 160  # letters
_SENTENCE_END = (".", "?", "!", "。")
_STATEMENT_END = (".", "。", "।", "۔", "”", '"', "»", "」")  # a headline may ask or shout
LONGEST_LABEL = 40  # letters
_LABELLED = 220  # letters of a label and its link
_HEADLINE = 25  # letters of a link
_SHOUTED = 15  # letters of a link behind a label in capitals or a pointer ...
_FEWEST = 4  # ... and its words, so that it is no name
_SLACK = 5  # letters: spaces, which no link counts
_LINKS = 20  # looked at in one element
_LABEL_MARK = re.compile(r".*[:：|–—>»›-]|[【\[].*[】\]]|[→➔➜☞▶►▷▸]+.*", re.DOTALL)
_POINTER = re.compile(r"[>»→➔➜☞▶►▷▸]+")
_ADDRESS = re.compile(r"(?:https?:|www\.)\S+$", re.IGNORECASE)
_COLON = (":", "：")
_FILE = re.compile(r"\.(?:pdf|mp3|m4a|docx?|xlsx?)(?:[?#]|$)", re.IGNORECASE)
_SAYING = 3  # words
_FACT = re.compile(  # what an article tells of an event or a work
    r"(?:wh(?:o|at|ere|en|y)|how|winners?|book|film|album|venue|tickets|info|address|map|time|date|price|author|director|cast"
    r"|wer|was|wo|wann|qué|dónde|cuándo|où|quand|quoi)[\s:：|]*",
    re.IGNORECASE,
)
_SHOUTED_FACT = re.compile(r"([^\W\d_][^:：.!?]{1,30})[:：]\s?\S")
_FLOWING = frozenset(("p", "blockquote"))  # no items and cells, which may be what the article lists


def is_link_line(block: Block) -> bool:
    """Is the block a link and no sentence?"""
    is_link = block.link_size > 0.9 * block.size and block.size < _LINK_LINE
    return is_link and block.tag not in HEADINGS and not block.text.endswith(_SENTENCE_END)


def is_labelled_link(block: Block, host: str) -> bool:
    """Is the block a short label and a link to an article of `host`, the page's own, that fills the rest?"""
    unlinked = block.size - block.link_size
    if not 0 < unlinked <= LONGEST_LABEL + _SLACK or block.link_size < _SHOUTED - _SLACK or block.size >= _LABELLED:
        return False
    if block.tag not in _FLOWING or block.text.endswith(_STATEMENT_END) or is_head_line(block):
        return False
    label, headline = _parted_at_own_link(block, host)
    if _FACT.fullmatch(label):
        return False
    shortest = _SHOUTED if _is_shouted(label) and len(headline.split()) >= _FEWEST else _HEADLINE
    is_headline = size(headline) >= shortest and not _ADDRESS.match(headline)
    return is_headline and 0 < size(label) <= LONGEST_LABEL and _is_label(label) and not _says_what(label)


def is_in_digest(blocks: list[Block], block: Block, host: str) -> bool:
    """Does a line with another label stand beside the labelled link `block`, as where an article lists what happened?

    The line is a labelled link, too, or has both labels in capitals.
    """
    label = _parted_at_own_link(block, host)[0]
    beside = [blocks[place] for place in (block.place - 1, block.place + 1) if 0 <= place < len(blocks)]
    if label.isupper() and any(_is_shouted_fact(other) for other in beside):
        return True
    others = (words(_parted_at_own_link(other, host)[0]) for other in beside if is_labelled_link(other, host))
    return bool(words(label)) and any(other and other != words(label) for other in others)


def _is_shouted_fact(block: Block) -> bool:
    """Does the block, without a link, say something behind a label in capitals ("ADMISSION: 8 crowns")?"""
    label = _SHOUTED_FACT.match(block.text) if not block.link_size and block.size < _LABELLED else None
    return label is not None and label[1].isupper()


def is_bare_label(block: Block, following: Block, host: str) -> bool:
    """Is the block a label of the link that `following` is, of an article of `host` or within the page, and of no use without it?"""
    if block.size <= LONGEST_LABEL and block.tag in _FLOWING and following.tag == "li" and _is_jump(following):
        return not block.text.endswith(_SENTENCE_END)
    if block.size > LONGEST_LABEL or not block.text.endswith(_COLON) or block.tag not in _FLOWING or is_head_line(block):
        return False
    return is_link_line(following) and _parted_at_own_link(following, host) != ("", "")


def is_bold_label(block: Block, following: Block, second: Block | None, host: str) -> bool:
    """Is the block, the last one that is left, a label in bold of the link that `following` is, of an article of `host`?

    Unless the label is a known one, the block below, the `second`, is such a link as well: what an article names may be one link.
    """
    if block.size > LONGEST_LABEL or block.tag not in _FLOWING or block.text.endswith(_SENTENCE_END) or not is_link_line(following):
        return False
    if is_set_right(block):
        return False
    bold = next(block.node.element.iter("b", "strong"), None)
    is_bold = bold is not None and text_within(bold, len(block.text)) == block.text
    if not is_bold or _parted_at_own_link(following, host) == ("", ""):
        return False
    if phrases.is_label(block.text.rstrip(" :：")):
        return True
    return second is not None and is_link_line(second) and _parted_at_own_link(second, host) != ("", "")


def _is_jump(block: Block) -> bool:
    """Is the block nothing but a link to a place further down the page, as a table of contents has them?"""
    if block.link_size <= 0.9 * block.size:
        return False
    link = next(block.node.element.iter("a"), None)
    return link is not None and (link.get("href") or "").startswith("#")


def _parted_at_own_link(block: Block, host: str) -> tuple[str, str]:
    """What the block says before the link that ends it, and what that link says, where it leads to `host` or that cannot be told."""
    for link in islice(block.node.element.iter("a"), _LINKS):
        text = text_within(link, len(block.text))
        if text and block.text.endswith(text):
            target = link.get("href") or ""
            is_of_the_site = not leads_elsewhere(target, host) and not _FILE.search(target)
            return ("", "") if not is_of_the_site else (block.text[: -len(text)].strip(), text)
    return "", ""


def _says_what(label: str) -> bool:
    """Does the label count what is linked, or say a thing of its own ("The mayor wrote:")?"""
    is_known = phrases.is_label(label.strip(" :：|"))
    label = label.rstrip(" :：|>»")
    return not is_known and (any(character.isdigit() for character in label) or len(label.split()) >= _SAYING)


def _is_shouted(label: str) -> bool:
    """Is the label written in capitals, or nothing but a pointer?"""
    return label.isupper() or _POINTER.fullmatch(label) is not None


def _is_label(text: str) -> bool:
    return _LABEL_MARK.fullmatch(text) is not None or phrases.is_label(text)
