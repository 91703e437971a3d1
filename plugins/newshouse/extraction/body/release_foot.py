"""The foot of a press release: "- Ends -" and what follows it, or whom the press may ask.

Not the place for notes that articles of every kind have at their foot (see foot.py).
"""

import re

from newshouse.extraction.page.blocks import Block
from newshouse.extraction.patterns import pattern

# Where a press release is over, and whom the press may ask: the label alone, and with names and numbers behind it.
_RELEASE_ENDS = re.compile(r"[-–—*\s]{1,4}(?i:ends?|ende|fin)[-–—*\s]{1,4}|ENDS")
_CONTACT = pattern(
    r"""
    \W*(?:(?:(?:media|press|news) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))|press office|presse-?kontakt
    |kontakt für (?:die )?(?:medien|presse)|medienkontakt|ansprechpartner(?:in)? für (?:die )?(?:medien|presse)|contacts? presse
    |rückfragen(?: (?:(?:und|&) kontakt|(?:bitte )?an))?|für (?:weitere |journalistische )?rückfragen(?: .{3,60}(?=[:：]))?
    |wissenschaftliche[rn]? ansprechpartner(?:in(?:nen)?)?|(?P<plain>contacts?|kontakte?|contacto|contatt[io])
    |contatt[io] stampa|ufficio stampa|contacto (?:de|para) (?:la )?prensa|contato (?:de|para a) imprensa|perscontact
    |pressekontakt(?:er)?|presskontakt(?:er)?|kontakt (?:prasowy|dla mediów)|контакты для (?:прессы|сми))\s?(?:[:：](?P<rest>.{0,160})|\W*)
    |for (?:more|further|additional|media) (?:information|details|enquiries|inquiries),? (?:please )?contact\W*)$
    """
)
# What the distributor of a release sets below the contact.
_DISTRIBUTED = pattern(
    r"""
    (?-i:SOURCE (?=[A-Z])(?!.*[.!?] ))|original-content von\s?:|view (?:the )?(?:original content|source version)\b
    """
)
_LEGAL_FORM = re.compile(
    r"\b(?:e\. ?V|e\. ?K|e\. ?G|[Ii]nc|L[Tt][Dd]|[Cc]o|[Cc]orp|Pty|Bros|S\. ?A|S\. ?p\. ?A|S\. ?r\. ?l|S\. ?L|B\. ?V|N\. ?V|a\. ?s"
    r"|z\. ?s|s\. ?r\. ?o|d\. ?o\. ?o|Sp\. z o\. ?o|Ltda|C\. ?V|GmbH & Co|[Tt]el|[Ss]tr)\.$"
)  # no end of a sentence
_REACH = re.compile(r"[\w.+-]{1,64}@[\w-]+\.\w|(?:\d[\s()./-]{0,2}){6,}")  # an address or a telephone number
_RELEASE_FOOT = 12  # blocks looked at
_CONTACT_LINE = 110  # letters


def release_end(blocks: list[Block]) -> int:
    """Where what a press release says to the press begins: behind "- Ends -", or with a contact that only names and numbers follow."""
    total = len(blocks)
    for place in range(total - 1, max(0, total - 1 - _RELEASE_FOOT), -1):
        if _RELEASE_ENDS.fullmatch(blocks[place].text) and _is_less(blocks, place):
            return place
    for place in range(total - 1, max(0, total - 1 - _RELEASE_FOOT), -1):
        if blocks[place].size > 2 * _CONTACT_LINE:
            break
        label = _CONTACT.match(blocks[place].text)
        if label and _only_reaches(label["rest"] or "", blocks[place + 1 :], is_plain=label["plain"] is not None):
            return place
    return total


def _is_less(blocks: list[Block], place: int) -> bool:
    return sum(block.size for block in blocks[place:]) < sum(block.size for block in blocks[:place])


def _only_reaches(rest: str, lines: list[Block], *, is_plain: bool) -> bool:
    """Is what follows the label nothing but short lines that are no sentences, an address or a telephone number among them?

    Below a label that is `is_plain`, as one of an article's own may be, only where the distributor of the release closes it.
    """
    told = [line for line in lines if _DISTRIBUTED.match(line.text) is None]
    if is_plain and len(told) == len(lines):
        return False
    texts = [rest, *(line.text for line in told)]
    return not any(map(_is_said, told)) and any(_REACH.search(text) for text in texts)


def _is_said(line: Block) -> bool:
    """Is the line too long for one of a contact, or a sentence?"""
    text = line.text
    return line.size > _CONTACT_LINE or (text.endswith((".", "!", "?", "”", '"')) and _LEGAL_FORM.search(text) is None)
