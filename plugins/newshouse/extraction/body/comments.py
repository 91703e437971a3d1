"""Where the readers' comments begin that no mark tells from the article: behind a heading that counts them or asks for one.

Not the place for comments whose element says so (see page/hints.py), nor for what else comes after an article (see phrases.py).
"""

from newshouse.extraction.page.blocks import Block
from newshouse.extraction.page.tree import HEADINGS
from newshouse.extraction.patterns import Phrases

_FEWEST = 250  # letters of the article's own prose before its comments
_LONGEST = 200  # letters of a heading that names the article commented on
_MOST_LABELS = 20
_PARAGRAPH = 100  # letters
_STAMPS = 2  # lines of a reader, a time or an answer, as comments have them ...
_REACH = 30  # ... among so many blocks behind the heading
_LONGEST_STAMP = 90  # letters
_SENTENCE_END = (".", "!", "?", "。", "！", "？", "…")

_COMMENTS = r"""
    (?:comments?|(?:leser)?kommentare|kommentar(?:er|erna)|commentaires?|comentari(?:os|s|i)|comentários|commenti|reacties|kommentit
    |kommenttia|komentarz[ey]|komentarzy|komentáře|komentářů|hozzászólás(?:ok)?|комментари(?:и|ев|й|я)|коментар(?:і|ів|и)|σχόλια
    |yorum(?:lar)?|komentar|bình luận|コメント|评论|評論|留言|댓글|تعليقات|תגובות|نظرات|دیدگاه‌ها)
    """.strip()
_COUNTED = rf"(?:{_COMMENTS}|replies|responses|réactions|kommentar|komentára|diskuse|diskuze|thoughts?)"
_OPENING = Phrases(
    rf"""
    \W*(?:
    (?:(?:\d[\d.,]*|no|all|show|user|readers?['’]?s?['’]?|view)\s?)*{_COMMENTS}\W{{0,4}}\d*\W*|\d[\d.,]*\s?{_COUNTED}
    |\d+\s?[条則则개件]\s?(?:评论|評論|留言|댓글|コメント)
    |\d[\d.,]*\s?{_COUNTED}\s(?:on|to|zu|auf|sur|a|en|su|op|til|på|do|k|for)\s[“"„«»'‘’].{{0,160}}
    |comments from (?:\w+\s){{0,3}}readers\W*
    |(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply)\b.{{0,60}}|cancel reply|inline feedbacks?|discussion about this post
    |(?:schreiben? sie|schreibe|hinterlasse) einen kommentar.{{0,30}}|kommentar (?:schreiben|verfassen)|kommentieren
    |(?:laisser|ajouter) un commentaire.{{0,30}}|dej(?:a|ar) un(?:a respuesta| comentario).{{0,30}}
    |deixe um(?:a resposta| comentário).{{0,30}}|lascia un (?:commento|risposta).{{0,30}}|(?:geef|plaats|laat) een reactie.{{0,30}}
    |dodaj komentarz.{{0,30}}|(?:skriv|legg igjen) en kommentar|(?:добавить|оставить|написать) комментарий.{{0,30}}
    |コメントを(?:書く|残す)|发表评论|發表評論|发表回复|發佈留言
    )
    """
)
_STAMP = Phrases(
    r"""
    \W*(?:
    (?:\d+ )?(?:reply|replies|report|flag|permalink|antworten|melden|répondre|signaler|responder|rispondi|reageren|beantwoorden
    |ответить|svar[ae]?|odpowiedz|返信|回复|回覆|답글)(?: (?:to|this|comment|abuse|link|\d+)){0,3}\W*\d*
    |.{0,50}\b\d+\+? ?(?:seconds?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?) ago\b.{0,20}
    |.{0,50}\b(?:vor \d+ (?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)|il y a \d+ \w+|hace \d+ \w+|há \d+ \w+
    |\d+ (?:minuti|ore|giorni|settimane|mesi|anni) fa|\d+ (?:minuten|uur|dagen|weken|maanden|jaar) geleden|\d+ \w+ назад)\W*
    |.{1,40}\b(?:says|said|wrote|schreibt|schrieb|sagt|dit|dice|diz|zegt|pisze)\s?[:：]?
    |.{0,60}\d:\d\d\b.{0,40}\b(?:19|20)\d\d\b.{0,40}|.{0,60}\b(?:19|20)\d\d\b.{0,20}\d:\d\d\b.{0,40}
    )
    """
)


def without_comments(blocks: list[Block]) -> list[Block]:
    """`blocks` up to the heading of the comments, where some of the article stands before it and nothing of it behind."""
    written, labels = 0.0, 0
    last: Block | None = None  # the last paragraph so far
    for number, block in enumerate(blocks):
        if last is not None and written >= _FEWEST and block.size <= _LONGEST and _OPENING.fullmatch(block.text):
            labels += 1
            if labels > _MOST_LABELS:
                break
            if _are_readers(blocks[number + 1 : number + 1 + _REACH], last) or (
                block.tag in HEADINGS and not any(_is_like(later, last) for later in blocks[number + 1 :])
            ):
                return blocks[:number]
        written += max(0.0, block.prose)
        if block.prose >= _PARAGRAPH:
            last = block
    return blocks


def _are_readers(after: list[Block], last: Block) -> bool:
    """Do lines of readers, times and answers follow, before any paragraph that is set like `last`, which is the article's?"""
    stamps = 0
    for block in after:
        if _is_like(block, last):
            return False
        if block.size <= _LONGEST_STAMP and not block.text.endswith(_SENTENCE_END) and _STAMP.fullmatch(block.text):
            stamps += 1
            if stamps == _STAMPS:
                return True
    return False


def _is_like(block: Block, last: Block) -> bool:
    """Is the block a paragraph that is set like `last`: in the same element, or at the same depth in one of the same name?"""
    if block.prose < _PARAGRAPH:
        return False
    box, other = block.node.parent, last.node.parent
    if block.node is last.node or box is other:
        return True
    return block.node.depth == last.node.depth and box is not None and other is not None and box.name == other.name
