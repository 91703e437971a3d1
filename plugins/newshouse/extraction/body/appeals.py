"""A publisher's appeal to its readers, told from the article by its language and shape.

Appeals ask the reader ("you") to give, support, subscribe or join, name the publisher's own work ("our journalism", "our newsroom") and
often a sum of money per month. One phrase proves nothing, since articles report on donations; a block is an appeal when phrases of two
kinds meet in it outside of quoted speech, and a bare sum of money is such a phrase only where the reader is spoken to. Around such blocks
the shape decides: a salutation before, bullets and signatures after, all inside one small element.
"""

import re
from bisect import bisect_left

from newshouse.extraction.page.blocks import Block, Node
from newshouse.extraction.patterns import PhraseKinds

_TABLES = (
    # the request
    r"""
        \b(?:support (?:us|our|independent|quality|local|the work|public|free|this (?:site|work|newspaper|magazine))
        |become a (?:member|supporter|subscriber|patron|contributor|monthly)|make a (?:\w+ )?(?:donation|contribution|gift)
        |(?:please )?(?:consider|think about) (?:making|giving|donating|supporting|subscribing|becoming|contributing|joining
        |a (?:donation|contribution|gift))|donate (?:now|today|here|what you can)|please (?:give|donate|support|subscribe
        |contribute|help|join|chip in)|(?:make|giving|give|with) (?:us )?(?:a |your )?(?:gift|contribution|donation)
        |subscribe (?:now|today|here|to (?:our|the))|sign up (?:now|today|here|for (?:our|the|free))|join us|chip in|pitch in
        |start your free trial|unterstützen sie uns|unterstütze uns|werden sie mitglied|jetzt spenden|spenden sie
        |abonnieren sie|soutenez|faites un don|je fais un don|abonnez-vous|apóyanos|apoya (?:a|el|nuestro)|hazte soci[oa]
        |dona ahora|suscríbete|sostieni(?:ci)?|fai una donazione|abbonati|apoie|doe agora|assine|steun ons|doneer|word (?:lid
        |abonnee)|stötta|bidra|støtt|wesprzyj|wpłać|podpořte|přispějte)
        """,
    # the publisher speaks of itself
    r"""
        \b(?:our (?:\w+ )?(?:journalism|journalists|reporting|newsroom|readers|reporters|work|mission|coverage|team|supporters
        |members|subscribers|newspaper|magazine|independence|investigations|stories|website|community)|we(?:['’]re| are| rely
        | depend| need| believe| want| ask| have| can(?:not|['’]t)| don['’]t| promise| hope)\b|readers like you
        |people like you|independent (?:journalism|media|news)|(?:quality|hard-hitting|fearless|trusted) (?:journalism
        |investigations|news|reporting)|free press|news free|keep (?:\w+ ){0,3}(?:free|independent|going|alive|open)
        |without (?:a )?paywall|ad-free|ads?-supported|unser(?:e[nrsm]?)? (?:journalismus|arbeit|redaktion|leser\w*
        |recherchen)|unabhängige[nr]? journalismus|notre (?:journal|travail|rédaction|indépendance|média)|nos (?:lecteurs
        |journalistes)|nuestro (?:periodismo|trabajo)|nuestra redacción|nostro giornalismo|nosso jornalismo
        |onze (?:journalistiek|redactie)|vår (?:journalistik|journalistikk)|nasze dziennikarstwo)
        """,
    # money, and how often
    r"""
        (?:(?:[$€£]|usd|eur|us\$|rs\.?)\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|euros?|dollars?|pounds|kr|zł|francs))\s*(?:a|per|/|each
        |im|pro|par|al|por|au|every)\s*(?:day|week|month|year|monat|woche|jahr|mois|an|mes|año|mese|anno|mês|maand|månad
        |miesiąc)\b|as little as|whatever you can|any amount|tax[- ]deductible|every (?:dollar|pound|euro|contribution|donation
        |gift)|monthly (?:gift|donation|contribution)|cost of a (?:cup of )?coffee|free trial|special offer
        |one-time (?:gift|contribution)
        """,
    # the reader is spoken to
    r"""
        \bdear (?:readers?|friends?|supporters?|subscribers?)\b|\b(?:your (?:\w+ )?(?:support|gift|donation|contribution|help
        |generosity|subscription|membership|inbox|email)|you (?:can|value|believe|read|rely|enjoy|appreciate|already|have)
        |if you(?:['’]ve| have| can| like| enjoy| value| believe| are)|thank you|thanks to you|will you)\b|liebe leser\w*
        |ihre (?:unterstützung|spende|hilfe)|deine (?:unterstützung|spende)|chers? lect\w+|votre (?:soutien|don)
        |querid[oa]s? lector\w*|tu (?:apoyo|ayuda|donación)|cari lettori|il tuo (?:sostegno|contributo)|caro leitor|seu apoio
        |beste lezer|uw steun|jouw steun|kära läsare|ditt stöd|drogi czytelniku|twoje wsparcie
        """,
    # words of giving, without which nobody asks for anything
    r"""
        support|donat|subscri|sign up|join us|member|chip in|pitch in|free trial|contribut|gift|giving|give |journalism|unterstütz|spend
        |mitglied|abonn|soutenez|faites|apoya|apóya|hazte|dona |suscr|sosten|sostien|donazione|abbon|assin|apoi|doe |doneer|word |steun
        |stött|bidra|støtt|wesprzyj|wpłać|podpoř|přispě
        """,
    # a letter begins
    r"""
        (?m)^\W*(?:dear (?:\w+ ){0,2}(?:readers?|friends?|supporters?|subscribers?)|liebe (?:leser\w*|freund\w*)|chers? (?:lect\w+
        |ami\w*)|querid[oa]s? lector\w*|cari lettori|caro leitor|beste lezers?|kära läsare)\b.{0,40}$
        """,
    # a sum
    r"""
        (?:[$€£]|usd|eur|us\$|rs\.?)\s?\d|\d\s?(?:€|euros?|dollars?|pounds|kr|zł|francs)\b
        """,
)
_QUOTES = ("“", '"', "«", "„", "‘", "「")  # somebody else speaks
_SPEECH = re.compile(r"[“„][^“”„]{30,}[“”]|\"[^\"]{30,}\"|«[^«»]{30,}»")  # shorter quotes name buttons
_MAX_LETTERS = 900  # a longer paragraph is seldom an appeal
_LEVELS = 2  # elements around an appeal that may be its box
_MAX_LETTERS_TO_READERS = 3  # on one page
_LETTER = 25  # blocks of a letter to the readers, from its salutation on
_SIGNATURES = 6  # lines after its last sentence
_ARTICLE = 80  # letters: the shortest article beside a letter
_ASKS, _OF_ITSELF, _MONEY, _TO_READER, _OF_GIVING, _SALUTES, _SUM = (1 << place for place in range(7))
_ALL = _OF_ITSELF | _MONEY | _TO_READER | _OF_GIVING
_KINDS = PhraseKinds(_TABLES)


