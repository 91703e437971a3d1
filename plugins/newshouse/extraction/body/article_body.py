"""The body of the article: what stands in its element, less what does not belong.

Elements that are marked as something else go unless they hold a large share of the text; then teasers, labels and appeals go, what the
page's own articleBody does not know, everything from the heading on that starts what comes after the article, and what stands at its foot.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from itertools import pairwise

from newshouse.extraction.body import phrases
from newshouse.extraction.body.alignment import confirmed
from newshouse.extraction.body.appeals import without_appeals
from newshouse.extraction.body.audio_player import without_audio_player
from newshouse.extraction.body.captions import without_captions
from newshouse.extraction.body.comments import without_comments
from newshouse.extraction.body.container import container_of
from newshouse.extraction.body.foot import is_signature, parted_at_foot
from newshouse.extraction.body.head import bylines, parted_at_head_lines, says, without_headline
from newshouse.extraction.body.marked_boxes import without_marked
from newshouse.extraction.body.opening import opening
from newshouse.extraction.body.pull_quotes import without_pull_quotes
from newshouse.extraction.body.signposts import LONGEST_LABEL, is_bare_label, is_bold_label, is_in_digest, is_labelled_link, is_link_line
from newshouse.extraction.body.signup_boxes import without_signup_boxes
from newshouse.extraction.body.standfirst import below_headline, standfirst, standfirst_above_byline
from newshouse.extraction.body.teasers import is_listed, without_teasers
from newshouse.extraction.page.blocks import Block, Blocks, Node
from newshouse.extraction.page.tree import HEADINGS
from newshouse.extraction.text import comparable, size, words

_LINE = 100  # letters: a paragraph
_ENTRY = 60  # letters: a paragraph of a live report
_TIMES = 3  # lines of a time that make a live report
_MAX_INSETS = 3  # boxes near the end behind which the article goes on
_SHARED = 0.25  # of a paragraph's longer words
_LONG_WORD = 5  # letters
_REACH = 14  # blocks above the text among which the byline is looked for
_PLACE = 45  # letters of a dateline
_DASHES = ("—", "–", " -", "--")
_TIME = 20  # letters of a time of day
_RULE = 12  # letters: a rule drawn with dashes or stars, a mark that lost its sentence
_PARAGRAPH = 150  # letters of prose
_LATE = 0.8  # share of the prose after which an end heading ends the article for good
_BOX = 0.15  # share of the prose up to which the element around an end heading goes with it


@dataclass(frozen=True, slots=True)
class Body:
    """The article's text, one line for each paragraph, where it was read, and its size in Latin letters (see text.size)."""

    text: str
    origin: str = "text"
    standfirst: str | None = None  # as the page shows it above the text; then it is the first line of `text`
    blocks: list[Block] = field(default_factory=list)
    above: list[Block] = field(default_factory=list)  # bylines and the like at the head of the text, left out of it
    signature: str = ""  # the line below the text in which it is signed, left out of it
    size: int = field(init=False)

    @property
    def signed(self) -> str:
        """The text with its signature."""
        return f"{self.text}\n{self.signature}" if self.signature else self.text

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", size(self.text))


