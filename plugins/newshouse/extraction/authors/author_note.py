"""The author's signature and the word about the author at the foot of an article, told by the author's name.

Neither is taken for one where the text itself speaks of the author.

Not the place for notes that are told by their own words or by the byline's element (see article_body.py and phrases.py).
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from newshouse.extraction.authors.names import names_signed
from newshouse.extraction.body.article_body import Body
from newshouse.model import Author

_REST = 0.3  # share of the text within which the note begins ...
_REST_SHORT = 900  # ... or letters, in a short text
_AFTER = 2  # lines after it
_FEWEST = 3  # lines of text before it
_SPOKEN = 60  # letters: more than a byline left in the text
_MAX_SIGNATURE = 80  # letters
_OF_A_PERSON = ("is a ", "is an ", "is the ", "has been ", "has written ", "writes ", "covers ", "joined ", "ist ", "schreibt ")
_NO_NOTE = (":", "：", " :", "’s", "'s")  # after the name: an answer in an interview, or something of the author's


def without_author_note(body: Body, authors: Collection[Author]) -> Body:
    """`body` without the line that the author signs it with, or a line at its foot that begins with the author's name and what follows.

    Also without a first line that was taken for the standfirst and tells of an author: "Ada is a reporter who ...".
    """
    names = [author.name for author in authors if " " in author.name and not author.is_organization]
    if body.standfirst and any(_introduces(body.standfirst, name) for name in names):
        body = replace(body, text=body.text.partition("\n")[2] or body.text, standfirst=None, blocks=body.blocks[1:] or body.blocks)
    body = _without_signature(body, {author.name for author in authors if not author.is_organization})
    lines = body.text.split("\n")
    place = _note(lines, names) if names else None
    if place is None:
        return body
    end = len(lines) if len(lines) - place <= 1 + _AFTER else place + 1
    if _is_spoken_of(lines[:place] + lines[end:], names):
        return body
    return replace(body, text="\n".join(lines[:place] + lines[end:]), blocks=body.blocks[:place] + body.blocks[end:])


def _without_signature(body: Body, names: set[str]) -> Body:
    """`body` without a last line that says nothing but names of `names`, with a place or a date."""
    rest, _, line = body.text.rpartition("\n")
    if not names or len(line) > _MAX_SIGNATURE or rest.count("\n") + 1 < _FEWEST or not any(name in line for name in names):
        return body
    found = {author.name for author in names_signed(line)}
    if not found or not found <= names or _is_spoken_of(rest.split("\n"), names):
        return body
    return replace(body, text=rest, blocks=body.blocks[:-1])


def _note(lines: list[str], names: list[str]) -> int | None:
    """The index of the note's first line."""
    total = sum(map(len, lines))
    reach = max(_REST * total, min(_REST_SHORT, 0.5 * total))
    found, rest = None, 0
    for place in range(len(lines) - 1, _FEWEST - 1, -1):
        line = lines[place]
        rest += len(line)
        if rest > reach:
            break
        if any(_is_about(line, name) for name in names):
            found = place
    return found


def _is_spoken_of(lines: list[str], names: Iterable[str]) -> bool:
    """Does the text itself tell of an author, as an interview does that its guest is taken for the author of?"""
    return any(name in line for line in lines if len(line) > _SPOKEN for name in names)


def _is_about(line: str, name: str) -> bool:
    after = line[len(name) :]
    return line.startswith(name) and after[:1] in (" ", ",") and not after.startswith(_NO_NOTE) and len(after) > len(name)


def _introduces(line: str, name: str) -> bool:
    """Does the line begin with an author's name, or the first name alone, and what one says of a person?"""
    return any(line.startswith(f"{own} ") and line[len(own) + 1 :].startswith(_OF_A_PERSON) for own in (name, name.partition(" ")[0]))
