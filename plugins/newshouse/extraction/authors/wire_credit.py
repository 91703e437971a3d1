"""The line in which an agency names below a text who wrote and who edited it: "(Reporting by Ada Lind in Velm; Editing by Bo Ek)".

Nothing but labels, names and places stands in it, so that a sentence that only begins so is none.
"""

import re

from newshouse.extraction.authors.names import names_in
from newshouse.extraction.patterns import Phrases, pattern
from newshouse.model import Author

_LONGEST = 260  # letters
_WRITING = r"(?:reporting|writing|reporte|reporteo|reportaje|reportagem|reportage)"  # labels that need no brackets
_WRITTEN = r"(?:información|redacción|texto|escrito|escrita|rédigé|bericht|geschrieben|scritto)"  # and words that do
_EDITED = r"""
    (?:edited|edición|editad[oa]|edição|édité|édition|redigiert|bearbeitet|traducid[oa]|traducción|traduzid[oa]|tradução|traduit|tradotto
    |compiled|produc(?:ed|tion)|filming|graphics|translation)
    """
_LANGUAGE = r"(?: (?:en español|em português|in italiano|en français))?"
_MORE = rf"(?: adicional)?{_LANGUAGE}"
_BY = r"(?:by|de|del|do|da|por|par|von|di)"
_NAMES = r"""
    (?-i:\p{Lu}[^\s;]*(?:\s(?:\p{Lu}[^\s;]*|&|and|in|at|from|for|with|of|the|by|de|del|da|do|dos|la|van|von|der|den|bin|al|el|por|par|y|e|i|en
    |em|et|à|und|aus|additional|reporting|writing|editing|edited|reporte|adicional|editad[oa]|edición|edição|español|português)[,;]?|;)*)
    """
_LABEL = rf"(?:(?:additional |further )?{_WRITING}|editing)(?: (?:and|y|e|et) (?:writing|editing|edición))?{_MORE}"
_CREDIT = Phrases(rf"\W*(?:{_LABEL}|\W+(?:{_WRITTEN}|{_EDITED.strip()}){_MORE}) {_BY} {_NAMES.strip()}\W*")
_WRITER = pattern(rf"\W*(?:{_WRITING}|{_WRITTEN})(?: (?:and|y|e|et) (?:writing|editing|edición))?{_LANGUAGE} {_BY} ")


def is_wire_credit(text: str) -> bool:
    """Is the text nothing but such a line?"""
    return len(text) <= _LONGEST and _CREDIT.fullmatch(text)


def is_sure_credit(text: str) -> bool:
    """Is a wire credit in brackets or of several parts, and so no line of those that tell who made a film or a comic?"""
    return ";" in text or text.lstrip("*_ ").startswith(("(", "[", "（"))


def writers(text: str) -> list[Author]:
    """Whom the wire credit `text` names first as having written; nobody where it names editors only."""
    for part in text.split(";"):
        label = _WRITER.match(part)
        if label is not None:
            return names_in(re.split(r"\.\s", part[label.end() :])[0].rstrip(" .)]*"), is_shown=True)
    return []
