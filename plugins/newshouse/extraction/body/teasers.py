"""Teasers of other articles that stand among the paragraphs: boxes led by a link, with little else in them."""

import re
from itertools import islice

from newshouse.extraction.page.blocks import Block, Blocks, Node
from newshouse.extraction.page.hints import is_post
from newshouse.extraction.page.metadata import site_of
from newshouse.extraction.page.tree import HEADINGS
from newshouse.extraction.patterns import names, pattern

_HOST = re.compile(r"(?:https?:)?//([^/:?#]+)", re.IGNORECASE)
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_CACHES = frozenset(("archive.org", "ampproject.org", "googleusercontent.com"))  # which show pages whose own links lead elsewhere
_PLATFORMS = frozenset(  # where readers share what they read
    names(
        """
        facebook.com twitter.com x.com t.co linkedin.com pinterest.com reddit.com tumblr.com whatsapp.com wa.me t.me telegram.me xing.com
        bsky.app threads.net instagram.com youtube.com tiktok.com flipboard.com getpocket.com line.me hatena.ne.jp vk.com ok.ru
        mastodon.social google.com apple.com spotify.com bit.ly addtoany.com
        """
    )
)
_SHARES = pattern(r"[?&](?:u|url|link|href|title|body|text|via)=|share|submit|//(?:[\w-]+\.)*(?:ads?|doubleclick|taboola|outbrain)\.")
_BUTTON = pattern(
    r"""
    \W*(?:buy|shop|order|get it|see (?:it|price)|view|open in|check (?:the )?price|add to|read|watch|listen|subscribe|[$€£¥]|jetzt kaufen)\b
    """
)
_MAX_TEASER = 500  # letters of a whole box
_MAX_SNIPPET = 300  # letters beside the linked headline
_MAX_EXCERPT = 800  # letters of another article in the article
_MIN_HEADLINE = 15  # letters of the link
_MAX_SHARE = 0.4  # of the body; an article that is a list of links stays
_PROSE = 100  # of a block of the article's text
_QUESTION = ("?", "？", "؟")
_MAX_LINKS = 8  # in one question
_ALIKE = 0.6  # share of the boxes of one look that must be teasers


def without_teasers(page: Blocks, blocks: list[Block], container: Node, host: str) -> list[Block]:
    """`blocks` without the boxes inside `container` that are teasers as most of their like beside them are.

    Boxes that lead to other hosts than `host`, the page's own, are no teasers but what the article tells about.
    """
    groups: dict[tuple[int, str], list[Node]] = {}
    for node in page.nodes[container.order + 1 : container.last + 1]:
        if node.link_size and _may_be_teaser(node) and node.parent is not None:
            groups.setdefault((node.parent.order, f"{node.tag}.{node.element.get('class', '')}"), []).append(node)
    if not groups:
        return blocks
    kept = set(map(id, blocks))
    total = sum(block.size for block in blocks)
    dropped: set[int] = set()
    end = max((block.place for block in blocks if block.prose > _PROSE), default=0)
    for boxes in groups.values():
        found = [[block for block in page.inside(node) if id(block) in kept] for node in boxes]
        teasers = [inside for inside, node in zip(found, boxes, strict=True) if _is_teaser(inside, node)]
        if len(teasers) < _ALIKE * len(boxes) or (boxes[-1].past <= end and _lead_away(boxes, host)):
            continue
        if sum(block.size for inside in teasers for block in inside) < _MAX_SHARE * total:
            dropped.update(id(block) for inside in teasers for block in inside)
    return [block for block in blocks if id(block) not in dropped]


def _may_be_teaser(node: Node) -> bool:
    if _is_article(node):
        return 0 < node.size < _MAX_EXCERPT and node.link_size >= _MIN_HEADLINE
    return 0 < node.size < _MAX_TEASER and node.link_size >= 0.2 * node.size and node.tag != "p" and node.tag not in HEADINGS


def _is_article(node: Node) -> bool:
    """Is the element another article inside the article, told with its whole first paragraph perhaps?"""
    return node.tag == "article" and is_post(node.element.get("class", ""))


def _is_teaser(inside: list[Block], box: Node) -> bool:
    """Is there a headline that is a link, and little else?"""
    led = [block for block in inside if block.link_size >= 0.8 * block.size and block.size >= _MIN_HEADLINE]
    most = _MAX_EXCERPT if _is_article(box) else _MAX_SNIPPET
    is_led = 1 <= len(led) <= 3 and sum(block.size for block in inside) - sum(block.size for block in led) < most
    return is_led and not all(_is_question(block, has_answer=len(inside) > len(led)) for block in led)


def _is_question(block: Block, *, has_answer: bool) -> bool:
    """Does a link that leads nowhere show the text below it, as in an accordion? In a list it leads to a section of the article."""
    if block.tag == "li" or not (has_answer or block.tag in HEADINGS or block.text.endswith(_QUESTION)):
        return False
    links = list(islice(block.node.element.iter("a"), _MAX_LINKS))
    return bool(links) and all(link.get("onclick") is None and (link.get("href") or "#").startswith("#") for link in links)


def _lead_away(boxes: list[Node], host: str) -> bool:
    """Do the first links of most boxes lead to other sites than that of `host`? Never where one cannot tell."""
    targets = [_target(box) for box in boxes]
    return 2 * sum(_is_elsewhere(target, host) for target in targets) > len([target for target in targets if target])


def is_listed(item: Block, host: str) -> bool:
    """Is a list item, which is nothing but a link, what the article lists: a page of another site, and no button to share or to buy?"""
    target = _target(item.node)
    is_button = _SHARES.search(target) or _BUTTON.match(item.text)
    return _is_elsewhere(target, host) and site_of(_host_of(target)) not in _PLATFORMS and not is_button


def leads_elsewhere(target: str, host: str) -> bool:
    """Does a link lead to another site, or to no page at all: mail, a telephone, a script?"""
    scheme = _SCHEME.match(target)
    return _is_elsewhere(target, host) or (scheme is not None and scheme[1].lower() not in ("http", "https"))


def _target(box: Node) -> str:
    """Where the first link in `box` leads that leads anywhere."""
    targets = (link.get("href") or "" for link in box.element.iter("a"))
    return next((target for target in targets if target and not target.startswith("#")), "")


def _is_elsewhere(target: str, host: str) -> bool:
    own, other = site_of(host), site_of(_host_of(target))
    return bool(own and other) and own != other and own not in _CACHES


def _host_of(target: str) -> str:
    match = _HOST.match(target)
    return match[1].lower() if match else ""