def without_appeals(blocks: list[Block]) -> list[Block]:
    """`blocks` without appeals: each block that speaks like one, and what stands with it in its small element."""
    may_be = [block.text for block in blocks if _may_be_appeal(block.text)]
    if not _is_asking(_KINDS.flags("\n".join(may_be))):  # most texts: one look at all of it
        return blocks
    places = {place for place, block in enumerate(blocks) if is_appeal(block.text)}
    if not places:
        return blocks
    places = _spread(blocks, places)
    return [block for place, block in enumerate(blocks) if place not in places]


def is_appeal(text: str) -> bool:
    """Does a paragraph speak like an appeal: a salutation, or phrases of several kinds in it?"""
    return _may_be_appeal(text) and _is_asking(_KINDS.flags(text)) and _is_asking(_KINDS.flags(_SPEECH.sub("", text)))


def _may_be_appeal(text: str) -> bool:
    return len(text) <= _MAX_LETTERS and not text.startswith(_QUOTES)


def _is_asking(kinds: int) -> bool:
    if kinds & _SALUTES:
        return True
    if kinds & _SUM and kinds & _TO_READER:
        kinds |= _MONEY
    if kinds & _ASKS:
        return bool(kinds & (_OF_ITSELF | _MONEY))
    return kinds & _ALL == _ALL