def body_of(page: Blocks, headline: str, descriptions: Collection[str] = (), told: str = "", host: str = "") -> Body | None:
    """The body of the page, or None where it holds no prose at all. `told` is the JSON-LD articleBody, `host` the page's own."""
    if not page.nodes:
        return None
    container, pieces = container_of(page)
    if container.prose <= 0:
        return None
    blocks = [block for piece in pieces for block in page.inside(piece)]
    blocks = without_headline(blocks, headline)
    below = below_headline(page, blocks, headline)
    lead = standfirst(below, blocks, descriptions)
    if lead is None and not below:
        lead = standfirst_above_byline(page, blocks, headline, descriptions)
    blocks = [block for block in (*opening(below, blocks, headline), *blocks) if block is not lead]
    blocks = without_marked(page, blocks, container)
    blocks = without_teasers(page, blocks, container, host)
    blocks = without_signup_boxes(page, blocks, container)
    blocks = without_audio_player(blocks)
    blocks = without_captions(blocks)
    blocks = _until_end(without_comments(blocks))
    blocks = _without_labels(page, blocks, headline, host)
    blocks = confirmed(blocks, told) if told else blocks
    blocks = without_pull_quotes(without_appeals(blocks))
    above, blocks = parted_at_head_lines(blocks)
    start = blocks[0].place if blocks else 0
    blocks, foot = parted_at_foot(blocks, bylines([*page.blocks[max(0, start - _REACH) : start], *above]))
    signature = next((block.text for block in foot if is_signature(block)), "")
    blocks = _with_place_joined(blocks)
    blocks = [lead, *blocks] if lead and blocks else blocks
    return Body(
        text="\n".join(block.text for block in blocks),
        standfirst=lead.text if lead else None,
        blocks=blocks,
        above=above,
        signature=signature,
    )


def _without_labels(page: Blocks, blocks: list[Block], headline: str, host: str) -> list[Block]:
    title = comparable(headline)
    kept = [block for block in blocks if not _is_label(page, block, host) and not says(block, headline, title)]
    known = set(map(id, kept))
    links = [block for block in blocks if block.tag == "li" and id(block) not in known and is_link_line(block)]
    paragraphs = [block.place for block in kept if block.prose >= _LINE] if links else []
    if paragraphs:
        # Between the paragraphs a list of links to other sites is what the article tells of.
        first, last = paragraphs[0], paragraphs[-1]
        known.update(id(link) for link in links if first < link.place < last and is_listed(link, host))
    kept = [block for block in blocks if id(block) in known]
    short = [block for block in kept if block.size <= LONGEST_LABEL]  # which alone may be times, or labels left alone
    times = _times_of_entries(page, short)
    dropped = {id(block) for block in short if id(block) in times or _is_left_alone(page, block, known, host)}
    dropped |= {id(block) for block in kept[-1:] if _heads_links(page, block, known, host)}
    return [block for block in kept if id(block) not in dropped] if dropped else kept


def _times_of_entries(page: Blocks, blocks: list[Block]) -> set[int]:
    """Which of `blocks`, by their id, are the times of the entries of a live report."""
    times = [block for block in blocks if _is_time(block) and _has_entry(page, block)]
    is_live = bool(times) and _are_of_entries([block.text for block in page.blocks if _is_time(block)])
    return set(map(id, times)) if is_live else set()


def _is_time(block: Block) -> bool:
    return block.size <= _TIME and block.tag == "p" and phrases.is_clock_time(block.text)


def _has_entry(page: Blocks, block: Block) -> bool:
    """Does a heading or a paragraph, as of a live report, follow the block?"""
    following = page.blocks[block.place + 1] if block.place + 1 < len(page.blocks) else None
    return following is not None and (following.tag in HEADINGS or following.prose >= _ENTRY)


def _are_of_entries(times: list[str]) -> bool:
    """Are there so many of `times`, or do they run backwards, that they are of a live report and not of what the article tells?"""
    if len(times) >= _TIMES:
        return True
    minutes = [phrases.minutes_of(time) for time in times]
    return len(minutes) > 1 and all(earlier > later for earlier, later in pairwise(minutes))


def _is_label(page: Blocks, block: Block, host: str) -> bool:
    text, letters = block.text, block.size
    if letters > 400:
        return False
    if letters < _RULE and not any(character.isalnum() for character in text):
        return True
    if block.link_size and (is_link_line(block) or (is_labelled_link(block, host) and not is_in_digest(page.blocks, block, host))):
        return True
    if block.tag in ("p", "blockquote") and phrases.is_advert(text):
        return True
    is_linked, is_link = block.link_size > 0, 2 * block.link_size > letters
    return phrases.stands_between(text, letters, is_linked=is_linked, is_link=is_link, is_item=block.tag == "li")


