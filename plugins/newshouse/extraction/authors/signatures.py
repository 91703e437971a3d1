"""The names that sign an article below its text.

A foot that is marked as byline is read in bylines.py; notes that tell of the author are taken off in author_note.py.
"""

from newshouse.extraction.authors import reporters
from newshouse.extraction.authors.byline_element import MAX_LINE
from newshouse.extraction.authors.names import BY, is_full_name, names_in, names_signed
from newshouse.extraction.authors.wire_credit import is_wire_credit, writers
from newshouse.extraction.body import phrases
from newshouse.extraction.facts import Facts
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, bears, is_set_right
from newshouse.extraction.page.tree import HEADINGS
from newshouse.extraction.patterns import pattern
from newshouse.model import Author

_RELATED = hints.COMMENTS | hints.CAPTION | hints.CREDIT
_POSTED = pattern(
    r"""
    ^\W*(?:this (?:entry|post|article|story) was )?(?:(?:posted|written|submitted|published|filed) by|geschrieben von|eingestellt von
    |(?:publié|posté|écrit) par|(?:publicado|escrito|enviado) por|(?:pubblicato|scritto|inviato) da|geplaatst door)
    \s(?=[^\W\d_])
    """
)
_FOOT = 6  # blocks after the last line of the text
_TITLE = 25  # letters of a link: the title of another article
_SENTENCE_END = (".", "!", "?", "…", "”", '"')
_MAX_SIGNATURE = 60  # letters
_HEAD = 2_000  # letters
_FIRST = 3  # paragraphs, of which the first may be the standfirst


def at_foot(facts: Facts, body: str) -> list[Author]:
    """The name in the line right below the text that tells who posted it and when.

    It stands above all headings, and above the words of readers, who sign in the same way.
    """
    blocks, place = facts.blocks.blocks, facts.blocks.place_of(body.rpartition("\n")[2])
    if place is None:
        return []
    for block in blocks[place : place + 1 + _FOOT]:
        if block.place > place and _is_after_post(block):
            break
        is_near = block.place <= place + 1 and not block.text.endswith(_SENTENCE_END)
        label = _POSTED.match(block.text) or (BY.match(block.text) if is_near else None)
        if label is not None and block.size <= MAX_LINE:
            found = names_in(block.text[label.end() :], is_shown=True)
            is_told = bool(found) and block.text.startswith(found[0].name, label.end())
            return found if is_told and all(is_full_name(author.name) for author in found) else []
    return []


def _is_after_post(block: Block) -> bool:
    """Does the block belong to what follows an article and its foot: other articles, or words of readers?"""
    is_title = block.link_size > 0.9 * block.size and block.size >= _TITLE
    is_words = block.size > MAX_LINE or (block.text.endswith(_SENTENCE_END) and not _POSTED.match(block.text))
    return block.tag in HEADINGS or is_title or is_words or phrases.ends_article(block.text) or bears(block.node, _RELATED, 4)


def reported(body: str) -> list[Author]:
    """The reporters named in the brackets that open one of the first paragraphs, or at the end of the last: Chinese, Japanese, Korean."""
    opened = (reporters.in_opening(line) for line in body[:_HEAD].split("\n")[:_FIRST])
    return [Author(name=name) for name in next(filter(None, opened), []) or reporters.at_end(body)]


def signature(facts: Facts, body: str) -> list[Author]:
    """The name that signs the text in its last line, set apart by its place on the right, by brackets, a dash, or a reporter's label.

    Where an agency's credit is the last line, it names the writers.
    """
    line = body.rpartition("\n")[2]
    if is_wire_credit(line):
        return writers(line)
    place = facts.blocks.place_of(line) if len(line) < _MAX_SIGNATURE else None
    if place is None:
        return []
    is_apart = line[0] in "(—–-" or is_set_right(facts.blocks.blocks[place]) or reporters.is_reporter_line(line)
    found = names_signed(line) if is_apart else []
    is_all = bool(found) and line.strip("()—–- ").startswith(found[0].name)
    return found if is_all and all(is_full_name(author.name) for author in found) else []
