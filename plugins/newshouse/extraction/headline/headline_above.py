"""The headline of a page whose metadata do not tell it: a line above the text that reads like one."""

from collections import Counter
from itertools import islice

from newshouse.extraction.body import phrases
from newshouse.extraction.body.article_body import Body
from newshouse.extraction.body.head import is_head_line
from newshouse.extraction.facts import Facts, Found
from newshouse.extraction.headline.headlines import ABOUT, is_long, long_terms
from newshouse.extraction.headline.titles import headline_parts, parts_of, squeezed
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, bears
from newshouse.extraction.page.tree import text_within
from newshouse.extraction.text import comparable, terms, words

_REACH = 25  # blocks above the body among which the headline is looked for
_FEWEST_LETTERS, _LONGEST_LINE = 6, 200  # letters
_MOST_WORDS = 30
_LONGEST_KICKER = 2  # words in capitals
_FEWEST_WORDS = 3  # of a line that is the headline because it stands in the title, between whatever words
_PARAGRAPH = 60  # letters
_MOST_PARAGRAPHS = 50  # of which the headline tells
_STEM = 5  # letters
_HEADINGS = ("h1", "h2", "h3", "h4")
_FULL_STOP = (".", ",", "。", "，", "、", "،", "।", "۔")
_SENTENCE_END = (*_FULL_STOP, "!", "?", "！", "？", "؟", '"', "”", "」", "»", "“")
_LOUD = ("b", "strong", "font", "big", "span")
_MOST_INLINE = 20  # inline elements looked at around one line
_Setting = tuple[str, str, str | None] | None


def headline_above(facts: Facts, body: Body, headline: Found | None) -> Found | None:
    """The line above the body that reads like its headline, for pages whose metadata name only the site.

    It shares its words with the body, is a heading or the main part of the title, and stands near. `headline`: the doubtful one; a line
    must be surer than it where there is one.
    """
    text = _Text(body)
    is_sure = headline is not None and is_long(headline.value) and text.share(_stems(headline.value)) >= ABOUT
    best, best_score = None, 0.75 if is_sure else 0.35
    for distance, block in enumerate(reversed(_lines_above(facts, body, text.setting))):
        if not _may_be_headline(block, text.setting) or comparable(block.text) in facts.site_names:
            continue
        score = text.share(_stems(block.text), block) - 0.02 * distance
        if block.tag in _HEADINGS or block.node.hint & hints.HEADLINE:
            score += 0.5
        elif _stands_out(block):
            score += 0.4
        score -= 0.5 if _is_kicker(block.text) else 0.0
        score += 0.6 if _is_in_title(block.text, facts.meta.title) else 0.0
        if score > best_score:
            best, best_score = block.text, score
    return Found(value=best, origin="heading") if best else None


class _Text:
    """The paragraphs of a body, asked for the words that a line shares with them."""

    def __init__(self, body: Body) -> None:
        long = (block for block in body.blocks if block.size >= _PARAGRAPH)
        paragraphs = list(islice(long, _MOST_PARAGRAPHS)) or body.blocks[:_MOST_PARAGRAPHS]
        self.setting = _setting(max(paragraphs, key=lambda block: block.size, default=None))
        self._places = {block.place for block in paragraphs}
        self._known = Counter(stem for block in paragraphs for stem in _stems(block.text))

    def share(self, stems: set[str], own: Block | None = None) -> float:
        """How many of `stems` the text holds, not counting `own`, the block they are from."""
        fewest = 1 if own is None or own.place not in self._places else 2
        return sum(self._known[stem] >= fewest for stem in stems) / len(stems) if stems else 0.0


def _lines_above(facts: Facts, body: Body, setting: _Setting) -> list[Block]:
    """The blocks above the first paragraph of `body`."""
    first = next(iter(body.above or body.blocks), None)
    if first is None:
        return []
    blocks = facts.blocks.blocks
    end = first.place
    while end < min(first.place + 2, len(blocks)) and not _is_paragraph(blocks[end], setting):
        end += 1
    return blocks[max(0, first.place - _REACH) : end]


def _setting(block: Block | None) -> _Setting:
    """How a block is set: what it shares with those of the same kind."""
    return (block.tag, block.node.tag, block.node.element.get("class")) if block is not None else None


def _is_paragraph(block: Block, setting: _Setting) -> bool:
    return block.size > _LONGEST_LINE or (block.size >= _PARAGRAPH and _is_sentence(block, setting))


def _is_sentence(block: Block, setting: _Setting) -> bool:
    """Is the block a sentence of the body? A headline may ask or quote, but it is not set like the text."""
    return block.text.endswith(_FULL_STOP) or (block.text.endswith(_SENTENCE_END) and _setting(block) == setting)


def _may_be_headline(block: Block, setting: _Setting) -> bool:
    text = block.text
    if not _FEWEST_LETTERS <= block.size <= _LONGEST_LINE or block.link_size > 0.7 * block.size:
        return False
    if len(terms(text)) < 2 or len(words(text)) > _MOST_WORDS:
        return False
    if _is_sentence(block, setting) or phrases.is_label(text) or phrases.ends_article(text) or is_head_line(block):
        return False
    return not bears(block.node, hints.CAPTION | hints.COMMENTS, 3) and any(map(str.isalpha, text))


def _stands_out(block: Block) -> bool:
    """Is all of the block in one inline element that is bold, in a font of its own, or marked as a headline?"""
    for element in islice(block.node.element.iter(*_LOUD), _MOST_INLINE):
        if (element.tag != "span" or hints.hints_of(element, "span") & hints.HEADLINE) and text_within(
            element, len(block.text)
        ) == block.text:
            return True
    return False


def _is_kicker(line: str) -> bool:
    return line.isupper() and len(words(line)) <= _LONGEST_KICKER


def _is_in_title(line: str, title: str) -> bool:
    """Is `line` the main part of `title`, or a line of some words that stands in it or goes on where one of its parts breaks off?"""
    if squeezed(line) in headline_parts(title):
        return not _is_kicker(line)
    known = comparable(line)
    if known.count(" ") < _FEWEST_WORDS - 1:
        return False
    parts = (comparable(title[start:end]) for start, end in parts_of(title))
    return known in comparable(title) or any(part.count(" ") >= _FEWEST_WORDS - 1 and known.startswith(part) for part in parts)


def _stems(line: str) -> set[str]:
    """How the longer words of `line` begin, whatever the language hangs on them; of all its words where it has no longer ones."""
    return {word[:_STEM] for word in long_terms(line) or terms(line)}