def _is_left_alone(page: Blocks, block: Block, known: set[int], host: str) -> bool:
    """Is the block a label whose link is not among the blocks that are `known` to stay?"""
    following = page.blocks[block.place + 1] if block.place + 1 < len(page.blocks) else None
    if following is None:
        return False
    return id(following) not in known and is_bare_label(block, following, host)


def _heads_links(page: Blocks, block: Block, known: set[int], host: str) -> bool:
    """Is the last block of the text a label in bold, of links that are not among the blocks that are `known` to stay?"""
    following, second = (*page.blocks[block.place + 1 : block.place + 3], None, None)[:2]
    return following is not None and id(following) not in known and is_bold_label(block, following, second, host)


def _until_end(blocks: list[Block]) -> list[Block]:
    """`blocks` up to a heading that starts what comes after the article; earlier such headings take their own small box with them."""
    first = next((number for number, block in enumerate(blocks) if phrases.ends_article(block.text)), None)
    if first is None:
        return blocks
    total = sum(max(0.0, block.prose) for block in blocks)
    kept = blocks[:first]
    before, behind_box, insets = sum(max(0.0, block.prose) for block in kept), 0, 0
    for number, block in enumerate(blocks[first:], first):
        if block.place < behind_box:
            continue
        if phrases.ends_article(block.text):
            box = _box_around(block, _BOX * total)
            is_late = before > _LATE * total and (block.tag in HEADINGS or not _goes_on(blocks[number + 1 :]))
            if is_late:
                insets += 1
                is_inset = box is not None and box.past > block.place + 1 and insets <= _MAX_INSETS
                if box is None or not is_inset or not _is_resumed(kept, blocks[number + 1 :], box):
                    return kept
            if box is not None:
                behind_box = box.past
                continue
        before += max(0.0, block.prose)
        kept.append(block)
    return kept


def _goes_on(blocks: list[Block]) -> bool:
    """Are there paragraphs among `blocks`, as after a label that only announces a link or a button?"""
    return sum(block.tag == "p" and block.prose >= _PARAGRAPH for block in blocks) >= 2


def _is_resumed(kept: list[Block], rest: list[Block], box: Node) -> bool:
    """Does a paragraph behind the box that is dropped stand where the last one of `kept` does, and tell of the same things?"""
    last = next((block.node for block in reversed(kept) if block.prose >= _LINE), None)
    if last is None:
        return False
    behind = (
        block
        for block in rest
        if block.prose >= _LINE and block.place >= box.past and (block.node is last or block.node.parent is last.parent)
    )
    known: set[str] = set()
    for block in behind:
        known = known or _long_words("\n".join(block.text for block in kept))
        own = _long_words(block.text)
        if len(own & known) >= max(3, _SHARED * len(own)):
            return True
    return False


def _long_words(text: str) -> set[str]:
    return {word for word in words(text) if len(word) >= _LONG_WORD}


def _box_around(block: Block, limit: float) -> Node | None:
    """The largest element around `block` that holds at most `limit` prose, if there is one."""
    box = None
    node: Node | None = block.node
    while node is not None and node.prose <= limit and node.tag != "body":
        box, node = node, node.parent
    return box


def _with_place_joined(blocks: list[Block]) -> list[Block]:
    """`blocks` with a place or an agency that stands on a line of its own before the first paragraph ("LONDON —") at the head of that."""
    if len(blocks) < 2 or blocks[0].size > _PLACE or not blocks[0].text.endswith(_DASHES) or blocks[1].prose < _LINE:
        return blocks
    place, first = blocks[0], blocks[1]
    text = f"{place.text} {first.text}"
    return [replace(first, text=text, size=place.size + first.size, prose=place.size + first.prose), *blocks[2:]]