def _spread(blocks: list[Block], places: set[int]) -> set[int]:
    """The places of the appeals, with what one small element holds besides them, and with the rest of a letter."""
    total = sum(block.size for block in blocks)
    seen: set[int] = set()
    for place in sorted(places):
        node = blocks[place].node.parent
        for _ in range(_LEVELS):
            if node is None or node.order in seen:
                break
            seen.add(node.order)
            inside = _inside(blocks, node)
            size = sum(blocks[other].size for other in inside)
            marked = sum(blocks[other].size for other in inside if other in places)
            if size >= 0.5 * total or marked <= 0.3 * size or _is_piece(blocks, node, inside, places):
                break
            places = places.union(inside)
            node = node.parent
    return places | _letters(blocks, places)


def _inside(blocks: list[Block], node: Node) -> range:
    """The places of what `node` holds; `blocks` are in the order of the page."""
    return range(bisect_left(blocks, node.first, key=_place), bisect_left(blocks, node.past, key=_place))


def _is_piece(blocks: list[Block], node: Node, inside: range, places: set[int]) -> bool:
    """Is `node` one of several elements of one class that hold the article between them, rather than the appeal's own box?"""
    if not node.element.get("class"):
        return False
    beside = [place for place in (inside.start - 1, inside.stop) if 0 <= place < len(blocks) and place not in places]
    return any(_is_beside(blocks[place].node, node) for place in beside)


def _is_beside(inner: Node, node: Node) -> bool:
    """Does `inner` stand in an element of the name of `node`, next to it?"""
    around: Node | None = inner
    while around is not None and around.depth > node.depth:
        around = around.parent
    return around is not None and around is not node and around.parent is node.parent and around.name == node.name


def _place(block: Block) -> int:
    return block.place


def _letters(blocks: list[Block], places: set[int]) -> set[int]:
    """Letters to the readers, each from its salutation: its paragraphs, its bullets, then its signatures.

    A salutation alone proves nothing, since an article may be a letter: the letter must ask for something, and where it stands in an
    element of its own, prose must stand outside of that.
    """
    found: set[int] = set()
    total = sum(block.size for block in blocks)
    for start in [place for place in sorted(places) if _KINDS.flags(blocks[place].text) & _SALUTES][:_MAX_LETTERS_TO_READERS]:
        asking = [place for place in range(start + 1, min(start + _LETTER, len(blocks))) if place in places or _speaks(blocks[place].text)]
        if not asking:
            continue
        box = blocks[start].node.parent
        inside = _inside(blocks, box) if box is not None else range(0)
        if asking[-1] in inside and total - sum(blocks[place].size for place in inside) > _ARTICLE:
            found.update(inside)
            continue
        end = asking[-1] + 1
        while end < len(blocks) and end <= asking[-1] + _SIGNATURES and _is_signature(blocks[end]):
            end += 1
        found.update(range(start, end))
    return found


def _speaks(text: str) -> bool:
    """Inside a letter two kinds of phrases are enough."""
    kinds = _KINDS.flags(text)
    if kinds & _SUM:
        kinds |= _MONEY
    return len(text) <= _MAX_LETTERS and (kinds & (_ASKS | _OF_ITSELF | _MONEY | _TO_READER)).bit_count() >= 2


def _is_signature(block: Block) -> bool:
    """A bullet of the letter, a valediction, a name or an office: short, and no sentence."""
    return block.tag == "li" or (block.size < 80 and not block.text.endswith((".", "!", "?", "”", '"')))
