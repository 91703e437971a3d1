"""Where the readers' comments begin that no mark tells from the article: behind a heading that counts them or asks for one.

Not the place for comments whose element says so (see page/hints.py), nor for what else comes after an article (see phrases.py).
"""

import re

from newshouse.extraction.page.blocks import Block
from newshouse.extraction.page.tree import HEADINGS
from newshouse.extraction.patterns import Phrases

_FEWEST = 250  # letters of the article's own prose before its comments
_LONGEST = 200  # letters of a heading that names the article commented on
_PARAGRAPH = 100  # letters
_STAMPS = 2  # lines of a reader, a time or an answer, as comments have them

_COMMENTS = r"""
    (?:comments?|replies|responses|(?:leser)?kommentare?|kommentar(?:er|erna)?|commentaires?|réactions|comentari(?:os|s|i)|comentários
    |commenti|reacties|kommentit|kommenttia|komentarz[ey]|komentarzy|komentáře|komentářů|komentára|diskuz[ei]|diskuse|hozzászólás(?:ok)?
    |комментари(?:и|ев|й|я)|коментар(?:і|ів|и)|коментара|σχόλια|yorum(?:lar)?|komentar|bình luận|コメント|评论|評論|留言|댓글|تعليقات
    |תגובות|نظرات|دیدگاه‌ها)
    """.strip()
_OPENING = Phrases(
    rf"""
    \W*(?:
    (?:(?:\d[\d.,]*|no|all|show|user|readers?['’]?s?['’]?|view)\s?)*{_COMMENTS}\W{{0,4}}\d*\W*
    |\d+\s?[条則则개件]\s?(?:评论|評論|留言|댓글|コメント)
    |\d[\d.,]*\s?(?:{_COMMENTS}|thoughts?)\s(?:on|to|zu|auf|sur|a|en|su|op|til|på|do|k|for)\b.{{0,160}}
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
_STAMP = re.compile(
    r"(?i)\b(?:reply|respond|report|flag|permalink|antworten|melden|répondre|responder|rispondi|reageren|ответить|svar[ae]?|odpowiedz)\b"
    r"|\b(?:ago|vor \d+|il y a|hace \d|fa|geleden|назад)\b|\d{1,2}:\d\d|\bsays?\b\W*$|返信|回复|回覆|답글"
)
_LONGEST_STAMP = 90  # letters


def without_comments(blocks: list[Block]) -> list[Block]:
    """`blocks` up to the heading of the comments, where some of the article stands before it and nothing of it behind."""
    written = 0.0
    for number, block in enumerate(blocks):
        is_label = written >= _FEWEST and len(block.text) <= _LONGEST and _OPENING.fullmatch(block.text)
        if is_label and _begin_here(blocks[:number], block, blocks[number + 1 :]):
            return blocks[:number]
        written += max(0.0, block.prose)
    return blocks


def _begin_here(before: list[Block], label: Block, after: list[Block]) -> bool:
    """Do the comments begin at the `label`: with lines of readers, times and answers behind it, or with a heading that ends the text?"""
    if sum(len(block.text) <= _LONGEST_STAMP and _STAMP.search(block.text) is not None for block in after) >= _STAMPS:
        return True
    last = next((block.node for block in reversed(before) if block.prose >= _PARAGRAPH), None)
    goes_on = last is None or any(block.prose >= _PARAGRAPH and (block.node is last or block.node.parent is last.parent) for block in after)
    return label.tag in HEADINGS and not goes_on
